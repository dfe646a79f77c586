"""What depends on the data only is read once for each version of the data, in each process."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TypeVar

from indicators.models import Versie

Gelezene = TypeVar("Gelezene")

_versie: ContextVar[Versie | None] = ContextVar("versie", default=None)


def zeg_versie(versie: Versie | None) -> None:
    """Which version of the data this request is answered from; None where that is not known."""
    _versie.set(versie)


def per_versie(lees: Callable[[], Gelezene]) -> Callable[[], Gelezene]:
    """What is read is kept as long as the version is the same; nobody may change it."""

    # With its moment: after a restore of the database a number comes back.
    @lru_cache(maxsize=1)
    def bij(nummer: int, sinds: str) -> Gelezene:
        return lees()

    @wraps(lees)
    def nu() -> Gelezene:
        versie = _versie.get()
        return bij(versie.nummer, versie.sinds.isoformat()) if versie else lees()

    return nu
