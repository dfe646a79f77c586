"""The names that are known, from the tables."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import F

from indicators.models import (
    Bewoording,
    Doelstelling,
    DoelstellingBenaming,
    PostBenaming,
    Programma,
    Publicatie,
    Tekst,
    Vermelding,
)
from indicators.models.geld import EIGEN_TABELLEN
from ingest.lezer.concept import Cijfer
from ingest.lezer.soorten import Cijfersoort


@dataclass(frozen=True)
class BekendeDefinitie:
    """A definitie under one of its printed names, in a publicatie about `jaar`."""

    slug: str
    indicator: str
    doelstelling: str
    publicatie: str
    jaar: int
    eenheid: str
    ondergrens: Decimal | None
    bovengrens: Decimal | None
    begroting_vanaf: int | None = None
    """only begrotingen from this year on are measured so; None: all that goes by this name"""

    def is_van(self, cijfer: Cijfer) -> bool:
        """Whether a figure that goes by this name can be measured so."""
        if self.begroting_vanaf is None:
            return True
        return cijfer.soort is Cijfersoort.BEGROTING and cijfer.jaar >= self.begroting_vanaf


@dataclass(frozen=True)
class BekendePost:
    """A post under one of its printed names."""

    slug: str
    rol: str


@dataclass(frozen=True)
class Structuur:
    """What names are known, for matching: read from the tables once, then used without a database."""

    doelstellingen: Mapping[str, str]
    """name (as `naamsleutel` writes it) to the lasting code of the doelstelling"""
    nummers: Mapping[tuple[str, str], str]
    """(publicatie, lasting code) to the code that the doelstelling has in that publicatie"""
    definities: Mapping[str, tuple[BekendeDefinitie, ...]]
    """name to its definities: the oldest publicatie first, and of one the narrowest last"""
    posten: Mapping[tuple[str, str, str, str], BekendePost]
    """(programma, tabel, lasting code of its doelstelling (empty: of all), name) to the post"""
    rijen: Mapping[tuple[str, str, str, str], BekendePost]
    """(programma, tabel, title of its table (as `tabelsleutel` writes it), name) to the post, of rows of an overview"""
    programmas: Mapping[str, str]
    """name of a programma to its lasting code"""
    van_programma: Mapping[str, str]
    """lasting code of a doelstelling to that of its programma"""
    bronnen: Mapping[str, Mapping[int, str]]
    """definitie to who measured, by the year of the programmabegroting that says so"""
    omschrijvingen: Mapping[str, Mapping[int, str]]
    """definitie to how it is described, by the year of the programmabegroting that prints it; no summaries of ours"""

    @cached_property
    def versie(self) -> str:
        """The same for the same names, whoever made them known."""
        posten, programmas = (self.posten, self.rijen), (self.programmas, self.van_programma)
        delen = (self.doelstellingen, self.nummers, self.definities, *posten, *programmas)
        namen = repr([sorted(deel.items()) for deel in delen])
        return hashlib.sha256(namen.encode()).hexdigest()


def naamsleutel(naam: str) -> str:
    """How a name is compared: without regard to capitals and white space, and exact for the rest."""
    return " ".join(naam.split()).casefold()


def tabelsleutel(titel: str) -> str:
    """How the title of a table is compared: without its number and its years, which another edition has otherwise."""
    return naamsleutel(re.sub(r"^(?:\d+\.?)+ |\b20\d\d\b", "", titel))


# The fields of a BekendeDefinitie.
_VAN_EEN_DEFINITIE = (
    "definitie__slug",
    "definitie__indicator__slug",
    "definitie__indicator__doelstelling__code",
    "publicatie__naam",
    "publicatie__jaar",
    "definitie__eenheid",
    "definitie__ondergrens",
    "definitie__bovengrens",
    "begroting_vanaf",
)

# Its programma, table, doelstelling, title and name, and the fields of a BekendePost.
_VAN_EEN_POST = (
    *("post__programma__code", "post__tabel", "post__doelstelling__code", "onder", "naam"),
    *("post__slug", "post__rol"),
)


def haal_structuur() -> Structuur:
    """Read all known names from the tables."""
    definities: dict[str, tuple[BekendeDefinitie, ...]] = {}
    # a series to compare with is of no doelstelling: no document prints it
    bewoordingen = Bewoording.objects.gedrukt().filter(definitie__indicator__doelstelling__isnull=False)
    volgorde = ("publicatie__jaar", F("begroting_vanaf").asc(nulls_first=True), "pk")
    for naam, *bekend in bewoordingen.order_by(*volgorde).values_list("naam", *_VAN_EEN_DEFINITIE):
        definities[naamsleutel(naam)] = (*definities.get(naamsleutel(naam), ()), BekendeDefinitie(*bekend))
    gedrukt = DoelstellingBenaming.objects.exclude(publicatie__soort=Publicatie.Soort.OPGAVE)
    doelstellingen = list(gedrukt.values_list("naam", "doelstelling__code", "publicatie__naam", "code"))
    posten = list(PostBenaming.objects.exclude(post__tabel__in=EIGEN_TABELLEN).values_list(*_VAN_EEN_POST))
    return Structuur(
        doelstellingen={naamsleutel(naam): code for naam, code, _, _ in doelstellingen},
        nummers={(publicatie, code): nummer for _, code, publicatie, nummer in doelstellingen},
        definities=definities,
        posten={
            (programma, tabel, code or "", naamsleutel(naam)): BekendePost(*post)
            for programma, tabel, code, _, naam, *post in posten
        },
        rijen={
            (programma, tabel, tabelsleutel(titel), naamsleutel(naam)): BekendePost(*post)
            for programma, tabel, _, titel, naam, *post in posten
            if titel
        },
        programmas={naamsleutel(naam): code for naam, code in Programma.objects.values_list("naam", "code")},
        van_programma=dict(Doelstelling.objects.values_list("code", "programma__code")),
        bronnen=_bronnen(),
        omschrijvingen=_omschrijvingen(),
    )


def _omschrijvingen() -> dict[str, dict[int, str]]:
    gedrukt = Tekst.objects.geldend().filter(soort=Tekst.Soort.DEFINITIE, samengevat=False, definitie__isnull=False)
    begrotingen = gedrukt.filter(lezing__publicatie__soort=Publicatie.Soort.PROGRAMMABEGROTING).exclude(tekst="")
    gevonden: dict[str, dict[int, str]] = {}
    for slug, jaar, tekst in begrotingen.order_by("van_regel").values_list(
        "definitie__slug", "lezing__publicatie__jaar", "tekst"
    ):
        per_jaar = gevonden.setdefault(slug, {})
        per_jaar[jaar] = f"{per_jaar[jaar]} {tekst}" if jaar in per_jaar else tekst
    return gevonden


def _bronnen() -> dict[str, dict[int, str]]:
    vermeldingen = Vermelding.objects.geldend().exclude(bron="")
    gedrukt = vermeldingen.filter(bewoording__publicatie__soort=Publicatie.Soort.PROGRAMMABEGROTING)
    bronnen: dict[str, dict[int, str]] = {}
    for slug, jaar, bron in gedrukt.values_list(
        "bewoording__definitie__slug", "bewoording__publicatie__jaar", "bron"
    ).distinct():
        bronnen.setdefault(slug, {})[jaar] = bron
    return bronnen
