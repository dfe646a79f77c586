"""Who else must wait while this is done."""

from django.db import connection


def vergrendel(publicatie: str) -> None:
    """One publication of a publicatie at a time; the lock goes with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"publicatie {publicatie}"])
