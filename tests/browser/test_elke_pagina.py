"""Each page in a real browser, on a laptop and on a phone, in every set of colours."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.gereedschap.browser import BREED, SMAL, Bezoek, open_tab, overtredingen
from tests.gereedschap.paginas import ADRESSEN

pytestmark = pytest.mark.browser

KLEURREGELS = ["color-contrast", "link-in-text-block"]
# Colours do not depend on the width, so each set is looked at once.
KLEUREN = {
    BREED: {"color_scheme": "dark", "forced_colors": "none"},
    SMAL: {"color_scheme": "dark", "forced_colors": "active"},
}
PLEKKEN = [*ADRESSEN, "/bronnen/PB-2026/#regel-626"]  # a line that is pointed at has colours of its own
BREEDTES = {"laptop": BREED, "phone": SMAL}


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((adres, breedte), id=f"{adres}-{naam}") for adres in PLEKKEN for naam, breedte in BREEDTES.items()
    ],
)
def bezoek(request: pytest.FixtureRequest, chromium: Browser, site: str) -> Iterator[Bezoek]:
    """A page at one width, with its charts drawn."""
    adres, breedte = request.param
    for bezoek in open_tab(chromium, site, breedte):
        bezoek.ga(adres)
        yield bezoek


def test_axe_finds_nothing(bezoek: Bezoek) -> None:
    assert overtredingen(bezoek) == []


def test_axe_finds_nothing_in_other_colours(bezoek: Bezoek) -> None:
    bezoek.page.emulate_media(**KLEUREN[bezoek.page.viewport_size["width"]])
    bezoek.page.evaluate("new Promise(klaar => requestAnimationFrame(() => requestAnimationFrame(klaar)))")
    gevonden = overtredingen(bezoek, KLEURREGELS)
    bezoek.page.emulate_media(color_scheme="light", forced_colors="none")

    assert gevonden == []


def test_nothing_is_asked_of_another_host(bezoek: Bezoek) -> None:
    assert bezoek.verzoeken
    assert bezoek.vreemde_verzoeken == []


def test_browser_has_no_complaint(bezoek: Bezoek) -> None:
    assert bezoek.klachten == []


def test_page_does_not_scroll_sideways(bezoek: Bezoek) -> None:
    breedte = bezoek.page.viewport_size["width"]

    assert bezoek.page.evaluate("document.documentElement.scrollWidth") <= breedte
    assert bezoek.page.evaluate("[...document.body.children].every(e => e.getBoundingClientRect().right <= innerWidth)")


def test_axe_finds_nothing_on_the_page_that_is_not_there(tab: Bezoek) -> None:
    tab.ga("/indicatoren/bestaat-niet/")

    assert "Deze pagina is er niet" in tab.page.inner_text("main")
    assert overtredingen(tab) == []
    assert tab.vreemde_verzoeken == []
