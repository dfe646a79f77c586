"""What the page on money says where no programma is known: the tables of one document, under their own headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.paginas.geld.bedragen import naam_van_regel, tabel_van_editie
from dashboard.paginas.geld.geweigerd import geweigerde_cellen
from dashboard.paginas.nog_leeg import nog_leeg
from dashboard.weergave.tabellen import Paginatabel
from indicators.database.versie import per_versie
from indicators.models import Bedrag, Geldtabel, Lezing, Publicatie


@dataclass(frozen=True)
class Geldzonderprogramma:
    """The money of one document, and the documents that can be chosen."""

    document: Publicatie
    documenten: Sequence[Publicatie]

    @cached_property
    def tabellen(self) -> list[Paginatabel]:
        """A table for each heading among the rows, in the order of the document."""
        bedragen = Bedrag.objects.geldend().uit(Geldtabel.OVERZICHT).filter(benaming__publicatie=self.document)
        geweigerd = geweigerde_cellen(self.document.lezingen.get(staat=Lezing.Staat.GEPUBLICEERD))
        per_kop: dict[str, list[Bedrag]] = {}
        for bedrag in bedragen.met_bron().order_by("passage__regel", "jaar", "pk"):
            per_kop.setdefault(bedrag.benaming.onder, []).append(bedrag)
        met_bedrag = [(kop, groep) for kop, groep in per_kop.items() if any(b.bedrag is not None for b in groep)]
        return [
            tabel_van_editie(f"geld-{nummer}", kop or "Bedragen", groep, naam_van_regel, geweigerd)
            for nummer, (kop, groep) in enumerate(met_bedrag, start=1)
        ]


@per_versie
def met_losse_bedragen() -> list[Publicatie]:
    """The documents on the site with amounts of no programma, the newest first."""
    met_geld = Bedrag.objects.gedrukt().uit(Geldtabel.OVERZICHT).values("benaming__publicatie")
    documenten = Publicatie.objects.geladen().documenten().filter(pk__in=met_geld)
    return sorted(documenten, key=lambda p: p.op_volgorde, reverse=True)


def geld_zonder_programma(request: HttpRequest) -> HttpResponse:
    """The document that is asked for, else the newest begroting, else the newest document with money."""
    documenten = met_losse_bedragen()
    if not documenten:
        return nog_leeg(request)
    begrotingen = [p for p in documenten if p.soort == Publicatie.Soort.PROGRAMMABEGROTING]
    gevraagd = request.GET.get("document", (begrotingen or documenten)[0].slug)
    document = next((p for p in documenten if p.slug == gevraagd), None)
    if document is None:
        raise Http404(f"{gevraagd} heeft hier geen bedragen")
    pagina = Geldzonderprogramma(document, documenten)
    return render(request, "dashboard/paginas/geld/zonder_programma.html", {"pagina": pagina})
