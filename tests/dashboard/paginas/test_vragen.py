"""A page asks the database at most nineteen things, however much is in it; the first of a version some more.

Three more begin and end its reading, and two ask which version of the data there is, before it and after it.
"""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from benchmarks.vermenigvuldigen import vermenigvuldig
from indicators.models import Bedrag, Vermelding
from indicators.models.bronnen import verhoog_versie
from tests.gereedschap.paginas import ADRESSEN

Aantallen = dict[str, tuple[int, int]]
HOOGSTENS = 24
HOOGSTENS_EERST = 31
"""That asks what pages have in common too, such as the programmas and what is for the raad."""


@pytest.fixture(scope="module")
def vragen_vooraf(edities_van_eigenaar: None, django_db_blocker: DjangoDbBlocker) -> Aantallen:
    """The number of queries of each page, with programma 1 alone; afterwards there are four more of them."""
    with django_db_blocker.unblock():
        vooraf = {adres: aantal_vragen(adres) for adres in ADRESSEN}
        vermenigvuldig(4)
    return vooraf


def aantal_vragen(adres: str) -> tuple[int, int]:
    """Of the first page of a version of the data, which asks what pages have in common too, and when that is known."""
    verhoog_versie()
    return _tel(adres), _tel(adres)


def _tel(adres: str) -> int:
    with CaptureQueriesContext(connection) as vragen:
        assert Client().get(adres).status_code == 200
    return len(vragen)


@pytest.fixture
def met_andere_programmas(vragen_vooraf: Aantallen, db: None) -> Iterator[Aantallen]:
    assert Vermelding.objects.count() == 5 * 194 + 9
    assert Bedrag.objects.count() == 5 * 450 + 54
    return vragen_vooraf


@pytest.mark.parametrize("adres", ADRESSEN)
def test_het_aantal_vragen_groeit_niet(met_andere_programmas: Aantallen, adres: str) -> None:
    nu = aantal_vragen(adres)

    assert nu == met_andere_programmas[adres]
    eerst, daarna = nu
    assert eerst <= HOOGSTENS_EERST
    assert daarna <= HOOGSTENS


@pytest.mark.drawn
@pytest.mark.parametrize("bestand", ["cijfers", "bedragen", "indicatoren/uitstroom-naar-werk", "doelstellingen/1.5"])
def test_een_download_vraagt_een_keer_om_zijn_rijen(met_andere_programmas: Aantallen, bestand: str) -> None:
    with CaptureQueriesContext(connection) as vragen:
        antwoord = Client().get(f"/data/{bestand}.csv")
        regels = antwoord.getvalue().count(b"\r\n")

    # six begin and end what only reads; two for the version of the data, before it and after it, for a small file is
    # kept; one for the indicator or doelstelling asked
    assert len(vragen) <= 10
    # nine of a rapportage, of which two are of uitstroom
    eigen = 80 + 9 if "1.5" in bestand else 20 + 2
    assert regels == 1 + {"cijfers": 5 * 194 + 9, "bedragen": 5 * 410 + 47}.get(bestand, eigen)


def test_elk_programma_heeft_zijn_eigen_paginas(met_andere_programmas: Aantallen, client: Client) -> None:
    """Nothing of one programma gets into the page of another; each page leads to those of all five."""
    for vraag, programma in (("", "1"), ("?programma=2", "2")):
        home = client.get(f"/{vraag}").content.decode()
        assert home.count("<article") == 6
        assert home.count('href="/doelstellingen/') == home.count(f'href="/doelstellingen/{programma}.') >= 6
        assert [home.count(f'href="?programma={code}"') for code in "12345"] == [1] * 5
        assert f"Geld: wat kost programma {programma}?" in client.get(f"/geld/{vraag}").content.decode()
        for adres in ("/doelen/", "/vergelijken/", "/klopt-het/"):
            assert client.get(f"{adres}{vraag}").status_code == 200
    assert client.get("/?programma=9").status_code == 404
