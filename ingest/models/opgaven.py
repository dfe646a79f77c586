"""What a policy officer hands in: a realisatie, or why there is none; and when it is due."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from indicators.models import Aanhaling, Definitie, Indicator, Lezing, Vermelding
from indicators.models.geschiedenis import bijgehouden, eigen_naam
from indicators.models.structuur import schrijf_waarde
from indicators.onveranderlijk import Beschermd


class OpgaveQuerySet(models.QuerySet["Opgave"]):
    def open(self) -> "OpgaveQuerySet":
        """Those on their way to the site."""
        return self.exclude(staat=Opgave.Staat.GEPUBLICEERD)

    def ingediend(self) -> "OpgaveQuerySet":
        """Those that wait for a controleur, oldest first."""
        return self.filter(staat=Opgave.Staat.INGEDIEND).order_by("ingediend_op", "pk")

    def met_definitie(self) -> "OpgaveQuerySet":
        return self.select_related(
            "definitie__indicator__doelstelling", "uit_aanhaling__publicatie", "verbetert", "lezing"
        )


def _inhoud(rij: str) -> str:
    """What a controleur approves, as one value in SQL."""
    velden = (
        "ingetypt", "waarde", "geen", "bekend_vanaf", "voorlopig", "bron", "gemeten_op", "uit_aanhaling_id",
        "toelichting", "reden", "invoerders",
    )  # fmt: skip
    return f"ROW({', '.join(f'{rij}.{veld}' for veld in velden)})"


class Opgavestaat(models.TextChoices):
    """How far a figure has come."""

    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    TERUGGEGEVEN = "teruggegeven"
    GECONTROLEERD = "gecontroleerd"
    GEPUBLICEERD = "gepubliceerd"


class Opgave(Beschermd):
    """One figure on its way: entered, checked by another, published. Once published it never changes."""

    Staat = Opgavestaat  # above the model, because Meta names it

    class Geen(models.TextChoices):
        """Why there is no value; the words of Vermelding.Leeg."""

        ONGEMETEN = Vermelding.Leeg.ONGEMETEN.value, "dit jaar niet gemeten"
        NNB = Vermelding.Leeg.NNB.value, "nog niet bekend"
        GESTOPT = Vermelding.Leeg.GESTOPT.value, "wordt niet meer gemeten"
        GEHEIM = Vermelding.Leeg.GEHEIM.value, "wordt niet openbaar gemaakt"

    definitie = models.ForeignKey(Definitie, models.PROTECT, related_name="opgaven")
    jaar = models.PositiveSmallIntegerField()
    periode = models.CharField(max_length=2, choices=Vermelding.Periode, blank=True)
    ingetypt = models.CharField(max_length=40, blank=True)
    waarde = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    geen = models.CharField(max_length=10, choices=Geen, blank=True)
    bekend_vanaf = models.DateField(null=True, blank=True, help_text="vanaf dan wordt “nog niet bekend” weer gevraagd")
    voorlopig = models.BooleanField(default=False)
    bron = models.TextField(blank=True)
    gemeten_op = models.DateField(null=True, blank=True)
    uit_aanhaling = models.ForeignKey(Aanhaling, models.PROTECT, null=True, blank=True, related_name="+")
    toelichting = models.TextField(blank=True)
    verbetert = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="verbeterd_door")
    reden = models.TextField(blank=True, help_text="waarom een eerdere opgave anders wordt")

    staat = models.CharField(max_length=20, choices=Staat, default=Staat.CONCEPT)
    opmerking = models.TextField(blank=True, help_text="van de controleur")
    invoerders = ArrayField(models.UUIDField(), default=list, help_text="actor-id's van wie hieraan schreef")
    ingediend_op = models.DateTimeField(null=True)
    gecontroleerd_door = models.UUIDField(null=True, help_text="actor-id")
    gecontroleerd_op = models.DateTimeField(null=True)
    lezing = models.OneToOneField(Lezing, models.PROTECT, null=True, related_name="opgave")
    versie = models.PositiveIntegerField(default=0, help_text="loopt op bij elke wijziging; een formulier noemt hem")

    objects = OpgaveQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["definitie", "jaar", "periode"],
                condition=~Q(staat=Opgavestaat.GEPUBLICEERD),
                name="opgave_een_keer_open",
            ),
            models.CheckConstraint(
                condition=Q(staat=Opgavestaat.CONCEPT)
                | Q(waarde__isnull=False, geen="")
                | (Q(waarde__isnull=True) & ~Q(geen="")),
                name="opgave_waarde_of_waarom_niet",
            ),
            models.CheckConstraint(
                condition=Q(gecontroleerd_door__isnull=True) | ~Q(invoerders__contains=[F("gecontroleerd_door")]),
                name="opgave_controleur_is_niet_de_invoerder",
            ),
            models.CheckConstraint(
                condition=Q(staat=Opgavestaat.CONCEPT) | ~Q(invoerders=[]), name="opgave_noemt_wie_haar_invoerde"
            ),
            models.CheckConstraint(
                condition=Q(staat__in=[Opgavestaat.CONCEPT, Opgavestaat.INGEDIEND, Opgavestaat.TERUGGEGEVEN])
                | Q(gecontroleerd_door__isnull=False, gecontroleerd_op__isnull=False, ingediend_op__isnull=False),
                name="opgave_niet_zonder_controle_verder",
            ),
            models.CheckConstraint(
                condition=Q(staat=Opgavestaat.GEPUBLICEERD, lezing__isnull=False)
                | (~Q(staat=Opgavestaat.GEPUBLICEERD) & Q(lezing__isnull=True)),
                name="opgave_gepubliceerd_heeft_lezing",
            ),
            models.CheckConstraint(
                condition=~Q(staat=Opgavestaat.TERUGGEGEVEN) | ~Q(opmerking=""), name="opgave_terug_met_opmerking"
            ),
            models.CheckConstraint(
                condition=Q(verbetert__isnull=True) | Q(staat=Opgavestaat.CONCEPT) | ~Q(reden=""),
                name="opgave_verbetering_heeft_een_reden",
            ),
            models.CheckConstraint(
                condition=Q(bekend_vanaf__isnull=True) | Q(geen=Vermelding.Leeg.NNB),
                name="opgave_bekend_vanaf_van_nog_niet_bekend",
            ),
            models.CheckConstraint(condition=Q(jaar__range=(1900, 2200)), name="opgave_jaar_is_een_jaar"),
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            eigen_naam("gecontroleerd_door", lijst="invoerders"),
            pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="gepubliceerd_blijft",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__staat=Opgavestaat.GEPUBLICEERD),
            ),
            pgtrigger.Trigger(
                name="gecontroleerd_blijft",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(
                    old__staat=Opgavestaat.GECONTROLEERD,
                    new__staat__in=[Opgavestaat.GECONTROLEERD, Opgavestaat.GEPUBLICEERD],
                ),
                func=f"IF {_inhoud('OLD')} IS DISTINCT FROM {_inhoud('NEW')} THEN "
                "RAISE EXCEPTION 'What was checked is published as it was checked'; END IF; RETURN NEW;",
            ),
            pgtrigger.ReadOnly(name="blijft_over_hetzelfde", fields=["definitie", "jaar", "periode", "verbetert"]),
            pgtrigger.Trigger(
                name="invoerders_komen_erbij",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("NOT NEW.invoerders @> OLD.invoerders"),
                func="RAISE EXCEPTION 'Who entered a figure stays known';",
            ),
            pgtrigger.FSM(
                name="staat_vooruit",
                field="staat",
                transitions=[
                    (Opgavestaat.CONCEPT, Opgavestaat.INGEDIEND),
                    (Opgavestaat.INGEDIEND, Opgavestaat.TERUGGEGEVEN),
                    (Opgavestaat.INGEDIEND, Opgavestaat.GECONTROLEERD),
                    (Opgavestaat.TERUGGEGEVEN, Opgavestaat.INGEDIEND),
                    (Opgavestaat.GECONTROLEERD, Opgavestaat.TERUGGEGEVEN),
                    (Opgavestaat.GECONTROLEERD, Opgavestaat.GEPUBLICEERD),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.definitie.indicator} {self.over}"

    @property
    def is_ingediend(self) -> bool:
        return self.staat == Opgavestaat.INGEDIEND

    @property
    def is_teruggegeven(self) -> bool:
        return self.staat == Opgavestaat.TERUGGEGEVEN

    @property
    def is_gecontroleerd(self) -> bool:
        return self.staat == Opgavestaat.GECONTROLEERD

    @property
    def is_gepubliceerd(self) -> bool:
        return self.staat == Opgavestaat.GEPUBLICEERD

    @property
    def is_nog_niet_bekend(self) -> bool:
        return self.geen == self.Geen.NNB

    @property
    def cijfer(self) -> str:
        """The figure as the site writes it, or why there is none; empty in a concept without either."""
        if self.waarde is not None:
            return schrijf_waarde(self.waarde, self.definitie)
        return str(self.get_geen_display())

    @property
    def over(self) -> str:
        """The period in words: 2025, schooljaar 2024-2025, eerste halfjaar 2025."""
        return periode_in_woorden(self.definitie, self.jaar, self.periode)


def periode_in_woorden(definitie: Definitie, jaar: int, periode: str = "") -> str:
    """What a figure of this definitie for a reporting year is about."""
    if periode:
        return f"{Vermelding.Periode(periode).label} {jaar}"
    if definitie.meetperiode == Definitie.Meetperiode.SCHOOLJAAR:
        return f"schooljaar {jaar - 1}-{jaar}"
    return str(jaar)


class Termijn(models.Model):
    """When the realisatie of an indicator over a year is due, and when it may be on the site."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="termijnen")
    jaar = models.PositiveSmallIntegerField()
    uiterlijk = models.DateField()
    vrijgave_op = models.DateField(null=True, blank=True, help_text="leeg: zodra het gecontroleerd is")

    class Meta:
        ordering: ClassVar = ["jaar", "indicator"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "jaar"], name="termijn_een_keer"),
            models.CheckConstraint(condition=Q(jaar__range=(1900, 2200)), name="termijn_jaar_is_een_jaar"),
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.indicator} {self.jaar}: uiterlijk {self.uiterlijk:%d-%m-%Y}"
