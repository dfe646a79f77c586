"""Load the bundled editions that are not there yet, or that are there in an older text; and what was read in them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from indicators.models import Lezing
from ingest.lezen.bestand import Onbekend, neem_op
from ingest.ontwerp.laden import EDITIES


class Command(BaseCommand):
    help = "Laad de meegeleverde begrotingen die er nog niet zijn of verbeterd zijn, en wat daarin gelezen is."

    def handle(self, **options: Any) -> None:
        if nieuw := [str(bestand) for bestand in _te_laden()]:
            call_command("load_document", *nieuw, vervang=True, stdout=self.stdout, stderr=self.stderr)
        try:
            neem_op()
        except Onbekend as mist:  # a site with a structure of its own starts without what was read in the bundled one
            self.stderr.write(f"Wat in de meegeleverde begrotingen gelezen is, is niet opgenomen: {mist}")


def _te_laden() -> Iterator[Path]:
    """What people loaded or withdrew stays so: only the bundled file makes place for a later one of itself."""
    for bestand in sorted(EDITIES.glob("PB-*.txt")):
        laatste = Lezing.objects.filter(publicatie__slug=bestand.stem).order_by("pk").defer("uitvoer").last()
        if laatste is None or (
            (laatste.is_gepubliceerd, laatste.bestandsnaam) == (True, bestand.name)
            and laatste.checksum != sha256(bestand.read_bytes()).hexdigest()
        ):
            yield bestand
