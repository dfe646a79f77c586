"""A trend as small as a stamp, for the overview: lines and points, without years or values."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.grafieken.model import Trend, Trendpunt

BREEDTE, HOOGTE, MARGE = 120, 48, 5


@dataclass(frozen=True)
class Miniatuur:
    """Lines as the points of a polyline, and points by themselves, with soort and colour; and that in words."""

    breedte: int
    hoogte: int
    lijnen: Sequence[tuple[str, str, str]]
    stippen: Sequence[tuple[str, str, float, float]]
    tekst: str


def teken_miniatuur(trend: Trend) -> Miniatuur:
    """Place the lines of a trend in a box; what is measured has a point each year, a begroting only for a lone year."""
    # A float only for drawing; the figures on the page are as printed.
    waarden = [float(punt.waarde) for lijn in trend.lijnen for punt in lijn.punten]
    laagste, hoogste = min(waarden), max(waarden)

    def plek(punt: Trendpunt) -> tuple[float, float]:
        x = _plaats(punt.jaar, trend.jaren[0], trend.jaren[-1], BREEDTE)
        return x, round(HOOGTE - _plaats(float(punt.waarde), laagste, hoogste, HOOGTE), 1)

    lijnen, stippen = [], []
    for lijn in trend.lijnen:
        for stuk in lijn.stukken:
            plekken = [plek(punt) for punt in stuk]
            if len(plekken) > 1:
                lijnen.append((lijn.soort, lijn.kleur, " ".join(f"{x},{y}" for x, y in plekken)))
            if lijn.gemeten or len(plekken) == 1:
                stippen += [(lijn.soort, lijn.kleur, x, y) for x, y in plekken]
    return Miniatuur(BREEDTE, HOOGTE, lijnen, stippen, trend.samenvatting)


def _plaats(waarde: float, laagste: float, hoogste: float, ruimte: int) -> float:
    """Between the margins of the box; in the middle where there is only one value."""
    deel = (waarde - laagste) / (hoogste - laagste) if hoogste > laagste else 0.5
    return round(MARGE + deel * (ruimte - 2 * MARGE), 1)
