"""What the page of a document says of its draft, kept beside the document: to make the draft takes longest of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import msgspec

from indicators.models import Definitie
from indicators.models.nummer import nummer_uit
from ingest.lezer.concept import Concept
from ingest.lezer.regels import Regel
from ingest.models import Aanlevering
from ingest.ontwerp.ontwerp import Ontwerp


@dataclass(frozen=True)
class Telling:
    """How much was read under a doelstelling, or outside all of them."""

    naam: str
    cijfers: int
    bedragen: int
    teksten: int


@dataclass(frozen=True)
class Samenvatting:
    """Of the draft in this stand: what it is, how much was read, and with which line each page begins."""

    stand: str
    soort: str
    publicatie: str
    cijfers: int
    bedragen: int
    teksten: int
    voorgenomen: int
    tellingen: list[Telling]
    bladzijden: list[tuple[int, int]]


def maak_samenvatting(ontwerp: Ontwerp, stand: str) -> Samenvatting:
    concept = ontwerp.document.concept
    return Samenvatting(
        stand,
        concept.soort,
        concept.publicatie or "",
        len(concept.cijfers) + len(concept.referenties),
        len(concept.bedragen),
        len(concept.teksten),
        len(concept.voorgenomen),
        tel(concept),
        begin_van_bladzijden(ontwerp.document.regels),
    )


def bewaarde_samenvatting(aanlevering: Aanlevering) -> Samenvatting | None:
    """The one that was kept last, of whatever stand."""
    return msgspec.convert(aanlevering.samenvatting, Samenvatting) if aanlevering.samenvatting else None


def tel(concept: Concept) -> list[Telling]:
    """How much was read, per doelstelling and what belongs to none; of a reference file per series."""
    if concept.referenties:
        return _tel_reeksen(concept)
    namen = {doel.code: f"{nummer_uit(doel.code)} {doel.naam}".strip() for doel in concept.doelstellingen}
    namen |= {"": "Het hele programma"}
    tellingen = [
        Telling(
            naam,
            sum(cijfer.doelstelling == code for cijfer in concept.cijfers),
            sum(bedrag.doelstelling == code for bedrag in concept.bedragen),
            sum(tekst.doelstelling == code for tekst in concept.teksten),
        )
        for code, naam in namen.items()
    ]
    return [telling for telling in tellingen if telling.cijfers or telling.bedragen or telling.teksten]


def _tel_reeksen(concept: Concept) -> list[Telling]:
    """Each with how many gemeenten it has, and beside which indicator it will stand."""
    indicatoren = dict(Definitie.objects.values_list("slug", "indicator__naam"))
    tellingen = []
    for reeks in dict.fromkeys(referentie.reeks for referentie in concept.referenties):
        samen = [referentie for referentie in concept.referenties if referentie.reeks == reeks]
        gemeenten = len({referentie.gemeente.casefold() for referentie in samen})
        naast = indicatoren.get(samen[0].definitie)
        waar = f"naast “{naast}”" if naast else "nergens naast"
        van_wie = f"{gemeenten} {'naam' if gemeenten == 1 else 'namen'}"
        tellingen.append(Telling(f"{reeks} ({van_wie}), {waar}", len(samen), 0, 0))
    return tellingen


def begin_van_bladzijden(regels: Sequence[Regel]) -> list[tuple[int, int]]:
    """Of each page its first line and its number; none of a document without pages."""
    gedrukt = (regel for regel in regels if regel.pagina)
    return [(next(samen).nummer, pagina or 0) for pagina, samen in groupby(gedrukt, lambda regel: regel.pagina)]
