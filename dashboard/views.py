"""The public pages: each asks what is known, and shows it."""

from collections.abc import Iterable

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from dashboard import aansluitingpagina, doelenpagina, doelstellingpagina, indicatorteksten, overzicht
from dashboard.geldpagina import TweeEdities, per_editie, tabel_per_jaar
from dashboard.indicatorpagina import Beeld, beelden
from dashboard.merktekens import merktekens, merktekens_doelstelling, merktekens_geld
from dashboard.opgavenpagina import opgegeven
from dashboard.opmaak import IN_DUIZENDEN
from dashboard.programmakeuze import kies_programma
from indicators.bronverschil import verschillen
from indicators.models import (
    Bedrag,
    Bewoording,
    Breuk,
    Doelstelling,
    Indicator,
    Opvolging,
    Publicatie,
    Tekst,
    Vermelding,
)
from indicators.models.cijfers import VermeldingQuerySet
from indicators.netto import regels
from indicators.oordelen import nooit_verantwoord, zwakker_dan_bereikt


def home(request: HttpRequest) -> HttpResponse:
    """The programma at a glance: per doelstelling its indicators and its net cost."""
    keuze = kies_programma(request)
    if keuze is None:
        return render(request, "dashboard/nog_leeg.html")
    programma, geladen, nieuwste = keuze.programma, keuze.edities, keuze.nieuwste
    gekozen = list(Vermelding.objects.gekozen().in_programma(programma).met_bron())
    bedragen = Bedrag.objects.gedrukt().in_programma(programma)
    beelden = _beelden(Indicator.objects.met_begroting().filter(doelstelling__programma=programma), gekozen)
    doelen = doelenpagina.doelen(beelden, geladen)
    breuken = [breuk for beeld in beelden for breuk in beeld.breuken]
    geldregels = regels(bedragen.vergelijkbaar().uit("doelstelling", "programma").filter(jaar=nieuwste.jaar).met_bron())
    context = {
        "keuze": keuze,
        "programma": programma,
        "nieuwste": nieuwste,
        "geladen": geladen,
        "laatste_jaar": max((beeld.laatste.jaar for beeld in beelden if beeld.laatste), default=None),
        "antwoorden": [
            overzicht.doelen_gehaald(doelen, gekozen, nieuwste),
            overzicht.kosten(geldregels, nieuwste),
            overzicht.veranderd(gekozen, breuken, geladen, Publicatie.objects.edities()),
            overzicht.klopt_het(aansluitingpagina.tel(bedragen), geladen),
        ],
        "doelstellingen": overzicht.per_doelstelling(programma.doelstellingen.all(), doelen, geldregels, nieuwste),
    }
    return render(request, "dashboard/home.html", context)


def doelstelling(request: HttpRequest, code: str) -> HttpResponse:
    """One doelstelling: a chart and table per indicator, its money, and its texts per edition beside each other."""
    doel = get_object_or_404(Doelstelling.objects.select_related("programma"), code=code)
    geladen = list(Publicatie.objects.geladen().edities().over(doel.programma))
    bedragen = list(Bedrag.objects.geldend().vergelijkbaar().onder(doel).met_bron())
    eigen = [bedrag for bedrag in bedragen if bedrag.benaming.post.tabel == "doelstelling"]
    beelden = _beelden(doel.indicatoren.met_begroting(), *_alle_vermeldingen(Vermelding.objects.onder(doel)))
    merken = merktekens((beeld.indicator for beeld in beelden), geladen)
    teksten = list(Tekst.objects.geldend().rond(doel).met_bron())
    context = {
        "doelstelling": doel,
        "beelden": [(beeld, merken[beeld.indicator.slug]) for beeld in beelden],
        "geld": tabel_per_jaar("geld", f"Netto kosten van {doel.code} per jaar, {IN_DUIZENDEN}", eigen)
        if eigen
        else None,
        "kosten": next((TweeEdities(regel) for regel in regels(eigen) if regel.jaar == geladen[-1].jaar), None),
        "merken_geld": [*merktekens_geld(bedragen), *merktekens_doelstelling(doel, geladen)],
        "uitsplitsing": per_editie("uitsplitsing", "Uitsplitsing van de kosten", bedragen),
        "kolommen": doelstellingpagina.kolommen(doel, geladen, doel.benamingen.all(), bedragen, teksten),
        "moties": doelstellingpagina.moties(
            doel, {editie.naam: editie for editie in geladen}, teksten, timezone.localdate()
        ),
    }
    return render(request, "dashboard/doelstelling.html", context)


