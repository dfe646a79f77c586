"""Who else must wait while this is done: every lock on something that is no row.

Never a deadlock: whoever takes more than one takes them in the order of Slot, and two of one Slot by their sleutel.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum

from django.db import DatabaseError, InterfaceError, connection


class Slot(StrEnum):
    """What only one at a time works on; the sleutel that goes with it says which one."""

    AANLEVERING = "aanlevering"
    OPGAVE = "opgave"
    TERMIJNEN = "termijnen"
    EIGENAREN = "eigenaren"
    """Of all figures: without a sleutel."""
    KEUZE = "keuze"
    STRUCTUUR = "structuur"
    """There is one structure: without a sleutel."""
    PUBLICATIE = "publicatie"
    GELEZEN = "gelezen"
    """What people read: without a sleutel."""


def vergrendel(slot: Slot, sleutel: str = "") -> None:
    """Wait until nobody else has this lock; it goes with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", [slot, sleutel])


@contextmanager
def als_niemand_anders(slot: Slot, sleutel: str) -> Iterator[bool]:
    """Whether nobody else has this lock, without waiting; it goes with the connection, so with a worker that dies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext(%s), hashtext(%s))", [slot, sleutel])
        mag = bool(cursor.fetchone()[0])
    try:
        yield mag
    finally:
        if mag:
            _laat_los(slot, sleutel)


def _laat_los(slot: Slot, sleutel: str) -> None:
    with suppress(DatabaseError, InterfaceError), connection.cursor() as cursor:  # a connection that is lost has none
        cursor.execute("SELECT pg_advisory_unlock(hashtext(%s), hashtext(%s))", [slot, sleutel])
