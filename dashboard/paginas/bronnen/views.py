"""About the site and its sources: which there are, their lines, a line to quote, and what the checks found."""

from django.conf import settings
from django.db.models import Max, Prefetch, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.paginas.bronnen.citaat import citeer_bedrag, citeer_vermelding
from dashboard.paginas.geld.bedragen import tabel_van_editie
from dashboard.weergave.opmaak import IN_DUIZENDEN
from dashboard.weergave.tabellen import Paginatabel
from indicators.models import (
    Bedrag,
    Bevinding,
    Doelstelling,
    Geldtabel,
    Indicator,
    Intrekking,
    Lezing,
    Passage,
    Programma,
    Publicatie,
    Tekst,
    Vermelding,
)

BUREN = 6


def bronnen(request: HttpRequest) -> HttpResponse:
    """Which publicaties there are, and which of them are on the site."""
    met_lezing = Prefetch("lezingen", Lezing.objects.select_related("intrekking").defer("uitvoer"))
    opgaven = Publicatie.objects.filter(soort=Publicatie.Soort.OPGAVE).order_by("-pk")
    context = {
        "publicaties": Publicatie.objects.documenten().prefetch_related(met_lezing),
        "opgaven": opgaven.prefetch_related(met_lezing),
    }
    return render(request, "dashboard/paginas/bronnen/bronnen.html", context)


def bron(request: HttpRequest, slug: str) -> HttpResponse:
    """The lines of a publicatie, each with its anchor."""
    lezing = _lezing(slug)
    passages = Passage.objects.filter(lezing=lezing)
    context = {
        "publicatie": lezing.publicatie,
        "passages": passages,
        **_opgave(lezing),
        "intrekking": _intrekking(lezing),
        "niet_overgenomen": lezing.bevindingen.filter(ernst=Bevinding.Ernst.FOUT).met_bladzijde(),
        "samengevat": any(passage.samengevat for passage in passages),
        "taakstellingen": _taakstellingen(lezing),
        "voorgenomen": lezing.teksten.filter(soort=Tekst.Soort.VOORGENOMEN).met_bron(),
    }
    return render(request, "dashboard/paginas/bronnen/bron.html", context)


def _taakstellingen(lezing: Lezing) -> Paginatabel | None:
    """The maatregelen of a kadernota, in the one place where they are shown as a table."""
    bedragen = (
        Bedrag.objects.geldend().uit(Geldtabel.MAATREGELEN).filter(benaming__publicatie=lezing.publicatie).met_bron()
    )
    titel = f"Taakstellingen: wat de gemeente wilde besparen, niet wat bespaard is, {IN_DUIZENDEN}"
    return tabel_van_editie("taakstellingen", titel, bedragen) if bedragen else None


def regel(request: HttpRequest, slug: str, regel: int) -> HttpResponse:
    """One line among its neighbours, and each figure on it as a sentence to quote."""
    lezing = _lezing(slug)
    passages = list(lezing.passages.filter(regel__range=(regel - BUREN, regel + BUREN)))
    if regel < 1 or not passages:
        raise Http404(f"{lezing.publicatie} heeft geen regel {regel}")
    adres = request.build_absolute_uri(request.path)
    # a figure that a later lezing tells alike keeps its row, and the passage of the lezing before
    op_de_regel = {"passage__lezing__publicatie": lezing.publicatie, "passage__regel": regel}
    vermeldingen = Vermelding.objects.geldend().filter(**op_de_regel).met_bron().select_related("bewoording__onder")
    bedragen = Bedrag.objects.geldend().filter(**op_de_regel).met_bron().select_related("benaming__post__programma")
    citaten = [
        *(citeer_vermelding(vermelding, settings.GEMEENTE, adres) for vermelding in vermeldingen),
        *(citeer_bedrag(bedrag, settings.GEMEENTE, adres) for bedrag in bedragen),
    ]
    context = {
        "publicatie": lezing.publicatie,
        "regel": regel,
        "passages": passages,
        **_opgave(lezing),
        "intrekking": _intrekking(lezing),
        "passage": next((passage for passage in passages if passage.regel == regel), None),
        "gedrukt": any(passage.regel == regel and not passage.samengevat for passage in passages),
        "citaten": sorted(citaten, key=lambda citaat: citaat.jaar),
    }
    return render(request, "dashboard/paginas/bronnen/regel.html", context)


