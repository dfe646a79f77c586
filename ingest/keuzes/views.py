"""What a controleur decides where two sources differ: which of them the charts use."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from indicators.bronverschil import Bronverschil, bronverschillen, zelfde_cijfer
from indicators.models import Vermelding
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.keuzes.keuzes import kies_bron, laat_los
from ingest.models import Rol
from ingest.structuur.ingehaald import Ingehaald


class Keuzeformulier(forms.Form):
    """A choice with its reason; with `los` the reason alone."""

    vermelding = forms.ModelChoiceField(
        Vermelding.objects.none(),
        label="Welk cijfer gebruikt de site?",
        error_messages={
            "required": "Kies een van de cijfers.",
            "invalid_choice": "Dit cijfer geldt niet meer. Kies een van de cijfers hieronder.",
        },
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Iedereen kan dit lezen bij het cijfer. Noem geen namen van personen.",
        error_messages={"required": "Schrijf waarom. Zonder reden kan niemand de keuze navolgen."},
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, verschil: Bronverschil, los: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [vermelding.pk for vermelding in verschil.vermeldingen]
        veld = self.fields["vermelding"]
        veld.queryset = Vermelding.objects.filter(pk__in=keuzes)  # type: ignore[attr-defined]
        veld.required = not los


@require_safe
@alleen_voor(Rol.CONTROLEUR)
def keuzes(request: Verzoek) -> HttpResponse:
    """Every figure of which two sources say something else, and which of them the charts use now."""
    return render(request, "ingest/keuzes/keuzes.html", {"verschillen": bronverschillen(Vermelding.objects.all())})


@alleen_voor(Rol.CONTROLEUR)
def keuze(request: Verzoek, nummer: int) -> HttpResponse:
    """One such figure, by the number of any vermelding of it: choose another with a reason, or undo with a reason."""
    verschil = _verschil(nummer)
    if request.method != "POST":
        getypt = getypte(request)
        return _toon(request, verschil, Keuzeformulier(getypt, verschil=verschil), teruggevonden=getypt)
    los = request.POST.get("actie") == "loslaten"
    formulier = Keuzeformulier(request.POST, verschil=verschil, los=los)
    if not formulier.is_valid():
        return _toon(request, verschil, formulier)
    velden = formulier.cleaned_data
    try:
        if los:
            laat_los(verschil.keuze, velden["reden"], velden["gezien"])
        else:
            kies_bron(velden["vermelding"], velden["reden"], request.user.actor, velden["gezien"])
    except Ingehaald as reden:
        formulier.add_error(None, str(reden))
        return _toon(request, _verschil(nummer), formulier)
    gedaan = "De nieuwste bron telt weer" if los else f"De site gebruikt nu {velden['vermelding'].gedrukt}"
    messages.success(request, f"{gedaan}. Uw reden is bewaard.")
    return redirect("keuzes")


def _verschil(nummer: int) -> Bronverschil:
    vermelding = get_object_or_404(Vermelding.objects.select_related("bewoording"), pk=nummer)
    gevonden = bronverschillen(zelfde_cijfer(vermelding))
    if not gevonden:
        raise Http404("Over dit cijfer zijn de bronnen het eens")
    return gevonden[0]


def _toon(request: Verzoek, verschil: Bronverschil, formulier: Keuzeformulier, **meer: Any) -> HttpResponse:
    context = {"verschil": verschil, "formulier": formulier, "gekozen": formulier["vermelding"].value(), **meer}
    return render(request, "ingest/keuzes/keuze.html", context, status=422 if request.method == "POST" else 200)
