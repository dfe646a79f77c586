"""Print all figures, all amounts or all figures of others as CSV."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from dashboard.bestanden import export
from indicators.models import Bedrag, Referentiecijfer, Vermelding


class Command(BaseCommand):
    help = "Druk alle cijfers, alle bedragen of alle cijfers van anderen af als CSV."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("wat", choices=["cijfers", "bedragen", "referenties"])
        parser.add_argument("--stijl", choices=export.STIJLEN, default="rfc4180")

    def handle(self, **options: Any) -> None:
        stijl = options["stijl"]
        if options["wat"] == "cijfers":
            uitvoer = export.uitvoer_cijfers(Vermelding.objects.geldend(), stijl)
        elif options["wat"] == "referenties":
            uitvoer = export.uitvoer_referenties(Referentiecijfer.objects.geldend(), stijl)
        else:
            uitvoer = export.uitvoer_bedragen(Bedrag.objects.gedrukt(), stijl)
        # The bytes of the site, whatever the terminal's encoding; a text in memory has no bytes below it.
        bytes_uit = getattr(self.stdout, "buffer", None)
        for blok in export.stroom(uitvoer, stijl):
            if bytes_uit:
                bytes_uit.write(blok)
            else:
                self.stdout.write(blok.decode(), ending="")
