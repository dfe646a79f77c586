"""Which questions a person read a document for, from the first line to the last."""

from collections.abc import Iterable
from typing import ClassVar, TypeAlias

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from indicators.database.lezen import Gelezen
from indicators.models.bronnen import Lezing, Publicatie
from indicators.models.duiding import OVER_INDICATOR, TEGENSPRAKEN, VAN_DE_RAAD, Duiding, Duidingsoort
from indicators.models.geschiedenis import bijgehouden, ondertekend
from indicators.models.structuur import DoelstellingBenaming, Programma
from indicators.onveranderlijk import nooit_anders


class Nagelezenvraag(models.TextChoices):
    """What a person reads a document for."""

    INDICATOREN = "indicatoren", "Wat zegt de tekst over de indicatoren?"
    DEKKING = "dekking", "Wie betaalt nieuw beleid?"
    TEGENSPRAAK = "tegenspraak", "Waar verschillen tekst en tabel?"
    UITLEG = "uitleg", "Waar ontbreekt uitleg?"
    RAAD = "raad", "Wat komt er naar de raad, en welke moties zijn er?"
    SPEERPUNTEN = "speerpunten", "Wat kwam er van de speerpunten van een eerdere begroting?"


class NagelezenQuerySet(models.QuerySet["Nagelezen"]):
    def geldend(self) -> "NagelezenQuerySet":
        """Of what is on the site now, and not taken back."""
        return self.filter(ingetrokken_op=None, lezing__staat=Lezing.Staat.GEPUBLICEERD)

    def soorten(self) -> set[Duidingsoort]:
        """The kinds of duiding that these questions ask for."""
        return {soort for vraag in self.values_list("vraag", flat=True) for soort in SOORTEN[Nagelezenvraag(vraag)]}

    def publicaties(self, vraag: Nagelezenvraag, programma: Programma | None = None) -> set[int]:
        """The keys of the publicaties that were read for this, about one programma; else about all that they have."""
        return self.filter(vraag=vraag).per_vraag(programma).get(vraag, set())

    def ongelezen(
        self, publicaties: Iterable[Publicatie], vraag: Nagelezenvraag, programma: Programma | None = None
    ) -> list[Publicatie]:
        """Those of these publicaties that nobody read for this."""
        gelezen = self.publicaties(vraag, programma)
        return [publicatie for publicatie in publicaties if publicatie.pk not in gelezen]

    def per_vraag(self, programma: Programma | None) -> dict[str, set[int]]:
        """The same for every vraag."""
        gelezen: dict[tuple[str, int], set[int | None]] = {}
        for vraag, publicatie, over in self.geldend().values_list("vraag", "lezing__publicatie", "programma"):
            gelezen.setdefault((vraag, publicatie), set()).add(over)
        heeft: dict[int, set[int]] = {}
        if programma is None:
            benamingen = DoelstellingBenaming.objects.filter(publicatie__in={publicatie for _, publicatie in gelezen})
            for publicatie, van_programma in benamingen.values_list("publicatie", "doelstelling__programma"):
                heeft.setdefault(publicatie, set()).add(van_programma)
        gevonden: dict[str, set[int]] = {}
        for (vraag, publicatie), van in gelezen.items():
            nodig = {programma.pk} if programma else heeft.get(publicatie)
            if None in van or (nodig and nodig <= van):
                gevonden.setdefault(vraag, set()).add(publicatie)
        return gevonden


class Terzijde(models.Model):
    """Something that was laid before who reads a document, and that is not in it, or not worth keeping."""

    class Besluit(models.TextChoices):
        NIET_MEER = "niet meer", "het document zegt dit niet meer"
        NIET_BEWAREN = "niet bewaren", "dit hoeft niet bewaard te worden"

    publicatie = models.ForeignKey(Publicatie, models.PROTECT, related_name="terzijde")
    duiding = models.ForeignKey(Duiding, models.PROTECT, null=True, blank=True, related_name="terzijde")
    voorstel = models.CharField(max_length=100, blank=True, help_text="soort en afdruk van wat de lezer voorstelde")
    besluit = models.CharField(max_length=20, choices=Besluit)
    actor = models.UUIDField()
    op = models.DateTimeField(auto_now_add=True)
    herroepen_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "terzijde gelegd"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publicatie", "duiding", "voorstel"],
                condition=Q(herroepen_op__isnull=True),
                nulls_distinct=False,
                name="terzijde_een_keer",
            ),
            models.CheckConstraint(
                condition=Q(duiding__isnull=False, voorstel="") | (Q(duiding__isnull=True) & ~Q(voorstel="")),
                name="terzijde_van_een_ding",
            ),
        ]
        triggers: ClassVar = [*nooit_anders(behalve="herroepen_op"), *bijgehouden(), ondertekend()]

    def __str__(self) -> str:
        return f"{self.publicatie}: {self.duiding or self.voorstel}"


class Nagelezen(Gelezen):
    """A person read a lezing to its end for one question: the only ground for saying that it tells nothing."""

    Vraag: TypeAlias = Nagelezenvraag  # above the model, because Meta names it

    lezing = models.ForeignKey(Lezing, models.PROTECT, related_name="nagelezen")
    programma = models.ForeignKey(
        Programma, models.PROTECT, null=True, blank=True, related_name="+", help_text="leeg: het hele document"
    )
    vraag = models.CharField(max_length=20, choices=Vraag)
    afdrukken = ArrayField(
        models.CharField(max_length=16), help_text="van de hele tekst waarvoor dit geldt; een andere is niet nagelezen"
    )
    actor = models.UUIDField(null=True, help_text="leeg: meegeleverd")
    op = models.DateTimeField(auto_now_add=True)
    ingetrokken_op = models.DateTimeField(null=True)

    objects = NagelezenQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "nagelezen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["lezing", "programma", "vraag"],
                condition=Q(ingetrokken_op__isnull=True),
                nulls_distinct=False,
                name="nagelezen_een_keer",
            ),
            models.CheckConstraint(
                condition=Q(vraag__in=Nagelezenvraag.values),
                name="nagelezen_vraag_bekend",
            ),
        ]
        triggers: ClassVar = [*nooit_anders(behalve="ingetrokken_op"), *bijgehouden(), ondertekend()]

    def __str__(self) -> str:
        return f"{self.lezing}: {self.vraag}"


SOORTEN: dict[Nagelezenvraag, tuple[Duidingsoort, ...]] = {
    Nagelezenvraag.INDICATOREN: (*OVER_INDICATOR, Duidingsoort.ADRES),
    Nagelezenvraag.DEKKING: (Duidingsoort.DEKKING,),
    Nagelezenvraag.TEGENSPRAAK: TEGENSPRAKEN,
    Nagelezenvraag.UITLEG: (Duidingsoort.ZONDER_UITLEG,),
    Nagelezenvraag.RAAD: VAN_DE_RAAD,
    Nagelezenvraag.SPEERPUNTEN: (Duidingsoort.SPEERPUNT,),
}
"""What is written down by who reads for each question."""
