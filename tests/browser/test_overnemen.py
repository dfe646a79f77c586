"""Goals of PB 2024, which is not on the site, in a real browser: typed on a phone, agreed to, and withdrawn again."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.gereedschap.browser import (
    BREED,
    SMAL,
    WACHTWOORD,
    Bezoek,
    EigenSite,
    eigen_site,
    in_orde,
    ingelogd,
    open_tab,
)
from tests.gereedschap.browserwerk import bekijk, hoofdtekst

pytestmark = pytest.mark.browser

MENSEN = f"""
from ingest.models import Account
from indicators.models import Doelstelling
ilse, carla, carlo = (
    Account.objects.create_user(naam, f"{{naam}}@gemeente.example", {WACHTWOORD!r})
    for naam in ("ilse", "carla", "carlo")
)
ilse.rechten.create(rol="invoerder", doelstelling=Doelstelling.objects.get(code="1.5"))
carla.rechten.create(rol="controleur")
carlo.rechten.create(rol="controleur")
"""
# What PB 2024 set for 2024 (invented); the results are those of PB 2026: 181 and 19 (lines 626 and 657).
DOELEN = (
    ("Uitstroom uit de bijstand naar werk", "180", "Begroting PB 2024 - 180 180 180 180"),
    ("Jongeren die van de bijstand naar school gaan", "40", "Begroting PB 2024 - 40 40 40 40"),
)
OORDEEL = {
    "/": "1 gehaald, 1 niet gehaald",
    "/doelen/": "De begroting van 2024 had als doel 40 (overgenomen uit PB 2024, blz. 41). Doel 2024 niet gehaald.",
    "/indicatoren/uitstroom-naar-werk/": "2024: 180 (streefwaarde, overgenomen uit PB 2024, blz. 41)",
    "/doelstellingen/1.5/": "PB 2024 (overgenomen)",
}


@pytest.fixture(scope="module")
def site() -> Iterator[EigenSite]:
    with eigen_site(MENSEN) as site:
        yield site


def neem_over(ilse: Bezoek, naam: str, cijfer: str, regel: str) -> None:
    """The second goal begins with the document of the first."""
    page = ilse.ga("/werk/doelen/")
    page.get_by_role("link", name="Neem een doel over").click()
    if page.get_by_label("Titel").input_value() == "":
        page.get_by_label("De begroting van welk jaar?").fill("2024")
        page.get_by_label("Titel").fill("Programmabegroting 2024-2027")
        page.get_by_label("Heeft de raad dit document vastgesteld?").select_option("ja")
        page.get_by_label("Bladzijde").fill("41")
        page.get_by_label("Voor welk jaar?").fill("2024")
    reeksen = page.get_by_label("Welk cijfer?")
    [reeks] = [optie for optie in reeksen.locator("option").all_inner_texts() if optie.startswith(naam)]
    reeksen.select_option(label=reeks)
    page.get_by_label("De regel zoals gedrukt").fill(regel)
    page.get_by_label("Cijfer voor dat jaar").fill(cijfer)
    page.get_by_label("Wat is dit getal?").select_option("streefwaarde")
    page.get_by_role("button", name="Leg voor aan een collega").click()
    in_orde(ilse)
    expect(page.get_by_role("alert")).to_contain_text("Vergelijk de omschrijving in het document")
    page.get_by_label("Het document omschrijft dit cijfer net zo").check()
    page.get_by_role("button", name="Leg voor aan een collega").click()
    expect(page.get_by_role("status").first).to_contain_text("wacht op controle door een collega.")


@pytest.mark.drawn
def test_het_oordeel_komt_en_gaat(chromium: Browser, site: EigenSite) -> None:
    publiek = next(open_tab(chromium, site.adres, BREED))
    zegt = {adres: zin in hoofdtekst(publiek.ga(adres)) for adres, zin in OORDEEL.items()}
    assert set(zegt.values()) == {False}
    with (
        ingelogd(chromium, site, "ilse", "/werk/doelen/", SMAL) as ilse,
        ingelogd(chromium, site, "carla", "/werk/doelen/") as carla,
    ):
        for doel in DOELEN:
            neem_over(ilse, *doel)
        page = carla.ga("/werk/doelen/")
        bekijk(carla)
        for naam, *_ in DOELEN:
            page.get_by_role("button", name=re.compile(rf"^Keur goed\s*: {naam}")).click()
            expect(page.get_by_role("status").first).to_contain_text("staat nu op de site.")
        for adres, zin in OORDEEL.items():
            assert zin in hoofdtekst(publiek.ga(adres)), adres
            bekijk(publiek)

        for naam, *_ in DOELEN:
            kaart = page.locator("article", has_text=naam)
            kaart.locator("summary").press("Enter")
            kaart.get_by_label("Waarom?").fill("Dit was de bladzijde van een concept.")
            kaart.get_by_role("button", name="Haal van de site").press("Enter")
            expect(page.get_by_role("status").first).to_contain_text("is van de site gehaald.")
        bekijk(carla)
        for adres, zin in OORDEEL.items():
            assert zin not in hoofdtekst(publiek.ga(adres)), adres
    publiek.page.context.close()


BEDRAGEN = (("rekening", "-24.100"), ("begroting na wijziging", "-24.650"))
WAAR = ("/geld/", "/doelstellingen/1.5/", "/doelen/")


@pytest.mark.drawn
def test_wat_een_jaar_kostte_tegen_de_begroting_na_wijziging(chromium: Browser, site: EigenSite) -> None:
    with (
        ingelogd(chromium, site, "ilse", "/werk/doelen/", SMAL) as ilse,
        ingelogd(chromium, site, "carlo", "/werk/doelen/") as carlo,
    ):
        for stand, bedrag in BEDRAGEN:
            neem_bedrag_over(ilse, stand, bedrag)
        for stand, _ in BEDRAGEN:
            kaart = carlo.ga("/werk/doelen/").get_by_role("article").filter(has_text=f"{stand} 2024")
            bekijk(carlo)
            kaart.get_by_role("button", name="Keur goed").click()
            expect(carlo.page.get_by_role("status").first).to_contain_text("staat nu op de site.")
        publiek = next(open_tab(chromium, site.adres, BREED))
        for adres in WAAR:
            zin = "Het kostte € 0,6 miljoen minder dan begroot na wijziging."
            assert zin in hoofdtekst(publiek.ga(adres)).replace("\N{NO-BREAK SPACE}", " ")
            bekijk(publiek)
        publiek.page.context.close()


def neem_bedrag_over(ilse: Bezoek, stand: str, bedrag: str) -> None:
    """The second begins with the document of the first."""
    page = ilse.ga("/werk/doelen/bedragen/")
    if page.get_by_label("Titel").input_value() == "":
        page.get_by_label("De jaarstukken van welk jaar?").fill("2024")
        page.get_by_label("Titel").fill("Jaarstukken 2024")
        page.get_by_label("Heeft de raad dit document vastgesteld?").select_option("ja")
        page.get_by_label("Bladzijde").fill("12")
        page.get_by_label("Waarin is het gedrukt?").select_option("1000")
    page.get_by_label("Welke doelstelling?").select_option(index=1)
    page.get_by_label("Wat is dit bedrag?").select_option(label=stand)
    page.get_by_label("De regel zoals gedrukt").fill(f"1.5 {stand} {bedrag}")
    page.get_by_label("Bedrag", exact=True).fill(bedrag)
    page.get_by_role("button", name="Leg voor aan een collega").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies lasten of baten.")
    in_orde(ilse)
    page.get_by_label("Kost dit de gemeente geld?").select_option("kost")
    page.get_by_role("button", name="Leg voor aan een collega").click()
    expect(page.get_by_role("status").first).to_contain_text("wacht op controle door een collega.")
