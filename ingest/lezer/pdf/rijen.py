"""Which lines of a table are one row: those of one cell lie closer than rows do, or beside each other.

A name that wraps stands above, below or around the line with its values, as the cells of a row are set at the top,
at the foot or in the middle. So lines are put together by the cells of each column, not by the line below another.
What cannot be told apart is put in one row with more values in a cell: the grammar refuses that by its number.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lezer.pdf.bladzijde import Woord
from ingest.lezer.pdf.dichte_rijen import gaat_door, geweigerd, heeft_waarde, past, voeg_dichte_samen, vult_aan
from ingest.lezer.pdf.lijnen import Woordgroep
from ingest.lezer.pdf.tabelrijen import OVERLAPT, PdfRij, botsen, koprijen, plaats_samen

# Parts of the least distance between lines of a cell, and points: a browser sets each line at a pixel, ¾ of a point.
_ZELFDE, _PIXEL = 1.06, 0.8
_VERDER, _PUNTEN_VERDER = 1.12, 1.2
_ZEKER = 3
"""So many rows further apart than lines of a cell, and none as close, show that what is as close is no row."""


@dataclass(frozen=True)
class Maten:
    """How far lines of one cell lie apart at most (None where that cannot be told), and how wide each column is."""

    binnen_cel: float | None
    zeker: bool
    breedtes: tuple[float, ...]


def meet(rijen: Sequence[PdfRij]) -> Maten:
    """The measures of a table, by all of its lines: between most rows with values a wider distance must be seen."""
    afstanden = [onder.lijnen[0].voet - boven.lijnen[0].voet for boven, onder in _onder_elkaar(rijen)]
    dicht = min((afstand for afstand in afstanden if afstand >= OVERLAPT * _hoogte(rijen[0])), default=0.0)
    heel = [not nummer or not vult_aan(rijen[nummer - 1], rij) for nummer, rij in enumerate(rijen)]
    lijf = range(len(koprijen(list(rijen))), len(rijen))
    waarderijen = [nummer for nummer in lijf if heel[nummer] and heeft_waarde(rijen[nummer])]
    tussen = [
        [rij.lijnen[0].afstand or 0.0 for rij in rijen[een + 1 : ander + 1]] for een, ander in pairwise(waarderijen)
    ]
    wijd = sum(max(afstanden) >= _VERDER * dicht for afstanden in tussen)
    zeker = wijd == len(tussen) >= _ZEKER
    binnen_cel = max(_ZELFDE * dicht, dicht + _PIXEL) if dicht and wijd * 2 > len(tussen) else None
    return Maten(binnen_cel, zeker, tuple(_breedtes(rijen)))


def _onder_elkaar(rijen: Sequence[PdfRij]) -> Iterator[tuple[PdfRij, PdfRij]]:
    """Each two lines that a column has right below each other on a page."""
    laatste: dict[int, PdfRij] = {}
    for vorige, rij in pairwise([None, *rijen]):
        if rij is None or not _sluit_aan(vorige, rij):
            laatste = {}
        for kolom, cel in enumerate(rij.cellen if rij and rij.recht else []):
            if cel and rij:
                if kolom in laatste:
                    yield laatste[kolom], rij
                laatste[kolom] = rij


def _sluit_aan(vorige: PdfRij | None, rij: PdfRij) -> bool:
    return bool(vorige and vorige.recht and rij.recht and vorige.lijnen[-1].pagina == rij.lijnen[0].pagina)


def _hoogte(rij: PdfRij) -> float:
    return rij.lijnen[0].hoogte


def _is_waarde(cel: list[Woord]) -> bool:
    return Woordgroep(cel).is_getal


def _breedtes(rijen: Sequence[PdfRij]) -> Iterator[float]:
    """How wide the widest line is in each column, but for those that run on above the next one."""
    kolommen = [list(filter(None, kolom)) for kolom in zip(*(rij.cellen for rij in rijen if rij.recht), strict=True)]
    randen = [min((cel[0].links for cel in cellen), default=math.inf) for cellen in kolommen]
    for cellen, rand in zip(kolommen, [*randen[1:], math.inf], strict=False):
        yield max((cel[-1].rechts - cel[0].links for cel in cellen if cel[-1].rechts <= rand), default=0.0)


def voeg_samen(rijen: Sequence[PdfRij], maten: Maten | None = None) -> list[PdfRij]:
    """The rows of a table from its lines."""
    maten = maten or meet(rijen)
    samen = [rij for keten in _ketens(rijen, maten) for rij in _rijen_van(keten, maten)]
    if maten.binnen_cel is None:
        samen = voeg_dichte_samen(samen, maten.breedtes)
    for nummer, rij in enumerate(samen[1:], 1):
        if rij.is_punt and not samen[nummer - 1].recht:
            samen[nummer] = geweigerd([rij], len(maten.breedtes))  # of which row it is a part is not certain
    return samen


def _ketens(rijen: Sequence[PdfRij], maten: Maten) -> Iterator[list[PdfRij]]:
    """The lines that hang together: beside each other, or by the cell of a column."""
    vast = [False] * len(rijen)
    laatste: dict[int, int] = {}
    for nummer, rij in enumerate(rijen):
        vorige = rijen[nummer - 1] if nummer else None
        if not _sluit_aan(vorige, rij):
            laatste = {}
            vast[nummer] = vorige is not None and (loopt_over(vorige, rij, maten) or _raakt_los(vorige, rij, maten))
        elif vorige:
            vast[nummer] = _naast(vorige, rij)
        for kolom, cel in enumerate(rij.cellen if rij.recht else []):
            if cel:
                boven = laatste.get(kolom)
                if boven is not None and _een_cel(rijen[boven], rij, kolom, maten):
                    vast[boven + 1 : nummer + 1] = [True] * (nummer - boven)
                laatste[kolom] = nummer
    keten: list[PdfRij] = []
    for aan, rij in zip(vast, rijen, strict=True):
        if keten and not aan:
            yield keten
            keten = []
        keten.append(rij)
    if keten:
        yield keten


def _naast(boven: PdfRij, onder: PdfRij) -> bool:
    """Whether two lines overlap in height, and so are of one row."""
    return onder.lijnen[0].voet - boven.lijnen[0].voet < OVERLAPT * _hoogte(onder) and not (boven.vol and onder.vol)


def _raakt_los(boven: PdfRij, onder: PdfRij, maten: Maten) -> bool:
    """Whether a line of which the cells are not certain is as close to another as lines of one row are."""
    een, ander = boven.lijnen[-1], onder.lijnen[0]
    if een.pagina != ander.pagina or boven.recht == onder.recht:
        return False
    return ander.voet - een.voet <= max(maten.binnen_cel or 0.0, OVERLAPT * ander.hoogte)


def _een_cel(boven: PdfRij, onder: PdfRij, kolom: int, maten: Maten) -> bool:
    """Whether a cell goes on on the next line of its column."""
    if maten.binnen_cel is None or onder.lijnen[0].voet - boven.lijnen[0].voet > maten.binnen_cel:
        return False
    een, ander = boven.cellen[kolom], onder.cellen[kolom]
    if onder.is_punt or (_is_waarde(een) and _is_waarde(ander)):
        return True
    kop = not kolom and (een[-1].vet != ander[0].vet or een[-1].tekst.endswith(":"))
    return (maten.zeker and not kop) or not past(een, ander[0], maten.breedtes[kolom])


def loopt_over(boven: PdfRij, onder: PdfRij, maten: Maten) -> bool:
    """Whether a row that is broken off at the foot of a page goes on atop the next.

    Its name goes on in small letters as it did not fit, or it has the half of a value.
    """
    if boven.lijnen[-1].pagina + 1 != onder.lijnen[0].pagina or not (boven.recht and onder.recht):
        return False
    if vult_aan(boven, onder):
        return True
    namen = bool(boven.label and onder.label) and not (heeft_waarde(boven) and heeft_waarde(onder))
    return namen and gaat_door(onder.label[0]) and not past(boven.label, onder.label[0], maten.breedtes[0])


def _rijen_van(keten: list[PdfRij], maten: Maten) -> list[PdfRij]:
    """The rows of lines that hang together: one, or one for each bullet in its name where each has its own values."""
    if len(keten) == 1:
        return keten
    if not all(rij.recht for rij in keten):
        return [geweigerd(keten, len(maten.breedtes))] if any(map(heeft_waarde, keten)) else keten
    delen = per_punt(keten)
    if not botsen(keten) or _elk_eigen_waarden(delen):
        return [plaats_samen(deel) for deel in delen]
    return [plaats_samen(keten)] if maten.binnen_cel is not None else keten


def per_punt(rijen: Sequence[PdfRij]) -> list[list[PdfRij]]:
    """A bullet in the name begins a row of its own."""
    delen: list[list[PdfRij]] = []
    for rij in rijen:
        if rij.is_punt or not delen:
            delen.append([])
        delen[-1].append(rij)
    return delen


def _elk_eigen_waarden(delen: list[list[PdfRij]]) -> bool:
    """Whether each part has one line of values, beside its name; what ends in a colon may be above them without."""
    eerste = [woord for rij in delen[0] for woord in rij.label]
    if not delen[0][0].is_punt and not _met_waarden(delen[0]) and eerste and eerste[-1].tekst.endswith(":"):
        delen = delen[1:]
    return len(delen) > 1 and all(len(regels := _met_waarden(deel)) == 1 and bool(regels[0].label) for deel in delen)


def _met_waarden(rijen: Sequence[PdfRij]) -> list[PdfRij]:
    return [rij for rij in rijen if heeft_waarde(rij)]
