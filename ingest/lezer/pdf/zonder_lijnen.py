"""Tables without lines: rows of values under a header, and where their columns end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from ingest.lezer.pdf.dichte_rijen import geweigerd
from ingest.lezer.pdf.kolommen import Kolommen, is_inhoudsopgave, is_waardig, koplijnen
from ingest.lezer.pdf.lijnen import PdfLijn
from ingest.lezer.pdf.rijen import meet, voeg_samen
from ingest.lezer.pdf.tabelrijen import (
    GROTER,
    MEESTE_KOPREGELS,
    PdfTabel,
    herhaalde_regels,
    koppen_samen,
)

# Parts of the height of a line.
_NABIJ = 2.6
# Parts of the distance between rows.
_VERDER = 1.15
_MEESTE_LABELREGELS = 12
_MEESTE_KOP = 30
_ZEKERE_RIJEN = 3
"""So many lines with values show how far rows lie apart; fewer can be lines of one row."""


def tabellen_zonder_lijnen(lijnen: Sequence[PdfLijn], begin: int, einde: int) -> Iterator[PdfTabel]:
    vrij = begin
    while begin < einde:
        if lijnen[begin].is_waarderij:
            tabel = _Tabelgebied(lijnen, vrij, begin, einde).tabel()
            if sum(rij.gevuld > 1 for rij in tabel.rijen) > 1:
                yield tabel
            # What is no table is passed over whole: within a row no other one begins.
            begin = vrij = max(begin + 1, tabel.tot)
            continue
        begin += 1


class _Tabelgebied:
    """Lines that can be one table, grown from its first line with values."""

    def __init__(self, lijnen: Sequence[PdfLijn], vrij: int, begin: int, einde: int) -> None:
        self.lijnen, self.einde = lijnen, einde
        self.van, self.tot = begin, begin + 1
        self.weg: set[int] = set()
        self.waarderijen = 1
        self.wijdst = 0.0
        self.hoogte = lijnen[begin].hoogte
        self.lijf = not lijnen[begin].is_kopregel
        jaren = [groep.links for groep in lijnen[begin].groepen if groep.is_jaar]
        self.jaren = 0.0 if self.lijf else min(jaren) - self.hoogte
        self.links = _waardelinks(lijnen[begin], self.jaren)
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
            past = lijn.links > self.links - self.hoogte or lijn.rechts < self.links
            return past or any(lijn.is_wijder(vorige, woord) for vorige, woord in pairwise(lijn.woorden))
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
            waarderij = lijn.is_waarderij
            zonder_waarde = 0 if any(lijn.waarden) else zonder_waarde + 1
            self.waarderijen += waarderij
            if waarderij and not lijn.is_kopregel:
                self.lijf = True
                self.links = min(self.links, _waardelinks(lijn, self.jaren))
            self.wijdst = max(self.wijdst, lijn.afstand or 0.0)
            index += 1
            self.tot = index

    def _nabij(self, index: int) -> bool:
        """Whether a line is near enough to the one above it to be of the same table; the first of a page may be."""
        afstand = self.lijnen[index].afstand
        if afstand is None or index - 1 in self.weg:
            return True
        if self.waarderijen < _ZEKERE_RIJEN:
            return afstand <= _NABIJ * self.hoogte
        return afstand <= max(1.5 * self.hoogte, min(_VERDER * self.wijdst, 3 * self.hoogte))

    def _kan_rij(self, lijn: PdfLijn) -> bool:
        if (
            lijn.schuin
            or lijn.hoogte > GROTER * self.hoogte
            or (self.lijf and len(lijn.groepen) > 1 and lijn.is_kopregel)
        ):
            return False
        return len(lijn.groepen) > 1 or lijn.rechts < self.links or lijn.links > self.links - self.hoogte

    def _herhaalde_kop(self, index: int) -> int:
        """How many lines at the top of a page are the header of this table again."""
        boven = self.lijnen[index : index + MEESTE_KOPREGELS]
        kop = list(koplijnen(self.lijnen[self.van : min(self.tot, self.van + _MEESTE_KOP)]))
        herhaald = 0
        while kop and not herhaald:
            herhaald = herhaalde_regels([lijn.tekst for lijn in kop], [lijn.tekst for lijn in boven])
            if len(kop.pop().groepen) > 1:
                break
        return herhaald

    def _breekt_af(self, binnen_cel: float | None) -> bool:
        """Whether the line below is as close as one of the last row is: then that is not known whole."""
        afstand = self.lijnen[self.tot].afstand if self.tot < self.einde else None
        return binnen_cel is not None and afstand is not None and afstand <= binnen_cel

    def tabel(self) -> PdfTabel:
        """The table without the lines before and behind it that turn out to be no part of it."""
        alle = [lijn for i, lijn in enumerate(self.lijnen[self.van : self.tot], self.van) if i not in self.weg]
        kolommen = Kolommen(alle)
        if kolommen.is_tekst or is_inhoudsopgave(alle):
            return PdfTabel(self.van, self.tot)
        los = list(kolommen.rijen())
        maten = meet(los)
        rijen = voeg_samen(los, maten)
        if rijen and self._breekt_af(maten.binnen_cel):
            rijen[-1] = geweigerd(rijen[-1:], len(kolommen.stroken))
        while rijen and rijen[0].gevuld == 1 and (rijen[0].label or not rijen[0].recht):
            self.van += len(rijen.pop(0).lijnen)
        while rijen and (
            rijen[-1].gevuld == 1 or not (rijen[-1].recht or any(lijn.is_waarderij for lijn in rijen[-1].lijnen))
        ):
            rijen.pop()
        if rijen:
            laatste = rijen[-1].lijnen[-1]
            self.tot = next(i for i in range(self.van, self.tot) if self.lijnen[i] is laatste) + 1
        return PdfTabel(self.van, self.tot, koppen_samen(rijen))


def _waardelinks(lijn: PdfLijn, vanaf: float) -> float:
    """Where the values at its right begin, which end behind `vanaf`: what stands before them is a label or a text."""
    groepen = [groep for groep in lijn.groepen[1:] if groep.rechts > vanaf] or lijn.groepen[1:]
    achteraan = list(takewhile(lambda groep: is_waardig(groep) and groep.tekst != "%", reversed(groepen)))
    return (achteraan or list(filter(is_waardig, groepen))[:1] or groepen)[-1].links
