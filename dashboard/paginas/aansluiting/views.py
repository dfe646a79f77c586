"""Does it add up? The page of every sum and every contradiction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.paginas.aansluiting.natelling import Natelling, na_te_rekenen, natelling_van
from dashboard.paginas.aansluiting.optellingen import (
    Optelling,
    Optelsoort,
    Uitkomst,
    met_uitkomst,
    optellingen,
    per_soort,
)
from dashboard.paginas.merktekens import IN_WOORDEN, gelezen_opvallend
from dashboard.paginas.nog_leeg import nog_leeg
from dashboard.paginas.programmakeuze import Programmakeuze, kies_programma, nagelezen_van
from dashboard.weergave.edities import PerEditie, nieuwste_of_alle, wil_alle
from indicators.models import Duiding, Duidingsoort, Nagelezen, Publicatie
from indicators.models.duiding import TEGENSPRAKEN


@dataclass(frozen=True)
class Uitkomstlijst(PerEditie):
    """The sums that come out one way, and how many there are in all editions."""

    aantal: int


@dataclass(frozen=True)
class Aansluitingpagina:
    """Every sum that the editions print or imply, and the figures that they tell differently."""

    keuze: Programmakeuze
    alle: bool
    """Whether it shows every edition, and not the newest."""

    @property
    def aantal(self) -> int:
        return self.natelling.totaal.total()

    @property
    def edities(self) -> list[Publicatie]:
        """Those that print a sum."""
        return list(self.natelling.per_editie)

    @cached_property
    def natelling(self) -> Natelling:
        return natelling_van(self.keuze.programma)

    @cached_property
    def verschillen(self) -> Uitkomstlijst:
        return self._met(Uitkomst.VERSCHIL)

    @cached_property
    def afrondingen(self) -> Uitkomstlijst:
        return self._met(Uitkomst.AFRONDING)

    @cached_property
    def onbekend(self) -> Uitkomstlijst:
        """Those of which a row or an amount was not read."""
        return self._met(Uitkomst.ONBEKEND)

    @cached_property
    def kloppend(self) -> Uitkomstlijst:
        return self._met(Uitkomst.KLOPT)

    @property
    def kloppend_per_soort(self) -> list[Optelsoort]:
        return per_soort(self.kloppend.getoond)

    @property
    def tegenspraken(self) -> list[tuple[str, list[Duiding]]]:
        """The figures that the documents tell differently, by kind; also a kind of which there are none."""
        return [(IN_WOORDEN[soort], self._van_soort(soort)) for soort in TEGENSPRAKEN]

    @cached_property
    def zonder_uitleg(self) -> list[Duiding]:
        """The figures that their document does not explain."""
        return self._van_soort(Duidingsoort.ZONDER_UITLEG)

    @cached_property
    def ongelezen(self) -> list[Publicatie]:
        """The editions that nobody read for contradictions."""
        return [editie for editie in self.keuze.edities if editie not in self.nagelezen]

    @cached_property
    def nagelezen(self) -> list[Publicatie]:
        """Those that a person did read for them."""
        return self._gelezen_voor(Nagelezen.Vraag.TEGENSPRAAK)

    @property
    def zonder_reden(self) -> list[Publicatie]:
        """Those in which a person looked for what they do not explain."""
        return self._gelezen_voor(Nagelezen.Vraag.UITLEG)

    def _gelezen_voor(self, vraag: Nagelezen.Vraag) -> list[Publicatie]:
        return [editie for editie in self.keuze.edities if editie.pk in self._per_vraag.get(vraag, ())]

    @property
    def _per_vraag(self) -> Mapping[str, set[int]]:
        return nagelezen_van(self.keuze.programma)

    def _van_soort(self, soort: Duidingsoort) -> list[Duiding]:
        return [ding for ding in gelezen_opvallend(self.keuze.programma) if ding.soort == soort]

    def _met(self, uitkomst: Uitkomst) -> Uitkomstlijst:
        getoond, weg = self._edities(uitkomst)
        optellingen = [optelling for optelling in self._optellingen if optelling.editie in getoond]
        return Uitkomstlijst(met_uitkomst(optellingen, uitkomst), weg, self.natelling.totaal[uitkomst])

    def _edities(self, uitkomst: Uitkomst) -> tuple[Sequence[Publicatie], Sequence[Publicatie]]:
        """Those with a sum that comes out so: shown, and left out."""
        return nieuwste_of_alle(self.natelling.edities(uitkomst), alle=self.alle)

    @cached_property
    def _optellingen(self) -> list[Optelling]:
        """Those of the editions that are shown."""
        edities = {editie.pk for uitkomst in Uitkomst for editie in self._edities(uitkomst)[0]}
        bedragen = na_te_rekenen(self.keuze.programma).filter(benaming__publicatie__in=edities).met_bron()
        return optellingen(bedragen, self._per_vraag.get(Nagelezen.Vraag.UITLEG, ()))


def aansluiting(request: HttpRequest) -> HttpResponse:
    """Does it add up?"""
    keuze = kies_programma(request)
    if keuze is None:
        return nog_leeg(request)
    pagina = Aansluitingpagina(keuze, wil_alle(request))
    return render(request, "dashboard/paginas/aansluiting/aansluiting.html", {"pagina": pagina})
