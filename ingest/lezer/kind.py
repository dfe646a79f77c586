"""Reads one file in a process of its own: a file that asks too much, or crashes the reader, ends this process alone.

    python -m ingest.lezer.kind <file> <where the Uitlezing goes, as JSON>

How far it is goes to stdout, a line each time: pages read, pages in all, tables found. It ends when its stdin does:
whoever started it is gone then.
"""

import argparse
import sys
from collections.abc import Callable

import msgspec

from ingest.kindproces.grenzen import GEEN_GEHEUGEN, begrens, eindig_met_wie_ons_startte, lezer_van_argumenten
from ingest.lezer.bestanden.herkenning import Formaat
from ingest.lezer.concept import Concept
from ingest.lezer.document import Uitlezing, lees_document
from ingest.lezer.soorten import Publicatiesoort


def main(argumenten: list[str], lees: Callable[..., Uitlezing] = lees_document) -> int:
    """Read as the arguments say; returns the exit status."""
    opties = _lees_argumenten(argumenten)
    eindig_met_wie_ons_startte()
    begrens(opties.geheugen, opties.rekentijd)
    try:
        inhoud = opties.bestand.read_bytes()
        verteld = {"publicatie": opties.publicatie, "soort": opties.soort, "formaat": opties.formaat}
        uitlezing = lees(inhoud, gemeente=opties.gemeente, meld=_meld, **verteld)
        opties.uit.write_bytes(msgspec.json.encode(uitlezing))
    except MemoryError:
        return GEEN_GEHEUGEN
    bladzijden = max((regel.pagina or 1 for regel in uitlezing.regels), default=0)
    _meld(bladzijden, bladzijden, _tabellen(uitlezing.concept))
    return 0


def _lees_argumenten(argumenten: list[str]) -> argparse.Namespace:
    lezer = lezer_van_argumenten("ingest.lezer.kind")
    lezer.add_argument("--gemeente", default="")
    lezer.add_argument("--publicatie", help="what a person says it is, such as PB 2027")
    lezer.add_argument("--soort", type=Publicatiesoort, help="the kind of document that a person says it is")
    lezer.add_argument("--formaat", type=Formaat, help="what the file was recognised as")
    return lezer.parse_args(argumenten)


def _meld(gelezen: int, bladzijden: int, tabellen: int = 0) -> None:
    sys.stdout.write(f"{gelezen} {bladzijden} {tabellen}\n")
    sys.stdout.flush()


def _tabellen(concept: Concept) -> int:
    """How many tables the figures and amounts of a draft come from."""
    indicatoren = {(cijfer.doelstelling, cijfer.naam) for cijfer in concept.cijfers}
    geld = {(bedrag.programma, bedrag.tabel, bedrag.doelstelling) for bedrag in concept.bedragen}
    return len(indicatoren) + len(geld)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
