"""The trendgrafiek drawn by the server: the plotly figure of trendgrafiek.py as SVG, for first sight, paper and files.

Units are those of the viewBox. A class names what a part is, so that the theme colours it; the attributes hold the
colours of the light theme, for the file that stands alone.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BREEDTE, HOOGTE = 440, 230
LINKS, RECHTS, BOVEN, ONDER = 56, 12, 28, 30
LEGENDA = 24
MEESTE_JAREN = 9
# Of thema.css, light.
KLEUREN = {
    "realisatie": "#0a5665",
    "begroting-1": "#b04a00",
    "begroting-2": "#6a3fb5",
    "begroting-3": "#7c6500",
    "begroting-4": "#a82a66",
}
STREEPJES = {
    "solid": "",
    "dash": "9 5",
    "dot": "2 4",
    "dashdot": "9 4 2 4",
    "longdash": "15 6",
    "longdashdot": "15 5 2 5",
}
VORMEN = {
    "circle": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "square": "M-4.5-4.5h9v9h-9z",
    "diamond": "M0-6 6 0 0 6-6 0z",
    "triangle-up": "M0-6 6 5H-6z",
    "cross": "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    "star": "M0-6.5 2-2H6.5L3 1 4 6 0 3-4 6-3 1-6.5-2H-2z",
}


@dataclass(frozen=True)
class Punt:
    jaar: int
    x: float
    y: float
    tekst: str


@dataclass(frozen=True)
class Lijn:
    """One series as it is drawn: its stretches, each a run of points without a gap."""

    naam: str
    soort: str
    kleur: str
    streepjes: str
    vorm: str
    open: bool
    dekking: float
    stukken: list[list[Punt]]
    legenda_y: int

    @property
    def paden(self) -> list[str]:
        return [" ".join(f"{punt.x},{punt.y}" for punt in stuk) for stuk in self.stukken if len(stuk) > 1]

    @property
    def punten(self) -> list[Punt]:
        return [punt for stuk in self.stukken for punt in stuk]

    @property
    def hex(self) -> str:
        return KLEUREN[self.kleur]


@dataclass(frozen=True)
class Breukstreep:
    """A line where figures cannot be compared, with a word beside it."""

    x: float
    tekst: str

    @property
    def rechts(self) -> bool:
        """Whether the word stands after the line: on the left of the drawing there is no room before it."""
        return self.x < (LINKS + BREEDTE - RECHTS) / 2


@dataclass(frozen=True)
class Tekening:
    """A chart of `breedte` x `hoogte` units, with all that its template places."""

    breedte: int
    hoogte: int
    eenheid: str
    lijnen: list[Lijn]
    jaren: list[tuple[int, float]]
    maatstreepjes: list[tuple[str, float]]
    breuken: list[Breukstreep]
    boven: int
    onder: float
    links: int
    rechts: int


def teken(figuur: dict[str, Any]) -> Tekening:
    """Place the series of a figure; the y axis begins at zero where the figure says so."""
    series, opmaak = figuur["data"], figuur["layout"]
    eerste, laatste = opmaak["xaxis"]["range"]
    waarden = [y for serie in series for y in serie["y"] if y is not None]
    vanaf_nul = opmaak["yaxis"].get("rangemode") == "tozero"
    maten = maatstreepjes(min([0.0] if vanaf_nul else waarden), max(waarden))
    boven = BOVEN + LEGENDA * len(series)
    onder = boven + HOOGTE

    def plaats_x(jaar: float) -> float:
        return round(LINKS + (jaar - eerste) / (laatste - eerste) * (BREEDTE - LINKS - RECHTS), 1)

    def plaats_y(waarde: float) -> float:
        return round(onder - (waarde - maten[0]) / (maten[-1] - maten[0]) * HOOGTE, 1)

    jaren = range(math.ceil(eerste), math.floor(laatste) + 1)
    om_de = math.ceil(len(jaren) / MEESTE_JAREN)
    return Tekening(
        breedte=BREEDTE,
        hoogte=onder + ONDER,
        eenheid=opmaak["yaxis"]["title"]["text"],
        lijnen=[
            Lijn(
                naam=serie["name"],
                soort=serie["meta"]["rol"],
                kleur=_kleur(serie["meta"]),
                streepjes=STREEPJES[serie["line"]["dash"]],
                vorm=VORMEN[serie["marker"]["symbol"].removesuffix("-open")],
                open=serie["marker"]["symbol"].endswith("-open"),
                dekking=serie["opacity"],
                stukken=[
                    [Punt(jaar, plaats_x(jaar), plaats_y(waarde), tekst) for jaar, waarde, tekst in stuk]
                    for stuk in _stukken(serie)
                ],
                legenda_y=BOVEN - 8 + LEGENDA * nummer,
            )
            for nummer, serie in enumerate(series)
        ],
        jaren=[(jaar, plaats_x(jaar)) for jaar in jaren[::om_de]],
        maatstreepjes=[(_nederlands(maat, maten[1] - maten[0]), plaats_y(maat)) for maat in maten],
        breuken=[
            Breukstreep(plaats_x(vorm["x0"]), bijschrift["text"].replace("<br>", " "))
            for vorm, bijschrift in zip(opmaak.get("shapes", ()), opmaak.get("annotations", ()), strict=True)
        ],
        boven=boven,
        onder=onder,
        links=LINKS,
        rechts=BREEDTE - RECHTS,
    )


def _stukken(serie: dict[str, Any]) -> Iterator[list[tuple[int, float, str]]]:
    """The runs of points between the gaps of a series."""
    stuk: list[tuple[int, float, str]] = []
    for jaar, waarde, tekst in zip(serie["x"], serie["y"], serie["text"], strict=True):
        if jaar is None:
            yield stuk
            stuk = []
        else:
            stuk.append((jaar, waarde, tekst))
    yield stuk


def _kleur(meta: dict[str, Any]) -> str:
    """The token of a series: an edition has one colour on all pages, by its number."""
    return "realisatie" if meta["rol"] == "realisatie" else f"begroting-{(meta['nummer'] - 1) % 4 + 1}"


def maatstreepjes(laagste: float, hoogste: float) -> list[float]:
    """Round values from below the lowest to above the highest, four to seven of them."""
    ruimte = (hoogste - laagste) or abs(hoogste) or 1.0
    grof = ruimte / 5
    macht = 10.0 ** math.floor(math.log10(grof))
    stap = next(stap * macht for stap in (1, 2, 5, 10) if stap * macht >= grof)
    van, tot = math.floor(laagste / stap), math.ceil(hoogste / stap)
    if van == tot:
        van, tot = van - 1, tot + 1
    return [round(nummer * stap, 10) for nummer in range(van, tot + 1)]


def _nederlands(maat: float, stap: float) -> str:
    decimalen = max(0, -math.floor(math.log10(stap) + 1e-9))
    return f"{maat:,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
