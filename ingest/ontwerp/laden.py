"""From a file to a checked draft that can be published: read, match to what is known, check."""

import hashlib
from decimal import Decimal
from pathlib import Path

from indicators.gemeente import gemeente_nu
from indicators.models import Bedrag, Geldstand, Vermelding
from ingest.lezer.document import lees_document
from ingest.lezer.soorten import Publicatiesoort
from ingest.ontwerp.controles import EldersGedrukt, controleer, geldsleutel_elders, sleutel_elders
from ingest.ontwerp.document import Document
from ingest.structuur.bekend import haal_structuur
from ingest.structuur.deelbestand import met_eigen_naam
from ingest.structuur.koppeling import koppel_namen
from ingest.structuur.referentiereeksen import koppel_reeksen

EDITIES = Path(__file__).parents[1] / "edities"
"""The bundled editions: line for line skeletons of the documents, with our own paraphrases as texts."""


def laad_bestand(pad: Path, publicatie: str | None = None, soort: Publicatiesoort | None = None) -> Document:
    """Read a file and check it against what is known. The structure must be there (see `zorg_voor_structuur`)."""
    return laad_inhoud(pad.read_bytes(), pad.name, publicatie, soort)


def laad_inhoud(
    inhoud: bytes, bestandsnaam: str, publicatie: str | None = None, soort: Publicatiesoort | None = None
) -> Document:
    """The same for the bytes of a file."""
    structuur = haal_structuur()
    gelezen = lees_document(inhoud, publicatie, gemeente_nu().naam, soort=soort)
    concept = koppel_reeksen(koppel_namen(met_eigen_naam(gelezen.concept), structuur), {})
    concept = controleer(concept, elders_gedrukt(concept.publicatie))
    leesbaar = bestandsnaam.encode("utf-8", "replace").decode()
    return Document(leesbaar, hashlib.sha256(inhoud).hexdigest(), gelezen.regels, structuur.versie, concept)


def elders_gedrukt(publicatie: str | None) -> EldersGedrukt:
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
            gevonden[sleutel_elders(definitie, soort, editie, jaar)] = (naam, waarde)
    bedragen = (
        Bedrag.objects.gedrukt()
        .filter(stand__in=[Geldstand.REKENING, Geldstand.NA_WIJZIGING])
        .exclude(benaming__publicatie__naam=publicatie)
    )
    for programma, tabel, post, kant, stand, jaar, naam, waarde in bedragen.values_list(
        "benaming__post__programma__code",
        "benaming__post__tabel",
        "benaming__post__slug",
        "kant",
        "stand",
        "jaar",
        "benaming__publicatie__naam",
        "bedrag",
    ).order_by("benaming__publicatie__jaar"):
        if waarde is not None:
            gevonden[geldsleutel_elders(programma, tabel, post, kant, stand, jaar)] = (naam, waarde)
    return gevonden
