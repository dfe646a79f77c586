"""The tables among the lines of a document: which lines are rows, which columns they have, and what is in each cell.

A table with drawn lines has its cells between those. In another one the columns are where values stand below
each other. A blank cell is found by place. A row that cannot be placed so keeps the pieces that it has: the grammar
then refuses it by their number. Nothing is placed by guessing.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from ingest.lezer.bladzijde import Bladzijde, Streep, Woord
from ingest.lezer.lijnen import Lijn, Stuk

Cellen = list[list[Woord]]

_RAAKT = 2.5
"""Points between lines that were drawn to touch."""
_PUNTEN = {"-", "–", "•", "*", "▪", "\uf0b7"}
# Parts of the height of a line.
_NABIJ = 2.6
_BINNEN_CEL = 1.3
_OVERLAPT = 0.8
_GROTER = 1.12
_INSPRONG = 4.0
# Parts of the distance between rows.
_VERDER = 1.15
_DICHTER = 0.87
_MEESTE_KRUISINGEN = 100_000
_MEESTE_LABELREGELS = 5
_MEESTE_KOPREGELS = 6


@dataclass
class Rij:
    """One row: the words of each cell, and the lines that it was made of."""

    cellen: Cellen
    lijnen: list[Lijn]
    recht: bool = True
    """Whether each cell stands in a column; without that the cells are the pieces of the line."""
    omlijnd: bool = False
    """Whether lines are drawn around its cells."""

    @property
    def gevuld(self) -> int:
        return sum(map(bool, self.cellen))

    @property
    def label(self) -> list[Woord]:
        return self.cellen[0] if self.recht else []

    @property
    def is_kaal(self) -> bool:
        """Only a label, and no lines drawn around cells: nothing shows that it has blank ones."""
        return self.gevuld == 1 and bool(self.label) and (self.is_punt or not self.omlijnd)

    @property
    def is_punt(self) -> bool:
        """Whether its label begins with a bullet or a dash: a line of its own below another."""
        return len(self.label) > 1 and self.label[0].tekst in _PUNTEN

    @property
    def vol(self) -> bool:
        """Has a label, and something in another column."""
        return self.gevuld > 1 and bool(self.label)

    def teksten(self) -> list[str]:
        """The text of each cell; a word that was broken off at the end of a line goes on without a space."""
        return [re.sub(r"(?<=\w-)\n(?!en |of )", "", _met_regels(cel)).replace("\n", " ") for cel in self.cellen]


@dataclass
class Tabel:
    """The rows of lines `van` up to `tot`; a header that is repeated on a next page is not among them."""

    van: int
    tot: int
    rijen: list[Rij] = field(default_factory=list)


def vind_tabellen(lijnen: Sequence[Lijn]) -> list[Tabel]:
    """The tables in reading order; `lijnen` are those of the whole document, without running heads."""
    met_lijnen = _omlijnde_tabellen(lijnen)
    tabellen: list[Tabel] = []
    begin = 0
    for tabel in [*met_lijnen, Tabel(len(lijnen), len(lijnen))]:
        tabellen += _tabellen_zonder_lijnen(lijnen, begin, tabel.van)
        tabellen += [tabel] if tabel.rijen else []
        begin = tabel.tot
    return tabellen


# Tables with drawn lines


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

    def band(self, lijn: Lijn) -> int:
        return bisect(self.banden, lijn.midden)

    def cellen(self, lijn: Lijn) -> Cellen:
        """The words of a line by the cell that they stand in; a cell over more columns is that of the first."""
        hoogte = lijn.midden
        grenzen = [s.op for s in self.staand if s.van - _RAAKT < hoogte < s.tot + _RAAKT]
        grenzen = _zonder_buren(sorted([self.links, *grenzen]))
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


def _omlijnde_tabellen(lijnen: Sequence[Lijn]) -> list[Tabel]:
    tabellen: list[tuple[Tabel, _Kader]] = []
    begin = 0
    for _, groep in groupby(lijnen, key=lambda lijn: lijn.pagina):
        pagina = list(groep)
        for kader in _kaders(pagina[0].blad):
            binnen = [i for i, lijn in enumerate(pagina) if not lijn.schuin and kader.boven < lijn.midden < kader.onder]
            if not binnen or not all(_past(kader, pagina[i]) for i in binnen):
                continue
            van, tot = begin + binnen[0], begin + binnen[-1] + 1
            rijen = _rijen_in_kader(kader, lijnen[van:tot])
            if sum(rij.gevuld > 1 for rij in rijen) > 1 and (not tabellen or tabellen[-1][0].tot <= van):
                _neem_op(tabellen, Tabel(van, tot, rijen), kader, lijnen)
        begin += len(pagina)
    for tabel, _ in tabellen:
        tabel.rijen = _koppen_samen(tabel.rijen)
    return [tabel for tabel, _ in tabellen]


def _past(kader: _Kader, lijn: Lijn) -> bool:
    return kader.links - _RAAKT < lijn.links and lijn.rechts < kader.rechts + _RAAKT


def _neem_op(tabellen: list[tuple[Tabel, _Kader]], tabel: Tabel, kader: _Kader, lijnen: Sequence[Lijn]) -> None:
    """Add a table, or join it to the one that ended on the page before."""
    if tabellen:
        vorige, vorig_kader = tabellen[-1]
        sluit_aan = vorige.tot == tabel.van and lijnen[tabel.van].afstand is None
        zelfde = len(kader.kolommen) == len(vorig_kader.kolommen) and all(
            abs((een - kader.links) - (ander - vorig_kader.links)) < _RAAKT
            for een, ander in zip(kader.kolommen, vorig_kader.kolommen, strict=True)
        )
        herhaald = _herhaald(_teksten(_koprijen(vorige.rijen)), _teksten(tabel.rijen))
        if sluit_aan and zelfde and (herhaald or not _koprijen(tabel.rijen)):
            vorige.rijen += tabel.rijen[herhaald:]
            vorige.tot = tabel.tot
            tabellen[-1] = (vorige, kader)
            return
    tabellen.append((tabel, kader))


def _kaders(blad: Bladzijde) -> list[_Kader]:
    """Groups of lines that touch and make at least two columns and two rows, from top to bottom."""
    staand, liggend = _doorgetrokken(blad.staand), _doorgetrokken(blad.liggend)
    if len(staand) * len(liggend) > _MEESTE_KRUISINGEN:
        return []  # a map or a drawing
    groepen: list[tuple[list[Streep], list[Streep]]] = []
    for streep in staand:
        raakt = [level for level in liggend if _raken(streep, level)]
        eigen = ([streep], raakt)
        rest = []
        for groep in groepen:
            if any(level in groep[1] for level in raakt):
                eigen = (groep[0] + eigen[0], groep[1] + [level for level in eigen[1] if level not in groep[1]])
            else:
                rest.append(groep)
        groepen = [*rest, eigen]
    kaders = [_Kader(staande, liggende) for staande, liggende in groepen if len(liggende) > 1]
    return sorted(
        (kader for kader in kaders if len(kader.kolommen) > 1 and len(kader.banden) > 1), key=lambda kader: kader.boven
    )


def _raken(staand: Streep, liggend: Streep) -> bool:
    return (
        staand.van - _RAAKT <= liggend.op <= staand.tot + _RAAKT
        and liggend.van - _RAAKT <= staand.op <= liggend.tot + _RAAKT
    )


def _doorgetrokken(strepen: list[Streep]) -> list[Streep]:
    """Pieces that lie in each other's line as one."""
    uit: list[Streep] = []
    for streep in sorted(strepen, key=lambda streep: (round(streep.op), streep.van)):
        if uit and abs(streep.op - uit[-1].op) < _RAAKT and streep.van <= uit[-1].tot + _RAAKT:
            uit[-1] = Streep(uit[-1].op, uit[-1].van, max(uit[-1].tot, streep.tot))
        else:
            uit.append(streep)
    return uit


