"""A prognose as an invoerder types it, and as a controleur decides about it."""

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Prognose, Rol
from ingest.opgaven.meting import Meting, is_te_meten, is_te_verwachten
from ingest.opgaven.opgaven import NietToegestaan
from ingest.opgaven.overnemen.overnameformulier import Opmerkingformulier
from ingest.opgaven.waarde import NietBegrepen
from ingest.prognoses.formulier import Prognoseformulier, eerste_velden
from ingest.prognoses.prognoses import (
    geef_prognose_terug,
    keur_prognose_goed,
    leg_prognose_voor,
    maak_openbaar,
    open_prognose,
    stand_van,
    trek_prognose_in,
)
from ingest.structuur.ingehaald import Ingehaald

GETAL = re.compile(r"[0-9]{1,9}")
GEDAAN = {
    "goed": "is goedgekeurd. Alleen mensen met een account zien haar",
    "openbaar": "staat nu op de site",
    "terug": "is teruggegeven met uw opmerking",
    "intrekken": "is ingetrokken",
}


@alleen_voor(Rol.INVOERDER)
def prognose(request: Verzoek, slug: str, jaar: int, periode: str = "") -> HttpResponse:
    """The form for what is expected of one figure."""
    meting = _meting(request, slug, jaar, periode)
    teruggevonden = getypte(request) if request.method != "POST" else None
    velden = request.POST if request.method == "POST" else teruggevonden
    formulier = Prognoseformulier(velden, meting=meting, initial=eerste_velden(open_prognose(meting)))
    context: dict[str, Any] = {"meting": meting, "formulier": formulier, "teruggevonden": teruggevonden}
    if request.method == "POST" and formulier.is_valid():
        if not formulier.is_bevestigd:
            return _toon(request, context | {"begrepen_als": formulier.begrepen_als})
        try:
            klaar = leg_prognose_voor(meting, formulier.velden, request.user.actor, formulier.cleaned_data["gezien"])
        except Ingehaald:
            return _toon(request, context | {"is_ingehaald": True})
        messages.success(request, f"Prognose {klaar}: {klaar.cijfer} wacht op controle door een collega.")
        return redirect(f"{reverse('werk')}?jaar={jaar}")
    return _toon(request, context)


def _toon(request: Verzoek, context: dict[str, Any]) -> HttpResponse:
    formulier, nu = context["formulier"], open_prognose(context["meting"])
    # What another person saved is seen now, so the next time this form may go over it.
    gezien = stand_van(nu) if context.get("is_ingehaald") else formulier["gezien"].value() or ""
    fout = request.method == "POST" and (formulier.errors or context.get("is_ingehaald"))
    inhoud = context | {"nu": nu, "gezien": gezien}
    return render(request, "ingest/prognoses/prognose.html", inhoud, status=422 if fout else 200)


def _meting(request: Verzoek, slug: str, jaar: int, periode: str) -> Meting:
    definitie, vandaag = get_object_or_404(request.user.eigen_definities(), slug=slug), timezone.localdate()
    if not is_te_verwachten(jaar, None, vandaag) or not is_te_meten(definitie, jaar, periode, vandaag):
        raise Http404(f"{definitie} heeft geen prognose over {jaar} {periode}")
    return Meting(definitie, jaar, periode)


@alleen_voor(Rol.CONTROLEUR)
def prognose_besluit(request: Verzoek, pk: int) -> HttpResponse:
    """One prognose in full: agree, for everybody to see or not; send back, or withdraw."""
    gekozen = get_object_or_404(Prognose.objects.met_definitie(), pk=pk)
    actie = request.POST.get("actie", "")
    formulier = Opmerkingformulier(request.POST if actie in ("terug", "intrekken") else None)
    if request.method == "POST" and (formulier.is_valid() or not formulier.is_bound):
        try:
            klaar = _besluit(request, pk, actie, formulier.cleaned_data["opmerking"] if formulier.is_bound else "")
        except (Ingehaald, NietToegestaan, NietBegrepen) as reden:
            messages.error(request, f"{str(reden).rstrip('.')}. Er is niets gewijzigd. Bekijk het opnieuw.")
            return redirect("prognose-besluit", pk)
        gedaan = GEDAAN["openbaar" if klaar.is_openbaar else actie]
        messages.success(request, f"De prognose {klaar}: {klaar.cijfer} {gedaan}.")
        return redirect("controle")
    meting = Meting(gekozen.definitie, gekozen.jaar, gekozen.periode)
    context = {"prognose": gekozen, "meting": meting, "formulier": formulier}
    return render(request, "ingest/prognoses/besluit.html", context, status=422 if formulier.errors else 200)


def _besluit(request: Verzoek, pk: int, actie: str, opmerking: str) -> Prognose:
    """Do what was asked. Raises Ingehaald, NietToegestaan and NietBegrepen."""
    gezien, actor = request.POST.get("gezien", ""), request.user.actor
    versie = int(gezien) if GETAL.fullmatch(gezien) else -1
    if actie == "goed":
        return keur_prognose_goed(pk, versie, actor, openbaar="openbaar" in request.POST)
    if actie == "openbaar":
        return maak_openbaar(pk, versie, actor)
    if actie == "terug":
        return geef_prognose_terug(pk, versie, opmerking, actor)
    if actie == "intrekken":
        return trek_prognose_in(pk, versie, opmerking, actor)
    raise NietToegestaan("Kies wat u met deze prognose wilt doen")
