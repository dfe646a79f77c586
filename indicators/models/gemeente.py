"""Whose begroting this is, and in which colours: what a beheerder filled in."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from indicators.models.geschiedenis import bijgehouden, ondertekend
from indicators.onveranderlijk import nooit_anders

_KLEUR = "^#[0-9a-f]{6}$"


class Gemeente(models.Model):
    """What holds from now on: a change is another row. Without any the settings hold, and the colours of the theme."""

    naam = models.CharField(max_length=60)
    portaal = models.URLField(max_length=500, blank=True)
    kop = models.CharField("kleur van de kop", max_length=7, blank=True)
    accent = models.CharField("kleur van links en knoppen", max_length=7, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(naam=""), name="gemeente_heeft_een_naam"),
            models.CheckConstraint(
                condition=(Q(kop="") | Q(kop__regex=_KLEUR)) & (Q(accent="") | Q(accent__regex=_KLEUR)),
                name="gemeente_kleur_is_een_kleur",
            ),
        ]
        triggers: ClassVar = [*nooit_anders(), *bijgehouden(), ondertekend()]

    def __str__(self) -> str:
        return self.naam
