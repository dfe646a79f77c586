"""Where a controleur sets when figures are due: for all of a year at once, for a doelstelling, or row by row."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from indicators.models import Doelstelling, Indicator
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Rol
from ingest.opgaven.termijnen import Datums, datums_van, stand_van, te_meten, zet_alle_termijnen, zet_termijnen
from ingest.opgaven.waarde import DATUMS
from ingest.opgaven.werklijst import gekozen_jaar
from ingest.structuur.ingehaald import Ingehaald


def datumveld(label: str, **anders: Any) -> forms.DateField:
    """A Dutch date; that of a computer is understood too."""
    fouten = {
        "invalid": "Dit is geen datum. Typ dag-maand-jaar, bijvoorbeeld 15-02-2026.",
        "required": "Typ een datum, bijvoorbeeld 15-02-2026.",
    }
    typen = forms.DateInput(format="%d-%m-%Y", attrs={"placeholder": "dd-mm-jjjj", "autocomplete": "off"})
    return forms.DateField(label=label, input_formats=DATUMS, widget=typen, error_messages=fouten, **anders)


class MetDatums(forms.Form):
    """A due date and a release date for a figure of one year."""

    uiterlijk = datumveld("Uiterlijk", required=False)
    vrijgave_op = datumveld("Op de site vanaf", required=False)

    def __init__(self, *args: Any, jaar: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.jaar = jaar

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        for naam in ("uiterlijk", "vrijgave_op"):
            datum = velden.get(naam)
            if datum and not date(self.jaar, 1, 1) <= datum < date(self.jaar + 4, 1, 1):
                self.add_error(naam, f"Klopt dit jaar? Kies een datum van {self.jaar} tot en met {self.jaar + 3}.")
        if velden.get("vrijgave_op") and not velden.get("uiterlijk") and "uiterlijk" not in self.errors:
            self.add_error("uiterlijk", "Typ ook de uiterste datum, of haal de datum hiernaast weg.")
        return velden

    @property
    def datums(self) -> Datums:
        return Datums(self.cleaned_data["uiterlijk"], self.cleaned_data["vrijgave_op"])


class Allemaal(MetDatums):
    """One date for many indicators at once."""

    uiterlijk = datumveld("Uiterlijk")
    doelstelling = forms.ModelChoiceField(
        Doelstelling.objects.all(), label="Voor welke doelstelling?", required=False, empty_label="Alle doelstellingen"
    )
    ook_bestaande = forms.BooleanField(label="Ook waar al een datum staat", required=False)
    reden = forms.CharField(
        label="Reden", required=False, max_length=500, help_text="Nodig als u een datum wijzigt die er al staat."
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        velden = super().clean()
        if velden.get("ook_bestaande") and not velden.get("reden"):
            self.add_error("reden", "U wijzigt ook datums die er al staan. Schrijf waarom.")
        return velden

    def bewaar(self) -> int:
        velden = self.cleaned_data
        indicatoren = te_meten()
        if velden["doelstelling"]:
            indicatoren = indicatoren.filter(doelstelling=velden["doelstelling"])
        gezien = velden["gezien"] if velden["ook_bestaande"] else None
        reden = velden["reden"] or f"Termijnen over {self.jaar}"
        return zet_alle_termijnen(self.jaar, indicatoren, self.datums, reden, gezien)


class Termijnrij(MetDatums):
    """The termijn of one indicator; `gezien` is what the page showed."""

    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, indicator: Indicator, nu: Datums, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"i{indicator.pk}", initial={**vars(nu), "gezien": nu.stand}, **kwargs)
        self.indicator, self.nu = indicator, nu

    @property
    def is_gewijzigd(self) -> bool:
        return bool(self.datums.stand != self.cleaned_data["gezien"])

    @property
    def wijzigt_wat_stond(self) -> bool:
        """Whether a date that is there becomes another one, or goes; one that comes beside it needs no reason."""
        paren = ((self.nu.uiterlijk, self.datums.uiterlijk), (self.nu.vrijgave_op, self.datums.vrijgave_op))
        return any(oud and oud != nieuw for oud, nieuw in paren)


class Termijnentabel(forms.Form):
    """Every indicator of a year, with one reason for what changes."""

    reden = forms.CharField(
        label="Reden", required=False, max_length=500, help_text="Nodig als u een datum wijzigt die er al staat."
    )

    def __init__(self, velden: Mapping[str, Any] | None, jaar: int) -> None:
        super().__init__(velden)
        self.jaar, nu, nodig = jaar, datums_van(jaar), set(te_meten())
        indicatoren = Indicator.objects.select_related("doelstelling").order_by("doelstelling", "volgorde")
        self.rijen = [
            Termijnrij(velden, jaar=jaar, indicator=indicator, nu=nu.get(indicator.pk, Datums()))
            for indicator in indicatoren
            if indicator in nodig or indicator.pk in nu
        ]

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        fout = [rij for rij in self.rijen if not rij.is_valid()]
        anders = not fout and any(rij.is_gewijzigd and rij.wijzigt_wat_stond for rij in self.rijen)
        if anders and not velden.get("reden"):
            self.add_error("reden", "U wijzigt een datum die er al stond. Schrijf waarom.")
        return velden

    def is_valid(self) -> bool:
        return super().is_valid() and all(rij.is_valid() for rij in self.rijen)

    @property
    def fouten(self) -> list[tuple[str, str, str]]:
        """Every error of the table: the id of its field, what the field is about, and a sentence."""
        algemeen = [("", "", str(zin)) for zin in self.non_field_errors()]
        eigen = [(self["reden"].auto_id, "Reden", str(zin)) for zin in self["reden"].errors]
        van_rijen = [
            (veld.auto_id, f"{rij.indicator}, {veld.label}", str(zin))
            for rij in self.rijen
            for veld in rij
            for zin in veld.errors
        ]
        return [*algemeen, *van_rijen, *eigen]

    def bewaar(self) -> int:
        gewijzigd = [rij for rij in self.rijen if rij.is_gewijzigd]
        gezien = {rij.indicator.pk: rij.cleaned_data["gezien"] for rij in gewijzigd}
        reden = self.cleaned_data["reden"] or f"Termijnen over {self.jaar}"
        return zet_termijnen(self.jaar, {rij.indicator.pk: rij.datums for rij in gewijzigd}, gezien, reden)

    def opnieuw(self, anders: set[int]) -> "Termijnentabel":
        """Beside what another person saved: in rows that were not touched it is shown, in the others it is told."""
        velden, fris = dict(self.data.items()), Termijnentabel(None, self.jaar)
        aangeraakt = {rij.indicator.pk for rij in self.rijen if rij.is_gewijzigd}
        for rij in fris.rijen:
            if rij.indicator.pk not in aangeraakt:
                velden |= {f"{rij.prefix}-{naam}": rij[naam].value() or "" for naam in vars(rij.nu)}
            velden[f"{rij.prefix}-gezien"] = rij.nu.stand
        tabel = Termijnentabel(velden, self.jaar)
        for rij in tabel.rijen:
            if rij.indicator.pk in anders:
                rij.add_error("uiterlijk", f"Iemand anders maakte hiervan: {rij.nu}. U typte wat hieronder staat.")
        return tabel


@alleen_voor(Rol.CONTROLEUR)
def termijnen(request: Verzoek) -> HttpResponse:
    """The termijnen of a year, in two forms: one for many at once, and one with a row for each indicator."""
    jaar = gekozen_jaar(request)
    velden = request.POST if request.method == "POST" else getypte(request)
    actie = velden.get("actie", "") if velden else ""
    alle = Allemaal(velden if actie == "alle" else None, jaar=jaar, prefix="alle")
    tabel = Termijnentabel(velden if actie == "rijen" else None, jaar)
    formulier: Allemaal | Termijnentabel = alle if actie == "alle" else tabel
    if request.method == "POST" and formulier.is_valid():
        try:
            aantal = formulier.bewaar()
        except Ingehaald as ander:
            tabel = tabel.opnieuw(ander.nu) if formulier is tabel else Termijnentabel(None, jaar)
            (tabel if formulier is not alle else alle).add_error(None, str(ander))
        else:
            messages.success(request, f"{aantal} termijn{'' if aantal == 1 else 'en'} over {jaar} gewijzigd.")
            return redirect(f"{reverse('termijnen')}?jaar={jaar}")
    nu = timezone.localdate().year
    context = {
        "jaar": jaar,
        "jaren": range(nu, nu - 6, -1),
        "alle": alle,
        "tabel": tabel,
        "gezien": stand_van(jaar),
        "teruggevonden": request.method != "POST" and velden,
    }
    return render(request, "ingest/opgaven/termijnen.html", context, status=422 if request.method == "POST" else 200)
