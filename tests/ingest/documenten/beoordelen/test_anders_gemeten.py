"""A document in which an indicator is measured otherwise throughout: a new definitie, each with a slug of its own."""

import pytest
from django.test import Client

from indicators.models import Definitie
from ingest.models import Aanlevering, Account
from tests.gereedschap.beoordelen import antwoord, beantwoord_alles, lever_aan, pagina, publiceer, vraag_over
from tests.gereedschap.documenten.stukken import RAPPORTAGE
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

OVER_2023 = RAPPORTAGE.replace("2024", "2023")  # that of 2024 is bundled
ANDERS = {
    "definitie": "uitstroom-naar-werk",
    "omschrijving": "Mensen die via De Binnenbaan werk vonden.",
    "eenheid": "aantal",
    "decimalen": "0",
    "toelichting": "De rapportage telt per halfjaar.",
}
WEG = {"toelichting": "Dit is geen indicator van de begroting."}


def _publiceer_anders(rapportage: str, anna: Account, bert: Client) -> Aanlevering:
    document = lever_aan(rapportage, anna.actor, "Rapportage.txt")
    assert antwoord(bert, vraag_over(document, "definitie", "Uitstroom"), "anders", **ANDERS).status_code == 302
    beantwoord_alles(bert, document, indicator=("weglaten", WEG))
    publiceer(bert, document)
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    return document


def test_alles_anders_gemeten_houdt_de_pagina_van_het_document_heel(anna: Account, bert: Account) -> None:
    """What was decided is not decided again when the page of a published document is opened."""
    beoordelaar = ingelogd(bert)
    h2 = _publiceer_anders(OVER_2023, anna, beoordelaar)
    assert "Mensen die via De Binnenbaan werk vonden." in tekst(haal(beoordelaar, pagina(h2)))

    h1 = _publiceer_anders(OVER_2023.replace("2^e helft 2023", "1^e helft 2023"), anna, beoordelaar)
    assert haal(beoordelaar, pagina(h1)) is not None
    van_uitstroom = Definitie.objects.filter(indicator__slug="uitstroom-naar-werk").order_by("volgorde")
    assert [d.slug for d in van_uitstroom] == [
        "uitstroom-naar-werk",
        "uitstroom-naar-werk-2023",
        "uitstroom-naar-werk-2023-2",
    ]
