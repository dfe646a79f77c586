"""What can be found by a word: the sentences of the documents, and the words that stand in them."""

from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.expressions import Combinable

from indicators.database.lezen import Gelezen
from indicators.models.bronnen import Lezing, alleen_met_lezing, pagina_van
from indicators.models.einde import NIET_BEEINDIGD, MetEinde
from indicators.models.geschiedenis import bijgehouden
from indicators.onveranderlijk import nooit_anders


class Zoekvector(Func):
    """The words of these fields together, as printed and by their Dutch stem, without accents."""

    function = "public.doelwijzer_zoekvector"
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()

    def __init__(self, *velden: str | Combinable, **extra: Any) -> None:
        super().__init__(*velden, **extra)


class ZoekzinQuerySet(models.QuerySet["Zoekzin"]):
    def geldend(self) -> "ZoekzinQuerySet":
        """Those of what is on the site now."""
        return self.filter(lezing__staat=Lezing.Staat.GEPUBLICEERD)

    def met_bron(self) -> "ZoekzinQuerySet":
        """With the publicatie, and as `pagina` the page it begins on (None: it has no pages)."""
        met = self.select_related("lezing__publicatie").defer("lezing__uitvoer", "zoek")
        return met.annotate(pagina=pagina_van("van_regel"))


class Zoekzin(Gelezen):
    """A sentence, an item of a list or a row of a table, made of the lines of a lezing to search in. Never changed."""

    lezing = models.ForeignKey(Lezing, models.PROTECT, related_name="zoekzinnen")
    van_regel = models.PositiveIntegerField()
    tot_regel = models.PositiveIntegerField()
    tekst = models.TextField()
    samengevat = models.BooleanField(default=False)
    zoek = models.GeneratedField(
        expression=Zoekvector(F("tekst")), output_field=SearchVectorField(), db_persist=True, editable=False
    )

    objects = ZoekzinQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "zoekzinnen"
        ordering: ClassVar = ["van_regel", "pk"]
        indexes: ClassVar = [GinIndex(fields=["zoek"], name="zoekzin_woorden", fastupdate=False)]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(tot_regel__gte=F("van_regel")), name="zoekzin_regels_in_volgorde"),
        ]
        triggers: ClassVar = [*nooit_anders(), alleen_met_lezing("NEW.lezing_id")]

    def __str__(self) -> str:
        return self.tekst


class Zoekwoord(models.Model):
    """A word that is printed somewhere, in small letters and without accents: what a typing error may have meant."""

    woord = models.CharField(max_length=60, unique=True)

    class Meta:
        verbose_name_plural = "zoekwoorden"
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return self.woord


class Synoniem(MetEinde):
    """Who looks for `woord`, also finds what has `ook`: "taal" and "laaggeletterdheid". Kept by people."""

    woord = models.CharField(max_length=60)
    ook = models.CharField(max_length=60)

    class Meta:
        verbose_name_plural = "synoniemen"
        ordering: ClassVar = ["woord", "ook"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["woord", "ook"], condition=NIET_BEEINDIGD, name="synoniem_een_keer"),
            models.CheckConstraint(condition=~Q(woord="") & ~Q(ook="") & ~Q(woord=F("ook")), name="synoniem_zegt_iets"),
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.woord}: {self.ook}"
