"""Reading without a way to write."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def alleen_lezen() -> Iterator[None]:
    """One transaction in which the database refuses every change, whatever the code asks."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        yield
