"""All charts of a programma on one page, small and alike, so that they can be laid beside each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.grafieken.bestand import Grafiek
from dashboard.grafieken.geldlijn import geldlijn
from dashboard.grafieken.uit_de_tekst import IN_EEN_GRAFIEK
from dashboard.paginas.brief import brief, is_brief
from dashboard.paginas.indicator.beeld import Beeld, beelden_van
from dashboard.paginas.programmakeuze import edities_van, programmas_op_de_site
from indicators.database.versie import per_versie
from indicators.models import Bedrag, Doelstelling, Duiding, Geldtabel, Indicator, Programma, Publicatie


@dataclass(frozen=True)
class Grafiekenrij:
    """A doelstelling with its charts: each with the address of its page, where its table stands; its money last."""

    doelstelling: Doelstelling
    grafieken: list[tuple[str, Grafiek]]
    zonder: list[Indicator]
    """those of which there is no value to draw"""


@dataclass(frozen=True)
class Programmapagina:
    """Every indicator of a programma, and what each doelstelling costs."""

    programma: Programma

    @cached_property
    def edities(self) -> Sequence[Publicatie]:
        return edities_van(self.programma)

    @property
    def rijen(self) -> list[Grafiekenrij]:
        """By doelstelling."""
        return [self._rij(doel) for doel in self.programma.doelstellingen.all()]

    def _rij(self, doel: Doelstelling) -> Grafiekenrij:
        eigen = [beeld for beeld in self._beelden if beeld.indicator.doelstelling_id == doel.pk]
        grafieken = [(beeld.indicator.get_absolute_url(), beeld.grafiek) for beeld in eigen]
        geld = geldlijn(f"Netto kosten van {doel.kort}", self._bedragen[doel.pk])
        return Grafiekenrij(
            doel,
            [
                (adres, grafiek)
                for adres, grafiek in [*grafieken, (f"{doel.get_absolute_url()}#kosten", geld)]
                if grafiek is not None
            ],
            [beeld.indicator for beeld, (_, grafiek) in zip(eigen, grafieken, strict=True) if grafiek is None],
        )

    @property
    def _beelden(self) -> Sequence[Beeld]:
        return _met_gelezen_cijfers(self.programma)

    @cached_property
    def _bedragen(self) -> dict[int | None, list[Bedrag]]:
        """Those of the doelstellingen, by their key."""
        per_doel: dict[int | None, list[Bedrag]] = defaultdict(list)
        bedragen = Bedrag.objects.geldend().vergelijkbaar().in_programma(self.programma)
        for bedrag in bedragen.uit(Geldtabel.DOELSTELLING).met_bron():
            per_doel[bedrag.benaming.post.doelstelling_id].append(bedrag)
        return per_doel


@per_versie
def _met_gelezen_cijfers(programma: Programma) -> Sequence[Beeld]:
    """Its indicators with the figures that people read in the texts: they are drawn too."""
    gelezen = list(Duiding.objects.geldend().van_soort(*IN_EEN_GRAFIEK).in_programma(programma).met_bronnen())
    return [
        replace(beeld, gelezen=[ding for ding in gelezen if ding.indicator_id == beeld.indicator.pk])
        for beeld in beelden_van(programma)
    ]


def programma(request: HttpRequest, code: str) -> HttpResponse:
    """All charts of one programma that is on the site."""
    gevonden = next((ding for ding in programmas_op_de_site() if ding.code == code), None)
    if gevonden is None:
        raise Http404(f"Programma {code} staat niet op deze site")
    if is_brief(request):
        return brief(request, gevonden)
    return render(request, "dashboard/paginas/programma.html", {"pagina": Programmapagina(gevonden)})
