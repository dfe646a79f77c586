"""From a file to a checked draft that can be published: read, match to what is known, check."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from indicators.models import Bedrag, Vermelding
from ingest.controles import Bekend, controleer, sleutel_bedrag, sleutel_cijfer
from ingest.deelbestand import met_eigen_naam
from ingest.koppeling import koppel
from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from ingest.lezer.regels import Regel
from ingest.structuur import haal_structuur, zaai

EDITIES = Path(__file__).parent / "edities"
"""The bundled editions: line for line skeletons of the documents, with our own paraphrases as texts."""


@dataclass(frozen=True)
class Document:
    """A file, what was read in it, and the version of the structure that it was matched to."""

    bestandsnaam: str
    checksum: str
    regels: Sequence[Regel]
    structuur_versie: str
    concept: Concept


def lees_bestand(pad: Path, publicatie: str | None = None) -> Document:
    """Read a file and check it against what is known. The structure must be there (see `zorg_voor_structuur`)."""
    return lees_inhoud(pad.read_bytes(), pad.name, publicatie)


def lees_inhoud(inhoud: bytes, bestandsnaam: str, publicatie: str | None = None) -> Document:
    """The same for the bytes of a file."""
    structuur = haal_structuur()
    gelezen = lees_document(inhoud, publicatie, settings.GEMEENTE)
    concept = koppel(met_eigen_naam(gelezen.concept), structuur)
    concept = controleer(concept, bekend(concept.publicatie))
    leesbaar = bestandsnaam.encode("utf-8", "replace").decode()
    return Document(leesbaar, hashlib.sha256(inhoud).hexdigest(), gelezen.regels, structuur.versie, concept)


def zorg_voor_structuur() -> None:
    """A migrated database is enough: the mapping seeds it before the first document."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('structuur'))")
        zaai()


def bekend(publicatie: str | None) -> Bekend:
    """What other publicaties print, to compare with: realisaties, begrotingen of an edition, and rekeningen."""
    gevonden: dict[tuple[str, ...], tuple[str, Decimal]] = {}
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
            gevonden[sleutel_cijfer(definitie, soort, editie, jaar)] = (naam, waarde)
    bedragen = Bedrag.objects.gedrukt().filter(soort="rekening").exclude(benaming__publicatie__naam=publicatie)
    for programma, tabel, post, kant, jaar, naam, waarde in bedragen.values_list(
        "benaming__post__programma__code",
        "benaming__post__tabel",
        "benaming__post__slug",
        "kant",
        "jaar",
        "benaming__publicatie__naam",
        "bedrag",
    ).order_by("benaming__publicatie__jaar"):
        if waarde is not None:
            gevonden[sleutel_bedrag(programma, tabel, post, kant, jaar)] = (naam, waarde)
    return gevonden
