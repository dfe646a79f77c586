"""Does it add up? The page of every sum and every contradiction."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.paginas.aansluiting.optellingen import Optelling, Uitkomst, met_uitkomst, optellingen, per_soort
from dashboard.paginas.aansluiting.tegenspraken import GetoondeTegenspraak, nagelezen, niet_uitgelegd, tegengesproken
from dashboard.paginas.programmakeuze import Programmakeuze, kies_programma
from indicators.models import Bedrag, Publicatie


@dataclass(frozen=True)
class Aansluitingpagina:
    """Every sum that the editions print or imply, and the figures that they tell differently."""

    keuze: Programmakeuze

    @property
    def aantal(self) -> int:
        return len(self._optellingen)

    @property
    def edities(self) -> list[Publicatie]:
        """Those that print a sum."""
        return list(dict.fromkeys(optelling.publicatie for optelling in self._optellingen))

    @cached_property
    def verschillen(self) -> list[Optelling]:
        return met_uitkomst(self._optellingen, Uitkomst.VERSCHIL)

    @cached_property
    def afrondingen(self) -> list[Optelling]:
        return met_uitkomst(self._optellingen, Uitkomst.AFRONDING)

    @cached_property
    def kloppend(self) -> list[Optelling]:
        return met_uitkomst(self._optellingen, Uitkomst.KLOPT)

    @property
    def kloppend_per_soort(self) -> dict[str, list[Optelling]]:
        return per_soort(self.kloppend)

    @property
    def tegenspraken(self) -> list[tuple[str, list[GetoondeTegenspraak]]]:
        return tegengesproken(self.keuze.programma)

    @cached_property
    def nagelezen(self) -> tuple[list[Publicatie], list[Publicatie]]:
        """The editions that a person read for contradictions, and those that nobody did."""
        return nagelezen(self.keuze.programma, self.keuze.edities)

    @cached_property
    def zonder_uitleg(self) -> list[GetoondeTegenspraak]:
        return niet_uitgelegd(self.keuze.programma)

    @cached_property
    def _optellingen(self) -> list[Optelling]:
        return optellingen(Bedrag.objects.gedrukt().in_programma(self.keuze.programma).met_bron())


def aansluiting(request: HttpRequest) -> HttpResponse:
    """Does it add up?"""
    keuze = kies_programma(request)
    if keuze is None:
        return render(request, "dashboard/paginas/nog_leeg.html")
    pagina = Aansluitingpagina(keuze)
    return render(request, "dashboard/paginas/aansluiting/aansluiting.html", {"pagina": pagina})
