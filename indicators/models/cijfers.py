"""The figures: what a passage says of an indicator in a year, and which of two sources the site uses."""

from typing import ClassVar

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When

from indicators.database.lezen import EenmaalGelezen
from indicators.models.bronnen import VAN_PASSAGE, Lezing, Passage, Publicatie, alleen_met_lezing, uiterlijk_aangeboden
from indicators.models.geschiedenis import bijgehouden, ondertekend
from indicators.models.structuur import Bewoording, Doelstelling, Indicator, Programma
from indicators.onveranderlijk import nooit_anders

# The rule between two sources: the one offered last, else the one about the latest year, else the one read last.
NIEUWSTE = (uiterlijk_aangeboden("bewoording__publicatie").desc(), "-bewoording__publicatie__jaar", "-pk")


class VermeldingQuerySet(models.QuerySet["Vermelding"]):
    def geldend(self) -> "VermeldingQuerySet":
        """What holds now: not succeeded by a later lezing, and not withdrawn."""
        return self.filter(vervallen_in__isnull=True)

    def gekozen(self) -> "VermeldingQuerySet":
        """One value for each definitie, kind, edition (of a begroting) and year: a person's keuze, else the newest.

        A begroting is of an edition: the doel that a rapportage or jaarstukken prints beside a realisatie is its own.
        A prognose, of the municipality or printed in a document, no chart draws, and nothing is judged by it.
        """
        keuze = Keuze.objects.filter(vermelding=OuterRef("pk"), vervallen_op__isnull=True)
        wat = ("bewoording__definitie_id", "soort", "van_editie", "jaar", "periode")
        return (
            self.geldend()
            .filter(
                Q(soort=Vermelding.Soort.REALISATIE)
                | Q(soort=Vermelding.Soort.BEGROTING, editie__soort=Publicatie.Soort.PROGRAMMABEGROTING)
            )
            .filter(waarde__isnull=False)
            .annotate(
                van_editie=Case(When(soort=Vermelding.Soort.BEGROTING, then=F("editie")), default=None),
                met_keuze=Exists(keuze),
            )
            .order_by(*wat, "-met_keuze", *NIEUWSTE)
            .distinct(*wat)
        )

    def nieuwste_bron_eerst(self) -> "VermeldingQuerySet":
        return self.order_by(*NIEUWSTE)

    def van(self, publicatie: Publicatie) -> "VermeldingQuerySet":
        return self.filter(bewoording__publicatie=publicatie)

    def voor(self, indicator: Indicator) -> "VermeldingQuerySet":
        return self.filter(bewoording__definitie__indicator=indicator)

    def onder(self, doelstelling: Doelstelling) -> "VermeldingQuerySet":
        return self.filter(bewoording__definitie__indicator__doelstelling=doelstelling)

    def in_programma(self, programma: Programma) -> "VermeldingQuerySet":
        return self.filter(bewoording__definitie__indicator__doelstelling__programma=programma)

    def met_bron(self) -> "VermeldingQuerySet":
        """With all that a page says beside a figure: its wording, definitie, edition, publicatie and line."""
        verwijzing = ("bewoording__definitie__indicator", "bewoording__publicatie", "editie", "passage")
        return self.select_related(*verwijzing).defer("passage__tekst")


class Vermeldingsoort(models.TextChoices):
    """What a figure says: what came of it, what was meant, or what the municipality expects by now."""

    REALISATIE = "realisatie"
    BEGROTING = "begroting"
    PROGNOSE = "prognose"


