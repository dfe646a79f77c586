"""The questions of docs/vragen.md whose answer stands in the full documents only: found by one search there."""

from collections.abc import Callable, Iterator
from functools import cache
from xml.etree.ElementTree import Element

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.gereedschap.documenten.documenten import PUBLICATIES, STUKKEN, volledig
from tests.gereedschap.paginas import haal, tekst

pytestmark = pytest.mark.documents

Zoek = Callable[[str], Element]
EERSTE, TWEEDE = "Rapportage SD 2023-11 tot 2024-08", "Rapportage SD 2024-H2"
# Typed from the documents.
VRAGEN = {
    "Klopt het dat er 573 mensen inburgeren?": ["573 mensen een inburgeringstraject", f"{TWEEDE}, regel 234"],
    "Hoeveel procent van de peuters met een achterstand bereikt de voorschool?": [
        "2 tot 2,5 jaar: 44%",
        f"{EERSTE}, regel 616",
        "2,5 tot 4 jaar: 74%",
    ],
    "wachtlijst Veilig Thuis": [f"{EERSTE}, regel 55", "wachtlijst"],
    "TechniekPlein": [
        f"{TWEEDE}, regel 223",
        f"Dit woord is niet gevonden in de tekst van PB 2026, {EERSTE}, PB 2023 en Kadernota 2020-2024.",
    ],
    "ontbijt op school": ["Start met ontbijt op scholen: Q3 2020.", "Kadernota 2020-2024, regel 686"],
    "jeugdzorg": [f"{EERSTE}, regel 5", "Dit woord is niet gevonden in de tekst van PB 2026 en PB 2023."],
}


@pytest.fixture(scope="module")
def zoek(edities: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Zoek]:
    """The page of a question, with all five documents whole."""
    with django_db_blocker.unblock(), transaction.atomic():
        for publicatie in (*PUBLICATIES, *STUKKEN):
            call_command("load_document", str(volledig(publicatie)), "--vervang", "--accepteer-fouten", verbosity=0)
        yield cache(lambda vraag: haal(Client(), f"/zoeken/?q={vraag.replace(' ', '+')}"))
        transaction.set_rollback(True)


@pytest.mark.parametrize("vraag", VRAGEN)
def test_een_vraag_vindt_haar_antwoord_in_de_hele_tekst(zoek: Zoek, vraag: str) -> None:
    gevonden = tekst(zoek(vraag))

    assert [deel for deel in VRAGEN[vraag] if deel not in gevonden] == []
