"""The figures that the documents tell differently or do not explain, each linked to its line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.weergave.opmaak import bron_in_woorden, regel_adres
from indicators.models import Publicatie
from indicators.tegenspraken import SOORTEN, Aangehaald, Tegenspraak, tegenspraken, zonder_uitleg


@dataclass(frozen=True)
class GetoondeTegenspraak:
    """A reviewed contradiction, with its figures linked to their lines."""

    tegenspraak: Tegenspraak
    cijfers: list[SafeString]


def tegengesproken(geladen: Mapping[str, Publicatie]) -> list[tuple[str, list[GetoondeTegenspraak]]]:
    """The reviewed contradictions by kind; only those whose documents are all on the site."""
    gekozen = _op_de_site(tegenspraken(), geladen)
    return [(soort, [punt for punt in gekozen if punt.tegenspraak.soort == soort]) for soort in SOORTEN]


def niet_uitgelegd(geladen: Mapping[str, Publicatie]) -> list[GetoondeTegenspraak]:
    """The reviewed figures that their document does not explain."""
    return _op_de_site(zonder_uitleg(), geladen)


def _op_de_site(dingen: Iterable[Tegenspraak], geladen: Mapping[str, Publicatie]) -> list[GetoondeTegenspraak]:
    return [
        GetoondeTegenspraak(ding, [_aangehaald(cijfer, geladen) for cijfer in ding.cijfers])
        for ding in dingen
        if ding.publicaties <= geladen.keys()
    ]


def _aangehaald(cijfer: Aangehaald, geladen: Mapping[str, Publicatie]) -> SafeString:
    publicatie, regel = geladen[cijfer.plaats.publicatie], cijfer.plaats.regel
    bron = f"{cijfer.waar} in {bron_in_woorden(publicatie, regel)}"
    return format_html('{} (<a class="nl-link" href="{}">{}</a>)', cijfer.gedrukt, regel_adres(publicatie, regel), bron)
