"""What is expected of uitstroom naar werk: typed by one, agreed to by another, public or not, and never judged."""

import csv
import io

import pytest
from django.db import IntegrityError
from django.http import HttpResponse
from django.template.defaultfilters import date
from django.test import Client

from indicators.models import Definitie, Doelstelling
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.models import Prognose
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import PAGINA, VANDAAG, dien_in, html, keur_goed
from tests.gereedschap.paginas import haal, met_id, met_klasse, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

DIT_JAAR, VORIG_JAAR = VANDAAG.year, VANDAAG.year - 1
NAAM = "Uitstroom uit de bijstand naar werk"
DAG = date(VANDAAG, "j F Y")
RUST = "Na drie kwartalen 142 mensen."


def adres(jaar: int = DIT_JAAR, reeks: str = "uitstroom-naar-werk") -> str:
    return f"/werk/prognoses/{reeks}/{jaar}/"


@pytest.fixture
def inge() -> Client:
    return ingelogd(maak_account("inge", "invoerder", doelstelling="1.5"))


@pytest.fixture
def carla() -> Client:
    return ingelogd(maak_account("carla", "controleur"))


def leg_voor(browser: Client, cijfer: str = "190", jaar: int = DIT_JAAR, **velden: str) -> HttpResponse:
    gezien = verborgen(browser.get(adres(jaar)), "gezien")
    return browser.post(adres(jaar), {"ingetypt": cijfer, "toelichting": RUST, "gezien": gezien, **velden})


def prognose(browser: Client, cijfer: str = "190", jaar: int = DIT_JAAR) -> Prognose:
    """One that waits."""
    antwoord = leg_voor(browser, cijfer, jaar)
    assert antwoord.status_code == 302, html(antwoord)
    return Prognose.objects.latest("voorgelegd_op")


def besluit(browser: Client, ding: Prognose, actie: str, **velden: str) -> str:
    """What the page says after this."""
    ding.refresh_from_db()
    gezien = {"actie": actie, "gezien": str(ding.versie), **velden}
    return html(browser.post(f"/werk/controle/prognoses/{ding.pk}/", gezien, follow=True))


@pytest.fixture
def openbaar(inge: Client, carla: Client) -> Prognose:
    """Of this year, and everybody sees it."""
    ding = prognose(inge)
    assert "190 staat nu op de site." in besluit(carla, ding, "goed", openbaar="on")
    return ding


def in_de_lijst(browser: Client, lijst: str = "/werk/", jaar: int = DIT_JAAR) -> str:
    """What a list says of this one figure."""
    taken = met_klasse(haal(browser, f"{lijst}?jaar={jaar}"), "taak")
    [zin] = [tekst(taak) for taak in taken if NAAM in tekst(taak)]
    return zin


def in_het_bestand(jaar: int = DIT_JAAR) -> list[str]:
    """What the file of this indicator has as prognose of a year."""
    antwoord = Client().get("/data/indicatoren/uitstroom-naar-werk.csv")
    inhoud = antwoord.getvalue().decode()  # type: ignore[attr-defined]
    rijen = [rij for rij in csv.DictReader(io.StringIO(inhoud)) if rij["soort"] == "prognose"]
    return [rij["waarde"] for rij in rijen if rij["jaar"] == str(jaar)]


def op_de_site() -> list[str]:
    """Every page where it could be, as everybody sees them."""
    paden = (PAGINA, "/doelstellingen/1.5/", "/", "/doelen/", "/vergelijken/", "/klopt-het/", "/bronnen/")
    return [tekst(haal(Client(), pad)) for pad in paden]


# From the list to the controleur


