"""What a person took over from a document that is not on the site, until another agrees and it is published."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from indicators.getallen import schrijf_euro
from indicators.models import Bewoording, Definitie, Doelstelling, Geldstand, Lezing
from indicators.models.geschiedenis import bijgehouden, eigen_naam
from indicators.models.structuur import schrijf_waarde
from indicators.onveranderlijk import Beschermd

SCHALEN = (1, 1000)
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
_PLAATS = ("titel", "bladzijde", "gedrukt", "adres", "vastgesteld", "invoerders")


def _beperkingen(naam: str) -> list[models.BaseConstraint]:
    """What holds for everything that is taken over."""
    return [
        models.CheckConstraint(
            condition=Q(bladzijde__gte=1) & ~Q(gedrukt="") & ~Q(titel="") & ~Q(ingetypt=""),
            name=f"{naam}_noemt_haar_plaats",
        ),
        models.CheckConstraint(condition=~Q(invoerders=[]), name=f"{naam}_noemt_wie_haar_invoerde"),
        models.CheckConstraint(
            condition=Q(gecontroleerd_door__isnull=True) | ~Q(invoerders__contains=[F("gecontroleerd_door")]),
            name=f"{naam}_controleur_is_niet_de_invoerder",
        ),
        models.CheckConstraint(
            condition=Q(staat__in=WAS_OP_DE_SITE, lezing__isnull=False, gecontroleerd_door__isnull=False)
            | (~Q(staat__in=WAS_OP_DE_SITE) & Q(lezing__isnull=True)),
            name=f"{naam}_niet_zonder_controle_verder",
        ),
        models.CheckConstraint(
            condition=~Q(staat__in=[Overnamestaat.TERUGGEGEVEN, Overnamestaat.INGETROKKEN]) | ~Q(opmerking=""),
            name=f"{naam}_terug_met_opmerking",
        ),
    ]


def _triggers(waarover: list[str], inhoud: tuple[str, ...]) -> list[pgtrigger.Trigger]:
    """What it is about stays; what a controleur agreed to stays; it goes forward only."""
    oud, nieuw = (f"ROW({', '.join(f'{rij}.{veld}' for veld in (*inhoud, *_PLAATS))})" for rij in ("OLD", "NEW"))
    return [
        *bijgehouden(),
        eigen_naam("gecontroleerd_door", lijst="invoerders"),
        pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
        pgtrigger.ReadOnly(name="blijft_over_hetzelfde", fields=waarover),
        pgtrigger.Trigger(
            name="gecontroleerd_blijft",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Q(new__staat__in=list(WAS_OP_DE_SITE)),
            func=f"IF {oud} IS DISTINCT FROM {nieuw} THEN "
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


class Overgenomen(Beschermd):
    """One line of a document that is not on the site, with its page and address, and how far it has come."""

    Staat = Overnamestaat

    ingetypt = models.CharField(max_length=40)
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
    lezing = models.OneToOneField(Lezing, models.PROTECT, null=True, related_name="%(class)s")
    versie = models.PositiveIntegerField(default=1, help_text="loopt op bij elke wijziging; een formulier noemt hem")

    class Meta:
        abstract = True

    @property
    def document(self) -> str:
        """The name of the document: PB 2024, Jaarstukken 2024."""
        raise NotImplementedError

    @property
    def cijfer(self) -> str:
        """As the site writes it."""
        raise NotImplementedError

    @property
    def adres_formulier(self) -> str:
        """Where one that was sent back is mended; what a controleur decides is sent to besluit/ under it."""
        raise NotImplementedError

    @property
    def anker(self) -> str:
        """Where it stands in the list."""
        return f"{self._meta.model_name}-{self.pk}"

    @property
    def plaats(self) -> str:
        """ "PB 2024, blz. 41"."""
        return f"{self.document}, blz. {self.bladzijde}"

    @property
    def wacht(self) -> bool:
        return self.staat == Overnamestaat.VOORGELEGD

    @property
    def is_teruggegeven(self) -> bool:
        return self.staat == Overnamestaat.TERUGGEGEVEN

    @property
    def staat_op_de_site(self) -> bool:
        return self.staat == Overnamestaat.GEPUBLICEERD


class OvernameQuerySet(models.QuerySet["Overname"]):
    def in_staat(self, staat: Overnamestaat) -> "OvernameQuerySet":
        return self.filter(staat=staat)

    def met_definitie(self) -> "OvernameQuerySet":
        return self.select_related("definitie__indicator__doelstelling", "lezing")


class Overname(Overgenomen):
    """A goal: what a begroting says of a definitie in a year."""

    definitie = models.ForeignKey(Definitie, models.PROTECT, related_name="overnames")
    editie = models.PositiveSmallIntegerField(help_text="het jaar van de begroting: 2024 is PB 2024")
    jaar = models.PositiveSmallIntegerField(help_text="waarvoor het doel gold")
    waarde = models.DecimalField(max_digits=20, decimal_places=6)
    soort_begroting = models.CharField(max_length=20, choices=Bewoording.SoortBegroting)
    anders = models.CharField(
        max_length=300, blank=True, help_text="hoe dat document het anders meet; leeg: net zo als de definitie"
    )

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
                condition=Q(soort_begroting__in=Bewoording.SoortBegroting.values), name="overname_soort_bekend"
            ),
            *_beperkingen("overname"),
        ]
        triggers: ClassVar = _triggers(
            ["definitie", "editie", "jaar"], ("ingetypt", "waarde", "soort_begroting", "anders")
        )

    def __str__(self) -> str:
        return f"{self.definitie.indicator}, {self.document} voor {self.jaar}"

    @property
    def document(self) -> str:
        return f"PB {self.editie}"

    @property
    def adres_formulier(self) -> str:
        return f"/werk/doelen/{self.pk}/"

    @property
    def cijfer(self) -> str:
        return schrijf_waarde(self.waarde, self.definitie)


class GeldovernameQuerySet(models.QuerySet["Geldovername"]):
    def in_staat(self, staat: Overnamestaat) -> "GeldovernameQuerySet":
        return self.filter(staat=staat)

    def met_doelstelling(self) -> "GeldovernameQuerySet":
        return self.select_related("doelstelling__programma", "lezing")


class Geldovername(Overgenomen):
    """An amount: what the jaarstukken of a year say that a doelstelling cost, or was to cost after every change."""

    class Stand(models.TextChoices):
        """In the words of Geldstand."""

        REKENING = Geldstand.REKENING.value, "rekening"
        NA_WIJZIGING = Geldstand.NA_WIJZIGING.value, "begroting na wijziging"

    doelstelling = models.ForeignKey(Doelstelling, models.PROTECT, related_name="overnames")
    stand = models.CharField(max_length=20, choices=Stand)
    jaar = models.PositiveSmallIntegerField(help_text="van de jaarstukken")
    bedrag = models.DecimalField(max_digits=16, decimal_places=2, help_text="in euro, wat het netto kost is negatief")
    schaal = models.PositiveIntegerField(help_text="1000: bedragen x € 1.000")

    objects = GeldovernameQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["jaar", "doelstelling", "stand"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["doelstelling", "stand", "jaar"], condition=Q(staat__in=LEEFT), name="geldovername_een_keer"
            ),
            models.CheckConstraint(condition=Q(jaar__range=(1990, 2200)), name="geldovername_jaar_is_een_jaar"),
            models.CheckConstraint(
                condition=Q(stand__in=[Geldstand.REKENING.value, Geldstand.NA_WIJZIGING.value]),
                name="geldovername_stand_bekend",
            ),
            models.CheckConstraint(condition=Q(schaal__in=SCHALEN), name="geldovername_schaal_bekend"),
            *_beperkingen("geldovername"),
        ]
        triggers: ClassVar = _triggers(["doelstelling", "stand", "jaar"], ("ingetypt", "bedrag", "schaal"))

    def __str__(self) -> str:
        return f"{self.doelstelling}, {self.get_stand_display()} {self.jaar}"

    @property
    def document(self) -> str:
        return f"Jaarstukken {self.jaar}"

    @property
    def adres_formulier(self) -> str:
        return f"/werk/doelen/bedragen/{self.pk}/"

    @property
    def cijfer(self) -> str:
        return f"{schrijf_euro(self.bedrag)} {'netto lasten' if self.bedrag < 0 else 'netto baten'}"
