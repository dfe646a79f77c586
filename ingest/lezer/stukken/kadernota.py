"""A kadernota: the indicators that it means to measure, and its tables of maatregelen with an amount per year.

An amount is a taakstelling: what the gemeente wanted to save in that year, never what was saved.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.lezer.concept import Bedrag, Bevinding, Concept, Ernst, Leesresultaat, VoorgenomenIndicator
from ingest.lezer.regels import Regel
from ingest.lezer.roosters.geld import Stukjaar
from ingest.lezer.roosters.lezen import lees_rest
from ingest.lezer.soorten import Bedragsoort, Bedragstand, Bevindingsoort, Kant, Publicatiesoort, Tabelsoort
from ingest.lezer.stukken.publicatie import Aanduiding
from ingest.lezer.taal.getallen import Getalcel
from ingest.lezer.tabellen.kolommen import Geldkolom, Rijkop, lees_schaal, maak_bedrag
from ingest.lezer.tabellen.rijen import BeschadigdeRij, lees_rij_van_achteren
from ingest.lezer.tabellen.teken import normaliseer

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
        for regel in regels[kop:einde]:
            gelezen.fout(Bevindingsoort.MAATREGELEN, regel.nummer, bezwaar)
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
            gelezen.fout(
                Bevindingsoort.BESCHADIGDE_RIJ, regel.nummer, f'De rij "{regel.plat}" is niet gelezen: {fout}.'
            )
            continue
        gelezen.gebruikt.add(regel.nummer)
        if _TOTAAL.fullmatch(rij[0]):
            totalen.append((regel, rij[1]))
            continue
        post = Rijkop(Tabelsoort.MAATREGELEN, label["naam"], Kant.SALDO, code=label["nummer"] or "")
        for jaar, cel in zip(jaren, rij[1], strict=True):
            kolom = Geldkolom(Bedragsoort.BEGROTING, Bedragstand.TAAKSTELLING, jaar)
            gelezen.bedragen.append(maak_bedrag(post, kolom, cel, schaal, regel.nummer))
    for regel, cellen in totalen:
        gelezen.bevindingen += _vergelijk(gelezen.bedragen, regel, jaren, cellen)
    return gelezen


def _bezwaar(jaren: Sequence[int], rand: Sequence[Regel]) -> str:
    """Why a table cannot be read without guessing: its years, its unit, or the sign of a saving."""
    if any(dan != eerst + 1 for eerst, dan in pairwise(jaren)):
        return "De jaren boven deze tabel volgen elkaar niet op. De tabel is niet gelezen."
    if len(_schalen(rand)) != 1:
        return 'Bij deze tabel staat niet één eenheid, zoals "Bedragen x € 1.000". De tabel is niet gelezen.'
    if not any(_TAAKSTELLING.search(regel.plat) for regel in rand):
        return "Bij deze tabel staat niet dat het om besparingen gaat. De tabel is niet gelezen."
    return ""


def _schalen(rand: Sequence[Regel]) -> set[int]:
    return {schaal for regel in rand if (schaal := lees_schaal(regel.plat)) is not None}


def _vergelijk(
    bedragen: Sequence[Bedrag], regel: Regel, jaren: Sequence[int], cellen: Sequence[Getalcel]
) -> Iterator[Bevinding]:
    """Every year of a printed total against its maatregelen; one is said of each total, so that none is lost."""
    klopt = True
    for jaar, cel in zip(jaren, cellen, strict=True):
        som = sum((b.gedrukte_waarde or Decimal(0) for b in bedragen if b.jaar == jaar), Decimal(0))
        if (cel.waarde or Decimal(0)) != som:
            klopt = False
            tekst = (
                f"Telt niet op. De maatregelen van {jaar} zijn samen {som:f}, maar er staat {cel.gedrukt or 'niets'}."
            )
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.TELT_NIET_OP, regel.nummer, tekst)
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
