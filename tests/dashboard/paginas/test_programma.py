"""All charts of a programma on one page: each indicator and what each doelstelling costs."""

import pytest
from django.test import Client

from tests.gereedschap.paginas import DOELSTELLINGEN, INDICATOREN, Pagina, met_klasse, tekst

pytestmark = pytest.mark.django_db


def test_elke_indicator_en_elke_doelstelling_heeft_een_grafiek(pagina: Pagina) -> None:
    grafieken = list(met_klasse(pagina("/programmas/1/"), "grafiek--klein"))

    adressen = [link.get("href") for grafiek in grafieken for link in grafiek.iter("a")]
    verwacht = {f"/indicatoren/{slug}/" for slug in INDICATOREN}
    verwacht |= {f"/doelstellingen/{code}/#kosten" for code in DOELSTELLINGEN}
    assert set(adressen) == verwacht
    assert len(adressen) == len(verwacht) == 17


def test_een_kleine_grafiek_zegt_wat_de_grote_zegt(pagina: Pagina) -> None:
    """The title, what is measured, and for who does not see it the values."""
    [groot] = met_klasse(pagina("/indicatoren/uitstroom-naar-school/"), "grafiek")
    [klein] = [
        grafiek
        for grafiek in met_klasse(pagina("/programmas/1/"), "grafiek--klein")
        if "/indicatoren/uitstroom-naar-school/" in [link.get("href") for link in grafiek.iter("a")]
    ]

    for klasse in ("grafiek__titel", "grafiek__ondertitel", "tekening"):
        [een], [ander] = met_klasse(groot, klasse), met_klasse(klein, klasse)
        assert tekst(een) == tekst(ander)
    [vlak] = met_klasse(klein, "grafiek__vlak")
    assert "realisatie 32 in 2021 en 19 in 2024" in (vlak.get("aria-label") or "")


def test_wat_alleen_in_de_tekst_staat_is_er_ook(pagina: Pagina) -> None:
    """PB 2026, lines 551 and 613."""
    woorden = tekst(pagina("/programmas/1/"))

    assert "73,2% landelijk gemiddelde" in woorden
    assert "6,2 uit de tekst" in woorden


def test_het_overzicht_leidt_erheen(pagina: Pagina) -> None:
    links = {tekst(link): link.get("href") for link in pagina("/").iter("a")}

    assert links["alle grafieken onder elkaar"] == "/programmas/1/"


def test_een_programma_dat_er_niet_is(pagina: Pagina, client: Client) -> None:
    assert client.get("/programmas/9/").status_code == 404
