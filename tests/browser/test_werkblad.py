"""An invoerder who lives in Excel: take the list along, fill it in, read it back, look at each row and confirm."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.gereedschap.browser import BREED, SMAL, WACHTWOORD, Bezoek, EigenSite, eigen_site, ingelogd, overtredingen

pytestmark = pytest.mark.browser

MAAK = f"""
from indicators.models import Doelstelling
from ingest.models import Account, Recht
account = Account.objects.create_user("anna", password={json.dumps(WACHTWOORD)})
for doelstelling in Doelstelling.objects.filter(code__in=["1.5", "1.6"]):
    Recht.objects.create(account=account, rol="invoerder", doelstelling=doelstelling)
"""
JAREN = {BREED: (2025, 2024), SMAL: (2023, 2022)}  # one site: what was entered at one width is there at the other


@pytest.fixture(scope="module")
def werksite() -> Iterator[EigenSite]:
    """A site of its own, because here figures are entered; with one invoerder."""
    with eigen_site(MAAK) as site:
        yield site


@pytest.fixture(params=[BREED, SMAL], ids=["laptop", "phone"])
def anna(request: pytest.FixtureRequest, chromium: Browser, werksite: EigenSite) -> Iterator[Bezoek]:
    with ingelogd(chromium, werksite, "anna", "/werk/", request.param) as bezoek:
        yield bezoek


def opgehaald(page: Page) -> bytes:
    with page.expect_download() as wacht:
        page.get_by_role("link", name="XLSX").first.click()
    return Path(wacht.value.path()).read_bytes()


def lees(page: Page, inhoud: bytes) -> None:
    bestand = {"name": "mijn cijfers.xlsx", "mimeType": "application/octet-stream", "buffer": inhoud}
    page.get_by_label("Bestand uit Excel").set_input_files(bestand)  # type: ignore[arg-type]
    page.get_by_role("button", name="Lees het bestand").click()


def in_orde(bezoek: Bezoek) -> None:
    """What holds for every page that is shown."""
    breedte = bezoek.page.viewport_size["width"]
    assert overtredingen(bezoek) == []
    assert bezoek.page.evaluate("document.documentElement.scrollWidth") <= breedte
    assert bezoek.vreemde_verzoeken == []
    # A page with something wrong on it answers 422, and Chromium says so; what failed was left for another page.
    assert [klacht for klacht in bezoek.klachten if "422" not in klacht and not klacht.startswith("failed:")] == []


def test_van_de_lijst_door_excel_naar_de_lijst(anna: Bezoek) -> None:
    jaar, _ = JAREN[anna.page.viewport_size["width"]]
    page = anna.ga(f"/werk/?jaar={jaar}")
    in_orde(anna)
    inhoud = opgehaald(page)
    page.get_by_role("link", name="lees ze in").click()
    in_orde(anna)

    lees(page, inhoud)
    expect(page.get_by_text("Er verandert niets. Alle 6 rijen")).to_be_visible()
    in_orde(anna)

    werkboek = load_workbook(io.BytesIO(inhoud))
    for rij in werkboek["Mijn cijfers"].iter_rows(min_row=2):
        if rij[0].value == f"uitstroom-naar-school/{jaar}":
            rij[8].value, rij[11].value = 21, "Suites4 SociaalDomein"
        if rij[0].value == f"uitstroom-naar-werk/{jaar}":
            rij[8].value = 2.67
    uit = io.BytesIO()
    werkboek.save(uit)
    lees(page, uit.getvalue())

    fout = page.locator(".foutenlijst")
    expect(fout).to_contain_text("“2,67” heeft cijfers achter de komma.")
    in_orde(anna)
    fout.get_by_role("link").click()
    expect(page.locator("#rij-2")).to_be_in_viewport()

    page.get_by_role("button", name="Bewaar als concept").click()
    expect(page.get_by_role("status")).to_contain_text(f"bijstand naar school gaan, {jaar}: 21.")
    kaart = page.locator("li.taak")
    expect(kaart).to_have_count(1)
    kaart.get_by_label("Cijfer", exact=True).fill("185")
    kaart.get_by_label("Bron").fill("Suites4 SociaalDomein")
    in_orde(anna)
    page.get_by_role("button", name="Bewaar als concept").click()
    expect(kaart).to_contain_text("Kijk of wij dit goed begrijpen.")
    in_orde(anna)
    page.get_by_role("button", name="Bewaar als concept").click()

    page.wait_for_url(f"**/werk/?jaar={jaar}")
    taak = page.locator("li.taak").filter(has_text="Uitstroom uit de bijstand naar werk")
    expect(taak).to_contain_text("concept")
    expect(taak).to_contain_text("185")


def test_een_geplakte_kolom_staat_naast_haar_namen_en_wordt_ingediend(anna: Bezoek) -> None:
    _, jaar = JAREN[anna.page.viewport_size["width"]]
    page = anna.ga(f"/werk/inlezen/?jaar={jaar}")

    page.get_by_label("Of plak uit Excel").fill("76,4\n\n\n\n\n")
    page.get_by_role("button", name="Lees wat ik plakte").click()

    kaart = page.locator("li.taak")
    expect(kaart).to_have_count(1)
    expect(kaart).to_contain_text("Begrepen als 76,4 %")
    kaart.get_by_label("Bron").fill("CBS")
    kaart.locator("summary").click()
    kaart.get_by_label("Toelichting").fill("Nieuwe cijfers van CBS.")
    in_orde(anna)
    page.get_by_role("button", name="Dien in wat compleet is").click()

    page.wait_for_url(f"**/werk/?jaar={jaar}")
    expect(page.get_by_role("status")).to_contain_text(f"Arbeidsparticipatie, {jaar}: 76,4 %")


def test_dat_een_bestand_er_geen_is_wordt_gezegd(anna: Bezoek) -> None:
    page = anna.ga("/werk/inlezen/?jaar=2025")

    lees(page, b"%PDF-1.7")

    expect(page.get_by_role("alert")).to_contain_text("Dit bestand is geen spreadsheet.")
    in_orde(anna)


def test_geplakte_tekst_die_niet_te_lezen_is_houdt_haar_lege_eerste_regel(anna: Bezoek) -> None:
    page = anna.ga("/werk/inlezen/?jaar=2025")

    page.get_by_label("Of plak uit Excel").fill("\n1\n2\n3\n4\n5\n6")
    page.get_by_role("button", name="Lees wat ik plakte").click()

    expect(page.get_by_role("alert")).to_contain_text("U plakte 7 regels. Uw lijst heeft 6 cijfers.")
    expect(page.get_by_label("Of plak uit Excel")).to_have_value("\n1\n2\n3\n4\n5\n6")
