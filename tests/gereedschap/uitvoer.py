"""All that the site hands out, byte for byte, and whether all of its pages are there."""

from django.test import Client

from indicators.models import Doelstelling, Indicator, Publicatie
from ingest.structuur.bestand import beschrijf_structuur
from tests.gereedschap.paginas import HOOFDPAGINAS

WERK = ["/werk/documenten/", "/werk/termijnen/", "/werk/voortgang/", "/werk/keuzes/", "/werk/controle/"]


def uitvoer() -> dict[str, bytes]:
    """Every file, and the structure as the site itself would write it, but for the documents that are known."""
    adressen = [
        "/data/cijfers.csv",
        "/data/bedragen.csv",
        "/data/referenties.csv",
        *(f"/data/indicatoren/{indicator.slug}.csv" for indicator in Indicator.objects.order_by("slug")),
        *(f"/data/doelstellingen/{doel.code}.csv" for doel in Doelstelling.objects.order_by("code")),
    ]
    structuur = {**beschrijf_structuur(), "publicaties": None}
    return {adres: Client().get(adres).getvalue() for adres in adressen} | {"structuur": repr(structuur).encode()}


def kapotte_paginas(controleur: Client) -> list[str]:
    """Of all pages about what is on the site, and those of who works on it, the addresses of those that fail."""
    openbaar = [
        *HOOFDPAGINAS,
        "/raad/",
        "/bronnen/",
        "/bevindingen/",
        "/data/",
        "/over/",
        *(indicator.get_absolute_url() for indicator in Indicator.objects.all()),
        *(doel.get_absolute_url() for doel in Doelstelling.objects.all()),
        *(bron.get_absolute_url() for bron in Publicatie.objects.filter(lezingen__isnull=False).distinct()),
    ]
    return [
        *(adres for adres in openbaar if Client().get(adres).status_code != 200),
        *(adres for adres in WERK if controleur.get(adres).status_code != 200),
    ]
