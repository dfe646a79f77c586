"""Whose figure an indicator is: the one who enters it, and who does so instead."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from indicators.models import Indicator
from indicators.models.geschiedenis import bijgehouden
from ingest.models.accounts import Account


class Eigenaar(models.Model):
    """Of those who may enter an indicator the one who is asked for it, and a deputy; without a row all of them are.

    A right may be withdrawn later: `toedelingen` (ingest/accounts/eigenaren.py) says whose it is now.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    account = models.ForeignKey(
        Account, models.CASCADE, to_field="actor", db_column="actor", related_name="+", verbose_name="eigenaar"
    )
    vervanger = models.ForeignKey(Account, models.SET_NULL, to_field="actor", null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["indicator"]
        verbose_name_plural = "eigenaren"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator"], name="eigenaar_een_keer"),
            models.CheckConstraint(
                condition=Q(vervanger__isnull=True) | ~Q(vervanger=F("account")),
                name="eigenaar_vervangt_zichzelf_niet",
            ),
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"van {self.indicator}"
