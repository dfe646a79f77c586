"""One sheet for a meeting, of a doelstelling or a whole programma: `?vorm=brief`, printed by the browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dashboard.paginas.overzicht.hoofdvragen import Hoofdvraag
from dashboard.paginas.overzicht.views import Doelstellingkaart, Overzichtpagina
from dashboard.paginas.programmakeuze import Programmakeuze, edities_van
from dashboard.paginas.raad import GetoondRaadspunt, Raadpagina, op_volgorde
from indicators.models import Doelstelling, Duiding, Programma, Publicatie

VORM = "brief"


@dataclass(frozen=True)
class Brief:
    """What the overview says of it, and its moties; without a doelstelling that of the whole programma."""

    programma: Programma
    doelstelling: Doelstelling | None
    adres: str
    vandaag: date

    @property
    def kop(self) -> str:
        return str(self.doelstelling) if self.doelstelling else self.programma.kop

    @cached_property
    def edities(self) -> Sequence[Publicatie]:
        return edities_van(self.programma)

    @property
    def hoofdvragen(self) -> list[Hoofdvraag]:
        """Of a doelstelling there are none: they are about the whole programma."""
        return [] if self.doelstelling else self._overzicht.hoofdvragen

    @property
    def kaarten(self) -> list[Doelstellingkaart]:
        return [kaart for kaart in self._overzicht.kaarten if self.doelstelling in (None, kaart.doelstelling)]

    @property
    def moties(self) -> list[GetoondRaadspunt]:
        """Those about the doelstelling."""
        if self.doelstelling is None:
            return []
        alle = Raadpagina(op_volgorde(), self.vandaag).moties
        erover = set(Duiding.objects.filter(doelstellingen=self.doelstelling).values_list("pk", flat=True))
        return [motie for motie in alle if motie.punt.genoemd.pk in erover]

    @cached_property
    def _overzicht(self) -> Overzichtpagina:
        return Overzichtpagina(Programmakeuze(self.programma, [self.programma], self.edities))


def is_brief(request: HttpRequest) -> bool:
    return request.GET.get("vorm") == VORM


def brief(request: HttpRequest, programma: Programma, doelstelling: Doelstelling | None = None) -> HttpResponse:
    """The sheet; its address is that of the page without the sheet."""
    pagina = Brief(programma, doelstelling, request.build_absolute_uri(request.path), timezone.localdate())
    return render(request, "dashboard/paginas/brief.html", {"pagina": pagina})
