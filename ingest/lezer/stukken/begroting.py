"""A programmabegroting as its parts: programmas, chapters, and what is missing in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lezer.concept import Bevinding, Concept, Doelstelling, Ernst, Leesresultaat, Programma, sorteer
from ingest.lezer.regels import Regel, maak_regel
from ingest.lezer.roosters.geldkolommen import Stukjaar
from ingest.lezer.roosters.lezen import lees_roosters
from ingest.lezer.soorten import Bevindingsoort, Publicatiesoort, Tabelsoort
from ingest.lezer.stukken.hoofdstukken import (
    DOELSTELLING,
    SLOT,
    TITEL,
    Programmadeel,
    Tabelkop,
    gedrukte_naam,
    tabelkop,
)
from ingest.lezer.stukken.teksten import Tabelplaats, lees_teksten
from ingest.lezer.taal.getallen import splits_voetnoot
from ingest.lezer.tabellen import beleidstabellen, geldtabellen, indicatortabel
from ingest.lezer.tabellen.indicatortabel import Opschrift
from ingest.lezer.tabellen.kolommen import is_eenheid, kloppen, lees_jaarkolommen, lees_schaal
from ingest.lezer.tabellen.ongelezen import ongelezen
from ingest.lezer.tabellen.teken import normaliseer
from ingest.lezer.tabellen.weigering import geweigerde_tabel

_EENHEID_IN_KOP = re.compile(r"€|\beuro\b|\beuro['’]s\b|\bmln\b|\bmiljoen", re.IGNORECASE)
_VERPLICHT = (
    (Tabelsoort.INDICATOR, 'met indicatoren herkend, met een kop zoals "Type 2024 2026"'),
    (Tabelsoort.DOELSTELLING, 'met bedragen herkend, met een kop zoals "Doelstelling Begroting 2025 Begroting 2026"'),
)
_COMPLEET = "Controleer of het bestand compleet is. Staat de tabel er wel, in een andere vorm? Typ haar dan over."


def lees_delen(regels: list[Regel], delen: list[Programmadeel], jaar: int, bevindingen: list[Bevinding]) -> Concept:
    lezer = _Hoofdstuk(regels, jaar)
    for deel in delen:
        lezer.begin(deel)
        for index in range(deel.begin, deel.tot):
            lezer.lees_regel(index)
    gelezen = lezer.gelezen
    gelezen.weiger_dubbele()
    bedragen, over_tekens = normaliseer(gelezen.bedragen)
    overig = _andere_tabellen(regels, gelezen.gebruikt, jaar)
    gebruikt = gelezen.gebruikt | overig.gebruikt
    bevindingen = [
        *bevindingen,
        *gelezen.bevindingen,
        *over_tekens,
        *_voetnoten(gelezen),
        *overig.bevindingen,
        *ongelezen(regels, gebruikt),
        *_ontbrekend(regels, delen, lezer),
    ]
    return Concept(
        publicatie=f"PB {jaar}",
        jaar=jaar,
        programmas=tuple(_programmas(regels, delen)),
        doelstellingen=tuple(lezer.doelstellingen),
        cijfers=tuple(gelezen.cijfers),
        bedragen=(*bedragen, *overig.bedragen),
        teksten=tuple(
            tekst
            for deel in delen
            for tekst in lees_teksten(
                regels[deel.van : deel.tot], deel.begin - deel.van, lezer.plaatsen_in(deel), gebruikt
            )
        ),
        bevindingen=sorteer(bevindingen),
    )


def _andere_tabellen(regels: list[Regel], gebruikt: set[int], jaar: int) -> Leesresultaat:
    """The tables of money that no reader of the chapters takes, by their own header: amounts of the document alone.

    Figures of indicators are left: beside those of the chapters nobody sees which of the two a name means.
    """
    stuk = Stukjaar(Publicatiesoort.PROGRAMMABEGROTING, jaar)
    overig = lees_roosters(_zonder_gelezen(regels, gebruikt), gebruikt, stuk, f"PB {jaar}")
    overig.gebruikt -= {cijfer.regel for cijfer in overig.cijfers}
    return overig


def _zonder_gelezen(regels: list[Regel], gebruikt: set[int]) -> list[Regel]:
    """The lines with a blank row for each that a table was read from, with its unit: no other table has those."""
    over: list[Regel] = []
    volgende_gelezen = False
    for regel in reversed(regels):
        van_tabel = regel.nummer in gebruikt and lees_schaal(regel.plat) is None
        if van_tabel or (regel.cellen is not None and regel.nummer not in gebruikt):
            volgende_gelezen = van_tabel
        weg = van_tabel or (volgende_gelezen and lees_schaal(regel.plat) is not None)
        over.append(maak_regel(regel.nummer, "\t", pagina=regel.pagina) if weg else regel)
    return over[::-1]


def _programmas(regels: list[Regel], delen: list[Programmadeel]) -> Iterator[Programma]:
    """Each programma once, with the first name that is printed of it."""
    gevonden: dict[str, Programma] = {}
    for deel in delen:
        naam, regel = gedrukte_naam(regels, deel)
        if deel.programma not in gevonden or not gevonden[deel.programma].naam:
            gevonden[deel.programma] = Programma(deel.programma, naam, regel)
    yield from gevonden.values()


class _Hoofdstuk:
    """Walks the chapters with tables: knows under which doelstelling and below which unit it is."""

    def __init__(self, regels: list[Regel], jaar: int) -> None:
        self.regels, self.jaar = regels, jaar
        self.gelezen = Leesresultaat()
        self.doelstellingen: list[Doelstelling] = []
        self.plaatsen: list[Tabelplaats] = []
        self.programma = self.doelstelling = ""
        self.schaal: int | None = None
        self.gezien: dict[tuple[str, str, str], int] = {}
        self.geweigerd: set[tuple[str, str]] = set()
        """The kind of a table that was refused whole, and its doelstelling or programma: it is there, and reported."""

    def begin(self, deel: Programmadeel) -> None:
        """Go on with the chapter of a next programma."""
        self.programma, self.doelstelling, self.schaal = deel.programma, "", None

    def plaatsen_in(self, deel: Programmadeel) -> list[Tabelplaats]:
        """The tables that were read in this chapter."""
        binnen = range(self.regels[deel.begin].nummer, self.regels[deel.begin].nummer + deel.tot - deel.begin)
        return [plaats for plaats in self.plaatsen if plaats.regel in binnen]

    def lees_regel(self, index: int) -> None:
        """Look at one line: a heading, a unit, or the header of a table that has not been read yet."""
        regel = self.regels[index]
        kop = DOELSTELLING.fullmatch(regel.plat)
        if kop:
            self.doelstelling, self.schaal = kop["code"], None
            if (kop["code"], kop["naam"]) not in {(d.code, d.naam) for d in self.doelstellingen}:
                self.doelstellingen.append(Doelstelling(kop["code"], kop["naam"], regel.nummer))
        schaal = lees_schaal(regel.plat)
        if schaal is not None and self.schaal in (None, schaal):
            self.schaal = schaal
            self.gelezen.gebruikt.add(regel.nummer)
        elif schaal is not None:
            self.schaal = None
            self.gelezen.fout(
                Bevindingsoort.EENHEID,
                regel.nummer,
                "Hier staan twee verschillende eenheden na elkaar. Welke geldt?",
            )
        elif is_eenheid(regel.plat):
            self.schaal = None  # another unit, that is not known: the one before it no longer holds
        elif regel.nummer not in self.gelezen.gebruikt and (kop_van_tabel := tabelkop(self.regels, index)):
            self._lees_tabel(kop_van_tabel, index)

    def _lees_tabel(self, kop: Tabelkop, index: int) -> None:
        plat = self.regels[index].plat
        if not self.doelstelling and kop not in (Tabelkop.BELEID, Tabelkop.PROGRAMMA):
            self._weiger(index, kop, Bevindingsoort.KOP, 'erboven staat geen kop zoals "Doelstelling 1.1 …"')
        elif kop is Tabelkop.INDICATOR:
            tabel, opschrift = indicatortabel.lees_indicatortabel(self.regels, index, self.doelstelling, self.jaar)
            self._neem_op(Tabelsoort.INDICATOR, opschrift.naam, index, tabel, opschrift)
        elif self.schaal is None:
            waarom = 'erboven staat geen eenheid, zoals "Bedragen x € 1.000"'
            self._weiger(index, kop, Bevindingsoort.EENHEID, waarom)
        elif _EENHEID_IN_KOP.search(plat):
            waarom = "in de kop staat een eenheid, en erboven ook; welke van de twee geldt, is niet te zien"
            self._weiger(index, kop, Bevindingsoort.EENHEID, waarom)
        elif not kloppen(lees_jaarkolommen(plat, self.jaar), self.jaar):
            verwacht = f"verwacht zijn jaren die op elkaar volgen, tot en met {self.jaar + 3}"
            self._weiger(
                index, kop, Bevindingsoort.KOP, f'de jaren in "{plat}" horen niet in PB {self.jaar} ({verwacht})'
            )
        else:
            self._neem_op(*self._lees_geldtabel(kop, index, self.schaal))
            self.schaal = None

    def _lees_geldtabel(self, kop: Tabelkop, index: int, schaal: int) -> tuple[Tabelsoort, str, int, Leesresultaat]:
        bron, jaar, doel = self.regels, self.jaar, self.doelstelling
        if kop is Tabelkop.DOELSTELLING:
            tabel = geldtabellen.lees_doelstellingtabel(bron, index, jaar, schaal, doel)
            return Tabelsoort.DOELSTELLING, doel, index, tabel
        if kop is Tabelkop.UITSPLITSING_IN_RIJEN:
            tabel = geldtabellen.lees_uitsplitsing_in_rijen(bron, index, jaar, schaal, doel)
            return Tabelsoort.UITSPLITSING, doel, index, tabel
        if kop is Tabelkop.UITSPLITSING_IN_KOLOMMEN:
            tabel = geldtabellen.lees_uitsplitsing_in_kolommen(bron, index, jaar, schaal, doel)
            return Tabelsoort.UITSPLITSING, doel, index, tabel
        if kop is Tabelkop.BELEID:
            tabel = beleidstabellen.lees_beleidstabel(bron, index, jaar, schaal)
            return tabel.bedragen[0].tabel if tabel.bedragen else Tabelsoort.BELEID, "", index, tabel
        return Tabelsoort.PROGRAMMA, "", index, geldtabellen.lees_programmatabel(bron, index, jaar, schaal)

    def _weiger(self, index: int, kop: Tabelkop, soort: Bevindingsoort, waarom: str) -> None:
        """Refuse a known table whole: its header and the lines right below it."""
        einde = index + 1
        while einde < len(self.regels) and not self.regels[einde].leeg and not tabelkop(self.regels, einde):
            einde += 1
        van, tot = self.regels[index].nummer, self.regels[einde - 1].nummer
        is_indicator = kop is Tabelkop.INDICATOR
        onderwerp = indicatortabel.lees_opschrift(self.regels, index).naam if is_indicator else self.doelstelling
        naam = onderwerp if is_indicator and onderwerp else self.regels[index].plat
        self.gelezen.fout(soort, van, geweigerde_tabel(naam, self.regels, van, tot, waarom), tot, onderwerp)
        self.geweigerd.add((kop.value, self.programma if kop is Tabelkop.PROGRAMMA else self.doelstelling))

    def _neem_op(
        self, soort: Tabelsoort, onderwerp: str, index: int, tabel: Leesresultaat, opschrift: Opschrift | None = None
    ) -> None:
        nummer = self.regels[index].nummer
        # Of a table that was refused whole, a second one may still be read.
        gelezen = bool(tabel.cijfers or tabel.bedragen)
        # An indicator is known by its name alone: two of one name in two programmas cannot be told apart either.
        programma = "" if soort is Tabelsoort.INDICATOR else self.programma
        eerder = self.gezien.setdefault((programma, soort, onderwerp.casefold()), nummer) if gelezen else nummer
        if eerder != nummer:
            tekst = f"Deze tabel stond al op regel {eerder}. De tweede is niet gelezen; kijk welke van de twee geldt."
            tabel.cijfers, tabel.bedragen, tabel.bevindingen = [], [], []
            tabel.fout(Bevindingsoort.DUBBELE_TABEL, nummer, tekst, max(tabel.gebruikt), onderwerp or soort)
        tabel.bedragen = [replace(bedrag, programma=self.programma) for bedrag in tabel.bedragen]
        self.gelezen.voeg_toe(tabel)
        self.plaatsen.append(Tabelplaats(soort, onderwerp, self.doelstelling, nummer, opschrift))


def twee_keer(regels: Sequence[Regel], delen: Sequence[Programmadeel]) -> Iterator[Bevinding]:
    """A chapter that stands in the file twice, such as two editions one after the other."""
    for deel in delen:
        titel = regels[deel.begin].plat
        for index in range(deel.begin + 1, deel.tot):
            if TITEL.fullmatch(titel) and TITEL.fullmatch(regels[index].plat) and _begint_opnieuw(regels, deel, index):
                tekst = "Het hoofdstuk met tabellen staat meer dan eens in dit bestand. Maak een bestand per begroting."
                yield Bevinding(Ernst.FOUT, Bevindingsoort.HOOFDSTUK, regels[index].nummer, tekst)
                break


def _begint_opnieuw(regels: Sequence[Regel], deel: Programmadeel, index: int) -> bool:
    """Whether tables follow, below the very doelstelling with which the chapter begins."""
    koppen = (
        next((kop["code"] for i in bereik if (kop := DOELSTELLING.fullmatch(regels[i].plat))), "")
        for bereik in (range(deel.begin, index), range(index, deel.tot))
    )
    return len(set(koppen)) == 1 and any(tabelkop(regels, i) for i in range(index, deel.tot))


def _voetnoten(gelezen: Leesresultaat) -> Iterator[Bevinding]:
    """A mark behind a number is no part of it; what the note says is for a person to read."""
    cellen = [(cijfer.regel, cijfer.naam, cijfer.gedrukt) for cijfer in gelezen.cijfers]
    cellen += [(bedrag.regel, bedrag.post, bedrag.als_gedrukt) for bedrag in gelezen.bedragen]
    for regel, naam, gedrukt in cellen:
        getal, teken = splits_voetnoot(gedrukt)
        if teken:
            tekst = f'Bij {naam} staat "{gedrukt}": gelezen als {getal}, met voetnoot {teken}. Lees de voetnoot na.'
            yield Bevinding(Ernst.OPMERKING, Bevindingsoort.VOETNOOT, regel, tekst, onderwerp=naam)


def _ontbrekend(regels: Sequence[Regel], delen: Sequence[Programmadeel], lezer: _Hoofdstuk) -> Iterator[Bevinding]:
    """What every edition has and this document has not: it is cut off, or a piece was taken out of it.

    Each doelstelling that is announced or has a heading has indicators and a table Financiën; after them
    come the table of the programma and the links with which the chapter ends. The links carry no figures.
    A chapter with only indicators has none of the latter.
    """
    programmas = {
        deel.programma: any(ander.met_geld for ander in delen if ander.programma == deel.programma) for deel in delen
    }
    gezien = lezer.geweigerd | {(plaats.soort.value, plaats.doelstelling) for plaats in lezer.plaatsen}
    for code, regel in _aangekondigd(regels, delen, lezer.doelstellingen).items():
        met_geld = programmas.get(code.partition(".")[0], True)
        for soort, naam in _VERPLICHT[: 1 + met_geld]:
            if (soort.value, code) not in gezien:
                tekst = f"Van doelstelling {code} is geen tabel {naam}. {_COMPLEET}"
                yield Bevinding(Ernst.FOUT, Bevindingsoort.ONTBREKENDE_TABEL, regel, tekst, onderwerp=code)
    for programma in [programma for programma, met_geld in programmas.items() if met_geld]:
        eigen = [deel for deel in delen if deel.programma == programma]
        laatste = regels[eigen[-1].tot - 1].nummer
        geweigerd = (Tabelsoort.PROGRAMMA.value, programma) in lezer.geweigerd
        if not geweigerd and not any(
            plaats.soort is Tabelsoort.PROGRAMMA for deel in eigen for plaats in lezer.plaatsen_in(deel)
        ):
            tekst = f"De tabel van het programma (Financieel samengevat) is in dit document niet herkend. {_COMPLEET}"
            yield Bevinding(
                Ernst.FOUT, Bevindingsoort.ONTBREKENDE_TABEL, laatste, tekst, onderwerp=f"Programma {programma}".strip()
            )
        if not any(SLOT.fullmatch(regel.plat) for deel in eigen for regel in regels[deel.begin : deel.tot]):
            tekst = 'Het slot van het hoofdstuk, "Waar staat je gemeente indicatoren", ontbreekt. Is dit alles?'
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.EINDE, laatste, tekst)


def _aangekondigd(
    regels: Sequence[Regel], delen: Sequence[Programmadeel], met_kop: Sequence[Doelstelling]
) -> dict[str, int]:
    """Every doelstelling by its line: those of the texts before a chapter, and those with a heading in it."""
    programmas = {deel.programma for deel in delen}
    voor = [regel for deel in delen for regel in regels[deel.van : deel.begin]]
    koppen = [(kop, regel.nummer) for regel in voor if (kop := DOELSTELLING.fullmatch(regel.plat))]
    genoemd = {kop["code"]: nummer for kop, nummer in koppen if kop["programma"] in programmas}
    return genoemd | {doelstelling.code: doelstelling.regel for doelstelling in met_kop}
