"""Draws one page in a process of its own: a file that asks too much, or crashes the drawing, ends this process alone.

    python -m ingest.lezer.tekenkind <file> <page> <bytes of memory>

The PNG goes to stdout.
"""

import sys
from pathlib import Path

from ingest.lezer.kind import begrens
from ingest.lezer.plaatje import maak_plaatje

REKENTIJD = 15


def main(bestand: str, pagina: str, geheugen: str) -> None:
    begrens(int(geheugen), REKENTIJD)
    sys.stdout.buffer.write(maak_plaatje(Path(bestand).read_bytes(), int(pagina)))


if __name__ == "__main__":
    main(*sys.argv[1:])
