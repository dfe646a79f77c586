"""Write the mapping file from the tables."""

from typing import Any

from django.core.management.base import BaseCommand

from ingest.structuur.bestand import schrijf_structuur


class Command(BaseCommand):
    help = "Druk het structuurbestand (ingest/structuur/structuur.yaml) af zoals het nu in de tabellen staat."

    def handle(self, **options: Any) -> None:
        self.stdout.write(schrijf_structuur(), ending="")
