"""Reading without a way to write, in which a row that is read twice is one object."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Self

from django.db import connection, models, transaction
from django.db.models.base import ModelState

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


class Gelezen(models.Model):
    """What a page reads by the hundred."""

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> Self:  # type: ignore[override]  # stubs of a later Django
        """Within `alleen_lezen` with its columns alone, as Django itself makes a copy of a row.

        What else it does for each new row (defaults, signals, whether a relation changed) is for rows that are saved,
        and takes three times as long.
        """
        if _gelezen.get() is None:
            return super().from_db(db, field_names, values)
        rij = cls.__new__(cls)
        rij.__dict__.update(zip(field_names, values, strict=True))
        rij._state = ModelState()
        rij._state.db, rij._state.adding = db, False
        return rij


class EenmaalGelezen(Gelezen):
    """What hundreds of figures point at, as an edition, and what one page asks for in more than one way.

    Not for a prefetch over a many-to-many or of what points at it: Django keeps in a row for which other, and which of
    those, it was fetched.
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
