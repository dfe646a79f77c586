"""What nobody expects in a cell, at every door that takes a spreadsheet: a page, never an error of the site."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from tests.gereedschap.werkblad import KOPPEN, in_bytes, plak, velden_van

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]

DOELKOPPEN = [
    "sleutel", "indicator", "gemeten als", "begroting", "titel", "vastgesteld", "adres", "bladzijde", "voor jaar",
    "cijfer", "regel zoals gedrukt", "wat is het", "net zo gemeten", "anders gemeten",
]  # fmt: skip
EIGEN = ["programma", "doelstelling", "indicator", "2023", "2024", "bron", "toelichting"]
VREEMD = [
    "=1+1", "", "x" * 30_000, "1e400", "-1e-400", "99999999999999999999", "31-12-2024", "0-0-0000", "NaN",
    "∞", "١٢٣", "½",
    "\u202e12", "\ufeff", "'=1+1", "@SUM(A1)", "#N/B", "1,2,3", "12 %%", "𝟏𝟐", "a\u0000b", "\x0b", "9" * 400,
]  # fmt: skip
GEEN = [1e308, -1e-300, True, date(2024, 12, 31), datetime(9999, 12, 31, 23, 59), 10**30, None]  # noqa: DTZ001
DEUREN = {"/werk/inlezen/": KOPPEN, "/werk/doelen/inlezen/": DOELKOPPEN}


def als_csv(koppen: list[str], rijen: list[list[str]]) -> bytes:
    return "\r\n".join(";".join(rij) for rij in [koppen, *rijen]).encode("utf-8")


def schoon(rij: list[str]) -> list[object]:
    """Without what no XLSX file can hold."""
    return [waarde.replace("\0", "").replace("\x0b", "")[:30_000] for waarde in rij]


def als_xlsx(koppen: list[str], rijen: list[list[object]]) -> bytes:
    werkboek = Workbook()
    for nummer, rij in enumerate([koppen, *rijen], start=1):
        for plaats, inhoud in enumerate(rij, start=1):
            werkboek.worksheets[0].cell(nummer, plaats).value = inhoud
    return in_bytes(werkboek)


@pytest.mark.parametrize("eigen", [False, True], ids=["ours", "theirs"])
@pytest.mark.parametrize("deur", DEUREN)
def test_vreemde_inhoud_geeft_een_zin(client: Client, deur: str, eigen: bool) -> None:
    koppen = EIGEN if eigen else DEUREN[deur]
    rijen = [
        [sleutel if kop == "sleutel" else waarde for kop in koppen]
        for waarde in VREEMD
        for sleutel in ("uitstroom-naar-school", waarde)
    ]
    rijen += [["12" if kop in ("cijfer", "2023") else waarde for kop in koppen] for waarde in VREEMD]
    for inhoud in (als_csv(koppen, rijen), als_xlsx(koppen, [*map(schoon, rijen), *([x] * len(koppen) for x in GEEN)])):
        antwoord = client.post(deur, {"bestand": SimpleUploadedFile("a.xlsx", inhoud)})
        assert antwoord.status_code in (200, 422)
        for actie in ("bewaren", "voorleggen"):
            assert client.post(deur, {**velden_van(antwoord), "actie": actie}).status_code in (200, 302, 422)


@pytest.mark.parametrize("eigen", [False, True], ids=["ours", "theirs"])
def test_vreemde_inhoud_die_geplakt_is_geeft_een_zin(client: Client, eigen: bool) -> None:
    koppen = EIGEN if eigen else KOPPEN
    rijen = ["\t".join([waarde] * len(koppen)) for waarde in VREEMD]

    assert plak(client, "\n".join(["\t".join(koppen), *rijen])).status_code in (200, 422)
    assert plak(client, "\n".join(VREEMD)).status_code in (200, 422)
