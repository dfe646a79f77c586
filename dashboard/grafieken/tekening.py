"""A trend drawn by the server as SVG: for first sight, paper and files.

Units are those of the viewBox. A class names what a part is, so that the theme of the page colours it; the attributes
hold the colours of the light theme, for the file that stands alone.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.grafieken.model import Trend, Trendlijn
from indicators.getallen import schrijf_getal

BREEDTE, HOOGTE = 440, 230
LINKS, RECHTS, BOVEN, ONDER = 56, 12, 28, 30
LEGENDA = 24
MEESTE_JAREN = 9


@dataclass(frozen=True)
class GetekendPunt:
    """A value on its place."""

    x: float
    y: float
    tekst: str


@dataclass(frozen=True)
class GetekendeLijn:
    """A line with its points on their places, and how high its name stands above the chart."""

    lijn: Trendlijn
    stukken: Sequence[Sequence[GetekendPunt]]
    legenda_y: int

    @property
    def paden(self) -> list[str]:
        """Each stretch of two points or more, as the points of a polyline."""
        return [" ".join(f"{punt.x},{punt.y}" for punt in stuk) for stuk in self.stukken if len(stuk) > 1]

    @property
    def punten(self) -> list[GetekendPunt]:
        return [punt for stuk in self.stukken for punt in stuk]


@dataclass(frozen=True)
class GetekendeBreuk:
    """A line where figures cannot be compared, with words beside it."""

    x: float
    tekst: str

    @property
    def rechts(self) -> bool:
        """Whether the words stand after the line: on the left of the drawing there is no room before it."""
        return self.x < (LINKS + BREEDTE - RECHTS) / 2


@dataclass(frozen=True)
class Tekening:
    """A chart of `breedte` x `hoogte` units, with all that its template places."""

    breedte: int
    hoogte: int
    lijnen: Sequence[GetekendeLijn]
    jaren: Sequence[tuple[int, float]]
    maatstreepjes: Sequence[tuple[str, float]]
    breuken: Sequence[GetekendeBreuk]
    boven: int
    onder: int
    links: int
    rechts: int


def teken_trend(trend: Trend) -> Tekening:
    """Place the lines of a trend; the y axis has zero on it where values are counted."""
    links, rechts = trend.zijkanten
    # A float only for drawing; the figures in the table and the label are as printed.
    waarden = [float(punt.waarde) for lijn in trend.lijnen for punt in lijn.punten]
    in_beeld = [0.0, *waarden] if trend.vanaf_nul else waarden
    maten = maatstreepjes(min(in_beeld), max(in_beeld))
    boven = BOVEN + LEGENDA * len(trend.lijnen)
    onder = boven + HOOGTE

    def plaats_x(jaar: float) -> float:
        return round(LINKS + (jaar - links) / (rechts - links) * (BREEDTE - LINKS - RECHTS), 1)

    def plaats_y(waarde: float) -> float:
        return round(onder - (waarde - maten[0]) / (maten[-1] - maten[0]) * HOOGTE, 1)

    return Tekening(
        breedte=BREEDTE,
        hoogte=onder + ONDER,
        lijnen=[
            GetekendeLijn(
                lijn,
                stukken=[
                    [GetekendPunt(plaats_x(punt.jaar), plaats_y(float(punt.waarde)), punt.tekst) for punt in stuk]
                    for stuk in lijn.stukken
                ],
                legenda_y=BOVEN - 8 + LEGENDA * nummer,
            )
            for nummer, lijn in enumerate(trend.lijnen)
        ],
        jaren=[(jaar, plaats_x(jaar)) for jaar in trend.jaren[:: math.ceil(len(trend.jaren) / MEESTE_JAREN)]],
        maatstreepjes=[(_nederlands(maat, maten[1] - maten[0]), plaats_y(maat)) for maat in maten],
        breuken=[GetekendeBreuk(plaats_x(breuk.plek), breuk.woorden.replace("\n", " ")) for breuk in trend.breuken],
        boven=boven,
        onder=onder,
        links=LINKS,
        rechts=BREEDTE - RECHTS,
    )


def maatstreepjes(laagste: float, hoogste: float) -> list[float]:
    """Round values from below the lowest to above the highest, four to seven of them."""
    ruimte = (hoogste - laagste) or abs(hoogste) or 1.0
    grof = ruimte / 5
    macht: float = 10.0 ** math.floor(math.log10(grof))
    stap = next(stap * macht for stap in (1, 2, 5, 10) if stap * macht >= grof)
    van, tot = math.floor(laagste / stap), math.ceil(hoogste / stap)
    if van == tot:
        van, tot = van - 1, tot + 1
    return [round(nummer * stap, 10) for nummer in range(van, tot + 1)]


def _nederlands(maat: float, stap: float) -> str:
    decimalen = max(0, -math.floor(math.log10(stap) + 1e-9))
    return schrijf_getal(Decimal(f"{maat:.{decimalen}f}"))
