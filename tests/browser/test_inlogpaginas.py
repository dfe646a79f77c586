"""The pages of signing in and of the beheerder in a real browser: axe, the policy, 390 pixels, a code of an app."""

import re
from base64 import b32decode
from collections.abc import Iterator

import pytest
from django_otp.oath import totp
from playwright.sync_api import Browser, Page, expect

from tests.gereedschap.browser import BREED, SMAL, Bezoek, eigen_site, in_orde, open_tab, overtredingen

pytestmark = pytest.mark.browser

NAAM, WACHTWOORD = "bea", "zeven-blauwe-fietsen"
MAAK = f"""
from ingest.accounts.koppelcodes import maak_koppelcode
from ingest.models import Account
print(maak_koppelcode(Account.objects.create_superuser({NAAM!r}, "bea@gemeente.example", {WACHTWOORD!r})))
Account.objects.create_user("sanne")
"""
PAGINAS = ["/werk/rechten/", "/werk/aanmeldingen/", "/wachtwoord/", "/wachtwoord/gewijzigd/"]
BEHEER = [
    "/beheer/",
    "/beheer/ingest/account/",
    "/beheer/ingest/account/add/",
    "/beheer/ingest/account/1/change/",
    "/beheer/ingest/account/1/password/",
    "/beheer/ingest/account/2/password/",
    "/beheer/ingest/account/1/koppelcode/",
    "/beheer/ingest/account/2/koppelcode/",
    "/beheer/ingest/account/2/delete/",
    "/beheer/indicators/indicator/add/",
    "/beheer/indicators/publicatie/1/change/",
    "/beheer/indicators/breuk/add/",
]


@pytest.fixture(scope="module")
def koppelcodes() -> list[str]:
    """What the command line says of the first beheerder."""
    return []


@pytest.fixture(scope="module")
def site_met_beheerder(koppelcodes: list[str]) -> Iterator[str]:
    with eigen_site() as site:
        koppelcodes += site.shell(MAAK).split()
        yield site.adres


def log_in(pagina: Page) -> None:
    pagina.get_by_label("Gebruikersnaam").fill(NAAM)
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()


@pytest.fixture(scope="module")
def ingelogd(chromium: Browser, site_met_beheerder: str, koppelcodes: list[str]) -> dict[str, object]:
    """The first sign-in of the first beheerder, with the app coupled; the cookies of their browser."""
    for bezoek in open_tab(chromium, site_met_beheerder, BREED):
        pagina = bezoek.ga("/werk/rechten/")
        log_in(pagina)
        assert "/inloggen/koppelcode/" in pagina.url
        pagina.get_by_role("button", name="Verder").click()
        pagina.get_by_role("link", name="Vul de koppelcode in.").click()
        klopt(bezoek)
        pagina.set_viewport_size({"width": SMAL, "height": 900})
        klopt(bezoek)
        expect(pagina.get_by_role("navigation", name="Werkmenu")).to_have_count(0)
        pagina.get_by_label("Koppelcode").fill(koppelcodes[0])
        pagina.get_by_role("button", name="Verder").click()
        assert "/inloggen/code/" in pagina.url
        assert overtredingen(bezoek) == []
        geheim = pagina.locator("code").inner_text()
        sleutel = b32decode(re.sub(r"\s", "", geheim))
        pagina.get_by_label("Code uit uw app").fill(f"{totp(sleutel):06}")
        pagina.get_by_role("button", name="App koppelen").click()
        pagina.wait_for_url("**/werk/rechten/**")  # with the place that the list of errors led to
        assert bezoek.klachten == []
        staat: dict[str, object] = pagina.context.storage_state()
    return staat


def klopt(bezoek: Bezoek) -> None:
    assert overtredingen(bezoek) == []
    assert bezoek.klachten == []
    assert bezoek.vreemde_verzoeken == []
    assert bezoek.page.evaluate("document.documentElement.scrollWidth") <= bezoek.page.viewport_size["width"]


@pytest.mark.parametrize("breedte", [BREED, SMAL])
@pytest.mark.parametrize("adres", PAGINAS)
def test_een_pagina_voor_de_beheerder_is_in_orde(
    chromium: Browser, site_met_beheerder: str, ingelogd: dict[str, object], adres: str, breedte: int
) -> None:
    for bezoek in open_tab(chromium, site_met_beheerder, breedte, storage_state=ingelogd):
        bezoek.ga(adres)
        assert bezoek.page.url == site_met_beheerder + adres
        klopt(bezoek)


@pytest.mark.parametrize("breedte", [BREED, SMAL])
def test_inloggen_met_zijn_fouten_is_in_orde(chromium: Browser, site_met_beheerder: str, breedte: int) -> None:
    for bezoek in open_tab(chromium, site_met_beheerder, breedte):
        pagina = bezoek.ga("/inloggen/")
        klopt(bezoek)
        pagina.get_by_role("button", name="Inloggen").click()
        pagina.get_by_role("link", name="Vul uw gebruikersnaam in.").click()
        assert pagina.evaluate("document.activeElement.name") == "username"
        klopt(bezoek)


@pytest.mark.drawn
@pytest.mark.parametrize("breedte", [BREED, SMAL])
@pytest.mark.parametrize("adres", BEHEER)
def test_het_beheer_is_in_orde_en_werkt_onder_de_csp(
    chromium: Browser, site_met_beheerder: str, ingelogd: dict[str, object], adres: str, breedte: int
) -> None:
    for bezoek in open_tab(chromium, site_met_beheerder, breedte, storage_state=ingelogd):
        bezoek.ga(adres)
        assert bezoek.page.url == site_met_beheerder + adres
        # Chromium's advice: it takes Django's search field above a password for a name, and who is slow to load a page
        # may find that something on it has the focus already.
        advies = ("[DOM]", "Autofocus processing was blocked")
        assert [klacht for klacht in bezoek.klachten if not klacht.startswith(advies)] == []
        assert bezoek.vreemde_verzoeken == []
        in_orde(bezoek)


def test_een_recht_wordt_in_het_beheer_gegeven(
    chromium: Browser, site_met_beheerder: str, ingelogd: dict[str, object]
) -> None:
    """With its script, that adds a row to the form, and what is wrong with it."""
    for bezoek in open_tab(chromium, site_met_beheerder, BREED, storage_state=ingelogd):
        pagina = bezoek.ga("/beheer/ingest/account/1/change/")
        pagina.locator("#rechten-group .add-row a").click()
        pagina.locator("#id_rechten-1-rol").select_option("controleur")
        assert bezoek.klachten == []  # axe has some itself, about the policy
        in_orde(bezoek)
        pagina.get_by_role("button", name="Opslaan", exact=True).click()
        expect(pagina.locator(".errorlist")).to_have_text("Schrijf op waarom.")
        in_orde(bezoek)
        pagina.get_by_label("Waarom").fill("Vervangt Karel")
        pagina.get_by_role("button", name="Opslaan", exact=True).click()
        pagina.wait_for_url("**/beheer/ingest/account/")
        assert "beheerder\ncontroleur" in bezoek.ga("/werk/rechten/").inner_text("#rechten")
