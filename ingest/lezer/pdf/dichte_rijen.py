"""Rows that are set as close as the lines of a cell: there only the words show where a name goes on.

A name goes on in small letters, where its next word did not fit. Where that word begins with a capital it can as well
be a heading or another name: then which name the values have is not certain, and the row is refused. So is one of
which the name can belong to the values above or below.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lezer.pdf.bladzijde import Woord
from ingest.lezer.pdf.lijnen import Woordgroep
from ingest.lezer.pdf.tabelrijen import Cellen, PdfRij, botsen, koprijen, plaats_samen

# Parts of the height of a line.
_SPATIE = 0.25
_DICHTBIJ = 1.5
_RUIM = 1.75


@dataclass(frozen=True)
class _Tabel:
    """What is known of a table: the widths of its columns, its left side, and the names that it has more than once."""

    breedtes: Sequence[float]
    links: float
    namen: frozenset[str]


def voeg_dichte_samen(rijen: list[PdfRij], breedtes: Sequence[float]) -> list[PdfRij]:
    """The rows below the header, of which some are lines of one row; `breedtes` are those of the columns."""
    kop = len(koprijen(rijen))
    while 0 < kop < len(rijen) and vult_aan(rijen[kop - 1], rijen[kop]):
        kop -= 1
    links = min((rij.lijnen[0].links for rij in rijen if rij.recht), default=0.0)
    namen = Counter(_naam(rij) for rij in rijen if rij.recht and heeft_waarde(rij))
    tabel = _Tabel(breedtes, links, frozenset(naam for naam, aantal in namen.items() if aantal > 1))
    return [*rijen[:kop], *(rij for keten in _ketens(rijen[kop:], tabel) for rij in keten)]


def _naam(rij: PdfRij) -> str:
    return Woordgroep(rij.label).tekst


def _ketens(rijen: Sequence[PdfRij], tabel: _Tabel) -> Iterator[list[PdfRij]]:
    banden = [_band(boven, onder, tabel) for boven, onder in pairwise(rijen)]
    keten = list(rijen[:1])
    zeker: list[bool] = []
    for nummer, rij in enumerate(rijen[1:], 1):
        band = banden[nummer - 1]
        af = nummer > 1 and banden[nummer - 2] and heeft_waarde(rij)
        begint = nummer < len(banden) and banden[nummer] and not heeft_waarde(rij)
        recht = rij.recht and rijen[nummer - 1].recht
        if band is None or (not band and recht and (af or begint)):
            # A name that goes on for certain above or below this is no part of another.
            yield _af(keten, zeker, len(tabel.breedtes))
            keten, zeker = [], []
        else:
            zeker.append(band)
        keten.append(rij)
    yield _af(keten, zeker, len(tabel.breedtes))


def _band(boven: PdfRij, onder: PdfRij, tabel: _Tabel) -> bool | None:
    """Whether a name that did not fit goes on for certain, or perhaps; None where nothing says that it does."""
    een, ander = boven.lijnen[-1], onder.lijnen[0]
    ruimte = (ander.voet - een.voet) / ander.hoogte
    if een.pagina != ander.pagina or ruimte > _RUIM or onder.is_punt:
        return None
    if vult_aan(boven, onder):
        return True
    if ruimte > _DICHTBIJ or (heeft_waarde(boven) and heeft_waarde(onder)):
        return None
    if not (boven.recht and onder.recht):
        # What sticks out of the table at the left is no cell of it.
        return None if min(een.links, ander.links) < tabel.links - 1 else False
    if boven.label and onder.label and _is_kop_boven(boven.label[-1], onder.label[0]):
        return None
    if onder.label and heeft_waarde(onder) and _naam(onder) in tabel.namen:
        # A name of its own, as it is elsewhere; in small letters both can be the end of one.
        return False if gaat_door(onder.label[0]) else None
    for kolom, (oud, nieuw) in enumerate(zip(boven.cellen, onder.cellen, strict=True)):
        tekst = not kolom or not (_is_waarde(oud) or _is_waarde(nieuw))
        if oud and nieuw and tekst and not past(oud, nieuw[0], tabel.breedtes[kolom]):
            return _is_waarde(oud) or gaat_door(nieuw[0])
    return None


def vult_aan(boven: PdfRij, onder: PdfRij) -> bool:
    """Whether a line has the half of a value that was broken off: its "%", or the number of its "€"."""
    paren = zip(boven.cellen[1:], onder.cellen[1:], strict=False) if boven.recht and onder.recht else ()
    return any(
        (ander[0].tekst == "%" and _is_waarde(een)) or (een[-1].tekst == "€" and _is_waarde(ander))
        for een, ander in paren
        if een and ander
    )


def _is_kop_boven(laatste: Woord, eerste: Woord) -> bool:
    return laatste.vet != eerste.vet or laatste.tekst[-1] == ":"


def gaat_door(woord: Woord) -> bool:
    """Whether a name cannot begin so."""
    return woord.tekst[0] == "(" or woord.tekst[0].islower()


def past(cel: Sequence[Woord], woord: Woord, breedte: float) -> bool:
    """Whether a word would have fitted behind the last line of a cell, in a column of this width."""
    regel = [een for een in cel if een.voet == cel[-1].voet]
    return regel[-1].rechts - regel[0].links + _SPATIE * woord.hoogte + woord.rechts - woord.links <= breedte


def heeft_waarde(rij: PdfRij) -> bool:
    return any(map(_is_waarde, filter(None, rij.cellen[1:])))


def _is_waarde(cel: list[Woord]) -> bool:
    return Woordgroep(cel).is_getal


def _af(keten: list[PdfRij], zeker: list[bool], breedte: int) -> list[PdfRij]:
    """One row, where that is certain; a refused one where it has values and is not."""
    waarden = sum(map(heeft_waarde, keten))
    if len(keten) < 2 or (not waarden and not all(zeker)):
        return keten
    return [plaats_samen(keten) if all(zeker) and not botsen(keten) else geweigerd(keten, breedte)]


def geweigerd(keten: Sequence[PdfRij], breedte: int) -> PdfRij:
    """Lines as one row with more cells than the table has columns, so that no one reads it."""
    cellen = [cel for rij in keten for cel in (rij.cellen if heeft_waarde(rij) else filter(None, rij.cellen))]
    leeg: Cellen = [[] for _ in range(max(1, breedte + 1 - len(cellen)))]
    return PdfRij([*cellen, *leeg], [lijn for rij in keten for lijn in rij.lijnen], recht=False)
