"""Each page in a real browser, on a laptop and on a phone, in every set of colours."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from tests.gereedschap.browser import BREED, SMAL, Bezoek, open_tab, overtredingen
from tests.gereedschap.paginas import ADRESSEN, BRIEVEN

pytestmark = pytest.mark.browser

KLEURREGELS = ["color-contrast", "link-in-text-block"]
# Colours do not depend on the width, so each set is looked at once.
KLEUREN = {
    BREED: {"color_scheme": "dark", "forced_colors": "none"},
    SMAL: {"color_scheme": "dark", "forced_colors": "active"},
}
PLEKKEN = [*ADRESSEN, *BRIEVEN[:2], "/bronnen/PB-2026/#regel-626"]  # a line that is pointed at has colours of its own
BREEDTES = {"laptop": BREED, "phone": SMAL}


@pytest.fixture(scope="module")
def tabs(chromium: Browser, site: str) -> Iterator[dict[int, Bezoek]]:
    """One for each width: on the next page a tab still has the scripts, and axe, compiled."""
    tab = contextmanager(open_tab)
    with tab(chromium, site, BREED) as laptop, tab(chromium, site, SMAL) as telefoon:
        yield {BREED: laptop, SMAL: telefoon}


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((adres, breedte), id=f"{adres}-{naam}") for adres in PLEKKEN for naam, breedte in BREEDTES.items()
    ],
)
def bezoek(request: pytest.FixtureRequest, tabs: dict[int, Bezoek]) -> Bezoek:
    """A page at one width, with its charts drawn."""
    adres, breedte = request.param
    bezoek = tabs[breedte]
    bezoek.ga("/livez")  # what the former page still asked for ends here, and to an anchor on it is a visit as well
    bezoek.verzoeken.clear()
    bezoek.klachten.clear()
    bezoek.ga(adres)
    return bezoek


def test_axe_vindt_niets(bezoek: Bezoek) -> None:
    assert overtredingen(bezoek) == []


@pytest.mark.drawn
def test_axe_vindt_niets_in_andere_kleuren(bezoek: Bezoek) -> None:
    bezoek.page.emulate_media(**KLEUREN[bezoek.page.viewport_size["width"]])
    bezoek.page.evaluate("new Promise(klaar => requestAnimationFrame(() => requestAnimationFrame(klaar)))")
    gevonden = overtredingen(bezoek, KLEURREGELS)
    bezoek.page.emulate_media(color_scheme="light", forced_colors="none")

    assert gevonden == []


def test_van_een_andere_server_wordt_niets_gevraagd(bezoek: Bezoek) -> None:
    assert bezoek.verzoeken
    assert bezoek.vreemde_verzoeken == []


def test_de_browser_klaagt_niet(bezoek: Bezoek) -> None:
    assert bezoek.klachten == []


def test_een_pagina_schuift_niet_opzij(bezoek: Bezoek) -> None:
    breedte = bezoek.page.viewport_size["width"]

    assert bezoek.page.evaluate("document.documentElement.scrollWidth") <= breedte
    assert bezoek.page.evaluate("[...document.body.children].every(e => e.getBoundingClientRect().right <= innerWidth)")


def test_axe_vindt_niets_op_de_pagina_die_er_niet_is(tab: Bezoek) -> None:
    tab.ga("/indicatoren/bestaat-niet/")

    assert "Deze pagina is er niet" in tab.page.inner_text("main")
    assert overtredingen(tab) == []
    assert tab.vreemde_verzoeken == []
