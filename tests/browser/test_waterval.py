"""The waterfall on /geld/: one drawing at a time, with letters that can be read."""

import pytest
from playwright.sync_api import Browser

from tests.gereedschap.browser import BREED, SMAL, open_tab

pytestmark = pytest.mark.browser

ZICHTBAAR = "[...document.querySelectorAll('.waterval svg')].filter(e => e.getBoundingClientRect().width)"


@pytest.mark.parametrize(("breedte", "maat"), [(BREED, "breed"), (800, "breed"), (700, "smal"), (SMAL, "smal")])
def test_een_tekening_staat_er_en_is_te_lezen(chromium: Browser, site: str, breedte: int, maat: str) -> None:
    for bezoek in open_tab(chromium, site, breedte):
        bezoek.ga("/geld/")
        klassen = bezoek.page.evaluate(f"{ZICHTBAAR}.map(e => e.getAttribute('class'))")
        schaal = bezoek.page.evaluate(f"{ZICHTBAAR}[0].getScreenCTM().a")

        assert klassen == [f"waterval__beeld waterval__beeld--{maat}"]
        assert 13.5 <= 14 * schaal <= 20


@pytest.mark.parametrize("breedte", [BREED, SMAL])
def test_geen_letter_is_afgesneden_of_staat_over_een_andere(chromium: Browser, site: str, breedte: int) -> None:
    for bezoek in open_tab(chromium, site, breedte):
        bezoek.ga("/geld/")
        vlak, *teksten = bezoek.page.evaluate(
            f"[{ZICHTBAAR}[0], ...{ZICHTBAAR}[0].querySelectorAll('text')].map(e => e.getBoundingClientRect().toJSON())"
        )

        assert len(teksten) > 15
        for n, deze in enumerate(teksten):
            assert vlak["left"] - 1 <= deze["left"]
            assert deze["right"] <= vlak["right"] + 1
            for ander in teksten[n + 1 :]:
                naast = deze["right"] <= ander["left"] or ander["right"] <= deze["left"]
                assert naast or deze["bottom"] <= ander["top"] + 2 or ander["bottom"] <= deze["top"] + 2


def test_op_papier_staat_de_brede_tekening(chromium: Browser, site: str) -> None:
    for bezoek in open_tab(chromium, site, SMAL):
        bezoek.ga("/geld/")
        bezoek.page.emulate_media(media="print")

        assert bezoek.page.evaluate(f"{ZICHTBAAR}.length") == 1
        assert "breed" in bezoek.page.evaluate(f"{ZICHTBAAR}[0].getAttribute('class')")
