"""Print all figures or all amounts as CSV."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from dashboard.bestanden import export
from indicators.models import Bedrag, Vermelding


class Command(BaseCommand):
    help = "Druk alle cijfers of alle bedragen af als CSV."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("wat", choices=["cijfers", "bedragen"])
        parser.add_argument("--stijl", choices=export.STIJLEN, default="rfc4180")

    def handle(self, **options: Any) -> None:
        stijl = options["stijl"]
        if options["wat"] == "cijfers":
            uitvoer = export.uitvoer_cijfers(Vermelding.objects.geldend(), stijl)
        else:
            uitvoer = export.uitvoer_bedragen(Bedrag.objects.gedrukt(), stijl)
        # The bytes of the site, whatever the terminal's encoding; a text in memory has no bytes below it.
        bytes_uit = getattr(self.stdout, "buffer", None)
        for blok in export.stroom(uitvoer, stijl):
            if bytes_uit:
                bytes_uit.write(blok)
            else:
                self.stdout.write(blok.decode(), ending="")
