"""Who is acting: told to the database, which writes it into the history beside every change."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

from indicators.database.handtekening import zeg_wie

SYSTEEM = "systeem"
"""The rol in which the site itself acts; a person has one of Rol."""


@contextmanager
def handelend_als(actor: UUID | None, rol: str, reden: str = "") -> Iterator[None]:
    """One transaction in which every change is this person's; without an actor it is the site's own work."""
    with transaction.atomic():
        zeg_wie(actor, rol, reden)
        yield
        zeg_wie(None, "")  # a transaction around this one goes on as nobody


def met_reden(reden: str) -> None:
    """Why the changes that follow in this transaction are made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('doelwijzer.reden', %s, true)", [reden])
