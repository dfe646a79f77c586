"""Write the file of what people read from the tables."""

from typing import Any

from django.core.management.base import BaseCommand

from ingest.lezen.bestand import schrijf_gelezen


class Command(BaseCommand):
    help = "Druk af wat mensen in de documenten lazen, zoals het nu op de site staat. load_gelezen neemt het weer op."

    def handle(self, **options: Any) -> None:
        self.stdout.write(schrijf_gelezen(), ending="")
