"""What a person read in the running text of a document."""

from datetime import date
from typing import Any, ClassVar, TypeAlias

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q

from indicators.database.lezen import Gelezen
from indicators.models.aanhalingen import Aanhaling, Vindplaats, met_plaats
from indicators.models.bronnen import Publicatie
from indicators.models.geld import Post
from indicators.models.geschiedenis import bijgehouden, eigen_naam
from indicators.models.structuur import Doelstelling, Indicator, Programma
from indicators.models.zoeken import Zoekvector
from indicators.onveranderlijk import nooit_anders


class Duidingsoort(models.TextChoices):
    """What kind of thing was read."""

    INVLOED = "invloed", "wat de gemeente eraan doet of kan doen"
    OMGEVING = "omgeving", "wat er verder op werkt"
    REFERENTIE = "referentie", "een cijfer van anderen, of een vergelijking daarmee"
    EIGEN_CIJFER = "eigen cijfer", "een cijfer van de gemeente dat niet in de tabel staat"
    BAND = "band", "wat een score betekent"
    MEETMOMENT = "meetmoment", "wanneer er gemeten wordt"
    ADRES = "adres", "een pagina om mee te vergelijken"
    DEKKING = "dekking", "wie nieuw beleid betaalt"
    TWEE_TELLINGEN = "twee manieren van tellen", "twee manieren van tellen"
    TWEE_BRONNEN = "twee bronnen zonder uitleg", "twee bronnen zonder uitleg"
    TABEL_TEGEN_TEKST = "tabel tegen eigen tekst", "de tabel en de tekst verschillen"
    ZONDER_UITLEG = "zonder uitleg", "een verandering zonder uitleg"
    AANKONDIGING = "aankondiging", "iets wat nog naar de raad komt"
    MOTIE = "motie", "een motie"
    STAND = "stand", "hoe het met een motie of aankondiging staat"
    BEGRIP = "begrip", "wat een woord of afkorting betekent"
    SPEERPUNT = "speerpunt", "wat er van een speerpunt kwam"


TEGENSPRAKEN = (Duidingsoort.TWEE_TELLINGEN, Duidingsoort.TWEE_BRONNEN, Duidingsoort.TABEL_TEGEN_TEKST)
OVER_INDICATOR = (
    Duidingsoort.INVLOED,
    Duidingsoort.OMGEVING,
    Duidingsoort.REFERENTIE,
    Duidingsoort.EIGEN_CIJFER,
    Duidingsoort.BAND,
    Duidingsoort.MEETMOMENT,
)
RAADSPUNTEN = (Duidingsoort.AANKONDIGING, Duidingsoort.MOTIE)
VAN_DE_RAAD = (*RAADSPUNTEN, Duidingsoort.STAND)
VAN_DE_GRIFFIER = (*VAN_DE_RAAD, Duidingsoort.BEGRIP)
"""What a griffier keeps; the other kinds are about figures."""


class Raadsstand(models.TextChoices):
    """How a motie or an announcement stands, as a source tells it."""

    LOOPT = "loopt"
    UITGEVOERD = "uitgevoerd"
    WORDT_AFGEDAAN = "wordt afgedaan"
    AFGEDAAN = "afgedaan"


DOORZOCHT = ("wat", "zin", "gedrukt", "wanneer", "wie", "nummer")
"""The fields in which a word of a reader is looked for."""


class Duidingstaat(models.TextChoices):
    """How far a duiding is on its way to the site, or off it."""

    VOORGELEGD = "voorgelegd", "wacht op een tweede persoon"
    TERUGGEGEVEN = "teruggegeven"
    GEPUBLICEERD = "gepubliceerd", "op de site"
    VERVANGEN = "vervangen"
    INGETROKKEN = "ingetrokken"


class Duidingweg(models.TextChoices):
    """By which way it came in."""

    MEEGELEVERD = "meegeleverd", "met Doelwijzer meegeleverd"
    SITE = "site", "op de site ingevoerd en door een ander gezien"


