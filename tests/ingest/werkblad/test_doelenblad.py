"""Goals of PB 2024, which is invented, from a sheet: shown row by row, and laid before a colleague when right."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import Workbook, load_workbook

from ingest.models import Overname
from tests.gereedschap.paginas import lees_html
from tests.gereedschap.werkblad import in_bytes, tekst_van

BLAD, INLEZEN = "/werk/doelen/werkblad.xlsx", "/werk/doelen/inlezen/"
KOPPEN = [
    "sleutel", "indicator", "gemeten als", "begroting", "titel", "vastgesteld", "adres", "bladzijde", "voor jaar",
    "cijfer", "regel zoals gedrukt", "wat is het", "net zo gemeten", "anders gemeten",
]  # fmt: skip
BOEK = {
    "begroting": 2024,
    "titel": "Programmabegroting 2024-2027",
    "vastgesteld": "Ja",
    "bladzijde": 41,
    "voor jaar": 2024,
}
WERK = {
    "cijfer": 180, "regel zoals gedrukt": "Begroting PB 2024 - 180 180", "wat is het": "streefwaarde",
    "net zo gemeten": "ja",
}  # fmt: skip


def ingevuld(client: Client, **rijen: dict[str, Any]) -> bytes:
    """The sheet of the site, with these rows filled in: by slug, then by heading."""
    boek = load_workbook(io.BytesIO(client.get(BLAD).content))
    blad = boek.worksheets[0]
    for rij in blad.iter_rows(min_row=2):
        velden = rijen.get(str(rij[0].value).replace("-", "_"))
        for kop, waarde in (BOEK | velden if velden else {}).items():
            rij[KOPPEN.index(kop)].value = waarde
    return in_bytes(boek)


def lees(client: Client, inhoud: bytes) -> HttpResponse:
    return client.post(INLEZEN, {"bestand": SimpleUploadedFile("doelen.xlsx", inhoud)})


def leg_voor(client: Client, pagina: HttpResponse, **anders: str) -> HttpResponse:
    """Send the rows as they are on the page."""
    velden: dict[str, list[str]] = {}
    for veld in lees_html(pagina.content).iter():
        naam = veld.get("name") or ""
        if veld.tag not in ("input", "select", "textarea") or not (naam == "rij" or (naam[:1] == "r" and "-" in naam)):
            continue
        if veld.get("type") == "checkbox":
            if veld.get("checked") is not None:
                velden[naam] = ["on"]
            continue
        opties = [o.get("value") or "" for o in veld.iter("option") if o.get("selected") is not None]
        waarde = (opties or [""])[0] if veld.tag == "select" else veld.get("value") or ""
        velden.setdefault(naam, []).append(waarde)
    return client.post(INLEZEN, {**velden, "actie": "voorleggen", **anders})


def test_het_werkblad_heeft_een_rij_per_cijfer(client: Client) -> None:
    blad = load_workbook(io.BytesIO(client.get(BLAD).content)).worksheets[0]

    kop, *rijen = blad.iter_rows(values_only=True)

    assert list(kop) == KOPPEN
    namen = {rij[0]: rij[1] for rij in rijen}
    assert namen["uitstroom-naar-werk"] == "Uitstroom uit de bijstand naar werk"
    assert "arbeidsplaatsen-register" not in namen  # of another doelstelling


def test_wat_klopt_wacht_op_een_collega_nadat_het_te_zien_was(client: Client) -> None:
    school = WERK | {"cijfer": 40, "regel zoals gedrukt": "Begroting PB 2024 - 40 40"}
    gelezen = lees(client, ingevuld(client, uitstroom_naar_werk=WERK, uitstroom_naar_school=school))

    assert not Overname.objects.exists()
    tekst = tekst_van(gelezen)
    assert "2 doelen gelezen. U kunt er 2 voorleggen. Er is nog niets voorgelegd." in tekst
    assert "Uitstroom uit de bijstand naar werk, PB 2024 voor 2024" in tekst
    assert "Begrepen als 180" in tekst
    assert "Programmabegroting 2024-2027, blz. 41 (vastgesteld door de raad)" in tekst

    antwoord = leg_voor(client, gelezen)

    assert (antwoord.status_code, antwoord["Location"]) == (302, "/werk/doelen/")
    assert "2 doelen wachten op controle door een collega." in tekst_van(client.get("/werk/doelen/"))
    gemaakt = Overname.objects.order_by("pk").values_list(
        "definitie__slug", "editie", "jaar", "waarde", "bladzijde", "staat"
    )
    assert [(slug, e, j, int(w), b, s) for slug, e, j, w, b, s in gemaakt] == [
        ("uitstroom-naar-werk", 2024, 2024, 180, 41, "voorgelegd"),
        ("uitstroom-naar-school", 2024, 2024, 40, 41, "voorgelegd"),
    ]


def test_wat_niet_klopt_blijft_staan_en_houdt_het_andere_niet_tegen(client: Client) -> None:
    fout = {"cijfer": 45, "regel zoals gedrukt": "Begroting PB 2024 - 40 40", "wat is het": "wens"}
    gelezen = lees(client, ingevuld(client, uitstroom_naar_werk=WERK, uitstroom_naar_school=fout))

    antwoord = leg_voor(client, gelezen)

    assert antwoord.status_code == 422
    tekst = tekst_van(antwoord)
    assert "1 doel wacht op controle door een collega." in tekst
    assert "Dit cijfer staat niet op de regel die u overtypte. Kijk beide na." in tekst
    assert "Vergelijk de omschrijving in het document met die hierboven." in tekst
    assert Overname.objects.get().definitie.slug == "uitstroom-naar-werk"

    beter = {"r2-ingetypt": "40", "r2-soort_begroting": "raming", "r2-zelfde": "on"}
    nummer = next(veld.get("value") for veld in lees_html(antwoord.content).iter("input") if veld.get("name") == "rij")
    leg_voor(client, antwoord, **{f"r{nummer}{naam[2:]}": waarde for naam, waarde in beter.items()})
    assert Overname.objects.get(definitie__slug="uitstroom-naar-school").soort_begroting == "raming"


def test_hetzelfde_doel_in_twee_rijen_komt_er_een_keer(client: Client) -> None:
    boek = load_workbook(io.BytesIO(ingevuld(client, uitstroom_naar_werk=WERK)))
    blad = boek.worksheets[0]
    [rij] = [rij for rij in blad.iter_rows(min_row=2, values_only=True) if rij[9]]
    blad.append(rij)

    antwoord = leg_voor(client, lees(client, in_bytes(boek)))

    assert "Dit doel is al overgenomen. U vindt het in de lijst." in tekst_van(antwoord)
    assert Overname.objects.count() == 1


@pytest.mark.parametrize(
    ("koppen", "zin"),
    [
        (["naam", "cijfer"], "In dit bestand is geen kolom “sleutel”."),
        (["sleutel", "cijfer"], "In dit bestand ontbreekt de kolom “begroting”."),
        (KOPPEN, "In dit bestand staat bij geen rij een cijfer."),
    ],
)
def test_een_ander_bestand_krijgt_een_zin(client: Client, koppen: list[str], zin: str) -> None:
    boek = Workbook()
    boek.worksheets[0].append(koppen)
    boek.worksheets[0].append(["uitstroom-naar-werk"])

    antwoord = lees(client, in_bytes(boek))

    assert antwoord.status_code == 422
    assert zin in tekst_van(antwoord)


def test_een_cijfer_van_een_ander_wordt_niet_overgenomen(client: Client) -> None:
    boek = Workbook()
    boek.worksheets[0].append(KOPPEN)
    rij = BOEK | WERK | {"sleutel": "arbeidsplaatsen-register"}
    boek.worksheets[0].append([rij.get(kop, "") for kop in KOPPEN])

    gelezen = lees(client, in_bytes(boek))

    assert "Onbekend cijfer, PB 2024 voor 2024" in tekst_van(gelezen)
    assert "Kies het cijfer." in tekst_van(gelezen)
    leg_voor(client, gelezen)
    assert not Overname.objects.exists()