def _rijen_in_kader(kader: _Kader, lijnen: Sequence[Lijn]) -> list[Rij]:
    """The lines between two level lines are one row, unless one column has a value on more of them."""
    rijen: list[Rij] = []
    for _, groep in groupby(lijnen, key=kader.band):
        los = [Rij(kader.cellen(lijn), [lijn], omlijnd=True) for lijn in groep]
        delen: list[list[Rij]] = []
        for rij in los:
            if rij.is_punt or not delen:
                delen.append([])
            delen[-1].append(rij)
        rijen += _voeg_samen(los) if _botst(los) else map(_samen, delen)
    return rijen


# Tables without drawn lines


def _tabellen_zonder_lijnen(lijnen: Sequence[Lijn], begin: int, einde: int) -> Iterator[Tabel]:
    vrij = begin
    while begin < einde:
        if _is_waarderij(lijnen[begin]):
            tabel = _Blok(lijnen, vrij, begin, einde).tabel()
            if sum(rij.gevuld > 1 for rij in tabel.rijen) > 1:
                yield tabel
                begin = vrij = tabel.tot
                continue
        begin += 1


def _is_waarderij(lijn: Lijn) -> bool:
    """A label and values that stand apart, or only such values; a wide-spaced line of text has more words than that."""
    stukken = lijn.stukken[0 if _is_waardig(lijn.stukken[0]) else 1 :]
    waardig = sum(map(_is_waardig, stukken))
    return not lijn.schuin and len(lijn.stukken) > 1 and waardig > 0 and waardig * 2 >= len(stukken)


