"""Load the bundled documents that are not there yet, or that are there in an older text; and what was read in them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from indicators.models import Lezing
from ingest.lezen.bestand import Onbekend, neem_op
from ingest.ontwerp.laden import EDITIES
from ingest.publiceren.meegeleverd import publiceer_meegeleverd
from ingest.publiceren.publiceren import Geweigerd


class Command(BaseCommand):
    help = "Laad de meegeleverde documenten die er nog niet zijn of verbeterd zijn, en wat daarin gelezen is."

    def handle(self, **options: Any) -> None:
        if settings.LEEG:
            return
        if nieuw := [str(bestand) for bestand in _te_laden("PB-*.txt")]:
            call_command("load_document", *nieuw, vervang=True, stdout=self.stdout, stderr=self.stderr)
        for bestand in [*_te_laden("Rapportage-*.txt"), *_te_laden("Kadernota-*.txt")]:
            try:
                uitkomst = publiceer_meegeleverd(bestand)
            except Geweigerd as fout:
                self.stderr.write(f"{bestand.name} is niet geladen: {' '.join(tekst for _, tekst in fout.redenen)}")
            else:
                self.stdout.write(
                    f"{uitkomst.publicatie}: gepubliceerd, {uitkomst.nieuwe_cijfers} nieuwe cijfers en bedragen."
                )
        try:
            neem_op()
        except Onbekend as mist:  # a site with a structure of its own starts without what was read in the bundled one
            self.stderr.write(f"Wat in de meegeleverde documenten gelezen is, is niet opgenomen: {mist}")


def _te_laden(namen: str) -> Iterator[Path]:
    """What people loaded or withdrew stays so, under whatever name: only our text makes place for a later one of it."""
    for bestand in sorted(EDITIES.glob(namen)):
        laatste = Lezing.objects.filter(publicatie__slug=bestand.stem).order_by("pk").defer("uitvoer").last()
        if laatste is None or (
            (laatste.is_gepubliceerd, laatste.bestandsnaam) == (True, bestand.name)
            and laatste.checksum != sha256(bestand.read_bytes()).hexdigest()
            and laatste.passages.filter(samengevat=True).exists()
        ):
            yield bestand
