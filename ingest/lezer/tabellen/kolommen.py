"""The columns of a money table, and the unit above it: what an amount is, of which year, in what scale."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lezer.concept import Bedrag
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bedragsoort, Bedragstand, Kant, Tabelsoort
from ingest.lezer.taal.getallen import Getalcel

_WAT = "Jaarrekening|Rekening|Realisatie|Begroting na wijziging|Begroting|Raming"
_EEN = rf"(?:{_WAT}) \d{{4}}(?: na wijziging)?"
_KOLOM = re.compile(rf"(?P<wat>{_WAT}) (?P<jaar>\d{{4}})(?P<gewijzigd> na wijziging)?", re.IGNORECASE)
KOLOMMEN = rf"(?i:{_EEN}(?: {_EEN})*)"
_SCHALEN = {"1": 1, "1.000": 1000, "1000": 1000, "1.000.000": 1_000_000}
_SCHAAL = re.compile(r"\(?(?:bedragen )?[x×*] ?(?:€ ?|euro )?(?P<schaal>[\d.]+)(?: euro)?\)?", re.IGNORECASE)
_HELE_EUROS = re.compile(r"\(?bedragen in (?:hele )?(?:euro'?s|euro’s|euro|€)\)?", re.IGNORECASE)

_EENHEID = re.compile(
    r"\(?(?:alle )?bedragen (?:zijn )?(?:[x×*]|in\b).*|\(?(?:[x×*] ?(?:€|euro)|in (?:\w+ )?(?:euro|€)).*", re.IGNORECASE
)
_LANGSTE_EENHEID = 60


@dataclass(frozen=True)
class Geldkolom:
    """One column of amounts: rekening or begroting, its stand in this edition, and its year."""

    soort: Bedragsoort
    stand: Bedragstand
    jaar: int


def maak_kolom(wat: str, jaar: int, jaar_editie: int) -> Geldkolom:
    """The stand of a column follows from its year and the year of the edition (domein.md, "stand")."""
    if wat in ("rekening", "jaarrekening", "realisatie"):
        return Geldkolom(Bedragsoort.REKENING, Bedragstand.REKENING, jaar)
    if wat == "begroting na wijziging":
        return Geldkolom(Bedragsoort.BEGROTING, Bedragstand.NA_WIJZIGING, jaar)
    if wat == "raming":
        return Geldkolom(Bedragsoort.BEGROTING, Bedragstand.MEERJARENRAMING, jaar)
    if jaar == jaar_editie:
        return Geldkolom(Bedragsoort.BEGROTING, Bedragstand.PRIMITIEF, jaar)
    stand = Bedragstand.MEERJARENRAMING if jaar > jaar_editie else Bedragstand.LOPEND_JAAR
    return Geldkolom(Bedragsoort.BEGROTING, stand, jaar)


def lees_kolommen(tekst: str, jaar_editie: int) -> list[Geldkolom]:
    """The columns named in a header such as "Jaarrekening 2024 Begroting 2025 Begroting 2026"; see `kloppen`."""
    return [
        maak_kolom(kolom["wat"].lower() + (kolom["gewijzigd"] or "").lower(), int(kolom["jaar"]), jaar_editie)
        for kolom in _KOLOM.finditer(tekst)
    ]


def vreemde_cel(kop: Regel) -> str:
    """A cell beside the name of a header with tabs that is no column, so that no row fits under it; "" if none."""
    cellen = [" ".join(cel.split()) for cel in (kop.cellen or ())[1:]]
    return next((cel for cel in cellen if cel and not _KOLOM.fullmatch(cel)), "")


def lees_jaarkolommen(kop: str, jaar_editie: int) -> list[Geldkolom]:
    """The columns of a header that says what each is, or of one with only years."""
    jaren = [maak_kolom("begroting", int(jaar), jaar_editie) for jaar in re.findall(r"\b\d{4}\b", kop)]
    return lees_kolommen(kop, jaar_editie) or jaren


def kloppen(kolommen: Sequence[Geldkolom], jaar_editie: int) -> bool:
    """Whether these can be the columns of this edition: year after year, a rekening only of years that are over,
    a begroting from the year before the edition to three years after it, na wijziging only of a year that runs,
    and a raming only of a year to come.
    """
    return all(dan.jaar == eerst.jaar + 1 for eerst, dan in pairwise(kolommen)) and all(
        kolom.jaar in _jaren(kolom.stand, jaar_editie) for kolom in kolommen
    )


def _jaren(stand: Bedragstand, jaar_editie: int) -> range:
    """The years of which an edition can print this."""
    return {
        Bedragstand.REKENING: range(jaar_editie - 3, jaar_editie),
        Bedragstand.NA_WIJZIGING: range(jaar_editie - 1, jaar_editie),
        Bedragstand.MEERJARENRAMING: range(jaar_editie + 1, jaar_editie + 4),
    }.get(stand, range(jaar_editie - 1, jaar_editie + 1))


def lees_schaal(tekst: str) -> int | None:
    """The factor of "Bedragen x € 1.000" (1000) or of whole euros (1); None when the line is no such unit."""
    schaal = _SCHAAL.fullmatch(tekst)
    if schaal:
        return _SCHALEN.get(schaal["schaal"])
    return 1 if _HELE_EUROS.fullmatch(tekst) else None


def is_eenheid(tekst: str) -> bool:
    """Whether a line says in what unit amounts are, also where `lees_schaal` does not know that unit."""
    return len(tekst) <= _LANGSTE_EENHEID and _EENHEID.fullmatch(tekst) is not None


@dataclass(frozen=True)
class Rijkop:
    """Of which post a row is, and on which side."""

    tabel: Tabelsoort
    post: str
    kant: Kant
    code: str = ""
    doelstelling: str = ""


def maak_bedrag(rij: Rijkop, kolom: Geldkolom, cel: Getalcel, schaal: int, regel: int) -> Bedrag:
    """The draft of one printed amount; its sign is normalised later, when the whole table is known."""
    return Bedrag(
        tabel=rij.tabel,
        doelstelling=rij.doelstelling,
        code=rij.code,
        post=rij.post,
        kant=rij.kant,
        soort=kolom.soort,
        stand=kolom.stand,
        jaar=kolom.jaar,
        gedrukte_waarde=cel.waarde,
        als_gedrukt=cel.gedrukt,
        leeg=cel.leeg,
        schaal=schaal,
        regel=regel,
    )
