"""The structure: programma, doelstelling, indicator and definitie, and how they change from edition to edition."""

from decimal import Decimal
from typing import ClassVar

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from indicators.getallen import afgerond, schrijf_getal
from indicators.models.bronnen import Lezing, Publicatie
from indicators.models.geschiedenis import bijgehouden


class ProgrammaQuerySet(models.QuerySet["Programma"]):
    def geladen(self) -> "ProgrammaQuerySet":
        """Those of which a begroting on the site tells."""
        in_een_begroting = Q(
            doelstellingen__benamingen__publicatie__soort=Publicatie.Soort.PROGRAMMABEGROTING,
            doelstellingen__benamingen__publicatie__lezingen__staat=Lezing.Staat.GEPUBLICEERD,
        )
        return self.filter(in_een_begroting).distinct().order_by("code")


class Programma(models.Model):
    """A programma of the begroting, such as 1 Onderwijs, economie en arbeidsparticipatie."""

    code = models.CharField(max_length=10, unique=True)
    naam = models.CharField(max_length=200)

    objects = ProgrammaQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "programma's"
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"Programma {self.code} {self.naam}"


class Doelstelling(models.Model):
    """A doelstelling as it lives on; `code` is the address of its page and survives a renumbering."""

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="doelstellingen")
    code = models.CharField(max_length=10, unique=True)
    naam = models.CharField(max_length=300)
    volgorde = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "doelstellingen"
        ordering: ClassVar = ["programma__code", "volgorde"]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"

    def get_absolute_url(self) -> str:
        return f"/doelstellingen/{self.code}/"


class DoelstellingBenaming(models.Model):
    """What one publicatie calls a doelstelling: the code belongs to the publicatie."""

    doelstelling = models.ForeignKey(Doelstelling, models.PROTECT, related_name="benamingen")
    publicatie = models.ForeignKey("Publicatie", models.PROTECT, related_name="doelstellingen")
    code = models.CharField(max_length=10)
    naam = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publicatie", "code"], name="doelstelling_code_een_keer_per_publicatie"),
            models.UniqueConstraint(fields=["publicatie", "doelstelling"], name="doelstelling_een_keer_per_publicatie"),
        ]
        triggers: ClassVar = [*bijgehouden(), pgtrigger.ReadOnly(name="naam_zoals_gedrukt")]

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def met_begroting(self) -> "IndicatorQuerySet":
        """Those that a begroting prints; a context or reference series only explains them."""
        return self.filter(aard=Indicator.Aard.INDICATOR)


class Indicator(models.Model):
    """What is measured for a doelstelling. Its definities may differ from edition to edition."""

    class Aard(models.TextChoices):
        INDICATOR = "indicator", "indicator van de begroting"
        CONTEXT = "context", "cijfer dat een indicator uitlegt"
        REFERENTIE = "referentie", "cijfer om mee te vergelijken"

    doelstelling = models.ForeignKey(Doelstelling, models.PROTECT, null=True, blank=True, related_name="indicatoren")
    aard = models.CharField(max_length=20, choices=Aard, default=Aard.INDICATOR, db_default="indicator")
    hoort_bij = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="erbij")
    slug = models.SlugField(max_length=80, unique=True)
    naam = models.CharField(max_length=300)
    volgorde = models.PositiveIntegerField()

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "indicatoren"
        ordering: ClassVar = ["doelstelling", "volgorde"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(doelstelling__isnull=False) | Q(aard="referentie"),
                name="indicator_heeft_doelstelling",
                violation_error_message=(
                    "Kies een doelstelling. Alleen een cijfer om mee te vergelijken hoeft er geen te hebben."
                ),
            ),
            models.CheckConstraint(
                condition=Q(aard="indicator", hoort_bij__isnull=True)
                | Q(aard="context", hoort_bij__isnull=False)
                | Q(aard="referentie"),
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


class Definitie(models.Model):
    """One way of measuring an indicator: figures of one definitie can be compared, those of two cannot."""

    class Richting(models.TextChoices):
        HOGER = "hoger", "hoger is beter"
        LAGER = "lager", "lager is beter"
        GEEN = "geen", "hoger is niet beter of slechter"

    class Meetperiode(models.TextChoices):
        KALENDERJAAR = "kalenderjaar"
        HALFJAAR = "halfjaar"
        SCHOOLJAAR = "schooljaar"
        PEILDATUM = "peildatum"
        ENQUETE = "enquête"

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="definities")
    slug = models.SlugField(max_length=80, unique=True)
    omschrijving = models.CharField(max_length=300, help_text="in onze eigen woorden, één zin")
    eenheid = models.CharField(max_length=20)
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
                condition=Q(richting__in=["hoger", "lager", "geen"]), name="definitie_richting_bekend"
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
            doelstellingen__doelstelling__programma=OuterRef("definitie__indicator__doelstelling__programma"),
        )
        return self.filter(publicatie=Subquery(edities.order_by("-jaar").values("pk")[:1]))


