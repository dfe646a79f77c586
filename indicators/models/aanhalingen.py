"""Passages that people point at: known by the print of their words, and found again in every lezing."""

from typing import Any, ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from indicators.database.lezen import Gelezen
from indicators.models.bronnen import Lezing, Passage, Publicatie
from indicators.models.geschiedenis import bijgehouden
from indicators.onveranderlijk import nooit_anders


def met_plaats(via: str) -> "models.Prefetch[Any]":
    """For a queryset of what points at aanhalingen by way of `via`: each with its place, in one query."""
    return models.Prefetch(f"{via}__vindplaatsen", Vindplaats.objects.geldend(), to_attr="nu")


class Aanhaling(Gelezen):
    """A passage of a publicatie, whatever lines it is on; where it stands is its vindplaats in each lezing."""

    publicatie = models.ForeignKey(Publicatie, models.PROTECT, related_name="aanhalingen")

    class Meta:
        verbose_name_plural = "aanhalingen"
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return f"{self.publicatie}, aanhaling {self.pk}"

    @property
    def plaats(self) -> "Vindplaats | None":
        """Where it stands in what is on the site; None when it was not found there."""
        nu = self.nu if hasattr(self, "nu") else self.vindplaatsen.geldend()[:1]
        return next(iter(nu), None)


class Afdruk(models.Model):
    """One form of its words as prints (hashes): the words of a document are not kept twice, and ours not at all.

    The bundled editions have words of our own where the document has its text, so such a passage has two prints.
    """

    aanhaling = models.ForeignKey(Aanhaling, models.PROTECT, related_name="afdrukken")
    lengte = models.PositiveIntegerField(help_text="letters en cijfers")
    begin = models.CharField(max_length=8, help_text="afdruk van de eerste letters")
    geheel = models.CharField(max_length=16, help_text="afdruk van alle letters")
    voor = models.CharField(max_length=16, blank=True, help_text="afdruk van wat ervoor staat")
    na = models.CharField(max_length=16, blank=True, help_text="afdruk van wat erna komt")
    regels = models.PositiveSmallIntegerField(help_text="zoveel regels besloeg de passage")

    class Meta:
        verbose_name_plural = "afdrukken"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aanhaling", "geheel", "voor", "na"], name="afdruk_een_keer"),
            models.CheckConstraint(condition=Q(lengte__gte=1, regels__gte=1), name="afdruk_is_van_iets"),
        ]
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return self.geheel


class VindplaatsQuerySet(models.QuerySet["Vindplaats"]):
    def geldend(self) -> "VindplaatsQuerySet":
        """Those in what is on the site now."""
        return self.filter(lezing__staat=Lezing.Staat.GEPUBLICEERD)


class Vindplaats(Gelezen):
    """Where an aanhaling stands in one lezing: by its words, or because a person said so."""

    aanhaling = models.ForeignKey(Aanhaling, models.PROTECT, related_name="vindplaatsen")
    lezing = models.ForeignKey(Lezing, models.PROTECT, related_name="vindplaatsen")
    van_regel = models.PositiveIntegerField()
    tot_regel = models.PositiveIntegerField()

    objects = VindplaatsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "vindplaatsen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aanhaling", "lezing"], name="vindplaats_een_keer_per_lezing"),
            models.CheckConstraint(
                condition=Q(van_regel__gte=1, tot_regel__gte=F("van_regel")), name="vindplaats_regels_in_volgorde"
            ),
        ]
        triggers: ClassVar = [*bijgehouden(), pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.lezing} regel {self.van_regel}-{self.tot_regel}"

    @property
    def passages(self) -> "models.QuerySet[Passage]":
        """Its lines, as printed."""
        return Passage.objects.filter(lezing=self.lezing_id, regel__range=(self.van_regel, self.tot_regel))
