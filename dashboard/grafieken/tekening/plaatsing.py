"""Words find a place where they touch nothing: a mark, other words, the frame; and no line if that can be helped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dashboard.grafieken.tekening.letters import GezetteTekst, Tekstblok
from dashboard.grafieken.tekening.vakken import Ruimte

AF = 9
"""How far words stand from the point that they are about."""


LUCHT = 3
"""How far words beside each other are apart."""


@dataclass
class Bord:
    """The plot, with what stands in it already."""

    kader: Ruimte
    bezet: list[Ruimte] = field(default_factory=list)
    lijnen: list[Ruimte] = field(default_factory=list)

    def zet(self, plekken: Iterable[GezetteTekst]) -> GezetteTekst | None:
        """On the first of these places that is free, else the first with only a line in it; None if there is none."""
        gekozen = None
        for plek in filter(lambda plek: self._is_vrij(plek.vak), plekken):
            if not self._raakt_lijn(plek.vak):
                gekozen = plek
                break
            gekozen = gekozen or plek
        if gekozen:
            self.bezet.append(gekozen.vak)
        return gekozen

    def _is_vrij(self, vak: Ruimte) -> bool:
        ruim = Ruimte(vak.links - LUCHT, vak.boven, vak.rechts + LUCHT, vak.onder)
        return self.kader.bevat(vak) and not any(ruim.raakt(ander) for ander in self.bezet)

    def _raakt_lijn(self, vak: Ruimte) -> bool:
        return any(vak.raakt(stukje) for stukje in self.lijnen)


def om_een_punt(woorden: Tekstblok, x: float, y: float) -> Iterator[GezetteTekst]:
    """Right beside a point: above it, below, and on either side."""
    hoog = woorden.hoogte
    boven, onder, midden = y - AF - hoog, y + AF, y - hoog / 2
    for hoogte in (boven, onder):
        yield GezetteTekst(woorden, x, hoogte, "middle")
        yield GezetteTekst(woorden, x - AF, hoogte, "start")
        yield GezetteTekst(woorden, x + AF, hoogte, "end")
    yield GezetteTekst(woorden, x + AF + 2, midden, "start")
    yield GezetteTekst(woorden, x - AF - 2, midden, "end")


def bij_een_einde(woorden: Tekstblok, x: float, y: float) -> Iterator[GezetteTekst]:
    """After the end of a line; else around it, nearest first, so far that a thin line must lead there."""
    hoog = woorden.hoogte
    yield GezetteTekst(woorden, x + AF + 2, y - hoog / 2, "start")
    for rij in range(9):
        for hoogte in (y - AF - hoog - rij * 9, y + AF + rij * 9):
            yield GezetteTekst(woorden, x, hoogte, "middle")
            yield GezetteTekst(woorden, x - AF, hoogte, "start")
            yield GezetteTekst(woorden, x + AF, hoogte, "end")


def langs_een_streep(woorden: Tekstblok, x: float, boven: float, onder: float) -> Iterator[GezetteTekst]:
    """Beside an upright line, from its middle outwards; then above and below it."""
    hoog, midden = woorden.hoogte, (boven + onder) / 2
    for afstand in range(0, int(onder - boven) // 2 + 30, 8):
        for hoogte in dict.fromkeys((midden - afstand, midden + afstand)):
            yield GezetteTekst(woorden, x + AF, hoogte - hoog / 2, "start")
            yield GezetteTekst(woorden, x - AF, hoogte - hoog / 2, "end")
    yield from bij_een_einde(woorden, x, boven)
    yield from bij_een_einde(woorden, x, onder)


def onder_elkaar(
    gevraagd: Iterable[tuple[Tekstblok, float]], x: float, boven: float, onder: float
) -> list[GezetteTekst]:
    """A column in which each stands as near as can be to the height that it asks for, in the order they were given.

    There must be room for all between `boven` and `onder`.
    """
    op_hoogte = sorted(enumerate(gevraagd), key=lambda paar: paar[1][1])
    toppen: dict[int, float] = {}
    vrij = boven
    for nummer, (woorden, y) in op_hoogte:
        toppen[nummer] = max(vrij, y - woorden.hoogte / 2)
        vrij = toppen[nummer] + woorden.hoogte
    vrij = onder
    for nummer, (woorden, _) in reversed(op_hoogte):
        toppen[nummer] = min(toppen[nummer], vrij - woorden.hoogte)
        vrij = toppen[nummer]
    woorden_van = {nummer: woorden for nummer, (woorden, _) in op_hoogte}
    return [GezetteTekst(woorden_van[nummer], x, toppen[nummer], "start") for nummer in sorted(toppen)]
