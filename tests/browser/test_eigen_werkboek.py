"""A policy officer updates ten indicators from the workbook they always used, in a browser."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.gereedschap.browser import SMAL, WACHTWOORD, EigenSite, eigen_site, ingelogd
from tests.gereedschap.browserwerk import bekijk, hoofdtekst
from tests.gereedschap.documenten.eigen_werkboek import CIJFERS_2025, DEFINITIES, werkboek_van_anna

pytestmark = pytest.mark.browser

INLEZEN = "/werk/inlezen/?jaar=2025"
MENSEN = f"""
from ingest.models import Account
from indicators.models import Doelstelling
anna = Account.objects.create_user("anna", "anna@gemeente.example", {WACHTWOORD!r})
for doelstelling in Doelstelling.objects.all():
    anna.rechten.create(rol="invoerder", doelstelling=doelstelling)
"""
OPGAVEN = """
import json
from ingest.models import Opgave
print(json.dumps(sorted((o.definitie.slug, o.jaar, str(o.waarde.normalize()), o.staat) for o in Opgave.objects.all())))
"""


@pytest.fixture(scope="module")
def site() -> Iterator[EigenSite]:
    with eigen_site(MENSEN) as site:
        yield site


def kies(page: Page) -> None:
    bestand = {"name": "realisaties.xlsx", "mimeType": "application/octet-stream", "buffer": werkboek_van_anna()}
    page.get_by_label("Bestand uit Excel").set_input_files(bestand)  # type: ignore[arg-type]
    page.get_by_role("button", name="Lees het bestand").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zo lezen wij uw werkboek")


@pytest.mark.drawn
def test_tien_cijfers_uit_het_werkboek_dat_er_altijd_al_was(chromium: Browser, site: EigenSite) -> None:
    with ingelogd(chromium, site, "anna", INLEZEN, SMAL) as anna:
        page = anna.page
        kies(page)
        bekijk(anna)
        expect(page.get_by_label("Blad", exact=True)).to_have_value("1")
        expect(page.get_by_label("Kolom 5, Realisatie 2025*")).to_have_value("cijfer/2025")
        expect(page.get_by_label("Kolom 6, Streefwaarde 2026")).to_have_value("niet")

        page.get_by_role("button", name="Bekijk wat er verandert").press("Enter")
        expect(page.get_by_role("alert")).to_have_text("Kies bij elke naam een cijfer, of kies dat u hem overslaat.")
        bekijk(anna)
        for naam in page.locator("ol.namen label").all_inner_texts():
            page.get_by_label(naam, exact=True).select_option(DEFINITIES.get(naam, "-"))
        page.get_by_label("Percentages staan hier als deel van één: 0,765 is 76,5 %").check()
        page.get_by_role("button", name="Bekijk wat er verandert").click()

        tekst = hoofdtekst(page)
        assert "10 rijen gelezen met iets nieuws. U kunt er 10 bewaren en 10 indienen." in tekst
        assert "Overgeslagen, zoals u aanwees: banen totaal, subtotaal uitstroom." in tekst
        assert "Wij lazen de uitkomst die erbij bewaard is: 185." in tekst
        assert "In uw bestand staat 0,765. Wij lezen dat als 76,5 %." in tekst
        assert "Er verandert niets aan 16 rijen" in tekst
        bekijk(anna)
        page.get_by_role("button", name="Wijs het anders aan").click()
        expect(page.get_by_label("terug naar school", exact=True)).to_have_value("uitstroom-naar-school")
        page.get_by_role("button", name="Bekijk wat er verandert").click()
        page.get_by_role("button", name="Dien in wat compleet is").click()

        page.wait_for_url("**/werk/?jaar=2025")
        verwacht = sorted([slug, 2025, cijfer, "ingediend"] for slug, cijfer in CIJFERS_2025.items())
        assert json.loads(site.shell(OPGAVEN)) == verwacht

        anna.ga(INLEZEN)
        kies(page)  # the next year: everything is known
        for naam in page.locator("ol.namen label").all_inner_texts():
            expect(page.get_by_label(naam, exact=True)).to_have_value(DEFINITIES.get(naam, "-"))
