"""Django's admin: accounts and structure, each change with its reason, and never a figure."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.contrib.admin.models import LogEntry
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver

from indicators.models import Breuk, Definitie, Doelstelling, Indicator, Lezing, Passage, Publicatie, Versie, Wijziging
from ingest.models import Account, Recht
from ingest.structuur.bestand import zorg_voor_structuur
from tests.gereedschap.mensen import app_van, ingelogd, maak_account
from tests.gereedschap.paginas import haal, lees_html, met_klasse, tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder() -> Account:
    zorg_voor_structuur()
    return maak_account("bea", "beheerder")


@pytest.fixture
def browser(beheerder: Account) -> Client:
    return ingelogd(beheerder)


def velden(browser: Client, adres: str) -> dict[str, str]:
    """The form as the browser would send it, untouched."""
    gevonden = {}
    formulier = next(f for f in haal(browser, adres).iter("form") if f.get("id", "").endswith("_form"))
    for veld in formulier.iter():
        naam = veld.get("name", "")
        if not naam or "__prefix__" in naam:
            continue
        if veld.tag == "select":
            keuze = [optie.get("value", "") for optie in veld.iter("option") if "selected" in optie.attrib]
            gevonden[naam] = keuze[0] if keuze else ""
        elif veld.tag == "textarea":
            gevonden[naam] = "".join(veld.itertext()).strip()
        elif veld.tag == "input" and veld.get("type") not in ("submit", "checkbox", "radio"):
            gevonden[naam] = veld.get("value", "")
        elif "checked" in veld.attrib:
            gevonden[naam] = veld.get("value", "on")
    return gevonden


def verstuur(browser: Client, adres: str, **anders: str) -> HttpResponseBase:
    """The form with these fields changed; a prefix is written with two dashes as one underscore each."""
    return browser.post(adres, velden(browser, adres) | anders)


def foutmeldingen(antwoord: HttpResponseBase) -> str:
    return " ".join(tekst(deel) for deel in met_klasse(lees_html(antwoord.content), "errorlist"))


def adres(ding: object) -> str:
    return f"/beheer/{ding._meta.app_label}/{ding._meta.model_name}/{ding.pk}/change/"


def test_hier_staan_alleen_accounts_en_structuur_en_geen_cijfer() -> None:
    namen = {naam for naam in _admin_namen() if naam.endswith("_changelist")}

    assert namen == {
        "ingest_account_changelist",
        "indicators_programma_changelist",
        "indicators_doelstelling_changelist",
        "indicators_indicator_changelist",
        "indicators_breuk_changelist",
        "indicators_opvolging_changelist",
        "indicators_publicatie_changelist",
    }


def _admin_namen() -> Iterator[str]:
    for patroon in get_resolver().url_patterns:
        for deel in getattr(patroon, "url_patterns", []):
            if getattr(deel, "namespace", "") == "admin":
                for lijst in deel.url_patterns:
                    yield from (str(adres.name) for adres in getattr(lijst, "url_patterns", []))


def test_rechten_van_django_doen_niet_mee() -> None:
    maak_account("alles")
    Account.objects.update(is_staff=True, is_superuser=True)

    assert ingelogd(Account.objects.get()).get("/beheer/").status_code == 403


# Accounts


def test_een_account_met_een_recht_wordt_gemaakt_en_de_geschiedenis_zegt_waarom(
    browser: Client, beheerder: Account
) -> None:
    doel = Doelstelling.objects.get(code="1.4")
    antwoord = verstuur(
        browser,
        "/beheer/ingest/account/add/",
        username="sanne",
        email="sanne@gemeente.example",
        usable_password="true",
        password1="zeven-blauwe-fietsen",
        password2="zeven-blauwe-fietsen",
        waarom="Nieuwe collega van team Werk",
        **{
            "rechten-TOTAL_FORMS": "1",
            "rechten-0-rol": "invoerder",
            "rechten-0-doelstelling": str(doel.pk),
            "rechten-0-indicator": "",
        },
    )

    assert antwoord.status_code == 302, foutmeldingen(antwoord)
    sanne = Account.objects.get(username="sanne")
    assert sanne.check_password("zeven-blauwe-fietsen")
    [wijziging] = Wijziging.objects.filter(tabel="ingest_recht", nieuw__actor=str(sanne.actor))
    assert wijziging.nieuw["rol"] == "invoerder"
    assert (wijziging.actor, wijziging.rol) == (beheerder.actor, "beheerder")
    assert wijziging.reden == "Nieuwe collega van team Werk"


def test_een_recht_dat_niet_kan_wordt_in_een_zin_geweigerd(browser: Client) -> None:
    sanne = maak_account("sanne")
    antwoord = verstuur(
        browser,
        adres(sanne),
        waarom="x",
        **{
            "rechten-TOTAL_FORMS": "1",
            "rechten-0-rol": "invoerder",
            "rechten-0-doelstelling": "",
            "rechten-0-indicator": "",
        },
    )

    assert "Een invoerder krijgt één doelstelling of één indicator." in foutmeldingen(antwoord)
    assert not sanne.rechten.exists()


def test_een_wijziging_zonder_reden_wordt_geweigerd(browser: Client) -> None:
    sanne = maak_account("sanne")
    antwoord = verstuur(browser, adres(sanne), email="nieuw@gemeente.example")

    assert foutmeldingen(antwoord)
    sanne.refresh_from_db()
    assert sanne.email == "sanne@gemeente.example"


def test_een_recht_gaat_weg_en_een_account_gaat_dicht(browser: Client, beheerder: Account) -> None:
    sanne = maak_account("sanne", "invoerder", doelstelling="1.4")
    ingevuld = velden(browser, adres(sanne)) | {"waarom": "Uit dienst", "rechten-0-DELETE": "on"}
    del ingevuld["is_active"]
    assert browser.post(adres(sanne), ingevuld).status_code == 302

    sanne.refresh_from_db()
    assert not sanne.is_active
    assert not sanne.rechten.exists()
    weg = Wijziging.objects.get(tabel="ingest_recht", actie="delete")
    dicht = Wijziging.objects.get(tabel="ingest_account", actie="update", nieuw__is_active=False)
    assert {weg.reden, dicht.reden} == {"Uit dienst"}
    assert {weg.actor, dicht.actor} == {beheerder.actor}


def test_een_beheerder_zet_een_wachtwoord_en_haalt_een_verloren_telefoon_weg(browser: Client) -> None:
    karel = maak_account("karel", "controleur", wachtwoord=None)
    app_van(karel)
    nieuw = {"usable_password": "true", "password1": "zeven-blauwe-fietsen", "password2": "zeven-blauwe-fietsen"}
    assert browser.post(f"/beheer/ingest/account/{karel.pk}/password/", nieuw).status_code == 302
    antwoord = verstuur(browser, adres(karel), waarom="Telefoon kwijt", **{"totpdevice_set-0-DELETE": "on"})

    assert antwoord.status_code == 302, foutmeldingen(antwoord)
    karel.refresh_from_db()
    assert karel.check_password("zeven-blauwe-fietsen")
    assert not karel.totpdevice_set.exists()


def test_het_geheim_van_een_app_is_niet_te_zien(browser: Client) -> None:
    karel = maak_account("karel", "controleur")

    assert app_van(karel).key not in browser.get(adres(karel)).content.decode()


def test_een_persoon_wordt_vergeten_en_de_geschiedenis_blijft(browser: Client) -> None:
    sanne = maak_account("sanne", "invoerder", doelstelling="1.4")
    verwijder = adres(sanne).replace("change", "delete")
    assert browser.get(verwijder).status_code == 200
    assert browser.post(verwijder, {"post": "yes"}).status_code == 302

    assert not Account.objects.filter(pk=sanne.pk).exists()
    assert Wijziging.objects.filter(tabel="ingest_recht", oud__actor=str(sanne.actor), actie="delete").exists()
    assert not any("sanne" in f"{w.oud} {w.nieuw} {w.reden}" for w in Wijziging.objects.all())
    assert not LogEntry.objects.exists()  # it would hold the name


# Structure


NIEUWE_DEFINITIE = {
    "definities-TOTAL_FORMS": "1",
    "definities-0-slug": "instroom-uitkeringen",
    "definities-0-omschrijving": "Aantal nieuwe uitkeringen in een jaar",
    "definities-0-eenheid": "aantal",
    "definities-0-decimalen": "0",
    "definities-0-richting": "geen",
    "definities-0-meetperiode": "kalenderjaar",
    "definities-0-ondergrens": "0",
    "definities-0-volgorde": "1",
}
REEKS = {"slug": "instroom", "naam": "Instroom in de bijstand", "volgorde": "9", "waarom": "Legt de uitstroom uit"}


def test_een_contextreeks_wordt_gemaakt_en_haar_invoerder_mag_haar_invullen(browser: Client) -> None:
    uitstroom = Indicator.objects.get(slug="uitstroom-naar-werk")
    antwoord = verstuur(
        browser,
        "/beheer/indicators/indicator/add/",
        doelstelling=str(uitstroom.doelstelling_id),
        aard="context",
        hoort_bij=str(uitstroom.pk),
        **REEKS,
        **NIEUWE_DEFINITIE,
    )

    assert antwoord.status_code == 302, foutmeldingen(antwoord)
    reeks = Indicator.objects.get(slug="instroom")
    assert (reeks.aard, reeks.hoort_bij) == ("context", uitstroom)
    sanne = maak_account("sanne")
    Recht.objects.create(account=sanne, rol="invoerder", indicator=uitstroom)
    assert reeks.definities.get() in sanne.eigen_definities()
    assert Wijziging.objects.get(tabel="indicators_indicator", nieuw__slug="instroom").reden == "Legt de uitstroom uit"


def test_een_referentiereeks_heeft_geen_doelstelling_nodig_en_een_indicator_wel(browser: Client) -> None:
    nieuw = "/beheer/indicators/indicator/add/"
    zonder = verstuur(browser, nieuw, aard="indicator", **REEKS, **NIEUWE_DEFINITIE)
    assert "Kies een doelstelling." in foutmeldingen(zonder)

    antwoord = verstuur(browser, nieuw, aard="referentie", **REEKS, **NIEUWE_DEFINITIE)
    assert antwoord.status_code == 302, foutmeldingen(antwoord)
    assert Definitie.objects.get(slug="instroom-uitkeringen").bovengrens is None


def test_een_publicatie_krijgt_haar_datums_en_paginas_worden_opnieuw_gemaakt(browser: Client) -> None:
    pb = Publicatie.objects.get(naam="PB 2026")
    zonder = verstuur(browser, adres(pb), waarom="x", vastgesteld_op="10-11-2025")
    assert "Kies dan de status vastgesteld." in foutmeldingen(zonder)
    antwoord = verstuur(
        browser, adres(pb), waarom="Besluit van de raad", status="vastgesteld", vastgesteld_op="10-11-2025"
    )

    assert antwoord.status_code == 302, foutmeldingen(antwoord)
    pb.refresh_from_db()
    assert (pb.status, str(pb.vastgesteld_op), pb.aangeboden_op) == ("vastgesteld", "2025-11-10", None)
    assert Versie.objects.get().nummer == 1


def breuk(browser: Client, regel: str) -> HttpResponseBase:
    van, naar = Definitie.objects.filter(indicator__slug="arbeidsparticipatie")[:2]
    pb = Publicatie.objects.get(naam="PB 2026")
    wat = {"van": str(van.pk), "naar": str(naar.pk), "publicatie": str(pb.pk), "regel": regel}
    zoals = {"zekerheid": "zeker", "reden": "Een andere groep", "waarom": "Vergeten bij het laden"}
    return verstuur(browser, "/beheer/indicators/breuk/add/", **wat, **zoals)


def test_een_breuk_houdt_haar_eigen_reden_naast_die_van_de_wijziging(browser: Client) -> None:
    antwoord = breuk(browser, "")

    assert antwoord.status_code == 302, foutmeldingen(antwoord)
    wijziging = Wijziging.objects.filter(tabel="indicators_breuk").first()
    assert (wijziging.nieuw["reden"], wijziging.reden) == ("Een andere groep", "Vergeten bij het laden")


@pytest.mark.usefixtures("edities")
def test_een_breuk_houdt_de_passage_van_haar_regel(browser: Client) -> None:
    """Line 12 of PB 2026 is empty, and then has no words."""
    assert "PB 2026 heeft op de site geen regel 12." in foutmeldingen(breuk(browser, "12"))
    Passage.objects.create(lezing=Lezing.objects.get(publicatie__naam="PB 2026"), regel=12, tekst="* * *")
    assert "Op regel 12 staan geen woorden." in foutmeldingen(breuk(browser, "12"))
    assert breuk(browser, "607").status_code == 302
    assert breuk(browser, "").status_code == 302

    zonder, met = Breuk.objects.order_by("-pk")[:2]
    assert zonder.aanhaling is None
    assert (met.aanhaling.plaats.van_regel, met.aanhaling.afdrukken.count()) == (607, 1)
    assert velden(browser, adres(met))["regel"] == "607"
    assert verstuur(browser, adres(met), waarom="Precieser", regel="608").status_code == 302
    met.refresh_from_db()
    assert met.aanhaling.plaats.van_regel == 608


@pytest.mark.usefixtures("edities")
def test_een_breuk_in_een_andere_publicatie_heeft_daar_haar_passage(browser: Client) -> None:
    breuk(browser, "607")
    met, pb_2023 = Breuk.objects.latest("pk"), Publicatie.objects.get(naam="PB 2023")
    assert verstuur(browser, adres(met), waarom="Eerder gedrukt", publicatie=str(pb_2023.pk)).status_code == 302

    met.refresh_from_db()
    assert (met.aanhaling.publicatie, met.aanhaling.plaats.van_regel) == (pb_2023, 607)


def test_opvolging_tussen_ongelijke_dingen_wordt_gezegd(browser: Client) -> None:
    antwoord = verstuur(
        browser,
        "/beheer/indicators/opvolging/add/",
        soort="vervangen",
        publicatie=str(Publicatie.objects.get(naam="PB 2026").pk),
        regel="12",
        reden="x",
        waarom="x",
        van_indicator=str(Indicator.objects.first().pk),
    )

    assert "Kies twee indicatoren, of twee doelstellingen." in foutmeldingen(antwoord)


def test_het_adres_van_een_pagina_verandert_niet(browser: Client) -> None:
    uitstroom = Indicator.objects.get(slug="uitstroom-naar-werk")
    assert "slug" not in velden(browser, adres(uitstroom))
    verstuur(browser, adres(uitstroom), waarom="x", slug="anders")

    uitstroom.refresh_from_db()
    assert uitstroom.slug == "uitstroom-naar-werk"


@pytest.mark.parametrize("lijst", ["ingest/account", "indicators/indicator"])
def test_uit_een_lijst_worden_geen_rijen_verwijderd(browser: Client, lijst: str) -> None:
    voor = Indicator.objects.count(), Account.objects.count()
    gekozen = {"action": "delete_selected", "_selected_action": "1", "post": "yes"}
    browser.post(f"/beheer/{lijst}/", urlencode(gekozen), content_type="application/x-www-form-urlencoded")

    assert (Indicator.objects.count(), Account.objects.count()) == voor
