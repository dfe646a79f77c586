"""What a controleur sees: what waits, and each opgave with all that belongs to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Opgave, Prognose, Rol
from ingest.opgaven.meting import Meting
from ingest.opgaven.opgaven import NietToegestaan, geef_terug, keur_goed
from ingest.opgaven.waarde import NietBegrepen
from ingest.structuur.ingehaald import Ingehaald

LANGSTE_OPMERKING = 1000
GEEN_OPMERKING = "Schrijf wat er anders moet. Anders weet de invoerder het niet."
GETAL, PAAR = re.compile(r"[0-9]{1,9}"), re.compile(r"([0-9]{1,9})\.([0-9]{1,9})")


@dataclass(frozen=True)
class Kaart:
    """An opgave with all that must be seen to check it, the remark that is being typed, and what is wrong with that."""

    opgave: Opgave
    opmerking: str = ""
    fout: str = ""

    @cached_property
    def meting(self) -> Meting:
        return Meting(self.opgave.definitie, self.opgave.jaar, self.opgave.periode)

    @property
    def opvallend(self) -> list[str]:
        return [] if self.opgave.waarde is None else list(self.meting.opvallend(self.opgave.waarde))


@alleen_voor(Rol.CONTROLEUR)
def controle(request: Verzoek) -> HttpResponse:
    """What waits for a check, what is checked and waits for its release, and the prognoses that hold or wait."""
    wacht = Opgave.objects.filter(staat=Opgave.Staat.GECONTROLEERD).met_definitie().order_by("gecontroleerd_op")
    context = {
        "ingediend": Opgave.objects.ingediend().met_definitie(),
        "wacht_op_vrijgave": wacht,
        "prognoses": Prognose.objects.lopend().met_definitie(),
    }
    return render(request, "ingest/opgaven/controle.html", context)


@alleen_voor(Rol.CONTROLEUR)
def bekijken(request: Verzoek) -> HttpResponse:
    """The chosen opgaven, all of them in full; from here they are approved together, or sent back one by one."""
    if request.method != "POST":
        nummers = [int(nummer) for nummer in request.GET.getlist("opgave") if GETAL.fullmatch(nummer)]
        return _bekijk(request, nummers, getypte(request) or QueryDict())
    gezien = _paren(request.POST.getlist("gezien"))
    if GETAL.fullmatch(request.POST.get("terug", "")):
        return _geef_terug(request, int(request.POST["terug"]), gezien)
    try:
        goed = keur_goed(_paren(request.POST.getlist("goed")), request.user.actor)
    except (Ingehaald, NietToegestaan, NietBegrepen) as reden:
        messages.error(request, f"{str(reden).rstrip('.')}. Er is niets goedgekeurd. Bekijk het opnieuw.")
        return _bekijk(request, list(gezien), request.POST)
    op_de_site = [str(opgave) for opgave in goed if opgave.staat == Opgave.Staat.GEPUBLICEERD]
    wacht = [str(opgave) for opgave in goed if opgave.staat != Opgave.Staat.GEPUBLICEERD]
    if op_de_site:
        messages.success(request, f"Goedgekeurd en nu op de site: {', '.join(op_de_site)}.")
    if wacht:
        messages.success(request, f"Goedgekeurd, en op de site vanaf de vrijgavedatum: {', '.join(wacht)}.")
    return redirect("controle")


def _geef_terug(request: Verzoek, nummer: int, gezien: dict[int, int]) -> HttpResponse:
    """Send one back with its remark; the others stay, with what was typed at them."""
    opmerking = request.POST.get(f"opmerking-{nummer}", "").strip()
    if not opmerking or len(opmerking) > LANGSTE_OPMERKING:
        fout = "Maak de opmerking korter: hoogstens 1.000 tekens." if opmerking else GEEN_OPMERKING
        return _bekijk(request, list(gezien), request.POST, {nummer: fout})
    try:
        terug = geef_terug(nummer, opmerking, request.user.actor, gezien.get(nummer, -1))
    except (Ingehaald, NietToegestaan) as reden:
        return _bekijk(request, list(gezien), request.POST, {nummer: f"{str(reden).rstrip('.')}. Bekijk het opnieuw."})
    messages.success(request, f"{terug} is teruggegeven met uw opmerking.")
    over = [ander for ander in gezien if ander != nummer]
    return _bekijk(request, over, request.POST) if over else redirect("controle")


def _bekijk(
    request: Verzoek, nummers: list[int], getypt: QueryDict, fouten: Mapping[int, str] = MappingProxyType({})
) -> HttpResponse:
    opgaven = Opgave.objects.filter(pk__in=nummers, staat__in=[Opgave.Staat.INGEDIEND, Opgave.Staat.GECONTROLEERD])
    kaarten = [
        Kaart(opgave, getypt.get(f"opmerking-{opgave.pk}", ""), fouten.get(opgave.pk, ""))
        for opgave in opgaven.met_definitie().order_by("pk")
    ]
    if not kaarten:
        messages.info(request, "Kies eerst wat u wilt controleren.")
        return redirect("controle")
    context = {
        "kaarten": kaarten,
        "goed_te_keuren": [kaart.opgave for kaart in kaarten if kaart.opgave.is_ingediend],
        "van_uzelf": [kaart.opgave for kaart in kaarten if request.user.actor in kaart.opgave.invoerders],
    }
    return render(request, "ingest/opgaven/bekijken.html", context, status=422 if fouten else 200)


def _paren(paren: list[str]) -> dict[int, int]:
    """Numbers of opgaven with the version that was shown: "17.3"."""
    gevonden = [PAAR.fullmatch(paar) for paar in paren]
    return {int(paar[1]): int(paar[2]) for paar in gevonden if paar}
