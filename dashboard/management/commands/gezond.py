"""Say what /readyz says, for a container without a web server."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dashboard.draaien.gezondheid import onderdelen


class Command(BaseCommand):
    help = "Zeg of database, broker en werker antwoorden; eindigt met 1 als er een niet antwoordt."

    def handle(self, **options: Any) -> None:
        toestand = onderdelen()
        regels = "\n".join(f"{naam}: {hoe}" for naam, hoe in toestand.items())
        if set(toestand.values()) != {"ok"}:
            raise CommandError(regels)
        self.stdout.write(regels)
