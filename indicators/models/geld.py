"""The money: posts, what each publicatie calls them, and the amounts it prints."""

import re
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat

from indicators.database.lezen import EenmaalGelezen
from indicators.models.bronnen import VAN_PASSAGE, Lezing, Passage, Publicatie, alleen_met_lezing
from indicators.models.einde import NIET_BEEINDIGD, MetEinde
from indicators.models.geschiedenis import bijgehouden
from indicators.models.structuur import Doelstelling, Programma
from indicators.models.zoeken import Zoekvector
from indicators.onveranderlijk import nooit_anders


class Geldtabel(models.TextChoices):
    """The tables of money; maatregelen and the rows of an overview are of their document, and of no programma."""

    DOELSTELLING = "doelstelling"
    PROGRAMMA = "programma"
    UITSPLITSING = "uitsplitsing"
    NIEUW_BELEID = "nieuw-beleid"
    BEZUINIGINGEN = "bezuinigingen"
    MAATREGELEN = "maatregelen"
    OVERZICHT = "overzicht"


class Postrol(models.TextChoices):
    """What a post is in its table, whatever a document calls it; pages and rules ask for this."""

    LASTEN = "lasten", "lasten"
    BATEN = "baten", "baten"
    SALDO = "saldo", "saldo"
    VOOR_RESERVES = "saldo voor reserves", "saldo voor reserves"
    NA_RESERVES = "saldo na reserves", "saldo na reserves"
    TOEVOEGINGEN = "toevoegingen", "toevoegingen aan reserves"
    ONTTREKKINGEN = "onttrekkingen", "onttrekkingen aan reserves"
    MUTATIES = "mutaties reserves", "toevoegingen en onttrekkingen samen"
    DOELSTELLING = "doelstelling", "doelstelling"
    PRODUCT = "product", "product: een post van de uitsplitsing"
    TOTAAL = "totaal", "totaal"
    BELEID = "beleid", "regel van het beleid"
    REGEL = "regel", "regel van een overzicht"


class Geldkant(models.TextChoices):
    """The side of an amount."""

    LASTEN = "lasten"
    BATEN = "baten"
    SALDO = "saldo"
    TOEVOEGINGEN = "toevoegingen"
    ONTTREKKINGEN = "onttrekkingen"
    MUTATIES = "mutaties"


class Geldstand(models.TextChoices):
    """Which of the begrotingen for a year an amount is of, or that it is none of them."""

    PRIMITIEF = "primitieve begroting"
    LOPEND_JAAR = "lopend jaar"
    MEERJARENRAMING = "meerjarenraming"
    ONGENOEMD = "begroting"
    WIJZIGING = "wijziging"
    NA_WIJZIGING = "na wijziging"
    REKENING = "rekening"
    TAAKSTELLING = "taakstelling"
    VERSCHIL = "verschil"


NA_AFLOOP = (Publicatie.Soort.JAARSTUKKEN, Publicatie.Soort.OPGAVE)
"""What is printed when its year is over, and what was taken over from that: its begroting na wijziging is the last."""

VAN_EEN_JAAR = (Geldstand.PRIMITIEF, Geldstand.ONGENOEMD, Geldstand.NA_WIJZIGING, Geldstand.REKENING)
"""The begrotingen of a year itself and what came of it; no raming of a year that was still to come."""

VAN_GEEN_PROGRAMMA: tuple[str, ...] = (Geldtabel.MAATREGELEN, Geldtabel.OVERZICHT)
"""What a row of these was meant for or is about, no programma may count among what it costs."""

EIGEN_TABELLEN: tuple[str, ...] = (Geldtabel.NIEUW_BELEID, Geldtabel.BEZUINIGINGEN, *VAN_GEEN_PROGRAMMA)
"""Their rows belong to the publicatie that prints them, and are never matched to those of another."""

