"""The sources: publicatie, lezing, passage, and what the checks found."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

import pgtrigger
from django.db import models, transaction
from django.db.models import Case, DateField, F, Func, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils import timezone

from indicators.database.lezen import EenmaalGelezen
from indicators.models.geschiedenis import bijgehouden, eigen_naam
from indicators.onveranderlijk import Beschermd, nooit_anders
from indicators.signalen import nieuwe_versie, versie_verhoogd

if TYPE_CHECKING:
    from indicators.models.structuur import Programma


def uiterlijk_aangeboden(publicatie: str = "") -> Coalesce:
    """The day a publicatie was offered, or else the last day it can have been; `publicatie` is the way to it."""
    van = f"{publicatie}__" if publicatie else ""

    def dag(jaren_later: int, maand: int, dag: int) -> Combinable:
        datum = (F(f"{van}jaar") + jaren_later, Value(maand), Value(dag))
        return Func(*datum, function="make_date", output_field=DateField())

    # Gemeentewet art. 191 and 200: sent to the province before 15 November and 15 July; of others the law says nothing.
    wettelijk = Case(
        When(**{f"{van}soort": Publicatie.Soort.PROGRAMMABEGROTING}, then=dag(-1, 11, 15)),
        When(**{f"{van}soort": Publicatie.Soort.JAARSTUKKEN}, then=dag(1, 7, 15)),
        default=dag(0, 12, 31),
    )
    return Coalesce(F(f"{van}aangeboden_op"), wettelijk)


class PublicatieQuerySet(models.QuerySet["Publicatie"]):
    def geladen(self) -> "PublicatieQuerySet":
        """Those with a published lezing; others are only known to exist."""
        return self.filter(lezingen__staat=Lezing.Staat.GEPUBLICEERD).distinct()

    def documenten(self) -> "PublicatieQuerySet":
        """Those of the municipality: without what policy officers handed in, and the figures of others."""
        return self.exclude(soort__in=GEEN_STUK)

    def over(self, *programmas: "Programma") -> "PublicatieQuerySet":
        """Those that name a doelstelling of one of these programmas, or tell what one costs."""
        alle = self.model.objects
        doelen = alle.filter(doelstellingen__doelstelling__programma__in=programmas, doelstellingen__beeindigd_op=None)
        geld = alle.filter(posten__post__programma__in=programmas, posten__beeindigd_op=None)
        return self.filter(Q(pk__in=doelen.values("pk")) | Q(pk__in=geld.values("pk")))

    def op_dag(self) -> "PublicatieQuerySet":
        """In order of the day each was offered, or else the last day it can have been, with that as `dag`."""
        return self.annotate(dag=uiterlijk_aangeboden()).order_by("dag", "jaar")

    def edities(self) -> "PublicatieQuerySet":
        """Programmabegrotingen, oldest first."""
        return self.filter(soort=Publicatie.Soort.PROGRAMMABEGROTING).order_by("jaar")

    def ertussen(self, programma: "Programma", van: "Publicatie", naar: "Publicatie") -> list[str]:
        """The editions of the years between two that the site does not have of this programma, by name."""
        laag, hoog = sorted((van.jaar, naar.jaar))
        bekend = set(self.geladen().edities().over(programma).values_list("jaar", flat=True))
        return [f"PB {jaar}" for jaar in range(laag + 1, hoog) if jaar not in bekend]


class Bronsoort(models.TextChoices):
    """What a publicatie is."""

    PROGRAMMABEGROTING = "programmabegroting"
    JAARSTUKKEN = "jaarstukken"
    RAPPORTAGE = "rapportage"
    KADERNOTA = "kadernota"
    REFERENTIE = "referentie"
    OPGAVE = "opgave"


GEEN_STUK = (Bronsoort.OPGAVE, Bronsoort.REFERENTIE)
"""What is no document that the municipality made."""


class Publicatiestatus(models.TextChoices):
    """How far the raad is with it."""

    ONBEKEND = "onbekend"
    VOORSTEL = "voorstel"
    VASTGESTELD = "vastgesteld"


class Publicatie(EenmaalGelezen, Beschermd):
    """A source document with a date, or an opgave of a policy officer; every figure has one."""

    # above the model, because Meta names them
    Soort = Bronsoort
    Status = Publicatiestatus

    naam = models.CharField(max_length=40, unique=True, help_text="kort, zoals PB 2026")
    slug = models.SlugField(max_length=40, unique=True)
    soort = models.CharField(max_length=20, choices=Soort)
    titel = models.CharField(max_length=200)
    jaar = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=20, choices=Status, default=Status.ONBEKEND)
    aangeboden_op = models.DateField(null=True, blank=True)
    vastgesteld_op = models.DateField(null=True, blank=True)
    adres = models.URLField(max_length=500, blank=True, help_text="het officiële adres")
    druk = models.PositiveSmallIntegerField(default=1, editable=False, help_text="van de lezing die op de site staat")

    objects = PublicatieQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "publicaties"
        ordering: ClassVar = ["jaar", "naam"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(vastgesteld_op__isnull=True) | Q(status=Publicatiestatus.VASTGESTELD),
                name="publicatie_met_besluit_is_vastgesteld",
                violation_error_message="Er staat een datum van vaststellen. Kies dan de status vastgesteld.",
            )
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            pgtrigger.Protect(
                name="opgave_blijft", operation=pgtrigger.Update, condition=pgtrigger.Q(old__soort=Bronsoort.OPGAVE)
            ),
            pgtrigger.ReadOnly(name="blijft_dezelfde", fields=["naam", "slug", "soort", "jaar"]),
        ]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return f"/bronnen/{self.slug}/"

    @property
    def is_voorstel(self) -> bool:
        return self.status == Publicatiestatus.VOORSTEL

    @property
    def is_vastgesteld(self) -> bool:
        return self.status == Publicatiestatus.VASTGESTELD

    @property
    def is_referentie(self) -> bool:
        """Whether it holds the figures of others."""
        return self.soort == Publicatie.Soort.REFERENTIE

    @property
    def als_editie(self) -> str:
        """Its name if it is a begroting, of which there is one each year; else empty."""
        return self.naam if self.soort == self.Soort.PROGRAMMABEGROTING else ""

    @property
    def op_volgorde(self) -> tuple[int, bool, str]:
        """Of one year the begroting comes first, and then what came of it."""
        return self.jaar, self.soort != Publicatie.Soort.PROGRAMMABEGROTING, self.naam


class Lezingstaat(models.TextChoices):
    """Whether a lezing is on the site."""

    GEPUBLICEERD = "gepubliceerd"
    VERVANGEN = "vervangen"
    INGETROKKEN = "ingetrokken"


class LezingQuerySet(models.QuerySet["Lezing"]):
    def documenten(self) -> "LezingQuerySet":
        """Those on the site of the documents of the municipality; `uitvoer` is large, and comes when it is asked."""
        op_de_site = self.filter(staat=Lezingstaat.GEPUBLICEERD).exclude(publicatie__soort__in=GEEN_STUK)
        return op_de_site.select_related("publicatie").defer("uitvoer")


class Lezing(EenmaalGelezen):
    """One reading of one file. What was read never changes; only its state does, forward."""

    Staat = Lezingstaat  # above the model, because Meta names it

    class Weg(models.TextChoices):
        OPDRACHTREGEL = "opdrachtregel", "zonder tweede persoon op de site gezet"
        BEOORDELING = "beoordeling", "beoordeeld door een tweede persoon"

    publicatie = models.ForeignKey(Publicatie, models.PROTECT, related_name="lezingen")
    bestandsnaam = models.CharField(max_length=255)
    checksum = models.CharField(max_length=64, help_text="SHA-256 van het bestand")
    druk = models.PositiveSmallIntegerField(
        default=1, help_text="lezingen van één druk hebben dezelfde regels; een adres van een regel noemt de druk"
    )
    lezer_versie = models.CharField(max_length=20)
    structuur_versie = models.CharField(max_length=64)
    uitvoer = models.JSONField()
    staat = models.CharField(max_length=20, choices=Staat)
    weg = models.CharField(max_length=20, choices=Weg)
    gepubliceerd_door = models.UUIDField(null=True, help_text="actor-id; leeg op de opdrachtregel")
    gelezen_op = models.DateTimeField(auto_now_add=True, help_text="zet de database")
    databaserol = models.CharField(max_length=63, blank=True, db_default="", help_text="zet de database")

    objects = LezingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publicatie"],
                condition=Q(staat=Lezingstaat.GEPUBLICEERD),
                name="een_gepubliceerde_lezing_per_publicatie",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="nooit_anders", exclude=["staat"]),
            eigen_naam("gepubliceerd_door"),
            pgtrigger.Trigger(
                name="stempel",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    NEW.gelezen_op = now();
                    NEW.databaserol = session_user;
                    RETURN NEW;
                """,
            ),
            pgtrigger.FSM(
                name="staat_vooruit",
                field="staat",
                transitions=[
                    (Lezingstaat.GEPUBLICEERD, Lezingstaat.VERVANGEN),
                    (Lezingstaat.GEPUBLICEERD, Lezingstaat.INGETROKKEN),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publicatie} {self.checksum[:8]}"

    @property
    def is_gepubliceerd(self) -> bool:
        return self.staat == Lezingstaat.GEPUBLICEERD

    @property
    def is_vervangen(self) -> bool:
        return self.staat == Lezingstaat.VERVANGEN

    @property
    def is_ingetrokken(self) -> bool:
        return self.staat == Lezingstaat.INGETROKKEN


def alleen_met_lezing(lezing: str) -> pgtrigger.Trigger:
    """What is of a lezing comes with it, in the transaction that publishes it; nothing is added afterwards."""
    return pgtrigger.Trigger(
        name="alleen_met_lezing",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NOT EXISTS (
                SELECT FROM public.indicators_lezing lezing WHERE lezing.id = {lezing} AND lezing.gelezen_op = now()
            ) THEN
                RAISE EXCEPTION 'Nothing is added to a lezing that was published before (%)', TG_TABLE_NAME;
            END IF;
            RETURN NEW;
        """,
    )


VAN_PASSAGE = "(SELECT passage.lezing_id FROM public.indicators_passage passage WHERE passage.id = NEW.passage_id)"
"""The lezing of what names a passage."""


class Intrekking(models.Model):
    """Why a lezing was taken off the site as a whole; its source page stays, and says so."""

    lezing = models.OneToOneField(Lezing, models.PROTECT, related_name="intrekking")
    reden = models.TextField()
    actor = models.UUIDField()
    ingetrokken_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "intrekkingen"
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(reden=""), name="intrekking_heeft_een_reden")]
        triggers: ClassVar = [*nooit_anders(), eigen_naam("actor")]

    def __str__(self) -> str:
        return self.reden


class Passage(EenmaalGelezen):
    """One line of a lezing, as printed. A paraphrase of ours in its place is marked so, and never shown as printed."""

    lezing = models.ForeignKey(Lezing, models.PROTECT, related_name="passages")
    regel = models.PositiveIntegerField()
    pagina = models.PositiveIntegerField(null=True)
    tekst = models.TextField()
    samengevat = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["regel"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lezing", "regel"], name="passage_een_keer_per_regel"),
            models.CheckConstraint(condition=Q(regel__gte=1), name="passage_regels_vanaf_1"),
        ]
        triggers: ClassVar = [*nooit_anders(), alleen_met_lezing("NEW.lezing_id")]

    def __str__(self) -> str:
        return f"{self.lezing} regel {self.regel}"


def pagina_van(regel: str) -> models.Subquery:
    """The page of the line that a field of something of a lezing names; None in a document without pages."""
    passages = Passage.objects.filter(lezing=models.OuterRef("lezing"), regel=models.OuterRef(regel))
    return models.Subquery(passages.values("pagina"))


class Versie(models.Model):
    """The version of all data: one row, raised in the transaction of every publication."""

    nummer = models.PositiveBigIntegerField()
    sinds = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=Q(pk=1), name="versie_is_een_rij")]

    def __str__(self) -> str:
        return str(self.nummer)


def verhoog_versie() -> None:
    """Every page that was kept is made anew."""
    Versie.objects.get_or_create(pk=1, defaults={"nummer": 0, "sinds": timezone.now()})
    Versie.objects.filter(pk=1).update(nummer=F("nummer") + 1, sinds=timezone.now())
    versie_verhoogd.send(sender=Versie)
    # Who fails to hear it does not undo what was published.
    for signaal in (versie_verhoogd, nieuwe_versie):
        transaction.on_commit(partial(signaal.send, sender=Versie), robust=True)
