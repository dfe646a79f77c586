"""The axes: round values from below the lowest to above the highest, and the years that fit."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.grafieken.tekening.letters import breedte
from indicators.getallen import schrijf_getal

LETTER = 14
TUSSEN = 4


@dataclass(frozen=True)
class Schaal:
    """Where a year and a value stand in the plot."""

    links: float
    rechts: float
    boven: float
    onder: float
    jaren: tuple[float, float]
    maten: Sequence[float]

    def x(self, jaar: float) -> float:
        van, tot = self.jaren
        return round(self.links + (jaar - van) / (tot - van) * (self.rechts - self.links), 1)

    def y(self, waarde: float) -> float:
        laagste, hoogste = self.maten[0], self.maten[-1]
        return round(self.onder - (waarde - laagste) / (hoogste - laagste) * (self.onder - self.boven), 1)

    @property
    def hoog(self) -> float:
        """How high the plot is, with a little air above it."""
        return self.onder - self.boven + 4

    @property
    def per_jaar(self) -> float:
        """How wide a year is."""
        return (self.rechts - self.links) / (self.jaren[1] - self.jaren[0])

    @property
    def bijschriften(self) -> list[tuple[str, float]]:
        """Each value of the axis in Dutch, on its height."""
        return [(tekst, self.y(maat)) for tekst, maat in zip(in_het_nederlands(self.maten), self.maten, strict=True)]

    def passend(self, jaren: Sequence[int]) -> list[tuple[int, float]]:
        """Every year, or every second, third, …: as many as can stand beside each other."""
        stap = math.ceil((breedte(str(jaren[-1]), LETTER, vet=False) + TUSSEN) / self.per_jaar)
        return [(jaar, self.x(jaar)) for jaar in jaren[::stap]]


def maatstreepjes(waarden: Iterable[float]) -> list[float]:
    """Four to seven of them, around all these values."""
    waarden = list(waarden)
    laagste, hoogste = min(waarden), max(waarden)
    ruimte = (hoogste - laagste) or abs(hoogste) or 1.0
    grof = ruimte / 5
    macht: float = 10.0 ** math.floor(math.log10(grof))
    stap = next(stap * macht for stap in (1, 2, 5, 10) if stap * macht >= grof)
    van, tot = math.floor(laagste / stap), math.ceil(hoogste / stap)
    if van == tot:
        van, tot = van - 1, tot + 1
    return [round(nummer * stap, 10) for nummer in range(van, tot + 1)]


def in_het_nederlands(maten: Sequence[float]) -> list[str]:
    """With as many decimals as their distance has."""
    decimalen = max(0, -math.floor(math.log10(maten[1] - maten[0]) + 1e-9))
    return [schrijf_getal(Decimal(f"{maat:.{decimalen}f}")) for maat in maten]
