"""What the columns of a table of money are, in a document of this kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.lezer.roosters.kolommen import Kolom, Onduidelijk, Wat
from ingest.lezer.soorten import Bedragsoort, Bedragstand, Publicatiesoort
from ingest.lezer.tabellen.kolommen import Geldkolom

_STANDEN = {
    Wat.NA_WIJZIGING: (Bedragsoort.BEGROTING, Bedragstand.NA_WIJZIGING),
    Wat.PRIMITIEF: (Bedragsoort.BEGROTING, Bedragstand.PRIMITIEF),
    Wat.WIJZIGING: (Bedragsoort.BEGROTING, Bedragstand.WIJZIGING),
    Wat.VERSCHIL: (Bedragsoort.VERSCHIL, Bedragstand.VERSCHIL),
}
_BEGROTING = re.compile(r"begroting\b", re.IGNORECASE)
"""A table of a kadernota that writes it out has what is begroot; another one has what is to change."""
_VERST = 10
_VROEGST = 4


@dataclass(frozen=True)
class Stukjaar:
    """The document that a table stands in: its kind, and the year that it counts for."""

    soort: Publicatiesoort
    jaar: int


def met_jaren(kolommen: Sequence[Kolom], stuk: Stukjaar) -> list[Kolom]:
    """Each with its year, except a difference of others; raises Onduidelijk.

    Where no column has another year, jaarstukken are about their own.
    """
    eigen = {kolom.jaar for kolom in kolommen} <= {None, stuk.jaar} and stuk.soort is Publicatiesoort.JAARSTUKKEN
    return [_met_jaar(kolom, stuk.jaar if eigen else None) for kolom in kolommen]


def _met_jaar(kolom: Kolom, jaar: int | None) -> Kolom:
    if kolom.wat is Wat.VERSCHIL or kolom.jaar:
        return kolom
    if jaar is None or kolom.wat is Wat.ONGENOEMD:
        raise Onduidelijk(f"van welk jaar de kolom “{kolom.kop}” is, staat er niet bij")
    return replace(kolom, jaar=jaar)


def geldkolom(kolom: Kolom, alle: Sequence[Kolom], stuk: Stukjaar, *, mutaties: bool) -> Geldkolom:
    """What an amount in this column is, in a document of this kind; raises Onduidelijk.

    `mutaties`: the title of the table says that its begrotingen are changes of them.
    """
    jaar = kolom.jaar or stuk.jaar
    past_niet = Onduidelijk(f"“{kolom.kop}” hoort niet in een stuk over {stuk.jaar}")
    is_jaarstuk = stuk.soort is Publicatiesoort.JAARSTUKKEN
    if not stuk.jaar - _VROEGST <= jaar <= stuk.jaar + _VERST:
        raise past_niet
    if kolom.wat in (Wat.REKENING, Wat.REALISATIE):
        if jaar > stuk.jaar - (not is_jaarstuk):
            raise past_niet
        return Geldkolom(Bedragsoort.REKENING, Bedragstand.REKENING, jaar)
    if kolom.wat in (Wat.DOEL, Wat.VERWACHTING):
        raise Onduidelijk(f"“{kolom.kop}” is geen kolom van bedragen")
    if kolom.wat in _STANDEN:
        return Geldkolom(*_STANDEN[kolom.wat], jaar)
    if mutaties:
        return Geldkolom(Bedragsoort.BEGROTING, Bedragstand.WIJZIGING, jaar)
    if stuk.soort is Publicatiesoort.PROGRAMMABEGROTING and jaar < stuk.jaar - 1:
        raise past_niet
    if is_jaarstuk and jaar > stuk.jaar:
        raise past_niet
    if stuk.soort in (Publicatiesoort.JAARSTUKKEN, Publicatiesoort.RAPPORTAGE) and kolom.wat is Wat.ONGENOEMD:
        raise past_niet
    return Geldkolom(Bedragsoort.BEGROTING, _begroot(alle, jaar, stuk), jaar)


def _begroot(alle: Sequence[Kolom], jaar: int, stuk: Stukjaar) -> Bedragstand:
    """Which begroting a column is of that names no stand: the year says it of a begroting, and of no other document."""
    if stuk.soort is Publicatiesoort.PROGRAMMABEGROTING:
        if jaar == stuk.jaar:
            return Bedragstand.PRIMITIEF
        return Bedragstand.LOPEND_JAAR if jaar < stuk.jaar else Bedragstand.MEERJARENRAMING
    is_wijziging = stuk.soort is Publicatiesoort.KADERNOTA and not any(_BEGROTING.search(kolom.kop) for kolom in alle)
    return Bedragstand.WIJZIGING if is_wijziging else Bedragstand.ONGENOEMD
