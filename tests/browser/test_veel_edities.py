"""Fifteen editions in a real browser: the newest first, the rest a click away, and no page endless or in disorder.

PB 2027 to PB 2039 are PB 2026 in later years (tests/gereedschap/documenten/vijf_edities.py).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.gereedschap.browser import BREED, SMAL, EigenSite, eigen_site, in_orde, open_tab
from tests.gereedschap.documenten.vijf_edities import document

pytestmark = [pytest.mark.browser, pytest.mark.drawn]

JAREN = range(2027, 2040)
HOOGSTENS = 12_000
PAGINAS = (
    *("/", "/doelen/", "/vergelijken/", "/geld/", "/klopt-het/", "/bronnen/", "/doelstellingen/1.5/", "/programmas/1/"),
    "/indicatoren/uitstroom-naar-werk/",
    "/verkennen/?indicator=uitstroom-naar-werk&geld=doelstelling/1-5",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EigenSite]:
    map_ = tmp_path_factory.mktemp("edities")
    with eigen_site() as site:
        bestanden = {Path(map_, f"PB-{jaar}.txt"): document("1", jaar) for jaar in JAREN}
        for bestand, tekst in bestanden.items():
            bestand.write_text(tekst, encoding="utf-8")
        # At once: after each publication the site makes all its pages anew.
        laden = site.processen.start("manage.py", "load_document", *map(str, bestanden))
        _, fouten = laden.communicate()  # it closes the pipes too
        assert laden.returncode == 0, fouten
        yield site


@pytest.mark.parametrize("breedte", [BREED, SMAL])
def test_geen_pagina_is_eindeloos_of_in_de_war(chromium: Browser, site: EigenSite, breedte: int) -> None:
    for bezoek in open_tab(chromium, site.adres, breedte):
        for adres in PAGINAS:
            page = bezoek.ga(adres)
            in_orde(bezoek)
            if breedte == SMAL:
                assert page.evaluate("document.documentElement.scrollHeight") <= HOOGSTENS, adres


def test_wat_er_niet_bij_staat_is_een_klik_weg(chromium: Browser, site: EigenSite) -> None:
    for bezoek in open_tab(chromium, site.adres, BREED):
        page = bezoek.ga("/indicatoren/uitstroom-naar-werk/")
        koppen = page.locator("#matrix-uitstroom-naar-werk thead th")
        assert koppen.all_inner_texts() == ["Jaar", "PB 2037", "PB 2038", "PB 2039"]

        page.locator("a[href$='#matrix-uitstroom-naar-werk']").click()
        assert koppen.all_inner_texts() == ["Jaar", "PB 2023", "PB 2026", *(f"PB {jaar}" for jaar in JAREN)]


def test_van_veel_jaren_staan_eerst_de_laatste_tien(chromium: Browser, site: EigenSite) -> None:
    """Realisatie 209 of 2021 stands in line 421 of PB 2023; the goals of PB 2039 go up to 2042."""
    for bezoek in open_tab(chromium, site.adres, BREED):
        page = bezoek.ga("/doelen/")
        tabel = page.locator("#doel-uitstroom-naar-werk")
        deel = page.locator("details", has=tabel)
        deel.locator("summary").click()
        jaren = tabel.locator("tbody th")
        assert jaren.all_inner_texts() == [str(jaar) for jaar in range(2033, 2043)]
        assert deel.get_by_text("De jaren voor 2033 staan hier niet bij.").is_visible()

        deel.get_by_text("Toon alle jaren").click()
        assert jaren.all_inner_texts() == ["2021", *(str(jaar) for jaar in range(2023, 2043))]
        assert tabel.locator("tbody td").first.inner_text() == "209"
