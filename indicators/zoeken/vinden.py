"""What of the site has the words of a reader."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Exists, F, OuterRef

from indicators.database.versie import per_versie
from indicators.models import Bevinding, Lezing, Passage, Publicatie, Zoekzin
from indicators.zoeken.beste import beste_van, plaatsen_met
from indicators.zoeken.zoekvraag import Zoekvraag


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
    vraag: Zoekvraag, gezocht: str, per_document: int, lezing: Lezing | None, *, weeg: bool = False
) -> Treffers:
    plaatsen, is_overal = plaatsen_met(gezocht)
    gekozen = [zinnen for pk, zinnen in plaatsen.items() if lezing is None or pk == lezing.pk]
    beste = beste_van(vraag, gekozen, per_document, weeg=weeg)
    zinnen = list(Zoekzin.objects.filter(pk__in=beste).met_bron().order_by()) if beste else []
    for zin in zinnen:
        zin.soort, zin.plek, zin.geraakt = beste[zin.pk]  # type: ignore[attr-defined]
    per_lezing = {pk: len(zinnen) for pk, zinnen in plaatsen.items()}
    geteld_tot = max(per_lezing.values()) if is_overal else None
    return Treffers(sorted(zinnen, key=_nieuwste_eerst), per_lezing, geteld_tot)


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
    return [Doorzocht(publicatie, pk in gevonden, geheel) for pk, publicatie, geheel in _documenten()]


@per_versie
def _documenten() -> tuple[tuple[int, Publicatie, bool], ...]:
    """The key of each lezing, its publicatie, and whether all its text is there."""
    ingekort = Passage.objects.filter(lezing=OuterRef("pk"), samengevat=True)
    uittreksel = Bevinding.objects.filter(lezing=OuterRef("pk"), soort=Bevinding.UITTREKSEL)
    lezingen = Lezing.objects.documenten().annotate(geheel=~Exists(ingekort) & ~Exists(uittreksel))
    nieuwste_eerst = lezingen.order_by(F("publicatie__jaar").desc(), "publicatie__naam")
    return tuple((lezing.pk, lezing.publicatie, lezing.geheel) for lezing in nieuwste_eerst)  # type: ignore[attr-defined]
