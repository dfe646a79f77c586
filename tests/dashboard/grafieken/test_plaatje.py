"""A chart as PNG: sharp enough for paper, and with its letters where no system has any."""

from io import BytesIO

import pytest
from django.utils.safestring import mark_safe
from PIL import Image

from dashboard.grafieken.bestand import Grafiek
from dashboard.grafieken.plaatje import als_png


def plaatje(tekening: str) -> Image.Image:
    grafiek = Grafiek("proef", "Proef", "", "aantal", "", "PB 2026", mark_safe(tekening), 440, 230)
    return Image.open(BytesIO(als_png(grafiek))).convert("L")


def donker(beeld: Image.Image) -> int:
    """How many points are ink."""
    return sum(beeld.histogram()[:128])


def test_een_plaatje_is_wit_en_drie_keer_zo_groot_als_de_tekening() -> None:
    leeg = plaatje("")

    assert leeg.size == (1320, 690)
    assert leeg.getextrema() == (255, 255)


@pytest.mark.parametrize("letters", ["209", "2.594", "76 %", "één", "€ 63,3"])
def test_letters_staan_erop_en_vet_is_vetter(letters: str) -> None:
    """Those of the system are not used, so these came along."""
    tekst = '<text font-family="system-ui, sans-serif" font-size="16" font-weight="{}" x="10" y="40">{}</text>'

    gewoon, vet = (donker(plaatje(tekst.format(gewicht, letters))) for gewicht in (400, 600))

    assert 0 < gewoon < vet


def test_een_cijfer_over_een_lijn_is_te_lezen() -> None:
    """Its white edge is drawn below the letters, not over them."""
    rand = 'stroke="white" stroke-width="4" paint-order="stroke"'
    tekst = '<text font-family="sans-serif" font-size="16" font-weight="600" {} x="10" y="40">181</text>'

    assert donker(plaatje(tekst.format(rand))) == donker(plaatje(tekst.format("")))
