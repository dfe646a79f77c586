"""The sign of the amounts of one table: by what its own lasten, baten and sums show, else by its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.lezer.concept import Bedrag, Bevinding, Ernst
from ingest.lezer.roosters.kolommen import AFRONDING
from ingest.lezer.roosters.omgeving import Omgeving
from ingest.lezer.roosters.rooster import Rooster
from ingest.lezer.roosters.verschillen import Verschil, geef_richting
from ingest.lezer.soorten import Bedragstand, Bevindingsoort, Kant, Leegsoort
from ingest.lezer.tabellen.kolommen import Geldkolom

_AF, _BIJ = (Kant.LASTEN, Kant.TOEVOEGINGEN), (Kant.BATEN, Kant.ONTTREKKINGEN)
_NUL = Decimal(0)
_VEEL = 3
"""So many times as often as the other one a sign must be printed for a side to have it."""

Factoren = dict[Kant, int]


def geef_tekens(
    bedragen: Sequence[Bedrag],
    om: Omgeving,
    rooster: Rooster,
    verschillen: Sequence[Verschil],
    geld: Mapping[int, Geldkolom],
) -> tuple[list[Bedrag], list[Bevinding]]:
    """Each amount in the one sign (lasten <= 0 <= baten); what has no sure sign stays as printed, and is asked."""
    eigen = [b for b in bedragen if b.stand is not Bedragstand.VERSCHIL]
    factoren: Factoren = {}
    for kant in (*_AF, *_BIJ):
        if factor := _van_kant(kant, eigen):
            factoren[kant] = factor
        elif om.plus_is_nadeel is not None and all(_is_wijziging(b) for b in eigen if b.kant is kant):
            factoren[kant] = -1 if om.plus_is_nadeel else 1
    gelijk, anders = _met_saldo(eigen, factoren)
    saldo, gezegd = (1 if gelijk else -1) if gelijk != anders else None, None
    if not (gelijk or anders) and om.plus_is_nadeel is not None:
        saldo = gezegd = -1 if om.plus_is_nadeel else 1
    if saldo:
        factoren[Kant.SALDO] = factoren[Kant.MUTATIES] = saldo
    woorden = _in_woorden(factoren)
    klaar = [b if b.stand is Bedragstand.VERSCHIL else _met_teken(b, factoren, woorden) for b in bedragen]
    klaar, over_verschillen = geef_richting(klaar, verschillen, geld, gezegd)
    return klaar, [*_zonder_teken(klaar, rooster), *over_verschillen]


def _is_wijziging(bedrag: Bedrag) -> bool:
    """Whether it is a change: lasten may go down, so most of its signs say nothing of what a minus is."""
    return bedrag.stand is Bedragstand.WIJZIGING


def _van_kant(kant: Kant, bedragen: Sequence[Bedrag]) -> int | None:
    waarden = [b.gedrukte_waarde for b in bedragen if b.kant is kant and b.gedrukte_waarde and not _is_wijziging(b)]
    plus, min_ = sum(w > 0 for w in waarden), sum(w < 0 for w in waarden)
    if not waarden or max(plus, min_) < _VEEL * min(plus, min_):
        return None
    return 1 if (plus > min_) == (kant in _BIJ) else -1


def _met_saldo(bedragen: Sequence[Bedrag], factoren: Factoren) -> tuple[bool, bool]:
    """Whether some saldo is lasten and baten together, and whether some saldo is that with the other sign."""
    gelijk = anders = False
    for saldo, netto in _saldi(bedragen, factoren):
        gelijk |= abs(netto - saldo) <= AFRONDING < abs(netto + saldo)
        anders |= abs(netto + saldo) <= AFRONDING < abs(netto - saldo)
    return gelijk, anders


def _saldi(bedragen: Sequence[Bedrag], factoren: Factoren) -> Iterator[tuple[Decimal, Decimal]]:
    """Each printed saldo beside its lasten and baten: of the same row or post, else of the only ones above it."""
    netto: dict[tuple[object, ...], dict[Kant, Decimal]] = {}
    for b in bedragen:
        if b.kant in (Kant.LASTEN, Kant.BATEN) and b.gedrukte_waarde is not None and b.kant in factoren:
            for sleutel in ((b.onder, b.post, b.stand, b.jaar), _alleen_kant(b)):
                netto.setdefault(sleutel, {}).setdefault(b.kant, b.gedrukte_waarde * factoren[b.kant])
    for b in bedragen:
        if b.kant is Kant.SALDO and b.gedrukte_waarde is not None:
            delen = netto.get((b.onder, b.post, b.stand, b.jaar)) or netto.get(("", b.stand, b.jaar), {})
            if len(delen) > 1:
                yield b.gedrukte_waarde, sum(delen.values(), _NUL)


def _alleen_kant(bedrag: Bedrag) -> tuple[object, ...]:
    """The rows that are called Lasten and Baten themselves are those of the saldo below them."""
    eigen = bedrag.post.casefold().removeprefix("totaal ").removeprefix("totale ") == bedrag.kant
    return ("" if eigen else bedrag.post, bedrag.stand, bedrag.jaar)


def _met_teken(bedrag: Bedrag, factoren: Factoren, conventie: str) -> Bedrag:
    factor = factoren.get(bedrag.kant)
    if bedrag.gedrukte_waarde == _NUL and factor is None:
        return replace(bedrag, bedrag=_NUL)
    if bedrag.gedrukte_waarde is None or factor is None:
        return replace(bedrag, tekenconventie=conventie if factor else "")
    euro = bedrag.gedrukte_waarde * bedrag.schaal * factor + 0  # the sum turns -0 into 0
    past = _is_wijziging(bedrag) or not ((bedrag.kant in _AF and euro > 0) or (bedrag.kant in _BIJ and euro < 0))
    return replace(bedrag, bedrag=euro if past else None, tekenconventie=conventie if past else "")


def _in_woorden(factoren: Factoren) -> str:
    delen = []
    for kant in (Kant.LASTEN, Kant.BATEN):
        if kant in factoren:
            positief = (factoren[kant] == 1) == (kant is Kant.BATEN)
            delen.append(f"{kant} {'positief' if positief else 'negatief'}")
    if Kant.SALDO in factoren and not delen:
        delen.append("negatief is netto kosten" if factoren[Kant.SALDO] == 1 else "positief is netto kosten")
    return ", ".join(delen)


def _zonder_teken(bedragen: Sequence[Bedrag], rooster: Rooster) -> Iterator[Bevinding]:
    """A finding for the rows of which an amount has no sure sign: one for all of them, or one for each."""
    zonder = {b.regel: b for b in bedragen if b.leeg is Leegsoort.NIET and b.bedrag is None}
    alle = {b.regel for b in bedragen if b.leeg is Leegsoort.NIET}
    vraag = "is niet te zien of een bedrag met een min kosten zijn of opbrengsten. Wat is het?"
    if zonder.keys() == alle and len(alle) > 1:
        yield Bevinding(Ernst.FOUT, Bevindingsoort.TEKENS, rooster.van, f"Bij deze tabel {vraag}", rooster.tot)
        return
    met_teken = {b.kant for b in bedragen if b.bedrag is not None}
    for regel, b in sorted(zonder.items()):
        anders = f"{b.post}: {b.als_gedrukt} heeft niet het teken van de andere {b.kant}, en is niet overgenomen."
        tekst = anders if b.kant in met_teken else f"Bij {b.post} {vraag}"
        yield Bevinding(Ernst.FOUT, Bevindingsoort.TEKENS, regel, tekst, onderwerp=b.post)
