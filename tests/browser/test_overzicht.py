"""The overview: four answers in one screen of a laptop, and first things first on a phone."""

import pytest
from playwright.sync_api import Page

from tests.gereedschap.browser import Bezoek

pytestmark = pytest.mark.browser


def onderkanten(page: Page) -> list[float]:
    return page.locator(".antwoord").evaluate_all("delen => delen.map(deel => deel.getBoundingClientRect().bottom)")


def test_four_answers_stand_in_one_screen_of_a_laptop(tab: Bezoek) -> None:
    tab.page.set_viewport_size({"width": 1280, "height": 800})
    page = tab.ga("/")

    assert len(onderkanten(page)) == 4
    assert max(onderkanten(page)) <= 800


def test_on_a_phone_the_first_answer_stands_in_the_first_screen(telefoon: Bezoek) -> None:
    telefoon.page.set_viewport_size({"width": 390, "height": 800})
    page = telefoon.ga("/")

    assert onderkanten(page)[0] <= 800
    assert onderkanten(page) == sorted(onderkanten(page))
    doelen = page.locator(".doel").first.bounding_box()
    assert doelen
    assert doelen["y"] > onderkanten(page)[-1]
