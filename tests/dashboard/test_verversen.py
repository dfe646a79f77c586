"""A repeated visit costs nothing, and never shows what has been replaced."""

from http import HTTPStatus

import pytest
from django.core.management import call_command
from django.test import Client

from ingest.laden import EDITIES

ADRESSEN = ("/", "/geld/", "/indicatoren/uitstroom-naar-werk/", "/data/cijfers.csv")


@pytest.fixture
def geladen(db: None) -> None:
    call_command("load_document", str(EDITIES / "PB-2023.txt"), verbosity=0)


@pytest.mark.parametrize("adres", ADRESSEN)
def test_repeated_visit_is_304(geladen: None, client: Client, adres: str) -> None:
    eerst = client.get(adres)
    opnieuw = client.get(adres, headers={"if-none-match": eerst["ETag"]})
    assert (eerst.status_code, opnieuw.status_code) == (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
    sinds = client.get(adres, headers={"if-modified-since": eerst["Last-Modified"]})
    assert sinds.status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize("adres", ADRESSEN[:2])
def test_new_publication_is_seen_at_once(geladen: None, client: Client, adres: str) -> None:
    etag = client.get(adres)["ETag"]
    call_command("load_document", str(EDITIES / "PB-2026.txt"), verbosity=0)
    opnieuw = client.get(adres, headers={"if-none-match": etag})
    assert opnieuw.status_code == HTTPStatus.OK
    assert opnieuw["ETag"] != etag
    assert "PB 2026" in opnieuw.content.decode()


def test_unknown_page_has_no_etag(geladen: None, client: Client) -> None:
    assert "ETag" not in client.get("/indicatoren/bestaat-niet/")
