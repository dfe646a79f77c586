"""The public pages: each asks what is known, and shows it."""

from collections.abc import Iterable

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dashboard import doelenpagina
from dashboard.geldpagina import kosten_per_doelstelling, kosten_programma, per_editie, tabel_per_jaar
from dashboard.indicatorpagina import Beeld, beelden
from dashboard.opmaak import IN_DUIZENDEN
from indicators.models import (
    Bedrag,
    Bevinding,
    Breuk,
    Doelstelling,
    Indicator,
    Lezing,
    Opvolging,
    Passage,
    Programma,
    Publicatie,
    Tekst,
    Vermelding,
)
from indicators.models.cijfers import VermeldingQuerySet
from indicators.oordelen import nooit_verantwoord, zwakker_dan_bereikt


def home(request: HttpRequest) -> HttpResponse:
    """The programma at a glance: per doelstelling its indicators and its net cost."""
    programma, nieuwste = Programma.objects.order_by("code").first(), _nieuwste_editie()
    if programma is None or nieuwste is None:
        return render(request, "dashboard/nog_leeg.html")
    gekozen = Vermelding.objects.gekozen().in_programma(programma).met_bron()
    per_doelstelling: dict[int, list[Beeld]] = {}
    for beeld in _beelden(Indicator.objects.filter(doelstelling__programma=programma), gekozen):
        per_doelstelling.setdefault(beeld.indicator.doelstelling_id, []).append(beeld)
    saldi = Bedrag.objects.gedrukt().in_programma(programma).uit("doelstelling", "programma")
    bedragen = list(saldi.filter(jaar=nieuwste.jaar, kant="saldo").met_bron())
    kosten = kosten_per_doelstelling(bedragen, nieuwste)
    context = {
        "programma": programma,
        "nieuwste": nieuwste,
        "geladen": Publicatie.objects.geladen().edities(),
        "laatste_jaar": max(
            (b.laatste.jaar for groep in per_doelstelling.values() for b in groep if b.laatste), default=None
        ),
        "kosten_programma": kosten_programma(bedragen, nieuwste),
        "doelstellingen": [
            {
                "doelstelling": doelstelling,
                "kosten": kosten.get(doelstelling.pk),
                "indicatoren": [
                    {"beeld": beeld, "begrotingen": beeld.begrotingen(nieuwste)}
                    for beeld in per_doelstelling.get(doelstelling.pk, [])
                ],
            }
            for doelstelling in programma.doelstellingen.all()
        ],
    }
    return render(request, "dashboard/home.html", context)


def doelstelling(request: HttpRequest, code: str) -> HttpResponse:
    """One doelstelling: a chart and table per indicator, its money, and its texts per edition."""
    doel = get_object_or_404(Doelstelling.objects.select_related("programma"), code=code)
    bedragen = list(Bedrag.objects.geldend().onder(doel).met_bron())
    eigen = [bedrag for bedrag in bedragen if bedrag.benaming.post.tabel == "doelstelling"]
    context = {
        "doelstelling": doel,
        "beelden": _beelden(doel.indicatoren.all(), *_alle_vermeldingen(Vermelding.objects.onder(doel))),
        "geld": tabel_per_jaar("geld", f"Netto kosten van {doel.code} per jaar, {IN_DUIZENDEN}", eigen)
        if eigen
        else None,
        "uitsplitsing": per_editie("uitsplitsing", "Uitsplitsing van de kosten", bedragen),
        "teksten": _teksten_per_editie(Tekst.objects.geldend().filter(doelstelling=doel, definitie=None).met_bron()),
    }
    return render(request, "dashboard/doelstelling.html", context)


def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """One indicator: chart, table, definities through the editions, and what each edition explains."""
    ding = get_object_or_404(Indicator.objects.select_related("doelstelling"), slug=slug)
    [beeld] = _beelden([ding], *_alle_vermeldingen(Vermelding.objects.voor(ding)))
    context = {
        "indicator": ding,
        "beeld": beeld,
        "definities": ding.definities.prefetch_related("bewoordingen__publicatie"),
        "bronnen": _bronnen(beeld.vermeldingen),
        "opvolgingen": Opvolging.objects.filter(van_indicator=ding).select_related("naar_indicator", "publicatie"),
        "voorgangers": Opvolging.objects.filter(naar_indicator=ding).select_related("van_indicator", "publicatie"),
        "teksten": _teksten_per_editie(Tekst.objects.geldend().filter(definitie__indicator=ding).met_bron()),
    }
    return render(request, "dashboard/indicator.html", context)


