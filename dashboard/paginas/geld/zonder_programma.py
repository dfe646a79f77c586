"""What the page on money says where no programma is known: the tables of one document, under their own headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.paginas.geld.bedragen import naam_van_regel, tabel_van_editie
from dashboard.paginas.nog_leeg import nog_leeg
from dashboard.weergave.opmaak import IN_DUIZENDEN
from dashboard.weergave.tabellen import Paginatabel
from indicators.models import Bedrag, Geldtabel, Publicatie


@dataclass(frozen=True)
class Geldzonderprogramma:
    """The money of one document, and the documents that can be chosen."""

    document: Publicatie
    documenten: Sequence[Publicatie]

    @cached_property
    def tabellen(self) -> list[Paginatabel]:
        """A table for each heading among the rows, in the order of the document."""
        bedragen = Bedrag.objects.gedrukt().uit(Geldtabel.OVERZICHT).filter(benaming__publicatie=self.document)
        per_kop: dict[str, list[Bedrag]] = {}
        for bedrag in bedragen.met_bron().order_by("passage__regel", "jaar", "pk"):
            per_kop.setdefault(bedrag.benaming.onder, []).append(bedrag)
        return [
            tabel_van_editie(f"geld-{nummer}", f"{kop or 'Bedragen'}, {IN_DUIZENDEN}", groep, naam_van_regel)
            for nummer, (kop, groep) in enumerate(per_kop.items(), start=1)
        ]


def geld_zonder_programma(request: HttpRequest) -> HttpResponse:
    """The document that is asked for, else the newest begroting, else the newest document with money."""
    met_geld = Bedrag.objects.gedrukt().uit(Geldtabel.OVERZICHT).values("benaming__publicatie")
    documenten = sorted(
        Publicatie.objects.geladen().documenten().filter(pk__in=met_geld), key=lambda p: p.op_volgorde, reverse=True
    )
    if not documenten:
        return nog_leeg(request)
    begrotingen = [p for p in documenten if p.soort == Publicatie.Soort.PROGRAMMABEGROTING]
    gevraagd = request.GET.get("document", (begrotingen or documenten)[0].slug)
    document = next((p for p in documenten if p.slug == gevraagd), None)
    if document is None:
        raise Http404(f"{gevraagd} heeft hier geen bedragen")
    pagina = Geldzonderprogramma(document, documenten)
    return render(request, "dashboard/paginas/geld/zonder_programma.html", {"pagina": pagina})
