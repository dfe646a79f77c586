"""The database as its owner: who makes tables and triggers, and whom the site is not."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

WIE = ("USER", "PASSWORD", "HOST", "PORT")


@contextmanager
def als_eigenaar() -> Iterator[dict[str, str] | None]:
    """The one connection of the site as the owner has it; afterwards as before. Nothing may be open on it.

    Gives how the site signs in, or None where it does so as the owner.
    """
    verbinding = connections["default"]
    site = {sleutel: verbinding.settings_dict[sleutel] for sleutel in WIE}
    eigenaar = {sleutel: str(settings.EIGENAAR.get(sleutel, "")) for sleutel in WIE}
    _meld_aan_als(eigenaar)
    try:
        yield site if site["USER"] != eigenaar["USER"] else None
    finally:
        _meld_aan_als(site)


def _meld_aan_als(wie: dict[str, str]) -> None:
    verbinding = connections["default"]
    verbinding.close()
    if isinstance(verbinding, DatabaseWrapper):
        verbinding.close_pool()
    verbinding.settings_dict.update(wie)
