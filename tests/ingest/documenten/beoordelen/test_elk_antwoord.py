"""Every question answered in every way: it can be published, every page is there, and withdrawn it leaves no trace."""

import os
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.test import Client

from ingest.models import Aanlevering, Account
from tests.gereedschap.antwoorden import Gegeven, beantwoord_op_elke_manier
from tests.gereedschap.beoordelen import later, lever_aan, pagina, publiceer
from tests.gereedschap.documenten.programmas import EEN, TWEE
from tests.gereedschap.documenten.stukken import H2, JAARSTUKKEN, KADERNOTA, NOTA, RAPPORTAGE, SCAN
from tests.gereedschap.documenten.verzonnen import schrijf
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, tekst
from tests.gereedschap.referenties import referentiebestand
from tests.gereedschap.uitvoer import kapotte_paginas, uitvoer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

# What the site never takes in these documents: a row that is typed over as it stands is as unreadable as before, and a
# new programma has no post yet.
NIET_TE_GEVEN = {("rij", "overtypen"), ("post", "bestaande")}


def _heen_en_terug(inhoud: str, anna: Account, bert: Account, beurten: Iterable[int]) -> Gegeven:
    """Hand it in, answer, publish and withdraw, a few times; which answers were offered and never taken."""
    collega = ingelogd(bert)
    vooraf = uitvoer()
    aangeboden: Gegeven = set()
    gegeven: Gegeven = set()
    for beurt in beurten:
        document = lever_aan(inhoud, anna.actor, "document.txt")
        deze_beurt = beantwoord_op_elke_manier(collega, document, inhoud, beurt)
        aangeboden, gegeven = aangeboden | deze_beurt[0], gegeven | deze_beurt[1]
        _publiceer_en_trek_in(document, collega, vooraf)
    return aangeboden - gegeven - NIET_TE_GEVEN


def _publiceer_en_trek_in(document: Aanlevering, collega: Client, vooraf: dict[str, bytes]) -> None:
    if "U kunt nog niet publiceren:" in tekst(haal(collega, pagina(document, "publiceren/"))):
        assert collega.post(pagina(document), {"actie": "stoppen"}).status_code == 302
        return  # so much is left out that nothing is left to publish
    publiceer(collega, document)
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    assert kapotte_paginas(collega) == []
    assert "staat op de site" in tekst(haal(collega, pagina(document)))
    assert uitvoer() != vooraf
    assert "Dit gaat van de site:" in tekst(haal(collega, pagina(document, "intrekken/")))
    assert collega.post(pagina(document, "intrekken/"), {"reden": "Een proef."}).status_code == 302
    assert uitvoer() == vooraf
    assert kapotte_paginas(collega) == []
    assert "Reden: Een proef." in tekst(haal(collega, pagina(document)))


STUKKEN = {
    "rapportage": RAPPORTAGE.replace("2024", "2023"),  # that of 2024 is bundled
    "jaarstukken": JAARSTUKKEN,
    "kadernota": later(KADERNOTA),  # that of 2020 is bundled
    "cijfers van anderen": referentiebestand(
        *("Uitstroom naar werk;Delft;2024;12", "% Arbeidsparticipatie;Delft;2024;71,2", "Banen;Delft;2024;veel")
    ),
    "twee programmas": schrijf(2025, EEN, TWEE),
}


@pytest.mark.drawn
@pytest.mark.long
def test_elk_antwoord(anna: Account, bert: Account, in_full: bool) -> None:
    """A new programma raises questions of its own: more turns than any question has answers."""
    for stuk in STUKKEN if in_full else random.sample(list(STUKKEN), 1):
        nooit = _heen_en_terug(STUKKEN[stuk], anna, bert, range(6) if in_full else random.sample(range(6), 1))
        assert not in_full or nooit == set(), stuk


@pytest.mark.drawn
@pytest.mark.documents
def test_elk_antwoord_bij_de_documenten_zelf(anna: Account, bert: Account, in_full: bool) -> None:
    """As those of a year later: what is bundled stands on the site already."""
    documenten = [H2, SCAN, NOTA]
    for naam in documenten if in_full else random.sample(documenten, 1):
        inhoud = later((Path(os.environ["DOCUMENTS"]) / naam).read_text(encoding="utf-8"))
        nooit = _heen_en_terug(inhoud, anna, bert, range(4) if in_full else random.sample(range(4), 1))
        assert not in_full or nooit == set(), naam
