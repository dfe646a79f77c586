"""Take up what people read, as another Doelwijzer wrote it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.lezen.bestand import Onbekend, neem_op


class Command(BaseCommand):
    help = "Neem op wat write_gelezen schreef. Wat hier al bekend is, of ingetrokken, blijft zoals het is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, metavar="FILE")

    def handle(self, **options: Any) -> None:
        try:
            nieuw = neem_op(options["bestand"])
        except OSError:
            raise CommandError(f"{options['bestand']}: dit bestand is niet te openen. Controleer de naam.") from None
        except Onbekend as mist:
            raise CommandError(f"Er is niets opgenomen: {mist} Laad eerst de documenten waar het over gaat.") from None
        self.stdout.write(f"{nieuw} nieuw.")
