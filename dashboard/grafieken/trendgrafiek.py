"""The trendgrafiek of an indicator: realisatie a solid line, each edition's begroting its own dashed line."""

import json
from typing import Any

import plotly.graph_objects as go

from indicators.models import Breuk, Indicator, Publicatie, Vermelding
from indicators.reeksen import Reeks

# What the page says above the chart, in fewer words.
BREUK = {Breuk.Zekerheid.ZEKER: "anders gemeten", Breuk.Zekerheid.MOGELIJK: "let op bij<br>het vergelijken"}
STREEPJES = ("dash", "dot", "dashdot", "longdash", "longdashdot")
VORMEN = ("square", "diamond", "triangle-up", "cross", "star")


def trendgrafiek(reeksen: list[Reeks], breuken: list[Breuk]) -> dict[str, Any] | None:
    """A plotly figure as plain JSON values, or None when there is no value to draw.

    The gaps are in the data: a None between two segments, so that no line runs across a break or a
    year that was not measured.
    """
    if not reeksen:
        return None
    meer_definities = len({reeks.definitie.pk for reeks in reeksen}) > 1
    nieuwste = max(reeks.definitie.volgorde for reeks in reeksen)
    edities = [reeks for reeks in reeksen if reeks.editie]
    figuur = go.Figure(layout={"template": "none"})
    for reeks in reeksen:
        lijn = _lijn(reeks, edities.index(reeks) if reeks.editie else -1, meer_definities, nieuwste)
        # An older edition fades, so that one sees the goal move; 0.7 still has a contrast of 3.
        ouder = len(edities) - 1 - edities.index(reeks) if reeks.editie else 0
        figuur.add_scatter(**lijn, opacity=max(1 - 0.15 * ouder, 0.7))
    jaren = sorted({punt.jaar for reeks in reeksen for punt in reeks.punten})
    eenheid = reeksen[-1].definitie.eenheid
    figuur.update_xaxes(dtick=1, range=[jaren[0] - 0.5, jaren[-1] + 0.5], tickformat="d")
    figuur.update_yaxes(title=eenheid, rangemode="tozero" if eenheid == "aantal" else "normal")
    for jaar, woord in sorted(
        {(breuk.jaar, BREUK[Breuk.Zekerheid(breuk.zekerheid)]) for breuk in breuken if breuk.jaar}
    ):
        if jaren[0] < jaar <= jaren[-1]:
            figuur.add_vline(x=jaar - 0.5, line={"dash": "dot", "width": 1}, annotation_text=woord)
    return dict(json.loads(figuur.to_json()))


def _lijn(reeks: Reeks, plaats: int, meer_definities: bool, nieuwste: int) -> dict[str, Any]:
    x: list[int | None] = []
    y: list[float | None] = []
    tekst: list[str | None] = []
    for segment in reeks.segmenten:
        if x:
            x, y, tekst = [*x, None], [*y, None], [*tekst, None]
        x += [punt.jaar for punt in segment]
        # A float only for drawing; the figures in the table and the label are as printed.
        y += [float(punt.waarde) for punt in segment if punt.waarde is not None]
        tekst += [_gedrukt(punt) for punt in segment]
    naam = f"Begroting {reeks.editie}" if reeks.editie else "Realisatie"
    if meer_definities and not reeks.editie:
        naam += f" (gemeten als in {_document(reeks)})"
    # What was measured in an older way has open marks, also for those who do not see the colour.
    open_vorm = "" if reeks.definitie.volgorde == nieuwste else "-open"
    return {
        "x": x,
        "y": y,
        "text": tekst,
        "name": naam,
        # The number gives an edition one colour on all pages.
        "meta": {"rol": reeks.soort, **({"nummer": reeks.editie.jaar} if reeks.editie else {})},
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"dash": STREEPJES[plaats % len(STREEPJES)] if reeks.editie else "solid"},
        "marker": {"symbol": (VORMEN[plaats % len(VORMEN)] if reeks.editie else "circle") + open_vorm},
        "hovertemplate": "%{x}: %{text}",
    }


def _document(reeks: Reeks) -> str:
    """A document that measures so; for what was only handed in, the opgave."""
    publicaties = [punt.bewoording.publicatie for punt in reeks.punten]
    gedrukt = [publicatie for publicatie in publicaties if publicatie.soort != Publicatie.Soort.OPGAVE]
    return str((gedrukt or publicaties)[0])


def samenvatting(indicator: Indicator, reeksen: list[Reeks]) -> str:
    """What the chart shows, in two sentences: what was measured, and what the editions expected."""
    gemeten = [reeks for reeks in reeksen if not reeks.editie]
    verwacht = [reeks for reeks in reeksen if reeks.editie]
    realisatie = "; ".join(_verloop(reeks) for reeks in gemeten) or "staat niet op deze site"
    begroting = "; ".join(f"{reeks.editie}: {_verloop(reeks)}" for reeks in verwacht) or "geen enkele editie"
    return f"{indicator.naam}: realisatie {realisatie}. Begroting volgens {begroting}."


def _verloop(reeks: Reeks) -> str:
    """The first and last value of a series: "209 in 2021 en 181 in 2024"."""
    eerste, laatste = reeks.punten[0], reeks.punten[-1]
    tot = f" en {_gedrukt(laatste)} in {laatste.jaar}" if laatste.jaar != eerste.jaar else ""
    return f"{_gedrukt(eerste)} in {eerste.jaar}{tot}"


def _gedrukt(punt: Vermelding) -> str:
    return f"{punt.gedrukt} (voorlopig)" if punt.voorlopig else punt.gedrukt


def trend(indicator: Indicator, reeksen: list[Reeks], breedte: int = 120, hoogte: int = 48) -> dict[str, Any] | None:
    """A small picture of the same series for the overview: points and lines in a box of `breedte` x `hoogte`."""
    punten = [punt for reeks in reeksen for punt in reeks.punten]
    if not punten:
        return None
    jaren = [punt.jaar for punt in punten]
    waarden = [float(punt.waarde or 0) for punt in punten]
    marge = 5

    def plaats(waarde: float, laagste: float, hoogste: float, ruimte: int) -> float:
        deel = (waarde - laagste) / (hoogste - laagste) if hoogste > laagste else 0.5
        return round(marge + deel * (ruimte - 2 * marge), 1)

    def xy(jaar: int, waarde: float) -> tuple[float, float]:
        y = hoogte - plaats(waarde, min(waarden), max(waarden), hoogte)
        return plaats(jaar, min(jaren), max(jaren), breedte), round(y, 1)

    lijnen, stippen = [], []
    for reeks in reeksen:
        for segment in reeks.segmenten:
            plekken = [xy(punt.jaar, float(punt.waarde or 0)) for punt in segment]
            if len(plekken) > 1:
                lijnen.append({"klasse": reeks.soort, "punten": " ".join(f"{x},{y}" for x, y in plekken)})
            if reeks.soort == "realisatie" or len(plekken) == 1:
                stippen += [{"klasse": reeks.soort, "x": x, "y": y} for x, y in plekken]
    return {
        "breedte": breedte,
        "hoogte": hoogte,
        "lijnen": lijnen,
        "stippen": stippen,
        "tekst": samenvatting(indicator, reeksen),
    }
