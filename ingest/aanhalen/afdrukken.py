"""The print of a passage: enough to know its words again wherever they stand, and not the words themselves.

Only letters and numbers count, in one row: a line that is joined, split or broken off with a hyphen is still the same.
A number is one with its sign and its commas: 6,60 is not 66,0. No database.
"""

import hashlib
import re
import unicodedata
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

BEGIN = 16
"""So many letters tell where a passage may start."""
OMGEVING = 160
"""So many letters before and after tell apart what is printed more than once."""
LANG = 40
"""So many letters are themselves enough; fewer are a figure or a heading, which may be printed elsewhere too."""
_OPMAAK = re.compile(r"</?[ib]>|\[samengevat\]|\*\*|\u00ad")
_STUK = re.compile(r"(?:(?<!\w)[-\u2212\u2013])?\d+(?:[.,]\d+)*|[^\W\d_]+")
_MIN = str.maketrans("\u2212\u2013", "--")


def kaal(gedrukt: str) -> str:
    """The letters and numbers of a printed text, without its markup and our own mark."""
    return "".join(stuk for stuk, _ in _stukken(gedrukt))


def _stukken(gedrukt: str) -> Iterator[tuple[str, bool]]:
    """Each row of letters and each number, and whether a word starts with it."""
    tekst = unicodedata.normalize("NFKC", _OPMAAK.sub("", gedrukt))
    for gevonden in _STUK.finditer(tekst):
        begin = gevonden.start()
        yield gevonden[0].translate(_MIN).casefold(), not begin or not tekst[begin - 1].isalnum()


@dataclass(frozen=True)
class Print:
    """The print of one passage: its length in letters, hashes, and how many lines it took where it was taken."""

    lengte: int
    begin: str
    geheel: str
    voor: str
    na: str
    regels: int

    @classmethod
    def uit(cls, geschreven: str) -> "Print":
        """From how `str` writes it; raises ValueError."""
        lengte, begin, geheel, voor, na, regels = geschreven.split(":")
        return cls(int(lengte), begin, geheel, voor, na, int(regels))

    def __str__(self) -> str:
        return f"{self.lengte}:{self.begin}:{self.geheel}:{self.voor}:{self.na}:{self.regels}"


@dataclass(frozen=True)
class Letters:
    """The letters and digits of a document in one row, and on which line each is; the lines from top to bottom."""

    regels: tuple[tuple[int, str], ...]
    samengevat: frozenset[int]
    woorden: frozenset[int]
    """Where in the row a word starts."""
    _gevonden: dict[int, dict[int, list[int]]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def van(cls, regels: Iterable[tuple[int, str, bool]]) -> "Letters":
        """From (number, as printed, summarised by us)."""
        gelezen: list[tuple[int, str]] = []
        samengevat, woorden, plek = set(), set(), 0
        for nummer, gedrukt, van_ons in regels:
            letters = ""
            for stuk, is_begin in _stukken(gedrukt):
                if is_begin:
                    woorden.add(plek + len(letters))
                letters += stuk
            gelezen.append((nummer, letters))
            plek += len(letters)
            if van_ons:
                samengevat.add(nummer)
        return cls(tuple(gelezen), frozenset(samengevat), frozenset(woorden))

    @cached_property
    def rij(self) -> str:
        return "".join(letters for _, letters in self.regels)

    @property
    def afdruk(self) -> str:
        """Of the whole text."""
        return _hash(self.rij)

    @cached_property
    def _begin(self) -> list[int]:
        """Where in the row each line starts."""
        plekken, plek = [], 0
        for _, letters in self.regels:
            plekken.append(plek)
            plek += len(letters)
        return plekken

    def print_van(self, van: int, tot: int) -> Print | None:
        """The print of the lines from `van` to `tot`; None when they have no letters."""
        stukken = [(plek, letters) for plek, (nummer, letters) in self._met_plek() if van <= nummer <= tot and letters]
        if not stukken:
            return None
        begin, einde = stukken[0][0], stukken[-1][0] + len(stukken[-1][1])
        tekst = self.rij[begin:einde]
        return Print(
            lengte=len(tekst),
            begin=_kort(tekst[:BEGIN]),
            geheel=_hash(tekst),
            voor=_hash(self.rij[max(0, begin - OMGEVING) : begin]),
            na=_hash(self.rij[einde : einde + OMGEVING]),
            regels=tot - van + 1,
        )

    def vind(self, gezocht: Print) -> tuple[int, int] | None:
        """The lines, from and to, where this print stands; None when that is nowhere, or in more than one place.

        Of several places the one with the same words around it: before and after, else on one side. What is short
        counts only with the same words on one side.
        """
        plekken = dict(self._plekken(gezocht))
        for genoeg in (2, 1):
            if len(plekken) > 1:
                plekken = {plek: gelijk for plek, gelijk in plekken.items() if gelijk >= genoeg} or plekken
        if len(plekken) != 1:
            return None
        ((plek, gelijk),) = plekken.items()
        return self._regels(plek, gezocht) if gelijk or gezocht.lengte >= LANG else None

    def _plekken(self, gezocht: Print) -> Iterator[tuple[int, int]]:
        """Where its letters stand as words of their own, and on how many sides the same words stand."""
        for plek in self._beginnend(min(BEGIN, gezocht.lengte)).get(int(gezocht.begin, 16), ()):
            einde = plek + gezocht.lengte
            if _hash(self.rij[plek:einde]) != gezocht.geheel:
                continue
            voor = _hash(self.rij[max(0, plek - OMGEVING) : plek]) == gezocht.voor
            na = _hash(self.rij[einde : einde + OMGEVING]) == gezocht.na
            # a word that was broken off at the edge of the passage may be whole now
            if (voor or plek in self.woorden) and (na or einde in self.woorden or einde == len(self.rij)):
                yield plek, voor + na

    def _beginnend(self, lengte: int) -> dict[int, list[int]]:
        """Where each run of so many letters starts, by its short hash."""
        if lengte not in self._gevonden:
            rij, gevonden = self.rij, defaultdict[int, list[int]](list)
            for plek in range(len(rij) - lengte + 1):
                gevonden[zlib.crc32(rij[plek : plek + lengte].encode())].append(plek)
            self._gevonden[lengte] = gevonden
        return self._gevonden[lengte]

    def _regels(self, plek: int, gezocht: Print) -> tuple[int, int]:
        van, tot = self._regel_op(plek), self._regel_op(plek + gezocht.lengte - 1)
        # a summary stands on the first of the lines that it sums up
        return (van, max(tot, van + gezocht.regels - 1)) if tot in self.samengevat else (van, tot)

    def _regel_op(self, plek: int) -> int:
        # lines without letters start where the next one does: the last that starts here has the letter
        return self.regels[bisect_right(self._begin, plek) - 1][0]

    def _met_plek(self) -> Iterator[tuple[int, tuple[int, str]]]:
        return zip(self._begin, self.regels, strict=True)


def _kort(letters: str) -> str:
    return f"{zlib.crc32(letters.encode()):08x}"


def _hash(letters: str) -> str:
    return hashlib.blake2b(letters.encode(), digest_size=8).hexdigest() if letters else ""