_VAN_PROGRAMMA = (
    *(Postrol.LASTEN, Postrol.BATEN, Postrol.SALDO, Postrol.VOOR_RESERVES, Postrol.NA_RESERVES),
    *(Postrol.TOEVOEGINGEN, Postrol.ONTTREKKINGEN, Postrol.MUTATIES),
)
ROLLEN: dict[str, tuple[Postrol, ...]] = {
    Geldtabel.DOELSTELLING: (Postrol.DOELSTELLING,),
    Geldtabel.PROGRAMMA: _VAN_PROGRAMMA,
    Geldtabel.UITSPLITSING: (Postrol.PRODUCT, Postrol.TOTAAL, Postrol.SALDO),
    Geldtabel.NIEUW_BELEID: (Postrol.BELEID, Postrol.SALDO),
    Geldtabel.BEZUINIGINGEN: (Postrol.BELEID, Postrol.SALDO),
    Geldtabel.MAATREGELEN: (Postrol.BELEID,),
    Geldtabel.OVERZICHT: (Postrol.REGEL,),
}
"""What the posts of each table can be."""


def rol_van(tabel: str, rol: str, kant: str) -> str:
    """What an amount is in its table: of a row of a programma with lasten and baten beside its saldo, that side."""
    is_kant = tabel == Geldtabel.PROGRAMMA and rol == Postrol.SALDO and kant in (Geldkant.LASTEN, Geldkant.BATEN)
    return Postrol(kant) if is_kant else rol


def _rol_bij_tabel() -> Q:
    passend = Q()
    for tabel, rollen in ROLLEN.items():
        passend |= Q(tabel=str(tabel), rol__in=[str(rol) for rol in rollen])
    return passend


class Post(MetEinde):
    """A row of money that lives on from edition to edition; a policy row belongs to one edition only.

    A maatregel of a kadernota has no programma: the document names none, and what was meant to be saved must not get
    among what a programma costs. Nor has a row of an overview, which tells the same costs in another way.
    """

    programma = models.ForeignKey(Programma, models.PROTECT, null=True, related_name="posten")
    doelstelling = models.ForeignKey(Doelstelling, models.PROTECT, null=True, related_name="posten")
    tabel = models.CharField(max_length=20)
    rol = models.CharField(max_length=20, choices=Postrol)
    slug = models.SlugField(max_length=300)
    naam = models.CharField(max_length=300)
    volgorde = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["programma", "tabel", "volgorde"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programma", "tabel", "slug"], nulls_distinct=False, name="post_een_keer_per_tabel"
            ),
            models.CheckConstraint(condition=Q(tabel__in=tuple(Geldtabel.values)), name="post_tabel_bekend"),
            models.CheckConstraint(
                condition=_rol_bij_tabel(),
                name="post_tabel_kent_rol",
                violation_error_message="Deze rol komt in deze tabel niet voor. Kies een andere.",
            ),
            models.CheckConstraint(
                condition=Q(tabel__in=VAN_GEEN_PROGRAMMA, programma__isnull=True, doelstelling__isnull=True)
                | (~Q(tabel__in=VAN_GEEN_PROGRAMMA) & Q(programma__isnull=False)),
                name="post_van_een_programma",
            ),
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return self.naam


