"""Whose site this is: as a beheerder filled in, else as the settings say.

Every page asks it, so what was read is kept as long as the version of the data is the same.
"""

from contextvars import ContextVar
from functools import lru_cache

from django.conf import settings

from indicators.models import Gemeente, Versie

_versie: ContextVar[Versie | None] = ContextVar("versie", default=None)


def zeg_versie(versie: Versie | None) -> None:
    """Which version of the data this request is answered from; None where that is not known."""
    _versie.set(versie)


def gemeente_nu() -> Gemeente:
    """With an empty name on a site that begins empty and has none yet."""
    versie = _versie.get()
    rij = _bij(versie.nummer, versie.sinds.isoformat()) if versie else Gemeente.objects.last()
    return rij or Gemeente(naam=settings.GEMEENTE)


@lru_cache(maxsize=1)
def _bij(nummer: int, sinds: str) -> Gemeente | None:
    return Gemeente.objects.last()
