"""Keep the database in one file, also while the site runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from dashboard.draaien.postgres import kopie


class Command(BaseCommand):
    help = "Bewaar de database in dit bestand. De site mag doordraaien. Documenten en sleutel: zie docs/beheerder.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, bestand: Path, **options: Any) -> None:
        kopie.bewaar(bestand)
        self.stdout.write(f"De database staat in {bestand}.")
