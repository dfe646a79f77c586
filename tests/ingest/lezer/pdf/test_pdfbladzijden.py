"""Pages that are turned, marked or drawn in odd ways are read as they are seen."""

import io
from itertools import pairwise

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.plaatje import maak_plaatje
from ingest.lezer.regels import Onleesbaar
from tests.gereedschap.documenten.gelezen_pdf import MET_LEGE_CELLEN, los
from tests.gereedschap.documenten.maak_pdf import (
    Alinea,
    Tabel,
    maak_pdf,
)


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_op_een_gedraaide_bladzijde_staat_alle_inkt_in_de_vakken(draai: int) -> None:
    bestand = maak_pdf([Alinea("Tekst."), Tabel(MET_LEGE_CELLEN, lijnen=False)], draai=draai)
    regels = lees_regels(bestand)
    assert [regel.gedrukt for regel in regels[-6:-1]] == ["\t".join(rij) for rij in MET_LEGE_CELLEN]
    beeld = Image.open(io.BytesIO(maak_plaatje(bestand, 1))).convert("L").point(lambda tint: 255 * (tint < 128))
    assert beeld.getbbox() is not None
    for vak in [vak for regel in regels for vak in regel.vakken if vak is not None]:
        hoeken = (vak.links * beeld.width, vak.boven * beeld.height, vak.rechts * beeld.width, vak.onder * beeld.height)
        kader = (int(hoeken[0]) - 1, int(hoeken[1]) - 1, int(hoeken[2]) + 2, int(hoeken[3]) + 2)
        assert beeld.crop(kader).getbbox() is not None
        beeld.paste(0, kader)
    assert beeld.getbbox() is None


def test_een_tabel_dwars_op_het_blad() -> None:
    def teken(canvas: Canvas) -> None:
        canvas.translate(500, 100)
        canvas.rotate(90)
        for rij, hoogte in zip(MET_LEGE_CELLEN, range(300, 200, -20), strict=True):
            canvas.drawString(0, hoogte, rij[0])
            for nummer, cel in enumerate(rij[1:], 1):
                canvas.drawRightString(150 + 60 * nummer, hoogte, cel)

    regels = lees_regels(los(teken))
    assert [regel.gedrukt for regel in regels[:5]] == ["\t".join(rij) for rij in MET_LEGE_CELLEN]
    vakken = [regel.vakken[0] for regel in regels[:5]]
    assert all(vak is not None and vak.onder > 0.85 for vak in vakken)
    assert all(een and ander and een.links < ander.links for een, ander in pairwise(vakken))


def test_een_watermerk_raakt_geen_rij() -> None:
    def teken(canvas: Canvas) -> None:
        for rij, hoogte in zip(MET_LEGE_CELLEN, range(700, 600, -20), strict=True):
            canvas.drawString(50, hoogte, rij[0])
            for nummer, cel in enumerate(rij[1:], 1):
                canvas.drawRightString(200 + 60 * nummer, hoogte, cel)
        canvas.translate(80, 560)
        canvas.rotate(30)
        canvas.setFont("Helvetica", 40)
        canvas.drawString(0, 0, "CONCEPT 99")

    regels = [regel.gedrukt for regel in lees_regels(los(teken))]
    assert regels == ["\t".join(rij) for rij in MET_LEGE_CELLEN] + ["", "CONCEPT", "", "99"]


def test_onzichtbare_tekens_ligaturen_en_een_dubbel_gedrukt_getal() -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def teken(canvas: Canvas) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(50, 700, "\ufb01nanci\u00eble zorg\u00adkosten")
        canvas.drawString(50, 650, "12.345")
        canvas.drawString(50.3, 650, "12.345")

    assert [r.gedrukt for r in lees_regels(los(teken))] == ["financiële zorgkosten", "", "12.345"]


def test_letters_waarvan_het_bestand_niet_zegt_hoe_hoog_ze_zijn() -> None:
    """Then each box is as high as its letter; a line is as high as the size of its letters all the same."""
    letters = TTFont("Zonder hoogte", "Vera.ttf", asciiReadable=0)
    letters.face.ascent = letters.face.descent = 0
    pdfmetrics.registerFont(letters)

    def teken(canvas: Canvas) -> None:
        canvas.setFont("Zonder hoogte", 11)
        canvas.drawString(50, 700, "bijzondere uitgaven")
        canvas.drawString(50, 650, "-")
        canvas.drawString(50, 600, "nee")

    vakken = [vak for regel in lees_regels(los(teken)) for vak in regel.vakken if vak is not None]
    assert [round((vak.onder - vak.boven) * A4[1], 1) for vak in vakken] == [12.3, 12.3, 12.3]


def test_letters_die_het_bestand_niet_noemt() -> None:
    """One of them makes a number unreadable, never another number; many of them make the document unreadable."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def teken(canvas: Canvas, tekst: str) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(50, 700, tekst)

    een = los(lambda canvas: teken(canvas, "Realisatie van de uitstroom naar werk 1\u4e005"))
    assert lees_regels(een)[0].gedrukt == "Realisatie van de uitstroom naar werk 1\ufffd5"
    with pytest.raises(Onleesbaar, match="niet te lezen welke het zijn"):
        lees_regels(los(lambda canvas: teken(canvas, "1\u4e00\u4e005")))
