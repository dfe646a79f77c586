"""What of the site has the words of a reader."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import ceil, log2
from operator import add
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerChoices,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.db.models.functions import Length, RowNumber
from django.db.models.lookups import GreaterThanOrEqual

from indicators.models import Bevinding, Lezing, Passage, Publicatie, Zoekvector, Zoekzin
from indicators.zoeken.zoekvraag import Zoekvraag

MEESTE = 1000
"""So many sentences are laid in order; a word with more of them is too common for its order to say something."""

KORT = 60
"""A shorter piece is a heading, or a row of a table where it has a figure."""
VOLGORDE = ("-geraakt", "-letterlijk", "van_regel", "pk")
"""In a document: with the most words, as they were typed."""


class Treffersoort(IntegerChoices):
    """What a piece of text is; the best of each are found, so that no long text hides the row that has the amount."""

    ZIN = 0
    RIJ = 1
    KOP = 2


Rijen = TypeVar("Rijen", bound=QuerySet[Any])


def met_woorden(rijen: Rijen, vraag: SearchQuery, *velden: str) -> Rijen:
    """Those that have the words in these fields, which have an index together (`Zoekvector`)."""
    return rijen.alias(gezocht=Zoekvector(*velden)).filter(gezocht=vraag)


@dataclass(frozen=True)
class Treffers:
    """The best pieces of text, newest document first, and how many each lezing on the site has (by its key)."""

    zinnen: Sequence[Zoekzin]
    per_lezing: Mapping[int, int]


def zinnen_met_alles(vraag: Zoekvraag, per_document: int, lezing: Lezing | None = None) -> Treffers:
    """Those with all words."""
    geteld = _tel(vraag.alles)
    per_lezing = {rij["lezing"]: rij["aantal"] for rij in geteld}
    return Treffers(_beste(vraag, vraag.alles, [1] * len(vraag.woorden), per_lezing, per_document, lezing), per_lezing)


def zinnen_met_iets(vraag: Zoekvraag, per_document: int, lezing: Lezing | None = None) -> Treffers:
    """Those with any of the words: the more and the rarer, the better. Left out is what has not half of the best."""
    geteld = _tel(vraag.iets, *(woord.vraag for woord in vraag.woorden))
    aantallen = [sum(rij[f"woord_{nummer}"] for rij in geteld) for nummer in range(len(vraag.woorden))]
    gewichten = [round(100 / log2(2 + aantal)) for aantal in aantallen]
    per_lezing = {rij["lezing"]: rij["aantal"] for rij in geteld}
    gevonden = _beste(vraag, vraag.iets, gewichten, per_lezing, per_document, lezing)
    meeste = max((zin.geraakt for zin in gevonden), default=0)  # type: ignore[attr-defined]
    beste = [zin for zin in gevonden if 2 * zin.geraakt >= meeste]  # type: ignore[attr-defined]
    return Treffers(beste, per_lezing)


def _tel(vraag: SearchQuery, *woorden: SearchQuery) -> list[dict[str, int]]:
    """Of each lezing on the site that has it how many pieces of text do, and how many have each of these words."""
    per_woord = {f"woord_{nummer}": Count("pk", filter=Q(zoek=woord)) for nummer, woord in enumerate(woorden)}
    alle = Zoekzin.objects.geldend().filter(zoek=vraag).order_by()
    geteld: Any = alle.values("lezing").annotate(aantal=Count("pk"), **per_woord)
    return list(geteld)


def _beste(
    woorden: Zoekvraag,
    vraag: SearchQuery,
    gewichten: Sequence[int],
    per_lezing: Mapping[int, int],
    per_document: int,
    lezing: Lezing | None,
) -> list[Zoekzin]:
    gekozen = [pk for pk in per_lezing if lezing is None or pk == lezing.pk]
    if not gekozen:
        return []
    alle = Zoekzin.objects.filter(lezing__in=gekozen, zoek=vraag).order_by()
    if sum(per_lezing[pk] for pk in gekozen) > MEESTE:
        alle = alle.filter(pk__in=_evenveel(vraag, gekozen))
    geraakt = [
        Case(When(zoek=woord.vraag, then=gewicht), default=0)
        for woord, gewicht in zip(woorden.woorden, gewichten, strict=True)
    ]
    letterlijk = [Case(When(zoek=woord.letterlijk, then=1), default=0) for woord in woorden.woorden]
    op_volgorde = alle.annotate(
        geraakt=reduce(add, geraakt, Value(0, IntegerField())),
        letterlijk=reduce(add, letterlijk, Value(0, IntegerField())),
        soort=Case(
            When(GreaterThanOrEqual(Length("tekst"), KORT) | Q(samengevat=True), then=Treffersoort.ZIN),
            When(tekst__regex=r"\d", then=Treffersoort.RIJ),
            default=Treffersoort.KOP,
        ),
    ).annotate(plek=Window(RowNumber(), partition_by=["lezing", "soort"], order_by=VOLGORDE))
    plekken = {
        pk: wat for pk, *wat in op_volgorde.filter(plek__lte=per_document).values_list("pk", "soort", "plek", "geraakt")
    }
    beste = list(Zoekzin.objects.filter(pk__in=plekken).met_bron().order_by())
    for zin in beste:
        zin.soort, zin.plek, zin.geraakt = plekken[zin.pk]  # type: ignore[attr-defined]
    return sorted(beste, key=_nieuwste_eerst)


def _evenveel(vraag: SearchQuery, lezingen: Sequence[int]) -> list[int]:
    """Of a word that is too common, as many pieces of each document: else the first documents would have them all."""
    eerste = Zoekzin.objects.filter(lezing=OuterRef("pk"), zoek=vraag).order_by().values("pk")
    evenveel = ceil(MEESTE / len(lezingen))
    per_lezing = Lezing.objects.filter(pk__in=lezingen).annotate(eerste=ArraySubquery(eerste[:evenveel]))
    return [pk for pks in per_lezing.values_list("eerste", flat=True) for pk in pks]


def _nieuwste_eerst(zin: Zoekzin) -> tuple[int, str, int, int]:
    publicatie = zin.lezing.publicatie
    return (-publicatie.jaar, publicatie.naam, zin.soort, zin.plek)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Doorzocht:
    """A document on the site, whether the words were found in it, and whether all its text is there to search."""

    publicatie: Publicatie
    gevonden: bool
    geheel: bool


def doorzocht(gevonden: Container[int]) -> Sequence[Doorzocht]:
    """Every document on the site, the newest first, given the keys of the lezingen that have the words."""
    ingekort = Passage.objects.filter(lezing=OuterRef("pk"), samengevat=True)
    uittreksel = Bevinding.objects.filter(lezing=OuterRef("pk"), soort=Bevinding.UITTREKSEL)
    lezingen = Lezing.objects.documenten().annotate(geheel=~Exists(ingekort) & ~Exists(uittreksel))
    return [
        Doorzocht(lezing.publicatie, lezing.pk in gevonden, lezing.geheel)  # type: ignore[attr-defined]
        for lezing in lezingen.order_by(F("publicatie__jaar").desc(), "publicatie__naam")
    ]
