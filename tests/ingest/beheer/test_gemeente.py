"""Whose site it is: a beheerder fills it in, every page shows it, and a colour that cannot be read is refused."""

import pytest
from django.test import Client
from pytest_django import Settings

from indicators.gemeente import gemeente_nu
from indicators.huisstijl import contrast
from indicators.models import Gemeente, Wijziging
from ingest.models import Rol
from ingest.ontwerp.laden import laad_inhoud
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, lees_html, tekst

pytestmark = pytest.mark.django_db
ADRES = "/werk/gemeente/"
VELDEN = {
    "naam": "gemeente Waterdam",
    "portaal": "https://begroting.waterdam.example/",
    "kop": "#5A1E46",
    "accent": "#7a1f5c",
    "waarom": "Eerste keer.",
}


@pytest.fixture
def beheerder(settings: Settings) -> Client:
    settings.LEEG, settings.GEMEENTE = True, ""
    return ingelogd(maak_account("bea", Rol.BEHEERDER))


def test_de_eerste_keer_tot_elke_pagina(beheerder: Client, client: Client) -> None:
    begin = tekst(haal(client, "/"))
    assert "Begroting en resultaten van de gemeente (nog zonder naam)" in begin
    assert "Wie doet eerst wat?" in begin
    begin_van_beheer = tekst(haal(beheerder, ADRES))
    assert "Vul dit in voordat iemand een document aanlevert. Staat deze naam niet in een document" in begin_van_beheer
    assert "huisstijl.css" not in client.get("/").content.decode()

    assert beheerder.post(ADRES, VELDEN).status_code == 302

    thuis = client.get("/").content.decode()
    assert "Begroting en resultaten van de gemeente Waterdam" in tekst(lees_html(thuis.encode()))
    assert '<link rel="stylesheet" href="/huisstijl.css">' in thuis
    kleuren = client.get("/huisstijl.css")
    assert kleuren["Content-Type"] == "text/css; charset=utf-8"
    assert "--dw-kop: #5a1e46;" in kleuren.content.decode()
    assert "--dw-accent: #7a1f5c;" in kleuren.content.decode()
    assert "https://begroting.waterdam.example/" in tekst(haal(client, "/over/"))
    assert "Zoetermeer" not in thuis
    wijziging = Wijziging.objects.get(tabel="indicators_gemeente")
    assert (wijziging.actie, wijziging.reden, wijziging.rol) == ("insert", "Eerste keer.", "beheerder")


def test_een_andere_naam_geldt_meteen_ook_voor_de_lezer(beheerder: Client, client: Client) -> None:
    beheerder.post(ADRES, VELDEN)
    assert "gemeente Waterdam" in tekst(haal(client, "/bronnen/"))
    assert beheerder.post(ADRES, VELDEN | {"naam": "Polderstad"}).status_code == 302

    assert "gemeente Polderstad" in tekst(haal(client, "/bronnen/"))
    assert [gemeente.naam for gemeente in Gemeente.objects.order_by("pk")] == ["Waterdam", "Polderstad"]
    gelezen = laad_inhoud(b"Begroting 2031\n\nGemeente Waterdam\n\nPost\t2031\nLasten\t1\n", "begroting.txt")
    fouten = [fout.tekst for fout in gelezen.concept.fouten]
    assert "De naam Polderstad komt in dit document niet voor. Is dit de begroting van een andere gemeente?" in fouten


def test_zonder_rij_gelden_de_instellingen(settings: Settings) -> None:
    settings.GEMEENTE = "Zoetermeer"
    assert gemeente_nu().naam == "Zoetermeer"


@pytest.mark.parametrize(
    ("veld", "getypt", "zin"),
    [
        (
            "kop",
            "#7fb2bd",
            "De tekst op deze kleur is niet goed te lezen: het contrast is 2,3 en moet minstens 4,5 zijn.",
        ),
        ("kop", "#fff", "De tekst op deze kleur is niet goed te lezen: het contrast is 1,0 en moet minstens 4,5 zijn."),
        (
            "accent",
            "#3d8ba0",
            "Een link in deze kleur is niet goed te lezen: het contrast is 3,5 en moet minstens 4,5 zijn.",
        ),
        ("accent", "rood", "Typ een kleur als # met zes cijfers of letters a tot en met f, zoals #0b3f49."),
        ("kop", "#12345", "Typ een kleur als # met zes cijfers of letters a tot en met f, zoals #0b3f49."),
        ("portaal", "http://waterdam.example", "Het adres moet beginnen met https://."),
        ("naam", " ", "Typ de naam van de gemeente."),
        ("naam", "12", "Typ de naam van de gemeente."),
        ("waarom", "", "Schrijf op waarom."),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_met_een_zin(beheerder: Client, veld: str, getypt: str, zin: str) -> None:
    antwoord = beheerder.post(ADRES, VELDEN | {veld: getypt})

    assert antwoord.status_code == 422
    assert zin in tekst(lees_html(antwoord.content))
    assert not Gemeente.objects.exists()


def test_kleuren_mogen_leeg_blijven(beheerder: Client, client: Client) -> None:
    assert beheerder.post(ADRES, VELDEN | {"kop": "", "accent": "", "portaal": ""}).status_code == 302
    assert "huisstijl.css" not in client.get("/").content.decode()
    assert client.get("/huisstijl.css").content == b""


def test_contrast_is_dat_van_wcag() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.005)
