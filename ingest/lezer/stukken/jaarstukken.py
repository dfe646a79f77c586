"""Jaarstukken: what came of a year, beside what the begroting for it was.

The chapter has the tables of a programmabegroting with other columns: of money the begroting before and after
wijziging, the rekening and the difference; of an indicator its years up to the one that is over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lezer.concept import (
    Bedrag,
    Bevinding,
    Cijfer,
    Concept,
    Doelstelling,
    Ernst,
    Leesresultaat,
    Programma,
    Tekst,
)
from ingest.lezer.regels import Regel, maak_regel
from ingest.lezer.roosters.geldkolommen import Stukjaar
from ingest.lezer.roosters.lezen import lees_rest
from ingest.lezer.soorten import Bedragstand, Bevindingsoort, Cijfersoort, Kant, Leegsoort, Publicatiesoort, Tabelsoort
from ingest.lezer.stukken.publicatie import Aanduiding
from ingest.lezer.stukken.toelichting import TOELICHTING, lees_toelichting
from ingest.lezer.taal.getallen import GeenGetal, Getalcel, lees_bedrag
from ingest.lezer.tabellen import geldtabellen
from ingest.lezer.tabellen.indicatortabel import KOP, lees_opschrift
from ingest.lezer.tabellen.kolommen import KOLOMMEN, lees_schaal
from ingest.lezer.tabellen.rijen import BeschadigdeRij, lees_rij
from ingest.lezer.tabellen.teken import normaliseer
from ingest.lezer.tabellen.weigering import geweigerde_tabel

_DOELSTELLING = re.compile(r"Doelstelling (?P<code>\d+\.\d+) (?:- )?(?P<naam>.*\S)")
_PROGRAMMA = re.compile(rf"Programma (?P<code>\d+)[.:]? (?P<naam>[A-Z].*?)(?: {KOLOMMEN})?")
_RIJ = re.compile(r"(?P<soort>Realisatie|Begroting)(?: na wijziging)?")
_TOTAAL = re.compile(r"Totaal (?P<naam>[A-Z].*\S) \((?P<code>\d+\.\d+)\)")
_VERSCHIL = re.compile(r"(?P<kolommen>.*\S) Verschil")
_AFRONDING = 1


def lees_jaarstukken(regels: Sequence[Regel], wie: Aanduiding) -> Concept:
    """The draft of jaarstukken."""
    lezer = _Jaarstukken(list(regels), wie)
    for index in range(len(regels)):
        lezer.lees_regel(index)
    gelezen = lezer.gelezen
    bedragen, over_tekens = _met_teken(gelezen.bedragen)
    rest = lees_rest(regels, gelezen.gebruikt, Stukjaar(Publicatiesoort.JAARSTUKKEN, wie.jaar), wie.naam)
    overig = [_als_doelstelling(bedrag) for bedrag in rest.bedragen]
    for bedrag in overig:
        if bedrag.tabel is Tabelsoort.DOELSTELLING:
            lezer.onder_doelstelling(Doelstelling(bedrag.code, bedrag.post, bedrag.regel))
    return Concept(
        publicatie=wie.naam,
        jaar=wie.jaar,
        programmas=tuple(lezer.programmas.values()),
        doelstellingen=tuple(lezer.doelstellingen),
        cijfers=(*gelezen.cijfers, *rest.cijfers),
        bedragen=(*bedragen, *overig),
        teksten=tuple(lezer.toelichtingen),
        bevindingen=(*gelezen.bevindingen, *over_tekens, *rest.bevindingen),
        soort=Publicatiesoort.JAARSTUKKEN,
        titel=wie.titel,
    )


class _Jaarstukken:
    """Walks the document: knows under which programma and doelstelling and below which unit it is."""

    def __init__(self, regels: list[Regel], wie: Aanduiding) -> None:
        self.regels, self.wie = regels, wie
        self.gelezen = Leesresultaat()
        self.programmas: dict[str, Programma] = {}
        self.doelstellingen: list[Doelstelling] = []
        self.programma = self.doelstelling = ""
        self.schaal: int | None = None
        self.tabel = ""  # of whose money the last table was: the text below it explains that
        self.toelichtingen: list[Tekst] = []

    def lees_regel(self, index: int) -> None:
        """Look at one line: a heading, a unit, or the header of a table that has not been read yet."""
        regel = self.regels[index]
        if regel.nummer in self.gelezen.gebruikt:
            return
        schaal = lees_schaal(regel.plat)
        if genoemd := _PROGRAMMA.fullmatch(_gewone_kolommen(_kolommen(regel))):
            self._onder(genoemd["code"], genoemd["naam"], regel.nummer)
        if schaal is not None:
            self.schaal = schaal
        elif KOP.fullmatch(regel.plat):
            self.tabel = ""
            self.gelezen.voeg_toe(_lees_indicator(self.regels, index, self.doelstelling, self.wie))
        elif _is_geldkop(regel, self.wie.jaar):
            self._lees_geld(index)
        elif kop := _DOELSTELLING.fullmatch(regel.plat):
            self.onder_doelstelling(Doelstelling(kop["code"], kop["naam"], regel.nummer))
        elif self.tabel and TOELICHTING.fullmatch(regel.plat):
            self.toelichtingen += lees_toelichting(self.regels[index:], self.tabel)
            self.tabel = ""
        elif not regel.leeg:
            self.tabel = ""

    def onder_doelstelling(self, doelstelling: Doelstelling) -> None:
        """Go on under this doelstelling; its name is the first that is printed of it."""
        self.doelstelling, self.tabel = doelstelling.code, ""
        self._onder(doelstelling.code.partition(".")[0], "", doelstelling.regel)
        if doelstelling.code not in {eerder.code for eerder in self.doelstellingen}:
            self.doelstellingen.append(doelstelling)

    def _onder(self, code: str, naam: str, regel: int) -> None:
        """Go on under this programma; its name is the first that is printed of it."""
        self.programma = code
        if code not in self.programmas or not self.programmas[code].naam:
            self.programmas[code] = Programma(code, naam, regel)

    def _lees_geld(self, index: int) -> None:
        """A table of money, read as one of a begroting once the column Verschil is set apart."""
        regel, schaal = self.regels[index], self.schaal
        self.schaal = None
        if schaal is None or not self.programma:
            ontbreekt = 'eenheid, zoals "Bedragen x € 1.000"' if schaal is None else 'kop, zoals "Doelstelling 1.1 …"'
            waarom = f"erboven staat geen {ontbreekt}"
            soort = Bevindingsoort.EENHEID if schaal is None else Bevindingsoort.KOP
            tekst = geweigerde_tabel(regel.plat, self.regels, regel.nummer, regel.nummer, waarom)
            self.gelezen.fout(soort, regel.nummer, tekst)
            return
        tabel, verschillen = _zonder_verschil(self.regels[index:])
        if geldtabellen.DOELSTELLING_KOP.fullmatch(tabel[0].plat):
            gelezen = geldtabellen.lees_doelstellingtabel(tabel, 0, self.wie.jaar, schaal, self.doelstelling)
            self.tabel = self.doelstelling
        else:
            self.tabel = ""
            gelezen = geldtabellen.lees_programmatabel(tabel, 0, self.wie.jaar, schaal)
        gelezen.bedragen = [replace(bedrag, programma=self.programma) for bedrag in gelezen.bedragen]
        gelezen.bevindingen += _toets_verschil(gelezen.bedragen, verschillen)
        self.gelezen.voeg_toe(gelezen)


def _als_doelstelling(bedrag: Bedrag) -> Bedrag:
    """What the products of a doelstelling are together is what it cost; any other row stays a row of its table."""
    totaal = _TOTAAL.fullmatch(bedrag.post)
    is_saldo = bedrag.kant is Kant.SALDO and bedrag.stand is not Bedragstand.VERSCHIL
    if totaal is None or not is_saldo or bedrag.bedrag is None:
        return bedrag
    code = totaal["code"]
    return replace(
        bedrag,
        tabel=Tabelsoort.DOELSTELLING,
        programma=code.partition(".")[0],
        doelstelling=code,
        code=code,
        post=totaal["naam"],
        onder="",
    )


def _is_geldkop(regel: Regel, jaar: int) -> bool:
    if any(cel.casefold() in (Kant.LASTEN, Kant.BATEN) for cel in regel.cellen or ()):
        return False  # each side has columns of its own
    plat = _gewone_kolommen(_kolommen(regel))
    koppen = (geldtabellen.DOELSTELLING_KOP, geldtabellen.PROGRAMMA_KOP)
    jaren = re.findall(r"\b20\d\d\b", plat)
    return f"Rekening {jaar}" in plat and set(jaren) == {str(jaar)} and any(kop.fullmatch(plat) for kop in koppen)


def _kolommen(regel: Regel) -> str:
    met_verschil = _VERSCHIL.fullmatch(regel.plat)
    return met_verschil["kolommen"] if met_verschil else regel.plat


def _gewone_kolommen(kop: str) -> str:
    """ "Begroting 2023 primitief Begroting 2023 na wijziging" with the year last, as a begroting prints it."""
    kop = re.sub(r"Begroting (\d{4}) na wijziging", r"Begroting na wijziging \1", kop)
    kop = re.sub(r"(?:Primitieve begroting (\d{4})|Begroting (\d{4}) primitief)", r"Begroting \1\2", kop)
    return re.sub(r"\b(?:Realisatie|Jaarrekening) (\d{4})", r"Rekening \1", kop)


def _zonder_verschil(regels: Sequence[Regel]) -> tuple[list[Regel], dict[int, str]]:
    """The lines of the table without their last column, and what that column prints on each of them."""
    einde = next((i for i, regel in enumerate(regels) if regel.leeg), len(regels))
    kop, *rijen = regels[:einde]
    gewoon = maak_regel(kop.nummer, _gewone_kolommen(_kolommen(kop)))
    if _VERSCHIL.fullmatch(kop.plat) is None:
        return [gewoon, *rijen], {}
    verschillen, korter = {}, []
    for regel in rijen:
        cellen = regel.cellen
        eerste, laatste = ("\t".join(cellen[:-1]), cellen[-1]) if cellen else regel.plat.rpartition(" ")[::2]
        verschillen[regel.nummer] = laatste
        korter.append(maak_regel(regel.nummer, eerste))
    return [gewoon, *korter], verschillen


def _toets_verschil(bedragen: Sequence[Bedrag], verschillen: dict[int, str]) -> Iterator[Bevinding]:
    """A printed difference is no amount of its own: it must be the rekening against the begroting na wijziging."""
    for nummer, gedrukt in verschillen.items():
        per_stand = {b.stand: b.gedrukte_waarde for b in bedragen if b.regel == nummer}
        rekening = per_stand.get(Bedragstand.REKENING)
        begroot = per_stand.get(Bedragstand.NA_WIJZIGING, per_stand.get(Bedragstand.PRIMITIEF))
        if not per_stand:
            continue  # the row itself was refused
        try:
            verschil = lees_bedrag(gedrukt).waarde
        except GeenGetal:
            tekst = f'Het verschil "{gedrukt}" is geen getal. Controleer de rij, of typ haar over.'
            yield Bevinding(Ernst.FOUT, Bevindingsoort.VERSCHIL, nummer, tekst)
            continue
        if rekening is None or begroot is None:
            if verschil:
                zonder = "rekening" if rekening is None else "begroting na wijziging"
                tekst = f'Niet na te rekenen: bij de {zonder} staat geen bedrag, en als verschil staat er "{gedrukt}".'
                yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.NIET_NAGEREKEND, nummer, tekst)
        elif verschil is None or abs(abs(verschil) - abs(rekening - begroot)) > _AFRONDING:
            tekst = (
                f"Telt niet op. Rekening {rekening:f} tegen begroting na wijziging {begroot:f}, maar als "
                f'verschil staat er "{gedrukt}".'
            )
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.TELT_NIET_OP, nummer, tekst)


def _met_teken(bedragen: Sequence[Bedrag]) -> tuple[list[Bedrag], list[Bevinding]]:
    """The sign of each stand is told by itself: its lasten and baten belong together."""
    klaar: list[Bedrag] = []
    bevindingen: list[Bevinding] = []
    for stand in dict.fromkeys(bedrag.stand for bedrag in bedragen):
        goed, over_tekens = normaliseer(bedrag for bedrag in bedragen if bedrag.stand == stand)
        klaar += goed
        bevindingen += over_tekens
    return sorted(klaar, key=lambda bedrag: bedrag.regel), bevindingen


def _lees_indicator(regels: Sequence[Regel], kop: int, doelstelling: str, wie: Aanduiding) -> Leesresultaat:
    """The table of one indicator: a header "Type 2022 2023", a row Realisatie, and the begroting of the year itself."""
    gelezen, opschrift, kopregel = Leesresultaat(), lees_opschrift(list(regels), kop), regels[kop]
    gelezen.gebruikt.add(kopregel.nummer)
    jaren = [int(jaar) for jaar in kopregel.plat.split()[1:]]
    bezwaar = ""
    if sorted(set(jaren)) != jaren or wie.jaar not in jaren:
        bezwaar = f'de jaren in "{kopregel.plat}" horen niet in {wie.naam} (verwacht is dat {wie.jaar} erbij staat)'
    elif not opschrift.naam or not doelstelling:
        bezwaar = "erboven staat geen doelstelling of geen naam van een indicator"
    if bezwaar:
        naam = opschrift.naam or kopregel.plat
        tekst = geweigerde_tabel(naam, regels, kopregel.nummer, kopregel.nummer, bezwaar)
        gelezen.fout(Bevindingsoort.KOP, kopregel.nummer, tekst)
        return gelezen
    for regel in regels[kop + 1 :]:
        if regel.leeg or not _RIJ.match(regel.plat):
            break
        try:
            rij = lees_rij(regel, _RIJ, len(jaren))
            if rij is None:
                raise BeschadigdeRij("het begin is geen Realisatie of Begroting")
            soort = Cijfersoort(rij[0]["soort"].lower())
            if any(eerder.soort is soort for eerder in gelezen.cijfers):
                raise BeschadigdeRij("deze rij staat er al")
            _bewaak_jaren(soort, jaren, rij[1], wie.jaar)
        except BeschadigdeRij as fout:
            gelezen.beschadigd([regel], fout, opschrift.naam)
            continue
        gelezen.gebruikt.add(regel.nummer)
        basis = _cijfer(doelstelling, opschrift.naam, opschrift.bron, soort, wie.naam, regel.nummer)
        gelezen.cijfers += [
            replace(basis, jaar=jaar, waarde=cel.waarde, leeg=cel.leeg, procent=cel.procent, gedrukt=cel.gedrukt)
            for jaar, cel in zip(jaren, rij[1], strict=True)
            if soort is Cijfersoort.REALISATIE or jaar == wie.jaar
        ]
    if not any(cijfer.soort is Cijfersoort.REALISATIE for cijfer in gelezen.cijfers):
        tekst = f"De tabel van {opschrift.naam} heeft geen rij Realisatie. Controleer of de tabel compleet is."
        gelezen.fout(Bevindingsoort.ONVOLLEDIGE_TABEL, kopregel.nummer, tekst)
    return gelezen


def _bewaak_jaren(soort: Cijfersoort, jaren: Sequence[int], cellen: Sequence[Getalcel], jaar_stuk: int) -> None:
    for jaar, cel in zip(jaren, cellen, strict=True):
        if cel.waarde is not None and soort is Cijfersoort.REALISATIE and jaar > jaar_stuk:
            raise BeschadigdeRij(f"een realisatie van {jaar} kan in {jaar_stuk} nog niet bekend zijn")
        if cel.waarde is not None and soort is Cijfersoort.BEGROTING and jaar != jaar_stuk:
            raise BeschadigdeRij(f"een begroting van {jaar} hoort niet in de jaarstukken van {jaar_stuk}")


def _cijfer(doelstelling: str, naam: str, bron: str, soort: Cijfersoort, editie: str, regel: int) -> Cijfer:
    """A cell without its year and value."""
    return Cijfer(doelstelling, naam, bron, soort, editie, 0, None, Leegsoort.LEEG, False, "", regel)
