"""A trend as a plotly figure that lies over its drawing: it shows nothing itself but the labels at the pointer."""

import json
from typing import Any

import plotly.graph_objects as go

from dashboard.grafieken.model import Trend, Trendlijn
from dashboard.grafieken.tekening.trendtekening import Trendtekening


def maak_figuur(trend: Trend, tekening: Trendtekening) -> dict[str, Any]:
    """The figure as plain JSON values, with its axes where the drawing has them; the browser puts the colours in."""
    figuur = go.Figure(layout={"template": "none"})
    for lijn in trend.lijnen:
        figuur.add_scatter(**_spoor(lijn))
    for referentie in trend.referenties:
        figuur.add_scatter(
            x=[referentie.jaar],
            y=[float(referentie.waarde)],
            text=[referentie.woorden],
            customdata=[referentie.zin],
            name="Uit de tekst",
            meta={"rol": "referentie", "kleur": "inkt-zacht"},
            mode="markers",
            marker={"symbol": "line-ew-open"},
            hovertemplate="%{customdata}<extra></extra>",
        )
    schaal = tekening.schaal
    figuur.update_xaxes(range=schaal.jaren, visible=False)
    figuur.update_yaxes(range=[schaal.maten[0], schaal.maten[-1]], visible=False)
    randen = {"l": schaal.links, "r": tekening.breedte - schaal.rechts, "t": schaal.boven}
    figuur.update_layout(
        meta={"breedte": tekening.breedte, "randen": {**randen, "b": round(tekening.hoogte - schaal.onder, 1)}}
    )
    return dict(json.loads(figuur.to_json()))


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
        "hovertemplate": "%{customdata}<extra></extra>",
    }
