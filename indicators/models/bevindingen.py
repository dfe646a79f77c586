"""What reading and checking found, kept with the lezing."""

from typing import ClassVar

from django.db import models

from indicators.models.bronnen import Lezing, pagina_van
from indicators.onveranderlijk import nooit_anders


class BevindingQuerySet(models.QuerySet["Bevinding"]):
    def met_bladzijde(self) -> "BevindingQuerySet":
        """With as `pagina` the page of its line (None: it has no pages)."""
        return self.annotate(pagina=pagina_van("regel"))


class Bevinding(models.Model):
    """What reading or checking found, kept with the lezing."""

    class Ernst(models.TextChoices):
        FOUT = "fout"
        WAARSCHUWING = "waarschuwing"
        OPMERKING = "opmerking"

    class Soort(models.TextChoices):
        BESTAND = "bestand"
        SOORT_ONBEKEND = "soort onbekend"
        PUBLICATIE = "publicatie"
        HOOFDSTUK = "hoofdstuk"
        GEMEENTE = "gemeente"
        KOP = "kop"
        NAAM = "naam"
        EENHEID = "eenheid"
        MAATREGELEN = "maatregelen"
        TEKENS = "tekens"
        VERSCHIL = "verschil"
        PERIODE_ONBEKEND = "periode onbekend"
        BESCHADIGDE_RIJ = "beschadigde rij"
        DUBBELE_RIJ = "dubbele rij"
        DUBBELE_TABEL = "dubbele tabel"
        ONVOLLEDIGE_TABEL = "onvolledige tabel"
        ONVOLLEDIGE_POST = "onvolledige post"
        ONTBREKENDE_TABEL = "ontbrekende tabel"
        ONBEKENDE_TABEL = "onbekende tabel"
        NIET_GELEZEN = "niet gelezen"
        EINDE = "einde"
        GEEN_KERNOPGAVE = "geen kernopgave"
        VOETNOOT = "voetnoot"
        PAGINANUMMER = "paginanummer"
        ANDERE_EDITIE = "andere editie"
        ZONDER_BRON = "zonder bron"
        ZONDER_REALISATIE = "zonder realisatie"
        TOTAAL = "totaal"
        ONBEKEND_PROGRAMMA = "onbekend programma"
        ONBEKENDE_DOELSTELLING = "onbekende doelstelling"
        ONBEKENDE_INDICATOR = "onbekende indicator"
        ONBEKENDE_POST = "onbekende post"
        ZONDER_PROGRAMMA = "zonder programma"
        NUMMER = "nummer"
        DEFINITIE_ONBEKEND = "definitie onbekend"
        DEFINITIE_AANGENOMEN = "definitie aangenomen"
        BRON_GEWIJZIGD = "bron gewijzigd"
        EENHEID_GEWIJZIGD = "eenheid gewijzigd"
        ONMOGELIJKE_WAARDE = "onmogelijke waarde"
        AFRONDING = "afronding"
        TELT_NIET_OP = "telt niet op"
        SPRONG = "sprong"
        GEDRUKTE_NUL = "gedrukte nul"
        TWEE_BRONNEN = "twee bronnen"
        OVERGETYPT = "overgetypt"
        UITTREKSEL = "uittreksel"
        VERDWENEN = "verdwenen"
        KEUZE_VERVALLEN = "keuze vervallen"

    lezing = models.ForeignKey(Lezing, models.PROTECT, related_name="bevindingen")
    ernst = models.CharField(max_length=20, choices=Ernst)
    soort = models.CharField(max_length=40)
    regel = models.PositiveIntegerField(null=True)
    tekst = models.TextField()

    objects = BevindingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return self.tekst

    @property
    def is_fout(self) -> bool:
        return self.ernst == Bevinding.Ernst.FOUT

    @property
    def is_waarschuwing(self) -> bool:
        return self.ernst == Bevinding.Ernst.WAARSCHUWING
