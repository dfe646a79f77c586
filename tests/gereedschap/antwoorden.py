"""Every question of a document answered in every way that its page offers, by turns."""

from collections.abc import Iterator
from typing import Any

from django.test import Client

from ingest.documenten.beoordelen.antwoorden.mogelijk import mogelijk
from ingest.documenten.beoordelen.antwoorden.velden import Antwoordformulier
from ingest.models import Aanlevering, Vraag
from ingest.ontwerp.bewaard import bewaard_ontwerp
from tests.gereedschap.beoordelen import GEGEVENS, antwoord, lees

INGEVULD = GEGEVENS | {
    "toelichting": "Dit is de reden.",
    "omschrijving": "Wat er geteld wordt.",
    "eenheid": "aantal",
    "decimalen": "0",
    "richting": "hoger",
    "soort_begroting": "streefwaarde",
    "meetperiode": "kalenderjaar",
    "ondergrens": "",
    "bovengrens": "",
    "doelstelling": "1.5",
    "vanaf": "2024",
    "gemeten_op": "",
    "periode": "",
    "bron": "",
}
Gegeven = set[tuple[str, str]]
"""Which answers were taken, as the kind of question and the kind of answer."""


def beantwoord_op_elke_manier(client: Client, document: Aanlevering, tekst: str, beurt: int) -> tuple[Gegeven, Gegeven]:
    """Answer all of it, numbers in sentences too, each question with the answer whose turn it is, or the next that the
    site takes; returns which answers were offered, and which were taken.
    """
    aangeboden: Gegeven = set()
    gegeven: Gegeven = set()
    gehad: set[int] = set()
    while vraag := document.vragen.geldend().filter(antwoorden=None).exclude(pk__in=gehad).first():
        gehad.add(vraag.pk)
        soorten = mogelijk(vraag)
        aangeboden |= {(vraag.soort, soort.keuze) for soort in soorten}
        # mostly a new programma or doelstelling, for the questions that it raises
        deze = min(beurt, 1) if vraag.soort in ("programma", "doelstelling") and beurt != 5 else beurt
        volgorde = [soorten[(deze + plaats) % len(soorten)] for plaats in range(len(soorten))]
        keuze = next(soort.keuze for soort in volgorde if _probeer(client, vraag, soort, beurt))
        gegeven.add((vraag.soort, keuze))
        document.refresh_from_db()
        if document.staat == Aanlevering.Staat.WACHT:  # said to be another document
            document.soort, document.publicatie = "", ""
            lees(document, tekst)
    return aangeboden, gegeven


def _probeer(client: Client, vraag: Vraag, soort: type[Antwoordformulier], beurt: int) -> bool:
    """Whether the site takes this answer, with one of the things that can be chosen in it."""
    return any(
        antwoord(client, vraag, soort.keuze, **velden).status_code == 302
        for velden in _invullingen(vraag, soort, beurt)
    )


def _invullingen(vraag: Vraag, soort: type[Antwoordformulier], beurt: int) -> Iterator[dict[str, str]]:
    formulier = soort(vraag=vraag, ontwerp=bewaard_ontwerp(vraag.aanlevering))
    velden = {naam: INGEVULD[naam] for naam in formulier.fields if naam in INGEVULD}
    if "jaar" in formulier.fields:
        velden["jaar"] = str(1990 + vraag.pk % 100)  # two of one year would be one too many
    velden |= {naam: formulier.initial[naam] for naam in ("tekst", "soort", "publicatie") if naam in formulier.fields}
    if "breuk" in formulier.fields:
        velden["breuk"] = ("", "mogelijk", "zeker")[beurt % 3]
    te_kiezen = next((naam for naam in ("definitie", "code", "slug", "opvolger") if naam in formulier.fields), None)
    if te_kiezen is None:
        yield velden
        return
    for keuze in [formulier.initial.get(te_kiezen, ""), *_keuzes(formulier.fields[te_kiezen])]:
        yield velden | {te_kiezen: keuze}


def _keuzes(veld: Any) -> list[str]:
    """What can be chosen in a field, also in its groups."""
    gevonden: list[str] = []
    for sleutel, naam in veld.choices:
        gevonden += [eigen for eigen, _ in naam] if isinstance(naam, list | tuple) else [sleutel]
    return [keuze for keuze in gevonden if keuze][:12]
