"""What kind of file this is, told by its content, and its lines."""

from collections.abc import Callable
from enum import StrEnum

from ingest.lezer.bestanden.herkenning import is_html, is_word, weiger_vreemd
from ingest.lezer.bestanden.webpagina import lees_html
from ingest.lezer.bestanden.worddocument import lees_docx
from ingest.lezer.pdf.lezen import lees_pdf
from ingest.lezer.regels import Onleesbaar, Regel, lees_tekstregels

GROOTST = 50 * 1024 * 1024
"""The largest file that is read, in bytes."""

Meld = Callable[[int, int], None]
"""Is told how far reading is: the pages read, and how many there are."""


class Formaat(StrEnum):
    """The formats that can be read; markdown is text."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEKST = "tekst"


_LEZERS: dict[Formaat, Callable[[bytes], list[Regel]]] = {
    Formaat.DOCX: lees_docx,
    Formaat.HTML: lees_html,
    Formaat.TEKST: lees_tekstregels,
}


def herken_formaat(inhoud: bytes) -> Formaat:
    """The format by what is in the file, never by its name; raises Onleesbaar with a sentence in Dutch."""
    if len(inhoud) > GROOTST:
        raise Onleesbaar("Dit bestand is groter dan 50 MB. Lever alleen het deel met de programma's aan.")
    if not inhoud.strip():
        raise Onleesbaar("Het bestand is leeg. Kies het bestand met de tekst van de begroting.")
    if b"%PDF" in inhoud[:1024]:
        return Formaat.PDF
    if is_word(inhoud):
        return Formaat.DOCX
    weiger_vreemd(inhoud)
    return Formaat.HTML if is_html(inhoud) else Formaat.TEKST


def lees_regels(inhoud: bytes, meld: Meld = lambda gelezen, totaal: None) -> list[Regel]:
    """The lines of a file, numbered from 1 without gaps; raises Onleesbaar with a sentence in Dutch."""
    formaat = herken_formaat(inhoud)
    if formaat is Formaat.PDF:
        return lees_pdf(inhoud, meld)
    regels = _LEZERS[formaat](inhoud)
    meld(1, 1)
    return regels
