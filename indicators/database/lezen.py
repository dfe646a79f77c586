"""Reading without a way to write, in which a row that is read twice is one object."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Self

from django.db import connection, models, transaction

_gelezen: ContextVar[dict[tuple[type, Any, tuple[str, ...] | None], Any] | None] = ContextVar("gelezen", default=None)


@contextmanager
def alleen_lezen() -> Iterator[None]:
    """One transaction in which the database refuses every change, whatever the code asks."""
    gelezen = _gelezen.set({})
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
            yield
    finally:
        _gelezen.reset(gelezen)


class EenmaalGelezen(models.Model):
    """What hundreds of figures point at, as an edition: to make it anew for each was a third of a page.

    Not for a prefetch over a many-to-many: Django keeps in each row for which other it was fetched.
    """

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> Self:  # type: ignore[override]  # stubs of a later Django
        """The same object for the same row within one `alleen_lezen`, where nothing can have changed it."""
        gelezen = _gelezen.get()
        if gelezen is None:
            return super().from_db(db, field_names, values)
        is_heel = len(values) == len(cls._meta.concrete_fields)
        # a row of which a part was read is another; its key comes first
        sleutel = cls, values[0], None if is_heel else tuple(field_names)  # type: ignore[index]
        if sleutel not in gelezen:
            gelezen[sleutel] = super().from_db(db, field_names, values)
        rij: Self = gelezen[sleutel]
        return rij
