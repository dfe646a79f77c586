"""Answers about a series of a reference file: beside which indicator its figures stand, or beside none."""

from django.core.exceptions import ValidationError

from indicators.models import Definitie
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

    def maak_klaar(self) -> None:
        """With what each counts, and in which unit; one that only looks like it is not proposed."""
        hoe = {
            slug: f"{omschrijving} ({eenheid})"
            for slug, omschrijving, eenheid in Definitie.objects.values_list("slug", "omschrijving", "eenheid")
        }
        super().maak_klaar()
        self.initial["definitie"] = self.vraag.voorstel.get("definitie", "")
        keuzes = self.fields["definitie"].choices[1:]  # type: ignore[attr-defined]
        per_groep = [(kop, [(slug, f"{naam}: {hoe[slug]}") for slug, naam in groep]) for kop, groep in keuzes]
        self.bied_aan("definitie", per_groep)

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