class Bewoording(models.Model):
    """What one publicatie calls a definitie, under which doelstelling, and of which kind its begroting is there."""

    class SoortBegroting(models.TextChoices):
        STREEFWAARDE = "streefwaarde"
        RAMING = "raming"
        AANNAME = "aanname"
        KENGETAL = "kengetal"

    definitie = models.ForeignKey(Definitie, models.PROTECT, related_name="bewoordingen")
    publicatie = models.ForeignKey("Publicatie", models.PROTECT, related_name="bewoordingen")
    onder = models.ForeignKey(
        DoelstellingBenaming, models.PROTECT, null=True, related_name="bewoordingen", help_text="leeg: een referentie"
    )
    naam = models.CharField(max_length=300)
    soort_begroting = models.CharField(max_length=20, choices=SoortBegroting)

    objects = BewoordingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publicatie", "definitie"], name="definitie_een_keer_per_publicatie"),
            models.CheckConstraint(
                condition=Q(soort_begroting__in=["streefwaarde", "raming", "aanname", "kengetal"]),
                name="bewoording_soort_begroting_bekend",
            ),
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            pgtrigger.ReadOnly(name="naam_zoals_gedrukt", exclude=["soort_begroting"]),
        ]

    def __str__(self) -> str:
        return self.naam


class Breuk(models.Model):
    """From `jaar` on an indicator cannot be compared with before; a line is never drawn across it.

    `van` and `naar` are two definities, or the same one when the population or the survey moves within it.
    """

    class Zekerheid(models.TextChoices):
        ZEKER = "zeker"
        MOGELIJK = "mogelijk"

    van = models.ForeignKey(Definitie, models.PROTECT, related_name="breuken_hierna")
    naar = models.ForeignKey(Definitie, models.PROTECT, related_name="breuken_hiervoor")
    jaar = models.PositiveSmallIntegerField(null=True, blank=True, help_text="leeg: tussen de twee definities")
    zekerheid = models.CharField(max_length=10, choices=Zekerheid)
    reden = models.TextField()
    publicatie = models.ForeignKey("Publicatie", models.PROTECT)
    regel = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "breuken"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(van=F("naar")) | Q(jaar__isnull=False),
                name="breuk_binnen_definitie_heeft_jaar",
                violation_error_message="Vul het jaar in: van en naar zijn dezelfde definitie.",
            )
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.van} tot {self.naar}"


class Opvolging(models.Model):
    """An indicator or doelstelling that was renamed, split, merged or replaced by another."""

    class Soort(models.TextChoices):
        HERNOEMD = "hernoemd"
        GESPLITST = "gesplitst"
        SAMENGEVOEGD = "samengevoegd"
        VERVANGEN = "vervangen"

    soort = models.CharField(max_length=20, choices=Soort)
    publicatie = models.ForeignKey("Publicatie", models.PROTECT, help_text="vanaf deze publicatie")
    regel = models.PositiveIntegerField()
    reden = models.TextField()
    van_indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="opvolgingen")
    naar_indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="voorgangers")
    van_doelstelling = models.ForeignKey(
        Doelstelling, models.PROTECT, null=True, blank=True, related_name="opvolgingen"
    )
    naar_doelstelling = models.ForeignKey(
        Doelstelling, models.PROTECT, null=True, blank=True, related_name="voorgangers"
    )

    class Meta:
        verbose_name_plural = "opvolgingen"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(
                    Q(van_indicator__isnull=False, naar_indicator__isnull=False)
                    & Q(van_doelstelling__isnull=True, naar_doelstelling__isnull=True)
                )
                | (
                    Q(van_indicator__isnull=True, naar_indicator__isnull=True)
                    & Q(van_doelstelling__isnull=False, naar_doelstelling__isnull=False)
                ),
                name="opvolging_tussen_twee_gelijke_dingen",
                violation_error_message="Kies twee indicatoren, of twee doelstellingen.",
            )
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.van_indicator or self.van_doelstelling} → {self.naar_indicator or self.naar_doelstelling}"


def schrijf_waarde(waarde: Decimal, definitie: Definitie) -> str:
    """As a begroting prints it: "2.594", "2,67", "76 %"."""
    getal = schrijf_getal(afgerond(waarde, definitie.decimalen))
    return f"{getal} %" if definitie.eenheid == "%" else getal
