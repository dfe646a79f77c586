"""Django's migrate, as the owner of the tables; afterwards the site has the rights that it needs, and no other."""

from typing import Any

from django.core.management.commands import migrate

from indicators.database.eigenaar import als_eigenaar
from indicators.database.inrichten import richt_in


class Command(migrate.Command):
    def execute(self, *args: Any, **options: Any) -> str | None:
        """All of it, also the checks that ask the database: the role of the site may not be there yet."""
        with als_eigenaar() as site:
            uitvoer = super().execute(*args, **options)
            richt_in(site)
        return uitvoer
