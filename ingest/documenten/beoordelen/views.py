"""Judging a document: what is asked about it, each question beside its page, and the way to the site and off it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import SimpleLazyObject

from indicators.models import Bedrag, Lezing, Referentiecijfer, Vermelding
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.documenten.aanleveren.aanlevering import kan_opnieuw, stuur
from ingest.documenten.aanleveren.bestanden import Kwijt
from ingest.documenten.aanleveren.plaatjes import GeenPlaatje, plaatje
from ingest.documenten.beoordelen.akkoord import GEEN_TWEEDE, geef_akkoord
from ingest.documenten.beoordelen.antwoorden.mogelijk import mogelijk
from ingest.documenten.beoordelen.antwoorden.velden import Antwoordformulier
from ingest.documenten.beoordelen.beoordeling import (
    NietOpen,
    NogSteedsNiet,
    beantwoord,
    bevestig_vragen,
    bezwaren,
    is_verouderd,
    vat_samen,
    ververs,
)
from ingest.documenten.beoordelen.bladzijden import bladzijde_van, maak_bladzijde
from ingest.documenten.beoordelen.gevolgen import gevolgen
from ingest.documenten.beoordelen.intrekken import gaat_mee, trek_in
from ingest.documenten.beoordelen.nakijken import eigen_antwoorden_open, na_te_kijken
from ingest.documenten.beoordelen.omschrijvingen import naast_elkaar
from ingest.documenten.beoordelen.pagina import (
    KOPPEN,
    LIJSTEN,
    PER_BLADZIJDE,
    adres_van,
    antwoord_in_woorden,
    begint_op,
    groepeer,
    lijst_van,
    plaats,
    tel_vragen,
    volgende,
)
from ingest.documenten.beoordelen.samenvatting import begin_van_bladzijden, tel
from ingest.lezer.bestanden.herkenning import Formaat
from ingest.models import Aanlevering, Antwoord, Rol, Vraag
from ingest.ontwerp.bewaard import bewaard_ontwerp
from ingest.ontwerp.ontwerp import Ontwerp
from ingest.opgaven.velden import openbare_zin
from ingest.structuur.ingehaald import Ingehaald

PER_KEER = 25  # figures, and amounts, on a page of what changes


def beoordeling(request: Verzoek, aanlevering: Aanlevering) -> HttpResponse:
    """What was read and what is asked about it: the page of a document that is being judged."""
    try:
        samenvatting = vat_samen(aanlevering)
    except NietOpen:  # it went on since the page was asked for
        return redirect(aanlevering)
    ontwerp = _later(aanlevering)
    aantallen = tel_vragen(aanlevering)
    bladen = {lijst: _blad(request, aanlevering, lijst, aantallen) for lijst in LIJSTEN}
    if bladen["open"].paginator.num_pages > 1 and "beantwoord" not in request.GET:
        bladen["beantwoord"].object_list = []  # who has that much to do looks back when they ask for it
    groepen = {
        lijst: groepeer(blad, ontwerp, samenvatting.bladzijden, aantallen[lijst]) for lijst, blad in bladen.items()
    }
    context = {
        "aanlevering": aanlevering,
        "concept": samenvatting,
        "tellingen": samenvatting.tellingen,
        **groepen,
        "bladen": bladen,
        "begint_op": begint_op(aantallen["open"]),
        "over_document": aanlevering.vragen.geldend().get(soort=Vraag.Soort.DOCUMENT),
        "verouderd": is_verouderd(aanlevering),
        "na_te_kijken": na_te_kijken(aanlevering).exclude(actor=request.user.actor).count(),
    }
    return render(request, "ingest/documenten/beoordelen/vragen.html", context)


def _later(aanlevering: Aanlevering) -> Ontwerp:
    """The draft, made when something of it is asked: most questions and answers need none."""
    return cast("Ontwerp", SimpleLazyObject(partial(bewaard_ontwerp, aanlevering)))


def _blad(
    request: Verzoek, aanlevering: Aanlevering, lijst: str, aantallen: Mapping[str, Mapping[str, int]]
) -> "Page[Vraag]":
    """The page of this list that was asked for, its questions with their answers."""
    bladen = Paginator(lijst_van(aanlevering, lijst).prefetch_related("antwoorden"), PER_BLADZIJDE)
    bladen.count = sum(aantallen[lijst].values())  # else it would count them once more
    return bladen.get_page(request.GET.get(lijst))


@alleen_voor(Rol.CONTROLEUR)
def bevestigen(request: Verzoek, pk: int) -> HttpResponse:
    """Questions of the list that a click answers: one of them, or all that were shown together."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    if request.method != "POST":
        return redirect(aanlevering)
    nummers = [int(nummer) for nummer in request.POST.getlist("vraag") if nummer.isdecimal() and len(nummer) < 10]
    try:
        aantal = bevestig_vragen(aanlevering, nummers, request.user.actor, request.rol)
    except NietOpen as reden:
        messages.error(request, str(reden))
    else:
        messages.success(request, f"{aantal} {'vraag' if aantal == 1 else 'vragen'} beantwoord.")
    blad = request.POST.get("open", "")
    return redirect(f"{aanlevering.get_absolute_url()}?open={blad}" if blad.isdecimal() else aanlevering)


