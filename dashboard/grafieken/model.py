"""A trend as it is drawn: lines of points, cut where they cannot be compared, and where that is said."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.grafieken.stijl import Stijl
from indicators.models import Vermeldingsoort


@dataclass(frozen=True)
class Trendpunt:
    """The value of a year, and how the document prints it."""

    jaar: int
    waarde: Decimal
    tekst: str


@dataclass(frozen=True)
class Trendlijn:
    """One series. A line is drawn within a stretch and never between two: there is a gap or a break."""

    soort: Vermeldingsoort
    naam: str
    kleur: str
    """the name of a colour of the theme"""
    stijl: Stijl
    open: bool
    """whether its marks are open: it is measured in an older way, also for those who do not see the colour"""
    dekking: float
    stukken: tuple[tuple[Trendpunt, ...], ...]

    @property
    def gemeten(self) -> bool:
        return self.soort == Vermeldingsoort.REALISATIE

    @property
    def punten(self) -> tuple[Trendpunt, ...]:
        return tuple(punt for stuk in self.stukken for punt in stuk)


@dataclass(frozen=True)
class Breukstreep:
    """From `jaar` on figures cannot be compared with those before; the words beside it may be cut at a line end."""

    jaar: int
    woorden: str

    @property
    def plek(self) -> float:
        """Halfway the last year before and the first one after."""
        return self.jaar - 0.5


@dataclass(frozen=True)
class Trend:
    """The series of one indicator, and what they show in words."""

    samenvatting: str
    eenheid: str
    lijnen: tuple[Trendlijn, ...]
    breuken: tuple[Breukstreep, ...]

    @property
    def jaren(self) -> range:
        """Every year from the first to the last, measured or not."""
        jaren = [punt.jaar for lijn in self.lijnen for punt in lijn.punten]
        return range(min(jaren), max(jaren) + 1)

    @property
    def zijkanten(self) -> tuple[float, float]:
        """Where the years begin and end, with half a year of room."""
        return self.jaren[0] - 0.5, self.jaren[-1] + 0.5

    @property
    def vanaf_nul(self) -> bool:
        """Whether the values are counted, so that their height says how many."""
        return self.eenheid == "aantal"
