"""One sign for all money: lasten <= 0 <= baten, saldo their sum. The convention of each table is read, never assumed.

PB 2023 prints the lasten of the uitsplitsing positive, PB 2026 negative; PB 2022 did so for the programma.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from ingest.lezer.concept import Bedrag, Bevinding, Ernst
from ingest.lezer.soorten import Bevindingsoort, Kant, Tabelsoort

_AFNAME, _TOENAME = (Kant.LASTEN, Kant.TOEVOEGINGEN), (Kant.BATEN, Kant.ONTTREKKINGEN)
NUL = Decimal(0)
_AFRONDING = 10
_NAMEN = {
    Tabelsoort.DOELSTELLING: "met de bedragen van de doelstellingen",
    Tabelsoort.PROGRAMMA: "met lasten en baten van het programma",
    Tabelsoort.UITSPLITSING: "met de uitsplitsing van een doelstelling",
}
Saldosleutel = TypeVar("Saldosleutel")


def normaliseer(bedragen: Iterable[Bedrag]) -> tuple[list[Bedrag], list[Bevinding]]:
    """Give each amount its euros in the one sign; a table whose convention cannot be told is refused whole.

    Each programma is looked at by itself: they are written by other hands.
    """
    per_programma: dict[str, list[Bedrag]] = {}
    for bedrag in bedragen:
        per_programma.setdefault(bedrag.programma, []).append(bedrag)
    klaar: list[Bedrag] = []
    bevindingen: list[Bevinding] = []
    for van_programma in per_programma.values():
        gelezen, over = _normaliseer_programma(van_programma)
        klaar += gelezen
        bevindingen += over
    return sorted(klaar, key=lambda bedrag: bedrag.regel), bevindingen


def _normaliseer_programma(bedragen: list[Bedrag]) -> tuple[list[Bedrag], list[Bevinding]]:
    per_tabel: dict[Tabelsoort, list[Bedrag]] = {}
    for bedrag in bedragen:
        per_tabel.setdefault(bedrag.tabel, []).append(bedrag)
    klaar: list[Bedrag] = []
    bevindingen: list[Bevinding] = []
    netto_programma: dict[int, Decimal] = {}
    for tabel in sorted(per_tabel, key=lambda naam: naam is not Tabelsoort.PROGRAMMA):
        try:
            factoren, conventie = _conventie(tabel, per_tabel[tabel], netto_programma)
        except ValueError as fout:
            rijen = sorted(bedrag.regel for bedrag in per_tabel[tabel])
            waar = f"{_NAMEN.get(tabel, tabel)} (regel {rijen[0]} tot en met {rijen[-1]})"
            tekst = f"De tabel {waar} is niet gelezen: {fout}. U kunt de rij met de fout overtypen."
            posten = {bedrag.regel: bedrag.post for bedrag in per_tabel[tabel]}
            bevindingen += [
                Bevinding(Ernst.FOUT, Bevindingsoort.TEKENS, regel, tekst, onderwerp=post)
                for regel, post in sorted(posten.items())
            ]
            continue
        gelezen = [_met_teken(bedrag, factoren[bedrag.kant], conventie) for bedrag in per_tabel[tabel]]
        if tabel is Tabelsoort.PROGRAMMA:
            netto_programma = _netto(gelezen)
        klaar += gelezen
    verwisseld = _tegengesteld(klaar)
    if verwisseld:
        tekst = (
            "De uitsplitsing en de doelstelling hebben tegengestelde tekens, en zijn niet gelezen. Zijn Lasten en "
            "Baten verwisseld? Typ dan de goede rijen over."
        )
        bevindingen += [Bevinding(Ernst.FOUT, Bevindingsoort.TEKENS, regel, tekst) for regel in verwisseld]
        klaar = [bedrag for bedrag in klaar if bedrag.tabel in (Tabelsoort.NIEUW_BELEID, Tabelsoort.BEZUINIGINGEN)]
    return klaar, bevindingen


def _tegengesteld(bedragen: list[Bedrag]) -> list[int]:
    """The lines whose signs cannot both be right: a doelstelling that costs money, and its posts that bring it in.

    Which of the tables is wrong cannot be seen, so none of those whose signs hang together is read.
    """
    saldo = {
        (b.doelstelling, b.jaar): b
        for b in bedragen
        if b.tabel is Tabelsoort.UITSPLITSING and b.kant is Kant.SALDO and b.post in ("Totaal", "Saldo")
    }
    for bedrag in bedragen:
        is_doel = bedrag.tabel is Tabelsoort.DOELSTELLING
        ander = saldo.get((bedrag.doelstelling, bedrag.jaar)) if is_doel else None
        if ander and (ander.bedrag or NUL) * (bedrag.bedrag or NUL) < 0:
            tabellen = (Tabelsoort.DOELSTELLING, Tabelsoort.UITSPLITSING, Tabelsoort.PROGRAMMA)
            return sorted({b.regel for b in bedragen if b.tabel in tabellen})
    return []


def _met_teken(bedrag: Bedrag, factor: int, conventie: str) -> Bedrag:
    waarde = bedrag.gedrukte_waarde
    # "+ 0" turns the -0 that a factor of -1 makes of 0 back into 0.
    euro = None if waarde is None else waarde * bedrag.schaal * factor + 0
    return replace(bedrag, bedrag=euro, tekenconventie=conventie)


def _conventie(
    tabel: Tabelsoort, bedragen: list[Bedrag], netto_programma: dict[int, Decimal]
) -> tuple[dict[Kant, int], str]:
    """The factor per side, and the convention in words; raises ValueError where the signs contradict each other."""
    if tabel is Tabelsoort.NIEUW_BELEID:
        return {Kant.SALDO: -1}, "positief is extra kosten"
    if tabel in (Tabelsoort.BEZUINIGINGEN, Tabelsoort.MAATREGELEN):
        return {Kant.SALDO: 1}, "positief is een besparing"
    if tabel is Tabelsoort.DOELSTELLING:
        factor = _factor_doelstellingen(bedragen, netto_programma)
        return {Kant.SALDO: factor}, "negatief is netto kosten" if factor == 1 else "positief is netto kosten"
    factoren = {
        kant: _factor_kant(kant, bedragen) for kant in (*_AFNAME, *_TOENAME) if any(b.kant == kant for b in bedragen)
    }
    factoren[Kant.SALDO] = factoren[Kant.MUTATIES] = _factor_saldo(tabel, bedragen, factoren)
    lasten = "lasten negatief" if factoren[Kant.LASTEN] == 1 else "lasten positief"
    return factoren, f"{lasten}, {'baten positief' if factoren[Kant.BATEN] == 1 else 'baten negatief'}"


def _factor_kant(kant: Kant, bedragen: list[Bedrag]) -> int:
    plus = [b.regel for b in bedragen if b.kant == kant and (b.gedrukte_waarde or NUL) > 0]
    min_ = [b.regel for b in bedragen if b.kant == kant and (b.gedrukte_waarde or NUL) < 0]
    if plus and min_:
        anders = min(plus, min_, key=len)[0]
        raise ValueError(f"de {kant} hebben niet allemaal hetzelfde teken (kijk naar regel {anders})")
    return 1 if not (plus or min_) or bool(plus) == (kant in _TOENAME) else -1


def _factor_saldo(tabel: Tabelsoort, bedragen: list[Bedrag], factoren: dict[Kant, int]) -> int:
    """The sign in which the printed saldo fits lasten + baten best."""
    if Kant.LASTEN not in factoren or Kant.BATEN not in factoren:
        raise ValueError("de lasten of de baten ontbreken, zodat de tekens niet te bepalen zijn")
    heel_programma = tabel is Tabelsoort.PROGRAMMA
    berekend: dict[tuple[str, int], Decimal] = {}
    # Without its lasten (a damaged row) a saldo has nothing to be compared with.
    met_lasten = {(b.post, b.jaar) for b in bedragen if b.kant is Kant.LASTEN}
    gedrukt: dict[tuple[str, int], Decimal] = {}
    for bedrag in bedragen:
        # In the programma every row is a post of its own; the uitsplitsing has a saldo per post.
        sleutel = ("" if heel_programma else bedrag.post, bedrag.jaar)
        if bedrag.kant in (Kant.LASTEN, Kant.BATEN):
            if bedrag.gedrukte_waarde:
                berekend[sleutel] = berekend.get(sleutel, NUL) + bedrag.gedrukte_waarde * factoren[bedrag.kant]
        elif bedrag.kant is Kant.SALDO and bedrag.gedrukte_waarde is not None:
            gedrukt[("Totaal" if bedrag.post == "Saldo" and not heel_programma else sleutel[0], bedrag.jaar)] = (
                bedrag.gedrukte_waarde
            )
    compleet = {sleutel: som for sleutel, som in berekend.items() if heel_programma or sleutel in met_lasten}
    return _best(compleet, gedrukt)


def _factor_doelstellingen(bedragen: list[Bedrag], netto_programma: dict[int, Decimal]) -> int:
    samen: dict[int, Decimal] = {}
    for bedrag in bedragen:
        samen[bedrag.jaar] = samen.get(bedrag.jaar, NUL) + (bedrag.gedrukte_waarde or NUL) * bedrag.schaal
    if netto_programma:
        return _best(netto_programma, samen)
    if all(som <= 0 for som in samen.values()):
        return 1
    raise ValueError("zonder de tabel van het programma is niet te zien of een positief bedrag kosten zijn")


def _netto(programma: list[Bedrag]) -> dict[int, Decimal]:
    netto: dict[int, Decimal] = {}
    for bedrag in programma:
        if bedrag.kant in (Kant.LASTEN, Kant.BATEN):
            netto[bedrag.jaar] = netto.get(bedrag.jaar, NUL) + (bedrag.bedrag or NUL)
    return netto


def _best(berekend: dict[Saldosleutel, Decimal], gedrukt: dict[Saldosleutel, Decimal]) -> int:
    gedeeld = berekend.keys() & gedrukt.keys()
    gelijk = sum((abs(berekend[sleutel] - gedrukt[sleutel]) for sleutel in gedeeld), NUL)
    omgekeerd = sum((abs(berekend[sleutel] + gedrukt[sleutel]) for sleutel in gedeeld), NUL)
    if gelijk == omgekeerd and any(gedrukt[sleutel] for sleutel in gedeeld):
        raise ValueError("het teken van het saldo past niet bij de lasten en baten")
    factor = 1 if gelijk <= omgekeerd else -1
    for sleutel in gedeeld:
        past, anders = (abs(berekend[sleutel] - gedrukt[sleutel] * teken) for teken in (factor, -factor))
        if past > anders + _AFRONDING:
            raise ValueError(f"een saldo heeft het omgekeerde teken ({gedrukt[sleutel]:f})")
    return factor
