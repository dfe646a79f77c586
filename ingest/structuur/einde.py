"""What came with a document ends when it is withdrawn, and lives again when it comes again. No row is deleted."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from indicators.models import (
    Bewoording,
    Breuk,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Opvolging,
    Post,
    PostBenaming,
    Programma,
    Publicatie,
)
from indicators.models.einde import MetEinde
from ingest.models import Opgave, Prognose

Eindigend = TypeVar("Eindigend", bound=MetEinde)


def beeindig(publicatie: Publicatie) -> None:
    """End what came with this document, but for what something else uses. Inside `handelend_als` only."""
    for namen in van(publicatie):
        _beeindig(namen)
    # from small to large: a programma is used as long as a doelstelling of it is
    for model in GEBRUIK:
        _beeindig(ongebruikt(model))


def van(publicatie: Publicatie) -> Iterator[QuerySet[Any]]:
    """The names, breuken and opvolgingen that came with it; those that were known before it are of the site itself."""
    for model in (Breuk, Opvolging, Bewoording, PostBenaming, DoelstellingBenaming):
        yield model.objects.filter(publicatie=publicatie, uit_document=True)


# Where a row is used, as (model, the column that points to it).
GEBRUIK: dict[type[MetEinde], tuple[tuple[Any, str], ...]] = {
    Post: ((PostBenaming, "post"),),
    Definitie: (
        (Bewoording, "definitie"),
        (Breuk, "van"),
        (Breuk, "naar"),
        (Opgave, "definitie"),
        (Prognose, "definitie"),
    ),
    Indicator: (
        (Definitie, "indicator"),
        (Indicator, "hoort_bij"),
        (Opvolging, "van_indicator"),
        (Opvolging, "naar_indicator"),
    ),
    Doelstelling: (
        (Indicator, "doelstelling"),
        (Post, "doelstelling"),
        (DoelstellingBenaming, "doelstelling"),
        (Opvolging, "van_doelstelling"),
        (Opvolging, "naar_doelstelling"),
    ),
    Programma: ((Doelstelling, "programma"), (Post, "programma")),
}


def ongebruikt(model: type[Eindigend]) -> QuerySet[Eindigend]:
    """Those that a document brought and nothing uses now."""
    gebruikt = (~Exists(ander.objects.filter(**{kolom: OuterRef("pk")})) for ander, kolom in GEBRUIK[model])
    return model.objects.filter(*gebruikt, uit_document=True)


def _beeindig(rijen: QuerySet[Any]) -> None:
    # found first and then written, as in intrekken
    rijen.model.objects.filter(pk__in=list(rijen.values_list("pk", flat=True))).update(beeindigd_op=timezone.now())


def herleef(model: type[Eindigend], **zoals: Any) -> Eindigend | None:
    """The row like this that ended last, living again; None when there is none."""
    oud = model.alle.filter(**zoals).exclude(beeindigd_op=None).order_by("beeindigd_op", "pk").last()
    if oud:
        oud.beeindigd_op = None
        oud.save(update_fields=["beeindigd_op"])
    return oud


def maak(model: type[Eindigend], zoals: dict[str, Any], **verder: Any) -> Eindigend:
    """The row like this, which lives again if it ended; where there is none yet a new one."""
    bekend = model.objects.filter(**zoals).first() or herleef(model, **zoals)
    return bekend or model.objects.create(**zoals, **verder, uit_document=True)
