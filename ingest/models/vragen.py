"""What is asked about a document before it is published, what people answered, and who agreed to that."""

from typing import ClassVar, TypeAlias

import pgtrigger
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from indicators.models.geschiedenis import eigen_naam
from indicators.onveranderlijk import nooit_anders


class Antwoordkeuze(models.TextChoices):
    """What the answers are that questions can get."""

    KLOPT = "klopt"
    ANDERS = "anders"
    GEGEVENS = "gegevens"
    BESTAANDE = "bestaande"
    NIEUW = "nieuw"
    ZELFDE = "zelfde"
    DOELEN_ANDERS = "doelen anders"
    OVERTYPEN = "overtypen"
    GEZIEN = "gezien"
    OPGEVOLGD = "opgevolgd"
    OVERNEMEN = "overnemen"
    LATEN = "laten"
    WEGLATEN = "weglaten"


MAAKT_EEN_CIJFER = (
    *(Antwoordkeuze.OVERTYPEN, Antwoordkeuze.OVERNEMEN),
    *(Antwoordkeuze.BESTAANDE, Antwoordkeuze.NIEUW, Antwoordkeuze.ANDERS, Antwoordkeuze.DOELEN_ANDERS),
)
"""Without these a figure would not be on the site, or would be of something else."""

_NAGEKEKEN = """
    IF EXISTS (
        SELECT FROM ingest_antwoord antwoord JOIN ingest_vraag vraag ON vraag.id = antwoord.vraag_id
        WHERE vraag.aanlevering_id = NEW.id AND antwoord.actor = NEW.akkoord_door AND antwoord.keuze IN ('{maakt}')
            AND NOT EXISTS (
                SELECT FROM ingest_antwoord later WHERE later.vraag_id = vraag.id AND later.nummer > antwoord.nummer
            )
            AND NOT EXISTS (SELECT FROM ingest_instemming instemming WHERE instemming.antwoord_id = antwoord.id)
    ) THEN
        RAISE EXCEPTION 'Who publishes has answers of their own that nobody else agreed to';
    END IF;
    RETURN NEW;
"""
NAGEKEKEN = _NAGEKEKEN.format(maakt="', '".join(MAAKT_EEN_CIJFER))
"""Who agrees to publish a document has no answer in it that makes a figure and that nobody else agreed to."""


class VraagQuerySet(models.QuerySet["Vraag"]):
    def geldend(self) -> "VraagQuerySet":
        """Those that the draft as it is now asks."""
        return self.filter(vervallen_op__isnull=True)

    def open(self) -> "VraagQuerySet":
        """Those without an answer; a number in a sentence may be left where it is."""
        return self.geldend().filter(antwoorden__isnull=True).exclude(soort=Vraag.Soort.SUGGESTIE)

    def suggesties(self) -> "VraagQuerySet":
        """The numbers in sentences that nobody answered."""
        return self.geldend().filter(antwoorden__isnull=True, soort=Vraag.Soort.SUGGESTIE)

    def beantwoord(self) -> "VraagQuerySet":
        """With their answers; also those that are asked no more."""
        return self.filter(Exists(Antwoord.objects.filter(vraag=OuterRef("pk")))).prefetch_related("antwoorden")

    def per_soort(self) -> "models.QuerySet[Vraag, tuple[str, bool, int]]":
        """Of those that the draft asks: the kind, whether they are answered, and how many there are."""
        met_stand = self.geldend().annotate(is_beantwoord=Exists(Antwoord.objects.filter(vraag=OuterRef("pk"))))
        return met_stand.order_by().values_list("soort", "is_beantwoord").annotate(aantal=Count("pk"))

    def op_volgorde(self) -> "VraagQuerySet":
        """In the order in which a person settles them: by kind, then as in the document."""
        soorten = (When(soort=soort, then=Value(rang)) for rang, soort in enumerate(Vraag.Soort.values))
        geordend = self.annotate(rang=Case(*soorten), plek=Coalesce("regel", Value(0)))
        return geordend.order_by("rang", "plek", "pk")

    def voor(self, vraag: "Vraag") -> "VraagQuerySet":
        """Of those in order the ones that come before this one."""
        rang, plek = Vraag.Soort.values.index(vraag.soort), vraag.regel or 0
        return self.filter(Q(rang__lt=rang) | Q(rang=rang, plek__lt=plek) | Q(rang=rang, plek=plek, pk__lt=vraag.pk))

    def na(self, vraag: "Vraag") -> "VraagQuerySet":
        """Of those in order the ones that come after this one."""
        rang, plek = Vraag.Soort.values.index(vraag.soort), vraag.regel or 0
        return self.filter(Q(rang__gt=rang) | Q(rang=rang, plek__gt=plek) | Q(rang=rang, plek=plek, pk__gt=vraag.pk))


