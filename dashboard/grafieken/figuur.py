"""A trend as a plotly figure, for who moves over the chart."""

import json
from typing import Any

import plotly.graph_objects as go

from dashboard.grafieken.model import Trend, Trendlijn


def maak_figuur(trend: Trend) -> dict[str, Any]:
    """The figure as plain JSON values; the browser puts the colours of its theme in."""
    figuur = go.Figure(layout={"template": "none"})
    for lijn in trend.lijnen:
        figuur.add_scatter(**_spoor(lijn))
    figuur.update_xaxes(dtick=1, range=trend.zijkanten, tickformat="d")
    figuur.update_yaxes(title=trend.eenheid, rangemode="tozero" if trend.vanaf_nul else "normal")
    for breuk in trend.breuken:
        woorden = breuk.woorden.replace("\n", "<br>")
        figuur.add_vline(x=breuk.plek, line={"dash": "dot", "width": 1}, annotation_text=woorden)
    return dict(json.loads(figuur.to_json()))


def _spoor(lijn: Trendlijn) -> dict[str, Any]:
    """A trace; between two stretches a point of None, over which no line runs."""
    x: list[int | None] = []
    y: list[float | None] = []
    tekst: list[str | None] = []
    for stuk in lijn.stukken:
        if x:
            x, y, tekst = [*x, None], [*y, None], [*tekst, None]
        x += [punt.jaar for punt in stuk]
        # A float only for drawing; the figures in the table and the label are as printed.
        y += [float(punt.waarde) for punt in stuk]
        tekst += [punt.tekst for punt in stuk]
    return {
        "x": x,
        "y": y,
        "text": tekst,
        "name": lijn.naam,
        "meta": {"rol": lijn.soort, "kleur": lijn.kleur},
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"dash": lijn.stijl.plotly_streep},
        "marker": {"symbol": f"{lijn.stijl.plotly_vorm}-open" if lijn.open else lijn.stijl.plotly_vorm},
        "hovertemplate": "%{x}: %{text}",
        "opacity": lijn.dekking,
    }
