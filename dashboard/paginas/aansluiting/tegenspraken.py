"""The figures that the documents tell differently or do not explain, each linked to its line."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.weergave.opmaak import link_naar
from indicators.models import Aangehaald, Duiding, Duidingsoort, Nagelezen, Programma, Publicatie
from indicators.models.duiding import TEGENSPRAKEN


@dataclass(frozen=True)
class GetoondeTegenspraak:
    """What a person found, with its figures linked to their lines."""

    duiding: Duiding

    @property
    def zin(self) -> str:
        return self.duiding.zin.replace(" %", "\N{NO-BREAK SPACE}%")

    @property
    def cijfers(self) -> list[SafeString]:
        return [_cijfer(aangehaald) for aangehaald in self.duiding.plaatsen]


def _cijfer(aangehaald: Aangehaald) -> SafeString:
    waar = f"{aangehaald.waar} in " if aangehaald.waar else ""
    return format_html("{} ({}{})", aangehaald.gedrukt, waar, link_naar(aangehaald))


def tegengesproken(programma: Programma) -> list[tuple[str, list[GetoondeTegenspraak]]]:
    """By kind, each kind there is."""
    gevonden = _over(programma, *TEGENSPRAKEN)
    return [(soort.value, [punt for punt in gevonden if punt.duiding.soort == soort]) for soort in TEGENSPRAKEN]


def niet_uitgelegd(programma: Programma) -> list[GetoondeTegenspraak]:
    """The figures that their document does not explain."""
    return _over(programma, Duidingsoort.ZONDER_UITLEG)


def nagelezen(programma: Programma, edities: list[Publicatie]) -> tuple[list[Publicatie], list[Publicatie]]:
    """The editions that a person read for figures that contradict each other, and those that nobody did."""
    gelezen = Nagelezen.objects.publicaties(Nagelezen.Vraag.TEGENSPRAAK, programma)
    return [editie for editie in edities if editie.pk in gelezen], [e for e in edities if e.pk not in gelezen]


def _over(programma: Programma, *soorten: Duidingsoort) -> list[GetoondeTegenspraak]:
    gelezen = Duiding.objects.geldend().van_soort(*soorten).in_programma(programma).met_bronnen()
    return [GetoondeTegenspraak(ding) for ding in gelezen]
