"""In a browser: what a table leaves open is one answer, and then its amounts stand with their document."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.gereedschap.browser import BREED, WACHTWOORD, EigenSite, eigen_site, ingelogd, open_tab
from tests.gereedschap.browserwerk import antwoord, bekijk, bewaard, gegevens, kijk_na, lever_aan, open_vraag, publiceer

pytestmark = pytest.mark.browser

MENSEN = f"""
from ingest.models import Account
for naam in ("anna", "bert"):
    account = Account.objects.create_user(naam, f"{{naam}}@gemeente.example", {WACHTWOORD!r}, first_name=naam.title())
    account.rechten.create(rol="controleur")
"""
TABEL = "Post\tbegroting na wijziging 2025\trekening 2025\nDijken\t-1.200\t-1.250\nPolder\t-30\t20"
JAARSTUKKEN = f"Jaarstukken 2025\n\nGemeente Zoetermeer\n\nWater\n\n{TABEL}\n\nZo ver de tabel.\n"


@pytest.fixture(scope="module")
def site() -> Iterator[EigenSite]:
    with eigen_site(MENSEN) as site:
        yield site


@pytest.mark.drawn
def test_een_eenheid_en_een_teken_zijn_een_antwoord(chromium: Browser, site: EigenSite, tmp_path: Path) -> None:
    bestand = tmp_path / "jaarstukken.txt"
    bestand.write_text(JAARSTUKKEN, encoding="utf-8")
    with (
        ingelogd(chromium, site, "anna", "/werk/documenten/") as anna,
        ingelogd(chromium, site, "bert", "/werk/documenten/") as bert,
    ):
        document = lever_aan(anna, bestand, "Jaarstukken 2025")
        open_vraag(anna.page, document, "er staat geen eenheid bij")
        bekijk(anna)
        overtypen = antwoord(anna.page, "Overtypen")
        overtypen.get_by_label("In welke eenheid zijn de bedragen?").select_option("Duizenden euro's (x € 1.000)")
        overtypen.get_by_label("Wat is een bedrag met een min?").select_option("Een nadeel: het kost geld")
        overtypen.get_by_role("button", name="Lees wat ik typte").click()
        bewaard(anna.page)
        anna.page.goto(document)
        gegevens(anna)
        kijk_na(bert, document)
        publiceer(bert, document)
    publiek = next(open_tab(chromium, site.adres, BREED))
    publiek.ga("/bronnen/Jaarstukken-2025/")
    expect(publiek.page.locator("#andere-bedragen")).to_contain_text("Dijken (netto kosten) 1.200 1.250")
    bekijk(publiek)
    publiek.page.context.close()
