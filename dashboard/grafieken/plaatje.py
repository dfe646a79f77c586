"""A chart as PNG, for a document that takes no SVG; its letters come along, so that every machine draws the same."""

from dashboard.grafieken.bestand import Grafiek

ZOOM = 3  # 1.300 pixels wide, sharp on paper


def als_png(grafiek: Grafiek) -> bytes:
    """The drawing alone: what stands around it is said by the document."""
    # Here, for a start of the site need not wait for them.
    import font_source_sans_pro as letters
    import resvg_py

    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {grafiek.breedte} {grafiek.hoogte}" '
        f'width="{grafiek.breedte}" height="{grafiek.hoogte}">{grafiek.tekening}</svg>'
    )
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=ZOOM,
        background="white",
        skip_system_fonts=True,
        font_files=[letters.SourceSansPro, letters.SourceSansProSemibold],
        sans_serif_family="Source Sans Pro",
    )
