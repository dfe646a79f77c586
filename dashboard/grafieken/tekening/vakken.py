"""The room that a part of a drawing takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, hypot

STAP = 6
"""How far apart the little boxes lie that stand for a line."""


@dataclass(frozen=True)
class Ruimte:
    """A box; its height counts downwards, as in an SVG."""

    links: float
    boven: float
    rechts: float
    onder: float

    def raakt(self, ander: "Ruimte") -> bool:
        """Whether they share some room."""
        return (
            self.links < ander.rechts
            and ander.links < self.rechts
            and self.boven < ander.onder
            and ander.boven < self.onder
        )

    def bevat(self, ander: "Ruimte") -> bool:
        """Whether the other lies within it."""
        return (
            self.links <= ander.links
            and ander.rechts <= self.rechts
            and self.boven <= ander.boven
            and ander.onder <= self.onder
        )


def om(x: float, y: float, straal: float) -> Ruimte:
    """The square around a point."""
    return Ruimte(x - straal, y - straal, x + straal, y + straal)


def langs(van: tuple[float, float], tot: tuple[float, float]) -> Iterator[Ruimte]:
    """Little boxes along a line."""
    stappen = max(1, ceil(hypot(tot[0] - van[0], tot[1] - van[1]) / STAP))
    for nummer in range(stappen + 1):
        deel = nummer / stappen
        yield om(van[0] + deel * (tot[0] - van[0]), van[1] + deel * (tot[1] - van[1]), 1)
