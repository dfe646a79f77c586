"""Every chart of the site as a browser draws it: no words over other words, over a mark, or cut by the frame."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.gereedschap.browser import BREED, SMAL, Bezoek, open_tab
from tests.gereedschap.paginas import DOELSTELLINGEN, INDICATOREN

pytestmark = pytest.mark.browser

PAGINAS = (
    "/geld/",
    "/programmas/1/",
    *(f"/doelstellingen/{code}/" for code in DOELSTELLINGEN),
    *(f"/indicatoren/{slug}/" for slug in INDICATOREN),
)
# Of each chart its frame, its words and its marks, in the units of its drawing.
VAKKEN = """() => [...document.querySelectorAll(".grafiek__vlak > svg")].map(svg => {
    const vak = deel => {
        const { left, right, top, bottom } = deel.getBoundingClientRect();
        return { wat: deel.textContent, left, right, top, bottom };
    };
    return {
        kader: vak(svg),
        woorden: [...svg.querySelectorAll("text")].map(vak),
        merken: [...svg.querySelectorAll(".tekening__punt")].map(vak),
    };
})"""
Vak = dict[str, Any]


def raakt(een: Vak, ander: Vak) -> bool:
    """With a pixel of play: a browser rounds."""
    return bool(
        een["left"] < ander["right"] - 1
        and ander["left"] < een["right"] - 1
        and een["top"] < ander["bottom"] - 1
        and ander["top"] < een["bottom"] - 1
    )


def botsingen(bezoek: Bezoek) -> tuple[int, list[str]]:
    """How many charts there are, and what is over what in them."""
    gevonden = []
    grafieken = bezoek.page.evaluate(VAKKEN)
    for grafiek in grafieken:
        kader, woorden, merken = grafiek["kader"], grafiek["woorden"], grafiek["merken"]
        for nummer, woord in enumerate(woorden):
            anderen = [*woorden[nummer + 1 :], *merken]
            gevonden += [f"{woord['wat']} / {ander['wat'] or 'mark'}" for ander in anderen if raakt(woord, ander)]
            past = all(kader[k] - 1 <= woord[k] for k in ("left", "top"))
            if not past or any(woord[k] > kader[k] + 1 for k in ("right", "bottom")):
                gevonden.append(f"{woord['wat']} / frame")
    return len(grafieken), gevonden


@pytest.mark.parametrize("breedte", [BREED, SMAL])
def test_woorden_staan_vrij(chromium: Browser, site: str, breedte: int) -> None:
    for bezoek in open_tab(chromium, site, breedte):
        gevonden = {}
        for adres in PAGINAS:
            bezoek.ga(adres)
            aantal, botsend = botsingen(bezoek)
            assert aantal, adres
            if botsend:
                gevonden[adres] = botsend

        assert gevonden == {}
