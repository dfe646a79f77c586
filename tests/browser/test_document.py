"""The whole way of a document in a real browser: a PDF is handed in, read, judged and published by somebody else.

PB 2027 is PB 2026 with every year one later, so it prints 181 as its realisatie of 2025; one
row has a number that cannot be read.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.gereedschap.beoordelen import editie
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
from tests.gereedschap.documenten.maak_pdf import maak_pdf, van_skelet

pytestmark = pytest.mark.browser

MENSEN = f"""
from ingest.models import Account
for naam in ("anna", "bert"):
    account = Account.objects.create_user(naam, f"{{naam}}@zoetermeer.example", {WACHTWOORD!r}, first_name=naam.title())
    account.rechten.create(rol="controleur")
"""
LEZEN = 60_000


@pytest.fixture(scope="module")
def site() -> Iterator[EigenSite]:
    with eigen_site(MENSEN) as site:
        yield site


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bestand = tmp_path_factory.mktemp("pdf") / "PB 2027.pdf"
    beschadigd = editie().replace("- 2.600 2.600 2.600 2.600", "- 2.600 2.60 2.600 2.600")
    bestand.write_bytes(maak_pdf(van_skelet(beschadigd)))
    return bestand


def bekijk(bezoek: Bezoek) -> None:
    """The page as it stands, on a laptop and on a phone."""
    for breedte in (SMAL, BREED):
        bezoek.page.set_viewport_size({"width": breedte, "height": 900})
        in_orde(bezoek)


def test_van_bestand_tot_cijfer(chromium: Browser, site: EigenSite, pdf: Path) -> None:
    with (
        ingelogd(chromium, site, "anna", "/werk/documenten/") as anna,
        ingelogd(chromium, site, "bert", "/werk/documenten/") as bert,
    ):
        page = anna.page
        page.get_by_label("Document", exact=True).set_input_files(pdf)
        page.get_by_role("button", name="Lever aan").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("PB 2027 beoordelen", timeout=LEZEN)
        document = page.url
        bekijk(anna)
        met_het_toetsenbord(anna)
        de_rest(anna, document)
        page.goto(f"{document}publiceren/")
        expect(page.locator("#publiceren")).to_contain_text("U leverde dit document zelf aan.")
        bekijk(anna)

        publiceer(bert, document)
        publiek = next(open_tab(chromium, site.adres, BREED))
        publiek.ga("/indicatoren/uitstroom-naar-werk/")
        expect(publiek.page.locator("main")).to_contain_text("181")
        expect(publiek.page.locator("main")).to_contain_text("2025")
        publiek.ga("/bronnen/PB-2027/")
        expect(publiek.page.locator("main")).to_contain_text("Bladzijde 2")
        in_orde(publiek)
        publiek.page.context.close()


def met_het_toetsenbord(anna: Bezoek) -> None:
    """What could not be read is left out without a mouse, beside the picture of its page."""
    page = anna.page
    page.locator("#rij").get_by_role("link", name="Beantwoord deze vraag").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bladzijde__beeld")).to_have_js_property("naturalWidth", 1000)
    expect(page.locator("#gevraagd")).to_be_in_viewport()
    bekijk(anna)
    page.get_by_text("Niet overnemen", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Dit is geen cijfer.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Bewaard: Niet overnemen.")


def de_rest(anna: Bezoek, document: str) -> None:
    page = anna.page
    te_doen = page.locator("#rij, #indicator").get_by_role("link", name="Beantwoord deze vraag")
    page.goto(document)
    while te_doen.count():
        te_doen.first.click()
        page.get_by_text("Niet overnemen", exact=True).click()
        page.get_by_label("Waarom niet?").fill("Dit is geen cijfer.")
        page.get_by_role("button", name="Neem dit niet over").click()
        page.goto(document)
    anders_gemeten(anna, document)
    page.locator("#opvallend").get_by_role("button", name="Alle ").click()
    page.locator("#document").get_by_role("link", name="Beantwoord deze vraag").click()
    page.get_by_role("button", name="Klopt", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Datum en besluit")
    bekijk(anna)
    page.get_by_label("Aangeboden aan de raad op").fill("1-10-2026")
    page.get_by_role("button", name="Bewaar dit antwoord").click()
    expect(page.locator("main")).to_contain_text("Alle vragen zijn beantwoord.")
    bekijk(anna)


def anders_gemeten(anna: Bezoek, document: str) -> None:
    """Nobody typed how PB 2026 words what it measures, so each definitie of this document is compared by a person."""
    page = anna.page
    te_doen = page.locator("#definitie").get_by_role("link", name="Beantwoord deze vraag")
    te_doen.first.click()
    page.locator("#bladzijde .cijfer").first.focus()
    assert page.locator(".bladzijde__figuur.is-gekozen").count() == 1
    bekijk(anna)
    page.goto(document)
    while te_doen.count():
        te_doen.first.click()
        expect(page.locator("main")).to_contain_text("De gedrukte omschrijving staat niet op deze site.")
        page.get_by_role("button", name="Bewaar dit antwoord").click()
        expect(page.get_by_role("status").first).to_contain_text("Bewaard")
        page.goto(document)


def publiceer(bert: Bezoek, document: str) -> None:
    page = bert.page
    page.goto(document)
    page.get_by_role("link", name="Bekijk wat er op de site verandert").first.click()
    bekijk(bert)
    page.get_by_role("button", name="Publiceren").click()
    expect(page.locator("main")).to_contain_text("Dit document staat op de site sinds", timeout=LEZEN)
    bekijk(bert)
    page.get_by_role("link", name="Trek dit document in").click()
    bekijk(bert)
