"""Where the beheerder reads who changed what, when and why: per figure and per person."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from indicators.models import Indicator, Wijziging
from indicators.models.geschiedenis import WijzigingQuerySet
from ingest.accounts.toegang import Verzoek, alleen_voor
from ingest.beheer.csvbestand import csv_antwoord
from ingest.beheer.geschiedenis import Geschiedenisregel, geschiedenisregels
from ingest.models import Account, Rol

PER_PAGINA = 50
KOPPEN = ("wanneer", "actor", "rol", "actie", "tabel", "rij", "wat", "velden", "reden")


class Zoek(forms.Form):
    """What is asked: a figure, a person, or both."""

    cijfer = forms.ModelChoiceField(
        Indicator.alle.all(), label="Cijfer", required=False, to_field_name="slug", empty_label="Alles"
    )
    jaar = forms.IntegerField(
        label="Jaar",
        required=False,
        min_value=1900,
        max_value=2200,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "4"}),
        error_messages={"invalid": "Dit is geen jaar. Typ een jaar, bijvoorbeeld 2024."},
    )
    persoon = forms.UUIDField(
        label="Persoon",
        required=False,
        widget=forms.Select,
        error_messages={"invalid": "Deze persoon bestaat niet. Kies iemand uit de lijst."},
    )

    def __init__(self, *args: Any, namen: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bekend = Wijziging.objects.exclude(actor=None).order_by("actor").values_list("actor", flat=True).distinct()
        weg = [(str(actor), verwijderd(str(actor))) for actor in bekend if str(actor) not in namen]
        self.fields["persoon"].widget.choices = [("", "Iedereen"), *namen.items(), *weg]

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if velden.get("jaar") and not velden.get("cijfer") and "cijfer" not in self.errors:
            self.add_error("cijfer", "Kies het cijfer waarvan u dit jaar wilt zien.")
        return velden

    @property
    def wijzigingen(self) -> WijzigingQuerySet:
        velden, gevonden = self.cleaned_data, Wijziging.objects.all()
        if velden["cijfer"]:
            gevonden = gevonden.over_indicator(velden["cijfer"], velden["jaar"])
        return gevonden.van_persoon(velden["persoon"]) if velden["persoon"] else gevonden


@require_safe
@alleen_voor(Rol.BEHEERDER)
def geschiedenis(request: Verzoek) -> HttpResponseBase:
    """Newest first; the only page where the history has names, because the account still has them."""
    namen = {str(account.actor): account.naam for account in Account.objects.all()}
    zoek = Zoek(request.GET, namen=namen)
    if not zoek.is_valid():
        return _toon(request, zoek, Wijziging.objects.none(), namen, status=422)
    if request.GET.get("als") == "csv":
        return csv_antwoord("geschiedenis", KOPPEN, map(_cellen, geschiedenisregels(zoek.wijzigingen.iterator())))
    return _toon(request, zoek, zoek.wijzigingen, namen)


def verwijderd(actor: str) -> str:
    return f"verwijderd account {actor}"


def _toon(
    request: Verzoek, zoek: Zoek, wijzigingen: WijzigingQuerySet, namen: dict[str, str], status: int = 200
) -> HttpResponse:
    pagina = Paginator(wijzigingen, PER_PAGINA).get_page(request.GET.get("pagina"))
    vraag = request.GET.copy()
    vraag.pop("pagina", None)
    context = {
        "zoek": zoek,
        "pagina": pagina,
        "regels": list(geschiedenisregels(pagina.object_list, lambda actor: namen.get(actor) or verwijderd(actor))),
        "vraag": vraag.urlencode(),
    }
    return render(request, "ingest/beheer/geschiedenis.html", context, status=status)


def _cellen(regel: Geschiedenisregel) -> Iterator[str]:
    """Without names: a file goes further than a page."""
    wijziging = regel.wijziging
    yield regel.op.isoformat(timespec="seconds")
    yield str(wijziging.actor or "")
    yield wijziging.rol
    yield regel.actie
    yield wijziging.tabel
    yield wijziging.rij
    yield regel.wat
    yield "; ".join(map(str, regel.velden))
    yield wijziging.reden
