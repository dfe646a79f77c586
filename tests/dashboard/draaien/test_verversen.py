"""A repeated visit costs nothing, and never shows what has been replaced."""

from http import HTTPStatus
from pathlib import Path

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.core.management import call_command
from django.db.models import F
from django.http import HttpResponse
from django.test import Client
from django.utils.http import http_date
from docx import Document
from pytest_django import DjangoAssertNumQueries, Settings

from dashboard.draaien import verversen
from dashboard.draaien.verversen import VerversMiddleware
from indicators.models import Versie
from ingest.ontwerp.laden import EDITIES

ADRESSEN = ("/", "/geld/", "/indicatoren/uitstroom-naar-werk/", "/data/cijfers.csv", "/data/doelstellingen/1.5.docx")


@pytest.fixture(autouse=True)
def bewaard(settings: Settings, tmp_path: Path) -> Path:
    """Pages are kept, as they are outside the tests; where they are."""
    settings.PAGINAS_DIR = tmp_path / "paginas"
    return settings.PAGINAS_DIR


def bestanden(bewaard: Path) -> list[Path]:
    return list(bewaard.glob("*.pagina"))


@pytest.fixture
def geladen(db: None) -> None:
    call_command("load_document", str(EDITIES / "PB-2023.txt"), verbosity=0)


@pytest.mark.parametrize("adres", ADRESSEN)
def test_een_herhaald_bezoek_is_een_304(geladen: None, client: Client, adres: str) -> None:
    eerst = client.get(adres)
    opnieuw = client.get(adres, headers={"if-none-match": eerst["ETag"]})
    assert (eerst.status_code, opnieuw.status_code) == (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
    sinds = client.get(adres, headers={"if-modified-since": eerst["Last-Modified"]})
    assert sinds.status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.drawn
@pytest.mark.parametrize("adres", ADRESSEN)
def test_een_bewaarde_pagina_is_van_de_versie_die_zij_toont(geladen: None, client: Client, adres: str) -> None:
    client.get(adres)
    call_command("load_document", str(EDITIES / "PB-2026.txt"), verbosity=0)
    versie = Versie.objects.get()
    for antwoord in (client.get(adres), Client().get(adres)):
        assert antwoord["ETag"].startswith(f'"{versie.nummer}-')
        assert antwoord["Last-Modified"] == http_date(versie.sinds.timestamp())


@pytest.mark.parametrize("adres", ADRESSEN[:2])
def test_een_nieuwe_publicatie_is_meteen_te_zien(geladen: None, client: Client, adres: str) -> None:
    etag = client.get(adres)["ETag"]
    call_command("load_document", str(EDITIES / "PB-2026.txt"), verbosity=0)
    opnieuw = client.get(adres, headers={"if-none-match": etag})
    assert opnieuw.status_code == HTTPStatus.OK
    assert opnieuw["ETag"] != etag
    assert "PB 2026" in opnieuw.content.decode()


def test_wat_een_ander_proces_publiceert_is_even_later_te_zien(
    geladen: None,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Not asked again within 50 ms; what this process publishes itself is seen at once, as above."""
    nu = 1.0
    monkeypatch.setattr(verversen, "monotonic", lambda: nu)
    etag = client.get("/over/")["ETag"]
    Versie.objects.update(nummer=F("nummer") + 1)
    nu += 0.04
    with django_assert_num_queries(0):
        assert client.get("/over/")["ETag"] == etag
    nu += 0.02
    assert client.get("/over/")["ETag"] != etag


def test_een_onbekende_pagina_heeft_geen_etag(geladen: None, client: Client) -> None:
    assert "ETag" not in client.get("/indicatoren/bestaat-niet/")


@pytest.mark.parametrize("adres", ADRESSEN[:3])
def test_de_tweede_lezer_krijgt_de_pagina_die_voor_de_eerste_gemaakt_is(
    geladen: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries, adres: str
) -> None:
    eerst = client.get(adres)
    with django_assert_num_queries(1):  # which version of the data
        opnieuw = Client().get(adres)

    assert opnieuw.content == eerst.content
    assert opnieuw.headers == eerst.headers
    call_command("load_document", str(EDITIES / "PB-2026.txt"), verbosity=0)
    assert client.get(adres).content != eerst.content


def test_elke_keuze_en_elk_bestand_is_een_eigen_pagina(geladen: None, client: Client) -> None:
    call_command("load_document", str(EDITIES / "PB-2026.txt"), verbosity=0)
    adressen = ("/vergelijken/", "/vergelijken/?van=PB-2026&naar=PB-2023", "/vergelijken/?tabel=doelen&als=csv")

    for _ in range(2):
        assert len({client.get(adres).content for adres in adressen}) == 3


@pytest.mark.usefixtures("geladen")
def test_een_pagina_voor_wie_een_sessie_heeft_wordt_niet_bewaard(
    client: Client, bewaard: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.cookies["sessionid"] = "van-iemand"
    client.get("/geld/")

    assert len(bestanden(bewaard)) == 0
    Client().get("/geld/")
    assert len(bestanden(bewaard)) == 1
    # made anew, in a transaction that only reads; what pages have in common was asked for this version before
    with django_assert_num_queries(6):
        client.get("/geld/")


@pytest.mark.parametrize("adres", ["/bestaat-niet/", "/geld/?jaar=1999", "/indicatoren/bestaat-niet/"])
@pytest.mark.parametrize("kop", [{"if-none-match": "*"}, {"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}])
def test_wat_er_niet_is_is_nooit_een_304(geladen: None, client: Client, adres: str, kop: dict[str, str]) -> None:
    assert client.get(adres, headers=kop).status_code == HTTPStatus.NOT_FOUND


def test_een_andere_versie_of_uitgever_is_een_andere_pagina(geladen: None, client: Client, settings: Settings) -> None:
    eerst = client.get("/over/")["ETag"]
    settings.UITGEVER = "Griffie van Zoetermeer"

    opnieuw = Client().get("/over/", headers={"if-none-match": eerst})

    assert opnieuw.status_code == HTTPStatus.OK
    assert "Griffie van Zoetermeer geeft deze site uit." in opnieuw.content.decode()


@pytest.mark.drawn
def test_zolang_aan_de_site_wordt_gewerkt_wordt_geen_pagina_bewaard(settings: Settings) -> None:
    """`make dev`: a template may change without a new release."""
    settings.DEBUG = True
    with pytest.raises(MiddlewareNotUsed):
        VerversMiddleware(lambda request: HttpResponse())


def test_een_ander_sjabloon_is_een_ander_document(
    geladen: None, client: Client, settings: Settings, tmp_path: Path
) -> None:
    """Also one with the same name, after a start of the site."""
    settings.SJABLOON = str(tmp_path / "sjabloon.docx")
    etags = [client.get(ADRESSEN[-1])["ETag"]]
    for koptekst in ("Gemeente", "Gemeente Voorbeeld"):
        document = Document()
        document.sections[0].header.paragraphs[0].text = koptekst
        document.save(settings.SJABLOON)
        etags.append(Client().get(ADRESSEN[-1])["ETag"])

    assert len(set(etags)) == 3
