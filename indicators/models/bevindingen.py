"""What reading and checking found, kept with the lezing."""

from collections.abc import Iterable
from typing import ClassVar

from django.db import models

from indicators.database.lezen import Gelezen
from indicators.models.bronnen import Lezing, Publicatie, alleen_met_lezing, pagina_van
from indicators.onveranderlijk import nooit_anders


class BevindingQuerySet(models.QuerySet["Bevinding"]):
    def met_bladzijde(self) -> "BevindingQuerySet":
        """With as `pagina` the page of its line (None: it has no pages)."""
        return self.annotate(pagina=pagina_van("regel"))

    def fouten_van(self, publicaties: Iterable[Publicatie]) -> "BevindingQuerySet":
        """What was not read of a line of these, in the lezing that is on the site."""
        op_de_site = self.filter(lezing__publicatie__in=[*publicaties], lezing__staat=Lezing.Staat.GEPUBLICEERD)
        fouten = op_de_site.filter(ernst=Bevinding.Ernst.FOUT, regel__isnull=False)
        return fouten.select_related("lezing__publicatie").defer("lezing__uitvoer").order_by("regel")


class Bevinding(Gelezen):
    """What reading or checking found, kept with the lezing."""

    class Ernst(models.TextChoices):
        FOUT = "fout"
        WAARSCHUWING = "waarschuwing"
        OPMERKING = "opmerking"

    UITTREKSEL = "uittreksel"  # the reader's word for a text of which we have only a part; its page asks for it

    lezing = models.ForeignKey(Lezing, models.PROTECT, related_name="bevindingen")
    ernst = models.CharField(max_length=20, choices=Ernst)
    soort = models.CharField(max_length=40)
    regel = models.PositiveIntegerField(null=True)
    tekst = models.TextField()

    objects = BevindingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        triggers: ClassVar = [*nooit_anders(), alleen_met_lezing("NEW.lezing_id")]

    def __str__(self) -> str:
        return self.tekst

    @property
    def is_fout(self) -> bool:
        return self.ernst == Bevinding.Ernst.FOUT

    @property
    def is_waarschuwing(self) -> bool:
        return self.ernst == Bevinding.Ernst.WAARSCHUWING
