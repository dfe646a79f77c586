"""From a file to a checked draft that can be published: read, match to what is known, check."""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from indicators.models import Bedrag, Vermelding
from ingest.controles import Bekend, controleer, sleutel_bedrag, sleutel_cijfer
from ingest.koppeling import koppel
from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from ingest.lezer.regels import Onleesbaar, Regel, lees_regels
from ingest.structuur import haal_structuur, zaai

EDITIES = Path(__file__).parent / "edities"
"""The bundled editions: line for line skeletons of the documents, with our own paraphrases as texts."""


@dataclass(frozen=True)
class Document:
    """A file, what was read in it, and the version of the structure that it was matched to."""

    bestandsnaam: str
    checksum: str
    regels: list[Regel]
    structuur_versie: str
    concept: Concept


def lees_bestand(pad: Path, publicatie: str | None = None) -> Document:
    """Read a file and check it against what is known. The structure must be there (see `zorg_voor_structuur`)."""
    return lees_inhoud(pad.read_bytes(), pad.name, publicatie)


def lees_inhoud(inhoud: bytes, bestandsnaam: str, publicatie: str | None = None) -> Document:
    """The same for the bytes of a file."""
    structuur = haal_structuur()
    concept = koppel(lees_document(inhoud, publicatie, settings.GEMEENTE), structuur)
    concept = controleer(concept, _bekend(concept.publicatie))
    try:
        regels = lees_regels(inhoud)
    except Onleesbaar:
        regels = []
    leesbaar = bestandsnaam.encode("utf-8", "replace").decode()
    return Document(leesbaar, hashlib.sha256(inhoud).hexdigest(), regels, structuur.versie, concept)


def zorg_voor_structuur() -> None:
    """A migrated database is enough: the mapping seeds it before the first document."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('structuur'))")
        zaai()


def _bekend(publicatie: str | None) -> Bekend:
    """What other publicaties print, to compare with: realisaties, begrotingen of an edition, and rekeningen."""
    bekend: dict[tuple[str, ...], tuple[str, Decimal]] = {}
    vermeldingen = Vermelding.objects.geldend().exclude(bewoording__publicatie__naam=publicatie)
    for definitie, soort, editie, jaar, naam, waarde in vermeldingen.values_list(
        "bewoording__definitie__slug",
        "soort",
        "editie__naam",
        "jaar",
        "bewoording__publicatie__naam",
        "waarde",
    ).order_by("bewoording__publicatie__jaar"):
        if waarde is not None:
            bekend[sleutel_cijfer(definitie, soort, editie, jaar)] = (naam, waarde)
    bedragen = Bedrag.objects.gedrukt().filter(soort="rekening").exclude(benaming__publicatie__naam=publicatie)
    for tabel, post, kant, jaar, naam, waarde in bedragen.values_list(
        "benaming__post__tabel",
        "benaming__post__slug",
        "kant",
        "jaar",
        "benaming__publicatie__naam",
        "bedrag",
    ).order_by("benaming__publicatie__jaar"):
        if waarde is not None:
            bekend[sleutel_bedrag(tabel, post, kant, jaar)] = (naam, waarde)
    return bekend
