"""Tables without lines: rows of values under a header, and where their columns end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lezer.pdf.bladzijde import Woord
from ingest.lezer.pdf.lijnen import PdfLijn, Woordgroep
from ingest.lezer.pdf.tabelrijen import (
    BINNEN_CEL,
    GROTER,
    MEESTE_KOPREGELS,
    Cellen,
    PdfRij,
    PdfTabel,
    herhaalde_regels,
    koppen_samen,
    voeg_samen,
)

# Parts of the height of a line.
_NABIJ = 2.6
_INSPRONG = 4.0
# Parts of the distance between rows.
_VERDER = 1.15
_MEESTE_LABELREGELS = 5


def tabellen_zonder_lijnen(lijnen: Sequence[PdfLijn], begin: int, einde: int) -> Iterator[PdfTabel]:
    vrij = begin
    while begin < einde:
        if _is_waarderij(lijnen[begin]):
            tabel = _Tabelgebied(lijnen, vrij, begin, einde).tabel()
            if sum(rij.gevuld > 1 for rij in tabel.rijen) > 1:
                yield tabel
                begin = vrij = tabel.tot
                continue
        begin += 1


def _is_waarderij(lijn: PdfLijn) -> bool:
    """A label and values that stand apart, or only such values; a wide-spaced line of text has more words than that."""
    groepen = lijn.groepen[0 if _is_waardig(lijn.groepen[0]) else 1 :]
    waardig = sum(map(_is_waardig, groepen))
    return not lijn.schuin and len(lijn.groepen) > 1 and waardig > 0 and waardig * 2 >= len(groepen)


def _is_waardig(groep: Woordgroep) -> bool:
    return groep.is_waarde or groep.is_jaar


def _is_kopregel(lijn: PdfLijn) -> bool:
    """Years, later ones to the right, and no other values."""
    jaren = [groep.tekst[-4:] for groep in lijn.groepen if groep.is_jaar]
    return bool(jaren) and jaren == sorted(jaren) and all(s.is_jaar or not s.is_waarde for s in lijn.groepen)


@dataclass
class _Strook:
    """An upright strip of the page: where a column stands."""

    links: float
    rechts: float

    def raakt(self, deel: Woordgroep | Woord) -> bool:
        return deel.links < self.rechts and deel.rechts > self.links


class _Tabelgebied:
    """Lines that can be one table, grown from its first line with values."""

    def __init__(self, lijnen: Sequence[PdfLijn], vrij: int, begin: int, einde: int) -> None:
        self.lijnen, self.einde = lijnen, einde
        self.van, self.tot = begin, begin + 1
        self.weg: set[int] = set()
        self.waarderijen = 1
        self.wijdst = 0.0
        self.hoogte = lijnen[begin].hoogte
        self.links = _waardelinks(lijnen[begin])
        self.lijf = not _is_kopregel(lijnen[begin])
        self._groei_op(vrij)
        self._groei_neer()

    def _groei_op(self, vrij: int) -> None:
        """Lines of the header above the first line with values."""
        laagst = max(vrij, self.van - MEESTE_KOPREGELS)
        while self.van > laagst and self._hoort_boven(self.van - 1):
            self.van -= 1

    def _hoort_boven(self, index: int) -> bool:
        lijn, afstand = self.lijnen[index], self.lijnen[index + 1].afstand
        ruim = _NABIJ if len(lijn.groepen) > 2 else 1.5
        if afstand is None or afstand > ruim * self.hoogte or lijn.schuin or lijn.hoogte > GROTER * self.hoogte:
            return False
        if len(lijn.groepen) == 1:
            return lijn.links > self.links - self.hoogte or lijn.rechts < self.links
        return not any(groep.is_waarde and not groep.is_jaar for groep in lijn.groepen)

    def _groei_neer(self) -> None:
        """Rows, and the lines between that have only a label or text; the last of those are cut off again later."""
        index, zonder_waarde = self.tot, 0
        while index < self.einde and zonder_waarde < _MEESTE_LABELREGELS:
            lijn = self.lijnen[index]
            if lijn.afstand is None and (herhaald := self._herhaalde_kop(index)):
                self.weg |= set(range(index, index + herhaald))
                index, self.tot = index + herhaald, index + herhaald
                continue
            if not self._nabij(index) or not self._kan_rij(lijn):
                return
            waarderij = _is_waarderij(lijn)
            zonder_waarde = 0 if any(groep.is_waarde for groep in lijn.groepen) else zonder_waarde + 1
            self.waarderijen += waarderij
            if waarderij and not _is_kopregel(lijn):
                self.lijf = True
                self.links = min(self.links, _waardelinks(lijn))
            self.wijdst = max(self.wijdst, lijn.afstand or 0.0)
            index += 1
            self.tot = index

    def _nabij(self, index: int) -> bool:
        """Whether a line is near enough to the one above it to be of the same table; the first of a page may be."""
        afstand = self.lijnen[index].afstand
        if afstand is None or index - 1 in self.weg:
            return True
        if self.waarderijen < 2:
            return afstand <= _NABIJ * self.hoogte
        return afstand <= max(1.5 * self.hoogte, min(_VERDER * self.wijdst, 3 * self.hoogte))

    def _kan_rij(self, lijn: PdfLijn) -> bool:
        if (
            lijn.schuin
            or lijn.hoogte > GROTER * self.hoogte
            or (self.lijf and len(lijn.groepen) > 1 and _is_kopregel(lijn))
        ):
            return False
        return len(lijn.groepen) > 1 or lijn.rechts < self.links or lijn.links > self.links - self.hoogte

    def _herhaalde_kop(self, index: int) -> int:
        """How many lines at the top of a page are the header of this table again."""
        boven = self.lijnen[index : index + MEESTE_KOPREGELS]
        kop = _koplijnen(self.lijnen[self.van : self.tot])
        while kop and self._is_los_label(kop[-1]):
            kop = kop[:-1]
        return herhaalde_regels([lijn.tekst for lijn in kop], [lijn.tekst for lijn in boven])

    def _is_los_label(self, lijn: PdfLijn) -> bool:
        """A label by itself, too far below the line above it to belong to that."""
        ver = (lijn.afstand or 0.0) > BINNEN_CEL * lijn.hoogte
        return len(lijn.groepen) == 1 and lijn.rechts < self.links and ver

    def tabel(self) -> PdfTabel:
        """The table without the lines before and behind it that turn out to be no part of it."""
        alle = [lijn for i, lijn in enumerate(self.lijnen[self.van : self.tot], self.van) if i not in self.weg]
        rijen = voeg_samen(_Kolommen(alle).rijen())
        while rijen and rijen[0].gevuld == 1 and (rijen[0].label or not rijen[0].recht):
            self.van += len(rijen.pop(0).lijnen)
        while rijen and (rijen[-1].gevuld == 1 or not (rijen[-1].recht or _is_waarderij(rijen[-1].lijnen[0]))):
            rijen.pop()
        if rijen:
            laatste = rijen[-1].lijnen[-1]
            self.tot = next(i for i in range(self.van, self.tot) if self.lijnen[i] is laatste) + 1
        return PdfTabel(self.van, self.tot, koppen_samen(rijen))


def _koplijnen(lijnen: Sequence[PdfLijn]) -> Sequence[PdfLijn]:
    """The lines above the first row of values."""
    rijen = (i for i, lijn in enumerate(lijnen) if _is_waarderij(lijn) and not _is_kopregel(lijn))
    return lijnen[: next(rijen, len(lijnen))]


def _waardelinks(lijn: PdfLijn) -> float:
    """Where the values begin: what ends before that is a label."""
    return next((groep.links for groep in lijn.groepen[1:] if _is_waardig(groep)), lijn.groepen[-1].links)


class _Kolommen:
    """The columns of a block: those of its fullest row, together with the header right above the rows."""

    def __init__(self, lijnen: list[PdfLijn]) -> None:
        self.lijnen, self.hoogte = lijnen, lijnen[0].hoogte
        self.koppen = _koplijnen(lijnen)
        self.labels = self._labels()
        self.tweede = {round(groep.links) for lijn in lijnen for groep in lijn.groepen[1:2]}
        lijf = [self._delen(lijn)[1] for lijn in lijnen[len(self.koppen) :]]
        lijf = [delen for delen in lijf if any(deel.is_waarde for deel in delen)]
        volste = max(lijf, key=len, default=[])
        kop = max((self._delen(lijn)[1] for lijn in reversed(self.koppen)), key=len, default=[])
        self.kolommen = self._paar(kop, volste) or _grenzen(max(kop, volste, key=len))
        for delen in lijf:
            self._verbreed(delen)

    def _labels(self) -> _Strook:
        """Where the labels stand: the texts that lines begin with, and what begins as far to the left as those."""
        eerste = [lijn.groepen[0] for lijn in self.lijnen]
        teksten = [groep for groep in eerste if not _is_waardig(groep)] or eerste
        links = min(groep.links for groep in teksten)
        return _Strook(links, max(groep.rechts for groep in teksten if groep.links - links < _INSPRONG * self.hoogte))

    def _delen(self, lijn: PdfLijn) -> tuple[list[Woordgroep], list[Woordgroep]]:
        """The label of a line (a list of one or none), and its other pieces."""
        eerste = lijn.groepen[0]
        is_tweede = any(abs(eerste.links - links) < self.hoogte / 2 for links in self.tweede)
        is_label = self.labels.raakt(eerste) and not is_tweede
        if _is_waardig(eerste):
            ruimte = self.hoogte * (_INSPRONG if len(eerste.woorden) > 1 and not eerste.is_waarde else 1)
            is_label = abs(eerste.links - self.labels.links) < ruimte
        return (lijn.groepen[:1], lijn.groepen[1:]) if is_label else ([], lijn.groepen)

    def _paar(self, kop: list[Woordgroep], volste: list[Woordgroep]) -> list[_Strook]:
        """As many headers as values: the first above the first, and so on; nothing where they would cross."""
        if len(kop) != len(volste):
            return []
        paren = [_Strook(min(k.links, v.links), max(k.rechts, v.rechts)) for k, v in zip(kop, volste, strict=True)]
        return paren if all(een.rechts <= ander.links for een, ander in pairwise(paren)) else []

    def _verbreed(self, delen: list[Woordgroep]) -> None:
        """A column is as wide as its widest value."""
        plaatsen = [self._plaats(deel) for deel in delen]
        for deel, plaats in zip(delen, plaatsen, strict=True):
            if plaats is not None and plaatsen.count(plaats) == 1:
                kolom = self.kolommen[plaats]
                kolom.links, kolom.rechts = min(kolom.links, deel.links), max(kolom.rechts, deel.rechts)

    def _plaats(self, deel: Woordgroep | Woord) -> int | None:
        """The only column that it touches."""
        raakt = [i for i, kolom in enumerate(self.kolommen) if kolom.raakt(deel)]
        return raakt[0] if len(raakt) == 1 else None

    def rijen(self) -> list[PdfRij]:
        """A row for each line."""
        return [self._rij(lijn, lijn in self.koppen) for lijn in self.lijnen]

    def _rij(self, lijn: PdfLijn, in_kop: bool) -> PdfRij:
        label, delen = self._delen(lijn)
        geplaatst = (in_kop and self._boven_groepen(delen)) or self._geplaatst(delen)
        if geplaatst is None:
            return PdfRij([list(groep.woorden) for groep in lijn.groepen], [lijn], recht=False)
        cellen = [[woord for groep in label for woord in groep.woorden], *geplaatst]
        return PdfRij(cellen, [lijn])

    def _boven_groepen(self, delen: list[Woordgroep]) -> Cellen | None:
        """Years that each stand above as many columns go above the first of those."""
        aantal = len(self.kolommen) // len(delen) if len(delen) > 1 else 0
        if aantal < 1 or len(self.kolommen) % len(delen) or not all(groep.is_jaar or aantal == 1 for groep in delen):
            return None
        cellen: Cellen = [[] for _ in self.kolommen]
        for nummer, groep in enumerate(delen):
            eigen = self.kolommen[nummer * aantal : (nummer + 1) * aantal]
            erboven = eigen[0].links - 1 < (groep.links + groep.rechts) / 2 < eigen[-1].rechts + 1
            if not erboven:
                return None
            cellen[nummer * aantal] = list(groep.woorden)
        return cellen

    def _geplaatst(self, delen: list[Woordgroep]) -> Cellen | None:
        """Each piece in the one column that it touches, or each of its words; None where that cannot be told."""
        cellen: Cellen = [[] for _ in self.kolommen]
        for groep in delen:
            plaats = self._plaats(groep)
            plaatsen = [plaats] * len(groep.woorden) if plaats is not None else [self._plaats(w) for w in groep.woorden]
            for woord, waar in zip(groep.woorden, plaatsen, strict=True):
                if waar is None or (cellen[waar] and cellen[waar][-1] not in groep.woorden):
                    return None
                cellen[waar].append(woord)
        return cellen


def _grenzen(delen: list[Woordgroep]) -> list[_Strook]:
    return [_Strook(groep.links, groep.rechts) for groep in delen]
