"""The columns of a table without lines: strips of the page, and what of each line stands in which of them.

A column is where pieces of more lines stand above each other. A piece that touches one column stands in it; what
touches more is taken apart between its words, where that is certain. A line of which that is not keeps its pieces.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lezer.pdf.bladzijde import Woord
from ingest.lezer.pdf.lijnen import PdfLijn, Woordgroep, is_wijd
from ingest.lezer.pdf.tabelrijen import OVERLAPT, Cellen, PdfRij

_BLAD = re.compile(r"\d{1,4}")
_MINSTE_BLADEN = 4


def is_waardig(groep: Woordgroep) -> bool:
    return groep.is_waarde or groep.is_jaar


def koplijnen(lijnen: Sequence[PdfLijn]) -> Sequence[PdfLijn]:
    """The lines above the first row of values."""
    rijen = (i for i, lijn in enumerate(lijnen) if lijn.is_waarderij and not lijn.is_kopregel)
    return lijnen[: next(rijen, len(lijnen))]


def is_inhoudsopgave(lijnen: Sequence[PdfLijn]) -> bool:
    """A list of names with the page of each, which never goes down, and nothing above it."""
    achteraan = [lijn.groepen[-1].tekst for lijn in lijnen if len(lijn.groepen) > 1]
    bladen = [int(tekst) for tekst in achteraan if _BLAD.fullmatch(tekst)]
    alle = len(bladen) == len(achteraan) and all(len(lijn.groepen) <= 3 for lijn in lijnen)
    return alle and len(bladen) >= _MINSTE_BLADEN and bladen == sorted(bladen) and not koplijnen(lijnen)


@dataclass(slots=True)
class Strook:
    """An upright strip of the page: where a column stands, and how many of its pieces are values."""

    links: float
    rechts: float
    waarden: int = 0
    teksten: int = 0

    def neem_op(self, deel: Woordgroep) -> None:
        links, rechts = deel.links, deel.rechts
        if links < self.links:
            self.links = links
        if rechts > self.rechts:
            self.rechts = rechts
        if deel.is_waarde:
            self.waarden += 1
        else:
            self.teksten += 1

    @property
    def is_waarde(self) -> bool:
        return self.waarden > self.teksten


class Kolommen:
    """The columns of a block of lines, and its lines as rows of cells."""

    def __init__(self, lijnen: Sequence[PdfLijn]) -> None:
        self.lijnen, self.hoogte = lijnen, lijnen[0].hoogte
        self.koppen = koplijnen(lijnen)
        lijf = lijnen[len(self.koppen) :]
        self.stroken: list[Strook] = []
        waarderijen = [nummer for nummer, lijn in enumerate(lijf) if len(lijn.groepen) > 1 and any(lijn.waarden)]
        tot = waarderijen[-1] if waarderijen else 0
        self._neem_op([lijf[nummer] for nummer in waarderijen])
        self._neem_op([lijn for lijn in lijf[:tot] if not any(lijn.waarden)])
        self._neem_op([lijn for lijn in lijf[tot:] if not any(lijn.waarden)], nieuw=False)
        self._neem_kop_op(max((lijn.groepen for lijn in reversed(self.koppen)), key=len, default=[]))
        self._voeg_labels_samen(lijf)
        self.eerste = self._eerste_waarde()

    @property
    def is_tekst(self) -> bool:
        """Whether no column has values for the most part: text that is set in columns."""
        return self.eerste == len(self.stroken)

    def _neem_op(self, lijnen: Sequence[PdfLijn], *, nieuw: bool = True) -> None:
        """Narrow pieces first: what runs over more columns comes when those are known, and makes none."""
        for groep in sorted([g for lijn in lijnen for g in lijn.groepen], key=lambda groep: groep.rechts - groep.links):
            raakt = self._raakt(groep)
            if not raakt and nieuw:
                self.stroken.append(Strook(groep.links, groep.rechts))
                self.stroken[-1].neem_op(groep)
                self.stroken.sort(key=lambda strook: strook.links)
            elif len(raakt) == 1:
                self.stroken[raakt[0]].neem_op(groep)

    def _neem_kop_op(self, kop: list[Woordgroep]) -> None:
        """As many headers as columns: the first above the first, and so on; otherwise those above no column are new."""
        for over in (0, 1):
            stroken = self.stroken[over:]
            if len(kop) == len(stroken):
                paren = [
                    Strook(min(k.links, s.links), max(k.rechts, s.rechts)) for k, s in zip(kop, stroken, strict=True)
                ]
                vrij = [*self.stroken[:over], *paren]
                if all(een.rechts <= ander.links for een, ander in pairwise(vrij)):
                    for strook, paar in zip(stroken, paren, strict=True):
                        strook.links, strook.rechts = paar.links, paar.rechts
                    return
        if len(kop) >= len(self.stroken):
            for groep in kop:
                if not self._raakt(groep):
                    self.stroken.append(Strook(groep.links, groep.rechts))
            self.stroken.sort(key=lambda strook: strook.links)

    def _voeg_labels_samen(self, lijf: Sequence[PdfLijn]) -> None:
        """Texts before the values that never stand beside each other are one column: labels that jump in."""
        index = 0
        while index + 1 < len(self.stroken):
            een, ander = self.stroken[index : index + 2]
            if een.is_waarde or ander.is_waarde or self._naast_elkaar(lijf, index):
                if index or not ander.is_waarde:
                    index += 1
                    continue
                return
            self.stroken[index : index + 2] = [
                Strook(een.links, ander.rechts, een.waarden + ander.waarden, een.teksten + ander.teksten)
            ]

    def _naast_elkaar(self, lijf: Sequence[PdfLijn], index: int) -> bool:
        """Whether some line has a piece in this column, and another in the next."""
        plekken = ([self._raakt(groep) for groep in lijn.groepen] for lijn in lijf)
        return any([index] in van_lijn and [index + 1] in van_lijn for van_lijn in plekken)

    def _eerste_waarde(self) -> int:
        """The first of the columns of values at the right; where the last has text, the first behind the label."""
        index = len(self.stroken)
        while index > 1 and self.stroken[index - 1].is_waarde:
            index -= 1
        if index < len(self.stroken):
            return index
        return next((i for i, strook in enumerate(self.stroken) if i and strook.is_waarde), len(self.stroken))

    def _raakt(self, deel: Woordgroep | Woord) -> list[int]:
        links, rechts = deel.links, deel.rechts
        return [i for i, strook in enumerate(self.stroken) if links < strook.rechts and rechts > strook.links]

    def rijen(self) -> Iterator[PdfRij]:
        """A row for each line."""
        for lijnen in _naast_elkaar(self.koppen):
            boven = self._boven_groepen(_kolomsgewijs(lijnen)) if len(lijnen) > 1 else None
            yield from [PdfRij(boven, lijnen)] if boven else (self._rij(lijn, in_kop=True) for lijn in lijnen)
        for lijn in self.lijnen[len(self.koppen) :]:
            yield self._rij(lijn, in_kop=False)

    def _rij(self, lijn: PdfLijn, *, in_kop: bool) -> PdfRij:
        cellen = (in_kop and self._boven_groepen(lijn.groepen)) or self._geplaatst(lijn.groepen, in_kop)
        if cellen is not None:
            return PdfRij(cellen, [lijn])
        stukken = [list(groep.woorden) for groep in lijn.groepen]
        # As many pieces as columns, of which one is in another column: that is to be seen by their number.
        evenveel = len(stukken) == len(self.stroken) and not in_kop
        return PdfRij([*stukken, []] if evenveel else stukken, [lijn], recht=False)

    def _boven_groepen(self, groepen: list[Woordgroep]) -> Cellen | None:
        """Years that each stand above as many columns go above the first of those."""
        cellen: Cellen = [[] for _ in self.stroken]
        waarden = self.stroken[self.eerste :]
        delen = [groep for groep in groepen if groep.is_jaar]
        ervoor = groepen[: len(groepen) - len(delen)]
        aantal = len(waarden) // len(delen) if len(delen) > 1 else 0
        if aantal < 1 or len(waarden) % len(delen) or any(groep.is_jaar for groep in ervoor):
            return None
        for groep in ervoor:
            raakt = self._raakt(groep)
            if len(raakt) != 1 or raakt[0] >= self.eerste or cellen[raakt[0]]:
                return None
            cellen[raakt[0]] = list(groep.woorden)
        for nummer, groep in enumerate(delen):
            eigen = waarden[nummer * aantal : (nummer + 1) * aantal]
            if not eigen[0].links - 1 < (groep.links + groep.rechts) / 2 < eigen[-1].rechts + 1:
                return None
            cellen[self.eerste + nummer * aantal] = list(groep.woorden)
        return cellen

    def _geplaatst(self, groepen: list[Woordgroep], in_kop: bool) -> Cellen | None:
        """Each piece in the one column that it touches, or its words in theirs; None where that cannot be told."""
        cellen: Cellen = [[] for _ in self.stroken]
        for nummer, groep in enumerate(groepen):
            raakt = self._raakt(groep)
            delen = [(raakt[0], groep.woorden)] if len(raakt) == 1 else self._verdeeld(groep, in_kop)
            if not delen and not nummer and raakt and not in_kop and self._is_lang_label(groep, raakt):
                delen = [(0, groep.woorden)]
            for plek, woorden in delen:
                if cellen[plek]:
                    return None
                cellen[plek] = list(woorden)
            if not delen:
                return None
        return cellen

    def _is_lang_label(self, groep: Woordgroep, raakt: list[int]) -> bool:
        """Whether a piece is a label that runs on above blank cells: no text in a next column, no value among it."""
        leeg = raakt[1:] and raakt[1] >= self.eerste
        over = [woord for woord in groep.woorden if self._raakt(woord)[:1] > [0]]
        return raakt[0] == 0 and bool(leeg) and not any(Woordgroep([woord]).is_waarde for woord in over)

    def _verdeeld(self, groep: Woordgroep, in_kop: bool) -> list[tuple[int, list[Woord]]]:
        """The words of a piece by the column that each touches; nothing where they stand as close as words do."""
        delen: list[tuple[int, list[Woord]]] = []
        for woord in groep.woorden:
            raakt = self._raakt(woord)
            if len(raakt) != 1:
                return []
            if not delen or delen[-1][0] != raakt[0]:
                if delen and not is_wijd(delen[-1][1][-1], woord):
                    return []
                delen.append((raakt[0], []))
            delen[-1][1].append(woord)
        past = in_kop or all(Woordgroep(woorden).is_waarde for plek, woorden in delen if self.stroken[plek].is_waarde)
        return delen if past and len({plek for plek, _ in delen}) == len(delen) else []


def _naast_elkaar(lijnen: Sequence[PdfLijn]) -> Iterator[list[PdfLijn]]:
    """Lines that overlap in height: cells of one row, of which some wrap."""
    samen: list[PdfLijn] = []
    for lijn in lijnen:
        if samen and not (lijn.afstand is not None and lijn.afstand < OVERLAPT * lijn.hoogte):
            yield samen
            samen = []
        samen.append(lijn)
    if samen:
        yield samen


def _kolomsgewijs(lijnen: Sequence[PdfLijn]) -> list[Woordgroep]:
    """The pieces of lines that stand above each other as one."""
    kolommen: list[list[Woordgroep]] = []
    for groep in sorted((groep for lijn in lijnen for groep in lijn.groepen), key=lambda groep: groep.links):
        if kolommen and groep.links < max(ander.rechts for ander in kolommen[-1]):
            kolommen[-1].append(groep)
        else:
            kolommen.append([groep])
    return [
        Woordgroep(
            [woord for groep in sorted(kolom, key=lambda groep: groep.woorden[0].voet) for woord in groep.woorden]
        )
        for kolom in kolommen
    ]
