"""The overview: four answers in one screen of a laptop, and first things first on a phone."""

import pytest
from playwright.sync_api import Page

from tests.gereedschap.browser import Bezoek

pytestmark = pytest.mark.browser


def onderkanten(page: Page) -> list[float]:
    return page.locator(".antwoord").evaluate_all("delen => delen.map(deel => deel.getBoundingClientRect().bottom)")


def test_vier_antwoorden_staan_op_een_scherm_van_een_laptop(tab: Bezoek) -> None:
    tab.page.set_viewport_size({"width": 1280, "height": 800})
    page = tab.ga("/")

    assert len(onderkanten(page)) == 4
    assert max(onderkanten(page)) <= 800


def test_op_een_telefoon_staat_het_eerste_antwoord_op_het_eerste_scherm(telefoon: Bezoek) -> None:
    telefoon.page.set_viewport_size({"width": 390, "height": 800})
    page = telefoon.ga("/")

    assert onderkanten(page)[0] <= 800
    assert onderkanten(page) == sorted(onderkanten(page))
    doelen = page.locator(".doel").first.bounding_box()
    assert doelen
    assert doelen["y"] > onderkanten(page)[-1]
