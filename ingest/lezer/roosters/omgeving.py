"""What stands around a table and holds for all of it: the unit, the sign in words, the programma and the heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lezer.regels import Regel
from ingest.lezer.roosters.rooster import Rooster
from ingest.lezer.soorten import Kant
from ingest.lezer.tabellen.kolommen import lees_schaal

_VER_ERBOVEN = 30
_ERONDER = 3
_VAN_INWONERS = re.compile(r"\b(?:lokale|gemeentelijke) lasten\b", re.IGNORECASE)
_LANGSTE_TITEL = 120
_SCHAAL_IN_ZIN = re.compile(r"\(([^()]*[x×*] ?(?:€|euro)[^()]*)\)", re.IGNORECASE)
_WOORDEN_ERVOOR = re.compile(r"^\(?(?:alle )?(?:bedragen|schaal)(?: zijn)? ?", re.IGNORECASE)
_VAST = re.compile(r"1\.000(?:\.000)?,[-–]")
_MIN_IS_NADEEL = re.compile(
    r"^[-–] (?:is|=) (?:een )?nadeel|\bmin(?:teken|bedrag)?\b.* (?:is|=|betekent) (?:een )?nadeel"
    r"|nadelen als (?:een )?negatief|negatie\w+ (?:bedrag|saldo)\w* (?:is|zijn) (?:een )?nade\w+",
    re.IGNORECASE,
)
_PLUS_IS_NADEEL = re.compile(
    r"positie\w+ (?:bedrag|saldo)\w* (?:is|zijn) (?:een )?nade\w+|^[-–] (?:is|=) (?:een )?voordeel", re.IGNORECASE
)
_PROGRAMMA = re.compile(r"(?:\d[\d.]*\.? )?Programma \d+(?![\d.]*\d)[.:]?(?: .*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Omgeving:
    """Of one table. `schalen` are the units that are named near it; `plus_is_nadeel` is None where nothing says so."""

    titel: str
    schalen: frozenset[int]
    plus_is_nadeel: bool | None
    programma: str
    """The heading of a programma above it: tables of two programmas may have rows of the same names."""
    kant: Kant | None
    """The side of all amounts, where the title of the table names one."""
    teksten: tuple[str, ...]


def kijk_rond(regels: Sequence[Regel], rooster: Rooster) -> Omgeving:
    """Look above the table until another one, at its header, and at the lines below it."""
    erboven = list(_erboven(regels, rooster.van))
    eronder = [regel for regel in regels[rooster.tot : rooster.tot + _ERONDER] if regel.cellen is None]
    in_kop = [cel for rij in rooster.kop for cel in rij.cellen if cel]
    teksten = (*in_kop, *(" ".join(regel.gedrukt.split()) for regel in (*erboven, *eronder)))
    per_plek = [in_kop, *([regel.plat] for regel in (*erboven, *eronder))]
    dichtst = next((schalen for schalen in map(schalen_in, per_plek) if schalen), set())
    koppen = [regel.plat for regel in erboven if regel.kop]
    nadeel = {False: any(map(_MIN_IS_NADEEL.search, teksten)), True: any(map(_PLUS_IS_NADEEL.search, teksten))}
    return Omgeving(
        titel=(koppen or [tekst for tekst in map(_plat, erboven) if len(tekst) <= _LANGSTE_TITEL] or [""])[0],
        schalen=frozenset(dichtst),
        plus_is_nadeel=None if nadeel[False] == nadeel[True] else nadeel[True],
        programma=next(filter(_PROGRAMMA.fullmatch, koppen), ""),
        kant=next((kant for tekst in (*koppen[:1], in_kop[0] if in_kop else "") if (kant := _alleen(tekst))), None),
        teksten=teksten,
    )


def _plat(regel: Regel) -> str:
    return "" if schalen_in([regel.plat]) else regel.plat


def _alleen(tekst: str) -> Kant | None:
    """The side with which a title begins or ends; what inhabitants pay is another kind of lasten."""
    genoemd = {Kant(woord) for woord in re.findall(r"\b(?:lasten|baten)\b", tekst.casefold())}
    woorden = tekst.casefold().split()
    past = len(genoemd) == 1 and bool({*woorden[:1], *woorden[-1:]} & genoemd) and not _VAN_INWONERS.search(tekst)
    return genoemd.pop() if past else None


def _erboven(regels: Sequence[Regel], van: int) -> Iterator[Regel]:
    """The lines above, nearest first, until another table."""
    for regel in reversed(regels[max(0, van - 1 - _VER_ERBOVEN) : van - 1]):
        if regel.cellen is not None:
            return
        if not regel.leeg:
            yield regel


def schalen_in(teksten: Sequence[str]) -> set[int]:
    """The units that texts name: by themselves, or between brackets in a sentence."""
    delen = [deel for tekst in teksten for deel in (tekst, *_SCHAAL_IN_ZIN.findall(tekst))]
    return {schaal for deel in delen if (schaal := _schaal(deel)) is not None}


def _schaal(tekst: str) -> int | None:
    kaal = _VAST.sub(lambda gevonden: gevonden[0][:-2], tekst.strip())
    return lees_schaal(kaal) or lees_schaal(_WOORDEN_ERVOOR.sub("", kaal).removesuffix(")"))
