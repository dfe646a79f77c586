"""Marks at figures about which there is something to know; each leads to where "Klopt het?" tells it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.paginas.aansluiting.optellingen import Optelling, Uitkomst, met_uitkomst, optellingen
from indicators.database.versie import per_versie
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Duiding, Duidingsoort, Programma, Publicatie
from indicators.models.duiding import TEGENSPRAKEN, DuidingQuerySet


@dataclass(frozen=True)
class Merkteken:
    """What there is to know, about what, and the address that tells it; empty where no page does."""

    wat: str
    over: str
    adres: str

    @property
    def is_twee_bronnen(self) -> bool:
        """Whether another source has another figure."""
        return self.wat == IN_WOORDEN[Duidingsoort.TWEE_BRONNEN]


OPVALLEND = (*TEGENSPRAKEN, Duidingsoort.ZONDER_UITLEG)
"""What "Klopt het?" tells: figures that contradict each other, or that nothing explains."""

IN_WOORDEN: dict[str, str] = {
    Duidingsoort.TWEE_TELLINGEN: "twee manieren van tellen",
    Duidingsoort.TWEE_BRONNEN: "twee bronnen, twee cijfers",
    Duidingsoort.TABEL_TEGEN_TEKST: "tabel en tekst verschillen",
    Duidingsoort.ZONDER_UITLEG: "het document legt dit niet uit",
}


def opvallend(programma: Programma) -> DuidingQuerySet:
    """What has a mark in this programma."""
    return Duiding.objects.geldend().van_soort(*OPVALLEND).in_programma(programma)


@per_versie
def gelezen_opvallend(programma: Programma) -> Sequence[Duiding]:
    """The same with their passages."""
    return list(opvallend(programma).met_bronnen())


def merktekens_van(gelezen: Sequence[Duiding], klopt_het: str) -> list[Merkteken]:
    """The marks of those that have one, by their kind; `klopt_het` is the address of "Klopt het?", if any."""
    return [
        Merkteken(IN_WOORDEN[soort], ding.wat, f"{klopt_het}#{ding.sleutel}" if klopt_het else "")
        for soort in OPVALLEND
        for ding in gelezen
        if ding.soort == soort
    ]


def per_indicator(gelezen: Iterable[Duiding], klopt_het: str) -> dict[int | None, list[Merkteken]]:
    """The same by the key of the indicator; None for what is about no indicator."""
    gevonden: dict[int | None, list[Duiding]] = defaultdict(list)
    for ding in gelezen:
        gevonden[ding.indicator_id].append(ding)
    return {indicator: merktekens_van(dingen, klopt_het) for indicator, dingen in gevonden.items()}


def merktekens_geld(bedragen: Iterable[Bedrag], klopt_het: str) -> list[Merkteken]:
    """A mark for each publicatie of which these amounts do not add up."""
    per_publicatie: dict[Publicatie, list[Optelling]] = defaultdict(list)
    for optelling in met_uitkomst(optellingen(bedragen), Uitkomst.VERSCHIL):
        per_publicatie[optelling.editie].append(optelling)
    return [
        Merkteken(f"{publicatie} telt niet op", _verschil(groep), f"{klopt_het}#telt-niet-op" if klopt_het else "")
        for publicatie, groep in sorted(per_publicatie.items(), key=lambda paar: paar[0].jaar)
    ]


def _verschil(groep: list[Optelling]) -> str:
    """ "Uitsplitsing van doelstelling 1.6: in 5 jaren een verschil, van € 6.000 tot € 164.000"."""
    jaren = len({optelling.jaar for optelling in groep})
    namen = " en ".join(dict.fromkeys(optelling.naam for optelling in groep))
    klein, groot = (schrijf_euro(maat(optelling.grootste_verschil for optelling in groep)) for maat in (min, max))
    hoeveel = f"van {klein} tot {groot}" if klein != groot else f"van {groot}"
    return f"{namen}: in {jaren} {'jaar' if jaren == 1 else 'jaren'} een verschil, {hoeveel}"
