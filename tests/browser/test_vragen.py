"""The questions of docs/vragen.md: each rests on its lines; what is built, is answered in two clicks or one search."""

import re

import pytest

from tests.gereedschap.browser import Bezoek
from tests.gereedschap.paginas import skelet
from tests.gereedschap.vragen import Vraag, lees_vragen

pytestmark = pytest.mark.browser

VRAGEN = lees_vragen()


def test_er_zijn_er_minstens_vijfentwintig() -> None:
    assert len({vraag.vraag for vraag in VRAGEN if vraag.adres}) >= 25


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda vraag: vraag.vraag)
def test_elke_passage_wordt_begrepen(vraag: Vraag) -> None:
    genoemd = len(re.findall(r"\bregel \d", vraag.passage))

    assert len(vraag.plekken) == genoemd
    assert genoemd or vraag.passage.startswith("geen")


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda vraag: vraag.vraag)
def test_passages_drukken_waar_het_antwoord_op_rust(vraag: Vraag) -> None:
    for plek in vraag.plekken:
        tekst = " ".join(skelet(plek.publicatie)[plek.regel - 1].split())
        assert (bool(tekst) and plek.gedrukt in tekst) == plek.op_de_site, plek


@pytest.mark.parametrize("vraag", [vraag for vraag in VRAGEN if vraag.adres], ids=lambda vraag: vraag.vraag)
def test_een_antwoord_is_in_twee_klikken_of_een_zoekvraag_gevonden(leestab: Bezoek, vraag: Vraag) -> None:
    page = leestab.ga("/")

    assert len(vraag.klikken) <= (1 if vraag.zoekwoord else 2)
    if vraag.zoekwoord:
        page.get_by_role("combobox", name="Zoek een woord of nummer").fill(vraag.zoekwoord)
        page.keyboard.press("Enter")
    for naam in vraag.klikken:
        page.get_by_role("link", name=naam, exact=True).first.click()
    page.wait_for_url(leestab.site + vraag.adres)

    tekst = " ".join(page.locator("main").inner_text().split())
    assert vraag.zoek
    for deel in vraag.zoek:
        assert deel in tekst
