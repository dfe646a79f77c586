"""What kind of file this is, told by its content, and its lines."""

from collections.abc import Callable
from enum import StrEnum

from ingest.lezer.pdf import lees_pdf
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


def herken_formaat(inhoud: bytes) -> Formaat:
    """The format by what is in the file, never by its name; raises Onleesbaar with a sentence in Dutch."""
    if len(inhoud) > GROOTST:
        raise Onleesbaar("Dit bestand is groter dan 50 MB. Lever alleen het deel met de programma's aan.")
    if not inhoud.strip():
        raise Onleesbaar("Het bestand is leeg. Kies het bestand met de tekst van de begroting.")
    if b"%PDF" in inhoud[:1024]:
        return Formaat.PDF
    if b"\0" in inhoud or inhoud.startswith(b"PK\x03\x04"):
        raise Onleesbaar("Dit is geen tekstbestand. Bewaar de tekst van de begroting als .txt of .md (UTF-8).")
    return Formaat.TEKST


def lees_regels(inhoud: bytes, meld: Meld = lambda gelezen, totaal: None) -> list[Regel]:
    """The lines of a file, numbered from 1 without gaps; raises Onleesbaar with a sentence in Dutch."""
    if herken_formaat(inhoud) is Formaat.PDF:
        return lees_pdf(inhoud, meld)
    regels = lees_tekstregels(inhoud)
    meld(1, 1)
    return regels
