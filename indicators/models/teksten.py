"""The texts of a publicatie: one table with a kind."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from indicators.database.lezen import Gelezen
from indicators.models.bronnen import Lezing, alleen_met_lezing, pagina_van
from indicators.models.structuur import Definitie, Doelstelling
from indicators.onveranderlijk import nooit_anders


class TekstQuerySet(models.QuerySet["Tekst"]):
    def geldend(self) -> "TekstQuerySet":
        """The texts of the lezing that is published now."""
        return self.filter(lezing__staat=Lezing.Staat.GEPUBLICEERD)

    def rond(self, doelstelling: Doelstelling) -> "TekstQuerySet":
        """What is about this doelstelling itself, with the speerpunten and moties that are about no doelstelling."""
        eigen = Q(doelstelling=doelstelling, definitie=None)
        van_programma = Q(doelstelling=None, soort__in=[Tekst.Soort.SPEERPUNT, Tekst.Soort.MOTIE])
        return self.filter(eigen | van_programma)

    def met_bron(self) -> "TekstQuerySet":
        """With the publicatie, and as `pagina` the page that the text starts on (None: it has no pages)."""
        met = (
            self.select_related("lezing__publicatie").defer("lezing__uitvoer").annotate(pagina=pagina_van("van_regel"))
        )
        return met.order_by("lezing__publicatie__jaar", "van_regel", "pk")


class Tekst(Gelezen):
    """A text, or the fact that the document prints none (an empty toelichting). Never changed."""

    class Soort(models.TextChoices):
        SPEERPUNT = "speerpunt"
        DOELSTELLING = "doelstelling"
        DEFINITIE = "definitie"
        TOELICHTING = "toelichting"
        BELEID = "beleid"
        RISICO = "risico"
        MOTIE = "motie"
        STAND_VAN_ZAKEN = "stand van zaken"
        LINK = "link"
        KERNOPGAVE = "kernopgave"
        VOORGENOMEN = "voorgenomen", "indicator in ontwikkeling"

    lezing = models.ForeignKey(Lezing, models.PROTECT, related_name="teksten")
    soort = models.CharField(max_length=20, choices=Soort)
    kop = models.TextField(blank=True)
    tekst = models.TextField(blank=True)
    van_regel = models.PositiveIntegerField()
    tot_regel = models.PositiveIntegerField()
    samengevat = models.BooleanField(help_text="een samenvatting van Doelwijzer, niet de gedrukte tekst")
    doelstelling = models.ForeignKey(Doelstelling, models.PROTECT, null=True, related_name="teksten")
    definitie = models.ForeignKey(Definitie, models.PROTECT, null=True, related_name="teksten")
    tabel = models.CharField(max_length=20, blank=True)

    objects = TekstQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["van_regel", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(tot_regel__gte=F("van_regel")), name="tekst_regels_in_volgorde"),
        ]
        triggers: ClassVar = [*nooit_anders(), alleen_met_lezing("NEW.lezing_id")]

    def __str__(self) -> str:
        return self.tekst[:60]

    @property
    def is_link(self) -> bool:
        return self.soort == Tekst.Soort.LINK

    @property
    def is_motie(self) -> bool:
        return self.soort == Tekst.Soort.MOTIE