def _is_waardig(stuk: Stuk) -> bool:
    return stuk.is_waarde or stuk.is_jaar


def _is_kopregel(lijn: Lijn) -> bool:
    """Years, later ones to the right, and no other values."""
    jaren = [stuk.tekst[-4:] for stuk in lijn.stukken if stuk.is_jaar]
    return bool(jaren) and jaren == sorted(jaren) and all(s.is_jaar or not s.is_waarde for s in lijn.stukken)


@dataclass
class _Kolom:
    links: float
    rechts: float

    def raakt(self, deel: Stuk | Woord) -> bool:
        return deel.links < self.rechts and deel.rechts > self.links


class _Blok:
    """Lines that can be one table, grown from its first line with values."""

    def __init__(self, lijnen: Sequence[Lijn], vrij: int, begin: int, einde: int) -> None:
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
        laagst = max(vrij, self.van - _MEESTE_KOPREGELS)
        while self.van > laagst and self._hoort_boven(self.van - 1):
            self.van -= 1

    def _hoort_boven(self, index: int) -> bool:
        lijn, afstand = self.lijnen[index], self.lijnen[index + 1].afstand
        ruim = _NABIJ if len(lijn.stukken) > 2 else 1.5
        if afstand is None or afstand > ruim * self.hoogte or lijn.schuin or lijn.hoogte > _GROTER * self.hoogte:
            return False
        if len(lijn.stukken) == 1:
            return lijn.links > self.links - self.hoogte or lijn.rechts < self.links
        return not any(stuk.is_waarde and not stuk.is_jaar for stuk in lijn.stukken)

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
            zonder_waarde = 0 if any(stuk.is_waarde for stuk in lijn.stukken) else zonder_waarde + 1
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

    def _kan_rij(self, lijn: Lijn) -> bool:
        if (
            lijn.schuin
            or lijn.hoogte > _GROTER * self.hoogte
            or (self.lijf and len(lijn.stukken) > 1 and _is_kopregel(lijn))
        ):
            return False
        return len(lijn.stukken) > 1 or lijn.rechts < self.links or lijn.links > self.links - self.hoogte

    def _herhaalde_kop(self, index: int) -> int:
        """How many lines at the top of a page are the header of this table again."""
        boven = self.lijnen[index : index + _MEESTE_KOPREGELS]
        kop = _koplijnen(self.lijnen[self.van : self.tot])
        while kop and self._is_los_label(kop[-1]):
            kop = kop[:-1]
        return _herhaald([lijn.tekst for lijn in kop], [lijn.tekst for lijn in boven])

    def _is_los_label(self, lijn: Lijn) -> bool:
        """A label by itself, too far below the line above it to belong to that."""
        ver = (lijn.afstand or 0.0) > _BINNEN_CEL * lijn.hoogte
        return len(lijn.stukken) == 1 and lijn.rechts < self.links and ver

    def tabel(self) -> Tabel:
        """The table without the lines before and behind it that turn out to be no part of it."""
        alle = [lijn for i, lijn in enumerate(self.lijnen[self.van : self.tot], self.van) if i not in self.weg]
        rijen = _voeg_samen(_Kolommen(alle).rijen())
        while rijen and rijen[0].gevuld == 1 and (rijen[0].label or not rijen[0].recht):
            self.van += len(rijen.pop(0).lijnen)
        while rijen and (rijen[-1].gevuld == 1 or not (rijen[-1].recht or _is_waarderij(rijen[-1].lijnen[0]))):
            rijen.pop()
        if rijen:
            laatste = rijen[-1].lijnen[-1]
            self.tot = next(i for i in range(self.van, self.tot) if self.lijnen[i] is laatste) + 1
        return Tabel(self.van, self.tot, _koppen_samen(rijen))


