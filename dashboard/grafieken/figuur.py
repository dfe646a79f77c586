"""A trend as a plotly figure that lies over its drawing: it shows nothing itself but the labels at the pointer."""

from typing import Any

from dashboard.grafieken.model import Tekstcijfer, Trend, Trendlijn
from dashboard.grafieken.tekening.trendtekening import Trendtekening

_ZIN = "%{customdata}<extra></extra>"


def maak_figuur(trend: Trend, tekening: Trendtekening) -> dict[str, Any]:
    """The figure as plotly's schema has it, with its axes where the drawing has them; the browser puts the colours in.

    Plain values: plotly's own objects took a fifth of the time of a page. A test holds each against plotly.
    """
    schaal = tekening.schaal
    randen = {"l": schaal.links, "r": tekening.breedte - schaal.rechts, "t": schaal.boven}
    return {
        "data": [*map(_spoor, trend.lijnen), *map(_referentie, trend.referenties)],
        "layout": {
            "xaxis": {"range": list(schaal.jaren), "visible": False},
            "yaxis": {"range": [schaal.maten[0], schaal.maten[-1]], "visible": False},
            "meta": {"breedte": tekening.breedte, "randen": {**randen, "b": round(tekening.hoogte - schaal.onder, 1)}},
        },
    }


def _referentie(referentie: Tekstcijfer) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [referentie.jaar],
        "y": [float(referentie.waarde)],
        "text": [referentie.woorden],
        "customdata": [referentie.zin],
        "name": "Uit de tekst",
        "meta": {"rol": "referentie", "kleur": "inkt-zacht"},
        "mode": "markers",
        "marker": {"symbol": "line-ew-open"},
        "hovertemplate": _ZIN,
    }


def _spoor(lijn: Trendlijn) -> dict[str, Any]:
    """A trace; between two stretches a point of None, over which no line runs."""
    x: list[int | None] = []
    y: list[float | None] = []
    tekst: list[str | None] = []
    zinnen: list[str | None] = []
    for stuk in lijn.stukken:
        if x:
            x, y, tekst, zinnen = [*x, None], [*y, None], [*tekst, None], [*zinnen, None]
        x += [punt.jaar for punt in stuk]
        # A float only for drawing; the figures in the table and the label are as printed.
        y += [float(punt.waarde) for punt in stuk]
        tekst += [punt.tekst for punt in stuk]
        zinnen += [f"{punt.zin}{f' Dat is {lijn.anders}.' if lijn.anders else ''}" for punt in stuk]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "text": tekst,
        "customdata": zinnen,
        "name": lijn.naam,
        "meta": {"rol": lijn.soort, "kleur": lijn.kleur},
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"dash": lijn.stijl.plotly_streep},
        "marker": {"symbol": f"{lijn.stijl.plotly_vorm}-open" if lijn.open else lijn.stijl.plotly_vorm},
        "hovertemplate": _ZIN,
    }
