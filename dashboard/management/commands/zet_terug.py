"""Fill a new database with what `reservekopie` kept."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from dashboard.draaien.postgres import kopie


class Command(BaseCommand):
    help = "Zet een bestand van reservekopie terug in een nieuwe, lege database. Alles, of bij een fout niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, bestand: Path, **options: Any) -> None:
        kopie.zet_terug(bestand)
        self.stdout.write(f"Teruggezet uit {bestand}. Draai nu manage.py migrate.")
