"""The trendgrafiek of an indicator: realisatie a solid line, each edition's begroting its own dashed line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.grafieken.afstand import aantekeningen, kort
from dashboard.grafieken.bevinding import bevinding, definitie_in_woorden
from dashboard.grafieken.lijnen import begrotingslijn, realisatielijn
from dashboard.grafieken.model import Breukband, Tekstcijfer, Trend, Trendlijn, Trendpunt
from dashboard.weergave.opmaak import aaneen
from indicators.models import Bewoording, Breuk, Definitie, Indicator, Publicatie, Vermelding
from indicators.reeksen import Reeks, Segment, hoe_anders, nieuwste_meting

# What the page says above the chart, in fewer words.
WOORDEN = {Breuk.Zekerheid.ZEKER: "anders gemeten", Breuk.Zekerheid.MOGELIJK: "let op bij het vergelijken"}


def maak_trend(
    indicator: Indicator, reeksen: Sequence[Reeks], breuken: Sequence[Breuk], referenties: Sequence[Tekstcijfer] = ()
) -> Trend | None:
    """The series as they are drawn, or None when there is no value to draw."""
    if not reeksen:
        return None
    punten = [punt for reeks in reeksen for punt in reeks.punten]
    nieuwste = max((reeks.definitie for reeks in reeksen), key=lambda definitie: definitie.volgorde)
    return Trend(
        titel=bevinding(indicator, punten, breuken),
        ondertitel=definitie_in_woorden(nieuwste),
        samenvatting=_samenvatting(indicator, reeksen),
        eenheid=reeksen[-1].definitie.eenheid,
        lijnen=tuple(_lijnen(reeksen, breuken)),
        breuken=tuple(_banden(reeksen, breuken)),
        aantekeningen=aantekeningen(indicator, punten, breuken),
        referenties=tuple(referenties),
    )


def _banden(reeksen: Sequence[Reeks], breuken: Sequence[Breuk]) -> list[Breukband]:
    """From left to right, each once; where no document names the year, between the results on either side."""
    jaren = [punt.jaar for reeks in reeksen for punt in reeks.punten]
    banden = set()
    for breuk in breuken:
        woord = WOORDEN[Breuk.Zekerheid(breuk.zekerheid)]
        if breuk.jaar and min(jaren) < breuk.jaar <= max(jaren):
            banden.add((breuk.jaar - 1, breuk.jaar, woord))
        elif not breuk.jaar:
            voor, na = (_gemeten_jaren(reeksen, definitie) for definitie in (breuk.van_id, breuk.naar_id))
            if voor and na and max(voor) < min(na):
                banden.add((max(voor), min(na), woord))
    return [Breukband(*band) for band in sorted(banden)]


def _gemeten_jaren(reeksen: Sequence[Reeks], definitie: int) -> list[int]:
    return [
        punt.jaar for reeks in reeksen if not reeks.editie and reeks.definitie.pk == definitie for punt in reeks.punten
    ]


def _lijnen(reeksen: Sequence[Reeks], breuken: Sequence[Breuk]) -> Iterator[Trendlijn]:
    meer_definities = len({reeks.definitie.pk for reeks in reeksen}) > 1
    edities = sorted({reeks.editie.jaar for reeks in reeksen if reeks.editie}, reverse=True)
    volgorde = nieuwste_meting(reeksen)
    nieuwste = next(reeks.definitie for reeks in reeksen if reeks.definitie.volgorde == volgorde)
    for reeks in reeksen:
        stukken = tuple(tuple(_punten(segment)) for segment in reeks.segmenten)
        anders = _anders(reeks.definitie, nieuwste, breuken)
        if reeks.editie:
            naam, terug = f"Begroting {_editie(reeks, reeksen)}", edities.index(reeks.editie.jaar)
            overgenomen = "overgenomen" if any(punt.is_overgenomen for punt in reeks.punten) else ""
            einde = " ".join(filter(None, [kort(reeks.editie), overgenomen, anders]))
            lijn = begrotingslijn(naam, einde, reeks.editie, terug, stukken)
        else:
            naam = f"Realisatie (gemeten als in {_document(reeks)})" if meer_definities else "Realisatie"
            lijn = realisatielijn(naam, f"Realisatie {anders}".strip(), stukken)
        yield replace(lijn, anders=anders)


def _anders(definitie: Definitie, nieuwste: Definitie, breuken: Sequence[Breuk]) -> str:
    """How it is measured otherwise than in the newest way, if so; certain only where a document says it."""
    return "" if definitie.volgorde >= nieuwste.volgorde else hoe_anders(definitie.pk, nieuwste.pk, breuken)


def _punten(segment: Segment) -> Iterator[Trendpunt]:
    for vermelding in segment:
        if vermelding.waarde is not None:
            yield Trendpunt(vermelding.jaar, vermelding.waarde, _gedrukt(vermelding), _zin(vermelding))


def _zin(vermelding: Vermelding) -> str:
    """What the figure is, for who points at it."""
    jaar, gedrukt = vermelding.jaar, _gedrukt(vermelding)
    if vermelding.soort == Vermelding.Soort.REALISATIE:
        return f"Het resultaat van {jaar} was {gedrukt}."
    editie = f"{kort(vermelding.editie)}{' (overgenomen)' if vermelding.is_overgenomen else ''}"
    soort = vermelding.bewoording.soort_begroting
    if soort in (Bewoording.SoortBegroting.RAMING, Bewoording.SoortBegroting.AANNAME):
        return f"{editie} verwachtte voor {jaar} {gedrukt}."
    als_doel = " als doel" if soort == Bewoording.SoortBegroting.STREEFWAARDE else ""
    return f"{editie} noemde voor {jaar}{als_doel} {gedrukt}."


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
    gedrukt = aaneen(vermelding.gedrukt)
    return f"{gedrukt} (voorlopig)" if vermelding.voorlopig else gedrukt
