"""The parts of a programmabegroting: a programma, its texts, and its chapter with tables.

A chapter is found by the tables that it holds. Its title only says where it begins: a table of contents names the
chapters too, and another year may call them otherwise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from ingest.lezer.regels import Regel
from ingest.lezer.tabellen import beleidstabellen, geldtabellen, indicatortabel

TITEL = re.compile(
    r"(?P<wat>Indicatoren, trendgrafieken en financiën|Prestatie-indicatoren)"
    r"(?: Programma (?P<programma>\d+)(?:[.:]? [^\W\d].*\D)?)?"
)
DOELSTELLING = re.compile(
    r"(?:Doelstelling|Prestatie-indicatoren) (?P<code>(?P<programma>\d+)\.\d+) (?:- )?(?P<naam>.*\S)"
)
PROGRAMMA = re.compile(r"Programma (?P<programma>\d+)[.:]?(?: (?:- )?(?P<naam>.*\S))?")
SLOT = re.compile(r"Waar staat je gemeente indicatoren")
_BLADZIJDE = re.compile(r"(?: ?\.{2,}| )? ?\d+")


class Tabelkop(StrEnum):
    """The headers that begin a table; an uitsplitsing is printed in two ways."""

    INDICATOR = "indicator"
    DOELSTELLING = "doelstelling"
    UITSPLITSING_IN_RIJEN = "uitsplitsing-rijen"
    UITSPLITSING_IN_KOLOMMEN = "uitsplitsing-kolommen"
    BELEID = "beleid"
    PROGRAMMA = "programma"


@dataclass(frozen=True)
class Programmadeel:
    """A programma in a document: its lines `van` to `tot`, the chapter with tables from `begin` (indices)."""

    programma: str
    van: int
    begin: int
    tot: int
    met_geld: bool
    """Whether a chapter of this kind has money tables; "Prestatie-indicatoren" has none."""


def tabelkop(regels: Sequence[Regel], index: int) -> Tabelkop | None:
    """Which header of a table this line is; None for any other line."""
    plat = regels[index].plat
    if indicatortabel.KOP.fullmatch(plat):
        return Tabelkop.INDICATOR
    if geldtabellen.DOELSTELLING_KOP.fullmatch(plat):
        return Tabelkop.DOELSTELLING
    if geldtabellen.UITSPLITSING_KOP.fullmatch(plat):
        return Tabelkop.UITSPLITSING_IN_RIJEN
    if geldtabellen.is_uitsplitsing_in_kolommen(regels, index):
        return Tabelkop.UITSPLITSING_IN_KOLOMMEN
    if beleidstabellen.KOP.fullmatch(plat):
        return Tabelkop.BELEID
    if geldtabellen.PROGRAMMA_KOP.fullmatch(plat) and geldtabellen.naamregel(regels, index) is not None:
        return Tabelkop.PROGRAMMA
    return None


def vind_delen(regels: Sequence[Regel]) -> list[Programmadeel]:
    """Each programma of which tables are printed, in the order of the document; none where there are no tables."""
    noemt: list[tuple[int, str]] = []
    tabellen: list[tuple[int, str]] = []
    for index in range(len(regels)):
        if programma := _genoemd_programma(regels, index):
            noemt.append((index, programma))
        if tabelkop(regels, index):
            tabellen.append((index, noemt[-1][1] if noemt else ""))
    return list(_delen(regels, noemt, tabellen))


def _delen(
    regels: Sequence[Regel], noemt: list[tuple[int, str]], tabellen: list[tuple[int, str]]
) -> Iterator[Programmadeel]:
    groepen = [(programma, [i for i, _ in groep]) for programma, groep in groupby(tabellen, key=lambda tabel: tabel[1])]
    van = 0
    for nummer, (programma, plekken) in enumerate(groepen):
        tot = len(regels)
        if nummer + 1 < len(groepen):
            volgende = groepen[nummer + 1][0]
            tot = next(index for index, naam in noemt if index > plekken[-1] and naam == volgende)
        begin = _begin(regels, van, plekken)
        prestatie = regels[begin].plat.startswith("Prestatie-indicatoren")
        met_geld = not prestatie or any(tabelkop(regels, index) is not Tabelkop.INDICATOR for index in plekken)
        yield Programmadeel(programma, van, begin, tot, met_geld)
        van = tot


def _begin(regels: Sequence[Regel], van: int, plekken: list[int]) -> int:
    """The title before the first table; without one the heading of its doelstelling, if that is surely its own."""
    erboven = range(plekken[0] - 1, van - 1, -1)
    titel = next((i for i in erboven if TITEL.fullmatch(regels[i].plat)), None)
    if titel is not None:
        return titel
    kop = next((i for i in erboven if DOELSTELLING.fullmatch(regels[i].plat)), None)
    return plekken[0] if kop is None or _staat_ook_elders(regels, kop, plekken) else kop


def _staat_ook_elders(regels: Sequence[Regel], kop: int, plekken: list[int]) -> bool:
    """Whether the heading stands above other tables too: then the one here belongs to the texts before the chapter."""
    codes: list[str] = []
    for plek in plekken:
        boven = next(i for i in range(plek, kop - 1, -1) if i == kop or DOELSTELLING.fullmatch(regels[i].plat))
        gevonden = DOELSTELLING.fullmatch(regels[boven].plat)
        codes.append(gevonden["code"] if gevonden else "")
    return [code for code, _ in groupby(codes)].count(codes[0]) > 1


def _genoemd_programma(regels: Sequence[Regel], index: int) -> str:
    """The number of the programma that a heading is about; a sentence may begin with such words as well."""
    plat = regels[index].plat
    titel, doelstelling, kop = TITEL.fullmatch(plat), DOELSTELLING.fullmatch(plat), PROGRAMMA.fullmatch(plat)
    for gevonden in (titel, doelstelling):
        if gevonden and gevonden["programma"]:
            return gevonden["programma"]
    los = regels[index].kop or index == 0 or regels[index - 1].leeg
    return kop["programma"] if kop and los and not plat.endswith(".") else ""


def gedrukte_naam(regels: Sequence[Regel], deel: Programmadeel) -> tuple[str, int]:
    """The name of the programma and its line: from its table of money, else from the last heading that gives one."""
    for index in range(deel.begin, deel.tot):
        if tabelkop(regels, index) is Tabelkop.PROGRAMMA:
            naam, regel = geldtabellen.programmanaam(regels, index)
            if naam:
                return naam, regel
    for index in range(deel.begin, deel.van - 1, -1):
        kop = PROGRAMMA.fullmatch(regels[index].plat)
        if kop and kop["naam"] and _genoemd_programma(regels, index) == deel.programma:
            return _BLADZIJDE.sub("", kop["naam"]), regels[index].nummer
    return "", regels[deel.begin].nummer
