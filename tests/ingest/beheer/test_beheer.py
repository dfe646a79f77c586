"""Django's admin: accounts and structure, each change with its reason, and never a figure."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver

from indicators.models import Breuk, Definitie, Indicator, Lezing, Passage, Publicatie, Versie, Wijziging
from ingest.models import Account, Recht
from tests.gereedschap.beheer import adres, foutmeldingen, velden, verstuur
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.plat import zonder_regels

pytestmark = pytest.mark.django_db


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


@pytest.mark.usefixtures("edities_van_eigenaar")
def test_een_breuk_houdt_de_passage_van_haar_regel(browser: Client) -> None:
    """Line 12 of PB 2026 is empty, and then has no words."""
    assert "PB 2026 heeft op de site geen regel 12." in foutmeldingen(breuk(browser, "12"))
    lezing = Lezing.objects.get(publicatie__naam="PB 2026")
    with zonder_regels():
        Passage.objects.create(lezing=lezing, regel=12, tekst="* * *")
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
