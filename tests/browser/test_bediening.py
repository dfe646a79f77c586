"""With the keyboard, to the line that prints a figure, and on paper."""

import pytest
from playwright.sync_api import Page

from tests.gereedschap.browser import PAPIER, Bezoek
from tests.gereedschap.paginas import ADRESSEN

pytestmark = pytest.mark.browser

FOCUS = """() => {
    const e = document.activeElement, stijl = getComputedStyle(e), vak = e.getBoundingClientRect();
    return {
        tekst: e.textContent.trim().replace(/\\s+/g, " "),
        href: e.getAttribute("href"),
        klasse: e.className,
        rand: stijl.outlineStyle !== "none" && parseFloat(stijl.outlineWidth) >= 2,
        inBeeld: vak.width > 0 && vak.height > 0 && vak.left >= 0 && vak.right <= innerWidth
            && (vak.height > innerHeight ? vak.top < innerHeight : vak.top >= -2 && vak.bottom <= innerHeight + 2),
    };
}"""


def tabs(page: Page, aantal: int) -> list[dict[str, object]]:
    gezien = []
    for _ in range(aantal):
        page.keyboard.press("Tab")
        gezien.append(page.evaluate(FOCUS))
    return gezien


@pytest.mark.parametrize("adres", ["/", "/geld/", "/indicatoren/uitstroom-naar-werk/"])
def test_tab_gaat_zichtbaar_langs_de_snelkoppeling_het_menu_en_de_cijfers(tab: Bezoek, adres: str) -> None:
    page = tab.ga(adres)
    menu = page.locator("nav[aria-label=Hoofdmenu] a").count()

    eerste, naam, zoekveld, zoekknop, *rest = tabs(page, 4 + menu + 30)

    assert eerste["tekst"] == "Naar de inhoud"
    assert naam["tekst"] == "Doelwijzer"
    assert zoekknop["tekst"] == "Zoek"
    assert [stop["href"] for stop in rest[:menu]] == page.locator("nav[aria-label=Hoofdmenu] a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert sum(stop["klasse"] == "cijfer" for stop in rest) >= 5
    for stop in (eerste, naam, zoekveld, zoekknop, *rest):
        assert stop["rand"], stop
        assert stop["inBeeld"], stop


def test_de_snelkoppeling_slaat_het_menu_over(tab: Bezoek) -> None:
    page = tab.ga("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    uitleg, volgende = tabs(page, 2)

    assert page.url.endswith("#inhoud")
    assert uitleg["href"] == "#hoe-lees-ik-dit"
    assert volgende["href"] == "/doelen/"


@pytest.mark.parametrize("toestel", ["tab", "telefoon"])
def test_een_cijfer_leidt_naar_zijn_regel(request: pytest.FixtureRequest, toestel: str) -> None:
    bezoek: Bezoek = request.getfixturevalue(toestel)
    page = bezoek.ga("/indicatoren/uitstroom-naar-werk/")

    cijfer = page.locator("#tabel-uitstroom-naar-werk").get_by_role("link", name="181, bron: PB 2026, regel 626")
    cijfer.focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**/bronnen/PB-2026/regels/626/")
    regel = page.locator("#regel-626")
    assert " ".join(regel.locator(".regel__tekst").inner_text().split()) == "Realisatie 181 - - - -"
    stijl = "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.backgroundColor] }"
    uitgelicht, gewoon = regel.evaluate(stijl), page.locator("#regel-627").evaluate(stijl)
    assert uitgelicht[:2] == ["solid", "2px"]
    assert gewoon[0] == "none"
    assert uitgelicht[2] != gewoon[2]
    vak = regel.bounding_box()
    assert vak
    assert 0 <= vak["y"] < page.viewport_size["height"]


def test_het_menu_zegt_waar_de_lezer_is(tab: Bezoek) -> None:
    for adres, naam in (("/", "Overzicht"), ("/geld/", "Geld"), ("/bronnen/", "Bronnen"), ("/data/", "Data")):
        page = tab.ga(adres)
        assert page.locator("nav[aria-label=Hoofdmenu] [aria-current=page]").inner_text() == naam


@pytest.mark.parametrize("adres", ADRESSEN)
def test_op_papier_valt_niets_weg(papier: Bezoek, adres: str) -> None:
    page = papier.ga(adres)

    assert not page.locator("nav").first.is_visible()
    te_breed = page.evaluate(
        """breedte => [...document.querySelectorAll("body *:not(svg *):not(.verborgen):not(.verborgen *)")]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > breedte + 1)
            .map(e => `${e.tagName}.${e.className}: ${e.getBoundingClientRect().right}`)""",
        PAPIER,
    )
    assert te_breed == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPIER
    geknipt = page.evaluate(
        """[...document.querySelectorAll("main *:not(svg *):not(.verborgen)")]
            .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
            .filter(e => getComputedStyle(e).overflowX !== "visible")
            .map(e => `${e.tagName}.${e.className}`)"""
    )
    assert geknipt == []


def test_een_cijfer_wordt_als_zin_gekopieerd(tab: Bezoek) -> None:
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = tab.ga("/bronnen/PB-2026/regels/626/")

    page.get_by_role("button", name="Kopieer het cijfer van 2024").click()

    page.get_by_role("button", name="Gekopieerd").wait_for()
    gekopieerd = page.evaluate("navigator.clipboard.readText()")
    assert gekopieerd.startswith("Uitstroom uit de bijstand naar werk, realisatie, 2024: 181. Bron: ")
    assert gekopieerd.endswith(f"regel 626. {tab.site}/bronnen/PB-2026/regels/626/")
