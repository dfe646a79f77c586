"""The trendgrafiek of an indicator: realisatie a solid line, each edition's begroting its own dashed line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.grafieken.lijnen import begrotingslijn, realisatielijn
from dashboard.grafieken.model import Breukstreep, Trend, Trendlijn, Trendpunt
from indicators.models import Bewoording, Breuk, Indicator, Publicatie, Vermelding
from indicators.reeksen import Reeks, Segment, nieuwste_meting

# What the page says above the chart, in fewer words.
WOORDEN = {Breuk.Zekerheid.ZEKER: "anders gemeten", Breuk.Zekerheid.MOGELIJK: "let op bij\nhet vergelijken"}


def maak_trend(indicator: Indicator, reeksen: Sequence[Reeks], breuken: Sequence[Breuk]) -> Trend | None:
    """The series as they are drawn, or None when there is no value to draw."""
    if not reeksen:
        return None
    jaren = [punt.jaar for reeks in reeksen for punt in reeks.punten]
    strepen = {(breuk.jaar, WOORDEN[Breuk.Zekerheid(breuk.zekerheid)]) for breuk in breuken if breuk.jaar}
    return Trend(
        samenvatting=_samenvatting(indicator, reeksen),
        eenheid=reeksen[-1].definitie.eenheid,
        lijnen=tuple(_lijnen(reeksen)),
        breuken=tuple(Breukstreep(jaar, woord) for jaar, woord in sorted(strepen) if min(jaren) < jaar <= max(jaren)),
    )


def _lijnen(reeksen: Sequence[Reeks]) -> Iterator[Trendlijn]:
    meer_definities = len({reeks.definitie.pk for reeks in reeksen}) > 1
    nieuwste = nieuwste_meting(reeksen)
    begrotingen = [reeks for reeks in reeksen if reeks.editie]
    for reeks in reeksen:
        stukken = tuple(tuple(_punten(segment)) for segment in reeks.segmenten)
        if reeks.editie:
            naam, plaats = f"Begroting {_editie(reeks, reeksen)}", begrotingen.index(reeks)
            lijn = begrotingslijn(naam, reeks.editie, plaats, len(begrotingen), stukken)
        else:
            naam = f"Realisatie (gemeten als in {_document(reeks)})" if meer_definities else "Realisatie"
            lijn = realisatielijn(naam, stukken)
        yield replace(lijn, open=reeks.definitie.volgorde < nieuwste)


def _punten(segment: Segment) -> Iterator[Trendpunt]:
    for vermelding in segment:
        if vermelding.waarde is not None:
            yield Trendpunt(vermelding.jaar, vermelding.waarde, _gedrukt(vermelding))


def _editie(reeks: Reeks, alle: Sequence[Reeks]) -> str:
    """Who set these goals; one that is not on the site is told from those that are."""
    if not any(punt.is_overgenomen for punt in reeks.punten):
        return str(reeks.editie)
    gemeten = {andere.definitie for andere in alle if not andere.editie}
    anders = ", anders gemeten" if gemeten and reeks.definitie not in gemeten else ""
    return f"{reeks.editie} (overgenomen{anders})"


def _document(reeks: Reeks) -> str:
    """A document that measures so; for what was only handed in, the opgave."""
    publicaties = [punt.bewoording.publicatie for punt in reeks.punten]
    gedrukt = [publicatie for publicatie in publicaties if publicatie.soort != Publicatie.Soort.OPGAVE]
    return str((gedrukt or publicaties)[0])


def _samenvatting(indicator: Indicator, reeksen: Sequence[Reeks]) -> str:
    """What the chart shows, in two sentences: what was measured, and what the editions expected."""
    gemeten = [reeks for reeks in reeksen if not reeks.editie]
    verwacht = [reeks for reeks in reeksen if reeks.editie]
    realisatie = "; ".join(_verloop(reeks) for reeks in gemeten) or "staat niet op deze site"
    begroting = "; ".join(f"{_editie(reeks, reeksen)}: {_verloop(reeks)}" for reeks in verwacht)
    punten = [punt for reeks in gemeten for punt in reeks.punten]
    zonder_doel = any(punt.bewoording.soort_begroting == Bewoording.SoortBegroting.KENGETAL for punt in punten)
    geen = f"Geen begroting op deze site noemt {'hiervan een doel' if zonder_doel else 'dit'}."
    verwachting = f"Begroting volgens {begroting}." if begroting else geen
    return f"{indicator.naam}: realisatie {realisatie}. {verwachting}"


def _verloop(reeks: Reeks) -> str:
    """The first and last value of a series: "209 in 2021 en 181 in 2024"."""
    eerste, laatste = reeks.punten[0], reeks.punten[-1]
    tot = f" en {_gedrukt(laatste)} in {laatste.jaar}" if laatste.jaar != eerste.jaar else ""
    return f"{_gedrukt(eerste)} in {eerste.jaar}{tot}"


def _gedrukt(vermelding: Vermelding) -> str:
    return f"{vermelding.gedrukt} (voorlopig)" if vermelding.voorlopig else vermelding.gedrukt
