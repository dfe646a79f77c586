"""The lines of a document as a document: parts below their headings, items of lists, and rows with their cells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from indicators.models import Lezing, Passage

# So long is a part at least before a heading begins the next one, and at most.
KORTSTE, LANGSTE = 20, 70
LANGSTE_RIJ = 300
"""A longer line is text."""
_CEL = r"(?:[-–+]?(?:€\s?)?[-–]?\d[\d.,]*\s?%?|[-–]|n\.v\.t\.|pm)"
# The year of an edition ("Begroting PB 2026") is of the name.
_RIJ = re.compile(rf"(?P<naam>(?:.*?\bPB 20\d\d)?.*?)(?P<cellen>(?:\s+{_CEL}){{2,}})\s*", re.IGNORECASE)
_GETAL = re.compile(rf"\s+(?={_CEL}(?:\s|$))")
_PUNT = re.compile(r"^\s*[\uf0b7•*-]\s+")
_OPMAAK = re.compile(r"</?[ib]>|^#+\s|\*\*|\[samengevat\]|\uf0b7")
_KOP = re.compile(r"#+\s|\*\*[^*]+\*\*\s*$")
_MARKERING = re.compile(r"</?[ib]>|^#+\s+|\*\*")
_SCHUIN = re.compile(r"\*([^*]+)\*")


def kaal(tekst: str) -> str:
    """Without marks and with single spaces, to compare what is printed in two places."""
    return " ".join(_OPMAAK.sub(" ", tekst).split()).casefold()


def _zonder_markering(tekst: str) -> str:
    """Without the marks by which a text file says that something is a heading, bold or italic: they are not printed."""
    return _SCHUIN.sub(r"\1", _MARKERING.sub("", tekst))


@dataclass(frozen=True)
class Documentregel:
    """A line as the page shows it; `cellen` of a row of a table, without its name."""

    passage: Passage
    is_kop: bool = False

    @property
    def is_punt(self) -> bool:
        return bool(_PUNT.match(self.passage.tekst))

    @property
    def naam(self) -> str:
        """What stands before the cells: the whole line, where it has none."""
        return self._delen[0]

    @property
    def cellen(self) -> Sequence[str]:
        """By the tabs between them, or else the figures at the end of the line."""
        return self._delen[1:]

    @property
    def scheiding(self) -> str:
        """What is printed between the cells."""
        return "\t" if "\t" in self.passage.tekst else " "

    @cached_property
    def _delen(self) -> Sequence[str]:
        tekst = _zonder_markering(self.passage.tekst)
        if self.is_kop or self.passage.samengevat or len(tekst) > LANGSTE_RIJ:
            return [tekst]
        if "\t" in tekst:
            return tekst.split("\t")
        rij = _RIJ.fullmatch(tekst)
        return [rij["naam"], *_GETAL.split(rij["cellen"])[1:]] if rij else [tekst]


@dataclass(frozen=True)
class Documentdeel:
    """The lines from one heading to another."""

    kop: str
    regels: Sequence[Documentregel]

    @property
    def van(self) -> int:
        return self.regels[0].passage.regel

    @property
    def tot(self) -> int:
        return self.regels[-1].passage.regel


def als_document(lezing: Lezing, passages: Iterable[Passage]) -> list[Documentdeel]:
    """Cut at a heading, where the part before it is long enough; else where it grows too long."""
    koppen = _koppen(lezing)
    delen: list[list[Documentregel]] = []
    for passage in passages:
        regel = Documentregel(passage, is_kop=bool(_KOP.match(passage.tekst)) or kaal(passage.tekst) in koppen)
        lengte = len(delen[-1]) if delen else LANGSTE
        if lengte >= LANGSTE or (regel.is_kop and lengte >= KORTSTE):
            delen.append([])
        delen[-1].append(regel)
    return [Documentdeel(_titel(regels), regels) for regels in delen]


def _titel(regels: Sequence[Documentregel]) -> str:
    """Its headings, as far as they are on it; of a part without any its first line."""
    koppen = [regel.naam.strip() for regel in regels if regel.is_kop]
    return " · ".join(dict.fromkeys(koppen[:3])) or _zonder_markering(regels[0].passage.tekst).strip()[:80]


def _koppen(lezing: Lezing) -> set[str]:
    """What the reader knew as headings: of texts, of indicators and of doelstellingen."""
    publicatie = lezing.publicatie
    namen = [
        *lezing.teksten.exclude(kop="").values_list("kop", flat=True),
        *publicatie.bewoordingen.values_list("naam", flat=True),
    ]
    for code, naam in publicatie.doelstellingen.values_list("code", "naam"):
        namen += [f"Doelstelling {code} {naam}", f"{code} {naam}"]
    return {kaal(naam) for naam in namen}