def _koplijnen(lijnen: Sequence[Lijn]) -> Sequence[Lijn]:
    """The lines above the first row of values."""
    rijen = (i for i, lijn in enumerate(lijnen) if _is_waarderij(lijn) and not _is_kopregel(lijn))
    return lijnen[: next(rijen, len(lijnen))]


def _waardelinks(lijn: Lijn) -> float:
    """Where the values begin: what ends before that is a label."""
    return next((stuk.links for stuk in lijn.stukken[1:] if _is_waardig(stuk)), lijn.stukken[-1].links)


class _Kolommen:
    """The columns of a block: those of its fullest row, together with the header right above the rows."""

    def __init__(self, lijnen: list[Lijn]) -> None:
        self.lijnen, self.hoogte = lijnen, lijnen[0].hoogte
        self.koppen = _koplijnen(lijnen)
        self.labels = self._labels()
        self.tweede = {round(stuk.links) for lijn in lijnen for stuk in lijn.stukken[1:2]}
        lijf = [self._delen(lijn)[1] for lijn in lijnen[len(self.koppen) :]]
        lijf = [delen for delen in lijf if any(deel.is_waarde for deel in delen)]
        volste = max(lijf, key=len, default=[])
        kop = max((self._delen(lijn)[1] for lijn in reversed(self.koppen)), key=len, default=[])
        self.kolommen = self._paar(kop, volste) or _grenzen(max(kop, volste, key=len))
        for delen in lijf:
            self._verbreed(delen)

    def _labels(self) -> _Kolom:
        """Where the labels stand: the texts that lines begin with, and what begins as far to the left as those."""
        eerste = [lijn.stukken[0] for lijn in self.lijnen]
        teksten = [stuk for stuk in eerste if not _is_waardig(stuk)] or eerste
        links = min(stuk.links for stuk in teksten)
        return _Kolom(links, max(stuk.rechts for stuk in teksten if stuk.links - links < _INSPRONG * self.hoogte))

    def _delen(self, lijn: Lijn) -> tuple[list[Stuk], list[Stuk]]:
        """The label of a line (a list of one or none), and its other pieces."""
        eerste = lijn.stukken[0]
        is_tweede = any(abs(eerste.links - links) < self.hoogte / 2 for links in self.tweede)
        is_label = self.labels.raakt(eerste) and not is_tweede
        if _is_waardig(eerste):
            ruimte = self.hoogte * (_INSPRONG if len(eerste.woorden) > 1 and not eerste.is_waarde else 1)
            is_label = abs(eerste.links - self.labels.links) < ruimte
        return (lijn.stukken[:1], lijn.stukken[1:]) if is_label else ([], lijn.stukken)

    def _paar(self, kop: list[Stuk], volste: list[Stuk]) -> list[_Kolom]:
        """As many headers as values: the first above the first, and so on; nothing where they would cross."""
        if len(kop) != len(volste):
            return []
        paren = [_Kolom(min(k.links, v.links), max(k.rechts, v.rechts)) for k, v in zip(kop, volste, strict=True)]
        return paren if all(een.rechts <= ander.links for een, ander in pairwise(paren)) else []

    def _verbreed(self, delen: list[Stuk]) -> None:
        """A column is as wide as its widest value."""
        plaatsen = [self._plaats(deel) for deel in delen]
        for deel, plaats in zip(delen, plaatsen, strict=True):
            if plaats is not None and plaatsen.count(plaats) == 1:
                kolom = self.kolommen[plaats]
                kolom.links, kolom.rechts = min(kolom.links, deel.links), max(kolom.rechts, deel.rechts)

    def _plaats(self, deel: Stuk | Woord) -> int | None:
        """The only column that it touches."""
        raakt = [i for i, kolom in enumerate(self.kolommen) if kolom.raakt(deel)]
        return raakt[0] if len(raakt) == 1 else None

    def rijen(self) -> list[Rij]:
        """A row for each line."""
        return [self._rij(lijn, lijn in self.koppen) for lijn in self.lijnen]

    def _rij(self, lijn: Lijn, in_kop: bool) -> Rij:
        label, delen = self._delen(lijn)
        geplaatst = (in_kop and self._boven_groepen(delen)) or self._geplaatst(delen)
        if geplaatst is None:
            return Rij([list(stuk.woorden) for stuk in lijn.stukken], [lijn], recht=False)
        cellen = [[woord for stuk in label for woord in stuk.woorden], *geplaatst]
        return Rij(cellen, [lijn])

    def _boven_groepen(self, delen: list[Stuk]) -> Cellen | None:
        """Years that each stand above as many columns go above the first of those."""
        aantal = len(self.kolommen) // len(delen) if len(delen) > 1 else 0
        if aantal < 1 or len(self.kolommen) % len(delen) or not all(stuk.is_jaar or aantal == 1 for stuk in delen):
            return None
        cellen: Cellen = [[] for _ in self.kolommen]
        for nummer, stuk in enumerate(delen):
            groep = self.kolommen[nummer * aantal : (nummer + 1) * aantal]
            erboven = groep[0].links - 1 < (stuk.links + stuk.rechts) / 2 < groep[-1].rechts + 1
            if not erboven:
                return None
            cellen[nummer * aantal] = list(stuk.woorden)
        return cellen

    def _geplaatst(self, delen: list[Stuk]) -> Cellen | None:
        """Each piece in the one column that it touches, or each of its words; None where that cannot be told."""
        cellen: Cellen = [[] for _ in self.kolommen]
        for stuk in delen:
            plaats = self._plaats(stuk)
            plaatsen = [plaats] * len(stuk.woorden) if plaats is not None else [self._plaats(w) for w in stuk.woorden]
            for woord, waar in zip(stuk.woorden, plaatsen, strict=True):
                if waar is None or (cellen[waar] and cellen[waar][-1] not in stuk.woorden):
                    return None
                cellen[waar].append(woord)
        return cellen


