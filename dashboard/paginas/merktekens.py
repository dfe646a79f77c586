"""Marks at figures about which there is something to know; each leads to where "Klopt het?" tells it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from dashboard.paginas.aansluiting.optellingen import Optelling, Uitkomst, met_uitkomst, optellingen
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Doelstelling, Indicator, Publicatie
from indicators.tegenspraken import tegenspraken, zonder_uitleg


@dataclass(frozen=True)
class Merkteken:
    """What there is to know, in a few words, and the address that tells it."""

    tekst: str
    adres: str


def merktekens(indicatoren: Iterable[Indicator], geladen: Iterable[Publicatie]) -> dict[str, list[Merkteken]]:
    """The marks of these indicators by slug; an indicator without marks has an empty list."""
    return _bij([indicator.slug for indicator in indicatoren], geladen)


def merktekens_doelstelling(doel: Doelstelling, geladen: Iterable[Publicatie]) -> list[Merkteken]:
    """The marks of its money that a person found."""
    return _bij([doel.code], geladen)[doel.code]


def _bij(sleutels: Iterable[str], geladen: Iterable[Publicatie]) -> dict[str, list[Merkteken]]:
    """As on "Klopt het?" an entry counts only when all its documents are on the site."""
    namen = {publicatie.naam for publicatie in geladen}
    gevonden: dict[str, list[Merkteken]] = {sleutel: [] for sleutel in sleutels}
    for ding in (*tegenspraken(), *zonder_uitleg()):
        if ding.bij in gevonden and ding.publicaties <= namen:
            adres = f"{reverse('aansluiting')}#{ding.sleutel}"
            gevonden[ding.bij].append(Merkteken(f"{ding.wat} ({ding.soort})", adres))
    return gevonden


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
