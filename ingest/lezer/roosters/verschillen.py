"""Columns that are the difference of two others: which two, and whether each printed difference is theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from ingest.lezer.concept import Bedrag, Bevinding, Ernst
from ingest.lezer.roosters.kolommen import AFRONDING, Kolom, Wat, getallen
from ingest.lezer.roosters.rooster import Rooster
from ingest.lezer.soorten import Bedragstand, Bevindingsoort, Kant
from ingest.lezer.tabellen.kolommen import Geldkolom

_VOLGORDE = (Wat.PRIMITIEF, Wat.BEGROTING, Wat.ONGENOEMD, Wat.NA_WIJZIGING, Wat.REKENING, Wat.REALISATIE)
_MEESTE = Decimal("0.75")
"""Of the rows with a difference, the part that must be that of the two columns; the others are said."""


@dataclass(frozen=True)
class Verschil:
    """A column of differences, and the two that it is the difference of: the earlier and the later."""

    kolom: Kolom
    eerst: Kolom
    dan: Kolom


def vind_verschillen(rooster: Rooster, kolommen: Sequence[Kolom]) -> list[Verschil]:
    """The columns of differences of which the rows themselves show, in one way only, what they are of."""
    gevonden = [_verschil(rooster, kolom, kolommen) for kolom in kolommen if kolom.wat is Wat.VERSCHIL]
    zeker = [verschil for verschil in gevonden if verschil]
    sleutels = [(verschil.kolom.jaar, verschil.kolom.kant) for verschil in zeker]
    return [verschil for verschil in zeker if sleutels.count((verschil.kolom.jaar, verschil.kolom.kant)) == 1]


def _verschil(rooster: Rooster, kolom: Kolom, kolommen: Sequence[Kolom]) -> Verschil | None:
    kant = kolom.kant if kolom.kant in (Kant.LASTEN, Kant.BATEN) else None
    van = [k for k in kolommen if k.wat in _VOLGORDE and (k.kant is kant or (kant is None and k.kant is Kant.SALDO))]
    op_volgorde = sorted(van, key=lambda k: (k.jaar or 0, _VOLGORDE.index(k.wat)))
    paren = [paar for paar in combinations(op_volgorde, 2) if _is_verschil(rooster, kolom, *paar)]
    if len(paren) != 1:
        return None
    eerst, dan = paren[0]
    return Verschil(replace(kolom, jaar=kolom.jaar or dan.jaar, kant=eerst.kant), eerst, dan)


def _is_verschil(rooster: Rooster, kolom: Kolom, eerst: Kolom, dan: Kolom) -> bool:
    rijen = [getallen(rij, (kolom.plek, eerst.plek, dan.plek)) for rij in rooster.rijen]
    paren = [(abs(v), abs(b - a)) for v, a, b in rijen if v is not None and a is not None and b is not None]
    te_zien = [(gedrukt, werkelijk) for gedrukt, werkelijk in paren if max(gedrukt, werkelijk) > AFRONDING]
    gelijk = sum(abs(gedrukt - werkelijk) <= AFRONDING for gedrukt, werkelijk in te_zien)
    return bool(te_zien) and gelijk >= _MEESTE * len(te_zien)


def over_onbekende(rooster: Rooster, kolommen: Sequence[Kolom], bekend: Sequence[Verschil]) -> Iterator[Bevinding]:
    """Whoever looks for another difference learns that it is not kept, and where it stands."""
    for kolom in kolommen:
        if kolom.wat is Wat.VERSCHIL and kolom.plek not in {verschil.kolom.plek for verschil in bekend}:
            tekst = f"De kolom “{kolom.kop}” is een verschil van andere kolommen, en is niet apart bewaard."
            yield Bevinding(Ernst.OPMERKING, Bevindingsoort.TOTAAL, rooster.van, tekst, rooster.tot)


@dataclass(frozen=True)
class _Nagerekend:
    """A printed difference, and what its two columns say in the one sign; None where one of them says nothing."""

    gedrukt: Bedrag
    verschil: Verschil
    werkelijk: Decimal | None

    def richting(self) -> int:
        """1 where it is printed as it is here (a minus is worse), -1 the other way round, 0 where neither is sure."""
        waarde, marge = self.gedrukt.gedrukte_waarde, AFRONDING * self.gedrukt.schaal
        if waarde is None or self.werkelijk is None:
            return 0
        gelijk, anders = (abs(waarde * self.gedrukt.schaal * teken - self.werkelijk) <= marge for teken in (1, -1))
        return 0 if gelijk == anders else 1 if gelijk else -1

    @property
    def klopt(self) -> bool:
        return self.werkelijk is None or abs(abs(self.werkelijk) - abs(self._euro)) <= AFRONDING * self.gedrukt.schaal

    @property
    def is_nul(self) -> bool:
        return self.gedrukt.gedrukte_waarde == 0

    @property
    def _euro(self) -> Decimal:
        return (self.gedrukt.gedrukte_waarde or Decimal(0)) * self.gedrukt.schaal

    def gericht(self, richting: int) -> Bedrag:
        return replace(self.gedrukt, bedrag=self._euro * richting + 0, tekenconventie="een min is nadelig")


def geef_richting(
    bedragen: Sequence[Bedrag], verschillen: Sequence[Verschil], geld: Mapping[int, Geldkolom], gezegd: int | None
) -> tuple[list[Bedrag], list[Bevinding]]:
    """The differences in the one sign: what the later column has more or less, a minus being worse.

    Each side may be printed in its own direction. `gezegd` is that of the words by which a saldo got its sign: where
    the differences go the other way, these words cannot be relied on. What does not equal its columns is said.
    """
    klaar, bevindingen = list(bedragen), []
    for kant in dict.fromkeys(b.kant for b in bedragen if b.stand is Bedragstand.VERSCHIL):
        rijen = list(_rijen([b for b in bedragen if b.kant is kant], verschillen, geld))
        richtingen = {rij.richting() for rij in rijen} - {0}
        if kant is Kant.SALDO and gezegd and richtingen - {gezegd}:
            klaar = [replace(b, bedrag=None, tekenconventie="") if b.kant is kant else b for b in klaar]
            continue
        if all(rij.werkelijk is None for rij in rijen):
            continue  # what has no sign is asked, and its difference with it
        richting = richtingen.pop() if len(richtingen) == 1 else 0
        eigen = {id(rij.gedrukt): rij.gericht(richting) if richting or rij.is_nul else None for rij in rijen}
        klaar = [b for oud in klaar if (b := eigen.get(id(oud), oud)) is not None]
        bevindingen += [
            _over(rij, zeker=bool(richting)) for rij in rijen if not (rij.klopt if richting else rij.is_nul)
        ]
    return klaar, bevindingen


def _rijen(
    bedragen: Sequence[Bedrag], verschillen: Sequence[Verschil], geld: Mapping[int, Geldkolom]
) -> Iterator[_Nagerekend]:
    """The printed differences with a value; `bedragen` are of one side."""
    per_cel = {(b.regel, b.post, b.stand, b.jaar): b for b in bedragen}
    for (regel, post, *_), b in per_cel.items():
        for verschil in verschillen:
            zelf, eerst, dan = (geld[kolom.plek] for kolom in (verschil.kolom, verschil.eerst, verschil.dan))
            if (b.stand, b.jaar) == (zelf.stand, zelf.jaar) and b.gedrukte_waarde is not None:
                cellen = (per_cel.get((regel, post, kolom.stand, kolom.jaar)) for kolom in (eerst, dan))
                een, ander = (cel.bedrag if cel else None for cel in cellen)
                yield _Nagerekend(b, verschil, None if een is None or ander is None else ander - een)


def _over(rij: _Nagerekend, *, zeker: bool) -> Bevinding:
    b, wat = rij.gedrukt, f"{rij.gedrukt.post}: onder “{rij.verschil.kolom.kop}” staat {rij.gedrukt.als_gedrukt}"
    if not zeker:
        tekst = f"{wat}. Welke kant dat verschil op gaat, is niet te zien. Het is niet overgenomen."
        return Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.VERSCHIL, b.regel, tekst, onderwerp=b.post)
    tekst = f"{wat}. Dat is niet het verschil tussen “{rij.verschil.eerst.kop}” en “{rij.verschil.dan.kop}”."
    return Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.TELT_NIET_OP, b.regel, tekst, onderwerp=b.post)
