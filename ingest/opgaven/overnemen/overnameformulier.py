"""The form for a goal that is taken over: what is typed is checked against the line that printed it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from indicators.models import Definitie, Publicatie
from ingest.models import Account, Overname
from ingest.models.overnames import LAATSTE_JAAR, LEEFT
from ingest.opgaven.formulier import staat_in
from ingest.opgaven.velden import BEGROTINGSOORTEN, openbare_zin
from ingest.opgaven.waarde import NietBegrepen, lees_waarde


class ReeksKeuze(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, definitie: Definitie) -> str:
        return f"{definitie.indicator}: {definitie.omschrijving}"


def getal(label: str, hulp: str, fout: str, van: int, tot: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hulp,
        min_value=van,
        max_value=tot,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), fout),
    )


def _regel(label: str, hulp: str, fout: str, langste: int) -> forms.CharField:
    return forms.CharField(label=label, help_text=hulp, max_length=langste, error_messages={"required": fout})


class Plaatsformulier(forms.Form):
    """Where in a document that is not on this site something stands."""

    titel = _regel(
        "Titel", "Zoals die op de voorkant staat. Bijvoorbeeld Programmabegroting 2024-2027.", "Typ de titel.", 200
    )
    vastgesteld = forms.TypedChoiceField(
        label="Heeft de raad dit document vastgesteld?",
        choices=[("", "Kies…"), ("ja", "Ja"), ("nee", "Nee, dit is het voorstel van het college")],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        error_messages={"required": "Kies ja of nee."},
    )
    adres = forms.URLField(
        label="Adres van het document",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Waar de gemeente het zelf heeft staan. Laat leeg als het alleen op papier is.",
        error_messages={"invalid": "Dit is geen webadres."},
    )
    bladzijde = getal("Bladzijde", "Het nummer dat op de bladzijde staat.", "Typ het nummer van de bladzijde.", 1, 9999)
    gedrukt = _regel(
        "De regel zoals gedrukt",
        "De hele regel, precies zo. Bijvoorbeeld: Begroting PB 2024 - 180 180 180 180.",
        "Typ de regel over.",
        300,
    )


class Overnameformulier(Plaatsformulier):
    """One goal with its place in a begroting that is not on this site."""

    editie = getal(
        "De begroting van welk jaar?", "Bijvoorbeeld 2024 voor PB 2024.", "Typ het jaar van de begroting.", 1990, 2200
    )
    definitie = ReeksKeuze(
        Definitie.objects.none(),
        label="Welk cijfer?",
        empty_label="Kies…",
        help_text="Kies de omschrijving die in dat document staat.",
        error_messages={"required": "Kies het cijfer."},
    )
    jaar = getal("Voor welk jaar?", "", "Typ het jaar waarvoor het gold.", 1990, 2200)
    ingetypt = _regel("Cijfer voor dat jaar", "", "Typ het cijfer.", 40)
    soort_begroting = forms.ChoiceField(
        label="Wat is dit getal?", choices=BEGROTINGSOORTEN, error_messages={"required": "Kies wat dit getal is."}
    )
    zelfde = forms.BooleanField(
        label="Het document omschrijft dit cijfer net zo als hierboven staat",
        required=False,
    )
    anders = forms.CharField(
        label="Of: hoe meet het document dit anders?",
        required=False,
        max_length=300,
        help_text="In één zin, zoals het document het omschrijft. Het doel komt dan op de site zonder oordeel.",
    )

    field_order = ("editie", "titel", "vastgesteld", "adres", "bladzijde", "definitie", "gedrukt")

    def __init__(self, *args: Any, account: Account, vorige: Overname | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vorige = vorige
        definities = account.eigen_definities().order_by("indicator__doelstelling", "indicator__volgorde", "volgorde")
        self.fields["definitie"].queryset = definities  # type: ignore[attr-defined]
        if vorige:  # what it is about stays
            for veld in ("editie", "definitie", "jaar"):
                self.fields[veld].disabled = True

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        definitie, editie, jaar = velden.get("definitie"), velden.get("editie"), velden.get("jaar")
        if editie and editie > timezone.localdate().year + 1:
            self.add_error("editie", f"De begroting van {editie} is er nog niet.")
        if editie and jaar and not editie <= jaar <= editie + LAATSTE_JAAR:
            self.add_error("jaar", f"PB {editie} noemt {editie} tot en met {editie + LAATSTE_JAAR}.")
        if definitie and editie and _op_de_site(definitie, editie):
            self.add_error("editie", f"PB {editie} staat al op deze site. Dit doel komt uit dat document zelf.")
        if definitie and editie and jaar and self._is_er_al(definitie, editie, jaar):
            self.add_error("jaar", "Dit doel is al overgenomen. U vindt het in de lijst.")
        if bool(velden.get("zelfde")) == bool(velden.get("anders")):
            self.add_error("zelfde", self._net_zo_of_anders(bool(velden.get("anders"))))
        if definitie and velden.get("ingetypt"):
            velden["waarde"] = self._waarde(definitie, velden["ingetypt"], velden.get("gedrukt", ""))
        return velden

    @staticmethod
    def _net_zo_of_anders(beide: bool) -> str:
        if beide:
            return "U zegt dat het net zo is gemeten, en ook hoe het anders is. Haal een van de twee weg."
        return "Vergelijk de omschrijving in het document met die hierboven. Is het anders gemeten, schrijf dan hoe."

    def _is_er_al(self, definitie: Definitie, editie: int, jaar: int) -> bool:
        zelfde = Overname.objects.filter(definitie=definitie, editie=editie, jaar=jaar, staat__in=LEEFT)
        return (zelfde.exclude(pk=self.vorige.pk) if self.vorige else zelfde).exists()

    def _waarde(self, definitie: Definitie, ingetypt: str, gedrukt: str) -> Decimal | None:
        try:
            waarde = lees_waarde(ingetypt, definitie)
        except NietBegrepen as vraag:
            self.add_error("ingetypt", str(vraag))
            return None
        if gedrukt and not staat_in(waarde, gedrukt):
            self.add_error("ingetypt", "Dit cijfer staat niet op de regel die u overtypte. Kijk beide na.")
        return waarde

    @property
    def velden(self) -> dict[str, Any]:
        """The fields of the Overname."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "zelfde"}


