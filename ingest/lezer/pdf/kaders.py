"""Tables within ruled lines: which lines make a frame, and which rows stand in it."""

import math
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.lezer.pdf.bladzijde import PdfBladzijde
from ingest.lezer.pdf.lijnen import PdfLijn
from ingest.lezer.pdf.rijen import loopt_over, meet, per_punt, voeg_samen
from ingest.lezer.pdf.strepen import Streep
from ingest.lezer.pdf.tabelrijen import (
    Cellen,
    PdfRij,
    PdfTabel,
    botsen,
    celteksten,
    herhaalde_regels,
    koppen_samen,
    koprijen,
    plaats_samen,
)

_RAAKT = 2.5
"""Points between lines that were drawn to touch."""
_DOOR = 1.0
"""Points of a word at both sides of a line that runs through it."""
_MEESTE_KRUISINGEN = 100_000
_RIJEN_TERUG = 50


@dataclass
class _Kader:
    """Drawn lines that hang together on one page."""

    staand: list[Streep]
    liggend: list[Streep]

    def __post_init__(self) -> None:
        self.links = min([s.op for s in self.staand] + [s.van for s in self.liggend])
        self.rechts = max([s.op for s in self.staand] + [s.tot for s in self.liggend])
        self.boven = min([s.van for s in self.staand] + [s.op for s in self.liggend])
        self.onder = max([s.tot for s in self.staand] + [s.op for s in self.liggend])
        randen = _zonder_buren([self.links, *sorted(s.op for s in self.staand), self.rechts])
        self.kolommen = randen[:-1]
        breed = (self.rechts - self.links) / 2
        vol = [
            op
            for op, samen in groupby(sorted(self.liggend, key=lambda s: s.op), key=lambda s: round(s.op))
            if sum(s.tot - s.van for s in samen) >= breed
        ]
        self.banden = _zonder_buren([self.boven, *map(float, vol), self.onder])

    def band(self, lijn: PdfLijn) -> int:
        return bisect(self.banden, lijn.midden)

    def rij(self, lijn: PdfLijn) -> PdfRij:
        """A line as a row; where a line is drawn through a word, that is of two cells, and the row keeps its pieces."""
        grenzen = self._grenzen(lijn)
        einden = [*grenzen, math.inf]
        if any(einden[bisect(grenzen, woord.links + _DOOR)] < woord.rechts - _DOOR for woord in lijn.woorden):
            return PdfRij([list(groep.woorden) for groep in lijn.groepen], [lijn], recht=False, omlijnd=True)
        return PdfRij(self._cellen(lijn, grenzen), [lijn], omlijnd=True)

    def _grenzen(self, lijn: PdfLijn) -> list[float]:
        """Where its cells begin."""
        midden = lijn.midden
        op_hoogte = [s.op for s in self.staand if s.van - _RAAKT < midden < s.tot + _RAAKT]
        return _zonder_buren(sorted([self.links, *op_hoogte]))

    def _cellen(self, lijn: PdfLijn, grenzen: list[float]) -> Cellen:
        """The words of a line by the cell that they stand in; a cell over more columns is that of the first."""
        cellen: Cellen = [[] for _ in self.kolommen]
        for woord in lijn.woorden:
            links = grenzen[max(0, bisect(grenzen, (woord.links + woord.rechts) / 2) - 1)]
            cellen[max(0, bisect(self.kolommen, links + _RAAKT) - 1)].append(woord)
        return cellen


def _zonder_buren(maten: list[float]) -> list[float]:
    """Sorted measures without those that lie almost upon the one before."""
    uit: list[float] = []
    for maat in sorted(maten):
        if not uit or maat - uit[-1] > _RAAKT:
            uit.append(maat)
    return uit


def omlijnde_tabellen(lijnen: Sequence[PdfLijn]) -> list[PdfTabel]:
    tabellen: list[tuple[PdfTabel, _Kader]] = []
    begin = 0
    for _, groep in groupby(lijnen, key=lambda lijn: lijn.pagina):
        pagina = list(groep)
        for kader in _kaders(pagina[0].blad):
            binnen = [i for i, lijn in enumerate(pagina) if not lijn.schuin and kader.boven < lijn.midden < kader.onder]
            if not binnen or not all(_past(kader, pagina[i]) for i in binnen):
                continue
            van, tot = begin + binnen[0], begin + binnen[-1] + 1
            tabel = PdfTabel(van, tot, _rijen_in_kader(kader, lijnen[van:tot]))
            vorige = tabellen[-1] if tabellen else None
            if vorige and vorige[0].tot > van:
                continue
            if vorige and (herhaald := _gaat_door(*vorige, tabel, kader, lijnen)) is not None:
                _verleng(vorige[0], tabel, herhaald)
                tabellen[-1] = (vorige[0], kader)
            elif sum(rij.gevuld > 1 for rij in tabel.rijen) > 1:
                tabellen.append((tabel, kader))
        begin += len(pagina)
    for tabel, _ in tabellen:
        tabel.rijen = koppen_samen(tabel.rijen)
    return [tabel for tabel, _ in tabellen]


