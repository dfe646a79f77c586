"""A spreadsheet as somebody fills it in, and the page that reads it."""

import io
import re
import zipfile
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from hypothesis import settings
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.models import Opgave
from ingest.werkblad.lezen import lees_werkboek
from ingest.werkblad.rijen import Blad
from ingest.werkblad.werkboek import Werkboek
from tests.gereedschap.paginas import lees_html

ZUINIG = settings(max_examples=60, derandomize=True, deadline=None)
KOPPEN = [
    "sleutel", "indicator", "eenheid", "over", "uiterlijk", "doel", "vorige waarde", "nu op de site",
    "cijfer", "geen cijfer", "voorlopig", "bron", "gemeten op", "toelichting", "reden", "stand",
]  # fmt: skip
SCHOOL = {"cijfer": 42, "bron": "Suites4 SociaalDomein"}


def boek(*rijen: list[Any], koppen: list[str] | None = None) -> tuple[Workbook, Worksheet]:
    """A spreadsheet with these rows under a header, and its one sheet."""
    werkboek = Workbook()
    blad = werkboek.worksheets[0]
    blad.append(koppen or ["sleutel", "cijfer", "gemeten op", "bron"])
    for rij in rijen:
        blad.append(rij)
    return werkboek, blad


def in_bytes(werkboek: Workbook) -> bytes:
    """A spreadsheet as a file."""
    uit = io.BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def lees_werkblad(inhoud: bytes) -> Blad:
    """The rows of our sheet in a file."""
    return ons(lees_werkboek(inhoud).ons_blad())


def ons(gelezen: Blad | Werkboek | None) -> Blad:
    """What was read, which must be our sheet."""
    assert isinstance(gelezen, Blad)
    return gelezen


def met_uitkomst(inhoud: bytes, uitkomst: str) -> bytes:
    """The file as Excel keeps it after it was opened: with what its one formula gives."""
    return met_deel(inhoud, rb"</f><v ?/>|</f><v></v>", f"</f><v>{uitkomst}</v>".encode())


def met_deel(inhoud: bytes, patroon: bytes, nieuw: bytes) -> bytes:
    """The file with other XML where this pattern stands in it."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as gemaakt:
        for naam in oud.namelist():
            gemaakt.writestr(naam, re.sub(patroon, nieuw, oud.read(naam)))
    return uit.getvalue()


def haal(client: Client, soort: str = "xlsx", jaar: int = 2025) -> bytes:
    """The list of a year, as the site writes it."""
    antwoord = client.get(f"/werk/werkblad.{soort}?jaar={jaar}")
    assert antwoord.status_code == 200
    return antwoord.content


def lees_in(client: Client, inhoud: bytes, jaar: int = 2025) -> HttpResponse:
    """The page after this file was chosen."""
    return client.post(f"/werk/inlezen/?jaar={jaar}", {"bestand": SimpleUploadedFile("a.xlsx", inhoud)})


def plak(client: Client, tekst: str, jaar: int = 2025) -> HttpResponse:
    """The page after this text was pasted."""
    pagina = lees_html(client.get(f"/werk/inlezen/?jaar={jaar}").content)
    volgorde = [veld.get("value") for veld in pagina.iter("input") if veld.get("name") == "volgorde"]
    return client.post(f"/werk/inlezen/?jaar={jaar}", {"tekst": tekst, "volgorde": volgorde})


def velden_van(antwoord: HttpResponse) -> dict[str, list[str]]:
    """What a browser sends back of the rows on the page."""
    velden: dict[str, list[str]] = {}
    for veld in lees_html(antwoord.content).iter():
        naam = veld.get("name") or ""
        if (
            not (naam in ("rij", "jaren") or naam.startswith("r"))
            or veld.get("type") == "checkbox"
            or veld.tag == "button"
        ):
            continue
        waarde = veld.get("value") or ""
        if veld.tag == "textarea":
            waarde = (veld.text or "").removeprefix("\n")
        if veld.tag == "select":
            waarde = next((o.get("value") or "" for o in veld.iter("option") if o.get("selected") is not None), "")
        velden.setdefault(naam, []).append(waarde)
    return velden


def bevestig(client: Client, antwoord: HttpResponse, actie: str = "bewaren", **anders: str) -> HttpResponse:
    """Send the rows that are on the page, some fields of them otherwise."""
    wie = next(veld.get("value") for veld in lees_html(antwoord.content).iter() if veld.get("name") == "wie")
    return client.post("/werk/inlezen/?jaar=2025", {**velden_van(antwoord), **anders, "wie": wie, "actie": actie})


def tekst_van(antwoord: HttpResponse) -> str:
    """What a page says, on one line."""
    return " ".join("".join(lees_html(antwoord.content).itertext()).split())


def vul(inhoud: bytes, **cellen: dict[str, Any]) -> bytes:
    """The sheet with these cells filled in: by key, then by heading."""
    werkboek = load_workbook(io.BytesIO(inhoud))
    blad = werkboek["Mijn cijfers"]
    for rij in blad.iter_rows(min_row=2):
        for kop, waarde in cellen.get(str(rij[0].value).split("/")[0].replace("-", "_"), {}).items():
            rij[KOPPEN.index(kop)].value = waarde
    return in_bytes(werkboek)


def opgaven() -> dict[str, tuple[str, Decimal | None, str]]:
    """What is kept, by definitie: as typed, as understood, and how far it is."""
    return {o.definitie.slug: (o.ingetypt, o.waarde, o.staat) for o in Opgave.objects.all()}
