"""Answers about the document itself: what it is, its dates, its official address."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.models import Publicatie
from ingest.documenten.beoordelen.antwoorden.velden import Antwoordformulier, keuze_uit, schrijf_datum
from ingest.models import Antwoord
from ingest.opgaven.velden import datum, in_het_verleden

NAAM_VAN_PUBLICATIE = re.compile(r"[A-Z][\w-]*( [\w-]+)+")


class Klopt(Antwoordformulier):
    keuze, kop, knop = Antwoord.Keuze.KLOPT, "Ja, dit klopt", "Klopt"


class AnderDocument(Antwoordformulier):
    keuze, kop, knop = Antwoord.Keuze.ANDERS, "Nee, het is een ander document", "Lees het opnieuw"
    soort = keuze_uit("Soort document", "Kies wat voor document het is.")
    publicatie = forms.CharField(
        label="Korte naam",
        max_length=40,
        help_text="Met het jaar erbij, bijvoorbeeld PB 2027. Het document wordt dan opnieuw gelezen.",
        error_messages={"required": "Typ de korte naam, bijvoorbeeld PB 2027."},
    )

    def maak_klaar(self) -> None:
        soorten = [
            (soort.value, soort.label.capitalize()) for soort in Publicatie.Soort if soort != Publicatie.Soort.OPGAVE
        ]
        self.bied_aan("soort", list(soorten))
        self.initial.update({veld: self.vraag.voorstel.get(veld, "") for veld in ("soort", "publicatie")})

    def clean_publicatie(self) -> str:
        naam = " ".join(self.cleaned_data["publicatie"].split())
        if not NAAM_VAN_PUBLICATIE.fullmatch(naam):
            raise ValidationError("Typ een korte naam met een jaar, bijvoorbeeld PB 2027.")
        return naam


class Gegevens(Antwoordformulier):
    keuze, kop = Antwoord.Keuze.GEGEVENS, "Datum, besluit en adres"
    aangeboden_op = datum(
        "Aangeboden aan de raad op",
        verplicht=True,
        fout="Vul de datum in. Die staat vaak op de eerste bladzijden.",
    )
    status = forms.ChoiceField(
        label="Heeft de raad besloten?",
        choices=[
            (Publicatie.Status.VOORSTEL.value, "Nee, dit is een voorstel van het college"),
            (Publicatie.Status.VASTGESTELD.value, "Ja, de raad heeft dit vastgesteld"),
            (Publicatie.Status.ONBEKEND.value, "Dat weet ik niet"),
        ],
    )
    vastgesteld_op = datum("Vastgesteld op", "Alleen als de raad heeft besloten. Dag-maand-jaar.")
    adres = forms.URLField(
        label="Adres van het document op de site van de gemeente",
        required=False,
        assume_scheme="https",
        max_length=500,
        help_text="Bijvoorbeeld https://www.gemeente.example/begroting. Laat leeg als het er niet staat.",
        error_messages={"invalid": "Dit is geen adres. Kopieer het uit uw browser: het begint met https://."},
    )

    def maak_klaar(self) -> None:
        bekend = Publicatie.objects.filter(naam=self.ontwerp.document.concept.publicatie or "").first()
        if bekend:
            self.initial.update({veld: getattr(bekend, veld) for veld in ("status", "adres")})
            dagen = ("aangeboden_op", "vastgesteld_op")
            self.initial.update({veld: schrijf_datum(getattr(bekend, veld)) for veld in dagen})

    def zoals_gegeven(self, antwoord: Antwoord) -> dict[str, Any]:
        dagen = {veld: antwoord.gegevens[veld] for veld in ("aangeboden_op", "vastgesteld_op")}
        getypt = {veld: schrijf_datum(dag and date.fromisoformat(dag)) for veld, dag in dagen.items()}
        return {**antwoord.gegevens} | getypt

    def clean_aangeboden_op(self) -> date:
        return in_het_verleden(self.cleaned_data["aangeboden_op"])

    def clean_adres(self) -> str:
        adres: str = self.cleaned_data["adres"]
        if adres and not adres.startswith("https://"):
            raise ValidationError("Het adres moet beginnen met https://.")
        return adres

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        besluit, vastgesteld = velden.get("vastgesteld_op"), velden.get("status") == Publicatie.Status.VASTGESTELD
        if besluit and not vastgesteld:
            self.add_error("vastgesteld_op", "Hier staat een datum. Kies dan ook dat de raad heeft besloten.")
        elif besluit and besluit > timezone.localdate():
            self.add_error("vastgesteld_op", "Deze dag moet nog komen.")
        elif besluit and velden.get("aangeboden_op") and besluit < velden["aangeboden_op"]:
            self.add_error("vastgesteld_op", "De raad kan niet besluiten voor de dag van aanbieden. Kijk de datums na.")
        return velden
