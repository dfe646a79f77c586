"""Answers about a line: typed over, seen, taken over or left."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from indicators.models import Definitie, Vermelding
from ingest.documenten.beoordelen.antwoorden.metingen import MetDefinitie
from ingest.documenten.beoordelen.antwoorden.velden import (
    LANGSTE_TEKST,
    Antwoordformulier,
    jaartal,
    keuze_uit,
    schrijf_datum,
)
from ingest.lezer.soorten import Bevindingsoort
from ingest.models import Antwoord
from ingest.ontwerp.overtypen import om_te_typen
from ingest.opgaven.velden import datum


class Overtypen(Antwoordformulier):
    """What a table leaves open is said once, in the words in which a document says it, above what is typed."""

    keuze, kop, knop = Antwoord.Keuze.OVERTYPEN, "Overtypen", "Lees wat ik typte"
    eenheid = forms.ChoiceField(
        label="In welke eenheid zijn de bedragen?",
        required=False,
        choices=[
            ("", "Die staat erbij"),
            ("Bedragen x € 1.000", "Duizenden euro's (x € 1.000)"),
            ("Bedragen in euro's", "Hele euro's"),
            ("Bedragen x € 1.000.000", "Miljoenen euro's"),
        ],
    )
    teken = forms.ChoiceField(
        label="Wat is een bedrag met een min?",
        required=False,
        choices=[
            ("", "Dat is al te zien"),
            ("- is een nadeel", "Een nadeel: het kost geld"),
            ("- is een voordeel", "Een voordeel: het levert geld op"),
        ],
    )
    tekst = forms.CharField(
        label="Wat staat er?",
        max_length=LANGSTE_TEKST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "class": "overtypen"}),
        help_text="Typ elke rij zoals hij gedrukt is, met een rechte streep ( | ) tussen de cellen. "
        "Laat een lege cel leeg.",
        error_messages={"required": "Typ over wat er staat, of kies bij Niet overnemen waarom niet."},
    )

    def maak_klaar(self) -> None:
        van, tot = self.vraag.regel or 0, self.vraag.tot_regel or self.vraag.regel or 0
        regels = [regel for regel in self.ontwerp.document.regels if van <= regel.nummer <= tot]
        self.initial["tekst"] = "\n".join(om_te_typen(regel) for regel in regels)
        if not {Bevindingsoort.KOP, Bevindingsoort.TEKENS} & set(self.vraag.voorstel.get("wat", "").split(", ")):
            del self.fields["eenheid"], self.fields["teken"]
        else:
            self.fields["tekst"].help_text += (
                " Ontbreekt er iets in de kop, zet het er dan bij: boven elke kolom het jaar en wat het is, zoals "
                "Begroting 2026 of Rekening 2024, met lasten, baten of saldo."
            )

    def zoals_gegeven(self, antwoord: Antwoord) -> dict[str, Any]:
        return {"tekst": "\n".join(antwoord.gegevens["regels"])}

    @property
    def gegevens(self) -> dict[str, Any]:
        getypt = self.cleaned_data["tekst"].replace("\r", "").strip("\n").split("\n")
        gezegd = [self.cleaned_data.get(veld, "") for veld in ("eenheid", "teken")]
        return {"regels": [*(zin for zin in gezegd if zin and zin not in getypt), *getypt]}


class Gezien(Antwoordformulier):
    keuze, kop, knop = Antwoord.Keuze.GEZIEN, "Gezien", "Gezien: zo staat het er"


class Overnemen(MetDefinitie):
    keuze, kop, knop = Antwoord.Keuze.OVERNEMEN, "Neem dit cijfer over", "Neem over"
    definitie = keuze_uit("Bij welke indicator?", "Kies de indicator.")
    jaar = jaartal("Over welk jaar?")
    periode = forms.ChoiceField(
        label="Over welk deel van het jaar?",
        required=False,
        choices=[("", "Het hele jaar, of één dag"), *Vermelding.Periode.choices],
    )
    gemeten_op = datum("Gemeten op", "Alleen als het cijfer van één dag is. Dag-maand-jaar.")
    bron = forms.CharField(
        label="Wie heeft dit gemeten?", required=False, max_length=500, help_text="Bijvoorbeeld CBS."
    )

    def maak_klaar(self) -> None:
        super().maak_klaar()
        jaar, _, deel = str(self.vraag.voorstel.get("periode", "")).partition("-")
        if jaar.isdigit():
            self.initial["jaar"] = jaar
        if deel in Vermelding.Periode.values:
            self.initial["periode"] = deel
        elif deel.count("-") == 1:
            self.initial["gemeten_op"] = schrijf_datum(date.fromisoformat(f"{jaar}-{deel}"))

    def zoals_gegeven(self, antwoord: Antwoord) -> dict[str, Any]:
        gemeten_op = antwoord.gegevens["gemeten_op"]
        return {**antwoord.gegevens} | {"gemeten_op": schrijf_datum(gemeten_op and date.fromisoformat(gemeten_op))}

    def clean_definitie(self) -> str:
        """A sentence may say of an indicator what a table does not."""
        gekozen: str = self.cleaned_data["definitie"]
        procent = self.vraag.voorstel.get("procent", False)
        if procent != (Definitie.objects.get(slug=gekozen).eenheid == "%"):
            wat = "een percentage" if procent else "geen percentage"
            raise ValidationError(f"In de zin staat {wat}. Dat past niet bij deze indicator.")
        return gekozen


class Laten(Antwoordformulier):
    keuze, kop, knop = Antwoord.Keuze.LATEN, "Laat dit cijfer staan", "Niet overnemen"
