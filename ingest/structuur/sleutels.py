"""What makes a figure or an amount the same one in two readings."""

from collections.abc import Iterable
from hashlib import sha256

from django.utils.text import slugify

from indicators.models import Post, Publicatie
from indicators.models.geld import EIGEN_TABELLEN, VAN_GEEN_PROGRAMMA
from ingest.lezer.concept import Bedrag as ConceptBedrag
from ingest.lezer.concept import Cijfer
from ingest.lezer.soorten import Leegsoort

_LANGSTE = 300


def sleutel_in_publicatie(cijfer: Cijfer) -> tuple[str, str, str, int, str]:
    """Two readings of one publicatie say the same of a definitie, kind, edition, year and part of it."""
    return (cijfer.definitie, cijfer.soort, cijfer.editie, cijfer.jaar, cijfer.periode)


def geldsleutel_in_publicatie(bedrag: ConceptBedrag, publicatie: Publicatie) -> tuple[str, str, str, str, str, int]:
    """And of a post, side, stand and year."""
    return (bedrag.programma, bedrag.tabel, postslug(bedrag, publicatie), bedrag.kant, bedrag.stand, bedrag.jaar)


def plaats_van(post: Post) -> tuple[str, str, str]:
    """Where a post is found: its programma ("" for none), its table and its slug."""
    return (post.programma.code if post.programma else "", post.tabel, post.slug)


def postslug(bedrag: ConceptBedrag, publicatie: Publicatie) -> str:
    """A policy row is a post of its own edition: it is never matched across editions by its name or number."""
    if bedrag.sleutel:
        return bedrag.sleutel
    heel = slugify(f"{publicatie.slug} {bedrag.onder} {bedrag.code} {bedrag.post}")
    # two long names may differ in their last words only
    return heel if len(heel) <= _LANGSTE else f"{heel[: _LANGSTE - 17]}-{sha256(heel.encode()).hexdigest()[:16]}"


def bruikbaar(cijfers: Iterable[Cijfer]) -> list[Cijfer]:
    """Those with a definitie; a name that matches nothing cannot be published."""
    return [cijfer for cijfer in cijfers if cijfer.definitie]


def betaalbaar(bedragen: Iterable[ConceptBedrag]) -> list[ConceptBedrag]:
    """Those with a known post in a known programma and a known sign.

    A policy row needs no known post; what is of no programma has none.
    """
    return [
        b
        for b in bedragen
        if (b.tabel in VAN_GEEN_PROGRAMMA or (b.programma and (b.sleutel or b.tabel in EIGEN_TABELLEN)))
        and (b.bedrag is not None or b.leeg is not Leegsoort.NIET)
    ]
