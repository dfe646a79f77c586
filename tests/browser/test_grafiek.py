"""The chart as it is drawn, and what stands in its place without JavaScript."""

import re
from typing import Literal
from xml.etree.ElementTree import fromstring

import pytest
from django.utils import timezone
from playwright.sync_api import Locator

from tests.gereedschap.browser import Bezoek
from tests.gereedschap.paginas import CIJFERPAGINAS, INDICATOREN, SLUG, verwacht

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


LIJNEN = ".grafiek__labels [class*=scatterlayer]"  # one layer lies over the other
MIDDELPUNTEN = """delen => delen.map(deel => {
    const vak = deel.getBoundingClientRect();
    return [vak.x + vak.width / 2, vak.y + vak.height / 2];
})"""


def zichtbaar(locator: Locator) -> list[Locator]:
    return [deel for deel in locator.all() if deel.is_visible()]


@pytest.mark.parametrize("slug", GETEKEND)
@pytest.mark.parametrize("toestel", ["zonder_javascript", "telefoon"])
def test_de_tekening_van_de_server_heeft_elke_reeks_en_elk_punt(
    request: pytest.FixtureRequest, slug: str, toestel: str
) -> None:
    bezoek: Bezoek = request.getfixturevalue(toestel)
    lijnen, punten = GETEKEND[slug]

    page = bezoek.ga(f"/indicatoren/{slug}/")

    assert page.locator(".tekening__naam").count() == lijnen
    assert page.locator(".tekening__punt").count() == punten
    vlak = page.locator(".grafiek__vlak").bounding_box()
    assert vlak
    assert vlak["height"] > 200
    assert vlak["width"] > 300


@pytest.mark.parametrize("slug", GETEKEND)
@pytest.mark.parametrize("toestel", ["tab", "telefoon"])
def test_wie_de_grafiek_aanwijst_krijgt_een_lijn_per_reeks(
    request: pytest.FixtureRequest, slug: str, toestel: str
) -> None:
    bezoek: Bezoek = request.getfixturevalue(toestel)
    lijnen, punten = GETEKEND[slug]

    page = bezoek.ga(f"/indicatoren/{slug}/")
    bezoek.wijs_aan()

    uit_de_tekst = page.locator(".tekening__referentie").count()
    assert page.locator(f"{LIJNEN} .trace").count() == lijnen + uit_de_tekst
    assert page.locator(f"{LIJNEN} .points path").count() == punten + uit_de_tekst
    assert bezoek.klachten == []


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_wie_de_grafiek_aanwijst_ziet_dezelfde_tekening(tab: Bezoek, kleuren: Literal["light", "dark"]) -> None:
    """plotly lies over it, on the same axes, and shows only its labels: their marks have the colours of the lines."""
    tab.page.emulate_media(color_scheme=kleuren)
    page = tab.ga("/indicatoren/uitstroom-naar-werk/")
    lees = "delen => delen.map(deel => getComputedStyle(deel).stroke)"
    getekend = set(page.locator(".tekening__reeks").evaluate_all(lees))
    tekening = page.locator(".tekening").evaluate("deel => deel.outerHTML")
    tab.wijs_aan()

    assert page.locator(".tekening").evaluate("deel => deel.outerHTML") == tekening
    assert page.locator(".tekening").is_visible()
    merken = sorted(page.locator(".tekening__punt").evaluate_all(MIDDELPUNTEN))
    punten = sorted(page.locator(f"{LIJNEN} .points path").evaluate_all(MIDDELPUNTEN))
    assert len(punten) == len(merken) == 10
    assert all(
        abs(een - ander) <= 2 for paar in zip(merken, punten, strict=True) for een, ander in zip(*paar, strict=True)
    )
    assert page.locator(".grafiek__labels .scatterlayer").evaluate("laag => getComputedStyle(laag).opacity") == "0"
    assert set(page.locator(f"{LIJNEN} path.js-line").evaluate_all(lees)) == getekend
    assert len(getekend) == 3


