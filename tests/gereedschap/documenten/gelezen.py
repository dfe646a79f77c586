"""A document that a test wrote, as it is read: its findings, its figures and its money."""

from decimal import Decimal

from ingest.lezer.concept import Bevinding, Concept
from ingest.lezer.document import lees_document


def lees(tekst: str, **opties: str) -> Concept:
    return lees_document(tekst.encode(), **opties).concept


def fouten(concept: Concept) -> list[tuple[str, int | None]]:
    return [(fout.soort, fout.regel) for fout in concept.fouten]


def van_soort(concept: Concept, soort: str) -> list[Bevinding]:
    return [bevinding for bevinding in concept.bevindingen if bevinding.soort == soort]


def waarden(concept: Concept, soort: str) -> list[tuple[int, str | None]]:
    """Year and value of each cell of one kind, of the first indicator."""
    naam = concept.cijfers[0].naam
    rij = [cijfer for cijfer in concept.cijfers if (cijfer.naam, cijfer.soort) == (naam, soort)]
    return [(cijfer.jaar, None if cijfer.waarde is None else f"{cijfer.waarde:f}") for cijfer in rij]


def geld(concept: Concept, programma: str, tabel: str, post: str) -> list[tuple[int, Decimal | None]]:
    """Year and whole euros in the one sign."""
    rij = [b for b in concept.bedragen if (b.programma, b.tabel, b.post) == (programma, tabel, post)]
    return [(bedrag.jaar, bedrag.bedrag) for bedrag in rij]