@pytest.mark.drawn
def test_de_lijst_vraagt_een_prognose_van_dit_jaar_en_van_vorig_jaar(inge: Client) -> None:
    for jaar in (DIT_JAAR, VORIG_JAAR):
        lijst = inge.get(f"/werk/?jaar={jaar}").content.decode()
        assert f'href="{adres(jaar)}"' in lijst
        assert inge.get(adres(jaar)).status_code == 200
    assert "/werk/prognoses/" not in inge.get("/werk/?jaar=2023").content.decode()  # no document prints its result
    for jaar in (2023, DIT_JAAR + 1):
        assert inge.get(adres(jaar)).status_code == 404
    assert inge.get(adres(reeks="bijstandsuitkeringen")).status_code == 404  # of another doelstelling


def test_zonder_akkoord_en_zonder_keuze_ziet_niemand_buiten_hem(inge: Client, carla: Client) -> None:
    voor = op_de_site()
    ding = prognose(inge)
    assert "Prognose: 190 (wacht op controle)" in in_de_lijst(inge)
    assert f"{NAAM} {DIT_JAAR}: 190, wacht op controle" in tekst(haal(carla, "/werk/controle/"))
    assert "prognose 190 (wacht op controle)" in in_de_lijst(carla, "/werk/voortgang/")
    voluit = haal(carla, f"/werk/controle/prognoses/{ding.pk}/")
    assert RUST in tekst(voluit)
    assert met_id(voluit, "openbaar").get("checked") is None

    assert "is goedgekeurd. Alleen mensen met een account zien haar." in besluit(carla, ding, "goed")

    assert "Prognose: 190 (goedgekeurd, niet openbaar)" in in_de_lijst(inge)
    assert "prognose 190 (goedgekeurd, niet openbaar)" in in_de_lijst(carla, "/werk/voortgang/")
    assert "190, goedgekeurd, niet openbaar" in tekst(haal(carla, "/werk/controle/"))
    assert op_de_site() == voor
    assert in_het_bestand() == []
    assert in_de_lijst(inge).startswith(f"{NAAM} te doen")


def test_niets_wordt_bewaard_voordat_te_zien_was_hoe_het_begrepen_is(inge: Client) -> None:
    eerst = leg_voor(inge, "1905")
    assert "Zo begrijpen wij het: 1.905" in html(eerst)
    assert not Prognose.objects.exists()
    assert leg_voor(inge, "1905", begrepen=verborgen(eerst, "begrepen")).status_code == 302
    assert Prognose.objects.get().waarde == 1905


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"ingetypt": ""}, "Typ het cijfer dat u verwacht."),
        ({"ingetypt": "18,5"}, "Dit cijfer is een heel getal. Rond het af."),
        ({"toelichting": ""}, "Schrijf waar u dit op baseert. Anders kan een ander het niet controleren."),
    ],
)
def test_wat_niet_klopt_wordt_gezegd(inge: Client, velden: dict[str, str], zin: str) -> None:
    antwoord = leg_voor(inge, **velden)
    assert antwoord.status_code == 422
    assert zin in html(antwoord)
    assert not Prognose.objects.exists()


def test_vier_ogen(inge: Client) -> None:
    allebei = maak_account("alle", "controleur")
    allebei.rechten.create(rol="invoerder", doelstelling=Doelstelling.objects.get(code="1.5"))
    beide = ingelogd(allebei)
    ding = prognose(beide)
    assert "Dit voerde u zelf in. Een ander moet het controleren." in html(
        beide.get(f"/werk/controle/prognoses/{ding.pk}/")
    )
    assert "dit voerde u zelf in. Een ander moet het controleren. Er is niets gewijzigd." in besluit(
        beide, ding, "goed", openbaar="on"
    )
    assert Prognose.objects.get().wacht
    with pytest.raises(IntegrityError, match="controleur_is_niet_de_invoerder"), handelend_als(None, SYSTEEM):
        Prognose.objects.update(gecontroleerd_door=allebei.actor)


