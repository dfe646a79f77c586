"""What of the site has the words of a reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import log2
from operator import add
from typing import Any, TypeVar

from django.contrib.postgres.search import SearchQuery
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, QuerySet, Value, When, Window
from django.db.models.functions import Length, RowNumber
from django.db.models.lookups import LessThan

from indicators.models import Bevinding, Lezing, Passage, Publicatie, Zoekvector, Zoekzin
from indicators.zoeken.zoekvraag import Zoekvraag

MEESTE = 1000
"""So many sentences are laid in order; a word with more of them is too common for its order to say something."""

KOPLENGTE = 60
"""A shorter piece is a heading or a row: it says less than a sentence."""
VOLGORDE = ("-geraakt", "-letterlijk", "is_kop", "van_regel", "pk")
"""In a document: with the most words, as they were typed, in a sentence."""

Rijen = TypeVar("Rijen", bound=QuerySet[Any])


def met_woorden(rijen: Rijen, vraag: SearchQuery, *velden: str) -> Rijen:
    """Those that have the words in these fields, which have an index together (`Zoekvector`)."""
    return rijen.alias(gezocht=Zoekvector(*velden)).filter(gezocht=vraag)


def zinnen_met_alles(vraag: Zoekvraag, per_document: int, lezing: Lezing | None = None) -> list[Zoekzin]:
    """The best pieces of text with all words, newest document first; `aantal` is how many the document has."""
    return _beste(vraag, vraag.alles, [1] * len(vraag.woorden), per_document, lezing)


def zinnen_met_iets(vraag: Zoekvraag, per_document: int, lezing: Lezing | None = None) -> list[Zoekzin]:
    """The same with any of the words: the more and the rarer, the better. Left out is what has not half of the best."""
    alle = Zoekzin.objects.geldend()
    aantallen = [alle.filter(zoek=woord.vraag).order_by()[:MEESTE].count() for woord in vraag.woorden]
    gewichten = [round(100 / log2(2 + aantal)) for aantal in aantallen]
    gevonden = _beste(vraag, vraag.iets, gewichten, per_document, lezing)
    meeste = max((zin.geraakt for zin in gevonden), default=0)  # type: ignore[attr-defined]
    return [zin for zin in gevonden if 2 * zin.geraakt >= meeste]  # type: ignore[attr-defined]


def _beste(
    woorden: Zoekvraag, vraag: SearchQuery, gewichten: Sequence[int], per_document: int, lezing: Lezing | None
) -> list[Zoekzin]:
    alle = Zoekzin.objects.geldend().filter(zoek=vraag)
    if lezing:
        alle = alle.filter(lezing=lezing)
    alle = alle.order_by()
    if not alle.exists():  # most questions of many words: laying nothing in order takes ten times as long
        return []
    eerste = Zoekzin.objects.filter(pk__in=alle.values("pk")[:MEESTE])
    geraakt = [
        Case(When(zoek=woord.vraag, then=gewicht), default=0)
        for woord, gewicht in zip(woorden.woorden, gewichten, strict=True)
    ]
    letterlijk = [Case(When(zoek=woord.letterlijk, then=1), default=0) for woord in woorden.woorden]
    op_volgorde = eerste.annotate(
        geraakt=reduce(add, geraakt, Value(0, IntegerField())),
        letterlijk=reduce(add, letterlijk, Value(0, IntegerField())),
        is_kop=Case(When(LessThan(Length("tekst"), KOPLENGTE), then=1), default=0),
    ).annotate(
        plek=Window(RowNumber(), partition_by="lezing", order_by=VOLGORDE),
        aantal=Window(Count("pk"), partition_by="lezing"),
    )
    beste = op_volgorde.filter(plek__lte=per_document).met_bron()
    return list(beste.order_by("-lezing__publicatie__jaar", "lezing__publicatie__naam", *VOLGORDE))


@dataclass(frozen=True)
class Doorzocht:
    """A document on the site, whether the words were found in it, and whether all its text is there to search."""

    publicatie: Publicatie
    gevonden: bool
    geheel: bool


def doorzocht(vraag: SearchQuery) -> Sequence[Doorzocht]:
    """Every document on the site, the newest first."""
    geraakt = Zoekzin.objects.filter(lezing=OuterRef("pk"), zoek=vraag)
    ingekort = Passage.objects.filter(lezing=OuterRef("pk"), samengevat=True)
    uittreksel = Bevinding.objects.filter(lezing=OuterRef("pk"), soort=Bevinding.UITTREKSEL)
    lezingen = Lezing.objects.documenten().annotate(
        gevonden=Exists(geraakt), geheel=~Exists(ingekort) & ~Exists(uittreksel)
    )
    return [
        Doorzocht(lezing.publicatie, lezing.gevonden, lezing.geheel)  # type: ignore[attr-defined]
        for lezing in lezingen.order_by(F("publicatie__jaar").desc(), "publicatie__naam")
    ]
