"""The fields that answers are made of."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from ingest.models import Antwoord, Vraag
from ingest.ontwerp.ontwerp import Ontwerp
from ingest.opgaven.velden import openbare_zin

Keuzes = list[tuple[str, Any]]


LANGSTE_TEKST = 50_000


def keuze_uit(label: str, fout: str, hulp: str = "", *, verplicht: bool = True) -> forms.ChoiceField:
    """A field to choose from a list that the form itself fills."""
    fouten = {"required": fout, "invalid_choice": "Kies iets uit de lijst."}
    return forms.ChoiceField(label=label, required=verplicht, help_text=hulp, error_messages=fouten)


def jaartal(label: str, *, verplicht: bool = True) -> forms.IntegerField:
    fout = "Typ een jaar, bijvoorbeeld 2026."
    fouten = dict.fromkeys(("required", "invalid", "min_value", "max_value"), fout)
    return forms.IntegerField(
        label=label,
        required=verplicht,
        min_value=1990,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=fouten,
    )


class Antwoordformulier(forms.Form):
    """One way to answer a question. What is filled in, but for the toelichting, becomes the gegevens of the answer."""

    keuze: ClassVar[Antwoord.Keuze]
    kop: ClassVar[str]
    knop: ClassVar[str] = "Bewaar dit antwoord"

    def __init__(self, *args: Any, vraag: Vraag, ontwerp: Ontwerp, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.keuze}-%s", **kwargs})
        self.vraag, self.ontwerp = vraag, ontwerp
        self.maak_klaar()
        if self.is_gegeven and vraag.antwoord:
            self.initial.update(self.zoals_gegeven(vraag.antwoord))

    def maak_klaar(self) -> None:
        """Fill the lists to choose from, and propose what the document shows."""

    def zoals_gegeven(self, antwoord: Antwoord) -> dict[str, Any]:
        """What the form shows of an answer that was given before."""
        return {**antwoord.gegevens, "toelichting": antwoord.toelichting}

    @property
    def is_gegeven(self) -> bool:
        """Whether this is the answer that holds now."""
        return self.vraag.antwoord is not None and self.vraag.antwoord.keuze == self.keuze

    @property
    def uitleg(self) -> str:
        """The sentence of the answer."""
        return str(self.cleaned_data.get("toelichting", "")).strip()

    @property
    def gegevens(self) -> dict[str, Any]:
        """As plain JSON: a date and a decimal as text."""
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "toelichting"}
        return {naam: str(waarde) if isinstance(waarde, date | Decimal) else waarde for naam, waarde in velden.items()}

    def bied_aan(self, veld: str, keuzes: Keuzes) -> None:
        self.fields[veld].choices = [("", "Kies…"), *keuzes]  # type: ignore[attr-defined]


class Weglaten(Antwoordformulier):
    keuze, kop, knop = Antwoord.Keuze.WEGLATEN, "Niet overnemen", "Neem dit niet over"
    toelichting = openbare_zin(
        "Waarom niet?",
        "Iedereen kan dit lezen bij het document. Noem geen namen van personen.",
        "Schrijf waarom niet. Zo kan iedereen het navolgen.",
    )


def aanbevolen_eerst(lijkt_op: Iterable[str], bekend: Keuzes) -> Keuzes:
    """Those that look like it first."""
    namen = dict(bekend)
    eerst = [(sleutel, namen[sleutel]) for sleutel in lijkt_op if sleutel in namen]
    return [*([("Lijkt erop", eerst), ("Alle", bekend)] if eerst else bekend)]


def schrijf_datum(dag: date | None) -> str:
    return f"{dag:%d-%m-%Y}" if dag else ""