def _past(kader: _Kader, lijn: PdfLijn) -> bool:
    return kader.links - _RAAKT < lijn.links and lijn.rechts < kader.rechts + _RAAKT


def _gaat_door(
    vorige: PdfTabel, vorig_kader: _Kader, tabel: PdfTabel, kader: _Kader, lijnen: Sequence[PdfLijn]
) -> int | None:
    """Whether a table goes on from the page before: how many rows of its header are repeated, or None."""
    sluit_aan = vorige.tot == tabel.van and lijnen[tabel.van].afstand is None
    zelfde = len(kader.kolommen) == len(vorig_kader.kolommen) and all(
        abs((een - kader.links) - (ander - vorig_kader.links)) < _RAAKT
        for een, ander in zip(kader.kolommen, vorig_kader.kolommen, strict=True)
    )
    kop = koprijen(vorige.rijen)
    herhaald = herhaalde_regels(celteksten(kop), celteksten(tabel.rijen[: len(kop)]))
    return herhaald if sluit_aan and zelfde and (herhaald or not koprijen(tabel.rijen)) else None


def _verleng(tabel: PdfTabel, deel: PdfTabel, herhaald: int) -> None:
    """Put the part of a next page to a table: a name that was broken off there goes on."""
    verder = deel.rijen[herhaald:]
    if verder and loopt_over(tabel.rijen[-1], verder[0], meet(tabel.rijen[-_RIJEN_TERUG:])):
        tabel.rijen[-1] = plaats_samen([tabel.rijen[-1], verder.pop(0)])
    tabel.rijen += verder
    tabel.tot = deel.tot


def _kaders(blad: PdfBladzijde) -> list[_Kader]:
    """Groups of lines that touch and make at least two columns and two rows, from top to bottom."""
    staand, liggend = _doorgetrokken(blad.staand), _doorgetrokken(blad.liggend)
    if len(staand) * len(liggend) > _MEESTE_KRUISINGEN:
        return []  # a map or a drawing
    groepen: list[tuple[list[Streep], dict[int, Streep]]] = []
    maten = [(s.op, s.van - _RAAKT, s.tot + _RAAKT, s) for s in liggend]
    for streep in staand:
        boven, onder, plek = streep.van - _RAAKT, streep.tot + _RAAKT, streep.op
        raakt = {id(s): s for op, van, tot, s in maten if boven <= op <= onder and van <= plek <= tot}
        eigen = ([streep], raakt)
        rest = []
        for groep in groepen:
            if groep[1].keys().isdisjoint(raakt):
                rest.append(groep)
            else:
                eigen = (groep[0] + eigen[0], groep[1] | eigen[1])
        groepen = [*rest, eigen]
    kaders = [_Kader(staande, [*liggende.values()]) for staande, liggende in groepen if len(liggende) > 1]
    return sorted(
        (kader for kader in kaders if len(kader.kolommen) > 1 and len(kader.banden) > 1), key=lambda kader: kader.boven
    )


def _doorgetrokken(strepen: list[Streep]) -> list[Streep]:
    """Pieces that lie in each other's line and touch as one; what stands apart there is of another table."""
    uit: list[Streep] = []
    for groep in _op_een_lijn(strepen):
        eerste = len(uit)
        for streep in sorted(groep, key=lambda streep: streep.van):
            if len(uit) > eerste and streep.van <= uit[-1].tot + _RAAKT:
                uit[-1] = Streep(uit[-1].op, uit[-1].van, max(uit[-1].tot, streep.tot))
            else:
                uit.append(streep)
    return uit


def _op_een_lijn(strepen: list[Streep]) -> list[list[Streep]]:
    groepen: list[list[Streep]] = []
    for streep in sorted(strepen, key=lambda streep: streep.op):
        if groepen and streep.op - groepen[-1][0].op < _RAAKT:
            groepen[-1].append(streep)
        else:
            groepen.append([streep])
    return groepen


def _rijen_in_kader(kader: _Kader, lijnen: Sequence[PdfLijn]) -> list[PdfRij]:
    """The lines between two level lines are one row, unless one column has a value on more of them."""
    los = [kader.rij(lijn) for lijn in lijnen]
    maten = meet(los)
    rijen: list[PdfRij] = []
    for _, groep in groupby(los, key=lambda rij: kader.band(rij.lijnen[0])):
        band = list(groep)
        heel = all(rij.recht for rij in band) and not botsen(band)
        rijen += map(plaats_samen, per_punt(band)) if heel else voeg_samen(band, maten)
    return rijen
