"""Whose site this is: as a beheerder filled in, else as the settings say."""

from django.conf import settings

from indicators.database.versie import per_versie
from indicators.models import Gemeente


def gemeente_nu() -> Gemeente:
    """With an empty name on a site that begins empty and has none yet."""
    return _ingevuld() or Gemeente(naam=settings.GEMEENTE)


@per_versie
def _ingevuld() -> Gemeente | None:
    return Gemeente.objects.last()
