"""A trend drawn by the server as SVG: for first sight, paper and files.

Units are those of the viewBox. A class names what a part is, so that the theme of the page colours it; the attributes
hold the colours of the light theme, for the file that stands alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dashboard.grafieken.model import Aantekening, Breukband, Trend, Trendlijn, Trendpunt
from dashboard.grafieken.tekening.assen import Schaal, in_het_nederlands, maatstreepjes
from dashboard.grafieken.tekening.letters import GezetteTekst, Tekstblok, breedte, regels_van, smal
from dashboard.grafieken.tekening.plaatsing import Bord, bij_een_einde, langs_een_streep, om_een_punt, onder_elkaar
from dashboard.grafieken.tekening.vakken import Ruimte, langs, om

BREEDTE, HOOGTE = 400, 230
RAND, BOVEN, JAREN, REGEL = 4, 26, 24, 18
STRAAL = 6
RUIMTEN = (220, 150, 100)
"""How wide words in the plot may be, best first."""
LEIDER = 26
"""How far a name may stand from the end of its line without a thin line to it: that much is its value."""
MEESTE_WAARDEN = 6
"""Of a longer line only the first, last, highest and lowest value are written in it."""


@dataclass(frozen=True)
class GetekendPunt:
    """A value on its place."""

    x: float
    y: float
    tekst: str

    @property
    def vak(self) -> Ruimte:
        return om(self.x, self.y, STRAAL)


@dataclass(frozen=True)
class GetekendeLijn:
    """A line with its points on their places."""

    lijn: Trendlijn
    stukken: Sequence[Sequence[GetekendPunt]]

    @property
    def paden(self) -> list[str]:
        """Each stretch of two points or more, as the points of a polyline."""
        return [" ".join(f"{punt.x},{punt.y}" for punt in stuk) for stuk in self.stukken if len(stuk) > 1]

    @property
    def punten(self) -> list[GetekendPunt]:
        return [punt for stuk in self.stukken for punt in stuk]

    @property
    def einde(self) -> GetekendPunt:
        return self.punten[-1]

    @property
    def langs(self) -> Iterator[Ruimte]:
        """The room of its lines."""
        for stuk in self.stukken:
            for van, tot in pairwise(stuk):
                yield from langs((van.x, van.y), (tot.x, tot.y))


@dataclass(frozen=True)
class GetekendeBand:
    """Where figures cannot be compared, from `x` on."""

    x: float
    breedte: float


@dataclass(frozen=True)
class GetekendeStreep:
    """An upright line between two values of one year; `is_pijl` where one moved to the other."""

    x: float
    van: float
    tot: float
    is_pijl: bool

    @property
    def pad(self) -> str:
        """With room for the marks at its ends, and a head if it is long enough for one."""
        kant = 1 if self.tot > self.van else -1
        van, tot = self.van + kant * STRAAL, self.tot - kant * (STRAAL + 1)
        if (tot - van) * kant < STRAAL:
            return f"M{self.x} {self.van}V{self.tot}"
        kop = f"M{self.x - 4} {tot - kant * 5}L{self.x} {tot}L{self.x + 4} {tot - kant * 5}" if self.is_pijl else ""
        return f"M{self.x} {van}V{tot}{kop}"


@dataclass(frozen=True)
class Trendtekening:
    """A chart of `breedte` x `hoogte` units, with all that its template places."""

    schaal: Schaal
    hoogte: float
    lijnen: Sequence[GetekendeLijn]
    jaren: Sequence[tuple[int, float]]
    banden: Sequence[GetekendeBand]
    strepen: Sequence[GetekendeStreep]
    referenties: Sequence[GetekendPunt]
    teksten: Sequence[GezetteTekst]
    leiders: Sequence[tuple[str, str]]
    """thin lines from the end of a line to its name: the colour, and the path"""
    breedte: int = BREEDTE


@dataclass
class _Tekenaar:
    """Puts the words of one trend in their places, the most important first."""

    trend: Trend
    schaal: Schaal
    lijnen: Sequence[GetekendeLijn]
    bord: Bord
    teksten: list[GezetteTekst] = field(default_factory=list)
    leiders: list[tuple[str, str]] = field(default_factory=list)
    voetregels: list[str] = field(default_factory=list)

    def waarden(self, lijn: GetekendeLijn) -> None:
        """Those of what is measured are bold; of a begroting only where it begins and ends."""
        gemeten = lijn.lijn.gemeten
        punten = lijn.punten if gemeten else [lijn.einde, lijn.punten[0]]
        if len(punten) > MEESTE_WAARDEN:
            hoogten = [punt.y for punt in punten]
            laagste, hoogste = punten[hoogten.index(max(hoogten))], punten[hoogten.index(min(hoogten))]
            punten = [punten[-1], punten[0], hoogste, laagste]
        if not gemeten and punten[0].tekst == punten[1].tekst:
            punten = punten[:1]
        kleur = "inkt" if gemeten else lijn.lijn.kleur
        for punt in dict.fromkeys(reversed(punten) if gemeten else punten):
            # what stays the same for years can be said at each of them
            even_hoog = [punt] if gemeten else [punt, *(daar for daar in lijn.punten if daar.tekst == punt.tekst)]
            woorden = Tekstblok([punt.tekst], "waarde", kleur, 15 if gemeten else 14, gemeten)
            plekken = (plek for daar in even_hoog for plek in om_een_punt(woorden, daar.x, daar.y))
            self._zet(self.bord.zet(plekken))

    def namen(self) -> None:
        """At the end of each line; in the column at the right where a line ends there, or where there is no room."""
        kolom: list[tuple[Tekstblok, GetekendeLijn]] = []
        laatste = self.schaal.x(self.schaal.jaren[1] - 0.5)
        for lijn in self.lijnen:
            woorden = Tekstblok(smal(lijn.lijn.kort), "naam", lijn.lijn.kleur, vet=lijn.lijn.gemeten)
            x, y = lijn.einde.x, lijn.einde.y
            gezet = None if x == laatste else self.bord.zet(bij_een_einde(woorden, x, y))
            if gezet is None:
                kolom.append((woorden, lijn))
                continue
            self._zet(gezet)
            self._leid(lijn, min(max(x, gezet.vak.links), gezet.vak.rechts), gezet.vak)
        gevraagd = [(woorden, lijn.einde.y) for woorden, lijn in kolom]
        onder_in = self.schaal.onder + JAREN - RAND
        gezette = onder_elkaar(gevraagd, self.schaal.rechts + 6, RAND, onder_in)
        for tekst, (_, lijn) in zip(gezette, kolom, strict=True):
            self._zet(tekst)
            midden = round((tekst.vak.boven + tekst.vak.onder) / 2, 1)
            if abs(midden - lijn.einde.y) > 1 or lijn.einde.x != laatste:
                self.leiders.append(
                    (lijn.lijn.kleur, f"M{lijn.einde.x + STRAAL} {lijn.einde.y}L{self.schaal.rechts + 3} {midden}")
                )

    def aantekening(self, aantekening: Aantekening, streep: GetekendeStreep) -> None:
        """Beside its line; else below the chart, with its year."""
        boven, onder = sorted((streep.van, streep.tot))
        plekken = (
            plek
            for ruimte in RUIMTEN
            for plek in langs_een_streep(
                Tekstblok(regels_van(aantekening.woorden, ruimte, 14), "noot", "inkt"), streep.x, boven, onder
            )
        )
        if not self._zet(self.bord.zet(plekken)):
            self.voetregels.append(f"{aantekening.jaar}: {aantekening.woorden}.")

    def referentie(self, tekst: str, jaar: int, punt: GetekendPunt) -> None:
        """Beside its mark; else below the chart, with its year."""
        plekken = (
            plek
            for ruimte in RUIMTEN
            for plek in om_een_punt(Tekstblok(regels_van(tekst, ruimte, 13), "bijschrift", grootte=13), punt.x, punt.y)
        )
        if not self._zet(self.bord.zet(plekken)):
            self.voetregels.append(f"Het streepje bij {jaar}: {tekst}.")

    def _leid(self, lijn: GetekendeLijn, x: float, vak: Ruimte) -> None:
        """A thin line, where the name does not stand right beside the end."""
        einde = lijn.einde
        if vak.onder < einde.y - LEIDER:
            self.leiders.append((lijn.lijn.kleur, f"M{einde.x} {einde.y - STRAAL}L{round(x, 1)} {round(vak.onder, 1)}"))
        elif vak.boven > einde.y + LEIDER:
            self.leiders.append((lijn.lijn.kleur, f"M{einde.x} {einde.y + STRAAL}L{round(x, 1)} {round(vak.boven, 1)}"))

    def _zet(self, tekst: GezetteTekst | None) -> bool:
        if tekst:
            self.teksten.append(tekst)
        return tekst is not None


def teken_trend(trend: Trend, naast: Sequence[Trend] = ()) -> Trendtekening:
    """Place the lines of a trend; the y axis has zero on it where values are counted.

    With the trends that it stands `naast`, and that are of the same unit, it shares both axes.
    """
    samen = [trend, *naast]
    maten = maatstreepjes(waarde for een in samen for waarde in een.waarden)
    namen = [[Tekstblok(smal(lijn.kort), "naam", vet=lijn.gemeten) for lijn in een.lijnen] for een in samen]
    links = RAND + 10 + max(breedte(tekst, 14, vet=False) for tekst in in_het_nederlands(maten))
    rechts = BREEDTE - RAND - 6 - max(naam.breedte for van_een in namen for naam in van_een)
    boven = BOVEN + REGEL * max(len(een.breuken) for een in samen)
    onder = boven + max(HOOGTE, *(sum(naam.hoogte for naam in van_een) for van_een in namen))
    kanten = min(een.zijkanten[0] for een in samen), max(een.zijkanten[1] for een in samen)
    schaal = Schaal(round(links), round(rechts), boven, round(onder), kanten, maten)

    lijnen = [
        GetekendeLijn(lijn, [[_punt(schaal, punt) for punt in stuk] for stuk in lijn.stukken]) for lijn in trend.lijnen
    ]
    referenties = [GetekendPunt(schaal.x(r.jaar), schaal.y(float(r.waarde)), r.woorden) for r in trend.referenties]
    strepen = [_streep(schaal, aantekening) for aantekening in trend.aantekeningen]
    banden = [_band(schaal, breuk) for breuk in trend.breuken]
    bord = Bord(
        Ruimte(schaal.links + 2, RAND + REGEL * len(banden), schaal.rechts, schaal.onder - 2),
        bezet=[punt.vak for punt in [*(punt for lijn in lijnen for punt in lijn.punten), *referenties]],
        lijnen=[
            *(vak for lijn in lijnen for vak in lijn.langs),
            *(vak for streep in strepen for vak in langs((streep.x, streep.van), (streep.x, streep.tot))),
        ],
    )
    tekenaar = _Tekenaar(trend, schaal, lijnen, bord)
    for lijn in lijnen:
        if lijn.lijn.gemeten:
            tekenaar.waarden(lijn)
    tekenaar.namen()
    for aantekening, streep in zip(trend.aantekeningen, strepen, strict=True):
        tekenaar.aantekening(aantekening, streep)
    for referentie, punt in zip(trend.referenties, referenties, strict=True):
        tekenaar.referentie(referentie.woorden, referentie.jaar, punt)
    for lijn in reversed(lijnen):
        if not lijn.lijn.gemeten:
            tekenaar.waarden(lijn)
    voet, hoogte = _voet(schaal, [*_afgesneden(maten), *tekenaar.voetregels])
    return Trendtekening(
        schaal=schaal,
        hoogte=hoogte,
        lijnen=lijnen,
        jaren=schaal.passend(range(min(een.jaren[0] for een in samen), max(een.jaren[-1] for een in samen) + 1)),
        banden=banden,
        strepen=strepen,
        referenties=referenties,
        teksten=[*_woorden_bij_breuken(trend.breuken, banden), *tekenaar.teksten, *voet],
        leiders=tekenaar.leiders,
    )


def _punt(schaal: Schaal, punt: Trendpunt) -> GetekendPunt:
    return GetekendPunt(schaal.x(punt.jaar), schaal.y(float(punt.waarde)), punt.tekst)


def _streep(schaal: Schaal, aantekening: Aantekening) -> GetekendeStreep:
    van, naar = (schaal.y(float(waarde)) for waarde in (aantekening.van, aantekening.naar))
    return GetekendeStreep(schaal.x(aantekening.jaar), van, naar, aantekening.is_pijl)


def _band(schaal: Schaal, breuk: Breukband) -> GetekendeBand:
    """Between the marks of the years around it."""
    af = min(STRAAL + 2, schaal.per_jaar / 3)
    van, tot = schaal.x(breuk.van) + af, schaal.x(breuk.tot) - af
    return GetekendeBand(round(van, 1), round(tot - van, 1))


def _woorden_bij_breuken(breuken: Sequence[Breukband], banden: Sequence[GetekendeBand]) -> list[GezetteTekst]:
    """Above its band, each on a line of its own, and within the drawing."""
    gezet = []
    for nummer, (breuk, band) in enumerate(zip(breuken, banden, strict=True)):
        woorden = Tekstblok([breuk.woorden], "breukwoord")
        half = woorden.breedte / 2
        x = min(max(band.x + band.breedte / 2, RAND + half), BREEDTE - RAND - half)
        gezet.append(GezetteTekst(woorden, round(x, 1), RAND + REGEL * nummer, "middle"))
    return gezet


def _afgesneden(maten: Sequence[float]) -> list[str]:
    if maten[0] <= 0 <= maten[-1]:
        return []
    return [f"De as begint bij {in_het_nederlands(maten)[0]}, niet bij nul."]


def _voet(schaal: Schaal, zinnen: Sequence[str]) -> tuple[list[GezetteTekst], float]:
    """What is said below the years, and how high the drawing is with it."""
    boven: float = schaal.onder + JAREN
    gezet = []
    for zin in zinnen:
        woorden = Tekstblok(regels_van(zin, BREEDTE - 2 * RAND, 13), "voet", grootte=13)
        gezet.append(GezetteTekst(woorden, RAND, boven, "start"))
        boven += woorden.hoogte
    return gezet, round(boven + RAND, 1)