class DuidingQuerySet(models.QuerySet["Duiding"]):
    def gepubliceerd(self) -> "DuidingQuerySet":
        """Those that came with the site or that a second person agreed to, and that nobody took back."""
        return self.filter(staat=Duiding.Staat.GEPUBLICEERD)

    def geldend(self) -> "DuidingQuerySet":
        """Those of which every passage is found in what is on the site now; nothing points at a wrong line."""
        return self.gepubliceerd().filter(~Exists(Aangehaald.objects.kwijt().filter(duiding=OuterRef("pk"))))

    def zoekgeraakt(self, publicatie: Publicatie) -> "DuidingQuerySet":
        """Those that have a passage in this publicatie which is not found in its published lezing."""
        hier = Aangehaald.objects.kwijt().filter(aanhaling__publicatie=publicatie, duiding=OuterRef("pk"))
        return self.gepubliceerd().filter(Exists(hier))

    def uit(self, publicatie: Publicatie) -> "DuidingQuerySet":
        """Those that quote this publicatie."""
        return self.filter(Exists(Aangehaald.objects.filter(duiding=OuterRef("pk"), aanhaling__publicatie=publicatie)))

    def alleen_uit(self, *publicaties: Publicatie) -> "DuidingQuerySet":
        """Those that quote none but these."""
        elders = Aangehaald.objects.filter(duiding=OuterRef("pk")).exclude(aanhaling__publicatie__in=publicaties)
        return self.filter(~Exists(elders))

    def van_soort(self, *soorten: Duidingsoort) -> "DuidingQuerySet":
        return self.filter(soort__in=soorten)

    def over(self, indicator: Indicator) -> "DuidingQuerySet":
        return self.filter(indicator=indicator)

    def in_programma(self, programma: Programma) -> "DuidingQuerySet":
        """Those about an indicator or a doelstelling of it."""
        van_indicator = Q(indicator__doelstelling__programma=programma)
        return self.filter(van_indicator | Q(doelstellingen__programma=programma)).distinct()

    def met_bronnen(self) -> "DuidingQuerySet":
        """With each passage, its publicatie and where it stands now."""
        return self.select_related("indicator", "post").prefetch_related(met_aangehaald())