def bevindingen(request: HttpRequest) -> HttpResponse:
    """What the checks found in the published lezingen."""
    gevonden = Bevinding.objects.filter(lezing__staat=Lezing.Staat.GEPUBLICEERD).select_related("lezing__publicatie")
    per_publicatie: dict[Publicatie, list[Bevinding]] = {}
    for bevinding in gevonden.met_bladzijde().defer("lezing__uitvoer").order_by("-lezing__publicatie__jaar", "pk"):
        per_publicatie.setdefault(bevinding.lezing.publicatie, []).append(bevinding)
    return render(request, "dashboard/paginas/bronnen/bevindingen.html", {"per_publicatie": per_publicatie})


def over(request: HttpRequest) -> HttpResponse:
    """Who publishes the site, what is on it, and how figures are read, judged and corrected."""
    edities = Publicatie.objects.documenten()
    geladen = list(edities.geladen())
    context = {
        "gemeente": settings.GEMEENTE,
        "uitgever": settings.UITGEVER,
        "contact": settings.CONTACT,
        "programmas": Programma.objects.geladen(),
        "geladen": geladen,
        "niet_geladen": edities.exclude(pk__in=[publicatie.pk for publicatie in geladen]),
        "laatste_jaar": Vermelding.objects.geldend()
        .filter(soort=Vermelding.Soort.REALISATIE, waarde__isnull=False)
        .aggregate(jaar=Max("jaar"))["jaar"],
        "aantal_cijfers": Vermelding.objects.geldend().filter(waarde__isnull=False).count(),
        "aantal_bedragen": Bedrag.objects.gedrukt().count(),
    }
    return render(request, "dashboard/paginas/bronnen/over.html", context)


def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """What is known about who can use the site, and what is not."""
    return render(request, "dashboard/paginas/bronnen/toegankelijkheid.html", {"contact": settings.CONTACT})


def _lezing(slug: str) -> Lezing:
    """The lezing of a publicatie that is published, else the last that was withdrawn, or of an opgave that was.

    One only known to exist has none.
    """
    lezingen = Lezing.objects.filter(publicatie__slug=slug).select_related("publicatie", "intrekking").defer("uitvoer")
    gecorrigeerd = Q(publicatie__soort=Publicatie.Soort.OPGAVE, staat=Lezing.Staat.VERVANGEN)
    op_de_site = lezingen.filter(Q(staat=Lezing.Staat.GEPUBLICEERD) | gecorrigeerd).first()
    ingetrokken = lezingen.filter(staat=Lezing.Staat.INGETROKKEN).order_by("-intrekking__pk")
    lezing = op_de_site or ingetrokken.first()
    if lezing is None:
        raise Http404(f"{slug} staat niet op deze site")
    return lezing


def _intrekking(lezing: Lezing) -> Intrekking | None:
    """Why it is not on the site any more, if it was withdrawn."""
    return getattr(lezing, "intrekking", None)


def _opgave(lezing: Lezing) -> dict[str, object]:
    """Of an opgave: what took its place, if it was corrected."""
    if lezing.publicatie.soort != Publicatie.Soort.OPGAVE:
        return {}
    vervallen = Vermelding.objects.filter(passage__lezing=lezing, vervallen_in__isnull=False)
    eerste = vervallen.select_related("vervallen_in__publicatie").defer("vervallen_in__uitvoer").first()
    return {"opgave": lezing, "opvolger": eerste.vervallen_in if eerste else None}


def data(request: HttpRequest) -> HttpResponse:
    """What can be downloaded, and what its columns mean."""
    doelstellingen = Doelstelling.objects.prefetch_related("indicatoren")
    context = {"doelstellingen": doelstellingen, "overig": Indicator.objects.filter(doelstelling=None)}
    return render(request, "dashboard/paginas/bronnen/data.html", context)
