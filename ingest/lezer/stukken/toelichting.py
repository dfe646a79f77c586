"""What jaarstukken write below the money of a doelstelling to explain it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.lezer.concept import Tekst
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Tabelsoort, Tekstsoort

TOELICHTING = re.compile(r"(?:Financiële t|T)oelichting(?: (?:bij|op) (?:de|het) .{1,60}[^.:;])?:?")
_IETS_ANDERS = re.compile(r"(?:Doelstelling|Programma) \d.*|\(?Bedragen x.*", re.IGNORECASE)
_LANGSTE_KOP = 60


def lees_toelichting(regels: Sequence[Regel], doelstelling: str) -> Iterator[Tekst]:
    """The paragraphs below this heading, until the next heading or table, as one text; none where there is nothing."""
    kop = regels[0]
    alinea: list[Regel] = []
    for vorige, regel in pairwise(regels):
        is_kop = regel.kop or _IETS_ANDERS.fullmatch(regel.plat) or (vorige.leeg and alinea and _is_kop(regel))
        if regel.cellen is not None or is_kop:
            break
        if not regel.leeg:
            alinea.append(regel)
    if alinea:
        yield Tekst(
            soort=Tekstsoort.TOELICHTING,
            kop=kop.plat.rstrip(":"),
            tekst=_alineas(alinea),
            van=alinea[0].nummer,
            tot=alinea[-1].nummer,
            samengevat=any(regel.samengevat for regel in alinea),
            doelstelling=doelstelling,
            tabel=Tabelsoort.DOELSTELLING,
        )


def _is_kop(regel: Regel) -> bool:
    """Where a document has no markup, a short line that ends no sentence."""
    return len(regel.plat) < _LANGSTE_KOP and not regel.opsomming and regel.plat[-1:] not in ".:;,?!"


def _alineas(regels: Sequence[Regel]) -> str:
    """Lines that follow each other are one paragraph."""
    tekst = regels[0].plat
    for vorige, regel in pairwise(regels):
        tekst += (" " if regel.nummer == vorige.nummer + 1 and not regel.opsomming else "\n\n") + regel.plat
    return tekst
