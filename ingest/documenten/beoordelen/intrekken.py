"""A published document is withdrawn as a whole."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from indicators.models import (
    Bedrag,
    Breuk,
    Definitie,
    Doelstelling,
    Indicator,
    Intrekking,
    Keuze,
    Lezing,
    Opvolging,
    Post,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.models.bronnen import verhoog_versie
from indicators.models.geld import EIGEN_TABELLEN
from ingest.accounts.handelend import met_reden
from ingest.documenten.beoordelen.beoordeling import NietOpen
from ingest.structuur.einde import beeindig
from ingest.structuur.sloten import Slot, vergrendel


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
    """Take a published document off the site as a whole; its source page stays, and says why.

    What was chosen among its figures is open again, and what came with it ends. Raises NietOpen when it is not on the
    site any more. Inside `handelend_als` only.
    """
    with transaction.atomic():
        vergrendel(Slot.STRUCTUUR)
        vergrendel(Slot.PUBLICATIE, lezing.publicatie.naam)
        vast = Lezing.objects.select_for_update().get(pk=lezing.pk)
        if not vast.is_gepubliceerd:
            raise NietOpen("Dit document staat niet meer op de site.")
        met_reden(reden)
        cijfers = Vermelding.objects.geldend().van(vast.publicatie)
        Keuze.objects.filter(vermelding__in=cijfers, vervallen_op=None).update(vervallen_op=timezone.now())
        Vermelding.objects.filter(pk__in=list(cijfers.values_list("pk", flat=True))).update(vervallen_in=vast)
        # Found first and then written: in one statement the planner may look through all amounts for each of them.
        bedragen = Bedrag.objects.geldend().filter(benaming__publicatie=vast.publicatie)
        Bedrag.objects.filter(pk__in=list(bedragen.values_list("pk", flat=True))).update(vervallen_in=vast)
        beeindig(vast.publicatie)
        Intrekking.objects.create(lezing=vast, reden=reden, actor=actor)
        vast.staat = Lezing.Staat.INGETROKKEN
        vast.save(update_fields=["staat"])
        verhoog_versie()