def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """One indicator: chart, table, and beside each other what each edition says of it."""
    ding = get_object_or_404(Indicator.objects.select_related("doelstelling__programma", "hoort_bij"), slug=slug)
    edities = Publicatie.objects.geladen().edities()
    geladen = list(edities.over(ding.doelstelling.programma) if ding.doelstelling else edities)
    [beeld] = _beelden([ding], *_alle_vermeldingen(Vermelding.objects.voor(ding)))
    teksten = Tekst.objects.geldend().filter(definitie__indicator=ding).met_bron()
    bewoordingen = Bewoording.objects.filter(definitie__indicator=ding).select_related("definitie")
    kolommen = indicatorteksten.kolommen(ding, geladen, bewoordingen, teksten, beeld.vermeldingen, beeld.breuken)
    overgangen = Opvolging.objects.filter(Q(van_indicator=ding) | Q(naar_indicator=ding))
    overgangen = overgangen.select_related("van_indicator", "naar_indicator", "publicatie")
    context = {
        "indicator": ding,
        "beeld": beeld,
        "merken": merktekens([ding], geladen)[ding.slug],
        "bronverschillen": [v for v in verschillen(beeld.gekozen, beeld.vermeldingen) if v.cijfers > 1],
        "kolommen": kolommen,
        "gelezen": [kolom.editie for kolom in kolommen if kolom.bewoordingen and kolom.is_gelezen],
        "referenties": [ding for kolom in kolommen for ding in kolom.per_soort["referentie"]],
        "eigen_cijfers": [ding for kolom in kolommen for ding in kolom.per_soort["eigen_cijfer"]],
        "banden": [ding for kolom in kolommen for ding in kolom.per_soort["band"]],
        "elders": indicatorteksten.elders(ding.doelstelling),
        "geladen": geladen,
        "opgegeven": opgegeven(ding),
        "erbij": ding.erbij.all(),
        "opvolgingen": [opvolging for opvolging in overgangen if opvolging.van_indicator == ding],
        "voorgangers": [opvolging for opvolging in overgangen if opvolging.naar_indicator == ding],
    }
    return render(request, "dashboard/indicator.html", context)


def doelen(request: HttpRequest) -> HttpResponse:
    """Every indicator, every year: what was promised, what came of it, and whether that can be judged."""
    keuze = kies_programma(request)
    if keuze is None:
        return render(request, "dashboard/nog_leeg.html")
    programma, geladen, nieuwste = keuze.programma, keuze.edities, keuze.nieuwste
    gekozen = list(Vermelding.objects.gekozen().in_programma(programma).met_bron())
    indicatoren = Indicator.objects.met_begroting().filter(doelstelling__programma=programma)
    lijst = doelenpagina.doelen(_beelden(indicatoren.select_related("doelstelling"), gekozen), geladen)
    breuken = [breuk for doel in lijst for breuk in doel.beeld.breuken]
    context = {
        "keuze": keuze,
        "nieuwste": nieuwste,
        "geladen": geladen,
        "doelen": lijst,
        "aantallen": doelenpagina.tel(lijst),
        "oordelen": doelenpagina.heeft_oordeel(lijst),
        "zwakker": zwakker_dan_bereikt(gekozen, nieuwste, breuken),
        "nooit_verantwoord": nooit_verantwoord([doel.beeld.indicator for doel in lijst], gekozen, nieuwste),
    }
    return render(request, "dashboard/doelen.html", context)


def data(request: HttpRequest) -> HttpResponse:
    """What can be downloaded, and what its columns mean."""
    doelstellingen = Doelstelling.objects.prefetch_related("indicatoren")
    context = {"doelstellingen": doelstellingen, "overig": Indicator.objects.filter(doelstelling=None)}
    return render(request, "dashboard/data.html", context)


def _alle_vermeldingen(vermeldingen: VermeldingQuerySet) -> tuple[VermeldingQuerySet, VermeldingQuerySet]:
    """What the charts use, and everything that is printed."""
    return vermeldingen.gekozen().met_bron(), vermeldingen.geldend().met_bron().nieuwste_bron_eerst()


def _beelden(
    indicatoren: Iterable[Indicator], gekozen: Iterable[Vermelding], gedrukt: Iterable[Vermelding] = ()
) -> list[Beeld]:
    indicatoren = list(indicatoren)
    breuken = (
        Breuk.objects.filter(van__indicator__in=indicatoren).select_related("van", "naar", "publicatie").order_by("pk")
    )
    return beelden(indicatoren, gekozen, gedrukt, list(breuken))
