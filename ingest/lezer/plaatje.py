"""A page of a PDF as a picture."""

import io

from ingest.lezer.pdf import lees_pagina, open_pdf

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
