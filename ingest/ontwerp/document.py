"""A document as it was read, with the lezing that it would become."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lezer.concept import Concept
from ingest.lezer.regels import Regel


@dataclass(frozen=True)
class Document:
    """A file, what was read in it, and the version of the structure that it was matched to."""

    bestandsnaam: str
    checksum: str
    regels: Sequence[Regel]
    structuur_versie: str
    concept: Concept
