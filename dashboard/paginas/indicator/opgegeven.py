"""What the municipality handed in for an indicator: each figure with the lines of its source, and what it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.models import Indicator, Passage, Publicatie, Vermelding


@dataclass(frozen=True)
class Opgegeven:
    """A figure that was handed in; `regels` are the lines after the first, `was` the figures that it corrected."""

    vermelding: Vermelding
    regels: list[Passage]
    was: list[Vermelding]

    @property
    def is_correctie(self) -> bool:
        """Whether it was another value; what becomes final, or known at last, is no correction."""
        was = self.was[0] if self.was else None
        return was is not None and was.leeg != Vermelding.Leeg.NNB and was.waarde != self.vermelding.waarde


def opgegeven(indicator: Indicator) -> list[Opgegeven]:
    """The valid ones, newest year first."""
    alle = list(
        Vermelding.objects.voor(indicator)
        .filter(bewoording__publicatie__soort=Publicatie.Soort.OPGAVE)
        .met_bron()
        .select_related("passage__lezing__publicatie", "vervallen_in")
        .defer("passage__tekst", "passage__lezing__uitvoer", "vervallen_in__uitvoer")
        .order_by("-jaar", "-periode", "-pk")
    )
    if not alle:
        return []
    passages = Passage.objects.filter(lezing__in=[v.passage.lezing_id for v in alle], regel__gt=1).order_by("regel")
    regels: dict[int, list[Passage]] = {}
    for passage in passages:
        regels.setdefault(passage.lezing_id, []).append(passage)
    return [
        Opgegeven(v, regels.get(v.passage.lezing_id, []), list(_eerdere(v, alle)))
        for v in alle
        if v.vervallen_in_id is None
    ]


def _eerdere(vermelding: Vermelding, alle: Iterable[Vermelding]) -> Iterable[Vermelding]:
    """What it corrected, newest first: each correction names the lezing that succeeded it."""
    opvolger = vermelding.passage.lezing_id
    for eerder in alle:
        if eerder.vervallen_in_id == opvolger and eerder.soort == vermelding.soort:  # a prognose is no earlier result
            yield eerder
            opvolger = eerder.passage.lezing_id
