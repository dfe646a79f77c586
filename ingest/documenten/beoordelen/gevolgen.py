"""What changes on the site when a document is published."""

from dataclasses import dataclass

from django.db import transaction

from indicators.models import (
    Breuk,
    Definitie,
    Doelstelling,
    Indicator,
    Post,
    Programma,
    Vermelding,
)
from indicators.models.geld import EIGEN_TABELLEN
from ingest.documenten.beoordelen.akkoord import publiceer_document
from ingest.models import Aanlevering
from ingest.ontwerp.ontwerp import Ontwerp
from ingest.publiceren.publiceren import Geweigerd


@dataclass(frozen=True)
class Gevolg:
    """What a reader of the site sees change: of which indicator, the year, and the value before and after."""

    indicator: str
    soort: str
    jaar: int
    was: str
    wordt: str


@dataclass(frozen=True)
class Gevolgen:
    """What publishing would do: the figures that change, what comes into being, and why it cannot be done."""

    cijfers: list[Gevolg]
    nieuw: list[str]
    redenen: list[str]


def gevolgen(aanlevering: Aanlevering, ontwerp: Ontwerp) -> Gevolgen:
    """What changes in what the site tells: it is published in a transaction that is undone."""
    cijfers, structuur = _gekozen(), _structuur()
    with transaction.atomic():
        try:
            publiceer_document(aanlevering, ontwerp)
        except Geweigerd as geweigerd:
            return Gevolgen([], [], [tekst for _, tekst in geweigerd.redenen])
        na, nieuw = _gekozen(), _structuur()
        transaction.set_rollback(True)
    anders = [sleutel for sleutel in cijfers.keys() | na.keys() if cijfers.get(sleutel) != na.get(sleutel)]
    veranderd = [
        Gevolg(indicator, soort, jaar, cijfers.get(sleutel, ""), na.get(sleutel, ""))
        for sleutel in sorted(anders)
        for indicator, _, soort, _, jaar, _ in [sleutel]
    ]
    return Gevolgen(veranderd, [zin for sleutel, zin in nieuw.items() if sleutel not in structuur], [])


def _structuur() -> dict[tuple[str, int], str]:
    """What the site knows, each as a sentence that says it is new; a policy row is of its own edition only."""
    posten = Post.objects.exclude(tabel__in=EIGEN_TABELLEN)
    breuken = Breuk.objects.select_related("naar__indicator")
    metingen = Definitie.objects.filter(volgorde__gt=1).select_related("indicator")
    return {
        **{("programma", p.pk): f"Nieuw programma: {p}." for p in Programma.objects.all()},
        **{("doelstelling", d.pk): f"Nieuwe doelstelling: {d}." for d in Doelstelling.objects.all()},
        **{("indicator", i.pk): f"Nieuwe indicator: {i}." for i in Indicator.objects.all()},
        **{("meting", d.pk): f"Nieuwe meting van {d.indicator}: {d.omschrijving}" for d in metingen},
        **{("post", p.pk): f"Nieuwe post: {p}." for p in posten},
        **{("breuk", b.pk): _over_breuk(b) for b in breuken},
    }


def _over_breuk(breuk: Breuk) -> str:
    vanaf = f" vanaf {breuk.jaar}" if breuk.jaar else ""
    zeker = "anders gemeten" if breuk.is_zeker else "misschien anders gemeten"
    return f"{breuk.naar.indicator} is{vanaf} {zeker}: de lijn in de grafiek stopt daar. Reden: {breuk.reden}"


def _gekozen() -> dict[tuple[str, str, str, str, int, str], str]:
    """What the charts draw: by indicator, definitie, kind, edition (of a begroting), year and period."""
    return {
        (
            v.bewoording.definitie.indicator.naam,
            v.bewoording.definitie.slug,
            v.soort,
            v.editie.naam if v.soort == Vermelding.Soort.BEGROTING else "",
            v.jaar,
            v.periode,
        ): v.gedrukt
        for v in Vermelding.objects.gekozen().met_bron()
    }