def _grenzen(delen: list[Stuk]) -> list[_Kolom]:
    return [_Kolom(stuk.links, stuk.rechts) for stuk in delen]


# Rows of more than one line


def _voeg_samen(rijen: list[Rij]) -> list[Rij]:
    """Put the lines of one row together: they lie closer than rows do, and the label goes on because it did not fit."""
    rand = max((rij.label[-1].rechts for rij in rijen if rij.label), default=0.0)
    rijgat = _rijgat(rijen)
    groepen = [[rij] for rij in rijen[:1]]
    for boven, onder in pairwise(rijen):
        if _een_rij(boven, onder, rand, rijgat):
            groepen[-1].append(onder)
        else:
            groepen.append([onder])
    return [rij for groep in groepen for rij in (groep if _botst(groep) else [_samen(groep)])]


def _rijgat(rijen: list[Rij]) -> float | None:
    """The least distance between two whole rows; without such, the next distance above the least of all."""
    gaten = [
        (boven.vol and onder.vol and not onder.is_punt, onder.lijnen[0].afstand) for boven, onder in pairwise(rijen)
    ]
    zeker = [gat for vol, gat in gaten if vol and gat is not None]
    alle = [gat for _, gat in gaten if gat is not None and gat >= _OVERLAPT * rijen[0].lijnen[0].hoogte]
    return min(zeker or [gat for gat in alle if gat > _GROTER * min(alle)], default=None)


