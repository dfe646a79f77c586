"""The structure: programma, doelstelling, indicator and definitie, and how they change from edition to edition."""

from decimal import Decimal
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from indicators.getallen import afgerond, schrijf_getal
from indicators.models.bronnen import Lezing, Publicatie
from indicators.models.einde import NIET_BEEINDIGD, MetEinde, Nu
from indicators.models.geschiedenis import bijgehouden
from indicators.models.nummer import MetNummer
from indicators.models.zoeken import Zoekvector


class ProgrammaQuerySet(models.QuerySet["Programma"]):
    def geladen(self) -> "ProgrammaQuerySet":
        """Those of which a begroting on the site tells: a doelstelling, or what they cost."""
        begrotingen = Publicatie.objects.geladen().filter(soort=Publicatie.Soort.PROGRAMMABEGROTING)
        van = {
            wat: {f"{wat}__beeindigd_op": None, f"{wat}__benamingen__beeindigd_op": None}
            | {f"{wat}__benamingen__publicatie__in": begrotingen}
            for wat in ("doelstellingen", "posten")
        }
        doelen, geld = (self.model.objects.filter(**genoemd).values("pk") for genoemd in van.values())
        return self.filter(Q(pk__in=doelen) | Q(pk__in=geld)).order_by("code")


class Programma(MetNummer, MetEinde):
    """A programma of the begroting, such as 1 Onderwijs, economie en arbeidsparticipatie."""

    woord = "programma"
    code = models.CharField(max_length=80, unique=True)
    naam = models.CharField(max_length=200)

    objects = Nu.from_queryset(ProgrammaQuerySet)()  # type: ignore[misc]

    class Meta:
        verbose_name_plural = "programma's"
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"Programma {self.code} {self.naam}" if self.nummer else self.naam

    @property
    def kop(self) -> str:
        """As the heading of a page."""
        return f"Programma {self.nummer}: {self.naam}" if self.nummer else self.naam


class Doelstelling(MetNummer, MetEinde):
    """A doelstelling as it lives on; `code` is the address of its page and survives a renumbering."""

    woord = "doelstelling"
    programma = models.ForeignKey(Programma, models.PROTECT, related_name="doelstellingen")
    code = models.CharField(max_length=80, unique=True)
    naam = models.CharField(max_length=300)
    volgorde = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "doelstellingen"
        ordering: ClassVar = ["programma__code", "volgorde"]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.nummer} {self.naam}".strip()

    def get_absolute_url(self) -> str:
        return f"/doelstellingen/{self.code}/"


class DoelstellingBenaming(MetNummer, MetEinde):
    """What one publicatie calls a doelstelling: the code belongs to the publicatie."""

    woord = "doelstelling"
    doelstelling = models.ForeignKey(Doelstelling, models.PROTECT, related_name="benamingen")
    publicatie = models.ForeignKey("Publicatie", models.PROTECT, related_name="doelstellingen")
    code = models.CharField(max_length=160)
    naam = models.CharField(max_length=300)

    class Meta:
        indexes: ClassVar = [GinIndex(Zoekvector("naam"), name="doelstelling_woorden")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publicatie", "code"],
                condition=NIET_BEEINDIGD,
                name="doelstelling_code_een_keer_per_publicatie",
            ),
            models.UniqueConstraint(
                fields=["publicatie", "doelstelling"],
                condition=NIET_BEEINDIGD,
                name="doelstelling_een_keer_per_publicatie",
            ),
        ]
        triggers: ClassVar = [*bijgehouden(), pgtrigger.ReadOnly(name="naam_zoals_gedrukt", exclude=["beeindigd_op"])]

    def __str__(self) -> str:
        return f"{self.nummer} {self.naam}".strip()


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def met_begroting(self) -> "IndicatorQuerySet":
        """Those that a begroting prints; a context or reference series only explains them."""
        return self.filter(aard=Indicator.Aard.INDICATOR)

    def buiten_documenten(self) -> "IndicatorQuerySet":
        """Those that no begroting prints, nor any other document: only the municipality itself tells them."""
        gedrukt = Bewoording.objects.gedrukt().filter(definitie__indicator=OuterRef("pk"))
        return self.exclude(aard=Indicator.Aard.INDICATOR).filter(~Exists(gedrukt))


