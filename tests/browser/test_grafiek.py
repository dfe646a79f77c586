"""The chart as it is drawn, and what stands in its place without JavaScript."""

import re

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Bezoek
from tests.dashboard.paginas import CIJFERPAGINAS, INDICATOREN, SLUG, verwacht

pytestmark = pytest.mark.browser

# Lines and points: uitstroom naar werk has a realisatie (2) and two editions (4 and 4).
GETEKEND = {
    "vve-leerwinst": (2, 5),
    "vve-ontwikkelingsscore": (1, 4),
    "voortijdige-schoolverlaters": (3, 10),
    "arbeidsplaatsen": (4, 10),
    "arbeidsparticipatie": (4, 10),
    "uitstroom-naar-werk": (3, 10),
}


LIJNEN = ".grafiek__vlak [class*=scatterlayer]"  # one layer lies over the other, the legend is in neither


def zichtbaar(locator: Locator) -> list[Locator]:
    return [deel for deel in locator.all() if deel.is_visible()]


@pytest.mark.parametrize("slug", GETEKEND)
@pytest.mark.parametrize("toestel", ["tab", "telefoon"])
def test_chart_has_a_trace_for_each_series(request: pytest.FixtureRequest, slug: str, toestel: str) -> None:
    bezoek: Bezoek = request.getfixturevalue(toestel)
    lijnen, punten = GETEKEND[slug]

    page = bezoek.ga(f"/indicatoren/{slug}/")

    assert page.locator(f"{LIJNEN} .trace").count() == lijnen
    assert page.locator(f"{LIJNEN} .points path").count() == punten
    vlak = page.locator(".grafiek__vlak").bounding_box()
    assert vlak
    assert vlak["height"] > 200
    assert vlak["width"] > 300


def test_begroting_is_dashed_and_realisatie_is_not(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/arbeidsplaatsen/")

    strepen = page.locator(f"{LIJNEN} path.js-line").evaluate_all(
        "lijnen => lijnen.map(lijn => getComputedStyle(lijn).strokeDasharray)"
    )
    # PB 2022 and PB 2026; and two measured years that cannot be compared, each a point by itself.
    assert len(strepen) == 4
    assert strepen.count("none") == 2
    assert len(set(strepen)) == 3


def test_no_line_is_drawn_over_a_gap(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/voortijdige-schoolverlaters/")

    paden = page.locator(f"{LIJNEN} path.js-line").evaluate_all("lijnen => lijnen.map(lijn => lijn.getAttribute('d'))")
    # 2021 and 2024 are points by themselves, and so is 2026 in PB 2023: there the age limit changes.
    assert [pad.count("M") for pad in paden] == [1] * 5
    assert sorted("L" in pad for pad in paden) == [False, False, False, True, True]


def test_years_and_numbers_are_dutch(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/bijstandsuitkeringen/")

    assert page.locator(".xtick").all_text_contents() == [str(jaar) for jaar in range(2021, 2030)]
    assert "2.500" in page.locator(".ytick").all_text_contents()
    assert page.locator(".ytitle").text_content() == "aantal"


def test_every_chart_of_a_doelstelling_is_drawn(telefoon: Bezoek) -> None:
    page = telefoon.ga("/doelstellingen/1.5/")

    assert page.locator(".grafiek__vlak").count() == 4
    assert page.locator(".grafiek__vlak .main-svg .scatterlayer").count() == 4


def test_chart_has_a_name_and_a_table_beside_it(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/uitstroom-naar-werk/")

    beeld = page.get_by_role("img", name="realisatie 209 in 2021 en 181 in 2024")
    assert beeld.is_visible()
    assert page.get_by_role("table", name="Uitstroom uit de bijstand naar werk per jaar").is_visible()


@pytest.mark.parametrize("slug", INDICATOREN)
def test_without_javascript_the_table_has_all_figures(zonder_javascript: Bezoek, slug: str) -> None:
    page = zonder_javascript.page
    page.goto(f"{zonder_javascript.site}/indicatoren/{slug}/")

    gedrukt = {cel["gedrukt"] for cel in verwacht("cijfers") if SLUG[cel["naam"]] == slug and cel["waarde"]}
    getoond = {link.inner_text() for link in zichtbaar(page.locator(f"#tabel-{slug} a.cijfer"))}
    assert gedrukt <= getoond
    assert zichtbaar(page.locator(".grafiek__vlak")) == []


@pytest.mark.parametrize("adres", CIJFERPAGINAS)
def test_without_javascript_nothing_is_missing(zonder_javascript: Bezoek, adres: str) -> None:
    page = zonder_javascript.page
    page.goto(zonder_javascript.site + adres)

    assert zichtbaar(page.locator(".grafiek__vlak")) == []
    verborgen = page.locator("main a.cijfer").filter(visible=False)
    assert verborgen.count() == page.locator("details:not([open]) a.cijfer").count()


def test_without_the_chart_library_the_page_is_whole(tab: Bezoek) -> None:
    tab.page.route(re.compile("plotly"), lambda route: route.abort())
    tab.page.goto(f"{tab.site}/indicatoren/uitstroom-naar-werk/")

    tab.page.locator("figure.grafiek").wait_for(state="hidden")
    assert tab.page.locator("#tabel-uitstroom-naar-werk a.cijfer").first.is_visible()