@alleen_voor(Rol.CONTROLEUR)
def vraag(request: Verzoek, pk: int, nummer: int) -> HttpResponse:
    """One question beside its page, with the answers that it can get."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    gesteld = get_object_or_404(aanlevering.vragen.geldend().prefetch_related("antwoorden"), pk=nummer)
    if aanlevering.staat != Aanlevering.Staat.TE_BEOORDELEN:
        messages.info(request, f"Deze vraag is nu niet te beantwoorden: {aanlevering.get_staat_display()}.")
        return redirect(aanlevering)
    ontwerp = bewaard_ontwerp(aanlevering)
    if request.method != "POST":
        getypt = getypte(request)
        return _toon_vraag(request, gesteld, ontwerp, _formulieren(gesteld, ontwerp, getypt), teruggevonden=getypt)
    formulieren = _formulieren(gesteld, ontwerp, request.POST)
    formulier = next((formulier for formulier in formulieren if formulier.is_bound), None)
    if formulier is None:
        raise Http404("Dit antwoord kan niet op deze vraag")
    if not formulier.is_valid():
        return _toon_vraag(request, gesteld, ontwerp, formulieren)
    return _bewaar(request, gesteld, ontwerp, formulieren, formulier)


def _bewaar(
    request: Verzoek,
    gesteld: Vraag,
    ontwerp: Ontwerp,
    formulieren: list[Antwoordformulier],
    formulier: Antwoordformulier,
) -> HttpResponse:
    wie = (request.user.actor, request.rol)
    try:
        beantwoord(gesteld, formulier.keuze, formulier.gegevens, formulier.uitleg, *wie, _nummer(request))
    except Ingehaald as ander:
        return _toon_vraag(request, gesteld, ontwerp, formulieren, ingehaald=ander.nu)
    except NogSteedsNiet as reden:
        formulier.add_error("tekst", str(reden))
        return _toon_vraag(request, gesteld, ontwerp, formulieren)
    except NietOpen as reden:
        messages.error(request, str(reden))
        return redirect(gesteld.aanlevering)
    messages.success(request, f"Bewaard: {formulier.kop}.")
    gesteld.aanlevering.refresh_from_db()
    if gesteld.aanlevering.staat == Aanlevering.Staat.WACHT:  # it is another document: a worker reads it again
        stuur(gesteld.aanlevering_id)
        return redirect(gesteld.aanlevering)
    verder = volgende(gesteld.aanlevering, gesteld)
    if verder is None:
        return redirect(gesteld.aanlevering)
    return redirect("document-vraag", gesteld.aanlevering_id, verder.pk)


def _nummer(request: Verzoek) -> int:
    """The number of the answer that the form showed."""
    gezien = request.POST.get("gezien", "")
    return int(gezien) if gezien.isdecimal() and len(gezien) < 10 else 0


def _formulieren(gesteld: Vraag, ontwerp: Ontwerp, getypt: Any) -> list[Antwoordformulier]:
    """The answers that this question can get; what was typed is in the form that it was typed in."""
    keuze = getypt.get("keuze") if getypt else None
    return [
        soort(getypt if soort.keuze == keuze else None, vraag=gesteld, ontwerp=ontwerp) for soort in mogelijk(gesteld)
    ]


def _toon_vraag(
    request: Verzoek,
    gesteld: Vraag,
    ontwerp: Ontwerp,
    formulieren: list[Antwoordformulier],
    ingehaald: Antwoord | None = None,
    **meer: Any,
) -> HttpResponse:
    regels = ontwerp.document.regels
    antwoorden = list(gesteld.antwoorden.all())
    gegeven = [antwoord_in_woorden(gesteld, antwoord, ontwerp) for antwoord in antwoorden]
    open_ = next((formulier for formulier in formulieren if formulier.is_bound), None)
    open_ = open_ or next((formulier for formulier in formulieren if formulier.is_gegeven), formulieren[0])
    context = {
        "vraag": gesteld,
        "aanlevering": gesteld.aanlevering,
        "kop": KOPPEN[Vraag.Soort(gesteld.soort)],
        "plaats": plaats(gesteld, begin_van_bladzijden(regels)),
        "terug": adres_van(gesteld),
        "omschreven": naast_elkaar(gesteld.voorstel.get("omschreven")),
        "formulieren": formulieren,
        "open": open_,
        "fout": open_ if open_.errors else None,
        "gegeven": gegeven,
        "ingehaald": next((rij for rij in gegeven if rij.antwoord == ingehaald), None),
        "gezien": antwoorden[-1].nummer if antwoorden else 0,
        "bladzijde": maak_bladzijde(ontwerp.document, bladzijde_van(regels, gesteld.regel), gesteld)
        if gesteld.regel
        else None,
        **meer,
    }
    return render(
        request, "ingest/documenten/beoordelen/vraag.html", context, status=422 if request.method == "POST" else 200
    )


@alleen_voor(Rol.CONTROLEUR)
def bladzijde(request: Verzoek, pk: int, nummer: int) -> HttpResponse:
    """One page of the document, with the figures that were read on it."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    if not aanlevering.uitlezingen.exists():
        raise Http404("Dit document is nog niet gelezen")
    gevonden = maak_bladzijde(bewaard_ontwerp(aanlevering).document, nummer)
    if not 1 <= nummer <= gevonden.aantal:
        raise Http404("Deze bladzijde is er niet")
    return render(
        request, "ingest/documenten/beoordelen/bladzijde.html", {"aanlevering": aanlevering, "bladzijde": gevonden}
    )


