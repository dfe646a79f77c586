"""What somebody pointed out in a workbook of their own, so that they need not do so again next year."""

from typing import ClassVar

from django.db import models

from ingest.models.accounts import Account


class Aanwijzing(models.Model):
    """What a sheet, a column or a name in the workbook of one person means; the last time that they said it holds."""

    class Soort(models.TextChoices):
        BLAD = "blad"
        KOLOM = "kolom"
        NAAM = "naam"

    account = models.ForeignKey(Account, models.CASCADE, related_name="aanwijzingen")
    soort = models.CharField(max_length=10, choices=Soort)
    tekst = models.CharField(max_length=300, help_text="de naam van het blad, de kop zonder jaar, of de eigen naam")
    betekenis = models.CharField(
        max_length=80, blank=True, help_text="van een kolom haar soort, van een naam de definitie; leeg: niet gebruiken"
    )

    class Meta:
        verbose_name_plural = "aanwijzingen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "soort", "tekst"], name="aanwijzing_een_keer"),
        ]

    def __str__(self) -> str:
        return f"{self.tekst}: {self.betekenis or 'niet gebruiken'}"
