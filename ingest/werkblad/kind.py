"""Reads one spreadsheet in a process of its own.

python -m ingest.werkblad.kind <file> <where the Leesuitkomst goes, as JSON>
"""

import sys
from dataclasses import dataclass

import msgspec

from ingest.kindproces.grenzen import GEEN_GEHEUGEN, begrens, eindig_met_wie_ons_startte, lezer_van_argumenten
from ingest.werkblad.lezen import lees_werkboek
from ingest.werkblad.rijen import LOS_BLAD, NietLeesbaar
from ingest.werkblad.werkboek import Werkboek

GROOTSTE_UITKOMST = 20_000_000  # a text that many cells refer to is small in a file, and large on a page
_TE_VEEL_TEKST = f"In dit bestand staat te veel tekst. {LOS_BLAD}"


@dataclass(frozen=True)
class Leesuitkomst:
    """The workbook, or in Dutch why it cannot be read."""

    werkboek: Werkboek | None = None
    reden: str = ""


def main(argumenten: list[str]) -> int:
    """Read as the arguments say; returns the exit status."""
    opties = lezer_van_argumenten("ingest.werkblad.kind").parse_args(argumenten)
    eindig_met_wie_ons_startte()
    begrens(opties.geheugen, opties.rekentijd)
    try:
        opties.uit.write_bytes(_lees(opties.bestand.read_bytes()))
    except MemoryError:
        return GEEN_GEHEUGEN
    return 0


def _lees(inhoud: bytes) -> bytes:
    try:
        uitkomst = msgspec.json.encode(Leesuitkomst(lees_werkboek(inhoud)))
        if len(uitkomst) > GROOTSTE_UITKOMST:
            raise NietLeesbaar(_TE_VEEL_TEKST)
    except NietLeesbaar as reden:
        return msgspec.json.encode(Leesuitkomst(reden=str(reden)))
    return uitkomst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
