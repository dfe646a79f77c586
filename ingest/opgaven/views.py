"""What an invoerder sees: their list, and a form for each figure."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Opgave, Rol
from ingest.opgaven.formulier import OpgaveFormulier, eerste_waarden
from ingest.opgaven.meting import Meting, is_te_meten
from ingest.opgaven.nieuws import heb_gezien, nieuws_voor
from ingest.opgaven.opgaven import NietToegestaan, bewaar_opgave
from ingest.opgaven.werklijst import Werklijst, gekozen_jaar, taken
from ingest.structuur.ingehaald import Ingehaald

BEGIN = {Rol.CONTROLEUR: "controle", Rol.GRIFFIER: "lezen"}
"""Where the work of who enters no figures begins; that of others with the history."""


@alleen_voor()
def werk(request: Verzoek) -> HttpResponse:
    """My list: what is due, handed in and sent back, per year and doelstelling; all that I may enter, or only mine."""
    rollen = request.user.rollen
    if Rol.INVOERDER not in rollen:
        return redirect(next((naam for rol, naam in BEGIN.items() if rol in rollen), "geschiedenis"))
    jaar = gekozen_jaar(request)
    definities = request.user.eigen_definities()
    alle = taken(definities, jaar)
    van_mij = [taak for taak in alle if taak.toedeling.is_van(request.user)]
    alleen_eigen = request.GET.get("van") == "mij"
    context = {
        "jaar": jaar,
        "jaren": range(timezone.localdate().year, timezone.localdate().year - 6, -1),
        "lijst": Werklijst(van_mij if alleen_eigen else alle),
        "nieuws": nieuws_voor(request.user),
        "alleen_eigen": alleen_eigen,
        "van_mij": len(van_mij),
        "alles": len(alle),
        "reeks": request.GET.get("reeks"),
        "ander_jaar": request.GET.get("ander_jaar"),
        "alle_definities": definities.order_by("indicator__doelstelling", "indicator__volgorde", "volgorde"),
    }
    return render(request, "ingest/opgaven/werk.html", context)


@require_POST
@alleen_voor(Rol.INVOERDER)
def gezien(request: Verzoek) -> HttpResponse:
    """The news that the list showed is seen; only then is it gone from there."""
    heb_gezien(request.user, request.POST.get("tot", ""))
    return redirect("werk")


@alleen_voor(Rol.INVOERDER)
def ander_cijfer(request: Verzoek) -> HttpResponse:
    """From the two fields on the list (which series, which year) to the form of that figure."""
    definitie = get_object_or_404(request.user.eigen_definities(), slug=request.GET.get("reeks", "").replace("\0", ""))
    jaar = request.GET.get("jaar", "")
    periode = request.GET.get("periode", "") if definitie.meetperiode == definitie.Meetperiode.HALFJAAR else ""
    if not jaar.isdecimal() or not is_te_meten(definitie, int(jaar), periode, timezone.localdate()):
        terug = urlencode({"reeks": definitie.slug, "ander_jaar": jaar})
        return redirect(f"{reverse('werk')}?{terug}#ander-cijfer")  # where it was typed, and with what was typed
    return redirect("opgave", definitie.slug, int(jaar), *filter(None, [periode]))


@alleen_voor(Rol.INVOERDER)
def opgave(request: Verzoek, slug: str, jaar: int, periode: str = "") -> HttpResponse:
    """The form for one figure. It is saved only as the person saw that it was understood."""
    meting = _meting(request, slug, jaar, periode)
    teruggevonden = getypte(request) if request.method != "POST" else None
    velden = request.POST if request.method == "POST" else teruggevonden or eerste_waarden(meting)
    dien_in = request.method == "POST" and velden.get("actie") == "indienen"
    formulier = OpgaveFormulier(velden, meting=meting, volledig=dien_in)
    if request.method != "POST" or not formulier.is_valid() or not formulier.is_bevestigd:
        return _toon(request, meting, formulier, teruggevonden=teruggevonden)
    try:
        bewaard = bewaar_opgave(
            meting, formulier.invoer, request.user.actor, formulier.data.get("gezien", ""), dien_in=dien_in
        )
    except Ingehaald as ingehaald:
        return _toon(request, meting, formulier, ingehaald=ingehaald.nu)
    except NietToegestaan as reden:
        formulier.add_error(None, str(reden))
        return _toon(request, meting, formulier)
    gedaan = "ingediend. Een controleur kijkt ernaar" if dien_in else "bewaard als concept. Het is nog niet ingediend"
    messages.success(request, f"{bewaard}: {formulier.begrepen_als or 'nog geen cijfer'} is {gedaan}.")
    return redirect("werk")


@alleen_voor(Rol.INVOERDER)
def begrepen(request: Verzoek, slug: str, jaar: int, periode: str = "") -> HttpResponse:
    """How what is typed is understood, and what is remarkable about it: a part of the form, asked while typing."""
    meting = _meting(request, slug, jaar, periode)
    formulier = OpgaveFormulier(request.GET, meting=meting)
    formulier.is_valid()
    return render(request, "ingest/opgaven/onderdelen/begrepen.html", {"formulier": formulier, "meting": meting})


def _toon(request: HttpRequest, meting: Meting, formulier: OpgaveFormulier, **meer: Any) -> HttpResponse:
    ingehaald: Opgave | None = meer.get("ingehaald")
    # What another person saved is seen now, so the next time this form may go over it.
    gezien = meting.stand_nu() if ingehaald else formulier["gezien"].value()
    context = {"meting": meting, "formulier": formulier, "gezien": gezien, **meer}
    fout = request.method == "POST" and (bool(formulier.errors) or bool(ingehaald))
    return render(request, "ingest/opgaven/opgave.html", context, status=422 if fout else 200)


def _meting(request: Verzoek, slug: str, jaar: int, periode: str) -> Meting:
    definitie = get_object_or_404(request.user.eigen_definities(), slug=slug)
    if not is_te_meten(definitie, jaar, periode, timezone.localdate()):
        raise Http404(f"{definitie} heeft geen realisatie over {jaar} {periode}")
    return Meting(definitie, jaar, periode)
