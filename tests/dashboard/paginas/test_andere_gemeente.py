"""A site of another gemeente: nothing of Zoetermeer, and its first documents with their sources."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from pytest_django import Settings

from indicators.models import Bedrag, Doelstelling, Indicator, Programma, Publicatie, Vermelding
from ingest.documenten.werker import werk_af
from ingest.models import Aanlevering, Rol
from tests.gereedschap.aanleveren import aangeleverd
from tests.gereedschap.beoordelen import beantwoord_alles, publiceer
from tests.gereedschap.documenten.echt import map_van
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, met_id, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]

PAGINAS = [
    *("/", "/doelen/", "/geld/", "/vergelijken/", "/klopt-het/", "/raad/", "/bronnen/", "/data/", "/bevindingen/"),
    *("/over/", "/toegankelijkheid/"),
]
BEGROTING = (
    "Begroting 2031\n\nGemeente Waterdam\n\nWat kost het?\n\nBedragen x € 1.000\n"
    "Omschrijving\tRekening 2029\tBegroting 2030\tBegroting 2031\n"
    "Lasten\t48.551\t54.745\t57.069\nBaten\t13.157\t15.859\t16.396\n"
    "Saldo van lasten en baten\t-35.394\t-38.886\t-40.673\n\nZo ver.\n"
)
# Of Vestigingen and Banen the printed unit is too long for its field.
PER_INWONER = {
    "omschrijving": "Aantal per 1.000 inwoners van 15 tot en met 64 jaar",
    "eenheid": "per 1.000 inwoners van 15 t/m 64 jaar",
    "decimalen": "1",
    "richting": "onbekend",
    "soort_begroting": "kengetal",
    "meetperiode": "kalenderjaar",
}


@pytest.fixture(autouse=True)
def leeg(settings: Settings) -> None:
    settings.LEEG, settings.GEMEENTE = True, "Waterdam"


def test_een_lege_site_heeft_niets_van_zoetermeer(client: Client) -> None:
    call_command("load_bundled", verbosity=0)

    for adres in PAGINAS:
        antwoord = client.get(adres)
        assert antwoord.status_code == 200
        assert "Zoetermeer" not in antwoord.content.decode()
    assert "Er is nog geen begroting geladen" in tekst(haal(client, "/"))
    assert not Programma.objects.exists()


def test_een_begroting_met_alleen_geld_staat_er_met_haar_bron(client: Client, tmp_path: Path) -> None:
    bestand = tmp_path / "begroting.txt"
    bestand.write_text(BEGROTING)
    call_command("load_document", str(bestand), verbosity=0)

    thuis = tekst(haal(client, "/"))
    assert "Begroting 2031: 9 bedragen" in thuis
    assert "Doelen en indicatoren alleen van" not in tekst(haal(client, "/over/"))
    assert "Nog geen doelen op deze site" in thuis
    assert "Begroting 2031" in thuis
    assert "Programmabegroting" not in thuis
    bron = tekst(met_id(haal(client, "/bronnen/PB-2031/"), "andere-bedragen"))
    assert "Saldo van lasten en baten (netto kosten) 35.394 38.886 40.673" in bron
    assert "Lasten (lasten) 48.551 54.745 57.069" in bron
    assert tekst(met_id(haal(client, "/geld/"), "geld-1")).endswith(
        "Saldo van lasten en baten (netto kosten) 35.394 38.886 40.673"
    )
    assert client.get("/geld/?document=PB-2030").status_code == 404
    for adres in PAGINAS:
        assert "Zoetermeer" not in client.get(adres).content.decode()


@pytest.mark.documents
def test_het_geld_van_een_gemeente_zonder_programmas_staat_onder_de_koppen_van_het_document(
    client: Client, settings: Settings
) -> None:
    settings.GEMEENTE = "Oss"
    call_command("load_document", str(map_van("oss-b2024-bijlage5") / "oss-b2024-bijlage5.html"), verbosity=0)

    geld = haal(client, "/geld/")
    koppen = [tekst(kop) for kop in geld.iter("caption")]
    assert koppen[:2] == [
        "Programma 1. Welzijn en zorg, x € 1.000",
        "Programma 2. Werk, inkomen en onderwijs, x € 1.000",
    ]
    _, rijen = tabel(geld, "geld-2")
    assert [tekst(cel) for cel in rijen["Inkomensregelingen (baten)"]] == ["-31.775"] * 5


@pytest.mark.documents
@pytest.mark.parametrize(
    ("naam", "gemeente", "publicatie", "aantal"),
    [
        ("breda-b2024-totaal", "Breda", "PB 2024", 137),
        ("oss-b2024-bijlage5", "Oss", "PB 2024", 160),
        ("aalsmeer-b2024-mjr", "Aalsmeer", "PB 2024", 84),
    ],
)
def test_de_eerste_begroting_van_een_andere_gemeente(
    client: Client, settings: Settings, naam: str, gemeente: str, publicatie: str, aantal: int
) -> None:
    settings.GEMEENTE = gemeente
    call_command("load_document", str(map_van(naam) / f"{naam}.html"), verbosity=0)

    assert Bedrag.objects.geldend().gedrukt().count() == aantal
    bron = Publicatie.objects.get(naam=publicatie).get_absolute_url()
    assert client.get(bron).status_code == 200
    assert bron in client.get("/").content.decode()


@pytest.mark.documents
def test_van_een_begroting_met_alleen_indicatoren_wordt_elke_naam_gevraagd(settings: Settings) -> None:
    settings.GEMEENTE = "Rotterdam"
    pad = map_van("rotterdam-b2023-bbv") / "rotterdam-b2023-bbv.html"
    with pytest.raises(CommandError, match='De indicator "Formatie" is niet bekend'):
        call_command("load_document", str(pad), verbosity=0)


@pytest.mark.documents
@pytest.mark.parametrize(
    ("naam", "gemeente", "doelen"), [("rotterdam-b2023-bbv", "Rotterdam", 6), ("breda-b2024-totaal", "Breda", 0)]
)
def test_van_aanleveren_tot_pagina(client: Client, settings: Settings, naam: str, gemeente: str, doelen: int) -> None:
    """By the pages, with two people; then each figure that was typed by hand stands on the site, with its line."""
    settings.GEMEENTE = gemeente
    pad = map_van(naam) / f"{naam}.html"
    document = aangeleverd(ingelogd(anna := maak_account("anna", Rol.CONTROLEUR)), pad.read_bytes())
    werk_af(document.pk)
    beantwoord_alles(ingelogd(anna), document, indicator=("nieuw", PER_INWONER))
    publiceer(ingelogd(maak_account("bert", Rol.CONTROLEUR)), document)

    assert document.staat == Aanlevering.Staat.GEPUBLICEERD, document.reden
    assert Doelstelling.objects.count() == doelen
    getypt = json.loads((map_van(naam) / f"{naam}.truth.json").read_text(encoding="utf-8"))["cijfers"]
    cijfers = Vermelding.objects.geldend().filter(waarde__isnull=False)
    bedragen = Bedrag.objects.geldend().gedrukt()
    gedrukt = [*cijfers.values_list("gedrukt", "jaar"), *bedragen.values_list("als_gedrukt", "jaar")]
    assert Counter(gedrukt) == Counter((cijfer["gedrukt"], cijfer["jaar"]) for cijfer in getypt)
    for adres in [
        *PAGINAS,
        *(ding.get_absolute_url() for ding in (*Doelstelling.objects.all(), *Indicator.objects.all())),
    ]:
        antwoord = client.get(adres)
        assert antwoord.status_code == 200, adres
        assert "Zoetermeer" not in antwoord.content.decode(), adres
