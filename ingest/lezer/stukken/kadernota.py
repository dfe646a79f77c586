"""A kadernota: the indicators that it means to measure, and its tables of maatregelen with an amount per year.

An amount is a taakstelling: what the gemeente wanted to save in that year, never what was saved.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.lezer.concept import Bedrag, Bevinding, Concept, Ernst, Leesresultaat, VoorgenomenIndicator
from ingest.lezer.regels import Regel
from ingest.lezer.roosters.geldkolommen import Stukjaar
from ingest.lezer.roosters.lezen import lees_rest
from ingest.lezer.soorten import ONZEKER, Bedragsoort, Bedragstand, Bevindingsoort, Kant, Publicatiesoort, Tabelsoort
from ingest.lezer.stukken.publicatie import Aanduiding
from ingest.lezer.taal.getallen import Getalcel
from ingest.lezer.tabellen.kolommen import Geldkolom, Rijkop, lees_schaal, maak_bedrag
from ingest.lezer.tabellen.rijen import BeschadigdeRij, lees_rij_van_achteren
from ingest.lezer.tabellen.teken import normaliseer
from ingest.lezer.tabellen.weigering import geweigerde_tabel

_KOP = re.compile(r"Maatregel(?:en)?\b[^\d]*((?: \d{4})+)")
_RIJ = re.compile(r"(?:(?P<nummer>\d+)\. )?(?P<naam>.*\S)")
_TOTAAL = re.compile(r"(?:Totaal|Saldo)\b.*")
_TAAKSTELLING = re.compile(r"taakstelling|bezuinig|besparing|ombuig", re.IGNORECASE)
_RAND = 4
_SET = re.compile(r".*\bset indicatoren\b.*:")
_PARAGRAAF = re.compile(r"(?:Hoofdstuk )?\d+(?:\.\d+)*[.:]? [A-Z].*[^.:;]")


def lees_kadernota(regels: Sequence[Regel], wie: Aanduiding) -> Concept:
    """The draft of a kadernota."""
    gelezen = Leesresultaat()
    for index, regel in enumerate(regels):
        if _KOP.fullmatch(regel.plat):
            gelezen.voeg_toe(_lees_tabel(regels, index))
    gelezen.weiger_dubbele()
    bedragen, over_tekens = normaliseer(gelezen.bedragen)
    rest = lees_rest(regels, gelezen.gebruikt, Stukjaar(Publicatiesoort.KADERNOTA, wie.jaar), wie.naam)
    return Concept(
        publicatie=wie.naam,
        jaar=wie.jaar,
        cijfers=tuple(rest.cijfers),
        bedragen=(*bedragen, *rest.bedragen),
        bevindingen=(*gelezen.bevindingen, *over_tekens, *rest.bevindingen),
        voorgenomen=tuple(_voorgenomen(regels)),
        soort=Publicatiesoort.KADERNOTA,
        titel=wie.titel,
    )


def _lees_tabel(regels: Sequence[Regel], kop: int) -> Leesresultaat:
    """The rows until a blank line; a printed total is compared, and not kept as a maatregel."""
    gelezen, kopregel, einde = Leesresultaat(gebruikt={regels[kop].nummer}), regels[kop], kop + 1
    while einde < len(regels) and not regels[einde].leeg:
        einde += 1
    jaren = [int(jaar) for jaar in re.findall(r"\b\d{4}\b", kopregel.plat)]
    rand = [*regels[max(0, kop - _RAND) : kop], *regels[kop:einde], *regels[einde : einde + _RAND]]
    bezwaar = _bezwaar(jaren, rand)
    if bezwaar:
        van, tot = kopregel.nummer, regels[einde - 1].nummer
        tekst = geweigerde_tabel(kopregel.plat, regels, van, tot, bezwaar)
        gelezen.fout(Bevindingsoort.MAATREGELEN, van, tekst, tot)
        return gelezen
    [schaal] = _schalen(rand)
    totalen: list[tuple[Regel, list[Getalcel]]] = []
    for regel in regels[kop + 1 : einde]:
        try:
            rij = lees_rij_van_achteren(regel, len(jaren))
            label = rij and _RIJ.fullmatch(rij[0])
            if rij is None or label is None:
                raise BeschadigdeRij("er staan geen naam en bedragen")
        except BeschadigdeRij as fout:
            gelezen.beschadigd([regel], fout, "")
            continue
        gelezen.gebruikt.add(regel.nummer)
        if _TOTAAL.fullmatch(rij[0]):
            totalen.append((regel, rij[1]))
            continue
        post = Rijkop(Tabelsoort.MAATREGELEN, label["naam"], Kant.SALDO, code=label["nummer"] or "")
        for jaar, cel in zip(jaren, rij[1], strict=True):
            kolom = Geldkolom(Bedragsoort.BEGROTING, Bedragstand.TAAKSTELLING, jaar)
            gelezen.bedragen.append(maak_bedrag(post, kolom, cel, schaal, regel.nummer))
    geweigerd = [fout.regel for fout in gelezen.bevindingen if fout.regel]
    for regel, cellen in totalen:
        gelezen.bevindingen += _vergelijk(gelezen.bedragen, geweigerd, regel, jaren, cellen)
    return gelezen


def _bezwaar(jaren: Sequence[int], rand: Sequence[Regel]) -> str:
    """Why a table cannot be read without guessing: its years, its unit, or the sign of a saving."""
    if any(dan != eerst + 1 for eerst, dan in pairwise(jaren)):
        return "de jaren in de kop volgen elkaar niet op"
    if len(_schalen(rand)) != 1:
        return 'erbij staat niet één eenheid, zoals "Bedragen x € 1.000"'
    if not any(_TAAKSTELLING.search(regel.plat) for regel in rand):
        return "erbij staat niet dat het om besparingen gaat; verwacht is een woord als taakstelling of bezuiniging"
    return ""


def _schalen(rand: Sequence[Regel]) -> set[int]:
    return {schaal for regel in rand if (schaal := lees_schaal(regel.plat)) is not None}


def _vergelijk(
    bedragen: Sequence[Bedrag], geweigerd: Sequence[int], regel: Regel, jaren: Sequence[int], cellen: Sequence[Getalcel]
) -> Iterator[Bevinding]:
    """Every year of a printed total against its maatregelen; one is said of each total, so that none is lost."""
    klopt = True
    for jaar, cel in zip(jaren, cellen, strict=True):
        van_jaar = [b for b in bedragen if b.jaar == jaar]
        som = sum((b.gedrukte_waarde or Decimal(0) for b in van_jaar), Decimal(0))
        if (cel.waarde or Decimal(0)) == som:
            continue
        klopt = False
        samen = f"De maatregelen van {jaar} zijn samen {som:f}, maar er staat {cel.gedrukt or 'niets'}."
        onbekend = [b.regel for b in van_jaar if b.leeg in ONZEKER]
        onzeker = [*geweigerd, *onbekend, *([regel.nummer] if cel.leeg in ONZEKER else [])]
        if onzeker:
            waar = ", ".join(f"regel {nummer}" for nummer in sorted(onzeker))
            tekst = f"Niet na te rekenen, want niet van elke rij is het bedrag gelezen: {waar}. Wel gelezen: {samen}"
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.NIET_NAGEREKEND, regel.nummer, tekst)
        else:
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.TELT_NIET_OP, regel.nummer, f"Telt niet op. {samen}")
    if klopt:
        tekst = "De gedrukte totalen kloppen met de maatregelen. Ze zijn niet als maatregel bewaard."
        yield Bevinding(Ernst.OPMERKING, Bevindingsoort.TOTAAL, regel.nummer, tekst)


def _voorgenomen(regels: Sequence[Regel]) -> Iterator[VoorgenomenIndicator]:
    """The items of the list below a sentence about the set of indicators."""
    onder, in_lijst = "", False
    for regel in regels:
        if regel.leeg:
            continue
        if in_lijst and regel.opsomming:
            yield VoorgenomenIndicator(regel.plat, onder, regel.nummer)
            continue
        in_lijst = _SET.fullmatch(regel.plat) is not None
        if regel.kop or (_PARAGRAAF.fullmatch(regel.plat) and len(regel.plat) < 90):
            onder = regel.plat
