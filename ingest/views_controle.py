"""What a controleur sees: what waits, each opgave with all that belongs to it, and who is behind."""

from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from indicators.models import Definitie
from ingest.meting import Meting
from ingest.models import Account, Opgave, Recht, Rol
from ingest.opgaven import Ingehaald, NietToegestaan, geef_terug, keur_goed
from ingest.toegang import Verzoek, getypte, voor
from ingest.views_opgaven import gekozen_jaar
from ingest.werklijst import Deel, per_doelstelling, taken, tel


@dataclass(frozen=True)
class Kaart:
    """An opgave with all that must be seen to check it."""

    opgave: Opgave

    @cached_property
    def meting(self) -> Meting:
        return Meting(self.opgave.definitie, self.opgave.jaar, self.opgave.periode)

    @property
    def opvallend(self) -> list[str]:
        return [] if self.opgave.waarde is None else list(self.meting.opvallend(self.opgave.waarde))


class Opmerking(forms.Form):
    """Why an opgave goes back."""

    opmerking = forms.CharField(
        label="Wat moet er anders?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf wat er anders moet. Anders weet de invoerder het niet."},
    )


@voor(Rol.CONTROLEUR)
def controle(request: Verzoek) -> HttpResponse:
    """What waits for a check, and what is checked and waits for its release."""
    wacht = Opgave.objects.filter(staat=Opgave.Staat.GECONTROLEERD).met_definitie().order_by("gecontroleerd_op")
    context = {"ingediend": Opgave.objects.ingediend().met_definitie(), "wacht_op_vrijgave": wacht}
    return render(request, "ingest/controle.html", context)


@voor(Rol.CONTROLEUR)
def bekijken(request: Verzoek) -> HttpResponse:
    """The chosen opgaven, all of them in full; from here they are approved together, or sent back one by one."""
    if request.method == "POST":
        paren = [paar.partition(".") for paar in request.POST.getlist("gezien")]
        gezien = {int(nummer): int(versie) for nummer, _, versie in paren if nummer.isdecimal() and versie.isdecimal()}
        try:
            goed = keur_goed(gezien, request.user.actor)
        except (Ingehaald, NietToegestaan) as reden:
            messages.error(request, f"{reden}. Er is niets goedgekeurd. Bekijk het opnieuw.".replace("..", "."))
            return _bekijk(request, list(gezien))
        op_de_site = [str(opgave) for opgave in goed if opgave.staat == Opgave.Staat.GEPUBLICEERD]
        wacht = [str(opgave) for opgave in goed if opgave.staat != Opgave.Staat.GEPUBLICEERD]
        if op_de_site:
            messages.success(request, f"Goedgekeurd en nu op de site: {', '.join(op_de_site)}.")
        if wacht:
            messages.success(request, f"Goedgekeurd, en op de site vanaf de vrijgavedatum: {', '.join(wacht)}.")
        return redirect("controle")
    return _bekijk(request, [int(nummer) for nummer in request.GET.getlist("opgave") if nummer.isdecimal()])


@voor(Rol.CONTROLEUR)
def terug(request: Verzoek, nummer: int) -> HttpResponse:
    """Send one opgave back, with a remark; a remark whose session had expired is still there."""
    opgave = get_object_or_404(Opgave.objects.met_definitie(), pk=nummer)
    if request.method != "POST":
        return _bekijk(request, [nummer], Opmerking(initial=getypte(request)))
    formulier = Opmerking(request.POST)
    gezien = request.POST.get("versie", "")
    if not formulier.is_valid() or not gezien.isdecimal():
        return _bekijk(request, [nummer], formulier)
    try:
        geef_terug(nummer, formulier.cleaned_data["opmerking"], request.user.actor, int(gezien))
    except (Ingehaald, NietToegestaan) as reden:
        formulier.add_error(None, f"{reden}. Bekijk het opnieuw.")
        return _bekijk(request, [nummer], formulier)
    messages.success(request, f"{opgave} is teruggegeven met uw opmerking.")
    return redirect("controle")


@voor(Rol.CONTROLEUR)
def voortgang(request: Verzoek) -> HttpResponse:
    """How complete a year is, per doelstelling, and who is behind."""
    jaar, nu = gekozen_jaar(request), timezone.localdate().year
    alle = taken(Definitie.objects.select_related("indicator__doelstelling"), jaar)
    invoerders = list(Recht.objects.filter(rol=Rol.INVOERDER).select_related("account", "doelstelling", "indicator"))
    context = {
        "jaar": jaar,
        "jaren": range(nu, nu - 6, -1),
        "delen": [(deel, _wie(deel, invoerders)) for deel in per_doelstelling(alle)],
        "aantallen": tel(alle),
        "klaar": sum(taak.is_klaar for taak in alle),
        "totaal": len(alle),
    }
    return render(request, "ingest/voortgang.html", context)


def _wie(deel: Deel, invoerders: list[Recht]) -> list[Account]:
    """The people who may enter what is still to be done here."""
    open_ = {taak.definitie.indicator_id for taak in deel.taken if not taak.is_klaar}
    van_deel = deel.doelstelling.pk if deel.doelstelling and open_ else None
    mogen = [r.account for r in invoerders if r.indicator_id in open_ or (van_deel and r.doelstelling_id == van_deel)]
    return list(dict.fromkeys(mogen))


def _bekijk(request: Verzoek, nummers: list[int], opmerking: Opmerking | None = None) -> HttpResponse:
    opgaven = Opgave.objects.filter(pk__in=nummers, staat__in=[Opgave.Staat.INGEDIEND, Opgave.Staat.GECONTROLEERD])
    kaarten = [Kaart(opgave) for opgave in opgaven.met_definitie().order_by("pk")]
    if not kaarten:
        messages.info(request, "Kies eerst wat u wilt controleren.")
        return redirect("controle")
    context = {
        "kaarten": kaarten,
        "opmerking": opmerking or Opmerking(),
        "goed_te_keuren": [
            opgave for opgave in (kaart.opgave for kaart in kaarten) if opgave.staat == Opgave.Staat.INGEDIEND
        ],
        "van_uzelf": [
            opgave for opgave in (kaart.opgave for kaart in kaarten) if request.user.actor in opgave.invoerders
        ],
    }
    fout = opmerking is not None and bool(opmerking.errors)
    return render(request, "ingest/bekijken.html", context, status=422 if fout else 200)
