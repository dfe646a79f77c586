"""Goals of editions that are not on the site: who takes them over, and who agrees."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Overname, Rol
from ingest.opgaven.opgaven import NietToegestaan
from ingest.opgaven.overnameformulier import Opmerkingformulier, Overnameformulier, beginwaarden
from ingest.opgaven.overnames import (
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
    """What was taken over, by how far it has come: of a controleur all, of an invoerder their own series."""
    return _toon(request)


def _toon(request: Verzoek, fout: dict[str, Any] | None = None) -> HttpResponse:
    """The list; `fout` is the form that is wrong, and of which one."""
    alle = Overname.objects.met_definitie()
    if Rol.CONTROLEUR not in request.user.rollen:
        alle = alle.filter(definitie__in=request.user.eigen_definities())
    groepen = [(staat.label, alle.in_staat(staat)) for staat in Overname.Staat]
    context = {"groepen": [(kop, list(rijen)) for kop, rijen in groepen], "fout": fout}
    return render(request, "ingest/opgaven/overnames.html", context, status=422 if fout else 200)


@alleen_voor(Rol.INVOERDER)
def overname(request: Verzoek, pk: int | None = None) -> HttpResponse:
    """The form: a new one, or one that was sent back."""
    eigen = Overname.objects.met_definitie().filter(definitie__in=request.user.eigen_definities())
    vorige = get_object_or_404(eigen.in_staat(Overname.Staat.TERUGGEGEVEN), pk=pk) if pk is not None else None
    teruggevonden = getypte(request) if request.method != "POST" else None
    velden = request.POST if request.method == "POST" else teruggevonden
    begin = beginwaarden(request.user, vorige)
    formulier = Overnameformulier(velden, account=request.user, vorige=vorige, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        try:
            gezien = _gezien(request)
            klaar = leg_overname_voor(formulier.velden, request.user.actor, vorige, gezien)
        except Ingehaald as ingehaald:
            formulier.add_error(None, f"{ingehaald}. Bekijk het opnieuw.")
        else:
            messages.success(request, f"{klaar}: {klaar.cijfer} wacht op controle door een collega.")
            return redirect("overnames")
    context = {"formulier": formulier, "vorige": vorige, "teruggevonden": teruggevonden}
    fout = request.method == "POST"
    return render(request, "ingest/opgaven/overname.html", context, status=422 if fout else 200)


@alleen_voor(Rol.CONTROLEUR)
def overname_besluit(request: Verzoek, pk: int) -> HttpResponse:
    """Agree, send back, or take off the site."""
    gekozen = get_object_or_404(Overname, pk=pk)
    if request.method != "POST":
        return redirect("overnames")
    actie, gezien, actor = request.POST.get("actie"), _gezien(request), request.user.actor
    formulier = Opmerkingformulier(request.POST)
    if actie in ("terug", "intrekken") and not formulier.is_valid():
        return _toon(request, {"pk": gekozen.pk, "formulier": formulier})
    try:
        if actie == "goed":
            klaar, gedaan = keur_overname_goed(pk, gezien, actor), "staat nu op de site"
        elif actie == "terug":
            klaar = geef_overname_terug(pk, gezien, formulier.cleaned_data["opmerking"], actor)
            gedaan = "is teruggegeven met uw opmerking"
        elif actie == "intrekken":
            klaar = trek_overname_in(pk, gezien, formulier.cleaned_data["opmerking"], actor)
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
