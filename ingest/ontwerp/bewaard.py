"""The draft as the pages show it: made once for each state of what it depends on. Publishing makes its own."""

from hashlib import sha256

from django.core.cache import cache

from indicators.models import Versie
from ingest.models import Aanlevering
from ingest.ontwerp.ontwerp import Ontwerp, beslissingen_over, maak_ontwerp
from ingest.structuur.bekend import haal_structuur

DAG = 86_400  # seconds


def bewaard_ontwerp(aanlevering: Aanlevering) -> Ontwerp:
    """The draft as it is now; of each document the newest is kept, as large as its document is."""
    sleutel = f"ontwerp-{aanlevering.pk}"
    stand = _stand(aanlevering)  # before the draft: what changes while it is made, makes the next one
    bewaard: tuple[str, Ontwerp] | None = cache.get(sleutel)
    if bewaard and bewaard[0] == stand:
        return bewaard[1]
    ontwerp = maak_ontwerp(aanlevering)
    cache.set(sleutel, (stand, ontwerp), DAG)
    return ontwerp


def _stand(aanlevering: Aanlevering) -> str:
    """Another one whenever the draft may be: for another reading or answer, name that is known or figure on the site.

    Of what is in the rows, not of their numbers: what a transaction undoes has not been.
    """
    afhankelijk_van = (
        aanlevering.uitlezingen.values_list("pk", flat=True).latest("pk"),
        aanlevering.soort,
        aanlevering.publicatie,
        beslissingen_over(aanlevering).alle,
        haal_structuur().versie,
        Versie.objects.values_list("nummer", flat=True).first(),
    )
    return sha256(repr(afhankelijk_van).encode()).hexdigest()
