"""Documents that are handed in: the list with the form, and each of them while it is on its way."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.documenten.aanleveren.aanlevering import (
    AF_TE_BREKEN,
    AlAangeleverd,
    StapKanNiet,
    breek_af,
    kan_opnieuw,
    lees_opnieuw,
    neem_aan,
)
from ingest.documenten.beoordelen.views import PER_STAAT
from ingest.lezer.bestanden.herkenning import GROOTST, Bestand, herken_bestand
from ingest.lezer.regels import Onleesbaar
from ingest.models import Aanlevering, Account, Rol

SOORTEN = ".pdf,.docx,.odt,.html,.htm,.txt,.md,.csv"
TE_GROOT = "Dit bestand is groter dan 50 MB. Lever alleen het deel met de programma's aan."


class Aanleverformulier(forms.Form):
    """One file, judged by what is in it before anything is kept."""

    bestand = forms.FileField(
        label="Document",
        allow_empty_file=True,
        help_text="Een PDF met tekst, DOCX, ODT, HTML, tekst of markdown. Cijfers van anderen als CSV. "
        "Hoogstens 50 MB. Sleep of kies het.",
        error_messages={"required": "Kies eerst een bestand."},
        widget=forms.FileInput(attrs={"accept": SOORTEN, "data-grootst": GROOTST, "data-te-groot": TE_GROOT}),
    )

    def clean_bestand(self) -> tuple[Bestand, str]:
        """The file, recognised, and its name."""
        gekozen = self.cleaned_data["bestand"]
        try:
            return herken_bestand(gekozen.read(GROOTST + 1)), str(gekozen.name)
        except Onleesbaar as reden:
            raise ValidationError(str(reden)) from reden


@alleen_voor(Rol.CONTROLEUR)
def documenten(request: Verzoek) -> HttpResponse:
    """What was handed in and how far it is; a file that is handed in here is read at once."""
    formulier = Aanleverformulier(request.POST, request.FILES) if request.method == "POST" else Aanleverformulier()
    if request.method == "POST" and formulier.is_valid():
        bestand, naam = formulier.cleaned_data["bestand"]
        try:
            aanlevering = neem_aan(bestand, naam, request.user.actor)
        except AlAangeleverd as bekend:
            messages.info(request, str(bekend))
            aanlevering = bekend.aanlevering
        return redirect(aanlevering)
    alle = Aanlevering.objects.select_related("lezing").defer("lezing__uitvoer")
    namen = _namen(alle)
    context = {
        "formulier": formulier,
        "teruggevonden": request.method != "POST" and getypte(request),
        "rijen": [(rij, namen.get(rij.aangeleverd_door), voortgangstekst(rij)) for rij in alle],
    }
    return render(request, "ingest/documenten/documenten.html", context, status=422 if formulier.errors else 200)


@alleen_voor(Rol.CONTROLEUR)
def document(request: Verzoek, pk: int) -> HttpResponse:
    """One document, as its state asks: on its way, refused or given up; or to be judged."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    if request.method == "POST" and request.POST.get("actie") in _HANDELINGEN:
        return _HANDELINGEN[request.POST["actie"]](request, aanlevering)
    return PER_STAAT.get(aanlevering.staat, _onderweg)(request, aanlevering)


@alleen_voor(Rol.CONTROLEUR)
def voortgang(request: Verzoek, pk: int) -> JsonResponse:
    """How far a document is, for the page that shows it."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    velden = {"staat": aanlevering.staat, "gelezen": aanlevering.gelezen, "bladzijden": aanlevering.bladzijden}
    return JsonResponse(velden | {"tekst": voortgangstekst(aanlevering)})


def voortgangstekst(aanlevering: Aanlevering) -> str:
    """How far a document is, in words; empty where its state says all."""
    if aanlevering.staat not in Aanlevering.ONDERWEG or not aanlevering.bladzijden:
        return ""
    tekst = f"{aanlevering.gelezen} van {_aantal(aanlevering.bladzijden, 'bladzijde', 'bladzijden')} gelezen"
    if aanlevering.staat == Aanlevering.Staat.LEEST and not aanlevering.tabellen:
        return tekst  # the tables are looked for when all pages are read
    return f"{tekst}, {_aantal(aanlevering.tabellen, 'tabel', 'tabellen')} gevonden"


def _onderweg(request: Verzoek, aanlevering: Aanlevering) -> HttpResponse:
    context = {
        "aanlevering": aanlevering,
        "wie": _namen([aanlevering]).get(aanlevering.aangeleverd_door),
        "onderweg": aanlevering.staat in Aanlevering.ONDERWEG,
        "voortgang": voortgangstekst(aanlevering),
        "kan_stoppen": aanlevering.staat in AF_TE_BREKEN,
        "kan_opnieuw": kan_opnieuw(aanlevering),
    }
    return render(request, "ingest/documenten/onderweg.html", context)


def _stop(request: Verzoek, aanlevering: Aanlevering) -> HttpResponse:
    try:
        breek_af(aanlevering)
    except StapKanNiet as reden:
        messages.error(request, str(reden))
    else:
        messages.success(request, f"Gestopt met {aanlevering}. Er staat niets van op de site.")
    return redirect(aanlevering)


def _opnieuw(request: Verzoek, aanlevering: Aanlevering) -> HttpResponse:
    try:
        return redirect(lees_opnieuw(aanlevering, request.user.actor))
    except AlAangeleverd as bekend:
        messages.info(request, str(bekend))
        return redirect(bekend.aanlevering)
    except StapKanNiet as reden:
        messages.error(request, str(reden))
        return redirect(aanlevering)


_HANDELINGEN = {"stoppen": _stop, "opnieuw": _opnieuw}


def _namen(aanleveringen: Any) -> dict[object, str]:
    """Who handed them in, of those whose account is still there."""
    accounts = Account.objects.filter(actor__in={rij.aangeleverd_door for rij in aanleveringen})
    return {account.actor: account.naam for account in accounts}


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"
