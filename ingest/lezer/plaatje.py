"""A page of a PDF as a picture; drawn in a process of its own, which a file that asks too much ends alone.

    python -m ingest.lezer.plaatje <file> <page> <bytes of memory>

The PNG goes to stdout.
"""

import io
import sys
from pathlib import Path

from ingest.kindproces.grenzen import begrens
from ingest.lezer.pdf.lezen import lees_pagina, open_pdf

REKENTIJD = 15

BREEDSTE = 2_000
MEESTE_PUNTEN = 8_000_000


def maak_plaatje(inhoud: bytes, pagina: int, breedte: int = 1000) -> bytes:
    """The PNG of page `pagina` (from 1), `breedte` pixels wide, less where it would have too many pixels.

    Raises Onleesbaar with a sentence in Dutch, and IndexError where the document has no such page.
    """
    document = open_pdf(inhoud)
    try:
        if not 1 <= pagina <= len(document):
            raise IndexError(f"page {pagina} of {len(document)}")
        blad = lees_pagina(document, pagina)
        try:
            schaal = min(breedte, BREEDSTE) / blad.get_width()
            schaal = min(schaal, (MEESTE_PUNTEN / (blad.get_width() * blad.get_height())) ** 0.5)
            beeld = blad.render(scale=schaal)
            try:
                uit = io.BytesIO()
                beeld.to_pil().save(uit, "PNG")
                return uit.getvalue()
            finally:
                beeld.close()
        finally:
            blad.close()
    finally:
        document.close()


def main(bestand: str, pagina: str, geheugen: str) -> None:
    begrens(int(geheugen), REKENTIJD)
    sys.stdout.buffer.write(maak_plaatje(Path(bestand).read_bytes(), int(pagina)))


if __name__ == "__main__":
    main(*sys.argv[1:])
