"""What the beheerder looks at each quarter: accounts with their rights, and the log of sign-ins."""

import csv
from datetime import datetime
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone

from indicators.models import Wijziging
from ingest.accounts.handelend import handelend_als as doet
from ingest.models import Aanmelding, Account
from ingest.structuur.bestand import zaai_structuur
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, tabel, tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser() -> Client:
    zaai_structuur()
    return ingelogd(maak_account("bea", "beheerder"))


def als_csv(browser: Client, adres: str) -> list[dict[str, str]]:
    antwoord = browser.get(f"{adres}?als=csv")
    assert antwoord["Content-Type"].startswith("text/csv")
    assert antwoord["Content-Disposition"].startswith("attachment")
    return list(csv.DictReader(StringIO(antwoord.getvalue().decode())))


def test_het_overzicht_noemt_elk_account_met_zijn_rechten(browser: Client) -> None:
    sanne = maak_account("sanne", "invoerder", doelstelling="1.4")
    Account.objects.filter(pk=sanne.pk).update(
        first_name="Sanne", last_login=datetime(2026, 3, 2, 12, tzinfo=timezone.get_current_timezone())
    )
    oud = maak_account("oud", "controleur")
    with doet(None, "beheerder"):
        Account.objects.filter(pk=oud.pk).update(is_active=False)

    _, rijen = tabel(haal(browser, "/werk/rechten/"), "rechten")
    rijen = {naam.split()[0]: [tekst(cel) for cel in cellen] for naam, cellen in rijen.items()}

    vandaag = timezone.localdate()
    assert list(rijen) == ["bea", "sanne", "oud"]
    assert rijen["bea"][:2] == ["beheerder", "ja"]
    assert rijen["sanne"][0].startswith("invoerder 1.4 ")
    assert rijen["sanne"][1:] == ["nee", "2 maart 2026", "open"]
    assert rijen["oud"][2:] == ["nooit", rijen["oud"][3]]
    assert rijen["oud"][3].startswith(f"gesloten sinds {vandaag.day} ")


def test_het_overzicht_als_bestand_heeft_dezelfde_rijen_en_voert_niets_uit(browser: Client) -> None:
    maak_account("=cmd", "controleur")
    rijen = als_csv(browser, "/werk/rechten/")

    assert [(rij["Gebruikersnaam"], rij["Rollen"], rij["Tweede factor"]) for rij in rijen] == [
        ("'=cmd", "controleur", "nee"),
        ("bea", "beheerder", "ja"),
    ]


def test_het_overzicht_vraagt_de_database_niet_meer_bij_meer_accounts(
    browser: Client, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for nummer in range(20):
        maak_account(f"mens{nummer}", "invoerder", doelstelling="1.4")
    with django_assert_max_num_queries(20):
        browser.get("/werk/rechten/")


def test_het_logboek_toont_geen_naam_en_gaat_per_bladzijde(browser: Client) -> None:
    sanne = maak_account("sanne")
    for _ in range(101):
        Aanmelding.objects.create(actor=sanne.actor, weg="wachtwoord", gelukt=False, adres="192.0.2.7")
    eerste, tweede = (haal(browser, f"/werk/aanmeldingen/?pagina={nummer}") for nummer in (1, 2))

    assert "Pagina 1 van 2" in tekst(eerste)
    assert "Pagina 2 van 2" in tekst(tweede)
    assert "sanne" not in tekst(eerste)
    [rij] = {tuple(tekst(cel) for cel in list(r)[1:]) for r in list(eerste.iter("tr"))[2:50]}
    assert rij == (str(sanne.actor), "wachtwoord", "nee", "192.0.2.7")
    assert len(als_csv(browser, "/werk/aanmeldingen/")) == Aanmelding.objects.count()


@pytest.mark.parametrize("pagina", ["0", "-1", "x", "999"])
def test_een_vreemd_paginanummer_toont_een_pagina(browser: Client, pagina: str) -> None:
    assert browser.get(f"/werk/aanmeldingen/?pagina={pagina}").status_code == 200


def test_kijken_verandert_niets(browser: Client) -> None:
    voor = Wijziging.objects.count()
    browser.get("/werk/rechten/")

    assert Wijziging.objects.count() == voor