def test_een_label_is_een_zin_en_gaat_over_een_jaar(tab: Bezoek) -> None:
    """PB 2026, line 626; PB 2023, line 422."""
    page = tab.ga("/indicatoren/uitstroom-naar-werk/")
    vlak = tab.wijs_aan()
    [plek] = page.locator(".tekening__realisatie .tekening__punt").last.evaluate_all(MIDDELPUNTEN)
    page.mouse.move(plek[0] + 3, plek[1] + 40)
    page.mouse.move(plek[0], plek[1] + 40)

    label = vlak.locator(".hoverlayer .legendtext")
    label.first.wait_for()
    regels = [" ".join(deel.locator("tspan").all_text_contents()) for deel in label.all()]
    assert regels == ["Het resultaat van 2024 was 181.", "PB 2023 noemde voor 2024 als doel 180."]


def test_de_bibliotheek_wordt_pas_geladen_als_iemand_een_grafiek_aanwijst(telefoon: Bezoek) -> None:
    page = telefoon.ga("/doelstellingen/1.5/")
    page.mouse.wheel(0, 3000)
    page.wait_for_load_state("networkidle")
    assert not any("plotly" in url for url in telefoon.verzoeken)

    telefoon.wijs_aan(1)

    assert any("plotly" in url for url in telefoon.verzoeken)


