"""Marks at figures about which there is something to know; each leads to where "Klopt het?" tells it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from dashboard.paginas.aansluiting.optellingen import Optelling, Uitkomst, met_uitkomst, optellingen
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Duiding, Duidingsoort, Indicator, Publicatie
from indicators.models.duiding import TEGENSPRAKEN, DuidingQuerySet


@dataclass(frozen=True)
class Merkteken:
    """What there is to know, in a few words, and the address that tells it."""

    tekst: str
    adres: str


OPVALLEND = (*TEGENSPRAKEN, Duidingsoort.ZONDER_UITLEG)
"""What "Klopt het?" tells: figures that contradict each other, or that nothing explains."""


def merktekens(indicatoren: Iterable[Indicator]) -> dict[str, list[Merkteken]]:
    """The marks of these indicators by slug; an indicator without marks has an empty list."""
    slugs = [indicator.slug for indicator in indicatoren]
    gevonden: dict[str, list[Duiding]] = {slug: [] for slug in slugs}
    for ding in opvallend().filter(indicator__slug__in=slugs):
        if ding.indicator:
            gevonden[ding.indicator.slug].append(ding)
    return {slug: merktekens_van(dingen) for slug, dingen in gevonden.items()}


def opvallend() -> DuidingQuerySet:
    """What has a mark."""
    return Duiding.objects.geldend().van_soort(*OPVALLEND).select_related("indicator")


def merktekens_van(gelezen: Iterable[Duiding]) -> list[Merkteken]:
    """The marks of those that have one."""
    adres = reverse("aansluiting")
    return [
        Merkteken(f"{ding.wat} ({ding.soort})", f"{adres}#{ding.sleutel}")
        for ding in gelezen
        if ding.soort in OPVALLEND
    ]


def merktekens_geld(bedragen: Iterable[Bedrag]) -> list[Merkteken]:
    """A mark for each publicatie of which these amounts do not add up."""
    per_publicatie: dict[Publicatie, list[Optelling]] = defaultdict(list)
    for optelling in met_uitkomst(optellingen(bedragen), Uitkomst.VERSCHIL):
        per_publicatie[optelling.publicatie].append(optelling)
    return [
        Merkteken(f"{publicatie} telt niet op. {_verschil(groep)}", f"{reverse('aansluiting')}#telt-niet-op")
        for publicatie, groep in sorted(per_publicatie.items(), key=lambda paar: paar[0].jaar)
    ]


def _verschil(groep: list[Optelling]) -> str:
    """ "Uitsplitsing van doelstelling 1.6: in 5 jaren een verschil, van € 6.000 tot € 164.000." """
    jaren = len({optelling.jaar for optelling in groep})
    namen = " en ".join(dict.fromkeys(optelling.naam for optelling in groep))
    klein, groot = (schrijf_euro(maat(optelling.grootste_verschil for optelling in groep)) for maat in (min, max))
    hoeveel = f"van {klein} tot {groot}" if klein != groot else f"van {groot}"
    return f"{namen}: in {jaren} {'jaar' if jaren == 1 else 'jaren'} een verschil, {hoeveel}"
