"""The table of one indicator: a header "Type 2024 2026 …", a row Realisatie, a row Begroting."""

import re
from dataclasses import dataclass

from ingest.lezer.concept import Bevinding, Cijfer, Ernst, Gelezen
from ingest.lezer.getallen import Cel
from ingest.lezer.regels import Regel
from ingest.lezer.rijen import BeschadigdeRij, lees_rij

KOP = re.compile(r"Type((?: \d{4})+)")
BRON = re.compile(r"Bron: ?(.*)")
_RIJ = re.compile(r"(?P<soort>Realisatie|Begroting)(?: PB (?P<editie>\d{4}))?")
VERSTE_JAAR = 5
_GRENS = re.compile(r"Doelstelling \d+\.\d+|Indicatoren, trendgrafieken")


@dataclass(frozen=True)
class Opschrift:
    """What stands above an indicator table: where its name is, and who measured."""

    naam: str
    regel: int
    bron: str


def lees_indicatortabel(
    regels: list[Regel], kop: int, doelstelling: str, jaar_editie: int
) -> tuple[Gelezen, Opschrift]:
    """Read the table whose header is `regels[kop]`, in the edition of `jaar_editie`."""
    gelezen, opschrift = Gelezen(), lees_opschrift(regels, kop)
    kopregel = regels[kop]
    gelezen.gebruikt.add(kopregel.nummer)
    jaren = [int(jaar) for jaar in kopregel.plat.split()[1:]]
    if sorted(set(jaren)) != jaren or any(abs(jaar - jaar_editie) > VERSTE_JAAR for jaar in jaren):
        tekst = f'De jaren in "{kopregel.plat}" horen niet in PB {jaar_editie}. De tabel is niet gelezen.'
        gelezen.fout("kop", kopregel.nummer, tekst)
        return gelezen, opschrift
    if not opschrift.naam:
        gelezen.fout("naam", kopregel.nummer, "Boven deze tabel staat geen naam van een indicator. Zet die er boven.")
        return gelezen, opschrift
    gezien: set[str] = set()
    for regel in regels[kop + 1 :]:
        if regel.leeg or not _RIJ.match(regel.plat):
            break
        label = _RIJ.match(regel.plat)
        if label and label["soort"] in gezien:
            gelezen.fout("dubbel", regel.nummer, f"Een tweede rij {label['soort']} in dezelfde tabel is niet gelezen.")
            continue
        gezien.add(label["soort"] if label else "")
        try:
            _lees_rij(regel, jaren, opschrift, doelstelling, jaar_editie, gelezen)
        except BeschadigdeRij as fout:
            gelezen.fout("beschadigde rij", regel.nummer, f'De rij "{regel.plat}" is niet gelezen: {fout}.')
    if not opschrift.bron:
        tekst = f"Bij {opschrift.naam} staat geen bron."
        gelezen.bevindingen.append(Bevinding(Ernst.WAARSCHUWING, "zonder bron", kopregel.nummer, tekst))
    if "Realisatie" not in gezien:
        tekst = f"De tabel van {opschrift.naam} heeft geen rij Realisatie."
        gelezen.bevindingen.append(Bevinding(Ernst.OPMERKING, "zonder realisatie", kopregel.nummer, tekst))
    if "Begroting" not in gezien:
        tekst = f"De tabel van {opschrift.naam} heeft geen rij Begroting. Controleer of de tabel compleet is."
        gelezen.fout("onvolledige tabel", kopregel.nummer, tekst)
    return gelezen, opschrift


def _lees_rij(
    regel: Regel,
    jaren: list[int],
    opschrift: Opschrift,
    doelstelling: str,
    jaar_editie: int,
    gelezen: Gelezen,
) -> None:
    rij = lees_rij(regel, _RIJ, len(jaren))
    if rij is None:
        raise BeschadigdeRij("het begin is geen Realisatie of Begroting")
    label, cellen = rij
    soort, van_wie = label["soort"].lower(), int(label["editie"] or jaar_editie)
    if soort == "realisatie":
        van_wie = jaar_editie
    if van_wie not in (jaar_editie, jaar_editie - 1):
        raise BeschadigdeRij(f"een rij van PB {van_wie} hoort niet in PB {jaar_editie}")
    for jaar, cel in zip(jaren, cellen, strict=True):
        _bewaak_jaar(soort, van_wie, jaar_editie, jaar, cel)
    if van_wie != jaar_editie:
        tekst = f"Deze rij heet Begroting PB {van_wie}: de cijfers horen bij die begroting, niet bij PB {jaar_editie}."
        gelezen.bevindingen.append(Bevinding(Ernst.OPMERKING, "andere editie", regel.nummer, tekst))
    gelezen.gebruikt.add(regel.nummer)
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
            regel=regel.nummer,
        )
        for jaar, cel in zip(jaren, cellen, strict=True)
    ]


def _bewaak_jaar(soort: str, van_wie: int, jaar_editie: int, jaar: int, cel: Cel) -> None:
    """A begroting is made before its year: a value where none can be known is a cell in the wrong column."""
    if cel.waarde is None:
        return
    if soort == "realisatie" and jaar >= jaar_editie:
        raise BeschadigdeRij(f"een realisatie van {jaar} kan in de begroting van {jaar_editie} nog niet bekend zijn")
    if soort == "begroting" and jaar < van_wie:
        raise BeschadigdeRij(f"een begroting van {jaar} hoort niet in PB {van_wie}")


def lees_opschrift(regels: list[Regel], kop: int) -> Opschrift:
    """Look back from the header: the line Bron, and the name of the indicator at the head of its block.

    A name is the nearest heading (markdown), or, in a document without headings, the first line of
    the block of lines that ends with Bron.
    """
    met_koppen = any(regel.kop for regel in regels)
    bron, naam = "", None
    for regel in reversed(regels[max(0, kop - 25) : kop]):
        if KOP.fullmatch(regel.plat) or _GRENS.match(regel.plat) or regel.plat.startswith(("Realisatie", "Begroting")):
            break
        gevonden = BRON.match(regel.plat)
        if gevonden and not bron:
            bron = gevonden[1]
        elif met_koppen and regel.kop and not regel.leeg:
            naam = regel
            break
        elif not met_koppen and regel.leeg and naam is not None:
            break
        elif not met_koppen and not regel.leeg:
            naam = regel
    return Opschrift(naam.plat, naam.nummer, bron) if naam else Opschrift("", 0, bron)