class Indicatoraard(models.TextChoices):
    """Whether a begroting prints it, or it is there to explain or compare."""

    INDICATOR = "indicator", "indicator van de begroting"
    CONTEXT = "context", "cijfer dat een indicator uitlegt"
    REFERENTIE = "referentie", "cijfer om mee te vergelijken"


class Indicator(MetEinde):
    """What is measured for a doelstelling. Its definities may differ from edition to edition."""

    Aard = Indicatoraard  # above the model, because Meta names it

    doelstelling = models.ForeignKey(Doelstelling, models.PROTECT, null=True, blank=True, related_name="indicatoren")
    aard = models.CharField(max_length=20, choices=Aard, default=Aard.INDICATOR, db_default=Aard.INDICATOR)
    hoort_bij = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="erbij")
    slug = models.SlugField(max_length=80, unique=True)
    naam = models.CharField(max_length=300)
    volgorde = models.PositiveIntegerField()

    objects = Nu.from_queryset(IndicatorQuerySet)()  # type: ignore[misc]

    class Meta:
        verbose_name_plural = "indicatoren"
        ordering: ClassVar = ["doelstelling", "volgorde"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(doelstelling__isnull=False) | Q(aard=Indicatoraard.REFERENTIE),
                name="indicator_heeft_doelstelling",
                violation_error_message=(
                    "Kies een doelstelling. Alleen een cijfer om mee te vergelijken hoeft er geen te hebben."
                ),
            ),
            models.CheckConstraint(
                condition=Q(aard=Indicatoraard.INDICATOR, hoort_bij__isnull=True)
                | Q(aard=Indicatoraard.CONTEXT, hoort_bij__isnull=False)
                | Q(aard=Indicatoraard.REFERENTIE),
                name="indicator_context_hoort_ergens_bij",
                violation_error_message=(
                    "Kies bij welke indicator een cijfer dat uitlegt hoort. "
                    "Een indicator van de begroting hoort nergens bij."
                ),
            ),
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return f"/indicatoren/{self.slug}/"


class Definitierichting(models.TextChoices):
    """Which way is better."""

    HOGER = "hoger", "hoger is beter"
    LAGER = "lager", "lager is beter"
    GEEN = "geen", "hoger is niet beter of slechter"
    ONBEKEND = "onbekend", "of hoger beter is, is niet gezegd"


class Definitie(MetEinde):
    """One way of measuring an indicator: figures of one definitie can be compared, those of two cannot."""

    Richting = Definitierichting  # above the model, because Meta names it

    class Meetperiode(models.TextChoices):
        KALENDERJAAR = "kalenderjaar"
        HALFJAAR = "halfjaar"
        SCHOOLJAAR = "schooljaar"
        PEILDATUM = "peildatum"
        ENQUETE = "enquête"

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="definities")
    slug = models.SlugField(max_length=80, unique=True)
    omschrijving = models.CharField(max_length=300, help_text="in onze eigen woorden, één zin")
    eenheid = models.CharField(max_length=40)
    decimalen = models.PositiveSmallIntegerField()
    richting = models.CharField(max_length=10, choices=Richting)
    meetperiode = models.CharField(max_length=20, choices=Meetperiode)
    ondergrens = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    bovengrens = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "definities"
        ordering: ClassVar = ["indicator", "volgorde"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(richting__in=Definitierichting.values), name="definitie_richting_bekend"
            ),
            models.CheckConstraint(
                condition=Q(ondergrens__isnull=True) | Q(bovengrens__isnull=True) | Q(ondergrens__lte=F("bovengrens")),
                name="definitie_grenzen_in_volgorde",
                violation_error_message="De ondergrens is hoger dan de bovengrens. Draai ze om.",
            ),
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            pgtrigger.Trigger(
                name="blijft_zo_meten",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "ROW(OLD.indicator_id, OLD.eenheid, OLD.decimalen) IS DISTINCT FROM "
                    "ROW(NEW.indicator_id, NEW.eenheid, NEW.decimalen)"
                ),
                func="IF EXISTS (SELECT FROM indicators_bewoording WHERE definitie_id = OLD.id) THEN "
                "RAISE EXCEPTION 'Figures are printed in this unit; another unit is another definitie'; END IF; "
                "RETURN NEW;",
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def heeft_richting(self) -> bool:
        """Whether of two values one is better."""
        return self.richting in (Definitierichting.HOGER, Definitierichting.LAGER)

    @property
    def zonder_richting(self) -> bool:
        """Whether it is said that none is: else a page does not say so."""
        return self.richting == Definitierichting.GEEN

    def clean(self) -> None:
        """The same, as a sentence for who changes it in the beheer."""
        oud = Definitie.objects.filter(pk=self.pk, bewoordingen__isnull=False).first()
        if oud and (oud.eenheid, oud.decimalen) != (self.eenheid, self.decimalen):
            raise ValidationError(
                "Er zijn al cijfers in deze eenheid en met deze decimalen. Maak een nieuwe definitie voor een andere."
            )


