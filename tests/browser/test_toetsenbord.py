"""The main pages with nothing but a keyboard: everything is reached, in order, in sight, and left again."""

import pytest
from playwright.sync_api import Browser

from tests.gereedschap.browser import BREED, SMAL, open_tab
from tests.gereedschap.paginas import HOOFDPAGINAS

pytestmark = pytest.mark.browser

SCHERMEN: dict[str, tuple[int, dict[str, object]]] = {
    "laptop": (BREED, {}),
    "phone in forced colours": (SMAL, {"forced_colors": "active", "color_scheme": "dark"}),
}
# Everything that can be operated, in the order of the document.
BEDIENBAAR = """() => {
    window.bedienbaar = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}));
    return bedienbaar.length;
}"""
STOP = """() => {
    const e = document.activeElement, stijl = getComputedStyle(e);
    const vakken = [...e.getClientRects()].filter(vak => vak.width && vak.height);
    const opHetScherm = vakken.some(vak => {
        const x = (Math.max(vak.left, 0) + Math.min(vak.right, innerWidth)) / 2;
        const y = (Math.max(vak.top, 0) + Math.min(vak.bottom, innerHeight)) / 2;
        return e.contains(document.elementFromPoint(x, y));
    });
    return {
        plaats: bedienbaar.indexOf(e),
        wat: e.outerHTML.slice(0, 150),
        rand: stijl.outlineStyle !== "none" && parseFloat(stijl.outlineWidth) > 0
            && stijl.outlineColor !== "rgba(0, 0, 0, 0)",
        opHetScherm,
    };
}"""


@pytest.mark.drawn
@pytest.mark.parametrize("scherm", SCHERMEN)
@pytest.mark.parametrize("adres", HOOFDPAGINAS)
def test_tab_bereikt_alles_op_volgorde_en_in_beeld(chromium: Browser, site: str, adres: str, scherm: str) -> None:
    breedte, kleuren = SCHERMEN[scherm]
    for bezoek in open_tab(chromium, site, breedte, **kleuren):
        page = bezoek.ga(adres)
        page.wait_for_selector("main[data-uitgelegd]", state="attached")
        aantal = page.evaluate(BEDIENBAAR)

        stops = []
        for _ in range(aantal):
            page.keyboard.press("Tab")
            stops.append(page.evaluate(STOP))
        page.keyboard.press("Tab")

        assert [stop["plaats"] for stop in stops] == list(range(aantal))
        assert [stop for stop in stops if not stop["rand"]] == []
        assert [stop for stop in stops if not stop["opHetScherm"]] == []
        assert page.evaluate("document.activeElement === document.body"), "focus does not leave the page"
