"""What people are reminded of, and whether the background work is alive."""

from typing import ClassVar

from django.db import models


class Herinnering(models.Model):
    """A mail. Its row is there before the mail is sent, so that nobody gets it twice."""

    class Soort(models.TextChoices):
        TERMIJN = "termijn", "cijfers gevraagd"
        TE_LAAT = "te laat", "cijfers te laat"
        WEEKOVERZICHT = "weekoverzicht"

    actor = models.UUIDField()
    soort = models.CharField(max_length=20, choices=Soort)
    voor = models.DateField(help_text="de termijn, of de maandag van het weekoverzicht")
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    verzonden_op = models.DateTimeField(null=True, help_text="leeg: onderweg, of misschien verloren")

    class Meta:
        ordering: ClassVar = ["-gemaakt_op"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "soort", "voor"], name="herinnering_een_keer"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.voor:%d-%m-%Y}"


class Hartslag(models.Model):
    """When the worker last said that it is there."""

    naam = models.CharField(max_length=40, primary_key=True)
    op = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.naam} {self.op:%d-%m-%Y %H:%M:%S}"