def test_begroting_is_gestreept_en_realisatie_niet(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/arbeidsplaatsen/")
    tab.wijs_aan()

    strepen = page.locator(f"{LIJNEN} path.js-line").evaluate_all(
        "lijnen => lijnen.map(lijn => getComputedStyle(lijn).strokeDasharray)"
    )
    # PB 2022 and PB 2026; and two measured years that cannot be compared, each a point by itself.
    assert len(strepen) == 4
    assert strepen.count("none") == 2
    assert len(set(strepen)) == 3


def test_over_een_gat_loopt_geen_lijn(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/voortijdige-schoolverlaters/")
    tab.wijs_aan()

    paden = page.locator(f"{LIJNEN} path.js-line").evaluate_all("lijnen => lijnen.map(lijn => lijn.getAttribute('d'))")
    # 2021 and 2024 are points by themselves, and so is 2026 in PB 2023: there the age limit changes.
    assert [pad.count("M") for pad in paden] == [1] * 5
    assert sorted("L" in pad for pad in paden) == [False, False, False, True, True]


def test_jaren_en_getallen_zijn_nederlands(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/bijstandsuitkeringen/")

    assert page.locator("svg [data-jaar]").all_text_contents() == ["2021", "2023", "2025", "2027", "2029"]
    assert "2.000" in page.locator(".tekening text").all_text_contents()
    assert "Eenheid: aantal." in page.locator(".grafiek__ondertitel").inner_text()


def test_elke_grafiek_van_een_doelstelling_is_getekend(telefoon: Bezoek) -> None:
    """Four indicators, and the money."""
    page = telefoon.ga("/doelstellingen/1.5/")

    assert page.locator(".grafiek__vlak .tekening").count() == 5
    for nummer in range(5):
        telefoon.wijs_aan(nummer)
    assert page.locator(".grafiek__vlak .main-svg .scatterlayer").count() == 5


def test_de_tekening_breekt_waar_de_jaren_of_de_manier_van_meten_breken(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/voortijdige-schoolverlaters/")

    # 2021 and 2024 are points by themselves, and so is 2026 in PB 2023: there the age limit changes.
    lijnen = page.locator(".tekening__lijn").evaluate_all("lijnen => lijnen.map(lijn => lijn.points.numberOfItems)")
    assert sorted(lijnen) == [3, 4]
    assert page.locator(".tekening__band").count() == 1
    assert page.locator(".tekening").get_by_text("let op bij het vergelijken").is_visible()


@pytest.mark.parametrize("slug", ["voortijdige-schoolverlaters", "dienstverlening-ondernemers"])
def test_het_woord_bij_een_breuk_past_in_de_tekening(tab: Bezoek, slug: str) -> None:
    page = tab.ga(f"/indicatoren/{slug}/")

    woord = page.locator(".tekening").get_by_text("let op bij het vergelijken").bounding_box()
    vlak = page.locator(".grafiek__vlak").bounding_box()
    assert woord
    assert vlak
    assert vlak["x"] < woord["x"]
    assert woord["x"] + woord["width"] < vlak["x"] + vlak["width"]


def test_met_de_pijltjes_loop_je_langs_de_jaren(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/uitstroom-naar-werk/")
    schuif = page.get_by_role("slider", name="Cijfers van een jaar")

    # PB 2026, line 628 prints 181; PB 2023, line 423 expected 180.
    gezegd = schuif.get_attribute("aria-valuetext")
    assert gezegd == "Het resultaat van 2024 was 181. PB 2023 noemde voor 2024 als doel 180."
    assert page.locator(".grafiek__waarden").inner_text() == gezegd
    schuif.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert schuif.get_attribute("aria-valuetext") == (
        "PB 2023 noemde voor 2026 als doel 170. PB 2026 noemde voor 2026 als doel 180."
    )
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert schuif.get_attribute("aria-valuetext") == "Van 2022 is er geen cijfer."


@pytest.mark.parametrize("naam", ["SVG", "PNG"])
def test_een_grafiek_is_een_bestand_met_titel_eenheid_bron_en_datum(tab: Bezoek, naam: str) -> None:
    page = tab.ga("/indicatoren/uitstroom-naar-werk/")

    with page.expect_download() as wacht:
        page.locator("figure").get_by_text(naam, exact=False).click()

    bestand = wacht.value.path().read_bytes()
    assert wacht.value.suggested_filename == f"doelwijzer-uitstroom-naar-werk.{naam.lower()}"
    if naam == "PNG":
        assert bestand.startswith(b"\x89PNG")
        assert int.from_bytes(bestand[16:20]) > 1000  # pixels wide
    else:
        woorden = " ".join("".join(fromstring(bestand).itertext()).split())
        for deel in (
            "2024: 181, 1 meer dan PB 2023 als doel noemde",
            "Uitstroom uit de bijstand naar werk. Eenheid: aantal.",
            "Bron: Programmabegroting 2023-2026 en Programmabegroting 2026-2029.",
            f"Doelwijzer, {timezone.localdate():%d-%m-%Y}: {tab.site}/indicatoren/",
        ):
            assert deel in woorden
    assert tab.klachten == []


def test_een_grafiek_heeft_een_naam_en_een_tabel_ernaast(tab: Bezoek) -> None:
    page = tab.ga("/indicatoren/uitstroom-naar-werk/")

    beeld = page.get_by_role("img", name="realisatie 209 in 2021 en 181 in 2024")
    assert beeld.is_visible()
    assert page.get_by_role("table", name="Uitstroom uit de bijstand naar werk per jaar").is_visible()


@pytest.mark.parametrize("slug", INDICATOREN)
def test_zonder_javascript_heeft_de_tabel_alle_cijfers(zonder_javascript: Bezoek, slug: str) -> None:
    page = zonder_javascript.page
    page.goto(f"{zonder_javascript.site}/indicatoren/{slug}/")

    gedrukt = {cel["gedrukt"] for cel in verwacht("cijfers") if SLUG[cel["naam"]] == slug and cel["waarde"]}
    getoond = {link.inner_text() for link in zichtbaar(page.locator(f"#tabel-{slug} a.cijfer"))}
    assert {cijfer.replace(" %", "%") for cijfer in gedrukt} <= getoond
    assert page.get_by_role("slider").count() == 0
    assert zichtbaar(page.locator(".grafiek__png")) == []


@pytest.mark.parametrize("adres", CIJFERPAGINAS)
def test_zonder_javascript_ontbreekt_er_niets(zonder_javascript: Bezoek, adres: str) -> None:
    page = zonder_javascript.page
    page.goto(zonder_javascript.site + adres)

    verborgen = page.locator("main a.cijfer").filter(visible=False)
    assert verborgen.count() == page.locator("details:not([open]) a.cijfer").count()


def test_zonder_de_bibliotheek_voor_grafieken_is_de_pagina_heel(tab: Bezoek) -> None:
    tab.page.route(re.compile("plotly"), lambda route: route.abort())
    tab.page.goto(f"{tab.site}/indicatoren/uitstroom-naar-werk/")

    tab.page.locator(".grafiek__vlak").click()
    assert tab.page.locator(".grafiek__vlak .tekening").is_visible()
    assert tab.page.locator("#tabel-uitstroom-naar-werk a.cijfer").first.is_visible()
