"""A document on its way to the site: handed in, read, judged, published."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from indicators.models import Lezing, Publicatie
from indicators.models.geschiedenis import bijgehouden, eigen_naam
from indicators.onveranderlijk import Beschermd, nooit_anders
from ingest.models.vragen import NAGEKEKEN


class AanleveringQuerySet(models.QuerySet["Aanlevering"]):
    def onderweg(self) -> "AanleveringQuerySet":
        """Those that a worker must go on with."""
        return self.filter(staat__in=Aanlevering.ONDERWEG)

    def open(self) -> "AanleveringQuerySet":
        """Those that are neither on the site nor given up."""
        return self.filter(staat__in=[*Aanlevering.ONDERWEG, Aanlevering.Staat.TE_BEOORDELEN])


class Aanleveringstaat(models.TextChoices):
    """How far a document has come."""

    WACHT = "wacht", "wacht op de lezer"
    LEEST = "leest", "wordt gelezen"
    VERWERKT = "verwerkt", "gelezen, de vragen worden gemaakt"
    TE_BEOORDELEN = "te beoordelen", "gelezen, te beoordelen"
    PUBLICEERT = "publiceert", "goedgekeurd, wordt gepubliceerd"
    GEPUBLICEERD = "gepubliceerd", "gepubliceerd"
    GEWEIGERD = "geweigerd", "niet te lezen"
    AFGEBROKEN = "afgebroken", "afgebroken"


class Aanlevering(Beschermd):
    """One file that somebody handed in, and how far it has come. The file itself is kept under its checksum."""

    Staat = Aanleveringstaat  # above the model, because Meta names it

    ONDERWEG = (Staat.WACHT, Staat.LEEST, Staat.VERWERKT, Staat.PUBLICEERT)

    bestandsnaam = models.CharField(max_length=255)
    checksum = models.CharField(max_length=64, help_text="SHA-256 van het bestand")
    formaat = models.CharField(max_length=10)
    grootte = models.PositiveBigIntegerField(help_text="in bytes")
    soort = models.CharField(max_length=20, choices=Publicatie.Soort, blank=True, help_text="leeg: zoals herkend")
    publicatie = models.CharField(max_length=40, blank=True, help_text="zoals PB 2027; leeg: zoals herkend")
    aangeleverd_door = models.UUIDField(help_text="actor-id")
    aangeleverd_op = models.DateTimeField(auto_now_add=True)

    staat = models.CharField(max_length=20, choices=Staat, default=Staat.WACHT)
    bladzijden = models.PositiveIntegerField(null=True, help_text="leeg: nog niet bekend")
    gelezen = models.PositiveIntegerField(default=0, help_text="gelezen bladzijden")
    tabellen = models.PositiveIntegerField(default=0, help_text="gevonden tabellen")
    reden = models.TextField(blank=True, help_text="waarom het niet te lezen of te publiceren is")
    akkoord_door = models.UUIDField(null=True, help_text="actor-id van wie publiceert")
    akkoord_op = models.DateTimeField(null=True)
    akkoord_met = models.CharField(max_length=64, blank=True, help_text="vingerafdruk van wat er is goedgekeurd")
    lezing = models.OneToOneField(Lezing, models.PROTECT, null=True, related_name="aanlevering")
    samenvatting = models.JSONField(default=dict, help_text="wat de pagina van het ontwerp zegt, en in welke stand")

    objects = AanleveringQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-aangeleverd_op"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["checksum"],
                condition=Q(
                    staat__in=[
                        Aanleveringstaat.WACHT,
                        Aanleveringstaat.LEEST,
                        Aanleveringstaat.VERWERKT,
                        Aanleveringstaat.TE_BEOORDELEN,
                        Aanleveringstaat.PUBLICEERT,
                    ]
                ),
                name="aanlevering_een_keer_open",
            ),
            models.CheckConstraint(
                condition=Q(akkoord_door__isnull=True) | ~Q(akkoord_door=F("aangeleverd_door")),
                name="aanlevering_akkoord_van_een_ander",
            ),
            models.CheckConstraint(
                condition=Q(
                    staat__in=[Aanleveringstaat.PUBLICEERT, Aanleveringstaat.GEPUBLICEERD], akkoord_door__isnull=False
                )
                | (
                    ~Q(staat__in=[Aanleveringstaat.PUBLICEERT, Aanleveringstaat.GEPUBLICEERD])
                    & Q(akkoord_door__isnull=True)
                ),
                name="aanlevering_niet_zonder_akkoord_verder",
            ),
            models.CheckConstraint(
                condition=Q(staat=Aanleveringstaat.GEPUBLICEERD, lezing__isnull=False)
                | (~Q(staat=Aanleveringstaat.GEPUBLICEERD) & Q(lezing__isnull=True)),
                name="aanlevering_gepubliceerd_heeft_lezing",
            ),
            models.CheckConstraint(
                condition=~Q(staat=Aanleveringstaat.GEWEIGERD) | ~Q(reden=""), name="aanlevering_geweigerd_met_reden"
            ),
        ]
        triggers: ClassVar = [
            # the decisions; how far the reader is changes with every page
            *bijgehouden("id", "soort", "publicatie", "staat", "reden", "akkoord_door", "lezing_id"),
            eigen_naam("aangeleverd_door", "akkoord_door"),
            pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="blijft_dit_bestand",
                fields=["bestandsnaam", "checksum", "formaat", "grootte", "aangeleverd_door", "aangeleverd_op"],
            ),
            pgtrigger.Trigger(
                name="antwoorden_nagekeken",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__akkoord_door__isnull=True, new__akkoord_door__isnull=False),
                func=NAGEKEKEN,
            ),
            pgtrigger.FSM(
                name="staat_vooruit",
                field="staat",
                transitions=[
                    (Aanleveringstaat.WACHT, Aanleveringstaat.LEEST),
                    (Aanleveringstaat.LEEST, Aanleveringstaat.WACHT),
                    (Aanleveringstaat.LEEST, Aanleveringstaat.VERWERKT),
                    (Aanleveringstaat.LEEST, Aanleveringstaat.GEWEIGERD),
                    (Aanleveringstaat.VERWERKT, Aanleveringstaat.TE_BEOORDELEN),
                    (Aanleveringstaat.VERWERKT, Aanleveringstaat.GEWEIGERD),
                    (Aanleveringstaat.TE_BEOORDELEN, Aanleveringstaat.WACHT),
                    (Aanleveringstaat.TE_BEOORDELEN, Aanleveringstaat.PUBLICEERT),
                    (Aanleveringstaat.PUBLICEERT, Aanleveringstaat.TE_BEOORDELEN),
                    (Aanleveringstaat.PUBLICEERT, Aanleveringstaat.GEPUBLICEERD),
                    (Aanleveringstaat.WACHT, Aanleveringstaat.AFGEBROKEN),
                    (Aanleveringstaat.LEEST, Aanleveringstaat.AFGEBROKEN),
                    (Aanleveringstaat.VERWERKT, Aanleveringstaat.AFGEBROKEN),
                    (Aanleveringstaat.TE_BEOORDELEN, Aanleveringstaat.AFGEBROKEN),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.bestandsnaam

    def get_absolute_url(self) -> str:
        return f"/werk/documenten/{self.pk}/"

    @property
    def wordt_gepubliceerd(self) -> bool:
        return self.staat == Aanleveringstaat.PUBLICEERT

    @property
    def is_geweigerd(self) -> bool:
        return self.staat == Aanleveringstaat.GEWEIGERD

    @property
    def is_afgebroken(self) -> bool:
        return self.staat == Aanleveringstaat.AFGEBROKEN

    @property
    def stand(self) -> str:
        """How far it is, in words; of what came on the site also whether it still is there."""
        return str(self.lezing.get_staat_display()).lower() if self.lezing else self.get_staat_display()


class Uitlezing(models.Model):
    """What the reader made of the file once: its lines and its draft. It never changes; another reading is another row.

    `inhoud` is the reader's Uitlezing (ingest/lezer/document.py) as plain JSON.
    """

    aanlevering = models.ForeignKey(Aanlevering, models.PROTECT, related_name="uitlezingen")
    lezer_versie = models.CharField(max_length=20)
    inhoud = models.JSONField()
    gelezen_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "uitlezingen"
        ordering: ClassVar = ["pk"]
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return f"{self.aanlevering}, lezer {self.lezer_versie}"
