"""A trend as small as a stamp: lines and points with their lowest and highest value, and the name of each edition."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.grafieken.model import Trend, Trendlijn, Trendpunt
from dashboard.weergave.opmaak import aaneen

BREEDTE, HOOGTE = 190, 66
LINKS, RECHTS, BOVEN, ONDER = 44, 142, 6, 48  # the plot; left of it its scale, right of it the editions
REGEL = 11  # between two names


@dataclass(frozen=True)
class Miniatuurlijn:
    """The points of a polyline, in the colour and with the dashes of its edition."""

    kleur: str
    streep: str
    punten: str


@dataclass(frozen=True)
class Miniatuur:
    """Lines, and points by themselves with their soort and colour; the scale; and what they show in words."""

    breedte: int
    hoogte: int
    lijnen: Sequence[Miniatuurlijn]
    stippen: Sequence[tuple[str, str, float, float]]
    maten: Sequence[tuple[str, float]]
    """the lowest and the highest value as printed, each with its height"""
    jaren: Sequence[tuple[int, float]]
    """the first and the last year"""
    edities: Sequence[tuple[str, str, float]]
    """the name of each edition with its colour, at the height where its line ends"""
    tekst: str


def teken_miniatuur(trend: Trend) -> Miniatuur:
    """Place the lines of a trend in a box; what is measured has a point each year, a begroting only for a lone year."""
    punten = [punt for lijn in trend.lijnen for punt in lijn.punten]
    laagste, hoogste = min(punten, key=lambda punt: punt.waarde), max(punten, key=lambda punt: punt.waarde)
    eerste, laatste = trend.jaren[0], trend.jaren[-1]

    # A float only for drawing; the figures on the page are as printed.
    def hoogte(punt: Trendpunt) -> float:
        return _plaats(float(punt.waarde), float(laagste.waarde), float(hoogste.waarde), ONDER, BOVEN)

    def plek(punt: Trendpunt) -> tuple[float, float]:
        return _plaats(punt.jaar, eerste, laatste, LINKS, RECHTS), hoogte(punt)

    lijnen, stippen = [], []
    for lijn in trend.lijnen:
        for stuk in lijn.stukken:
            plekken = [plek(punt) for punt in stuk]
            if len(plekken) > 1:
                punten_van = " ".join(f"{x},{y}" for x, y in plekken)
                lijnen.append(Miniatuurlijn(lijn.kleur, lijn.stijl.svg_streep, punten_van))
            if lijn.gemeten or len(plekken) == 1:
                stippen += [(lijn.soort, lijn.kleur, x, y) for x, y in plekken]
    maten = {punt.waarde: (aaneen(punt.tekst), hoogte(punt)) for punt in (hoogste, laagste)}
    jaren = {jaar: _plaats(jaar, eerste, laatste, LINKS, RECHTS) for jaar in (eerste, laatste)}
    begrotingen = [(lijn, hoogte(lijn.punten[-1])) for lijn in trend.lijnen if not lijn.gemeten]
    return Miniatuur(
        BREEDTE,
        HOOGTE,
        lijnen,
        stippen,
        list(maten.values()),
        list(jaren.items()),
        _onder_elkaar(begrotingen),
        trend.samenvatting,
    )


def _onder_elkaar(begrotingen: Sequence[tuple[Trendlijn, float]]) -> list[tuple[str, str, float]]:
    """The names at the height of their lines, moved down where two would stand on each other."""
    geplaatst: list[tuple[str, str, float]] = []
    for lijn, y in sorted(begrotingen, key=lambda paar: paar[1]):
        hoogte = max(y, geplaatst[-1][2] + REGEL) if geplaatst else y
        geplaatst.append((lijn.naam.removeprefix("Begroting ").split(" (")[0], lijn.kleur, hoogte))
    return geplaatst


def _plaats(waarde: float, laagste: float, hoogste: float, van: float, tot: float) -> float:
    """Between two sides of the box; in the middle where there is only one value."""
    deel = (waarde - laagste) / (hoogste - laagste) if hoogste > laagste else 0.5
    return round(van + deel * (tot - van), 1)
