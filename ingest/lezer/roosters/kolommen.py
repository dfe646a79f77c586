"""What the columns of a table are, by the words and years of its header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from ingest.lezer.roosters.rooster import Rooster, Roosterrij
from ingest.lezer.roosters.waarden import is_waarde, lees_waarde
from ingest.lezer.soorten import Kant

_JAAR = re.compile(r"(?<![\d.])20\d\d(?!\d)")
_DAG = re.compile(r"\bultimo\b|\bstand (?:per|op|begin|eind\w*|\d)", re.IGNORECASE)
_CIJFER = re.compile(r"\d")
_VOOR_NADEEL = re.compile(r"[vn]", re.IGNORECASE)
_REEKS = re.compile(r"20\d\d ?(?:[-–/]|t/m|tot en met) ?20\d\d")

AFRONDING = 2
"""So much may rounding explain of a sum or a difference, in the unit of the table."""


class Wat(StrEnum):
    """What a column of values says that it has."""

    REKENING = "rekening"
    NA_WIJZIGING = "begroting na wijziging"
    PRIMITIEF = "primitieve begroting"
    BEGROTING = "begroting"
    WIJZIGING = "wijziging"
    VERSCHIL = "verschil"
    REALISATIE = "realisatie"
    VERWACHTING = "verwachting"
    DOEL = "doel"
    ONGENOEMD = ""


# In this order: "saldo begroting na wijziging en jaarrekening" is a difference, "begroting na wijziging" no begroting.
_WOORDEN = (
    (Wat.VERSCHIL, r"verschil|afwijking|saldo \S*begroting .*\b(?:en|-) ?\S*(?:jaar)?rekening|mutatie t\.?o\.?v"),
    (
        Wat.NA_WIJZIGING,
        r"na wijz(?:iging\w*|\.)|(?:bijgestelde|gewijzigde|actuele|definitieve) (?:begroting|raming)|\bgb\b",
    ),
    (Wat.PRIMITIEF, r"primiti\w+|primai\w+|oorspronkelijke begroting|v[oó]+r wijziging"),
    (Wat.BEGROTING, r"begroting\b|raming\b|\w*raming\b|\bmj[bp]\b|begroot\b|\bbegr\.|\bb(?= 20\d\d)"),
    (Wat.REKENING, r"jaarrekening|\brekening|werkelijk|\bjr\b|\br(?= 20\d\d)"),
    (Wat.REALISATIE, r"realisatie|gerealiseerd|resultaat \d"),
    (Wat.WIJZIGING, r"\btb ?\d\b|tussenbericht|bestuursrapportage|\bberap\b|\b(?:begrotings)?wijziging(?:en)?\b"),
    (Wat.VERWACHTING, r"verwacht|prognose"),
    (Wat.DOEL, r"\bdoel|streef|ambitie|norm\b"),
)
_PATRONEN = tuple((wat, re.compile(patroon, re.IGNORECASE)) for wat, patroon in _WOORDEN)
_KANTEN = {
    Kant.LASTEN: re.compile(r"\b(?:lasten|uitgaven|kosten)\b", re.IGNORECASE),
    Kant.BATEN: re.compile(r"\b(?:baten|inkomsten|opbrengsten)\b", re.IGNORECASE),
    Kant.SALDO: re.compile(r"\bsaldo\b", re.IGNORECASE),
}


_WELKE = "welke kolommen namen zijn en welke bedragen of cijfers, is niet te zien"


_LETTERS = {"L": Kant.LASTEN, "B": Kant.BATEN, "S": Kant.SALDO}


class Onduidelijk(ValueError):
    """What a table is cannot be told without guessing; the message says what, in Dutch, as the end of a sentence."""


@dataclass(frozen=True)
class Kolom:
    """A column of values: what they are, of which year, and on which side (None where the header does not say)."""

    plek: int
    kop: str
    wat: Wat
    jaar: int | None
    kant: Kant | None


def lees_kolommen(rooster: Rooster) -> tuple[list[Kolom], list[int]]:
    """The columns of values, and the places of those with words: labels, sources, units. Raises Onduidelijk."""
    koppen = [_kop(rooster.kop, plek) for plek in range(rooster.breedte)]
    woorden = [plek for plek in range(rooster.breedte) if _is_naam(rooster, plek, koppen[plek])]
    letters = {kop[-1] for kop in koppen} >= {"L", "B"}
    kolommen = [_kolom(plek, koppen[plek], letters) for plek in range(rooster.breedte) if plek not in woorden]
    if not kolommen:
        raise Onduidelijk(_WELKE)
    namen = [plek for plek in woorden if plek < kolommen[0].plek]
    if not all(_is_opmerking(rooster, plek, kolommen[-1]) for plek in woorden if plek not in namen):
        raise Onduidelijk(_WELKE)
    return _groepen(kolommen, rooster), namen


def kant_van(tekst: str) -> Kant | None:
    """The side that words name: one of them alone; lasten and baten together are the saldo."""
    genoemd = {kant for kant, woord in _KANTEN.items() if woord.search(tekst)}
    if len(genoemd) == 1:
        return genoemd.pop()
    return Kant.SALDO if {Kant.LASTEN, Kant.BATEN} <= genoemd else None


def _kop(rijen: Sequence[Roosterrij], plek: int) -> tuple[str, ...]:
    """The words above a column, from the top; what stands above more columns is printed above the first of them."""
    teksten = []
    for nummer, rij in enumerate(rijen):
        tekst = rij.cel(plek)
        eronder = any(lager.cel(plek) for lager in rijen[nummer + 1 :])
        if not tekst and eronder and plek:
            tekst = next((cel for cel in rij.cellen[plek - 1 : 0 : -1] if cel), "")
        teksten.append(tekst)
    return tuple(teksten)


def _is_naam(rooster: Rooster, plek: int, kop: tuple[str, ...]) -> bool:
    """Whether a column has words: below it stand no digits, or few numbers and above it no year or kind."""
    if plek == 0:
        return True
    samen = " ".join(kop)
    cellen = [cel for rij in rooster.rijen if (cel := rij.cel(plek))]
    if cellen and not any(map(is_waarde, cellen)) and not any(map(_CIJFER.search, cellen)):
        return True
    if _jaar(kop) or kant_van(samen) or _wat(samen) is not Wat.ONGENOEMD:
        return False
    return not cellen or sum(map(is_waarde, cellen)) * 2 < len(cellen)


def _is_opmerking(rooster: Rooster, plek: int, laatste: Kolom) -> bool:
    """Whether a column behind all values has words only.

    An N or V is the sign of an amount; of a difference its own two columns show that.
    """
    cellen = [rij.cel(plek) for rij in rooster.rijen]
    is_teken = laatste.wat is not Wat.VERSCHIL and any(map(_VOOR_NADEEL.fullmatch, cellen))
    return plek > laatste.plek and not is_teken and not any(map(_CIJFER.search, cellen))


def _kolom(plek: int, kop: tuple[str, ...], letters: bool) -> Kolom:
    samen = " ".join(filter(None, kop))
    if _DAG.search(samen):
        raise Onduidelijk(f"“{samen}” is een stand op een dag, en geen bedrag van een jaar")
    return Kolom(plek, samen, _wat(samen), _jaar(kop), _LETTERS.get(kop[-1]) if letters else kant_van(samen))


def _wat(kop: str) -> Wat:
    return next((wat for wat, patroon in _PATRONEN if patroon.search(kop)), Wat.ONGENOEMD)


def _jaar(kop: Sequence[str]) -> int | None:
    """The one year that stands nearest above the values; from one year to another is none."""
    for tekst in reversed(kop):
        jaren = set(_JAAR.findall(_REEKS.sub("", tekst)))
        if len(jaren) == 1:
            return int(jaren.pop())
        if jaren:
            raise Onduidelijk(f"boven een kolom staan twee jaren: “{tekst}”")
    return None


def _groepen(kolommen: list[Kolom], rooster: Rooster) -> list[Kolom]:
    """Lasten and baten without a year belong to the column behind them that has one, where they add up to it.

    A difference needs no year: that of its columns is its own.
    """
    verschillen = [kolom for kolom in kolommen if kolom.wat is Wat.VERSCHIL]
    kolommen = [kolom for kolom in kolommen if kolom.wat is not Wat.VERSCHIL]
    jaren = [kolom.jaar for kolom in kolommen]
    if all(jaren) or not any(jaren) or all(kolom.wat is not Wat.ONGENOEMD for kolom in kolommen):
        return [*kolommen, *verschillen]
    breedte = next(index for index, kolom in enumerate(kolommen) if kolom.jaar) + 1
    groepen = [kolommen[van : van + breedte] for van in range(0, len(kolommen), breedte)]
    kanten = [kolom.kant for kolom in groepen[0][:-1]]
    if kanten != [Kant.LASTEN, Kant.BATEN] or any(
        [kolom.kant for kolom in groep[:-1]] != kanten or groep[-1].jaar is None or any(k.jaar for k in groep[:-1])
        for groep in groepen
    ):
        raise Onduidelijk("van welk jaar elke kolom is, is niet te zien")
    vol: list[Kolom] = []
    for groep in groepen:
        lasten, baten, saldo = groep
        if not telt_op(rooster, lasten.plek, baten.plek, saldo.plek):
            raise Onduidelijk(f"lasten en baten zijn samen niet wat onder “{saldo.kop}” staat")
        vol += [replace(kolom, jaar=saldo.jaar, wat=saldo.wat) for kolom in (lasten, baten)]
        vol.append(replace(saldo, kant=Kant.SALDO))
    return [*vol, *verschillen]


def telt_op(rooster: Rooster, lasten: int, baten: int, saldo: int) -> bool:
    """Whether two columns add up to a third on each row that has all three, but for what rounding explains."""
    verschillen = [
        een + ander - samen
        for een, ander, samen in (getallen(rij, (lasten, baten, saldo)) for rij in rooster.rijen)
        if een is not None and ander is not None and samen is not None
    ]
    return bool(verschillen) and all(abs(verschil) <= AFRONDING for verschil in verschillen)


def getallen(rij: Roosterrij, plekken: Sequence[int]) -> list[Decimal | None]:
    """The numbers in these cells of a row; None for what is no number."""
    return [lees_waarde(rij.cel(plek)).waarde if is_waarde(rij.cel(plek)) else None for plek in plekken]


def weiger_dubbele(kolommen: Sequence[Kolom]) -> None:
    """Two columns that are the same cannot both be right. Raises Onduidelijk."""
    sleutels = sorted((str(kolom.wat), kolom.jaar or 0, str(kolom.kant or "")) for kolom in kolommen)
    for een, ander in pairwise(sleutels):
        if een == ander:
            raise Onduidelijk("twee kolommen hebben dezelfde kop")
