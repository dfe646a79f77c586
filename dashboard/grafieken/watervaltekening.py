"""A waterfall as an SVG, without scripts."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from textwrap import wrap

# In user units; a letter is 14 high, and at most so wide on average.
REGEL, LETTER, LETTER_VET, TUSSEN, WAARDE = 18, 7.6, 9.2, 14, 172


class Watervalsoort(StrEnum):
    """What a bar stands for; also the end of its class in the style."""

    TOTAAL = "totaal"
    MEER = "meer"
    MINDER = "minder"


@dataclass(frozen=True)
class Watervalrij:
    """One row: its name and amount in words, and the euros between which its bar stands."""

    naam: str
    waarde: str
    soort: Watervalsoort
    van: Decimal
    tot: Decimal


@dataclass(frozen=True)
class Watervaltekst:
    """A line of a label, at the left; or an amount, at the right end."""

    x: int
    y: float
    tekst: str
    vet: bool
    eind: bool = False


@dataclass(frozen=True)
class Watervalbalk:
    """From `x` on, `breedte` wide."""

    x: float
    y: float
    breedte: float
    soort: Watervalsoort

    @property
    def onder(self) -> float:
        return self.y + REGEL

    @property
    def is_meer(self) -> bool:
        return self.soort is Watervalsoort.MEER

    @property
    def is_minder(self) -> bool:
        return self.soort is Watervalsoort.MINDER


@dataclass(frozen=True)
class Watervallijn:
    """From the end of one bar down to the begin of the next."""

    x: float
    van: float
    tot: float


@dataclass(frozen=True)
class Watervaltekening:
    """Where the labels, bars and the lines between them stand."""

    breedte: int
    hoogte: float
    teksten: Sequence[Watervaltekst]
    balken: Sequence[Watervalbalk]
    lijnen: Sequence[Watervallijn]


def teken_waterval(rijen: Sequence[Watervalrij], breedte: int, kolom: int) -> Watervaltekening:
    """Place the rows below each other: the label in a column on the left, or above the bar where `kolom` is 0."""
    bedragen = [bedrag for rij in rijen for bedrag in (rij.van, rij.tot)]
    laagste, hoogste = min(bedragen), max(bedragen)
    # A float only for drawing; the figures are in the labels and in the table.
    schaal = (breedte - kolom - WAARDE) / (float(hoogste - laagste) or 1)
    teksten: list[Watervaltekst] = []
    balken: list[Watervalbalk] = []
    lijnen: list[Watervallijn] = []
    boven: float = 0
    for rij in rijen:
        vet = rij.soort is Watervalsoort.TOTAAL
        label = wrap(rij.naam, int((kolom or breedte) / (LETTER_VET if vet else LETTER)))
        hoogte = len(label) * REGEL
        y = boven + (hoogte - REGEL) / 2 if kolom else boven + hoogte + 2
        teksten += [Watervaltekst(0, boven + n * REGEL + 14, regel, vet) for n, regel in enumerate(label)]
        teksten.append(Watervaltekst(breedte, y + 14, rij.waarde, vet, eind=True))
        van, tot = (round(kolom + float(bedrag - laagste) * schaal, 1) for bedrag in (rij.van, rij.tot))
        if kolom and balken:
            lijnen.append(Watervallijn(van, balken[-1].onder, y))
        balken.append(Watervalbalk(min(van, tot), y, max(abs(tot - van), 2), rij.soort))
        boven = max(boven + hoogte, y + REGEL) + TUSSEN
    return Watervaltekening(breedte, boven, teksten, balken, lijnen)
