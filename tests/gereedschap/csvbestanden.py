"""The CSV files of the site, as bytes and as rows."""

import csv
import io

from django.test import Client

from tests.gereedschap.paginas import Cel

BOM = b"\xef\xbb\xbf"


def inhoud(client: Client, adres: str) -> bytes:
    """The file at an address, whole."""
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.getvalue()


def rijen(bestand: bytes, scheiding: str = ",") -> list[Cel]:
    """Its rows, by the names in its header."""
    tekst = bestand.removeprefix(BOM).decode("utf-8")
    return list(csv.DictReader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True))
