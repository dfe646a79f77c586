"""The whole way of a figure in a real browser: from the mail that asks for it to the history that an auditor reads.

PB 2023 had 200 as its goal for uitstroom naar werk in 2023, and printed 209 for 2021.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.draaien.uitval import STILTE
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
from tests.gereedschap.browserwerk import bekijk
from tests.gereedschap.processen.processen import Processen
from tests.gereedschap.processen.werkers import POSTBUS

pytestmark = pytest.mark.browser

MENSEN = f"""
from datetime import timedelta
from django.utils import timezone
from indicators.models import Indicator
from ingest.models import Account, Termijn
inge, carla, bea, cor = (
    Account.objects.create_user(naam, f"{{naam}}@zoetermeer.example", {WACHTWOORD!r}, first_name=naam.title())
    for naam in ("inge", "carla", "bea", "cor")
)
carla.rechten.create(rol="controleur")
bea.rechten.create(rol="beheerder")
cor.rechten.create(rol="controleur")
cor.rechten.create(rol="beheerder")
for slug in ("uitstroom-naar-werk", "uitstroom-naar-school", "arbeidsparticipatie"):
    indicator = Indicator.objects.get(slug=slug)
    inge.rechten.create(rol="invoerder", indicator=indicator)
    Termijn.objects.create(indicator=indicator, jaar=2023, uiterlijk=timezone.localdate() + timedelta(days=5))
