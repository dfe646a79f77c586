"""Answers about a series of a reference file: beside which indicator its figures stand, or beside none."""

from django.core.exceptions import ValidationError

from ingest.documenten.beoordelen.antwoorden.metingen import MetDefinitie
from ingest.documenten.beoordelen.antwoorden.velden import Antwoordformulier, keuze_uit
from ingest.models import Antwoord


class NaastIndicator(MetDefinitie):
    keuze, kop, knop = Antwoord.Keuze.BESTAANDE, "Het is dezelfde meting als deze indicator", "Zet hem ernaast"
    definitie = keuze_uit(
        "Welke indicator?",
        "Kies de indicator.",
        "Alleen als dezelfde mensen of dingen op dezelfde manier zijn geteld, in dezelfde eenheid.",
    )

    def clean_definitie(self) -> str:
        """Two series beside one indicator would each say something of one gemeente in one year."""
        gekozen: str = self.cleaned_data["definitie"]
        reeks = self.vraag.voorstel.get("onderwerp", "")
        rijen = self.ontwerp.document.concept.referenties
        ander = next((rij.reeks for rij in rijen if rij.definitie == gekozen and rij.reeks != reeks), None)
        if ander:
            raise ValidationError(f'In dit bestand staat "{ander}" al naast deze indicator. Kies een andere.')
        return gekozen


class OpZichzelf(Antwoordformulier):
    keuze, kop = Antwoord.Keuze.LATEN, "Het is een andere meting"
    knop = "Zet hem nergens naast"
