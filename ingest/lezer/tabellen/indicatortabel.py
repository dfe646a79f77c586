"""The table of one indicator: a header "Type 2024 2026 …", a row Realisatie, a row Begroting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from ingest.lezer.concept import Bevinding, Cijfer, Ernst, Leesresultaat
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bevindingsoort, Cijfersoort
from ingest.lezer.taal.getallen import Getalcel
from ingest.lezer.tabellen.rijen import BeschadigdeRij, cellen_aan_het_eind, lees_rij, rijen_onder, woorden
from ingest.lezer.tabellen.weigering import geweigerde_tabel

KOP = re.compile(r"Type((?: \d{4})+)")
BRON = re.compile(r"Bron: ?(.*)")
_RIJ = re.compile(r"(?P<soort>Realisatie|Begroting)(?: PB (?P<editie>\d{4}))?")
_RIJ_MET_JAAR = re.compile(r"(?P<soort>Begroting) (?P<editie>\d{4})")
VERSTE_JAAR = 5
_VER_ERBOVEN = 25
_GRENS = re.compile(r"(?:Doelstelling|Prestatie-indicatoren) \d+\.\d+|Indicatoren, trendgrafieken")


@dataclass(frozen=True)
class Opschrift:
    """What stands above an indicator table: where its name is, and who measured."""

    naam: str
    regel: int
    bron: str


def lees_indicatortabel(
    regels: list[Regel], kop: int, doelstelling: str, jaar_editie: int
) -> tuple[Leesresultaat, Opschrift]:
    """Read the table whose header is `regels[kop]`, in the edition of `jaar_editie`."""
    gelezen, opschrift = Leesresultaat(), lees_opschrift(regels, kop)
    kopregel = regels[kop]
    gelezen.gebruikt.add(kopregel.nummer)
    jaren = [int(jaar) for jaar in kopregel.plat.split()[1:]]
    if sorted(set(jaren)) != jaren or any(abs(jaar - jaar_editie) > VERSTE_JAAR for jaar in jaren):
        verwacht = (
            f"verwacht zijn jaren op volgorde, van {jaar_editie - VERSTE_JAAR} tot en met {jaar_editie + VERSTE_JAAR}"
        )
        waarom = f'de jaren in de kop "{kopregel.plat}" horen niet in PB {jaar_editie} ({verwacht})'
        _weiger(gelezen, Bevindingsoort.KOP, regels, kop, opschrift.naam, waarom)
        return gelezen, opschrift
    if not opschrift.naam:
        waarom = "erboven staat geen naam van een indicator"
        _weiger(gelezen, Bevindingsoort.NAAM, regels, kop, "", waarom)
        return gelezen, opschrift
    gezien = _lees_rijen(regels, kop, jaren, opschrift, doelstelling, jaar_editie, gelezen)
    if not opschrift.bron:
        tekst = f"Bij {opschrift.naam} staat geen bron."
        gelezen.bevindingen.append(Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.ZONDER_BRON, kopregel.nummer, tekst))
    if "Realisatie" not in gezien:
        tekst = f"De tabel van {opschrift.naam} heeft geen rij Realisatie."
        gelezen.bevindingen.append(Bevinding(Ernst.OPMERKING, Bevindingsoort.ZONDER_REALISATIE, kopregel.nummer, tekst))
    if "Begroting" not in gezien:
        tekst = f"De tabel van {opschrift.naam} heeft geen rij Begroting. Controleer of de tabel compleet is."
        gelezen.fout(Bevindingsoort.ONVOLLEDIGE_TABEL, kopregel.nummer, tekst)
    return gelezen, opschrift


def _weiger(
    gelezen: Leesresultaat, soort: Bevindingsoort, regels: Sequence[Regel], kop: int, naam: str, waarom: str
) -> None:
    van, tot = regels[kop].nummer, _laatste_rij(regels, kop, len(regels[kop].plat.split()) - 1)
    gelezen.fout(soort, van, geweigerde_tabel(naam or regels[kop].plat, regels, van, tot, waarom), tot, naam)


def _lees_rijen(
    regels: Sequence[Regel],
    kop: int,
    jaren: list[int],
    opschrift: Opschrift,
    doelstelling: str,
    jaar_editie: int,
    gelezen: Leesresultaat,
) -> set[str]:
    """Read each row below the header; gives the kinds of row that are there, read or refused."""
    gezien: set[str] = set()
    for regel, *vervolg in rijen_onder(regels, kop + 1):
        label = _RIJ.match(regel.plat)
        if label is None and (KOP.fullmatch(regel.plat) or not _lijkt_rij(regel, len(jaren))):
            break  # below another header nothing is of these years
        try:
            if label is None:
                raise BeschadigdeRij(
                    "deze rij is niet bekend in de tabel van een indicator; verwacht is Realisatie of Begroting"
                )
            if label["soort"] in gezien:
                raise BeschadigdeRij(f"er staat al een rij {label['soort']} in deze tabel")
            gezien.add(label["soort"])
            _lees_rij(regel, vervolg, jaren, opschrift, doelstelling, jaar_editie, gelezen)
        except BeschadigdeRij as fout:
            gelezen.beschadigd((regel, *vervolg), fout, opschrift.naam)
    return gezien


def _laatste_rij(regels: Sequence[Regel], kop: int, aantal: int) -> int:
    """The line of the last row of the table, all of which is refused."""
    laatste = regels[kop].nummer
    for regel, *vervolg in rijen_onder(regels, kop + 1):
        if not _RIJ.match(regel.plat) and not _lijkt_rij(regel, aantal):
            break
        laatste = (vervolg or [regel])[-1].nummer
    return laatste


def _lijkt_rij(regel: Regel, aantal: int) -> bool:
    """Whether a line without a known label stands among the rows: with as many cells, and not as a next header."""
    if regel.cellen is not None:
        return len(regel.cellen) == aantal + 1
    alle = woorden(regel.plat)
    cellen = alle[len(alle) - cellen_aan_het_eind(alle) :]
    return len(cellen) >= aantal and not all(re.fullmatch(r"20\d\d", cel) for cel in cellen)


def _splits(
    regel: Regel, vervolg: Sequence[Regel], aantal: int, jaar_editie: int
) -> tuple[re.Match[str], list[Getalcel]] | None:
    """The label and the cells; in "Begroting 2026 180 180" the year is of the label only if the count says so."""
    met_jaar = _RIJ_MET_JAAR.match(regel.plat)
    if not met_jaar or int(met_jaar["editie"]) not in (jaar_editie, jaar_editie - 1):
        return lees_rij(regel, _RIJ, aantal, vervolg=vervolg)
    if regel.cellen is not None:
        label = _RIJ_MET_JAAR if _RIJ_MET_JAAR.fullmatch(" ".join(regel.cellen[0].split())) else _RIJ
        return lees_rij(regel, label, aantal, vervolg=vervolg)
    try:
        return lees_rij(regel, _RIJ_MET_JAAR, aantal, vervolg=vervolg)
    except BeschadigdeRij:
        lees_rij(regel, _RIJ, aantal, vervolg=vervolg)
    raise BeschadigdeRij(f"niet te zien is of {met_jaar['editie']} bij de naam hoort of een getal is")


def _lees_rij(
    regel: Regel,
    vervolg: Sequence[Regel],
    jaren: list[int],
    opschrift: Opschrift,
    doelstelling: str,
    jaar_editie: int,
    gelezen: Leesresultaat,
) -> None:
    rij = _splits(regel, vervolg, len(jaren), jaar_editie)
    if rij is None:
        raise BeschadigdeRij("het begin is geen Realisatie of Begroting")
    label, cellen = rij
    soort, van_wie = Cijfersoort(label["soort"].lower()), int(label["editie"] or jaar_editie)
    if soort is Cijfersoort.REALISATIE:
        van_wie = jaar_editie
    if van_wie not in (jaar_editie, jaar_editie - 1):
        raise BeschadigdeRij(f"een rij van PB {van_wie} hoort niet in PB {jaar_editie}")
    for jaar, cel in zip(jaren, cellen, strict=True):
        _bewaak_jaar(soort, van_wie, jaar_editie, jaar, cel)
    if van_wie != jaar_editie:
        tekst = f"Deze rij heet Begroting PB {van_wie}: de cijfers horen bij die begroting, niet bij PB {jaar_editie}."
        gelezen.bevindingen.append(Bevinding(Ernst.OPMERKING, Bevindingsoort.ANDERE_EDITIE, regel.nummer, tekst))
    gelezen.gebruikt |= {deze.nummer for deze in (regel, *vervolg)}
    gelezen.cijfers += [
        Cijfer(
            doelstelling=doelstelling,
            naam=opschrift.naam,
            bron=opschrift.bron,
            soort=soort,
            editie=f"PB {van_wie}",
            jaar=jaar,
            waarde=cel.waarde,
            leeg=cel.leeg,
            procent=cel.procent,
            gedrukt=cel.gedrukt,
            regel=cel.regel or regel.nummer,
        )
        for jaar, cel in zip(jaren, cellen, strict=True)
    ]


def _bewaak_jaar(soort: Cijfersoort, van_wie: int, jaar_editie: int, jaar: int, cel: Getalcel) -> None:
    """A begroting is made before its year: a value where none can be known is a cell in the wrong column."""
    if cel.waarde is None:
        return
    if soort is Cijfersoort.REALISATIE and jaar >= jaar_editie:
        raise BeschadigdeRij(f"een realisatie van {jaar} kan in de begroting van {jaar_editie} nog niet bekend zijn")
    if soort is Cijfersoort.BEGROTING and jaar < van_wie:
        raise BeschadigdeRij(f"een begroting van {jaar} hoort niet in PB {van_wie}")


def lees_opschrift(regels: list[Regel], kop: int) -> Opschrift:
    """Look back from the header: the line Bron, and the name of the indicator at the head of its block.

    A name is the nearest heading; where none is marked as one, the first line of the block of lines that ends with
    Bron. A sentence is no name.
    """
    boven = _tot_de_grens(regels, kop)
    bron, van_bron = _bron(boven[::-1])
    # A row of cells is of another table, and never a name.
    zonder_bron = [regel for regel in boven if regel.nummer not in van_bron and regel.cellen is None]
    naam = next((regel for regel in zonder_bron if regel.kop and not regel.leeg), None)
    if naam is None:
        blok = takewhile(lambda regel: not regel.leeg, dropwhile(lambda regel: regel.leeg, zonder_bron))
        naam = next(reversed(list(blok)), None)
        if naam is not None and (naam.samengevat or naam.plat.endswith(".")):
            naam = _op_de_vorige_bladzijde(naam, zonder_bron, regels[kop:])
    return Opschrift(naam.plat, naam.nummer, bron) if naam else Opschrift("", 0, bron)


def _op_de_vorige_bladzijde(begin: Regel, boven: list[Regel], eronder: list[Regel]) -> Regel | None:
    """The last line of the page before, where this page begins with a definition and the trendgrafiek has that name."""
    verder = dropwhile(lambda regel: regel.nummer >= begin.nummer or regel.leeg, boven)
    naam = next(verder, None)
    if naam is None or naam.pagina is None or begin.pagina != naam.pagina + 1:
        return None
    herhaald = any(regel.plat == f"Trendgrafiek {naam.plat}" for regel in eronder[:_VER_ERBOVEN])
    return naam if herhaald else None


def _bron(regels: list[Regel]) -> tuple[str, set[int]]:
    """Who measured: the line Bron, with what plainly goes on from it on the next lines; and the lines of all of it."""
    bron = ""
    nummers: set[int] = set()
    for regel in regels:
        if gevonden := BRON.match(regel.plat):
            bron = gevonden[1]
        elif not bron:
            continue
        elif regel.leeg or not _gaat_door(bron, regel.plat):
            break
        else:
            bron = f"{bron} {regel.plat}"
        nummers.add(regel.nummer)
    return bron, nummers


def _gaat_door(bron: str, volgende: str) -> bool:
    return volgende[0].islower() or bron.count("(") > bron.count(")") or bron.endswith((",", "/", " en"))


def _tot_de_grens(regels: list[Regel], kop: int) -> list[Regel]:
    """The lines above a header, the nearest first, up to another table or the heading of a doelstelling."""

    def hoort_erbij(regel: Regel) -> bool:
        anders = KOP.fullmatch(regel.plat) or _GRENS.match(regel.plat)
        return not anders and not regel.plat.startswith(("Realisatie", "Begroting"))

    return list(takewhile(hoort_erbij, reversed(regels[max(0, kop - _VER_ERBOVEN) : kop])))
