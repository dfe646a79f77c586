"""What is in the address of a page is given out once, and never moves to another thing."""

from itertools import chain, count
from typing import Any

from django.db import models
from django.utils.text import slugify

from indicators.models.nummer import nummer_uit


def als_slug(naam: str, langste: int = 70) -> str:
    """A name as a part of an address."""
    return slugify(naam)[:langste].strip("-") or "naamloos"


def code_voor(gedrukt: str, naam: str) -> str:
    """The code of a programma or doel: the number that is printed, else its name."""
    return gedrukt if nummer_uit(gedrukt) else als_slug(naam)


def vrij(rijen: "models.QuerySet[Any]", veld: str, wens: str, jaar: int | None = None) -> str:
    """This code or slug, or when a row has it the first like it that is free: with the year, then counted on."""
    bezet = set(rijen.filter(**{f"{veld}__startswith": wens}).values_list(veld, flat=True))
    met_jaar = f"{wens}-{jaar}" if jaar else wens
    keuzes = chain([wens, met_jaar], (f"{met_jaar}-{nummer}" for nummer in count(2)))
    return next(naam for naam in keuzes if naam not in bezet)
