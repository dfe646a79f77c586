"""Four eyes for what a person makes of a document: an answer that makes a figure is agreed by another than who gave it.

Who publishes agrees with the answers of others. Their own ones somebody else has to look at first; the database holds
that too (trigger antwoorden_nagekeken), so two people can finish any document, and nobody alone.
"""

from collections.abc import Collection
from uuid import UUID

from ingest.models import Aanlevering, Antwoord, Instemming
from ingest.models.vragen import AntwoordQuerySet


def na_te_kijken(aanlevering: Aanlevering) -> AntwoordQuerySet:
    """The answers that make a figure and that nobody else agreed to, in the order of the document."""
    antwoorden = Antwoord.objects.na_te_kijken().filter(vraag__aanlevering=aanlevering)
    return antwoorden.select_related("vraag").order_by("vraag__regel", "vraag")


def eigen_antwoorden_open(aanlevering: Aanlevering, actor: UUID) -> list[str]:
    """Why this person cannot publish the document yet, as sentences."""
    aantal = na_te_kijken(aanlevering).filter(actor=actor).count()
    if not aantal:
        return []
    eigen = "1 antwoord dat een cijfer maakt" if aantal == 1 else f"{aantal} antwoorden die een cijfer maken"
    return [f"U gaf zelf {eigen}. Laat een collega die nakijken, of laat een collega publiceren."]


def stem_in(aanlevering: Aanlevering, nummers: Collection[int], actor: UUID) -> int:
    """Agree to these answers of others, and return how many they were. Inside `handelend_als` only."""
    van_anderen = na_te_kijken(aanlevering).filter(pk__in=nummers).exclude(actor=actor)
    return len([Instemming.objects.create(antwoord=antwoord, actor=actor) for antwoord in van_anderen])