def test_teruggegeven_verbeterd_en_dan_goed(inge: Client, carla: Client) -> None:
    ding = prognose(inge, "290")
    assert "Schrijf waarom." in besluit(carla, ding, "terug", opmerking=" ")
    assert "is teruggegeven met uw opmerking." in besluit(carla, ding, "terug", opmerking="Bedoelt u 190?")
    assert "Opmerking van de controleur: Bedoelt u 190?" in in_de_lijst(inge)
    assert "Bedoelt u 190?" in html(inge.get(adres()))
    assert prognose(inge).pk == ding.pk
    assert "staat nu op de site" in besluit(carla, ding, "goed", openbaar="on")


def test_wie_iets_anders_zag_wijzigt_niets(inge: Client, carla: Client) -> None:
    ina = ingelogd(maak_account("ina", "invoerder", doelstelling="1.5"))
    gezien = verborgen(ina.get(adres()), "gezien")
    ding = prognose(inge)
    antwoord = leg_voor(ina, "195", gezien=gezien)
    assert antwoord.status_code == 422
    assert "Intussen wijzigde iemand anders deze prognose. Nu is bewaard: 190" in html(antwoord)
    oud = str(ding.versie)
    assert leg_voor(ina, "195", gezien=verborgen(antwoord, "gezien")).status_code == 302
    assert "is intussen gewijzigd. Er is niets gewijzigd." in besluit(carla, ding, "goed", gezien=oud)
    assert (Prognose.objects.get().cijfer, Prognose.objects.get().wacht) == ("195", True)


# What everybody sees


@pytest.mark.drawn
@pytest.mark.usefixtures("openbaar")
def test_de_pagina_zegt_van_wie_en_wanneer_en_geeft_geen_oordeel() -> None:
    pagina = haal(Client(), PAGINA)
    assert f"Over {DIT_JAAR}, prognose van de gemeente op {DAG}: 190." in tekst(pagina)
    assert "181 in 2024 (aantal)" in tekst(pagina)
    koppen, rijen = tabel(pagina, "tabel-uitstroom-naar-werk")
    assert tekst(rijen[str(DIT_JAAR)][koppen.index("Prognose van de gemeente")]) == "190"
    assert tekst(rijen[str(DIT_JAAR)][koppen.index("Realisatie")]) in ("", "-")
    assert f"{DIT_JAAR}: 190 (prognose van {DAG})" in tekst(met_id(pagina, "opgaven"))
    assert RUST in tekst(met_id(pagina, "opgaven"))
    assert all("190" not in tekst(grafiek) for grafiek in met_klasse(pagina, "grafiek"))
    assert in_het_bestand() == ["190"]


def test_nergens_anders_telt_hij_mee(inge: Client, carla: Client) -> None:
    _, _, *voor, _ = op_de_site()
    besluit(carla, prognose(inge), "goed", openbaar="on")
    _, doelstelling, *na, bronnen = op_de_site()
    assert na == voor
    assert doelstelling.count("rognose") == 1  # the heading of its column in the table of the indicator
    assert f"van de gemeente: {NAAM}, {DIT_JAAR}" in bronnen


def test_de_bron_zegt_dat_het_een_prognose_is(openbaar: Prognose) -> None:
    bron = tekst(haal(Client(), f"/bronnen/Prognose-{openbaar.pk}/regels/1/"))
    assert f"{NAAM}, prognose voor {DIT_JAAR}: 190" in bron
    assert f"Prognose van {DAG}: wat de gemeente verwacht. Het is geen resultaat en geen doel." in bron
    assert f"{NAAM}, prognose van de gemeente op {DAG} voor {DIT_JAAR}: 190." in bron
    assert "geldt niet meer" not in bron


def test_een_controleur_zet_haar_later_op_de_site(inge: Client, carla: Client) -> None:
    ding = prognose(inge)
    besluit(carla, ding, "goed")
    assert "190 staat nu op de site." in besluit(carla, ding, "openbaar")
    assert in_het_bestand() == ["190"]


# How it goes


