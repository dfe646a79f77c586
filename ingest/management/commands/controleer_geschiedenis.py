"""Whether nothing was taken out of the history, put into it or changed in it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from indicators.database.keten import controleer_keten


class Command(BaseCommand):
    help = "Reken de keten van de geschiedenis na. Noem een kop uit een eerdere mail om ook die terug te zoeken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "kop", nargs="?", default="", metavar="KOP", help="zoals 439:8f0c…, uit een mail of logboek"
        )

    def handle(self, **options: Any) -> None:
        keten = controleer_keten(options["kop"])
        if keten.fouten:
            raise CommandError("\n".join(["De geschiedenis klopt niet.", *keten.fouten]))
        self.stdout.write(f"De geschiedenis klopt: {keten.aantal} wijzigingen.\nKop: {keten.kop}")
