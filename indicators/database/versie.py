"""What depends on the data only is read once for each version of the data, in each process."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

from indicators.models import Versie

Argumenten = TypeVarTuple("Argumenten")
Gelezene = TypeVar("Gelezene")
MEESTE = 32
"""Of so many programmas, say, the same is remembered."""

_versie: ContextVar[Versie | None] = ContextVar("versie", default=None)


def zeg_versie(versie: Versie | None) -> None:
    """Which version of the data this request is answered from; None where that is not known."""
    _versie.set(versie)


def per_versie(lees: Callable[[*Argumenten], Gelezene]) -> Callable[[*Argumenten], Gelezene]:
    """What is read is kept as long as the version is the same, for each argument; nobody may change it.

    Only for what pages for readers ask: a draft of a document changes the structure in a transaction that is undone.
    """

    # With its moment: after a restore of the database a number comes back.
    @lru_cache(maxsize=MEESTE)
    def bij(nummer: int, sinds: str, *args: *Argumenten) -> Gelezene:
        return lees(*args)

    @wraps(lees)
    def nu(*args: *Argumenten) -> Gelezene:
        versie = _versie.get()
        return bij(versie.nummer, versie.sinds.isoformat(), *args) if versie else lees(*args)

    return nu
