"""Figures that a person read in the running text, where they may stand in a chart beside those of the tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dashboard.grafieken.model import Tekstcijfer
from indicators.models import Duiding, Duidingsoort
from indicators.reeksen import Reeks

IN_EEN_GRAFIEK = (Duidingsoort.REFERENTIE, Duidingsoort.EIGEN_CIJFER)
_GETAL = re.compile(r"\d[\d.]*(?:,\d+)?")
_JAAR = re.compile(r"(?:19|20)\d\d")
DICHTBIJ = Decimal("0.25")
"""How far from a result it may be, as a part of it: what is further off may count something else in the same unit."""


def referenties_van(gelezen: Iterable[Duiding], reeksen: Sequence[Reeks]) -> list[Tekstcijfer]:
    """Of one year, in the unit of the chart and near what was measured; the others stand in the text of the page."""
    return [gevonden for ding in gelezen if ding.soort in IN_EEN_GRAFIEK for gevonden in _referentie(ding, reeksen)]


def _referentie(ding: Duiding, reeksen: Sequence[Reeks]) -> Iterator[Tekstcijfer]:
    getallen = _GETAL.findall(ding.gedrukt)
    gemeten = [punt for reeks in reeksen if not reeks.editie for punt in reeks.punten]
    if len(getallen) != 1 or not _JAAR.fullmatch(ding.wanneer) or not gemeten:
        return
    waarde, jaar = Decimal(getallen[0].replace(".", "").replace(",", ".")), int(ding.wanneer)
    in_procenten = gemeten[-1].bewoording.definitie.eenheid == "%"
    al_gemeten = any(punt.jaar == jaar for punt in gemeten)
    is_eigen = ding.soort == Duidingsoort.EIGEN_CIJFER
    if in_procenten != ("%" in ding.gedrukt) or (is_eigen and al_gemeten):
        return
    if any(punt.waarde and abs(waarde - punt.waarde) <= DICHTBIJ * abs(punt.waarde) for punt in gemeten):
        van_wie = "uit de tekst" if is_eigen else re.sub("^(het|de) ", "", ding.wie)
        cijfer = f"{getallen[0]}{'%' * in_procenten}"
        wat = f"over {jaar}" if is_eigen else ding.wie
        zin = f"In de tekst{f' van {ding.publicatie}' if ding.publicatie else ''} staat {wat}: {cijfer}."
        yield Tekstcijfer(jaar, waarde, f"{cijfer} {van_wie}", zin)
