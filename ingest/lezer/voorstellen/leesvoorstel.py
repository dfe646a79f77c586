"""What goes into a proposal and what comes out: texts and figures of a document, and passages with what they say."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ingest.lezer.soorten import Cijfersoort, Tekstsoort


class Voorstelsoort(StrEnum):
    """The kinds that are proposed, in the words of the store; DEFINITIE becomes a breuk and no duiding."""

    AANKONDIGING = "aankondiging"
    MOTIE = "motie"
    DEKKING = "dekking"
    TABEL_TEGEN_TEKST = "tabel tegen eigen tekst"
    EIGEN_CIJFER = "eigen cijfer"
    REFERENTIE = "referentie"
    ZONDER_UITLEG = "zonder uitleg"
    DEFINITIE = "definitie verandert"


class Motiestand(StrEnum):
    """How a motie or an announcement stands by its own text: what will be done is not done."""

    LOOPT = "loopt"
    UITGEVOERD = "uitgevoerd"
    WORDT_AFGEDAAN = "wordt afgedaan"
    AFGEDAAN = "afgedaan"


@dataclass(frozen=True)
class Stuk:
    """A text of the document as the reader tells them apart; `indicator` is the printed name of the one it is about."""

    soort: Tekstsoort
    kop: str
    van: int
    tot: int
    indicator: str = ""


@dataclass(frozen=True)
class GedruktCijfer:
    """A figure in the table of an indicator."""

    indicator: str
    jaar: int
    soort: Cijfersoort
    waarde: Decimal
    gedrukt: str
    regel: int


@dataclass(frozen=True)
class Leesvoorstel:
    """Lines that a person may want to read, and what they seem to say; a field is empty where nothing is printed.

    `uiterlijk` is the last day that fits `wanneer`, and `waarom` says why this is proposed.
    """

    soort: Voorstelsoort
    van: int
    tot: int
    waarom: str
    indicator: str = ""
    gedrukt: str = ""
    wanneer: str = ""
    uiterlijk: date | None = None
    nummer: str = ""
    stand: Motiestand | None = None
