"""On a phone no page is endless, and who has only a keyboard is through it in a while; what is asked is in sight."""

from collections import defaultdict

import pytest

from tests.gereedschap.browser import Bezoek
from tests.gereedschap.paginas import ADRESSEN
from tests.gereedschap.vragen import lees_vragen

pytestmark = pytest.mark.browser

HOOGSTENS, STOPS = 8000, 150
MAAT = """() => [
    document.documentElement.scrollHeight,
    [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true})).length,
]"""
KLAAR = "performance.getEntriesByType('resource').length"


@pytest.mark.drawn
@pytest.mark.parametrize("adres", [*ADRESSEN, "/programmas/1/"])
def test_geen_pagina_is_eindeloos(telefoon: Bezoek, adres: str) -> None:
    page = telefoon.ga(adres)
    page.wait_for_load_state("networkidle")  # the words that are explained are stops too
    hoogte, stops = page.evaluate(MAAT)
    assert hoogte <= HOOGSTENS
    assert stops < STOPS


@pytest.mark.drawn
def test_geen_antwoord_is_dichtgevouwen(telefoon: Bezoek) -> None:
    per_adres = defaultdict(list)
    for vraag in lees_vragen():
        if vraag.adres:
            per_adres[vraag.adres].extend(vraag.zoek)

    dicht = []
    for adres, gezocht in per_adres.items():
        tekst = " ".join(telefoon.ga(adres).locator("main").inner_text().split())
        dicht += [(adres, deel) for deel in gezocht if deel not in tekst]
    assert dicht == []


def test_een_link_naar_iets_in_een_dicht_deel_vouwt_het_open(telefoon: Bezoek) -> None:
    page = telefoon.ga("/geld/")
    deel = page.locator("#per-jaar")
    page.get_by_text("Op deze pagina").click()
    assert deel.get_attribute("open") is None

    page.get_by_role("link", name="De kosten door de jaren").click()
    assert deel.get_attribute("open") is not None
    page.locator("#per-jaar > summary").click()
    page.get_by_role("link", name="De kosten door de jaren").click()  # the address is the same
    assert deel.get_attribute("open") is not None

    telefoon.ga("/livez")
    assert telefoon.ga("/geld/#rekening-uitleg").locator("#per-jaar[open]").count() == 0
    telefoon.ga("/livez")
    assert telefoon.ga("/geld/#tabel-per-jaar").url.endswith("#tabel-per-jaar")


def test_op_een_breed_scherm_en_op_papier_is_alles_open(leestab: Bezoek, papier: Bezoek) -> None:
    for bezoek in (leestab, papier):
        page = bezoek.ga("/geld/")
        assert page.locator("main table").count() > 5
        assert [tabel for tabel in page.locator("main table").all() if not tabel.is_visible()] == []
