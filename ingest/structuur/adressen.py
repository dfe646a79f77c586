"""What is in the address of a page is given out once, and never moves to another thing."""

from itertools import count

from django.db import models


def vrij(model: type[models.Model], veld: str, wens: str, jaar: int | None) -> str:
    """This code or slug, or when it is taken the first like it that is free: with the year, then counted on."""
    gevraagd = (f"{wens}-{jaar}" if nummer == 1 else f"{wens}-{jaar}-{nummer}" for nummer in count(1))
    bezet = set(model._base_manager.filter(**{f"{veld}__startswith": wens}).values_list(veld, flat=True))
    return wens if wens not in bezet else next(naam for naam in gevraagd if naam not in bezet)
