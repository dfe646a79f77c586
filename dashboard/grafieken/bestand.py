"""A chart of a page as an SVG file that stands by itself: title, unit, source and date are in the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from dashboard.grafieken.figuur import maak_figuur
from dashboard.grafieken.model import Trend
from dashboard.grafieken.tekening.letters import regels_van
from dashboard.grafieken.tekening.trendtekening import Trendtekening, teken_trend

REGEL, VET, GEWOON = 19, 15, 12
GETEKEND = 500
"""So many drawings a process remembers, of some 10 kB each: those of twenty programmas."""


@dataclass(frozen=True)
class Grafiek:
    """A chart as a page shows it: the drawing, `breedte` x `hoogte` units, and what must be said beside it."""

    id: str
    naam: str
    """what it is about"""
    titel: str
    """what it shows"""
    ondertitel: str
    """its unit and its definition"""
    samenvatting: str
    """for who does not see it"""
    bron: str
    tekening: SafeString
    breedte: int
    hoogte: float
    figuur: dict[str, Any] | None = None
    """the plotly figure, when the chart can be moved over"""


def grafiek_van(trend: Trend, *, id_: str, naam: str, bron: str, naast: Sequence[Trend] = ()) -> Grafiek:
    """A trend as a chart, on the same axes as those it stands `naast`."""
    tekening, svg, figuur = _getekend(trend, tuple(naast))
    return Grafiek(
        id=id_,
        naam=naam,
        titel=trend.titel,
        ondertitel=trend.ondertitel,
        samenvatting=trend.samenvatting,
        bron=bron,
        tekening=svg,
        breedte=tekening.breedte,
        hoogte=tekening.hoogte,
        figuur=figuur,
    )


@lru_cache(maxsize=GETEKEND)
def _getekend(trend: Trend, naast: tuple[Trend, ...]) -> tuple[Trendtekening, SafeString, dict[str, Any]]:
    """The same figures make the same drawing: after a publication most charts are as they were."""
    tekening = teken_trend(trend, naast)
    svg = render_to_string("dashboard/grafieken/tekening.svg", {"tekening": tekening})
    return tekening, svg, maak_figuur(trend, tekening)


def als_svg(grafiek: Grafiek, adres: str) -> bytes:
    """The drawing between its title and its source."""
    boven = [
        *_regels(grafiek.titel, grafiek.breedte, vet=True),
        *_regels(f"{grafiek.naam}. {grafiek.ondertitel}", grafiek.breedte),
    ]
    onder = [
        *_regels(f"Bron: {grafiek.bron}.", grafiek.breedte),
        *_regels(f"Doelwijzer, {timezone.localdate():%d-%m-%Y}: {adres}", grafiek.breedte),
    ]
    begin = REGEL * len(boven) + 8
    einde = begin + grafiek.hoogte
    context = {
        "grafiek": grafiek,
        "boven": [(REGEL * nummer, *regel) for nummer, regel in enumerate(boven, start=1)],
        "tekening_y": begin,
        "onder": [(einde + REGEL * nummer, *regel) for nummer, regel in enumerate(onder, start=1)],
        "hoogte": einde + REGEL * len(onder) + 12,
    }
    return render_to_string("dashboard/grafieken/grafiek.svg", context).encode()


def _regels(zin: str, ruimte: float, *, vet: bool = False) -> list[tuple[str, bool]]:
    """A sentence in lines that fit, each with whether it is bold."""
    return [(regel, vet) for regel in regels_van(zin, ruimte, VET if vet else GEWOON)]