def doelen(request: HttpRequest) -> HttpResponse:
    """Every indicator, every year: what was promised, what came of it, and whether that can be judged."""
    programma, nieuwste = Programma.objects.order_by("code").first(), _nieuwste_editie()
    if programma is None or nieuwste is None:
        return render(request, "dashboard/nog_leeg.html")
    geladen = list(Publicatie.objects.geladen().edities())
    gekozen = list(Vermelding.objects.gekozen().in_programma(programma).met_bron())
    indicatoren = Indicator.objects.filter(doelstelling__programma=programma).select_related("doelstelling")
    lijst = doelenpagina.doelen(_beelden(indicatoren, gekozen), {editie.jaar for editie in geladen})
    breuken = [breuk for doel in lijst for breuk in doel.beeld.breuken]
    context = {
        "nieuwste": nieuwste,
        "geladen": geladen,
        "doelen": lijst,
        "aantallen": doelenpagina.tel(lijst),
        "oordelen": doelenpagina.heeft_oordeel(lijst),
        "zwakker": zwakker_dan_bereikt(gekozen, nieuwste, breuken),
        "nooit_verantwoord": nooit_verantwoord([doel.beeld.indicator for doel in lijst], gekozen, nieuwste),
    }
    return render(request, "dashboard/doelen.html", context)


def bronnen(request: HttpRequest) -> HttpResponse:
    """Which publicaties there are, and which of them are on the site."""
    publicaties = Publicatie.objects.exclude(soort=Publicatie.Soort.OPGAVE)
    publicaties = publicaties.prefetch_related(Prefetch("lezingen", Lezing.objects.defer("uitvoer")))
    return render(request, "dashboard/bronnen.html", {"publicaties": publicaties})


def bron(request: HttpRequest, slug: str) -> HttpResponse:
    """The lines of a publicatie, each with its anchor."""
    publicatie = get_object_or_404(Publicatie, slug=slug)
    lezing = publicatie.lezingen.filter(staat="gepubliceerd").defer("uitvoer").first()
    if lezing is None:
        raise Http404(f"{publicatie} is niet geladen")
    passages = Passage.objects.filter(lezing=lezing)
    context = {
        "publicatie": publicatie,
        "lezing": lezing,
        "passages": passages,
        "samengevat": any(passage.samengevat for passage in passages),
    }
    return render(request, "dashboard/bron.html", context)


def bevindingen(request: HttpRequest) -> HttpResponse:
    """What the checks found in the published lezingen."""
    gevonden = Bevinding.objects.filter(lezing__staat="gepubliceerd").select_related("lezing__publicatie")
    per_publicatie: dict[Publicatie, list[Bevinding]] = {}
    for bevinding in gevonden.defer("lezing__uitvoer").order_by("-lezing__publicatie__jaar", "pk"):
        per_publicatie.setdefault(bevinding.lezing.publicatie, []).append(bevinding)
    return render(request, "dashboard/bevindingen.html", {"per_publicatie": per_publicatie})


def data(request: HttpRequest) -> HttpResponse:
    """What can be downloaded, and what its columns mean."""
    doelstellingen = Doelstelling.objects.prefetch_related("indicatoren")
    return render(request, "dashboard/data.html", {"doelstellingen": doelstellingen})


def _nieuwste_editie() -> Publicatie | None:
    return Publicatie.objects.geladen().edities().last()


def _alle_vermeldingen(vermeldingen: VermeldingQuerySet) -> tuple[VermeldingQuerySet, VermeldingQuerySet]:
    """What the charts use, and everything that is printed."""
    return vermeldingen.gekozen().met_bron(), vermeldingen.geldend().met_bron()


def _beelden(
    indicatoren: Iterable[Indicator], gekozen: Iterable[Vermelding], gedrukt: Iterable[Vermelding] = ()
) -> list[Beeld]:
    indicatoren = list(indicatoren)
    breuken = Breuk.objects.filter(van__indicator__in=indicatoren).select_related("van", "naar").order_by("pk")
    return beelden(indicatoren, gekozen, gedrukt, list(breuken))


def _teksten_per_editie(teksten: Iterable[Tekst]) -> dict[Publicatie, list[Tekst]]:
    per_editie: dict[Publicatie, list[Tekst]] = {}
    for tekst in teksten:
        per_editie.setdefault(tekst.lezing.publicatie, []).append(tekst)
    return per_editie


def _bronnen(vermeldingen: list[Vermelding]) -> list[tuple[Publicatie, str]]:
    """Who measured, according to each publicatie."""
    gevonden = {(v.bewoording.publicatie, v.bron) for v in vermeldingen}
    return sorted(gevonden, key=lambda bron: (bron[0].jaar, bron[1]))
