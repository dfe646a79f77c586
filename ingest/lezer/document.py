"""From the bytes of a programmabegroting to a draft. Pure: no Django, no database, no clock."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lezer import beleidstabellen, geldtabellen, indicatortabel
from ingest.lezer.concept import Bevinding, Concept, Doelstelling, Ernst, Gelezen, sorteer
from ingest.lezer.formaat import Meld, lees_regels
from ingest.lezer.indicatortabel import Opschrift
from ingest.lezer.kolommen import Kolom, kloppen, lees_kolommen, lees_schaal, maak_kolom
from ingest.lezer.publicatie import herken
from ingest.lezer.regels import Onleesbaar, Regel
from ingest.lezer.soort import herken_soort
from ingest.lezer.stukken import lees_stuk
from ingest.lezer.teken import normaliseer
from ingest.lezer.teksten import Tabelplaats, lees_teksten
from ingest.scan import getalregels

# Raised with every change that reads a document differently: the same file then makes a new lezing.
VERSIE = "1"
HOOFDSTUK = re.compile(r"Indicatoren, trendgrafieken en financiën")
SLOT = re.compile(r"Waar staat je gemeente indicatoren")
DOELSTELLING = re.compile(r"Doelstelling (?P<code>\d+\.\d+) (?:- )?(?P<naam>.*\S)")


@dataclass(frozen=True)
class Uitlezing:
    """What one file says: its lines, and the draft that was made of them."""

    regels: tuple[Regel, ...]
    concept: Concept


def lees_document(
    inhoud: bytes,
    publicatie: str | None = None,
    gemeente: str = "Zoetermeer",
    meld: Meld = lambda gelezen, totaal: None,
    soort: str | None = None,
) -> Uitlezing:
    """Read one file of any format; whatever is wrong with it is a finding of the draft, never an exception.

    `soort` is the kind that a person says it is; without one it is recognised.
    """
    try:
        regels = lees_regels(inhoud, meld)
    except Onleesbaar as fout:
        return Uitlezing(
            (), Concept(publicatie, None, bevindingen=(Bevinding(Ernst.FOUT, "bestand", None, str(fout)),))
        )
    return Uitlezing(tuple(regels), lees_concept(regels, publicatie, gemeente, soort))


def lees_concept(regels: list[Regel], publicatie: str | None, gemeente: str, soort: str | None = None) -> Concept:
    """The draft of a document, from its lines."""
    soort = soort or herken_soort(regels)[0]
    if soort != "programmabegroting":
        return lees_stuk(soort, regels, publicatie, gemeente)
    jaar, bevindingen = herken(regels, publicatie)
    hoofdstukken = [i for i, regel in enumerate(regels) if HOOFDSTUK.match(regel.plat)]
    begin = hoofdstukken[0] if hoofdstukken else None
    if len(hoofdstukken) > 1:
        tekst = "Het hoofdstuk met tabellen staat meer dan eens in dit bestand. Maak een eigen bestand per begroting."
        bevindingen.append(Bevinding(Ernst.FOUT, "hoofdstuk", regels[hoofdstukken[1]].nummer, tekst))
    if begin is None:
        tekst = (
            'Het hoofdstuk "Indicatoren, trendgrafieken en financiën" staat niet in dit bestand. '
            "Is dit wel een programmabegroting?"
        )
        bevindingen.append(Bevinding(Ernst.FOUT, "hoofdstuk", None, tekst))
    if not any(gemeente in regel.tekst for regel in regels):
        tekst = f"De naam {gemeente} komt in dit document niet voor. Is dit de begroting van een andere gemeente?"
        bevindingen.append(Bevinding(Ernst.FOUT, "gemeente", None, tekst))
    if begin is None or jaar is None:
        return Concept(f"PB {jaar}" if jaar else None, jaar, bevindingen=sorteer(bevindingen))
    return _lees_hoofdstuk(regels, begin, jaar, bevindingen)


def _lees_hoofdstuk(regels: list[Regel], begin: int, jaar: int, bevindingen: list[Bevinding]) -> Concept:
    lezer = _Hoofdstuk(regels, jaar)
    for index in range(begin, len(regels)):
        lezer.lees(index)
    gelezen = lezer.gelezen
    gelezen.weiger_dubbele()
    bedragen, over_tekens = normaliseer(gelezen.bedragen)
    bevindingen = [
        *bevindingen,
        *gelezen.bevindingen,
        *over_tekens,
        *_niet_gelezen(regels, gelezen.gebruikt),
        *_ontbrekend(regels, begin, lezer),
    ]
    return Concept(
        publicatie=f"PB {jaar}",
        jaar=jaar,
        doelstellingen=tuple(lezer.doelstellingen),
        cijfers=tuple(gelezen.cijfers),
        bedragen=tuple(bedragen),
        teksten=tuple(lees_teksten(regels, begin, lezer.plaatsen, gelezen.gebruikt)),
        bevindingen=sorteer(bevindingen),
    )


class _Hoofdstuk:
    """Walks the chapter with tables: knows under which doelstelling and below which unit it is."""

    def __init__(self, regels: list[Regel], jaar: int) -> None:
        self.regels, self.jaar = regels, jaar
        self.gelezen = Gelezen()
        self.doelstellingen: list[Doelstelling] = []
        self.plaatsen: list[Tabelplaats] = []
        self.doelstelling = ""
        self.schaal: int | None = None
        self.gezien: dict[tuple[str, str], int] = {}

    def lees(self, index: int) -> None:
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
            self.gelezen.fout("eenheid", regel.nummer, "Hier staan twee verschillende eenheden na elkaar. Welke geldt?")
        elif regel.nummer not in self.gelezen.gebruikt:
            self._lees_tabel(index)

    def _lees_tabel(self, index: int) -> None:
        regel = self.regels[index]
        is_indicator = indicatortabel.KOP.fullmatch(regel.plat)
        soort = None if is_indicator else self._soort_geldtabel(index)
        if not self.doelstelling and (is_indicator or soort not in (None, "beleid", "programma")):
            tekst = 'Boven deze tabel staat geen kop zoals "Doelstelling 1.1 …". Hij is niet gelezen; zet de kop terug.'
            self.gelezen.fout("kop", regel.nummer, tekst)
        elif is_indicator:
            tabel, opschrift = indicatortabel.lees_indicatortabel(self.regels, index, self.doelstelling, self.jaar)
            self._neem_op("indicator", opschrift.naam, index, tabel, opschrift)
        elif soort is not None and self.schaal is None:
            tekst = 'Boven deze tabel staat geen eenheid, zoals "Bedragen x € 1.000". Hij is niet gelezen.'
            self.gelezen.fout("eenheid", regel.nummer, tekst)
        elif soort is not None and not kloppen(self._kolommen(regel.plat), self.jaar):
            tekst = f'De jaren in "{regel.plat}" horen niet in PB {self.jaar}. De tabel is niet gelezen.'
            self.gelezen.fout("kop", regel.nummer, tekst)
        elif soort is not None and self.schaal is not None:
            self._neem_op(*self._lees_geldtabel(soort, index, self.schaal))
            self.schaal = None

    def _kolommen(self, kop: str) -> list[Kolom]:
        """The columns of a header that says what each is, or of one with only years."""
        jaren = [maak_kolom("Begroting", int(jaar), self.jaar) for jaar in re.findall(r"\b\d{4}\b", kop)]
        return lees_kolommen(kop, self.jaar) or jaren

    def _soort_geldtabel(self, index: int) -> str | None:
        plat = self.regels[index].plat
        if geldtabellen.DOELSTELLING_KOP.fullmatch(plat):
            return "doelstelling"
        if geldtabellen.UITSPLITSING_KOP.fullmatch(plat):
            return "uitsplitsing-rijen"
        if geldtabellen.is_uitsplitsing_in_kolommen(self.regels, index):
            return "uitsplitsing-kolommen"
        if beleidstabellen.KOP.fullmatch(plat):
            return "beleid"
        if geldtabellen.PROGRAMMA_KOP.fullmatch(plat) and self._onder_programma(index):
            return "programma"
        return None

    def _onder_programma(self, index: int) -> bool:
        """The name of the programma stands on the header itself, or (over more lines) just above it."""
        boven = self.regels[max(0, index - 5) : index + 1]
        return any(geldtabellen.PROGRAMMA_NAAM.match(regel.plat) for regel in boven)

    def _lees_geldtabel(self, soort: str, index: int, schaal: int) -> tuple[str, str, int, Gelezen]:
        bron, jaar, doel = self.regels, self.jaar, self.doelstelling
        if soort == "doelstelling":
            return soort, doel, index, geldtabellen.lees_doelstellingtabel(bron, index, jaar, schaal, doel)
        if soort == "uitsplitsing-rijen":
            tabel = geldtabellen.lees_uitsplitsing_in_rijen(bron, index, jaar, schaal, doel)
            return "uitsplitsing", doel, index, tabel
        if soort == "uitsplitsing-kolommen":
            tabel = geldtabellen.lees_uitsplitsing_in_kolommen(bron, index, jaar, schaal, doel)
            return "uitsplitsing", doel, index, tabel
        if soort == "beleid":
            tabel = beleidstabellen.lees_beleidstabel(bron, index, jaar, schaal)
            return (tabel.bedragen[0].tabel if tabel.bedragen else "beleid"), "", index, tabel
        return soort, "", index, geldtabellen.lees_programmatabel(bron, index, jaar, schaal)

    def _neem_op(
        self, soort: str, onderwerp: str, index: int, tabel: Gelezen, opschrift: Opschrift | None = None
    ) -> None:
        nummer = self.regels[index].nummer
        eerder = self.gezien.setdefault((soort, onderwerp.casefold()), nummer)
        if eerder != nummer:
            tekst = f"Deze tabel stond al op regel {eerder}. De tweede is niet gelezen; verwijder er een."
            tabel.cijfers, tabel.bedragen, tabel.bevindingen = [], [], []
            for regel in sorted(tabel.gebruikt):
                tabel.fout("dubbele tabel", regel, tekst)
        self.gelezen.voeg_toe(tabel)
        self.plaatsen.append(Tabelplaats(soort, onderwerp, self.doelstelling, nummer, opschrift))


def _niet_gelezen(regels: list[Regel], gebruikt: set[int]) -> list[Bevinding]:
    """Every line with table numbers that no table accounts for, found by a scan that knows nothing of the grammar."""
    return [
        Bevinding(Ernst.FOUT, "niet gelezen", nummer, f'"{tekst}" staat in geen tabel die de lezer kent.')
        for nummer, tekst in getalregels("\n".join(regel.gedrukt for regel in regels))
        if nummer not in gebruikt
    ]


def _ontbrekend(regels: list[Regel], begin: int, lezer: _Hoofdstuk) -> Iterator[Bevinding]:
    """What every edition has and this document has not: it is cut off, or a piece was taken out of it.

    Each doelstelling that is announced or has a heading has indicators and a table Financiën; after them
    come the table of the programma and the links with which the chapter ends. The links carry no figures.
    """
    aangekondigd = {
        kop["code"]: regel.nummer for regel in regels[:begin] if (kop := DOELSTELLING.fullmatch(regel.plat))
    }
    aangekondigd |= {doelstelling.code: doelstelling.regel for doelstelling in lezer.doelstellingen}
    gezien = {(plaats.soort, plaats.doelstelling) for plaats in lezer.plaatsen}
    controleer = "Controleer of het bestand compleet is."
    for code, regel in aangekondigd.items():
        for soort, naam in (("indicator", "met indicatoren"), ("doelstelling", "Financiën")):
            if (soort, code) not in gezien:
                tekst = f"Doelstelling {code} heeft in dit document geen tabel {naam}. {controleer}"
                yield Bevinding(Ernst.FOUT, "ontbrekende tabel", regel, tekst)
    if not any(plaats.soort == "programma" for plaats in lezer.plaatsen):
        tekst = f"De tabel van het programma (Financieel samengevat) staat niet in dit document. {controleer}"
        yield Bevinding(Ernst.FOUT, "ontbrekende tabel", regels[-1].nummer, tekst)
    if not any(SLOT.fullmatch(regel.plat) for regel in regels[begin:]):
        tekst = f'Het slot van het hoofdstuk, "Waar staat je gemeente indicatoren", ontbreekt. {controleer}'
        yield Bevinding(Ernst.WAARSCHUWING, "einde", regels[-1].nummer, tekst)
