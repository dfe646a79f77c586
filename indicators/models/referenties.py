"""The figures of others: what a reference file says of a gemeente or of the country.

They have a table of their own. Whatever asks for the figures of the site (`Vermelding`) cannot find them, so that none
of another gemeente is ever drawn, counted or judged as its own (decision 24).
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.formats import date_format

from indicators.database.lezen import Gelezen
from indicators.models.bronnen import VAN_PASSAGE, Lezing, Passage, Publicatie, alleen_met_lezing
from indicators.models.cijfers import Vermelding
from indicators.models.structuur import Definitie, Indicator
from indicators.onveranderlijk import nooit_anders

LAND = "Nederland"
"""What a reference file calls the country."""
INWONERS, PRIJSINDEX = "Inwoners", "Prijsindex"
"""The series that amounts of money are converted with."""


class ReferentieQuerySet(models.QuerySet["Referentiecijfer"]):
    def geldend(self) -> "ReferentieQuerySet":
        """What holds now: not succeeded by a later lezing, and not withdrawn."""
        return self.filter(vervallen_in__isnull=True)

    def naast(self, indicator: Indicator) -> "ReferentieQuerySet":
        """Those that a person laid beside a definitie of this indicator."""
        return self.filter(definitie__indicator=indicator)

    def nieuwste_eerst(self) -> "ReferentieQuerySet":
        """Of two files that tell the same, the one that was downloaded last comes first."""
        return self.order_by("-opgehaald_op", "-pk")

    def met_bron(self) -> "ReferentieQuerySet":
        return self.select_related("publicatie", "passage", "definitie").defer("passage__tekst")


class Referentiecijfer(Gelezen):
    """What one line of a reference file says of one gemeente, or the country, in one year. Never changed."""

    publicatie = models.ForeignKey(Publicatie, models.PROTECT, related_name="referenties")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="referenties")
    reeks = models.CharField(max_length=300, help_text="zoals het bestand haar noemt")
    definitie = models.ForeignKey(
        Definitie, models.PROTECT, null=True, related_name="referenties", help_text="leeg: een reeks op zichzelf"
    )
    gemeente = models.CharField(max_length=100, help_text="of het land")
    jaar = models.PositiveSmallIntegerField()
    waarde = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    leeg = models.CharField(max_length=20, choices=Vermelding.Leeg, blank=True)
    gedrukt = models.CharField(max_length=40, blank=True)
    bron = models.CharField(max_length=300)
    tabel = models.CharField(max_length=300)
    opgehaald_op = models.DateField()
    vervallen_in = models.ForeignKey(Lezing, models.PROTECT, null=True, related_name="+")

    objects = ReferentieQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "referentiecijfers"
        constraints: ClassVar = [
            models.UniqueConstraint(
                "publicatie",
                Lower("reeks"),
                Lower("gemeente"),
                "jaar",
                condition=Q(vervallen_in__isnull=True),
                name="referentiecijfer_een_keer_geldend",
            ),
            models.CheckConstraint(
                condition=Q(waarde__isnull=False, leeg="") | (Q(waarde__isnull=True) & ~Q(leeg="")),
                name="referentiecijfer_waarde_of_soort_leeg",
            ),
            models.CheckConstraint(condition=Q(jaar__range=(1900, 2200)), name="referentiecijfer_jaar_is_een_jaar"),
            models.CheckConstraint(condition=~Q(gemeente=""), name="referentiecijfer_is_van_een_gemeente"),
            models.CheckConstraint(condition=~Q(bron="") & ~Q(tabel=""), name="referentiecijfer_heeft_een_bron"),
        ]
        triggers: ClassVar = [*nooit_anders(behalve="vervallen_in"), alleen_met_lezing(VAN_PASSAGE)]

    def __str__(self) -> str:
        return f"{self.reeks}, {self.gemeente} {self.jaar}: {self.gedrukt}"

    @property
    def herkomst(self) -> str:
        """Where it came from: "CBS, tabel 37230ned, opgehaald op 3 november 2026"."""
        return f"{self.bron}, tabel {self.tabel}, opgehaald op {date_format(self.opgehaald_op, 'j F Y')}"
