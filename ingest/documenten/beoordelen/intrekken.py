"""A published document is withdrawn as a whole."""

from uuid import UUID

from django.db import transaction

from indicators.models import (
    Breuk,
    Definitie,
    Doelstelling,
    Indicator,
    Lezing,
    Opvolging,
    Post,
    Programma,
    Publicatie,
)
from indicators.models.geld import EIGEN_TABELLEN
from ingest.documenten.beoordelen.beoordeling import NietOpen
from ingest.publiceren.intrekken import NietOpDeSite, neem_van_de_site
from ingest.structuur.einde import beeindig


def gaat_mee(publicatie: Publicatie) -> list[str]:
    """What came with this document and would end with it, but for its names; tried in a transaction that is undone."""
    with transaction.atomic():
        voor = _meegekomen()
        beeindig(publicatie)
        na = _meegekomen()
        transaction.set_rollback(True)
    return [wat for sleutel, wat in voor.items() if sleutel not in na]


def _meegekomen() -> dict[tuple[str, int], str]:
    posten = Post.objects.exclude(tabel__in=EIGEN_TABELLEN)
    breuken = Breuk.objects.select_related("naar__indicator")
    metingen = Definitie.objects.filter(volgorde__gt=1).select_related("indicator")
    opvolgingen = Opvolging.objects.exclude(naar_indicator=None).select_related("van_indicator", "naar_indicator")
    return {
        **{("programma", p.pk): f"{p}" for p in Programma.objects.all()},
        **{("doelstelling", d.pk): f"Doelstelling {d}" for d in Doelstelling.objects.all()},
        **{("indicator", i.pk): f"Indicator {i}" for i in Indicator.objects.all()},
        **{("meting", d.pk): f"Meting van {d.indicator}: {d.omschrijving}" for d in metingen},
        **{("post", p.pk): f"Post {p}" for p in posten},
        **{("breuk", b.pk): f"Breuk bij {b.naar.indicator}: {b.reden}" for b in breuken},
        **{("opvolging", o.pk): f"{o.naar_indicator} in de plaats van {o.van_indicator}" for o in opvolgingen},
    }


def trek_in(lezing: Lezing, reden: str, actor: UUID) -> None:
    """Take it off the site; raises NietOpen when it is not on the site any more."""
    try:
        neem_van_de_site(lezing, reden, actor)
    except NietOpDeSite as weg:
        raise NietOpen("Dit document staat niet meer op de site.") from weg
