"""The app that makes the codes of somebody's second factor, and the code with which a new one is coupled."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django_otp.plugins.otp_totp.models import TOTPDevice

from indicators.models.geschiedenis import bijgehouden
from ingest.models.accounts import Account


class Apparaat(TOTPDevice):  # type: ignore[misc]  # django-otp has no types
    """That of django-otp, with a history: whose it is, and never its key."""

    class Meta:
        proxy = True
        triggers: ClassVar = [
            *bijgehouden(
                "id",
                actor="(SELECT actor FROM ingest_account WHERE ingest_account.id = {rij}.user_id)",
                bevestigd="{rij}.confirmed",
            ),
            # Another key would be another app, coupled without a trace.
            pgtrigger.ReadOnly(name="blijft_deze_app", fields=["key", "user"]),
        ]


class Koppelcode(models.Model):
    """One per person, for once: given by a beheerder or on the command line, or sent to their own address."""

    account = models.OneToOneField(
        Account, models.CASCADE, to_field="actor", db_column="actor", related_name="koppelcode"
    )
    afdruk = models.CharField(max_length=64, help_text="van de code, met de sleutel van de site")
    gemaakt_op = models.DateTimeField()
    geldig_tot = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    gegeven_door = models.UUIDField(null=True, help_text="actor-id; leeg: gemaild, of op de opdrachtregel")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(gegeven_door=None) | ~Q(gegeven_door=F("account")), name="koppelcode_van_een_ander"
            )
        ]
        triggers: ClassVar = bijgehouden("id", "actor", "gemaakt_op", "gegeven_door")

    def __str__(self) -> str:
        return f"koppelcode tot {self.geldig_tot:%d-%m-%Y %H:%M}"
