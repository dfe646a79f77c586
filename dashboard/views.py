"""The public pages: each asks what is known, and shows it."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from dashboard import doelenpagina, doelstellingpagina, indicatorteksten, vergelijkpagina
from dashboard.geldpagina import (
    kosten_per_doelstelling,
    kosten_programma,
    tabel_per_jaar,
    tabel_van_editie,
    tabel_vergelijking,
)
from dashboard.indicatorpagina import Beeld, beelden
from dashboard.merktekens import merktekens, merktekens_geld
from dashboard.opmaak import IN_DUIZENDEN
from indicators.models import (
    Bedrag,
    Bewoording,
    Breuk,
    Doelstelling,
    Indicator,
    Opvolging,
    Programma,
    Publicatie,
    Tekst,
    Vermelding,
)
from indicators.models.cijfers import VermeldingQuerySet
from indicators.oordelen import nooit_verantwoord, zwakker_dan_bereikt
from indicators.vergelijking import vergelijk


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
    """One doelstelling: a chart and table per indicator, its money, and its texts per edition beside each other."""
    doel = get_object_or_404(Doelstelling.objects.select_related("programma"), code=code)
    geladen = list(Publicatie.objects.geladen().edities())
    bedragen = list(Bedrag.objects.geldend().onder(doel).met_bron())
    eigen = [bedrag for bedrag in bedragen if bedrag.benaming.post.tabel == "doelstelling"]
    beelden = _beelden(doel.indicatoren.all(), *_alle_vermeldingen(Vermelding.objects.onder(doel)))
    merken = merktekens((beeld.indicator for beeld in beelden), geladen)
    teksten = list(Tekst.objects.geldend().rond(doel).met_bron())
    context = {
        "doelstelling": doel,
        "beelden": [(beeld, merken[beeld.indicator.slug]) for beeld in beelden],
        "geld": tabel_per_jaar("geld", f"Netto kosten van {doel.code} per jaar, {IN_DUIZENDEN}", eigen)
        if eigen
        else None,
        "merken_geld": merktekens_geld(bedragen),
        "uitsplitsing": _per_editie("uitsplitsing", "Uitsplitsing van de kosten", bedragen),
        "kolommen": doelstellingpagina.kolommen(doel, geladen, doel.benamingen.all(), bedragen, teksten),
        "moties": doelstellingpagina.moties(
            doel, {editie.naam: editie for editie in geladen}, teksten, timezone.localdate()
        ),
    }
    return render(request, "dashboard/doelstelling.html", context)


def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """One indicator: chart, table, and beside each other what each edition says of it."""
    ding = get_object_or_404(Indicator.objects.select_related("doelstelling"), slug=slug)
    geladen = list(Publicatie.objects.geladen().edities())
    [beeld] = _beelden([ding], *_alle_vermeldingen(Vermelding.objects.voor(ding)))
    teksten = Tekst.objects.geldend().filter(definitie__indicator=ding).met_bron()
    bewoordingen = Bewoording.objects.filter(definitie__indicator=ding).select_related("definitie")
    kolommen = indicatorteksten.kolommen(ding, geladen, bewoordingen, teksten, beeld.vermeldingen, beeld.breuken)
    context = {
        "indicator": ding,
        "beeld": beeld,
        "merken": merktekens([ding], geladen)[ding.slug],
        "kolommen": kolommen,
        "gelezen": [kolom.editie for kolom in kolommen if kolom.bewoordingen and kolom.is_gelezen],
        "referenties": [ding for kolom in kolommen for ding in kolom.per_soort["referentie"]],
        "eigen_cijfers": [ding for kolom in kolommen for ding in kolom.per_soort["eigen_cijfer"]],
        "banden": [ding for kolom in kolommen for ding in kolom.per_soort["band"]],
        "elders": indicatorteksten.elders(ding.doelstelling),
        "geladen": geladen,
        "opvolgingen": Opvolging.objects.filter(van_indicator=ding).select_related("naar_indicator", "publicatie"),
        "voorgangers": Opvolging.objects.filter(naar_indicator=ding).select_related("van_indicator", "publicatie"),
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
    lijst = doelenpagina.doelen(_beelden(indicatoren, gekozen), geladen)
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


def vergelijken(request: HttpRequest) -> HttpResponse:
    """Two editions beside each other, in either order; without a choice the oldest and the newest."""
    edities = list(Publicatie.objects.geladen().edities())
    if not edities:
        return render(request, "dashboard/nog_leeg.html")
    van = _gekozen_editie(edities, request.GET.get("van"), edities[0])
    naar = _gekozen_editie(edities, request.GET.get("naar"), edities[-1])
    vergelijking = vergelijk(van, naar)
    beleid = list(Bedrag.objects.gedrukt().filter(benaming__publicatie__in=[van, naar]).met_bron())
    titel_geld = f"Netto kosten in de jaren die {van} en {naar} allebei noemen, x € 1.000"
    context = {
        "edities": edities,
        "van": van,
        "naar": naar,
        "vergelijking": vergelijking,
        "samenvatting": vergelijkpagina.samenvatting(vergelijking),
        "doelen": vergelijkpagina.tabel_doelen(vergelijking),
        "geld_doelstellingen": vergelijkpagina.tabel_geld(vergelijking, "doelstelling", titel_geld),
        "geld_posten": vergelijkpagina.tabel_geld(vergelijking, "uitsplitsing", "Posten van doelstelling 1.6"),
        "beleid": [
            (kop, _per_editie(tabel, kop, beleid))
            for tabel, kop in (("nieuw-beleid", "Nieuw beleid"), ("bezuinigingen", "Bezuinigingen en dekking"))
        ],
    }
    return render(request, "dashboard/vergelijken.html", context)


def _gekozen_editie(edities: list[Publicatie], slug: str | None, anders: Publicatie) -> Publicatie:
    if slug is None:
        return anders
    for editie in edities:
        if editie.slug == slug:
            return editie
    raise Http404(f"{slug} staat niet op deze site")


def geld(request: HttpRequest) -> HttpResponse:
    """The money of the programma: what it costs, the same year in each edition, and every printed table."""
    programma, nieuwste = Programma.objects.order_by("code").first(), _nieuwste_editie()
    if programma is None or nieuwste is None:
        return render(request, "dashboard/nog_leeg.html")
    bedragen = list(Bedrag.objects.geldend().in_programma(programma).met_bron())
    saldi = [b for b in bedragen if b.benaming.post.tabel in ("doelstelling", "programma") and b.bedrag is not None]
    titel = f"Netto kosten in {nieuwste.jaar}, {IN_DUIZENDEN}"
    context = {
        "programma": programma,
        "nieuwste": nieuwste,
        "kosten": kosten_programma(saldi, nieuwste),
        "vergelijking": tabel_vergelijking("vergelijking", titel, saldi, nieuwste.jaar),
        "delen": [
            (kop, uitleg, _per_editie(tabel, kop, bedragen))
            for tabel, kop, uitleg in (
                (
                    "programma",
                    "Lasten, baten en reserves",
                    "De rekening is wat het werkelijk was. Een min is een uitgave.",
                ),
                ("doelstelling", "Netto kosten per doelstelling", "Een min is wat de gemeente uitgeeft."),
                ("uitsplitsing", "Uitsplitsing van doelstelling 1.6", "Lasten met een min, baten zonder."),
                ("nieuw-beleid", "Nieuw beleid", "Een min is extra kosten, zonder min is het dekking."),
                ("bezuinigingen", "Bezuinigingen en dekking", "Zonder min is het een besparing."),
            )
        ],
    }
    return render(request, "dashboard/geld.html", context)


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
    breuken = (
        Breuk.objects.filter(van__indicator__in=indicatoren).select_related("van", "naar", "publicatie").order_by("pk")
    )
    return beelden(indicatoren, gekozen, gedrukt, list(breuken))


def _per_editie(tabel: str, titel: str, bedragen: list[Bedrag]) -> list[tuple[Publicatie, object]]:
    """One printed table in each edition that has it."""
    per_editie: dict[Publicatie, list[Bedrag]] = {}
    for bedrag in bedragen:
        if bedrag.benaming.post.tabel == tabel:
            per_editie.setdefault(bedrag.benaming.publicatie, []).append(bedrag)
    return [
        (editie, tabel_van_editie(f"{tabel}-{editie.slug}", f"{titel}, {editie}, {IN_DUIZENDEN}", groep))
        for editie, groep in per_editie.items()
    ]
