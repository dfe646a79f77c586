"""About the site and its sources: which there are, their lines, a line to quote, and what the checks found."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.paginas.bronnen.bronpagina import Bronpagina, Regelpagina
from dashboard.paginas.bronnen.overpagina import Overpagina
from indicators.models import (
    Bevinding,
    Doelstelling,
    Indicator,
    Lezing,
    Publicatie,
)


def bronnen(request: HttpRequest) -> HttpResponse:
    """Which publicaties there are, and which of them are on the site."""
    uittreksels = Bevinding.objects.filter(soort=Bevinding.UITTREKSEL)
    lezingen = (
        Lezing.objects.select_related("intrekking")
        .defer("uitvoer")
        .prefetch_related(Prefetch("bevindingen", uittreksels, to_attr="uittreksels"))
    )
    met_lezing = Prefetch("lezingen", lezingen)
    # once it is on the site again, that it was withdrawn before is history
    nu = Publicatie.objects.geladen().filter(pk=OuterRef("publicatie"))
    te_tonen = lezingen.exclude(Exists(nu) & ~Q(staat=Lezing.Staat.GEPUBLICEERD)).order_by("pk")
    opgaven = Publicatie.objects.filter(soort=Publicatie.Soort.OPGAVE).order_by("-pk")
    context = {
        "publicaties": Publicatie.objects.documenten().prefetch_related(
            Prefetch("lezingen", te_tonen, to_attr="te_tonen")
        ),
        "referenties": Publicatie.objects.filter(soort=Publicatie.Soort.REFERENTIE).prefetch_related(
            Prefetch("lezingen", te_tonen, to_attr="te_tonen")
        ),
        "opgaven": opgaven.prefetch_related(met_lezing),
    }
    return render(request, "dashboard/paginas/bronnen/bronnen.html", context)


def bron(request: HttpRequest, slug: str) -> HttpResponse:
    """The lines of a publicatie."""
    return render(request, "dashboard/paginas/bronnen/bron.html", {"pagina": Bronpagina(_lezing_van_nu(slug))})


def regel(request: HttpRequest, slug: str, regel: int, druk: int = 1) -> HttpResponse:
    """One line of a publicatie, to quote; of the druk that its address names, also when that is not on the site now."""
    pagina = Regelpagina(_lezing_van_druk(slug, druk), regel, request.build_absolute_uri(request.path))
    if regel < 1 or not pagina.passages:
        raise Http404(f"{pagina.publicatie} heeft geen regel {regel}")
    return render(request, "dashboard/paginas/bronnen/regel.html", {"pagina": pagina})


def bevindingen(request: HttpRequest) -> HttpResponse:
    """What the checks found in the published lezingen."""
    gevonden = Bevinding.objects.filter(lezing__staat=Lezing.Staat.GEPUBLICEERD).select_related("lezing__publicatie")
    per_publicatie: dict[Publicatie, list[Bevinding]] = {}
    for bevinding in gevonden.met_bladzijde().defer("lezing__uitvoer").order_by("-lezing__publicatie__jaar", "pk"):
        per_publicatie.setdefault(bevinding.lezing.publicatie, []).append(bevinding)
    return render(request, "dashboard/paginas/bronnen/bevindingen.html", {"per_publicatie": per_publicatie})


def over(request: HttpRequest) -> HttpResponse:
    """Who publishes the site, what is on it, and how figures are read, judged and corrected."""
    return render(request, "dashboard/paginas/bronnen/over.html", {"pagina": Overpagina()})


def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """What is known about who can use the site, and what is not."""
    return render(request, "dashboard/paginas/bronnen/toegankelijkheid.html", {"contact": settings.CONTACT})


def _lezingen(slug: str) -> QuerySet[Lezing]:
    """Those of a publicatie; one that is only known to exist has none."""
    return Lezing.objects.filter(publicatie__slug=slug).select_related("publicatie", "intrekking").defer("uitvoer")


def _lezing_van_druk(slug: str, druk: int) -> Lezing:
    """The last one of this druk."""
    lezing = _lezingen(slug).filter(druk=druk).order_by("pk").last()
    if lezing is None:
        raise Http404(f"{slug} heeft geen druk {druk}")
    return lezing


def _lezing_van_nu(slug: str) -> Lezing:
    """The one that is published, or an opgave that was corrected; else the last that was withdrawn."""
    lezingen = _lezingen(slug)
    gecorrigeerd = Q(publicatie__soort=Publicatie.Soort.OPGAVE, staat=Lezing.Staat.VERVANGEN)
    op_de_site = lezingen.filter(Q(staat=Lezing.Staat.GEPUBLICEERD) | gecorrigeerd).first()
    ingetrokken = lezingen.filter(staat=Lezing.Staat.INGETROKKEN).order_by("-intrekking__pk")
    lezing = op_de_site or ingetrokken.first()
    if lezing is None:
        raise Http404(f"{slug} staat niet op deze site")
    return lezing


def data(request: HttpRequest) -> HttpResponse:
    """What can be downloaded, and what its columns mean."""
    doelstellingen = Doelstelling.objects.prefetch_related("indicatoren")
    context = {
        "doelstellingen": doelstellingen,
        "overig": Indicator.objects.filter(doelstelling=None),
        "is_geladen": Publicatie.objects.geladen().exists(),
    }
    return render(request, "dashboard/paginas/bronnen/data.html", context)
