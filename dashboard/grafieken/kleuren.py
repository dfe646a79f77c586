"""The colours of thema.css: a page has them from there itself, a drawing that also stands alone as a file from here."""

from indicators.huisstijl import KLEUREN

_EDITIES = [naam for naam in KLEUREN if naam.startswith("begroting-")]


def editiekleur(nummer: int) -> str:
    """The name of the colour that an edition has on all pages, by its number."""
    return _EDITIES[(nummer - 1) % len(_EDITIES)]