@alleen_voor(Rol.CONTROLEUR)
def beeld(request: Verzoek, pk: int, nummer: int) -> FileResponse:
    """A page of a PDF as a picture."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk, formaat=Formaat.PDF)
    try:
        return FileResponse(plaatje(aanlevering.checksum, nummer).open("rb"), content_type="image/png")
    except (GeenPlaatje, Kwijt) as reden:
        raise Http404(str(reden)) from reden


@alleen_voor(Rol.CONTROLEUR)
def publiceren(request: Verzoek, pk: int) -> HttpResponse:
    """What changes on the site, and at its foot the button that does it: for another person than who handed it in."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    if aanlevering.staat != Aanlevering.Staat.TE_BEOORDELEN:
        return redirect(aanlevering)
    if request.method == "POST":
        try:
            geef_akkoord(aanlevering, request.user.actor, request.POST.get("gezien", ""))
        except (NietOpen, Ingehaald) as reden:
            messages.error(request, str(reden))
        else:
            stuur(pk)
            return redirect(aanlevering)
    ontwerp = ververs(aanlevering)
    redenen, straks = bezwaren(aanlevering, ontwerp), gevolgen(aanlevering, ontwerp)
    if request.user.actor == aanlevering.aangeleverd_door:
        redenen.append(GEEN_TWEEDE)
    redenen += eigen_antwoorden_open(aanlevering, request.user.actor)
    context = {
        "aanlevering": aanlevering,
        "ontwerp": ontwerp,
        "concept": ontwerp.document.concept,
        "tellingen": tel(ontwerp.document.concept),
        "gevolgen": straks,
        "cijfers": Paginator(straks.cijfers, PER_KEER).get_page(request.GET.get("cijfers")),
        "bedragen": Paginator(straks.bedragen, PER_KEER).get_page(request.GET.get("bedragen")),
        "redenen": redenen,
    }
    return render(
        request,
        "ingest/documenten/beoordelen/publiceren.html",
        context,
        status=422 if request.method == "POST" else 200,
    )


