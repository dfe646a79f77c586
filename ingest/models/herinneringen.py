"""What people are reminded of, and whether the background work is alive."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Herinneringsoort(models.TextChoices):
    """What a mail is about."""

    TERMIJN = "termijn", "cijfers gevraagd"
    TE_LAAT = "te laat", "cijfers te laat"
    VAN_CONTROLEUR = "van controleur", "herinnering van een controleur"
    WEEKOVERZICHT = "weekoverzicht"
    GESCHIEDENIS = "geschiedenis", "kop van de geschiedenis"


class Herinnering(models.Model):
    """A mail. Its row is there before the mail is sent, so that nobody gets it twice."""

    Soort = Herinneringsoort  # above the model, because Meta names it

    actor = models.UUIDField()
    soort = models.CharField(max_length=20, choices=Soort)
    voor = models.DateField(
        help_text="termijn, maandag van het weekoverzicht, of dag waarop een controleur of de site haar stuurde"
    )
    jaar = models.PositiveSmallIntegerField(null=True, help_text="van een controleur: over welk jaar zij vraagt")
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    verzonden_op = models.DateTimeField(null=True, help_text="leeg: onderweg, of misschien verloren")

    class Meta:
        ordering: ClassVar = ["-gemaakt_op"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "soort", "voor"], name="herinnering_een_keer"),
            models.CheckConstraint(
                condition=Q(soort=Herinneringsoort.VAN_CONTROLEUR, jaar__isnull=False)
                | (~Q(soort=Herinneringsoort.VAN_CONTROLEUR) & Q(jaar__isnull=True)),
                name="herinnering_van_controleur_noemt_haar_jaar",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.voor:%d-%m-%Y}"


class Hartslag(models.Model):
    """When the worker last said that it is there."""

    naam = models.CharField(max_length=40, primary_key=True)
    op = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.naam} {self.op:%d-%m-%Y %H:%M:%S}"