class Vermelding(EenmaalGelezen):
    """What one line of one publicatie says about one definitie in one year. Never changed."""

    Soort = Vermeldingsoort  # above the model, because Meta names it

    class Leeg(models.TextChoices):
        STREEPJE = "streepje"
        LEEG = "leeg"
        PM = "pm"
        NNB = "nnb"
        NVT = "nvt"
        TOELICHTING = "toelichting"
        ONGEMETEN = "ongemeten"
        GESTOPT = "gestopt"
        GEHEIM = "geheim"

    class Periode(models.TextChoices):
        """A part of the reporting year; empty for the whole period of the definitie."""

        EERSTE_HALFJAAR = "H1", "eerste halfjaar"
        TWEEDE_HALFJAAR = "H2", "tweede halfjaar"
        EERSTE_KWARTAAL = "Q1", "eerste kwartaal"
        TWEEDE_KWARTAAL = "Q2", "tweede kwartaal"
        DERDE_KWARTAAL = "Q3", "derde kwartaal"
        VIERDE_KWARTAAL = "Q4", "vierde kwartaal"

        @classmethod
        def halfjaren(cls) -> list[str]:
            return [cls.EERSTE_HALFJAAR.value, cls.TWEEDE_HALFJAAR.value]

    bewoording = models.ForeignKey(Bewoording, models.PROTECT, related_name="vermeldingen")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="vermeldingen")
    soort = models.CharField(max_length=20, choices=Soort)
    editie = models.ForeignKey(Publicatie, models.PROTECT, related_name="begrotingen")
    jaar = models.PositiveSmallIntegerField()
    periode = models.CharField(max_length=2, choices=Periode, blank=True, default="", db_default="")
    gemeten_op = models.DateField(null=True)
    voorlopig = models.BooleanField(default=False, db_default=False)
    waarde = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    leeg = models.CharField(max_length=20, choices=Leeg, blank=True)
    gedrukt = models.CharField(max_length=40, blank=True)
    bron = models.TextField(blank=True)
    vervallen_in = models.ForeignKey(Lezing, models.PROTECT, null=True, related_name="+")

    objects = VermeldingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["bewoording", "soort", "editie", "jaar", "periode"],
                condition=Q(vervallen_in__isnull=True),
                name="vermelding_een_keer_geldend",
            ),
            models.CheckConstraint(
                condition=Q(waarde__isnull=False, leeg="") | (Q(waarde__isnull=True) & ~Q(leeg="")),
                name="vermelding_waarde_of_soort_leeg",
            ),
            models.CheckConstraint(condition=Q(soort__in=Vermeldingsoort.values), name="vermelding_soort_bekend"),
            models.CheckConstraint(condition=Q(jaar__range=(1900, 2200)), name="vermelding_jaar_is_een_jaar"),
        ]
        triggers: ClassVar = [*nooit_anders(behalve="vervallen_in"), alleen_met_lezing(VAN_PASSAGE)]

    def __str__(self) -> str:
        return f"{self.bewoording} {self.jaar} {self.soort}: {self.gedrukt}"

    @property
    def is_overgenomen(self) -> bool:
        """Whether a person took it over from an edition that is not on the site."""
        is_opgave = self.bewoording.publicatie.soort == Publicatie.Soort.OPGAVE
        return is_opgave and self.soort == Vermeldingsoort.BEGROTING

    @property
    def is_prognose(self) -> bool:
        return self.soort == Vermeldingsoort.PROGNOSE

    @property
    def eenheid_erbij(self) -> str:
        """The unit, where the number as printed does not show it; a count needs none."""
        eenheid: str = self.bewoording.definitie.eenheid
        return "" if eenheid == "aantal" or (eenheid == "%" and "%" in self.gedrukt) else eenheid

    @property
    def maat(self) -> str:
        """The same where the number says little without it: of so many inhabitants, of a hundred."""
        return self.eenheid_erbij if " " in self.eenheid_erbij or self.eenheid_erbij == "%" else ""

    @property
    def is_verwachting(self) -> bool:
        """Whether a document prints it as what it expects, and not the municipality by itself."""
        return self.is_prognose and self.bewoording.publicatie.soort != Publicatie.Soort.OPGAVE

    @property
    def volgens(self) -> str:
        """The edition that says it; of one that was taken over from where: "overgenomen uit PB 2024, blz. 41"."""
        titel = self.bewoording.publicatie.titel
        return f"{titel[:1].lower()}{titel[1:]}" if self.is_overgenomen else str(self.editie)


class Keuze(models.Model):
    """A person's choice of the vermelding that the charts use where two sources differ.

    Without one the rule holds: the publicatie that was offered last (`NIEUWSTE`).
    """

    vermelding = models.ForeignKey(Vermelding, models.PROTECT, related_name="keuzes")
    reden = models.TextField()
    actor = models.UUIDField()
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    vervallen_op = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["vermelding"], condition=Q(vervallen_op__isnull=True), name="keuze_een_keer_geldend"
            ),
            models.CheckConstraint(condition=~Q(reden=""), name="keuze_heeft_een_reden"),
        ]
        triggers: ClassVar = [*nooit_anders(behalve="vervallen_op"), *bijgehouden(), ondertekend()]

    def __str__(self) -> str:
        return f"{self.vermelding}: {self.reden}"
