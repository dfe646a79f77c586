"""Rows of a table: their cells, which are put together as one, and which are its header."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.lezer.pdf.bladzijde import Woord
from ingest.lezer.pdf.lijnen import PdfLijn, Woordgroep

Cellen = list[list[Woord]]


_AFGEBROKEN = re.compile(r"(?<=\w-)\n(?!en |of )")
_PUNTEN = {"-", "–", "•", "*", "▪", "\uf0b7"}
OVERLAPT = 0.8
GROTER = 1.12
MEESTE_KOPREGELS = 6


@dataclass
class PdfRij:
    """One row: the words of each cell, and the lines that it was made of."""

    cellen: Cellen
    lijnen: list[PdfLijn]
    recht: bool = True
    """Whether each cell stands in a column; without that the cells are the pieces of the line."""
    omlijnd: bool = False
    """Whether lines are drawn around its cells."""

    @property
    def gevuld(self) -> int:
        return sum(map(bool, self.cellen))

    @property
    def label(self) -> list[Woord]:
        return self.cellen[0] if self.recht else []

    @property
    def is_kaal(self) -> bool:
        """Only a label, and no lines drawn around cells: nothing shows that it has blank ones."""
        return self.gevuld == 1 and bool(self.label) and (self.is_punt or not self.omlijnd)

    @property
    def is_punt(self) -> bool:
        """Whether its label begins with a bullet or a dash: a line of its own below another."""
        return len(self.label) > 1 and self.label[0].tekst in _PUNTEN

    @property
    def vol(self) -> bool:
        """Has a label, and something in another column."""
        return self.gevuld > 1 and bool(self.label)

    @property
    def met_waarderij(self) -> bool:
        return any(lijn.is_waarderij for lijn in self.lijnen)

    def teksten(self) -> list[str]:
        """The text of each cell; a word that was broken off at the end of a line goes on without a space."""
        return [_op_een_regel(cel) if len(cel) > 1 else cel[0].tekst if cel else "" for cel in self.cellen]


@dataclass
class PdfTabel:
    """The rows of lines `van` up to `tot`; a header that is repeated on a next page is not among them."""

    van: int
    tot: int
    rijen: list[PdfRij] = field(default_factory=list)


def botsen(rijen: list[PdfRij]) -> bool:
    """Whether a column would get two values."""
    if len(rijen) < 2:
        return False
    kolommen = zip(*(rij.cellen for rij in rijen), strict=True)
    return any(sum(Woordgroep(cel).is_getal for cel in kolom if cel) > 1 for kolom in kolommen)


def plaats_samen(rijen: list[PdfRij]) -> PdfRij:
    if len(rijen) == 1:
        return rijen[0]
    cellen = [[woord for cel in kolom for woord in cel] for kolom in zip(*(rij.cellen for rij in rijen), strict=True)]
    return PdfRij(cellen, [lijn for rij in rijen for lijn in rij.lijnen], omlijnd=rijen[0].omlijnd)


def _op_een_regel(woorden: list[Woord]) -> str:
    tekst = _met_regels(woorden)
    return _AFGEBROKEN.sub("", tekst).replace("\n", " ") if "\n" in tekst else tekst


def _met_regels(woorden: list[Woord]) -> str:
    """The words of a cell, with a line break where it goes on on the next line."""
    tekst = woorden[0].tekst
    for vorige, woord in pairwise(woorden):
        tekst += "\n" if woord.voet > vorige.voet + OVERLAPT * woord.hoogte else " "
        tekst += woord.tekst
    return tekst


def koprijen(rijen: list[PdfRij]) -> list[PdfRij]:
    """The rows above the first one with a value, up to and with the last that has more than a label."""
    for nummer, rij in enumerate(rijen[:MEESTE_KOPREGELS]):
        groepen = [Woordgroep(cel) for cel in rij.cellen[1:] if cel]
        if any(groep.is_waarde and not groep.is_jaar for groep in groepen):
            rijen = rijen[:nummer]
            break
    koppen = rijen[:MEESTE_KOPREGELS]
    while koppen and not any(koppen[-1].cellen[1:]):
        koppen = koppen[:-1]
    return koppen


def celteksten(rijen: list[PdfRij]) -> list[str]:
    return [" ".join(rij.teksten()) for rij in rijen]


def koppen_samen(rijen: list[PdfRij]) -> list[PdfRij]:
    """A header over more lines as one ("Begroting" above "2026"), where each column then has words and one year.

    A word above more columns stands above one of them only; then some columns have a bare year, and the lines stay.
    """
    koppen = koprijen(rijen)
    if len(koppen) < 2 or not all(rij.recht for rij in koppen):
        return rijen
    samen = plaats_samen(koppen)
    if all(len(cel) > 1 and Woordgroep(cel).is_jaar for cel in samen.cellen[1:]):
        return [samen, *rijen[len(koppen) :]]
    return rijen


def herhaalde_regels(kop: list[str], boven: list[str]) -> int:
    """How many of the first lines of a page are the last lines of this header."""
    gelijk = (aantal for aantal in range(len(kop), 0, -1) if boven[:aantal] == kop[-aantal:])
    return next(gelijk, 0)
