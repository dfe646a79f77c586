"""Searching in a real browser: with suggestions and the keyboard, without scripts; and a word that explains itself."""

import pytest
from playwright.sync_api import Browser, expect

from tests.gereedschap.browser import BREED, Bezoek, open_tab, overtredingen

pytestmark = pytest.mark.browser


def test_voorstellen_met_het_toetsenbord(leestab: Bezoek) -> None:
    page = leestab.ga("/")
    veld = page.get_by_role("combobox", name="Zoek een woord of nummer")
    veld.press_sequentially("arbeidsp")
    eerste = page.get_by_role("option", name="Arbeidsparticipatie", exact=True)
    expect(eerste).to_be_visible()
    assert veld.get_attribute("aria-expanded") == "true"
    assert overtredingen(leestab) == []

    page.keyboard.press("ArrowDown")
    assert veld.get_attribute("aria-activedescendant") == eerste.get_attribute("id")
    page.keyboard.press("Escape")
    expect(eerste).to_be_hidden()
    assert veld.input_value() == "arbeidsp"

    page.keyboard.press("ArrowDown")
    expect(eerste).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=Arbeidsparticipatie")
    expect(page.locator("#op-deze-site").get_by_role("link", name="Arbeidsparticipatie", exact=True)).to_be_visible()


def test_zonder_script_is_het_een_gewoon_formulier(chromium: Browser, site: str) -> None:
    for bezoek in open_tab(chromium, site, BREED, java_script_enabled=False):
        page = bezoek.ga("/geld/")
        page.get_by_role("searchbox", name="Zoek een woord of nummer").fill("Geldpunt")
        page.get_by_role("button", name="Zoek", exact=True).click()

        page.wait_for_url("**/zoeken/?q=Geldpunt")
        expect(page.get_by_role("link", name="PB 2026, regel 828", exact=True)).to_be_visible()


def test_een_woord_legt_zich_uit(leestab: Bezoek) -> None:
    page = leestab.ga("/bronnen/PB-2026/regels/731/")
    woord = page.get_by_role("button", name="BUIG", exact=True)
    expect(woord).to_have_count(1)
    uitleg = page.get_by_text("Bundeling van uitkeringen inkomensvoorzieningen aan gemeenten")
    expect(uitleg).to_be_hidden()

    woord.focus()
    page.keyboard.press("Enter")
    expect(uitleg).to_be_visible()
    assert overtredingen(leestab) == []

    page.keyboard.press("Escape")
    expect(uitleg).to_be_hidden()


def test_een_regel_in_een_dichtgevouwen_deel_gaat_open(leestab: Bezoek) -> None:
    page = leestab.ga("/bronnen/PB-2026/#regel-626")

    expect(page.locator("#regel-626")).to_be_in_viewport()
