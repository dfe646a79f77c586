"""Load the bundled editions that are not there yet, and what was read in them."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from indicators.models import Publicatie
from ingest.lezen.bestand import neem_op
from ingest.ontwerp.laden import EDITIES


class Command(BaseCommand):
    help = "Laad de meegeleverde begrotingen die nog niet geladen zijn, en wat daarin gelezen is."

    def handle(self, **options: Any) -> None:
        geladen = {publicatie.slug for publicatie in Publicatie.objects.geladen()}
        nieuw = [str(bestand) for bestand in sorted(EDITIES.glob("PB-*.txt")) if bestand.stem not in geladen]
        if nieuw:
            call_command("load_document", *nieuw, stdout=self.stdout, stderr=self.stderr)
        neem_op()
