"""What a reader may mean who is still typing: names of what is on the site."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from indicators.database.versie import per_versie
from indicators.models import Doelstelling, Duiding, Duidingsoort, Indicator, PostBenaming, Publicatie
from indicators.models.duiding import RAADSPUNTEN
from indicators.zoeken.woorden import woorden_in, zonder_accenten

MEESTE = 8
KORTSTE = 2


def suggesties(getypt: str) -> list[str]:
    """Names in which each typed word begins a word, those that begin with it themselves first."""
    woorden = woorden_in(getypt)
    if not woorden or len(woorden[-1]) < KORTSTE:
        return []
    passend = [naam for naam in _namen() if _past(naam, woorden)]
    return sorted(passend, key=lambda naam: not zonder_accenten(naam).startswith(woorden[0]))[:MEESTE]


def _past(naam: str, woorden: Iterable[str]) -> bool:
    eigen = woorden_in(naam)
    return all(any(deel.startswith(woord) for deel in eigen) for woord in woorden)


@per_versie
def _namen() -> tuple[str, ...]:
    posten = PostBenaming.objects.filter(publicatie__in=Publicatie.objects.geladen(), post__programma__isnull=False)
    duidingen = Duiding.objects.gepubliceerd()
    bronnen: tuple[tuple[QuerySet[Any], str], ...] = (
        (duidingen.van_soort(Duidingsoort.BEGRIP), "wat"),
        (Indicator.objects.all(), "naam"),
        (Doelstelling.objects.all(), "naam"),
        (posten, "naam"),
        (duidingen.van_soort(*RAADSPUNTEN), "wat"),
    )
    namen = (naam for rijen, veld in bronnen for naam in rijen.order_by().values_list(veld, flat=True).distinct())
    return tuple(dict.fromkeys(namen))