"""
STUUR = "from ingest.taken import verstuur_herinneringen; verstuur_herinneringen()"
NAAM = "Uitstroom uit de bijstand naar werk"
PAGINA = "/indicatoren/uitstroom-naar-werk/"


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("post")


@pytest.fixture(scope="module")
def werksite(post: Path) -> Iterator[EigenSite]:
    """A site with three people, and a mail server that keeps what it gets."""
    postbus = Processen(post).start(str(POSTBUS), str(post))
    assert postbus.stdout is not None
    poort = postbus.stdout.readline().strip()
    with eigen_site(MENSEN, DOELWIJZER_SMTP_URL=f"smtp://127.0.0.1:{poort}") as site:
        yield site
    postbus.terminate()
    postbus.communicate(timeout=10)


def keur_goed(bezoek: Bezoek) -> None:
    page = bezoek.ga("/werk/controle/")
    in_orde(bezoek)
    page.get_by_label(re.compile(NAAM)).check()
    page.get_by_role("button", name="Bekijk wat ik koos").click()
    in_orde(bezoek)
    page.get_by_role("button", name="Keur goed").click()
    expect(page.get_by_role("status").first).to_contain_text(f"Goedgekeurd en nu op de site: {NAAM} 2023.")


def lees(page: Page, adres: str) -> str:
    """A public page as a reader sees it, or a file."""
    if adres.endswith(".csv"):
        return str(page.evaluate("adres => fetch(adres).then(antwoord => antwoord.text())", adres))
    return " ".join(page.inner_text("main").split())


@pytest.mark.drawn
def test_van_de_mail_tot_de_geschiedenis(chromium: Browser, werksite: EigenSite, post: Path) -> None:
    werksite.shell(STUUR)
    werksite.shell(STUUR)
    [mail] = post.glob("*.mail")
    brief = mail.read_text()
    assert "Doelwijzer vraagt 3 cijfers van u." in brief
    [lijst] = re.findall(r"http://127\.0\.0\.1:\d+(/werk/\S*)", brief)

    with (
        ingelogd(chromium, werksite, "inge", lijst, SMAL) as inge,
        ingelogd(chromium, werksite, "carla", "/werk/controle/") as carla,
        ingelogd(chromium, werksite, "bea", "/werk/geschiedenis/") as bea,
    ):
        publiek = next(open_tab(chromium, werksite.adres, BREED))
        voer_198_in(inge, werksite.code("inge"))
        keur_goed(carla)
        assert "2023: 198 voorlopig" in lees(publiek.ga(PAGINA), PAGINA)
        assert ",198,,198,Suites," in lees(publiek.page, "/data/cijfers.csv")
        assert ",1,,voorlopig" in lees(publiek.page, "/data/cijfers.csv")
        in_orde(publiek)

        maak_definitief(inge)
        keur_goed(carla)
        assert "2023: 198 Op de site" in lees(publiek.ga(PAGINA), PAGINA)
        assert ",1,,voorlopig" not in lees(publiek.page, "/data/cijfers.csv")

        corrigeer(inge)
        keur_goed(carla)
        tekst = lees(publiek.ga(PAGINA), PAGINA)
        assert "2023: 197 Op de site" in tekst
        assert re.search(r"Gecorrigeerd op \d+ \w+ \d{4}, was 198", tekst)
        in_orde(publiek)

        geschiedenis(bea)
        publiek.page.context.close()


def voer_198_in(inge: Bezoek, code: str) -> None:
    page = inge.page
    expect(page.get_by_role("heading", level=3)).to_have_count(3)
    in_orde(inge)
    page.get_by_role("link", name=NAAM).click()
    page.get_by_label("Cijfer", exact=True).fill("19.8")
    expect(page.locator(".begrepen")).to_contain_text("Bedoelt u 198, of 19,8? Dit cijfer is een heel getal.")
    page.get_by_label("Cijfer", exact=True).fill("198")
    expect(page.locator(".begrepen")).to_contain_text("Zo begrijpen wij het: 198 over 2023")
    expect(page.locator(".begrepen")).to_contain_text("Het doel is niet gehaald: 198. Het doel was 200.")
    page.get_by_label("Voorlopig of definitief").select_option("ja")
    page.get_by_role("button", name="Dien in").click()
    expect(page.locator(".foutenlijst")).to_contain_text("Toelichting: Leg dit uit. Het doel is niet gehaald")
    in_orde(inge)
    page.locator(".foutenlijst").get_by_role("link", name="Toelichting").click()
    assert page.evaluate("document.activeElement.name") == "toelichting"
    page.keyboard.type("Er waren minder banen.")
    page.get_by_label("Bron", exact=True).fill("Suites")
    page.context.clear_cookies(name="sessionid")  # the session ends while they type
    page.get_by_role("button", name="Dien in").click()
    page.get_by_label("Gebruikersnaam").fill("inge")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_label("Code uit uw app").fill(code)
    page.get_by_role("button", name="Verder").click()
    expect(page.locator("main")).to_contain_text("U was uitgelogd. Wat u typte staat er nog")
    expect(page.get_by_label("Toelichting")).to_have_value("Er waren minder banen.")
    in_orde(inge)
    dien_in(page)


def maak_definitief(inge: Bezoek) -> None:
    """Nothing is left to type: the figure stays what it is."""
    page = inge.ga("/werk/opgaven/uitstroom-naar-werk/2023/")
    expect(page.locator("main")).to_contain_text("Blijft het hetzelfde? Dien het dan in als definitief.")
    expect(page.get_by_label("Cijfer", exact=True)).to_have_value("198")
    expect(page.get_by_label("Toelichting")).to_have_value("Er waren minder banen.")
    in_orde(inge)
    dien_in(page)


def corrigeer(inge: Bezoek) -> None:
    page = inge.ga("/werk/opgaven/uitstroom-naar-werk/2023/")
    page.get_by_label("Cijfer", exact=True).fill("197")
    expect(page.locator(".begrepen")).to_contain_text("Op de site staat een ander cijfer: 198")
    page.get_by_label("Waarom wordt het anders?").fill("Een mens dubbel geteld.")
    dien_in(page)


def dien_in(page: Page) -> None:
    page.get_by_role("button", name="Dien in").click()
    expect(page.get_by_role("status").first).to_contain_text("is ingediend. Een controleur kijkt ernaar.")


@pytest.mark.drawn
def geschiedenis(bea: Bezoek) -> None:
    page = bea.ga("/werk/geschiedenis/?cijfer=uitstroom-naar-werk&jaar=2023")
    in_orde(bea)
    tekst = page.inner_text("main")
    for deel in ("Inge (invoerder)", "Carla (controleur)", "Een mens dubbel geteld.", "gecontroleerd → gepubliceerd"):
        assert deel in tekst, deel


@pytest.mark.drawn
def test_paginas_van_controleur_en_beheerder_zijn_in_orde(chromium: Browser, werksite: EigenSite) -> None:
    adressen = (
        "voortgang",
        "eigenaren",
        "termijnen",
        "termijnen/mails",
        "keuzes",
        "herinneringen",
        "geschiedenis",
        "rechten",
    )
    with ingelogd(chromium, werksite, "cor", "/werk/controle/") as cor:
        for breedte in (BREED, SMAL):
            cor.page.set_viewport_size({"width": breedte, "height": 900})
            for adres in adressen:
                cor.ga(f"/werk/{adres}/")
                in_orde(cor)
        datum_past(cor)
        page = cor.ga("/werk/termijnen/?jaar=2023")
        page.get_by_label("Uiterlijk").first.fill("morgen")
        page.get_by_role("button").get_by_text("datum").first.click()
        expect(page.locator(".foutenlijst")).to_be_visible()
        in_orde(cor)


def datum_past(cor: Bezoek) -> None:
    """Below the name of the figure, with its label on a line: from a phone to a wide screen."""
    rij = cor.ga("/werk/termijnen/?jaar=2023").locator("fieldset.taak").first
    for breedte in (SMAL, 768, BREED, 1600):
        cor.page.set_viewport_size({"width": breedte, "height": 900})
        naam = rij.locator("legend").bounding_box()
        for veld, label in zip(rij.locator("input:visible").all(), rij.locator("label").all(), strict=True):
            vak = veld.bounding_box()
            assert vak["width"] >= 130, breedte
            assert vak["y"] >= naam["y"] + naam["height"], breedte
            assert label.bounding_box()["height"] < 40, breedte
        in_orde(cor)


def test_zonder_database_staat_wat_iemand_typte_klaar_om_opnieuw_te_versturen(
    chromium: Browser, werksite: EigenSite
) -> None:
    with ingelogd(chromium, werksite, "inge", "/werk/opgaven/uitstroom-naar-school/2023/") as inge:
        page = inge.page
        page.get_by_label("Toelichting").fill("Er waren minder plaatsen.")
        servers = werksite.processen.servers()
        for server in servers:
            server.suspend()
        try:
            page.get_by_role("button", name="Dien in").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("De cijfers zijn nu niet te bereiken")
            bekijk(inge)
        finally:
            for server in servers:
                server.resume()
        page.get_by_role("button", name="Verstuur opnieuw").press("Enter")
        expect(page.locator(".foutenlijst")).to_be_visible()  # there is no figure yet
        expect(page.get_by_label("Toelichting")).to_have_value("Er waren minder plaatsen.")
        page.wait_for_timeout(STILTE * 1000)  # the other process of the site may still say so


def test_het_formulier_gaat_met_alleen_het_toetsenbord(chromium: Browser, werksite: EigenSite) -> None:
    """Every field and button is reached by Tab, in the order of the page."""
    with ingelogd(chromium, werksite, "inge", "/werk/opgaven/uitstroom-naar-school/2023/") as inge:
        page = inge.page
        page.get_by_label("Cijfer", exact=True).focus()
        gezien = []
        while not gezien or gezien[-1] != "actie bewaren":
            gezien.append(
                page.evaluate("e => [e.name, e.value].join(' ').trim()", page.evaluate_handle("document.activeElement"))
            )
            page.keyboard.press("Tab")
            assert len(gezien) < 20, gezien

    assert [wat.split()[0] if wat else "" for wat in gezien] == [
        "ingetypt", "geen", "bekend_vanaf", "voorlopig", "bron", "gemeten_op", "toelichting", "", "actie", "actie",
    ]  # fmt: skip
