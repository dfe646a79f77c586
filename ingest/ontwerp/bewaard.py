"""The draft as the pages show it: made once for each state of what it depends on. Publishing makes its own."""

from hashlib import sha256

from django.core.cache import cache
from django.db import connection

from indicators.models import Versie
from ingest.models import Aanlevering
from ingest.ontwerp.ontwerp import Ontwerp, maak_ontwerp
from ingest.structuur.bekend import haal_structuur

DAG = 86_400  # seconds


def bewaard_ontwerp(aanlevering: Aanlevering) -> Ontwerp:
    """The draft as it is now; of each document the newest is kept, as large as its document is."""
    sleutel = f"ontwerp-{aanlevering.pk}"
    stand = stand_van(aanlevering)  # before the draft: what changes while it is made, makes the next one
    bewaard: tuple[str, Ontwerp] | None = cache.get(sleutel)
    if bewaard and bewaard[0] == stand:
        return bewaard[1]
    ontwerp = maak_ontwerp(aanlevering)
    cache.set(sleutel, (stand, ontwerp), DAG)
    return ontwerp


def stand_van(aanlevering: Aanlevering) -> str:
    """Another one whenever the draft may be: for another reading or answer, name that is known or figure on the site.

    Of what is in the rows, not of their numbers: what a transaction undoes has not been.
    """
    afhankelijk_van = (
        aanlevering.uitlezingen.values_list("pk", flat=True).latest("pk"),
        aanlevering.soort,
        aanlevering.publicatie,
        _antwoorden(aanlevering),
        haal_structuur().versie,
        Versie.objects.values_list("nummer", flat=True).first(),
    )
    return sha256(repr(afhankelijk_van).encode()).hexdigest()


def _antwoorden(aanlevering: Aanlevering) -> str | None:
    """A print of every answer and what it was about, made by the database: there may be tens of thousands."""
    with connection.cursor() as cursor:
        cursor.execute(_PRINT, [aanlevering.pk])
        rij: tuple[str | None] = cursor.fetchone()
    return rij[0]


_PRINT = """
SELECT md5(string_agg(
    ROW(v.sleutel, v.voorstel, v.regel, v.tot_regel, a.nummer, a.keuze, a.gegevens, a.toelichting)::text, ';'
    ORDER BY a.vraag_id, a.nummer
))
FROM ingest_antwoord a JOIN ingest_vraag v ON v.id = a.vraag_id
WHERE v.aanlevering_id = %s
"""
