"""The lines of a file of any format."""

from collections.abc import Callable

from ingest.lezer.bestanden.herkenning import Bestand, Formaat, herken_bestand
from ingest.lezer.bestanden.opendocument import lees_odt
from ingest.lezer.bestanden.webpagina import lees_html
from ingest.lezer.bestanden.worddocument import lees_docx
from ingest.lezer.bestanden.zipbestand import open_zip
from ingest.lezer.pdf.lezen import lees_pdf
from ingest.lezer.regels import Regel, lees_tekstregels

Meld = Callable[[int, int], None]
"""Is told how far reading is: the pages read, and how many there are."""

_LEZERS: dict[Formaat, Callable[[Bestand], list[Regel]]] = {
    Formaat.DOCX: lambda bestand: lees_docx(bestand.delen or open_zip(bestand.inhoud)),
    Formaat.ODT: lambda bestand: lees_odt(bestand.delen or open_zip(bestand.inhoud)),
    Formaat.HTML: lambda bestand: lees_html(bestand.inhoud),
    Formaat.TEKST: lambda bestand: lees_tekstregels(bestand.inhoud),
}


def lees_regels(
    inhoud: bytes, meld: Meld = lambda gelezen, totaal: None, formaat: Formaat | None = None
) -> list[Regel]:
    """The lines of a file, numbered from 1 without gaps; raises Onleesbaar with a sentence in Dutch.

    `formaat` is what it was recognised as before; without one it is recognised here.
    """
    bestand = Bestand(inhoud, formaat) if formaat else herken_bestand(inhoud)
    if bestand.formaat is Formaat.PDF:
        return lees_pdf(inhoud, meld)
    regels = _LEZERS[bestand.formaat](bestand)
    meld(1, 1)
    return regels
