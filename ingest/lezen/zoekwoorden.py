"""Which words are also found by another: the list of synonyms that a griffier or controleur keeps."""

from typing import ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from indicators.models import Synoniem
from indicators.zoeken.woorden import woorden_in
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Rol

EEN_WOORD = "Typ één woord, zonder spaties."


class Synoniemformulier(forms.ModelForm):  # type: ignore[type-arg]
    """Two words; kept as they are looked for."""

    class Meta:
        model = Synoniem
        fields = ("woord", "ook")
        labels: ClassVar = {"woord": "Wie zoekt naar", "ook": "vindt ook"}
        help_texts: ClassVar = {"woord": "Bijvoorbeeld: armoede.", "ook": "Bijvoorbeeld: minimaregelingen."}
        error_messages: ClassVar = {"woord": {"required": EEN_WOORD}, "ook": {"required": EEN_WOORD}}

    def clean_woord(self) -> str:
        return _een_woord(self.cleaned_data["woord"])

    def clean_ook(self) -> str:
        return _een_woord(self.cleaned_data["ook"])

    def clean(self) -> dict[str, str]:
        velden = super().clean() or {}
        woord, ook = velden.get("woord"), velden.get("ook")
        if woord and woord == ook:
            self.add_error("ook", "Dit is hetzelfde woord. Typ een ander.")
        elif Synoniem.objects.filter(woord=woord, ook=ook).exists():
            self.add_error("ook", "Dit staat al op de lijst.")
        return velden


def _een_woord(getypt: str) -> str:
    woorden = woorden_in(getypt)
    if len(woorden) != 1:
        raise ValidationError(EEN_WOORD)
    return woorden[0]


@alleen_voor(Rol.GRIFFIER, Rol.CONTROLEUR)
def zoekwoorden(request: Verzoek) -> HttpResponse:
    """The list, with a form to add to it; what is taken off stays in the history."""
    if request.method == "POST" and (weg := request.POST.get("weg", "")).isdecimal():
        synoniem = get_object_or_404(Synoniem, pk=weg)
        Synoniem.objects.filter(pk=synoniem.pk).update(beeindigd_op=timezone.now())
        messages.success(request, f"Wie zoekt naar {synoniem.woord}, vindt {synoniem.ook} niet meer.")
        return redirect("zoekwoorden")
    formulier = Synoniemformulier(request.POST if request.method == "POST" else getypte(request))
    if request.method == "POST" and formulier.is_valid():
        formulier.save()
        messages.success(request, f"Wie zoekt naar {formulier.instance.woord}, vindt nu ook {formulier.instance.ook}.")
        return redirect("zoekwoorden")
    context = {"formulier": formulier, "synoniemen": Synoniem.objects.all()}
    return render(request, "ingest/lezen/zoekwoorden.html", context, status=422 if formulier.errors else 200)