class BewoordingQuerySet(models.QuerySet["Bewoording"]):
    def gedrukt(self) -> "BewoordingQuerySet":
        """Those of documents; an opgave takes over the words of the nearest one."""
        return self.exclude(publicatie__soort=Publicatie.Soort.OPGAVE)

    def van_nu(self) -> "BewoordingQuerySet":
        """Those of the newest edition on the site that tells of their programma: each programma has its own."""
        edities = Publicatie.objects.edities().filter(
            lezingen__staat=Lezing.Staat.GEPUBLICEERD,
            doelstellingen__beeindigd_op=None,
            doelstellingen__doelstelling__programma=OuterRef("definitie__indicator__doelstelling__programma"),
        )
        return self.filter(publicatie=Subquery(edities.order_by("-jaar").values("pk")[:1]))


class Begrotingsoort(models.TextChoices):
    """What the figure of a begroting is to the municipality."""

    STREEFWAARDE = "streefwaarde"
    RAMING = "raming"
    AANNAME = "aanname"
    KENGETAL = "kengetal"


class Bewoording(MetEinde):
    """What one publicatie calls a definitie, under which doelstelling, and of which kind its begroting is there."""

    SoortBegroting = Begrotingsoort  # above the model, because Meta names it

    definitie = models.ForeignKey(Definitie, models.PROTECT, related_name="bewoordingen")
    publicatie = models.ForeignKey("Publicatie", models.PROTECT, related_name="bewoordingen")
    onder = models.ForeignKey(
        DoelstellingBenaming, models.PROTECT, null=True, related_name="bewoordingen", help_text="leeg: een referentie"
    )
    naam = models.CharField(max_length=300)
    begroting_vanaf = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="alleen de begrotingen vanaf dit jaar zijn zo gemeten; leeg: alles onder deze naam",
    )
    soort_begroting = models.CharField(max_length=20, choices=SoortBegroting)

    objects = Nu.from_queryset(BewoordingQuerySet)()  # type: ignore[misc]

    class Meta:
        indexes: ClassVar = [GinIndex(Zoekvector("naam"), name="bewoording_woorden")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publicatie", "definitie"], condition=NIET_BEEINDIGD, name="definitie_een_keer_per_publicatie"
            ),
            models.CheckConstraint(
                condition=Q(begroting_vanaf__isnull=True) | Q(begroting_vanaf__range=(1900, 2200)),
                name="bewoording_vanaf_een_jaar",
            ),
            models.CheckConstraint(
                condition=Q(soort_begroting__in=Begrotingsoort.values),
                name="bewoording_soort_begroting_bekend",
            ),
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            pgtrigger.ReadOnly(
                name="naam_zoals_gedrukt", exclude=["soort_begroting", "begroting_vanaf", "beeindigd_op"]
            ),
        ]

    def __str__(self) -> str:
        return self.naam


def schrijf_waarde(waarde: Decimal, definitie: Definitie) -> str:
    """As a begroting prints it: "2.594", "2,67", "76 %"."""
    getal = schrijf_getal(afgerond(waarde, definitie.decimalen))
    return f"{getal} %" if definitie.eenheid == "%" else getal
