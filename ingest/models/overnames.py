"""A goal that a person took over from an edition that is not on the site, until another agrees and it is published."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from indicators.models import Bewoording, Definitie, Lezing
from indicators.models.geschiedenis import bijgehouden
from indicators.models.structuur import schrijf_waarde

LAATSTE_JAAR = 3
"""A begroting names its own year and so many after it."""


class Overnamestaat(models.TextChoices):
    """How far it has come."""

    VOORGELEGD = "voorgelegd", "wacht op controle"
    TERUGGEGEVEN = "teruggegeven"
    GEPUBLICEERD = "gepubliceerd", "op de site"
    OPGEVOLGD = "opgevolgd", "opgevolgd door het document zelf"
    INGETROKKEN = "ingetrokken"


LEEFT = (Overnamestaat.VOORGELEGD, Overnamestaat.TERUGGEGEVEN, Overnamestaat.GEPUBLICEERD)
WAS_OP_DE_SITE = (Overnamestaat.GEPUBLICEERD, Overnamestaat.OPGEVOLGD, Overnamestaat.INGETROKKEN)
_INHOUD = (
    "ingetypt", "waarde", "soort_begroting", "anders", "titel", "bladzijde", "gedrukt", "adres", "vastgesteld",
    "invoerders",
)  # fmt: skip


def _rij(welke: str) -> str:
    return f"ROW({', '.join(f'{welke}.{veld}' for veld in _INHOUD)})"


class OvernameQuerySet(models.QuerySet["Overname"]):
    def in_staat(self, staat: Overnamestaat) -> "OvernameQuerySet":
        return self.filter(staat=staat)

    def met_definitie(self) -> "OvernameQuerySet":
        return self.select_related("definitie__indicator__doelstelling", "lezing")


class Overname(models.Model):
    """What one line of an edition that is not on the site says of a definitie in a year, with its page and address."""

    Staat = Overnamestaat  # above the model, because Meta names it

    definitie = models.ForeignKey(Definitie, models.PROTECT, related_name="overnames")
    editie = models.PositiveSmallIntegerField(help_text="het jaar van de begroting: 2024 is PB 2024")
    jaar = models.PositiveSmallIntegerField(help_text="waarvoor het doel gold")
    ingetypt = models.CharField(max_length=40)
    waarde = models.DecimalField(max_digits=20, decimal_places=6)
    soort_begroting = models.CharField(max_length=20, choices=Bewoording.SoortBegroting)
    anders = models.CharField(
        max_length=300, blank=True, help_text="hoe dat document het anders meet; leeg: net zo als de definitie"
    )
    titel = models.CharField(max_length=200)
    bladzijde = models.PositiveSmallIntegerField()
    gedrukt = models.CharField(max_length=300, help_text="de regel zoals gedrukt")
    adres = models.URLField(max_length=500, blank=True)
    vastgesteld = models.BooleanField(help_text="door de raad; anders is het een voorstel")

    staat = models.CharField(max_length=20, choices=Overnamestaat, default=Overnamestaat.VOORGELEGD)
    opmerking = models.TextField(blank=True, help_text="van de controleur: waarom het terugging, of is ingetrokken")
    invoerders = ArrayField(models.UUIDField(), default=list, help_text="actor-id's van wie hieraan schreef")
    voorgelegd_op = models.DateTimeField()
    gecontroleerd_door = models.UUIDField(null=True, help_text="actor-id")
    lezing = models.OneToOneField(Lezing, models.PROTECT, null=True, related_name="overname")
    versie = models.PositiveIntegerField(default=1, help_text="loopt op bij elke wijziging; een formulier noemt hem")

    objects = OvernameQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["editie", "jaar", "definitie"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["definitie", "editie", "jaar"], condition=Q(staat__in=LEEFT), name="overname_een_keer"
            ),
            models.CheckConstraint(
                condition=Q(jaar__gte=F("editie"), jaar__lte=F("editie") + LAATSTE_JAAR),
                name="overname_jaar_van_de_begroting",
            ),
            models.CheckConstraint(condition=Q(editie__range=(1990, 2200)), name="overname_editie_is_een_jaar"),
            models.CheckConstraint(
                condition=Q(bladzijde__gte=1) & ~Q(gedrukt="") & ~Q(titel="") & ~Q(ingetypt=""),
                name="overname_noemt_haar_plaats",
            ),
            models.CheckConstraint(
                condition=Q(soort_begroting__in=Bewoording.SoortBegroting.values), name="overname_soort_bekend"
            ),
            models.CheckConstraint(condition=~Q(invoerders=[]), name="overname_noemt_wie_haar_invoerde"),
            models.CheckConstraint(
                condition=Q(gecontroleerd_door__isnull=True) | ~Q(invoerders__contains=[F("gecontroleerd_door")]),
                name="overname_controleur_is_niet_de_invoerder",
            ),
            models.CheckConstraint(
                condition=Q(staat__in=WAS_OP_DE_SITE, lezing__isnull=False, gecontroleerd_door__isnull=False)
                | (~Q(staat__in=WAS_OP_DE_SITE) & Q(lezing__isnull=True)),
                name="overname_niet_zonder_controle_verder",
            ),
            models.CheckConstraint(
                condition=~Q(staat__in=[Overnamestaat.TERUGGEGEVEN, Overnamestaat.INGETROKKEN]) | ~Q(opmerking=""),
                name="overname_terug_met_opmerking",
            ),
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="blijft_over_hetzelfde", fields=["definitie", "editie", "jaar"]),
            pgtrigger.Trigger(
                name="gecontroleerd_blijft",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__staat__in=list(WAS_OP_DE_SITE)),
                func=f"IF {_rij('OLD')} IS DISTINCT FROM {_rij('NEW')} THEN "
                "RAISE EXCEPTION 'What was checked is published as it was checked'; END IF; RETURN NEW;",
            ),
            pgtrigger.FSM(
                name="staat_vooruit",
                field="staat",
                transitions=[
                    (Overnamestaat.VOORGELEGD, Overnamestaat.TERUGGEGEVEN),
                    (Overnamestaat.VOORGELEGD, Overnamestaat.GEPUBLICEERD),
                    (Overnamestaat.TERUGGEGEVEN, Overnamestaat.VOORGELEGD),
                    (Overnamestaat.GEPUBLICEERD, Overnamestaat.OPGEVOLGD),
                    (Overnamestaat.GEPUBLICEERD, Overnamestaat.INGETROKKEN),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.definitie.indicator}, {self.naam_editie} voor {self.jaar}"

    @property
    def naam_editie(self) -> str:
        return f"PB {self.editie}"

    @property
    def cijfer(self) -> str:
        """As the site writes it."""
        return schrijf_waarde(self.waarde, self.definitie)

    @property
    def plaats(self) -> str:
        """ "PB 2024, blz. 41"."""
        return f"{self.naam_editie}, blz. {self.bladzijde}"

    @property
    def wacht(self) -> bool:
        return self.staat == Overnamestaat.VOORGELEGD

    @property
    def is_teruggegeven(self) -> bool:
        return self.staat == Overnamestaat.TERUGGEGEVEN

    @property
    def staat_op_de_site(self) -> bool:
        return self.staat == Overnamestaat.GEPUBLICEERD
