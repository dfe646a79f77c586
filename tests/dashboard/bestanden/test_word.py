"""What our templates write, as Word has it; and the document of the municipality that it is put in."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Worddocument
from docx.shared import RGBColor
from PIL import Image
from pytest_django import Settings

from dashboard.bestanden.sjabloon import is_te_gebruiken
from dashboard.bestanden.word import als_docx

SITE = "https://doelwijzer.example"
HTML = "<h1>Kop</h1><h2>Onder</h2><h3>Dieper</h3><p>Zin.</p><ul><li>Punt</li></ul><table><caption>Titel</caption>"
HTML += '<thead><tr><th>Jaar</th><th class="getal-kolom">Aantal</th></tr></thead>'
HTML += '<tbody><tr><td>2024</td><td class="getal-kolom">181</td></tr></tbody></table>'


def maak(html: str, site: str = SITE) -> Worddocument:
    plaatje = BytesIO()
    Image.new("RGB", (40, 20)).save(plaatje, "PNG")
    return Document(BytesIO(als_docx(html, "Titel van het document", {"plaatje": plaatje.getvalue()}, site)))


def opbouw(document: Worddocument) -> list[str]:
    """Each alinea with its style, and the tables among them."""
    gevonden = []
    for stuk in document.iter_inner_content():
        stijl = stuk.style.name if stuk.style is not None else ""
        gevonden.append(f"{stijl}: {getattr(stuk, 'text', '')}")
    return gevonden


INHOUD = [
    "Heading 1: Kop",
    "Heading 2: Onder",
    "Heading 3: Dieper",
    "Normal: Zin.",
    "List Bullet: Punt",
    "Caption: Titel",
    "Table Grid: ",
    "Normal: ",
]


@pytest.fixture
def sjabloon(tmp_path: Path, settings: Settings) -> Path:
    """A document of a municipality: a heading in its own colour, a header, and a place for the hoofdstuk."""
    document = Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xB0, 0x00, 0x20)  # type: ignore[attr-defined]
    document.styles["Heading 1"].element.set(NAAM_IN_WORD, "Kop1")  # as a Dutch Word calls it
    document.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    document.add_paragraph("Voorwoord")
    document.add_paragraph(" {{ hoofdstuk }} ")
    document.add_paragraph("Nawoord")
    pad = tmp_path / "sjabloon.docx"
    document.save(str(pad))
    settings.SJABLOON = str(pad)
    return pad


NAAM_IN_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId"


def test_zonder_sjabloon_is_het_een_gewoon_document_op_a4() -> None:
    document = maak(HTML)

    assert opbouw(document) == INHOUD
    bladzijde = document.sections[0]
    assert (round(bladzijde.page_width.mm), round(bladzijde.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    assert document.core_properties.title == "Titel van het document"
    assert document.core_properties.author == "Doelwijzer"


def test_het_hoofdstuk_komt_op_zijn_plek_in_de_stijl_van_de_gemeente(sjabloon: Path) -> None:
    document = maak(HTML)

    assert opbouw(document) == ["Normal: Voorwoord", *INHOUD, "Normal: Nawoord"]
    assert document.sections[0].header.paragraphs[0].text == "Gemeente Voorbeeld"
    kop = document.paragraphs[1].style
    assert kop is not None
    assert kop.style_id == "Kop1"
    assert kop.font.color.rgb == RGBColor(0xB0, 0x00, 0x20)  # type: ignore[attr-defined]


def test_zonder_plek_komt_het_achteraan(sjabloon: Path) -> None:
    document = Document(str(sjabloon))
    document.paragraphs[1].text = "Geen plek"
    document.save(str(sjabloon))

    assert opbouw(maak(HTML)) == ["Normal: Voorwoord", "Normal: Geen plek", "Normal: Nawoord", *INHOUD]


def test_een_stijl_die_het_sjabloon_niet_heeft_komt_mee(sjabloon: Path) -> None:
    document = Document(str(sjabloon))
    for naam in ("Heading 3", "Caption", "Table Grid", "List Bullet"):
        document.styles[naam].delete()
    document.save(str(sjabloon))

    punt = ["Normal: • Punt" if regel == "List Bullet: Punt" else regel for regel in INHOUD]
    gemaakt = maak(HTML)
    assert opbouw(gemaakt) == ["Normal: Voorwoord", *punt, "Normal: Nawoord"]
    # in the letters and the colour of the document that it comes in
    stijl = gemaakt.styles["Heading 3"]
    assert stijl.base_style.name == "Normal"  # type: ignore[attr-defined]
    assert (stijl.font.name, stijl.font.color.rgb) == (None, None)  # type: ignore[attr-defined]


@pytest.mark.parametrize("inhoud", [None, b"", b"geen zip", b"PK\x05\x06" + bytes(18)])
def test_een_sjabloon_dat_er_niet_is_of_niet_deugt_houdt_niemand_tegen(
    tmp_path: Path, settings: Settings, caplog: pytest.LogCaptureFixture, inhoud: bytes | None
) -> None:
    pad = tmp_path / "sjabloon.docx"
    if inhoud is not None:
        pad.write_bytes(inhoud)
    settings.SJABLOON = str(pad)

    assert not is_te_gebruiken(str(pad))
    assert opbouw(maak(HTML)) == INHOUD
    assert "DOELWIJZER_SJABLOON is not there, or is no .docx" in caplog.text


def test_een_tabel_herhaalt_haar_kop_en_zet_cijfers_rechts() -> None:
    [tabel] = maak(HTML).tables

    assert [len(rij._tr.xpath("./w:trPr/w:tblHeader")) for rij in tabel.rows] == [1, 0]
    assert [[cel.paragraphs[0].alignment for cel in rij.cells] for rij in tabel.rows] == [[None, 2], [None, 2]]
    assert [[cel.paragraphs[0].runs[0].bold for cel in rij.cells] for rij in tabel.rows] == [[True] * 2, [None] * 2]


@pytest.mark.parametrize(("rijen", "bijeen"), [(12, True), (13, False)])
def test_een_kleine_tabel_blijft_op_een_bladzijde(rijen: int, bijeen: bool) -> None:
    [tabel] = maak(f"<table>{'<tr><td>1</td></tr>' * rijen}</table>").tables

    met_de_volgende = [rij.cells[0].paragraphs[0].paragraph_format.keep_with_next for rij in tabel.rows]
    assert met_de_volgende == [bijeen] * (rijen - 1) + [False]


def test_een_plaatje_heeft_zijn_woorden() -> None:
    [plaatje] = maak('<figure><img src="plaatje" alt="209 in 2021"><figcaption>X</figcaption></figure>').inline_shapes

    assert plaatje._inline.docPr.get("descr") == "209 in 2021"


@pytest.mark.parametrize(
    ("html", "tekst"),
    [
        ("<p>  een\n  <strong> twee </strong>\n drie </p>", "een twee drie"),
        ("<p>een<br>\n twee</p>", "een\ntwee"),
        ('<p>een<span class="verborgen"> van PB 2026</span>, twee</p>', "een, twee"),
        ("<p>€\xa063,3\xa0miljoen</p>", "€\xa063,3\xa0miljoen"),
        ("<p>een &lt;b&gt; &amp; twee</p>", "een <b> & twee"),
        ("<p>een\x0btwee\uffffdrie</p>", "een twee drie"),
        ("<div><div>een</div></div>", "een"),
    ],
)
def test_tekst_is_zoals_een_browser_haar_toont(html: str, tekst: str) -> None:
    assert [alinea.text for alinea in maak(html).paragraphs] == [tekst]


@pytest.mark.parametrize(
    "html", ["<p>a <em>b</em></p>", "<video></video>", "<div>los <p>vast</p></div>", "<p>a<script>b</script></p>"]
)
def test_geen_tekst_gaat_stil_verloren(html: str) -> None:
    with pytest.raises(ValueError, match=r"heeft in Word geen vorm|Tekst naast een blok"):
        maak(html)


@pytest.mark.parametrize(
    ("site", "adres", "link"),
    [
        (SITE, "/bronnen/PB-2026/regels/626/", f"{SITE}/bronnen/PB-2026/regels/626/"),
        ("", "/bronnen/PB-2026/regels/626/", None),
        ("", "https://elders.example/", "https://elders.example/"),
        (SITE, "javascript:alert(1)", None),
    ],
)
def test_een_link_leidt_naar_de_site_als_die_haar_adres_kent(site: str, adres: str, link: str | None) -> None:
    [alinea] = maak(f'<p>Zie <a href="{adres}">regel 626</a>.</p>', site).paragraphs

    assert alinea.text == "Zie regel 626."
    assert [hyperlink.address for hyperlink in alinea.hyperlinks] == ([link] if link else [])