class PostBenaming(MetEinde):
    """What one publicatie calls a post, with its code there."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="benamingen")
    publicatie = models.ForeignKey(Publicatie, models.PROTECT, related_name="posten")
    code = models.CharField(max_length=20, blank=True)
    naam = models.CharField(max_length=300)
    onder = models.CharField(max_length=300, blank=True, help_text="de kop tussen de rijen waar het onder staat")

    class Meta:
        indexes: ClassVar = [GinIndex(Zoekvector("naam"), name="postbenaming_woorden")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publicatie", "post"], condition=NIET_BEEINDIGD, name="post_een_keer_per_publicatie"
            ),
        ]
        triggers: ClassVar = [*bijgehouden(), pgtrigger.ReadOnly(name="naam_zoals_gedrukt", exclude=["beeindigd_op"])]

    def __str__(self) -> str:
        return f"{self.code} {self.naam}".strip()


class BedragQuerySet(models.QuerySet["Bedrag"]):
    def geldend(self) -> "BedragQuerySet":
        return self.filter(vervallen_in__isnull=True)

    def vergelijkbaar(self) -> "BedragQuerySet":
        """What the editions budget, and every rekening of a document: jaarstukken repeat a begroting, but are none.

        A printed difference is neither.
        """
        van_editie = Q(benaming__publicatie__soort=Publicatie.Soort.PROGRAMMABEGROTING)
        gedrukt = self.uit_documenten().filter(Q(soort=Bedrag.Soort.REKENING) | van_editie)
        return gedrukt.exclude(soort=Bedrag.Soort.VERSCHIL)

    def uit_documenten(self) -> "BedragQuerySet":
        """Without what was taken over from a document that is not on the site."""
        return self.exclude(benaming__publicatie__soort=Publicatie.Soort.OPGAVE)

    def na_laatste_wijziging(self) -> "BedragQuerySet":
        """Without the begroting na wijziging that a document prints while its year still runs."""
        return self.filter(stand=Geldstand.NA_WIJZIGING, benaming__publicatie__soort__in=NA_AFLOOP)

    def voor_oordeel(self) -> "BedragQuerySet":
        """What came of a year, and what was budgeted for it: see indicators/geld/geldoordeel.py."""
        return self.filter(kant=Geldkant.SALDO, stand__in=VAN_EEN_JAAR)

    def van_producten(self, doelstelling: Doelstelling) -> "BedragQuerySet":
        """The rows of jaarstukken below its name and number there: "Beperken uitval in het onderwijs (1.2)"."""
        eigen = Q(post__tabel=Geldtabel.DOELSTELLING, post__doelstelling=doelstelling)
        daar = PostBenaming.objects.filter(eigen, publicatie=OuterRef("benaming__publicatie"))
        kop = Concat(Value("("), Subquery(daar.values("code")[:1]), Value(")"))
        van_stuk = self.uit(Geldtabel.OVERZICHT).filter(benaming__publicatie__soort=Publicatie.Soort.JAARSTUKKEN)
        return van_stuk.annotate(kop=kop).filter(benaming__onder__endswith=F("kop"))

    def van_lopend_jaar(self, programma: Programma) -> "BedragQuerySet":
        """What a tussenbericht or perspectiefnota prints below the name of a programma: its saldo, and each change."""
        tijdens = (Publicatie.Soort.RAPPORTAGE, Publicatie.Soort.KADERNOTA)
        van_stuk = self.uit(Geldtabel.OVERZICHT).filter(benaming__publicatie__soort__in=tijdens)
        nummer = re.escape(programma.nummer) if programma.nummer else r"\d+"
        kop = rf"^((\d[\d.]*\.? )?programma {nummer}[.:]? (- )?)?{re.escape(programma.naam)}"
        is_saldo = Q(kant=Geldkant.SALDO, benaming__onder__iregex=rf"{kop}$") & Q(
            benaming__naam__iregex=r"^(totaal )?(saldo|resultaat)\M|^totaal( programma.*)?$"
        )
        verandert = Q(stand=Geldstand.WIJZIGING, benaming__onder__iregex=rf"{kop}(: .*)?$")
        return van_stuk.filter(verandert | (is_saldo & ~Q(stand=Geldstand.WIJZIGING)))

    def gedrukt(self) -> "BedragQuerySet":
        """Cells with something in them; a blank cell is kept, but is no amount."""
        return self.geldend().filter(bedrag__isnull=False)

    def in_programma(self, programma: Programma) -> "BedragQuerySet":
        return self.filter(benaming__post__programma=programma)

    def uit(self, *tabellen: str) -> "BedragQuerySet":
        return self.filter(benaming__post__tabel__in=tabellen)

    def onder(self, doelstelling: Doelstelling) -> "BedragQuerySet":
        return self.filter(benaming__post__doelstelling=doelstelling)

    def met_bron(self) -> "BedragQuerySet":
        """With its row and its line."""
        post = ("benaming__post__doelstelling", "benaming__post__programma")
        return (
            self.select_related(*post, "benaming__publicatie", "passage")
            .defer("passage__tekst")
            .order_by("benaming__publicatie__jaar", "benaming__post__volgorde", "passage__regel", "jaar", "pk")
        )


class Geldsoort(models.TextChoices):
    """What an amount says: what was meant, what was spent, or what the one has more than the other."""

    BEGROTING = "begroting"
    REKENING = "rekening"
    VERSCHIL = "verschil"


class Bedrag(EenmaalGelezen):
    """One printed amount: euros in the one normalised sign (lasten <= 0 <= baten, saldo their sum). Never changed."""

    Soort = Geldsoort  # above the model, because Meta names it

    benaming = models.ForeignKey(PostBenaming, models.PROTECT, related_name="bedragen")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="bedragen")
    kant = models.CharField(max_length=20)
    soort = models.CharField(max_length=20, choices=Soort)
    stand = models.CharField(max_length=30)
    jaar = models.PositiveSmallIntegerField()
    bedrag = models.DecimalField(max_digits=16, decimal_places=2, null=True, help_text="in euro")
    als_gedrukt = models.CharField(max_length=40, blank=True)
    leeg = models.CharField(max_length=20, blank=True)
    schaal = models.PositiveIntegerField(help_text="1000: bedragen x € 1.000")
    tekenconventie = models.CharField(max_length=60)
    vervallen_in = models.ForeignKey(Lezing, models.PROTECT, null=True, related_name="+")

    objects = BedragQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["benaming", "kant", "stand", "jaar"],
                condition=Q(vervallen_in__isnull=True),
                name="bedrag_een_keer_geldend",
            ),
            models.CheckConstraint(
                condition=Q(bedrag__isnull=False, leeg="") | (Q(bedrag__isnull=True) & ~Q(leeg="")),
                name="bedrag_of_soort_leeg",
            ),
            models.CheckConstraint(condition=Q(kant__in=tuple(Geldkant.values)), name="bedrag_kant_bekend"),
            models.CheckConstraint(condition=Q(stand__in=tuple(Geldstand.values)), name="bedrag_stand_bekend"),
            models.CheckConstraint(
                condition=Q(soort=Geldsoort.REKENING, stand=Geldstand.REKENING)
                | Q(soort=Geldsoort.VERSCHIL, stand=Geldstand.VERSCHIL)
                | (Q(soort=Geldsoort.BEGROTING) & ~Q(stand__in=[Geldstand.REKENING, Geldstand.VERSCHIL])),
                name="bedrag_stand_past_bij_soort",
            ),
            models.CheckConstraint(
                condition=~Q(kant__in=[Geldkant.LASTEN, Geldkant.TOEVOEGINGEN])
                | Q(stand__in=[Geldstand.VERSCHIL, Geldstand.WIJZIGING])
                | Q(bedrag__isnull=True)
                | Q(bedrag__lte=0),
                name="bedrag_lasten_niet_positief",
            ),
            models.CheckConstraint(
                condition=~Q(kant__in=[Geldkant.BATEN, Geldkant.ONTTREKKINGEN])
                | Q(stand__in=[Geldstand.VERSCHIL, Geldstand.WIJZIGING])
                | Q(bedrag__isnull=True)
                | Q(bedrag__gte=0),
                name="bedrag_baten_niet_negatief",
            ),
        ]
        triggers: ClassVar = [*nooit_anders(behalve="vervallen_in"), alleen_met_lezing(VAN_PASSAGE)]

    def __str__(self) -> str:
        return f"{self.benaming} {self.kant} {self.jaar}: {self.als_gedrukt}"

    @property
    def rol(self) -> str:
        """What it is in its table."""
        post = self.benaming.post
        return rol_van(post.tabel, post.rol, self.kant)

    @property
    def is_vergelijkbaar(self) -> bool:
        """As the queryset has it."""
        publicatie = self.benaming.publicatie
        is_rekening = self.soort == Geldsoort.REKENING and not self.is_overgenomen
        van_editie = publicatie.soort == Publicatie.Soort.PROGRAMMABEGROTING
        return is_rekening or (van_editie and self.soort != Geldsoort.VERSCHIL)

    @property
    def is_na_laatste_wijziging(self) -> bool:
        """As the queryset has it."""
        return self.stand == Geldstand.NA_WIJZIGING and self.benaming.publicatie.soort in NA_AFLOOP

    @property
    def is_overgenomen(self) -> bool:
        """Whether it was taken over from a document that is not on the site."""
        return self.benaming.publicatie.soort == Publicatie.Soort.OPGAVE

    @property
    def volgens(self) -> str:
        """The document that says it, or where it was taken over from: "overgenomen uit Jaarstukken 2024, blz. 12"."""
        titel = self.benaming.publicatie.titel
        return f"{titel[:1].lower()}{titel[1:]}" if self.is_overgenomen else str(self.benaming.publicatie)
