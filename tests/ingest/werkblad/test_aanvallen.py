"""Spreadsheets that would stop the site: each is refused with a sentence, and the site goes on."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook
from openpyxl.xml.constants import SHEET_MAIN_NS

from ingest.kindproces.starten import Grenzen
from ingest.werkblad import aangeboden
from tests.gereedschap.werkblad import boek, in_bytes, met_deel, tekst_van

pytestmark = pytest.mark.django_db

DEUREN = ("/werk/inlezen/", "/werk/doelen/inlezen/")
GOED = in_bytes(boek(*([f"x{rij}", rij] for rij in range(200)))[0])
BLAD = re.compile(rb"<sheet [^>]*/>")


def met_bladen(aantal: int) -> bytes:
    """Sheets that all are one part of the file."""
    met = zipfile.ZipFile(io.BytesIO(GOED)).read("xl/workbook.xml")
    (blad,) = BLAD.findall(met)
    bladen = (
        blad.replace(b'name="Sheet"', b'name="S%d"' % nummer).replace(b'sheetId="1"', b'sheetId="%d"' % nummer)
        for nummer in range(1, aantal + 1)
    )
    return met_deel(GOED, BLAD.pattern, b"".join(bladen))


def met_samengevoegd(aantal: int) -> bytes:
    cellen = b"<mergeCells>" + b'<mergeCell ref="A2:B201"/>' * aantal + b"</mergeCells>"
    return met_deel(GOED, rb"</sheetData>", b"</sheetData>" + cellen)


def met_herhaalde_tekst() -> bytes:
    """A text of 3 kB, once in the file, in each of 18,000 cells."""
    werkboek = Workbook()
    for _ in range(300):
        werkboek.worksheets[0].append([0] * 60)
    inhoud = met_deel(in_bytes(werkboek), rb't="n"', b't="s"')
    soort = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    deel = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % soort
    uit = io.BytesIO(met_deel(inhoud, rb"</Types>", deel))
    tekst = f'<sst xmlns="{SHEET_MAIN_NS}"><si><t>{"lang" * 750}</t></si></sst>'
    with zipfile.ZipFile(uit, "a") as zip_:
        zip_.writestr("xl/sharedStrings.xml", tekst)
    return uit.getvalue()


@pytest.mark.parametrize("deur", DEUREN)
@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        pytest.param(met_bladen(90), "zijn bladen aan elkaar gelijk gemaakt", id="shared-part"),
        pytest.param(met_bladen(15_000), "heeft meer dan 100 bladen", id="many-sheets"),
        pytest.param(met_samengevoegd(110_000), "op meer dan 2000 plekken cellen samengevoegd", id="many-merged"),
        pytest.param(met_herhaalde_tekst(), "te veel tekst", id="repeated-text"),
    ],
)
def test_een_werkboek_dat_de_site_zou_stoppen_wordt_meteen_geweigerd(
    client: Client, deur: str, inhoud: bytes, zin: str
) -> None:
    antwoord = client.post(deur, {"bestand": SimpleUploadedFile("a.xlsx", inhoud)})

    assert antwoord.status_code == 422
    assert zin in tekst_van(antwoord)


@pytest.mark.parametrize("deur", DEUREN)
@pytest.mark.parametrize(
    ("grenzen", "zin"),
    [
        (Grenzen(geheugen=600_000_000, rekentijd=10, seconden=0.0), "duurde te lang en is gestopt"),
        (Grenzen(geheugen=60_000_000, rekentijd=10, seconden=15), "te veel geheugen"),
    ],
)
def test_een_werkboek_wordt_met_grenzen_gelezen(
    client: Client, monkeypatch: pytest.MonkeyPatch, deur: str, grenzen: Grenzen, zin: str
) -> None:
    monkeypatch.setattr(aangeboden, "GRENZEN", grenzen)

    antwoord = client.post(deur, {"bestand": SimpleUploadedFile("a.xlsx", GOED)})

    assert antwoord.status_code == 422
    assert zin in tekst_van(antwoord)