class Duiding(Gelezen):
    """One thing that a person read, in our own words; `gedrukt`, `wanneer`, `vanaf` and `tot_en_met` as printed.

    What it says never changes. A correction is a new row that succeeds it, and has a reason.
    """

    # above the model, because Meta names them
    Staat: TypeAlias = Duidingstaat
    Weg: TypeAlias = Duidingweg

    sleutel = models.SlugField(max_length=100, help_text="waaronder hij op de site te vinden is")
    soort = models.CharField(max_length=40, choices=Duidingsoort)
    wat = models.CharField(max_length=300, blank=True, help_text="waar het over gaat, in een paar woorden")
    zin = models.TextField(blank=True, help_text="in onze eigen woorden")
    gedrukt = models.CharField(max_length=200, blank=True, help_text="het cijfer of de term zoals gedrukt")
    wanneer = models.CharField(max_length=200, blank=True, help_text="het jaar of de termijn zoals gedrukt")
    uiterlijk = models.DateField(null=True, blank=True, help_text="de laatste dag die bij de termijn past")
    wie = models.CharField(max_length=200, blank=True, help_text="van wie een cijfer is")
    vanaf = models.CharField(max_length=20, blank=True)
    tot_en_met = models.CharField(max_length=20, blank=True)
    nummer = models.CharField(max_length=20, blank=True, help_text="van een motie")
    in_tabel = models.BooleanField(null=True, blank=True, help_text="de tabel trekt de dekking zelf al af")
    adres = models.URLField(max_length=500, blank=True)
    bron = models.CharField(max_length=300, blank=True, help_text="waar een stand staat die niet in een document staat")
    op = models.DateField(null=True, blank=True, help_text="de dag waarop een stand gold")
    stand = models.CharField(max_length=20, choices=Raadsstand, blank=True)

    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="duidingen")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="duidingen")
    doelstellingen = models.ManyToManyField(Doelstelling, blank=True, related_name="duidingen")
    over = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="standen")
    volgt_op = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="vervolg", help_text="wat een eerdere editie zei"
    )
    volgorde = models.PositiveIntegerField(default=0)

    staat = models.CharField(max_length=20, choices=Staat, default=Staat.VOORGELEGD)
    weg = models.CharField(max_length=20, choices=Weg, default=Weg.SITE)
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")
    reden = models.TextField(blank=True, help_text="waarom hij anders wordt of weg moet")
    opmerking = models.TextField(blank=True, help_text="van de tweede persoon")
    gelezen_door = models.UUIDField(null=True, help_text="actor-id; leeg: meegeleverd")
    gelezen_op = models.DateTimeField(auto_now_add=True)
    gezien_door = models.UUIDField(null=True, help_text="actor-id van de tweede persoon")
    gezien_op = models.DateTimeField(null=True)

    objects = DuidingQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "duidingen"
        ordering: ClassVar = ["volgorde", "pk"]
        indexes: ClassVar = [GinIndex(Zoekvector(*DOORZOCHT), name="duiding_woorden")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sleutel"],
                condition=Q(staat=Duidingstaat.GEPUBLICEERD),
                name="duiding_sleutel_een_keer_op_de_site",
            ),
            models.CheckConstraint(condition=Q(soort__in=Duidingsoort.values), name="duiding_soort_bekend"),
            models.CheckConstraint(condition=~Q(zin="") | ~Q(wat=""), name="duiding_zegt_iets"),
            models.CheckConstraint(
                condition=~Q(soort__in=OVER_INDICATOR) | Q(indicator__isnull=False), name="duiding_over_een_indicator"
            ),
            models.CheckConstraint(
                condition=~Q(soort=Duidingsoort.DEKKING)
                | (Q(post__isnull=False, in_tabel__isnull=False) & ~Q(gedrukt="")),
                name="duiding_dekking_van_een_post",
            ),
            models.CheckConstraint(
                condition=~Q(soort=Duidingsoort.BAND) | (~Q(vanaf="") & ~Q(tot_en_met="")),
                name="duiding_band_heeft_grenzen",
            ),
            models.CheckConstraint(
                condition=~Q(soort=Duidingsoort.MOTIE) | ~Q(nummer=""), name="duiding_motie_heeft_nummer"
            ),
            models.CheckConstraint(
                condition=~Q(soort=Duidingsoort.BEGRIP) | (~Q(wat="") & ~Q(zin="")), name="duiding_begrip_heeft_uitleg"
            ),
            models.CheckConstraint(
                condition=~Q(soort__in=VAN_DE_RAAD) | ~Q(stand=""),
                name="duiding_raadspunt_heeft_stand",
            ),
            models.CheckConstraint(
                condition=Q(soort=Duidingsoort.STAND, over__isnull=False)
                | (~Q(soort=Duidingsoort.STAND) & Q(over__isnull=True)),
                name="duiding_stand_is_van_iets",
            ),
            models.CheckConstraint(
                condition=Q(gezien_door__isnull=True) | ~Q(gezien_door=F("gelezen_door")),
                name="duiding_door_twee_mensen",
            ),
            models.CheckConstraint(
                condition=~Q(staat=Duidingstaat.GEPUBLICEERD)
                | Q(weg=Duidingweg.MEEGELEVERD)
                | Q(gezien_door__isnull=False),
                name="duiding_niet_ongezien_op_de_site",
            ),
            models.CheckConstraint(
                condition=Q(vervangt__isnull=True) | ~Q(reden=""), name="duiding_verbetering_heeft_een_reden"
            ),
            models.CheckConstraint(
                condition=~Q(staat=Duidingstaat.INGETROKKEN) | ~Q(reden=""), name="duiding_intrekking_heeft_een_reden"
            ),
            models.CheckConstraint(
                condition=~Q(staat=Duidingstaat.TERUGGEGEVEN) | ~Q(opmerking=""), name="duiding_terug_met_opmerking"
            ),
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            eigen_naam("gelezen_door", "gezien_door"),
            pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="zegt_altijd_hetzelfde",
                exclude=["staat", "reden", "opmerking", "gezien_door", "gezien_op"],
            ),
            pgtrigger.FSM(
                name="staat_vooruit",
                field="staat",
                transitions=[
                    (Duidingstaat.VOORGELEGD, Duidingstaat.GEPUBLICEERD),
                    (Duidingstaat.VOORGELEGD, Duidingstaat.TERUGGEGEVEN),
                    (Duidingstaat.VOORGELEGD, Duidingstaat.INGETROKKEN),
                    (Duidingstaat.TERUGGEGEVEN, Duidingstaat.INGETROKKEN),
                    (Duidingstaat.TERUGGEGEVEN, Duidingstaat.VERVANGEN),
                    (Duidingstaat.GEPUBLICEERD, Duidingstaat.VERVANGEN),
                    (Duidingstaat.GEPUBLICEERD, Duidingstaat.INGETROKKEN),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.wat or self.zin[:60]

    @property
    def plaatsen(self) -> "list[Aangehaald]":
        return list(self.aangehaald.all())

    @property
    def eerste(self) -> "Aangehaald | None":
        """The passage it was read in first."""
        return next(iter(self.plaatsen), None)

    @property
    def publicatie(self) -> Publicatie | None:
        """The document it was read in; the stand that a griffier gives has none."""
        return self.eerste.aanhaling.publicatie if self.eerste else None

    @property
    def publicaties(self) -> set[Publicatie]:
        return {aangehaald.aanhaling.publicatie for aangehaald in self.plaatsen}

    def termijn_voorbij(self, vandaag: date) -> bool:
        """Only where a day is known: "in het najaar" names no year."""
        return self.uiterlijk is not None and vandaag > self.uiterlijk


def met_aangehaald() -> "Prefetch[Any]":
    """For duidingen: each passage with its publicatie and where it stands now."""
    met_publicatie = Aangehaald.objects.select_related("aanhaling__publicatie")
    return Prefetch("aangehaald", met_publicatie.prefetch_related(met_plaats("aanhaling")))


class AangehaaldQuerySet(models.QuerySet["Aangehaald"]):
    def kwijt(self) -> "AangehaaldQuerySet":
        """Those that are not found in what is on the site now."""
        return self.filter(~Exists(Vindplaats.objects.geldend().filter(aanhaling=OuterRef("aanhaling"))))


class Aangehaald(Gelezen):
    """A passage that a duiding rests on, with the figure as printed and where that is (tabel, toelichting)."""

    duiding = models.ForeignKey(Duiding, models.PROTECT, related_name="aangehaald")
    aanhaling = models.ForeignKey(Aanhaling, models.PROTECT, related_name="aangehaald")
    gedrukt = models.CharField(max_length=100, blank=True)
    waar = models.CharField(max_length=40, blank=True)
    volgorde = models.PositiveSmallIntegerField()

    objects = AangehaaldQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "aangehaald"
        ordering: ClassVar = ["volgorde"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["duiding", "volgorde"], name="aangehaald_op_volgorde"),
        ]
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return f"{self.duiding}: {self.aanhaling}"

    @property
    def publicatie(self) -> Publicatie:
        return self.aanhaling.publicatie

    @property
    def plaats(self) -> Vindplaats | None:
        """Where it stands now; of a duiding that holds (`geldend`) never None."""
        return self.aanhaling.plaats