def gepubliceerd(request: Verzoek, aanlevering: Aanlevering) -> HttpResponse:
    """A document that came on the site: where it is to be seen, and how it gets off."""
    lezingen = Lezing.objects.select_related("publicatie", "intrekking").defer("uitvoer")
    lezing = lezingen.get(aanlevering=aanlevering)
    ontwerp = bewaard_ontwerp(aanlevering)
    aantallen = tel_vragen(aanlevering)
    blad = _blad(request, aanlevering, "beantwoord", aantallen)
    begin = begin_van_bladzijden(ontwerp.document.regels)
    context = {
        "aanlevering": aanlevering,
        "lezing": lezing,
        "intrekking": getattr(lezing, "intrekking", None),
        "op_de_site": lezing.is_gepubliceerd,
        "kan_opnieuw": kan_opnieuw(aanlevering),
        "beantwoord": groepeer(blad, ontwerp, begin, aantallen["beantwoord"]),
        "bladen": {"beantwoord": blad},
    }
    return render(request, "ingest/documenten/beoordelen/gepubliceerd.html", context)


class Intrekformulier(forms.Form):
    """Why a document goes off the site."""

    reden = openbare_zin(
        "Waarom trekt u dit document in?",
        "Iedereen kan dit lezen bij het document. Noem geen namen van personen.",
        "Schrijf waarom. Zonder reden kan niemand het navolgen.",
    )


@alleen_voor(Rol.CONTROLEUR)
def intrekken(request: Verzoek, pk: int) -> HttpResponse:
    """What goes when a document is withdrawn; with a reason it goes."""
    aanlevering = get_object_or_404(Aanlevering.objects.select_related("lezing__publicatie"), pk=pk)
    lezing = aanlevering.lezing
    if lezing is None or not lezing.is_gepubliceerd:
        return redirect(aanlevering)
    formulier = Intrekformulier(request.POST if request.method == "POST" else getypte(request))
    if request.method == "POST" and formulier.is_valid():
        try:
            trek_in(lezing, formulier.cleaned_data["reden"], request.user.actor)
        except NietOpen as reden:
            messages.error(request, str(reden))
        else:
            messages.success(request, f"{lezing.publicatie} is ingetrokken.")
        return redirect(aanlevering)
    cijfers = Vermelding.objects.geldend().van(lezing.publicatie)
    anderen = Referentiecijfer.objects.geldend().filter(publicatie=lezing.publicatie)
    context = {
        "aanlevering": aanlevering,
        "lezing": lezing,
        "formulier": formulier,
        "cijfers": cijfers.filter(waarde__isnull=False).count() + anderen.filter(waarde__isnull=False).count(),
        "bedragen": Bedrag.objects.gedrukt().filter(benaming__publicatie=lezing.publicatie).count(),
        "gaat_mee": gaat_mee(lezing.publicatie),
        "keuzes": cijfers.filter(keuzes__vervallen_op=None, keuzes__isnull=False).count(),
    }
    return render(
        request, "ingest/documenten/beoordelen/intrekken.html", context, status=422 if request.method == "POST" else 200
    )


Toon = Callable[[Verzoek, Aanlevering], HttpResponse]
PER_STAAT: dict[str, Toon] = {
    Aanlevering.Staat.TE_BEOORDELEN: beoordeling,
    Aanlevering.Staat.GEPUBLICEERD: gepubliceerd,
}
"""What is shown of a document in these states, at its own address."""
