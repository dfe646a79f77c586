"""PDF files that are damaged, too large, or without text: mended or refused with a sentence."""

import io
import re

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.bestanden.herkenning import Formaat, herken_bestand
from ingest.lezer.pdf import lezen
from ingest.lezer.plaatje import maak_plaatje
from ingest.lezer.regels import Onleesbaar
from tests.gereedschap.documenten.gelezen_pdf import lees, los
from tests.gereedschap.documenten.maak_pdf import (
    Alinea,
    Bladzijde,
    maak_pdf,
)


def test_een_kapotte_kruisverwijzing_wordt_hersteld() -> None:
    heel = maak_pdf([Alinea("Tekst van de begroting.")])
    kapot = re.sub(rb"startxref\s+\d+", b"startxref 7", heel)
    assert [regel.gedrukt for regel in lees_regels(kapot)] == ["Tekst van de begroting."]


def test_voortgang_per_bladzijde() -> None:
    gemeld: list[tuple[int, int]] = []
    lees_regels(maak_pdf([Alinea("Een."), Bladzijde(), Alinea("Twee.")]), lambda *paar: gemeld.append(paar))
    assert gemeld == [(1, 2), (2, 2)]


def _beeld(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "grey")), 0, 0, 595, 842)


def _vooral_beeld(canvas: Canvas) -> None:
    for _ in range(3):
        _beeld(canvas)
        canvas.showPage()
    canvas.drawString(50, 700, "Tekst op bladzijde vier.")
    canvas.showPage()
    _beeld(canvas)


def zoveel_bladzijden(aantal: int, maten: bytes = b"595 842") -> bytes:
    """A PDF in which one page is shown so many times."""
    kinderen = b"3 0 R " * aantal
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF"
        % (aantal, kinderen, maten)
    )


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (los(_beeld), "Dit is een scan: een PDF met alleen beelden, zonder tekst"),
        (los(_vooral_beeld), "zonder tekst zijn bladzijde 1-3 en 5"),
        (los(lambda canvas: None, encrypt=StandardEncryption("geheim")), "versleuteld met een wachtwoord"),
        (b"%PDF-1.7\n" + b"\x00\xff rommel " * 500, "beschadigd en gaat niet open"),
        (zoveel_bladzijden(0), "beschadigd en gaat niet open"),
        (zoveel_bladzijden(10_000), "heeft 10000 bladzijden"),
        (zoveel_bladzijden(1, b"90000 842"), "3175 bij 30 cm"),
    ],
    ids=["scan", "vooral scan", "versleuteld", "rommel", "leeg", "te lang", "te groot"],
)  # fmt: skip
def test_wat_niet_te_lezen_is_wordt_geweigerd(inhoud: bytes, reden: str) -> None:
    assert herken_bestand(inhoud).formaat is Formaat.PDF
    with pytest.raises(Onleesbaar, match=reden):
        lees_regels(inhoud)


def test_te_veel_tekens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lezen, "MEESTE_TEKENS", 1_000)
    with pytest.raises(Onleesbaar, match="tekens"):
        lees(Alinea("Tekst " * 400))


def test_een_pdf_begint_soms_met_iets_anders() -> None:
    assert herken_bestand(b"\n\n" + maak_pdf([Alinea("Tekst.")])).formaat is Formaat.PDF


def test_een_plaatje_is_niet_te_groot() -> None:
    bestand = maak_pdf([Alinea("Tekst.")], formaat=(200, 14_000))
    beeld = Image.open(io.BytesIO(maak_plaatje(bestand, 1, 4_000)))
    assert beeld.width * beeld.height <= 8_100_000
    with pytest.raises(IndexError):
        maak_plaatje(bestand, 2)
