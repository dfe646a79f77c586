"""What is not there, and what nobody should send: a 404 or a sentence, never an error."""

from urllib.parse import quote

import pytest
from django.test import Client

from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities"), pytest.mark.drawn]

LANG = "x" * 5000
GEEN = ["bestaat-niet", "1.9", "..", "%00", "1.5%00", "%0A", "é", "1.5'--", "%F0%9F%99%82", "%FF", LANG]


@pytest.mark.parametrize("wat", GEEN)
def test_wat_er_niet_is_is_een_404(client: Client, wat: str) -> None:
    for adres in (
        f"/doelstellingen/{wat}/",
        f"/indicatoren/{wat}/",
        f"/bronnen/{wat}/",
        f"/bronnen/PB-2026/{wat}/",
        f"/data/{wat}.csv",
        f"/data/indicatoren/{wat}.csv",
        f"/data/doelstellingen/{wat}.csv",
        f"/data/doelstellingen/{wat}.docx",
        f"/{wat}/",
    ):
        antwoord = client.get(adres)
        assert antwoord.status_code == 404, adres
        assert "Deze pagina is er niet" in antwoord.content.decode()


@pytest.mark.parametrize("slug", ["PB-2022", "PB-2025"])
def test_een_publicatie_die_bekend_maar_niet_geladen_is_is_een_404(client: Client, slug: str) -> None:
    assert client.get(f"/bronnen/{slug}/").status_code == 404


@pytest.mark.parametrize("druk", [0, 2, 9])
def test_een_druk_die_er_niet_is_is_een_404(client: Client, druk: int) -> None:
    """Of both editions there is one text."""
    assert client.get(f"/bronnen/PB-2026/druk-{druk}/regels/626/").status_code == 404
    assert client.get("/bronnen/PB-2026/druk-1/regels/626/").status_code == 200


@pytest.mark.parametrize("parameter", ["stijl=x", "page=-1", "sort=%00", f"q={LANG}", "page=1e999&%FF=é"])
def test_een_vreemde_parameter_verandert_niets_aan_een_pagina(client: Client, parameter: str) -> None:
    for adres in ("/", "/geld/", "/doelstellingen/1.4/", "/indicatoren/arbeidsplaatsen/", "/bevindingen/", "/bronnen/"):
        # A download link repeats the address of its page, so only what is read is compared.
        assert tekst(haal(client, f"{adres}?{parameter}")) == tekst(haal(client, adres)), adres


@pytest.mark.parametrize("stijl", ["x", "", "excel", "%00", LANG, "<script>", "RFC4180", "é"])
def test_een_onbekende_stijl_van_een_bestand_wordt_gezegd(client: Client, stijl: str) -> None:
    antwoord = client.get(f"/data/cijfers.csv?stijl={quote(stijl, safe='%')}")

    assert antwoord.status_code == 400
    assert antwoord["Content-Type"] == "text/plain; charset=utf-8"
    assert "Kies rfc4180 of excel-nl, of laat stijl weg." in antwoord.content.decode()


@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete"])
def test_er_is_niets_te_versturen(verb: str) -> None:
    streng = Client(enforce_csrf_checks=True)
    for adres in ("/", "/data/cijfers.csv", "/indicatoren/uitstroom-naar-werk/"):
        assert getattr(streng, verb)(adres).status_code == 403, adres


def test_een_adres_van_vroeger_leidt_naar_het_nieuwe(client: Client) -> None:
    """The page has one name in the menu, its title and its address."""
    antwoord = client.get("/aansluiting/?programma=1")

    assert (antwoord.status_code, antwoord["Location"]) == (301, "/klopt-het/?programma=1")
