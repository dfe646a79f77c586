"""Load the bundled editions that are not there yet, and what was read in them."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from indicators.models import Publicatie
from ingest.lezen.bestand import Onbekend, neem_op
from ingest.ontwerp.laden import EDITIES


class Command(BaseCommand):
    help = "Laad de meegeleverde begrotingen die nog niet geladen zijn, en wat daarin gelezen is."

    def handle(self, **options: Any) -> None:
        geladen = {publicatie.slug for publicatie in Publicatie.objects.geladen()}
        nieuw = [str(bestand) for bestand in sorted(EDITIES.glob("PB-*.txt")) if bestand.stem not in geladen]
        if nieuw:
            call_command("load_document", *nieuw, stdout=self.stdout, stderr=self.stderr)
        try:
            neem_op()
        except Onbekend as mist:  # a site with a structure of its own starts without what was read in the bundled one
            self.stderr.write(f"Wat in de meegeleverde begrotingen gelezen is, is niet opgenomen: {mist}")