class Vraag(models.Model):
    """Something that only a person can settle before the document is published.

    `sleutel` says what it is about, so that the same question, raised by another reading, finds its answer back.
    """

    class Soort(models.TextChoices):
        DOCUMENT = "document", "welk document is dit?"
        GEGEVENS = "gegevens", "datum en besluit"
        TABEL = "tabel", "tabel met bedragen van programma's"
        PROGRAMMA = "programma", "programma dat nog niet bekend is"
        DOELSTELLING = "doelstelling", "doelstelling met een nieuwe naam"
        INDICATOR = "indicator", "indicator met een nieuwe naam"
        DEFINITIE = "definitie", "mogelijk anders gemeten"
        POST = "post", "post met een nieuwe naam"
        REEKS = "reeks", "reeks van anderen"
        RIJ = "rij", "niet gelezen"
        OPVALLEND = "opvallend", "opvallend"
        SUGGESTIE = "suggestie", "cijfer in een zin"

    aanlevering = models.ForeignKey("ingest.Aanlevering", models.PROTECT, related_name="vragen")
    sleutel = models.CharField(max_length=200)
    soort = models.CharField(max_length=20, choices=Soort)
    tekst = models.TextField()
    regel = models.PositiveIntegerField(null=True)
    tot_regel = models.PositiveIntegerField(null=True)
    voorstel = models.JSONField(default=dict, help_text="wat de site zelf als antwoord voorstelt")
    gesteld_op = models.DateTimeField(auto_now_add=True)
    vervallen_op = models.DateTimeField(null=True)

    objects = VraagQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "vragen"
        ordering: ClassVar = ["regel", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aanlevering", "sleutel"], name="vraag_een_keer_per_aanlevering"),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="blijft_deze_vraag", fields=["aanlevering", "sleutel", "soort", "gesteld_op"]),
        ]

    def __str__(self) -> str:
        return self.tekst

    @property
    def antwoord(self) -> "Antwoord | None":
        """The answer that holds: the last."""
        gegeven = list(self.antwoorden.all())
        return gegeven[-1] if gegeven else None


class AntwoordQuerySet(models.QuerySet["Antwoord"]):
    def geldend(self) -> "AntwoordQuerySet":
        """The last to each question."""
        later = Antwoord.objects.filter(vraag=models.OuterRef("vraag"), nummer__gt=models.OuterRef("nummer"))
        return self.exclude(models.Exists(later))

    def na_te_kijken(self) -> "AntwoordQuerySet":
        """Those that make a figure, and that nobody else agreed to."""
        return self.geldend().filter(keuze__in=MAAKT_EEN_CIJFER, instemming=None)


class Antwoord(models.Model):
    """One answer to a question; another answer is another row, and the last one holds."""

    Keuze: TypeAlias = Antwoordkeuze  # above the model, because a trigger names it

    vraag = models.ForeignKey(Vraag, models.PROTECT, related_name="antwoorden")
    nummer = models.PositiveIntegerField(help_text="het hoeveelste antwoord op deze vraag")
    keuze = models.CharField(max_length=20)
    gegevens = models.JSONField(default=dict)
    toelichting = models.TextField(blank=True)
    actor = models.UUIDField()
    rol = models.CharField(max_length=20)
    gegeven_op = models.DateTimeField(auto_now_add=True)

    objects = AntwoordQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "antwoorden"
        ordering: ClassVar = ["vraag", "nummer"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vraag", "nummer"], name="antwoord_een_keer_per_nummer"),
            models.CheckConstraint(condition=Q(nummer__gte=1), name="antwoord_nummers_vanaf_1"),
        ]
        triggers: ClassVar = [*nooit_anders(), eigen_naam("actor")]

    def __str__(self) -> str:
        return f"{self.keuze}: {self.toelichting}".rstrip(": ")


class Instemming(models.Model):
    """Another than who gave an answer looked at it, and agrees."""

    antwoord = models.OneToOneField(Antwoord, models.PROTECT, related_name="instemming")
    actor = models.UUIDField()
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "instemmingen"
        triggers: ClassVar = [
            *nooit_anders(),
            eigen_naam("actor"),
            pgtrigger.Trigger(
                name="van_een_ander",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NEW.actor = (SELECT antwoord.actor FROM ingest_antwoord antwoord WHERE id = NEW.antwoord_id) THEN
                        RAISE EXCEPTION 'Nobody agrees to an answer of their own';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.antwoord}"
