"""The print of a passage: enough to know its words again wherever they stand, and not the words themselves.

Only letters and digits count, in one row: a line that is joined, split or broken off with a hyphen is still the same.
No database.
"""

import hashlib
import re
import unicodedata
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

BEGIN = 16
"""So many letters tell where a passage may start."""
OMGEVING = 160
"""So many letters before and after tell apart what is printed more than once."""
_OPMAAK = re.compile(r"</?[ib]>|\[samengevat\]|\*\*")
_GEEN_LETTERS = re.compile(r"[\W_]+")


def kaal(gedrukt: str) -> str:
    """The letters and digits of a printed text, without its markup and our own mark."""
    return _GEEN_LETTERS.sub("", unicodedata.normalize("NFKC", _OPMAAK.sub("", gedrukt))).casefold()


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
    samengevat: frozenset[int] = frozenset()
    _gevonden: dict[int, dict[str, list[int]]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def van(cls, regels: Iterable[tuple[int, str, bool]]) -> "Letters":
        """From (number, as printed, summarised by us)."""
        alle = list(regels)
        return cls(
            tuple((nummer, kaal(gedrukt)) for nummer, gedrukt, _ in alle),
            frozenset(nummer for nummer, _, samengevat in alle if samengevat),
        )

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

        Of several places the one with the same words around it: before and after, else on one side.
        """
        plekken = list(self._plekken(gezocht))
        for genoeg in (2, 1):
            if len(plekken) > 1:
                plekken = [plek for plek in plekken if self._gelijk_eromheen(plek, gezocht) >= genoeg] or plekken
        return self._regels(plekken[0], gezocht) if len(plekken) == 1 else None

    def _plekken(self, gezocht: Print) -> Iterator[int]:
        for plek in self._beginnend(min(BEGIN, gezocht.lengte)).get(gezocht.begin, ()):
            if _hash(self.rij[plek : plek + gezocht.lengte]) == gezocht.geheel:
                yield plek

    def _beginnend(self, lengte: int) -> dict[str, list[int]]:
        """Where each run of so many letters starts."""
        if lengte not in self._gevonden:
            gevonden: dict[str, list[int]] = {}
            for plek in range(len(self.rij) - lengte + 1):
                gevonden.setdefault(_kort(self.rij[plek : plek + lengte]), []).append(plek)
            self._gevonden[lengte] = gevonden
        return self._gevonden[lengte]

    def _gelijk_eromheen(self, plek: int, gezocht: Print) -> int:
        """On how many sides the same words stand."""
        einde = plek + gezocht.lengte
        voor, na = self.rij[max(0, plek - OMGEVING) : plek], self.rij[einde : einde + OMGEVING]
        return (_hash(voor) == gezocht.voor) + (_hash(na) == gezocht.na)

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
