"""A trend as it is drawn: lines of points, cut where they cannot be compared, and where that is said."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.grafieken.stijl import Stijl
from dashboard.weergave.edities import NIEUWSTE
from dashboard.weergave.opmaak import opsomming
from indicators.models import Vermeldingsoort


@dataclass(frozen=True)
class Trendpunt:
    """The value of a year, how the document prints it, and the sentence that tells it."""

    jaar: int
    waarde: Decimal
    tekst: str
    zin: str


@dataclass(frozen=True)
class Trendlijn:
    """One series. A line is drawn within a stretch and never between two: there is a gap or a break."""

    soort: Vermeldingsoort
    naam: str
    kort: str
    """what stands at its end"""
    kleur: str
    """the name of a colour of the theme"""
    stijl: Stijl
    dekking: float
    dikte: float
    stukken: tuple[tuple[Trendpunt, ...], ...]
    anders: str = ""
    """in what other way it is measured, if so: "anders gemeten" """
    editie: str = ""
    """the slug of the edition that expected it; empty for what came of it"""

    @property
    def gemeten(self) -> bool:
        return self.soort == Vermeldingsoort.REALISATIE

    @property
    def open(self) -> bool:
        """Whether its marks are open: it is measured otherwise, also for those who do not see the colour."""
        return bool(self.anders)

    @property
    def maat(self) -> float:
        """How large its marks are: those of an older edition smaller."""
        return 1 if self.dekking == 1 else 0.8

    @property
    def punten(self) -> tuple[Trendpunt, ...]:
        return tuple(punt for stuk in self.stukken for punt in stuk)

    @property
    def in_woorden(self) -> str:
        """Its first and last value: "Realisatie 209 in 2021 en 181 in 2024"."""
        eerste, laatste = self.punten[0], self.punten[-1]
        tot = f" en {laatste.tekst} in {laatste.jaar}" if laatste.jaar != eerste.jaar else ""
        return f"{self.naam} {eerste.tekst} in {eerste.jaar}{tot}"

    def in_jaren(self, jaren: range) -> "Trendlijn":
        """What of it lies in these years."""
        stukken = (tuple(punt for punt in stuk if punt.jaar in jaren) for stuk in self.stukken)
        return replace(self, stukken=tuple(stuk for stuk in stukken if stuk))


@dataclass(frozen=True)
class Breukband:
    """Somewhere after the year `van`, and not later than `tot`, figures can no longer be compared with those before."""

    van: int
    tot: int
    woorden: str


@dataclass(frozen=True)
class Aantekening:
    """A stretch between two values of one year: how far they are apart, or how one moved to the other (`is_pijl`)."""

    jaar: int
    van: Decimal
    naar: Decimal
    woorden: str
    is_pijl: bool
    edities: tuple[str, ...]
    """the slugs of the editions that it is about"""


@dataclass(frozen=True)
class Tekstcijfer:
    """A figure of a year that only stands in a text, of others or of the municipality itself."""

    jaar: int
    waarde: Decimal
    woorden: str
    zin: str


@dataclass(frozen=True)
class Trend:
    """The series of one indicator or post; what they show in words, and the finding in a few."""

    titel: str
    ondertitel: str
    samenvatting: str
    eenheid: str
    lijnen: tuple[Trendlijn, ...]
    breuken: tuple[Breukband, ...] = ()
    aantekeningen: tuple[Aantekening, ...] = ()
    referenties: tuple[Tekstcijfer, ...] = ()

    def met_nieuwste(self) -> "Trend":
        """With the newest editions, and those that a note in the chart is about; what is not drawn is said."""
        edities = list(dict.fromkeys(lijn.editie for lijn in self.lijnen if lijn.editie))
        blijft = {*edities[-NIEUWSTE:], *(editie for noot in self.aantekeningen for editie in noot.edities)}
        weg = [lijn for lijn in self.lijnen if lijn.editie and lijn.editie not in blijft]
        if not weg:
            return self
        namen = opsomming(dict.fromkeys(lijn.naam.removeprefix("Begroting ") for lijn in weg))
        lijnen = tuple(lijn for lijn in self.lijnen if lijn not in weg)
        korter = replace(self, lijnen=lijnen, ondertitel=f"{self.ondertitel} Niet getekend: {namen}.")
        return replace(korter, breuken=self._breuken_in(korter.jaren))

    def beperkt_tot(self, jaren: range, zonder: Collection[str]) -> "Trend | None":
        """What of it lies in these years, without the begroting of these editions (by slug); None if that is nothing.

        Where something is left out, so is the finding, which may be of that: the last point is told instead.
        """
        lijnen = tuple(self._die_blijven(jaren, zonder))
        if lijnen == self.lijnen:
            return self
        if not lijnen:
            return None
        gemeten = [lijn for lijn in lijnen if lijn.gemeten] or lijnen
        laatste = max((punt for lijn in gemeten for punt in lijn.punten), key=lambda punt: punt.jaar)
        korter = replace(self, titel=laatste.zin.removesuffix("."), lijnen=lijnen, aantekeningen=(), referenties=())
        samenvatting = f"{'; '.join(lijn.in_woorden for lijn in lijnen)}."
        return replace(korter, samenvatting=samenvatting, breuken=self._breuken_in(korter.jaren))

    def _breuken_in(self, jaren: range) -> tuple[Breukband, ...]:
        return tuple(breuk for breuk in self.breuken if breuk.van in jaren and breuk.tot in jaren)

    def _die_blijven(self, jaren: range, zonder: Collection[str]) -> Iterator[Trendlijn]:
        for lijn in self.lijnen:
            korter = lijn.in_jaren(jaren)
            if korter.stukken and lijn.editie not in zonder:
                yield korter

    @property
    def jaren(self) -> range:
        """Every year from the first to the last, measured or not."""
        jaren = [punt.jaar for punt in self._alle]
        return range(min(jaren), max(jaren) + 1)

    @property
    def zijkanten(self) -> tuple[float, float]:
        """Where the years begin and end, with half a year of room."""
        return self.jaren[0] - 0.5, self.jaren[-1] + 0.5

    @property
    def waarden(self) -> list[float]:
        """What must be in the drawing. A float only for drawing: the figures on the page are as printed."""
        return [0.0] * self.vanaf_nul + [float(punt.waarde) for punt in self._alle]

    @property
    def vanaf_nul(self) -> bool:
        """Whether the values are counted, so that their height says how many."""
        return self.eenheid == "aantal"

    @property
    def _alle(self) -> Sequence[Trendpunt | Tekstcijfer]:
        return [*(punt for lijn in self.lijnen for punt in lijn.punten), *self.referenties]
