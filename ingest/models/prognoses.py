"""What the municipality expects of a figure that is not there yet. Nobody is judged by it, and few may see it."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from indicators.models import Definitie, Lezing, Vermelding
from indicators.models.geschiedenis import bijgehouden, eigen_naam
from indicators.models.structuur import schrijf_waarde
from indicators.onveranderlijk import Beschermd
from ingest.models.opgaven import periode_in_woorden


class Prognosestaat(models.TextChoices):
    """How far it has come, as it stands in a sentence."""

    VOORGELEGD = "voorgelegd", "wacht op controle"
    TERUGGEGEVEN = "teruggegeven", "teruggegeven"
    GOEDGEKEURD = "goedgekeurd", "goedgekeurd"
    OPGEVOLGD = "opgevolgd", "opgevolgd door een nieuwe prognose of door het cijfer zelf"
    INGETROKKEN = "ingetrokken", "ingetrokken"


OPEN = (Prognosestaat.VOORGELEGD, Prognosestaat.TERUGGEGEVEN)
_NAGEKEKEN = (Prognosestaat.GOEDGEKEURD, Prognosestaat.OPGEVOLGD, Prognosestaat.INGETROKKEN)
_INHOUD = ("ingetypt", "waarde", "toelichting", "voorgelegd_op", "invoerders")


def _rij(welke: str) -> str:
    return f"ROW({', '.join(f'{welke}.{veld}' for veld in _INHOUD)})"


class PrognoseQuerySet(models.QuerySet["Prognose"]):
    def lopend(self) -> "PrognoseQuerySet":
        """Those that still say something, the oldest first."""
        return self.filter(staat__in=[*OPEN, Prognosestaat.GOEDGEKEURD]).order_by("voorgelegd_op", "pk")

    def open(self) -> "PrognoseQuerySet":
        """Those to which nobody agreed yet."""
        return self.filter(staat__in=OPEN)

    def met_definitie(self) -> "PrognoseQuerySet":
        return self.select_related("definitie__indicator__doelstelling", "lezing")


class Prognose(Beschermd):
    """One expected figure: entered, agreed to by another, and with a lezing when everybody may see it."""

    Staat = Prognosestaat  # above the model, because Meta names it

    definitie = models.ForeignKey(Definitie, models.PROTECT, related_name="prognoses")
    jaar = models.PositiveSmallIntegerField()
    periode = models.CharField(max_length=2, choices=Vermelding.Periode, blank=True)
    ingetypt = models.CharField(max_length=40)
    waarde = models.DecimalField(max_digits=20, decimal_places=6)
    toelichting = models.TextField(help_text="waar het op rust")

    staat = models.CharField(max_length=20, choices=Prognosestaat, default=Prognosestaat.VOORGELEGD)
    opmerking = models.TextField(blank=True, help_text="van de controleur: waarom het terugging, of is ingetrokken")
    invoerders = ArrayField(models.UUIDField(), default=list, help_text="actor-id's van wie hieraan schreef")
    voorgelegd_op = models.DateTimeField()
    gecontroleerd_door = models.UUIDField(null=True, help_text="actor-id")
    lezing = models.OneToOneField(
        Lezing, models.PROTECT, null=True, related_name="prognose", help_text="leeg: was nooit openbaar"
    )
    versie = models.PositiveIntegerField(default=0, help_text="loopt op bij elke wijziging; een formulier noemt hem")

    objects = PrognoseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["definitie", "jaar", "periode"], condition=Q(staat__in=OPEN), name="prognose_een_keer_open"
            ),
            models.UniqueConstraint(
                fields=["definitie", "jaar", "periode"],
                condition=Q(staat=Prognosestaat.GOEDGEKEURD),
                name="prognose_een_keer_goedgekeurd",
            ),
            models.CheckConstraint(
                condition=~Q(ingetypt="") & ~Q(toelichting=""), name="prognose_zegt_waar_ze_op_rust"
            ),
            models.CheckConstraint(condition=~Q(invoerders=[]), name="prognose_noemt_wie_haar_invoerde"),
            models.CheckConstraint(
                condition=Q(gecontroleerd_door__isnull=True) | ~Q(invoerders__contains=[F("gecontroleerd_door")]),
                name="prognose_controleur_is_niet_de_invoerder",
            ),
            models.CheckConstraint(
                condition=Q(gecontroleerd_door__isnull=False)
                | Q(staat__in=[*OPEN, Prognosestaat.OPGEVOLGD], lezing__isnull=True),
                name="prognose_niet_zonder_controle_verder",
            ),
            models.CheckConstraint(
                condition=~Q(staat__in=[Prognosestaat.TERUGGEGEVEN, Prognosestaat.INGETROKKEN]) | ~Q(opmerking=""),
                name="prognose_terug_met_opmerking",
            ),
            models.CheckConstraint(condition=Q(jaar__range=(1900, 2200)), name="prognose_jaar_is_een_jaar"),
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            eigen_naam("gecontroleerd_door", lijst="invoerders"),
            pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="blijft_over_hetzelfde", fields=["definitie", "jaar", "periode"]),
            pgtrigger.Trigger(
                name="gecontroleerd_blijft",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__staat__in=list(_NAGEKEKEN)),
                func=f"IF {_rij('OLD')} IS DISTINCT FROM {_rij('NEW')} THEN "
                "RAISE EXCEPTION 'What was checked is published as it was checked'; END IF; RETURN NEW;",
            ),
            pgtrigger.FSM(
                name="staat_vooruit",
                field="staat",
                transitions=[
                    (Prognosestaat.VOORGELEGD, Prognosestaat.TERUGGEGEVEN),
                    (Prognosestaat.VOORGELEGD, Prognosestaat.GOEDGEKEURD),
                    (Prognosestaat.VOORGELEGD, Prognosestaat.OPGEVOLGD),
                    (Prognosestaat.TERUGGEGEVEN, Prognosestaat.VOORGELEGD),
                    (Prognosestaat.TERUGGEGEVEN, Prognosestaat.OPGEVOLGD),
                    (Prognosestaat.GOEDGEKEURD, Prognosestaat.OPGEVOLGD),
                    (Prognosestaat.GOEDGEKEURD, Prognosestaat.INGETROKKEN),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.definitie.indicator} {self.over}"

    @property
    def over(self) -> str:
        """The period in words."""
        return periode_in_woorden(self.definitie, self.jaar, self.periode)

    @property
    def cijfer(self) -> str:
        """As the site writes it."""
        return schrijf_waarde(self.waarde, self.definitie)

    @property
    def wacht(self) -> bool:
        return self.staat == Prognosestaat.VOORGELEGD

    @property
    def is_teruggegeven(self) -> bool:
        return self.staat == Prognosestaat.TERUGGEGEVEN

    @property
    def is_goedgekeurd(self) -> bool:
        return self.staat == Prognosestaat.GOEDGEKEURD

    @property
    def is_openbaar(self) -> bool:
        """Whether everybody sees it now."""
        return self.is_goedgekeurd and self.lezing_id is not None

    @property
    def stand(self) -> str:
        """How far it is, in words: "goedgekeurd, niet openbaar"."""
        if self.is_goedgekeurd:
            return "goedgekeurd, op de site" if self.is_openbaar else "goedgekeurd, niet openbaar"
        return self.get_staat_display()