class Opmerkingformulier(forms.Form):
    """Why it goes back, or goes away."""

    opmerking = openbare_zin("Waarom?", "", "Schrijf waarom. Anders weet een collega het niet.", rijen=2)


def _op_de_site(definitie: Definitie, jaar: int) -> bool:
    """Whether the edition of that year is, with the programma that this is of."""
    edities = Publicatie.objects.geladen().edities().filter(jaar=jaar)
    doelstelling = definitie.indicator.doelstelling
    return (edities.over(doelstelling.programma) if doelstelling else edities).exists()


def beginwaarden(account: Account, vorige: Overname | None) -> dict[str, Any]:
    """Of one that was sent back what was typed; for the next one the document of the last one of this person."""
    if vorige:
        namen = ("editie", "titel", "adres", "bladzijde", "gedrukt", "jaar", "ingetypt", "soort_begroting", "anders")
        velden = {naam: getattr(vorige, naam) for naam in namen}
        return {**velden, "definitie": vorige.definitie_id, "vastgesteld": "ja" if vorige.vastgesteld else "nee"}
    laatste = Overname.objects.filter(invoerders__contains=[account.actor]).order_by("pk").last()
    if laatste is None:
        return {}
    velden = {naam: getattr(laatste, naam) for naam in ("editie", "titel", "adres", "bladzijde", "jaar")}
    return {**velden, "vastgesteld": "ja" if laatste.vastgesteld else "nee"}
