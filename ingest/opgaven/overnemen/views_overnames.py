"""Goals and amounts of documents that are not on the site: who takes them over, and who agrees."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render

from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Geldovername, Overname, Rol
from ingest.models.overnames import Overnamestaat
from ingest.opgaven.opgaven import NietToegestaan
from ingest.opgaven.overnemen.geldovernameformulier import (
    Geldovernameformulier,
    beginwaarden_bedrag,
    doelstellingen_van,
)
from ingest.opgaven.overnemen.overnameformulier import Opmerkingformulier, Overnameformulier, beginwaarden
from ingest.opgaven.overnemen.overnames import (
    Een,
    geef_overname_terug,
    keur_overname_goed,
    leg_overname_voor,
    trek_overname_in,
)
from ingest.opgaven.waarde import NietBegrepen
from ingest.structuur.ingehaald import Ingehaald

GETAL = re.compile(r"[0-9]{1,9}")


@alleen_voor(Rol.CONTROLEUR, Rol.INVOERDER)
def overnames(request: Verzoek) -> HttpResponse:
    """What was taken over, by how far it has come: of a controleur all, of an invoerder their own."""
    return _toon(request)


def _toon(request: Verzoek, fout: dict[str, Any] | None = None) -> HttpResponse:
    """The list; `fout` is the form that is wrong, and of which one."""
    doelen, bedragen = Overname.objects.met_definitie(), Geldovername.objects.met_doelstelling()
    if Rol.CONTROLEUR not in request.user.rollen:
        doelen = doelen.filter(definitie__in=request.user.eigen_definities())
        bedragen = bedragen.filter(doelstelling__in=doelstellingen_van(request.user))
    groepen = [(staat.label, [*doelen.in_staat(staat), *bedragen.in_staat(staat)]) for staat in Overnamestaat]
    context = {"groepen": groepen, "fout": fout}
    return render(request, "ingest/opgaven/overnames.html", context, status=422 if fout else 200)


@alleen_voor(Rol.INVOERDER)
def overname(request: Verzoek, pk: int | None = None) -> HttpResponse:
    """The form for a goal: a new one, or one that was sent back."""
    eigen = Overname.objects.met_definitie().filter(definitie__in=request.user.eigen_definities())
    vorige = get_object_or_404(eigen.in_staat(Overnamestaat.TERUGGEGEVEN), pk=pk) if pk is not None else None
    teruggevonden = getypte(request) if request.method != "POST" else None
    velden = request.POST if request.method == "POST" else teruggevonden
    begin = beginwaarden(request.user, vorige)
    formulier = Overnameformulier(velden, account=request.user, vorige=vorige, initial=begin)
    return _leg_voor(request, formulier, vorige or Overname(), teruggevonden)


@alleen_voor(Rol.INVOERDER)
def bedrag(request: Verzoek, pk: int | None = None) -> HttpResponse:
    """The form for an amount: a new one, or one that was sent back."""
    eigen = Geldovername.objects.met_doelstelling().filter(doelstelling__in=doelstellingen_van(request.user))
    vorige = get_object_or_404(eigen.in_staat(Overnamestaat.TERUGGEGEVEN), pk=pk) if pk is not None else None
    teruggevonden = getypte(request) if request.method != "POST" else None
    velden = request.POST if request.method == "POST" else teruggevonden
    begin = beginwaarden_bedrag(request.user, vorige)
    formulier = Geldovernameformulier(velden, account=request.user, vorige=vorige, initial=begin)
    return _leg_voor(request, formulier, vorige or Geldovername(), teruggevonden)


def _leg_voor(
    request: Verzoek,
    formulier: Overnameformulier | Geldovernameformulier,
    deze: Een,
    teruggevonden: QueryDict | None,
) -> HttpResponse:
    if request.method == "POST" and formulier.is_valid():
        try:
            klaar = leg_overname_voor(deze, formulier.velden, request.user.actor, _gezien(request))
        except Ingehaald as ingehaald:
            formulier.add_error(None, f"{ingehaald}. Bekijk het opnieuw.")
        else:
            messages.success(request, f"{klaar}: {klaar.cijfer} wacht op controle door een collega.")
            return redirect("overnames")
    vorige = deze if deze.pk else None
    context = {
        "formulier": formulier,
        "vorige": vorige,
        "teruggevonden": teruggevonden,
        "is_bedrag": isinstance(deze, Geldovername),
    }
    fout = request.method == "POST"
    return render(request, "ingest/opgaven/overname.html", context, status=422 if fout else 200)


@alleen_voor(Rol.CONTROLEUR)
def overname_besluit(request: Verzoek, pk: int) -> HttpResponse:
    """Agree to a goal, send it back, or take it off the site."""
    return _besluit(request, get_object_or_404(Overname, pk=pk))


@alleen_voor(Rol.CONTROLEUR)
def bedrag_besluit(request: Verzoek, pk: int) -> HttpResponse:
    """The same of an amount."""
    return _besluit(request, get_object_or_404(Geldovername, pk=pk))


def _besluit(request: Verzoek, deze: Een) -> HttpResponse:
    if request.method != "POST":
        return redirect("overnames")
    actie, gezien, actor = request.POST.get("actie"), _gezien(request), request.user.actor
    formulier = Opmerkingformulier(request.POST)
    if actie in ("terug", "intrekken") and not formulier.is_valid():
        return _toon(request, {"deze": deze, "formulier": formulier})
    try:
        if actie == "goed":
            klaar, gedaan = keur_overname_goed(deze, gezien, actor), "staat nu op de site"
        elif actie == "terug":
            klaar = geef_overname_terug(deze, gezien, formulier.cleaned_data["opmerking"], actor)
            gedaan = "is teruggegeven met uw opmerking"
        elif actie == "intrekken":
            klaar = trek_overname_in(deze, gezien, formulier.cleaned_data["opmerking"], actor)
            gedaan = "is van de site gehaald"
        else:
            return redirect("overnames")
    except (Ingehaald, NietToegestaan, NietBegrepen) as reden:
        messages.error(request, f"{str(reden).rstrip('.')}. Er is niets gewijzigd. Bekijk het opnieuw.")
    else:
        messages.success(request, f"{klaar} {gedaan}.")
    return redirect("overnames")


def _gezien(request: Verzoek) -> int:
    """The version that the form showed."""
    gezien = request.POST.get("gezien", "")
    return int(gezien) if GETAL.fullmatch(gezien) else 0
