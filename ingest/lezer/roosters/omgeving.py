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
_KOPPEN = 3
_VAN_INWONERS = re.compile(r"\b(?:lokale|gemeentelijke) lasten\b", re.IGNORECASE)
_LANGSTE_TITEL = 120
_SCHAAL_IN_ZIN = re.compile(
    r"\(([^()]*(?:[x×*] ?(?:€|euro|1\.?000)|€ ?[x×*]|in (?:€ ?|euro ?|duizenden|miljoenen))[^()]*)\)"
    r"|\b((?:bedragen|schaal)\b(?: zijn)? ?(?:[x×*]|in\b)[^()]{1,30})$",
    re.IGNORECASE,
)
_WOORDEN_ERVOOR = re.compile(r"^\(?(?:alle )?(?:bedragen|schaal)(?: zijn)? ?", re.IGNORECASE)
_VAST = re.compile(r"(?<=000),[-–]{1,2}")
_ERACHTER = re.compile(r"(?:[;,] | [“\"'(]?[-–+][”\"')]? ?(?:is|=)).*")
_IN_WOORDEN = (
    (re.compile(r"in (?:hele )?(?:euro['’]?s?|€)"), 1),
    (re.compile(r"(?:in |(?:€ ?)?[x×*] ?)(?:€ ?|euro ?)?1\.?000|in duizenden(?: \S+)?|[x×*] ?duizend(?: \S+)?"), 1000),
    (re.compile(r"in miljoenen(?: \S+)?|[x×*] ?(?:€ ?)?(?:1 )?(?:miljoen|mln\.?)"), 1_000_000),
)
_MUTATIES = re.compile(r"\b(?:mutaties?|bijstellingen|wijzigingen|begrotingswijziging(?:en)?)\b", re.IGNORECASE)
_MIN = r"(?:(?:^|[(;,/] ?)[-–] ?|(?:^|[\s(;,/“\"'])[-–](?:/[-–])?[”\"']? ?(?:is|=) ?)(?:een )?"
_PLUS = _MIN.replace("[-–]", "[+]")
_MIN_IS_NADEEL = re.compile(
    rf"{_MIN}(?:nade\w+|tekort)"
    r"|\bmin(?:teken|bedrag)?\b.* (?:is|=|betekent) (?:een )?nadeel|nadelen als (?:een )?negatief"
    r"|negatie\w+ (?:bedrag|saldo)\w* (?:is|zijn) (?:een )?nade\w+",
    re.IGNORECASE,
)
_PLUS_IS_NADEEL = re.compile(
    rf"positie\w+ (?:bedrag|saldo)\w* (?:is|zijn) (?:een )?nade\w+|{_MIN}voorde\w+|{_PLUS}nade\w+", re.IGNORECASE
)
PROGRAMMAKOP = re.compile(r"(?:\d[\d.]*\.? )?Programma \d+(?![\d.]*\d)[.:]?(?: .*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Omgeving:
    """Of one table. `schalen` are the units that are named near it; `plus_is_nadeel` is None where nothing says so."""

    titel: str
    schalen: frozenset[int]
    plus_is_nadeel: bool | None
    programma: str
    """The heading of a programma above it: tables of two programmas may have rows of the same names."""
    mutaties: bool
    """Whether its title or its first words say that it has changes."""
    kant: Kant | None
    """The side of all amounts, where the title of the table names one."""
    teksten: tuple[str, ...]
    namen: tuple[str, ...]
    """What tells it from a table with the same rows: the heading of a programma, its own first words, the nearest
    headings, and the nearest line; "" where there is none."""
    kopregel: int
    """The line of the nearest heading; 0 where there is none."""


def kijk_rond(regels: Sequence[Regel], rooster: Rooster) -> Omgeving:
    """Look above the table until another one, at its header, and at the lines below it."""
    erboven = list(_erboven(regels, rooster.van))
    eronder = list(_eronder(regels, rooster.tot))
    in_kop = [cel for rij in rooster.kop for cel in rij.cellen if cel]
    teksten = (*in_kop, *(" ".join(regel.gedrukt.split()) for regel in (*erboven, *eronder)))
    per_plek = [in_kop, *([regel.plat] for regel in (*erboven, *eronder))]
    dichtst = next((schalen for schalen in map(schalen_in, per_plek) if schalen), set())
    kopregels = [regel for regel in erboven if regel.kop and _plat(regel)]
    koppen = [regel.plat for regel in kopregels]
    titels = (*koppen[:1], rooster.kop[0].label)
    lijnen = [tekst for tekst in map(_plat, erboven) if tekst]
    # Where a document has no markup, a heading is a short line that ends no sentence.
    als_kop = koppen or [tekst for tekst in lijnen if len(tekst) <= _LANGSTE_TITEL and not tekst.endswith(".")]
    programma = next(filter(PROGRAMMAKOP.fullmatch, als_kop), "")
    lijn = next(iter(lijnen), "")
    nadeel = {False: any(map(_MIN_IS_NADEEL.search, teksten)), True: any(map(_PLUS_IS_NADEEL.search, teksten))}
    return Omgeving(
        titel=(koppen or [tekst for tekst in map(_plat, erboven) if len(tekst) <= _LANGSTE_TITEL] or [""])[0],
        schalen=frozenset(dichtst),
        plus_is_nadeel=None if nadeel[False] == nadeel[True] else nadeel[True],
        programma=programma,
        mutaties=any(_MUTATIES.search(tekst) and "reserve" not in tekst.casefold() for tekst in titels),
        kant=next((kant for tekst in (*koppen[:1], in_kop[0] if in_kop else "") if (kant := _alleen(tekst))), None),
        teksten=teksten,
        namen=(
            programma,
            rooster.kop[0].label,
            *(koppen[index] if index < len(koppen) else "" for index in range(_KOPPEN)),
            lijn if len(lijn) <= _LANGSTE_TITEL and not lijn.endswith(".") else "",
        ),
        kopregel=kopregels[0].nummer if kopregels else 0,
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
    """The lines above, nearest first, until another table; what stands below that one before a heading is its own."""
    gevonden: list[Regel] = []
    for regel in reversed(regels[max(0, van - 1 - _VER_ERBOVEN) : van - 1]):
        if regel.cellen is not None:
            laatste_kop = max((plek for plek, ding in enumerate(gevonden) if ding.kop), default=len(gevonden) - 1)
            gevonden = gevonden[: laatste_kop + 1]
            break
        if not regel.leeg:
            gevonden.append(regel)
    yield from gevonden


def _eronder(regels: Sequence[Regel], tot: int) -> Iterator[Regel]:
    """The lines right below; none where another table follows, for above that they are of that one."""
    volgend = regels[tot : tot + _ERONDER]
    if not any(regel.cellen is not None for regel in regels[tot : tot + 2 * _ERONDER]):
        yield from (regel for regel in volgend if not regel.kop)


def schalen_in(teksten: Sequence[str]) -> set[int]:
    """The units that texts name: by themselves, or between brackets in a sentence."""
    gevonden = [deel for tekst in teksten for paar in _SCHAAL_IN_ZIN.findall(tekst) for deel in paar]
    return {schaal for deel in (*teksten, *gevonden) if (schaal := _schaal(deel)) is not None}


def _schaal(tekst: str) -> int | None:
    kaal = _VAST.sub("", tekst.strip())
    zonder = _WOORDEN_ERVOOR.sub("", _ERACHTER.sub("", kaal)).removesuffix(")").removeprefix("(").rstrip(".")
    gevonden = (schaal for patroon, schaal in _IN_WOORDEN if patroon.fullmatch(zonder.casefold()))
    return lees_schaal(kaal) or lees_schaal(zonder) or next(gevonden, None)
