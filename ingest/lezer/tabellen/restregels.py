"""The rows of tables that no reader accounts for: each table is reported whole, so that none of it is lost."""

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.lezer.concept import Bevinding, Ernst
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bevindingsoort

_CIJFER = re.compile(r"\d")
_JAAR = re.compile(r"\bQ[1-4]\b|\b(?:19|20)\d\d\b")
_KORTE_CEL = 6
_INHOUD = re.compile(r"Inhoud(?:sopgave)?", re.IGNORECASE)


def niet_gelezen(regels: Sequence[Regel], gebruikt: Collection[int]) -> Iterator[Bevinding]:
    """A finding for each run of unread rows with a number in a cell; the table of contents is no table."""
    inhoud = _inhoud(regels)
    blok: list[Regel] = []
    for regel in (*regels, None):
        if regel and _getallen(regel) and regel.nummer not in gebruikt and regel.nummer not in inhoud:
            blok.append(regel)
            continue
        if blok and (regel is None or not (regel.cellen or regel.leeg)):
            tekst = f'De tabel vanaf "{blok[0].plat[:60]}" is van een soort die de lezer niet kent. Voer hem zelf in.'
            # A planning has years in its cells and no figures; a person still looks at it.
            alleen_jaren = not any(_CIJFER.search(_JAAR.sub("", cel)) for regel in blok for cel in _getallen(regel))
            ernst = Ernst.WAARSCHUWING if alleen_jaren else Ernst.FOUT
            yield Bevinding(ernst, Bevindingsoort.NIET_GELEZEN, blok[0].nummer, tekst, tot=blok[-1].nummer)
            blok = []


def _getallen(regel: Regel) -> list[str]:
    """The cells with a number, in whatever words ("circa 40", "12 fte"); a long cell is text."""
    return [cel for cel in (regel.cellen or ())[1:] if _CIJFER.search(cel) and len(cel.split()) <= _KORTE_CEL]


def _inhoud(regels: Sequence[Regel]) -> set[int]:
    """The lines of the table of contents: from its heading until a line without a tab."""
    for index, regel in enumerate(regels):
        if _INHOUD.fullmatch(regel.plat):
            lijst = []
            for volgende in regels[index + 1 :]:
                if not volgende.leeg and volgende.cellen is None:
                    break
                lijst.append(volgende.nummer)
            return set(lijst)
    return set()