def _een_rij(boven: Rij, onder: Rij, rand: float, rijgat: float | None) -> bool:
    gat, hoogte = onder.lijnen[0].afstand, onder.lijnen[0].hoogte
    if gat is None or not (boven.recht and onder.recht) or (boven.vol and onder.vol) or onder.is_punt:
        return False
    if gat < _OVERLAPT * hoogte:
        return True
    if rijgat is None or gat > _BINNEN_CEL * hoogte or gat > _DICHTER * rijgat:
        return False
    if boven.label and onder.label:
        eerste = onder.label[0]
        return boven.label[-1].rechts + hoogte / 4 + eerste.rechts - eerste.links > rand
    return True


def _botst(rijen: list[Rij]) -> bool:
    """Whether a column would get two values."""
    if len(rijen) < 2:
        return False
    kolommen = zip(*(rij.cellen for rij in rijen), strict=True)
    return any(sum(Stuk(cel).is_waarde for cel in kolom if cel) > 1 for kolom in kolommen)


def _samen(rijen: list[Rij]) -> Rij:
    if len(rijen) == 1:
        return rijen[0]
    cellen = [[woord for cel in kolom for woord in cel] for kolom in zip(*(rij.cellen for rij in rijen), strict=True)]
    return Rij(cellen, [lijn for rij in rijen for lijn in rij.lijnen], omlijnd=rijen[0].omlijnd)


def _met_regels(woorden: list[Woord]) -> str:
    """The words of a cell, with a line break where it goes on on the next line."""
    tekst = ""
    for vorige, woord in pairwise([None, *woorden]):
        if vorige is not None and woord is not None:
            tekst += "\n" if woord.voet > vorige.voet + _OVERLAPT * woord.hoogte else " "
        tekst += woord.tekst if woord is not None else ""
    return tekst


# Headers


def _koprijen(rijen: list[Rij]) -> list[Rij]:
    """The rows above the first one with a value, up to and with the last that has more than a label."""
    for nummer, rij in enumerate(rijen[:_MEESTE_KOPREGELS]):
        stukken = [Stuk(cel) for cel in rij.cellen[1:] if cel]
        if any(stuk.is_waarde and not stuk.is_jaar for stuk in stukken):
            rijen = rijen[:nummer]
            break
    koppen = rijen[:_MEESTE_KOPREGELS]
    while koppen and not any(koppen[-1].cellen[1:]):
        koppen = koppen[:-1]
    return koppen


def _teksten(rijen: list[Rij]) -> list[str]:
    return [" ".join(rij.teksten()) for rij in rijen]


def _koppen_samen(rijen: list[Rij]) -> list[Rij]:
    """A header over more lines as one ("Begroting" above "2026"), where each column then has words and one year.

    A word above more columns stands above one of them only; then some columns have a bare year, and the lines stay.
    """
    koppen = _koprijen(rijen)
    if len(koppen) < 2 or not all(rij.recht for rij in koppen):
        return rijen
    samen = _samen(koppen)
    if all(len(cel) > 1 and Stuk(cel).is_jaar for cel in samen.cellen[1:]):
        return [samen, *rijen[len(koppen) :]]
    return rijen


def _herhaald(kop: list[str], boven: list[str]) -> int:
    """How many of the first lines of a page are the last lines of this header."""
    gelijk = (aantal for aantal in range(len(kop), 0, -1) if boven[:aantal] == kop[-aantal:])
    return next(gelijk, 0)
