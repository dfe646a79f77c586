"""What of the site has the words of a reader."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, log2
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery
from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    IntegerChoices,
    OuterRef,
    Q,
    QuerySet,
    When,
)
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

from indicators.models import Bevinding, Lezing, Passage, Publicatie, Zoekvector, Zoekzin
from indicators.zoeken.zoekvraag import Zoekvraag

MEESTE = 1000
"""So many sentences are laid in order; a word with more of them is too common for its order to say something."""
GENOEG = 3000
"""So many are counted; of a word with more, each document says only that it has more than were laid in order."""

KORT = 60
"""A shorter piece is a heading, or a row of a table where it has a figure."""


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
    geteld_tot: int | None = None
    """of a word that is everywhere: who has so many may have more"""


def zinnen_met_alles(vraag: Zoekvraag, per_document: int, lezing: Lezing | None = None) -> Treffers:
    """Those with all words."""
    return _treffers(vraag, vraag.alles, per_document, lezing)


def zinnen_met_iets(vraag: Zoekvraag, per_document: int, lezing: Lezing | None = None) -> Treffers:
    """Those with any of the words: the more and the rarer, the better. Left out is what has not half of the best."""
    gevonden = _treffers(vraag, vraag.iets, per_document, lezing, weeg=True)
    meeste = max((zin.geraakt for zin in gevonden.zinnen), default=0)  # type: ignore[attr-defined]
    beste = [zin for zin in gevonden.zinnen if 2 * zin.geraakt >= meeste]  # type: ignore[attr-defined]
    return replace(gevonden, zinnen=beste)


def _treffers(
    vraag: Zoekvraag, gezocht: SearchQuery, per_document: int, lezing: Lezing | None, *, weeg: bool = False
) -> Treffers:
    alle = Zoekzin.objects.geldend().filter(zoek=gezocht).order_by()
    gevonden = list(alle.values_list("lezing", "pk")[: GENOEG + 1])
    geteld_tot = None
    if len(gevonden) > GENOEG:
        op_de_site = Lezing.objects.filter(staat=Lezing.Staat.GEPUBLICEERD).order_by()
        geteld_tot = ceil(MEESTE / op_de_site.count())
        eerste = Zoekzin.objects.filter(lezing=OuterRef("pk"), zoek=gezocht).order_by().values("pk")[:geteld_tot]
        # as many of each: else the first documents would have them all
        evenveel = op_de_site.annotate(eerste=ArraySubquery(eerste)).values_list("pk", "eerste")
        gevonden = [(van, pk) for van, pks in evenveel for pk in pks]
    per_lezing: dict[int, list[int]] = {}
    for van_lezing, pk in gevonden:
        per_lezing.setdefault(van_lezing, []).append(pk)
    gekozen = [pk for pk in per_lezing if lezing is None or pk == lezing.pk]
    elk = ceil(MEESTE / max(1, len(gekozen)))
    zinnen = _beste(vraag, [pk for van in gekozen for pk in per_lezing[van][:elk]], per_document, weeg=weeg)
    return Treffers(zinnen, {van: len(pks) for van, pks in per_lezing.items()}, geteld_tot)


def _beste(vraag: Zoekvraag, zinnen: Sequence[int], per_document: int, *, weeg: bool) -> list[Zoekzin]:
    """The best of these in each document: with the most words, as they were typed, first in the document."""
    if not zinnen:
        return []
    raak = {f"raak_{plek}": _is(woord.vraag) for plek, woord in enumerate(vraag.woorden)}
    letterlijk = {f"letterlijk_{plek}": _is(woord.letterlijk) for plek, woord in enumerate(vraag.woorden)}
    soort = Case(
        When(GreaterThanOrEqual(Length("tekst"), KORT) | Q(samengevat=True), then=Treffersoort.ZIN),
        When(tekst__regex=r"\d", then=Treffersoort.RIJ),
        default=Treffersoort.KOP,
    )
    rijen = list(
        Zoekzin.objects.filter(pk__in=zinnen)
        .annotate(soort=soort, **raak, **letterlijk)
        .order_by("lezing", "van_regel", "pk")
        .values("pk", "lezing", "soort", *raak, *letterlijk)
    )
    gewichten = {naam: round(100 / log2(2 + sum(rij[naam] for rij in rijen))) if weeg else 1 for naam in raak}
    geraakt = {rij["pk"]: sum(gewichten[naam] for naam in raak if rij[naam]) for rij in rijen}
    rijen.sort(key=lambda rij: (-geraakt[rij["pk"]], -sum(rij[naam] for naam in letterlijk)))
    plekken: dict[int, tuple[int, int]] = {}
    per_soort: Counter[tuple[int, int]] = Counter()
    for rij in rijen:
        per_soort[rij["lezing"], rij["soort"]] += 1
        plek = per_soort[rij["lezing"], rij["soort"]]
        if plek <= per_document:
            plekken[rij["pk"]] = (rij["soort"], plek)
    beste = list(Zoekzin.objects.filter(pk__in=plekken).met_bron().order_by())
    for zin in beste:
        zin.soort, zin.plek = plekken[zin.pk]  # type: ignore[attr-defined]
        zin.geraakt = geraakt[zin.pk]  # type: ignore[attr-defined]
    return sorted(beste, key=_nieuwste_eerst)


def _is(gezocht: SearchQuery) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(Q(zoek=gezocht), output_field=BooleanField())


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