def test_ingetrokken_gaat_ze_weg_en_blijft_haar_bron(openbaar: Prognose, carla: Client) -> None:
    assert "Schrijf waarom." in besluit(carla, openbaar, "intrekken", opmerking="")
    assert "is ingetrokken." in besluit(carla, openbaar, "intrekken", opmerking="Verkeerd geteld.")
    assert "rognose" not in tekst(haal(Client(), PAGINA))
    assert in_het_bestand() == []
    bron = tekst(haal(Client(), f"/bronnen/Prognose-{openbaar.pk}/"))
    assert "Reden: Verkeerd geteld." in bron
    assert "vervangen: zie" not in bron


def test_een_nieuwe_neemt_haar_plaats_in(openbaar: Prognose, inge: Client, carla: Client) -> None:
    nieuw = prognose(inge, "185")
    assert "Prognose: 190 (goedgekeurd, op de site) Prognose: 185 (wacht op controle)" in in_de_lijst(inge)
    assert in_het_bestand() == ["190"]
    besluit(carla, nieuw, "goed", openbaar="on")
    assert in_het_bestand() == ["185"]
    assert "Reden: De gemeente heeft een nieuwe prognose." in tekst(haal(Client(), f"/bronnen/Prognose-{openbaar.pk}/"))
    besluit(carla, prognose(inge, "170"), "goed")
    assert in_het_bestand() == []
    openbaar.refresh_from_db()
    assert openbaar.staat == "opgevolgd"


def test_het_cijfer_zelf_haalt_haar_in(inge: Client, carla: Client) -> None:
    ding = prognose(inge, jaar=VORIG_JAAR)
    besluit(carla, ding, "goed", openbaar="on")
    wacht = prognose(inge, "185", VORIG_JAAR)
    formulier = f"/werk/opgaven/uitstroom-naar-werk/{VORIG_JAAR}/"

    keur_goed(carla, dien_in(inge, formulier, ingetypt="188", toelichting="Geteld."))

    assert {ding.staat for ding in Prognose.objects.all()} == {"opgevolgd"}
    pagina = tekst(haal(Client(), PAGINA))
    assert "rognose" not in pagina
    assert f"188 in {VORIG_JAAR}" in pagina
    assert "was 190" not in pagina
    assert "Eerder al op de site" not in pagina
    assert in_het_bestand(VORIG_JAAR) == []
    assert "Dit cijfer geldt niet meer." in tekst(haal(Client(), f"/bronnen/Prognose-{ding.pk}/"))
    assert "rognose" not in in_de_lijst(inge, jaar=VORIG_JAAR)
    te_laat = leg_voor(inge, jaar=VORIG_JAAR)
    assert f"Het cijfer over {VORIG_JAAR} staat al op de site. Een prognose hoeft niet meer." in html(te_laat)
    assert "Er is niets gewijzigd." in besluit(carla, wacht, "goed")


@pytest.mark.usefixtures("openbaar")
def test_naast_een_voorlopig_cijfer_blijft_ze_staan(inge: Client, carla: Client) -> None:
    formulier = f"/werk/opgaven/uitstroom-naar-werk/{DIT_JAAR}/"
    keur_goed(carla, dien_in(inge, formulier, ingetypt="142", voorlopig="ja", toelichting="Tot nu toe."))
    pagina = tekst(haal(Client(), PAGINA))
    assert f"142 voorlopig in {DIT_JAAR}" in pagina
    assert f"prognose van de gemeente op {DAG}: 190" in pagina


def test_een_half_jaar_heeft_een_eigen_prognose(inge: Client, carla: Client) -> None:
    Definitie.objects.filter(slug="uitstroom-naar-werk").update(meetperiode="halfjaar")
    assert inge.get(adres()).status_code == 404
    half = f"{adres()}H2/"
    assert inge.post(half, {"ingetypt": "95", "toelichting": RUST}).status_code == 302
    besluit(carla, Prognose.objects.get(), "goed", openbaar="on")
    assert f"Over tweede halfjaar {DIT_JAAR}, prognose van de gemeente op {DAG}: 95." in tekst(haal(Client(), PAGINA))
