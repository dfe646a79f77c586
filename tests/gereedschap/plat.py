"""The database in plain SQL, as a script that knows nothing of the site would ask it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from indicators.database.handtekening import zeg_wie


def sql(opdracht: str, *waarden: object) -> int:
    """How many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden or None)
        return cursor.rowcount


def kopieer(tabel: str, anders: dict[str, str]) -> None:
    """Insert the first row of a table again, with some columns changed."""
    with connection.cursor() as cursor:
        beschrijving = connection.introspection.get_table_description(cursor, tabel)
    namen = [kolom.name for kolom in beschrijving if kolom.name != "id"]
    waarden = ", ".join(anders.get(naam, naam) for naam in namen)
    eerste = f"SELECT {waarden} FROM {tabel} WHERE id = (SELECT min(id) FROM {tabel})"
    zeg_wie(None, "systeem")  # what a row says is what is tried, and not who says it
    assert sql(f"INSERT INTO {tabel} ({', '.join(namen)}) {eerste}") == 1
    zeg_wie(None, "")


@contextmanager
def geweigerd(waarom: str) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=waarom), transaction.atomic():
        yield


@contextmanager
def zonder_regels() -> Iterator[None]:
    """What no trigger and no foreign key refuses; for the owner of the tables alone (fixture `eigenaar`)."""
    sql("SET LOCAL session_replication_role = replica")
    yield
    sql("SET LOCAL session_replication_role = origin")
