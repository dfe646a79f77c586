"""Which programma the rows of an overview belong to, by the words of their own table: proposed, never decided."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ingest.lezer.concept import Bedrag, Programmaplek, kale_naam
from ingest.lezer.soorten import Bedragstand, Kant, Programmarol, Tabelsoort

_KOP = re.compile(
    r"(?:\d[\d.]*\.? )?Programma[:.]? (?:(?P<nummer>\d{1,2})\b(?![.\d]*\d)[.:]? )?(?:[-–] )?(?P<naam>[A-Z].*[^\W\d].*)"
)
_GENUMMERD = re.compile(r"(?P<nummer>\d{1,2})[.:]? (?:[-–] )?(?P<naam>[^\W\d].*)")
_NUMMER = re.compile(r"\d{1,2}")
_RIJEN_ZIJN_PROGRAMMAS = re.compile(r"programma(?:['’]?s)?", re.IGNORECASE)
_BINNEN = re.compile(
    r"(?:totale? )?(?:lasten|baten|uitgaven|inkomsten)\b.*|.*(?:\breserves?\b|\bvermogen\b).*", re.IGNORECASE
)
"""A heading among the rows that does not end the programma above it; below any other heading nothing is sure."""
_GEEN_NAAM = re.compile(r"(?:totaal|totale|overzicht|kosten|saldo|begroting|onderdeel|overstijgend)\b.*", re.IGNORECASE)
_VULWOORDEN = frozenset(("totaal", "totale", "van", "het", "dit", "programma", "en", "de", "per"))
_SALDOWOORDEN = frozenset(
    (
        *("saldo", "resultaat", "gerealiseerd", "gerealiseerde", "geraamd", "geraamde", "lasten", "baten"),
        *("voor", "na", "inclusief", "exclusief", "aan", "uit", "mutatie", "mutaties", "reserve", "reserves"),
        *("bestemming", "toevoeging", "toevoegingen", "onttrekking", "onttrekkingen"),
    )
)
_KANTWOORDEN = {
    Kant.LASTEN: frozenset(("lasten", "uitgaven", "kosten")),
    Kant.BATEN: frozenset(("baten", "inkomsten", "opbrengsten")),
}
_VAN_KANT = {Kant.LASTEN: Programmarol.LASTEN, Kant.BATEN: Programmarol.BATEN}
_RESERVES = {
    Kant.TOEVOEGINGEN: Programmarol.TOEVOEGINGEN,
    Kant.ONTTREKKINGEN: Programmarol.ONTTREKKINGEN,
    Kant.MUTATIES: Programmarol.MUTATIES,
}
_NOOIT_EEN_PRODUCT = frozenset(
    (
        *("totaal", "totale", "subtotaal", "saldo", "resultaat", "waarvan"),
        *("incidenteel", "incidentele", "structureel", "structurele"),
    )
)
_NIET_HET_GEHEEL = re.compile(
    r"incident|structure|investering|kredie|\breserves?\b|voorziening|subsidie|formatie|risico|taakstelling"
    r"|bezuiniging|ombuiging|nieuw beleid|mutatie|wijziging",
    re.IGNORECASE,
)
"""A table with one of these above it tells a part of what a programma costs, or a change of it."""
_RESERVEWOORDEN = frozenset(("reserve", "reserves", "bestemming"))
_VOOR, _NA = frozenset(("voor", "exclusief")), frozenset(("na", "inclusief"))
_AFRONDING = 2


@dataclass(frozen=True)
class Tabelwoorden:
    """What stands around the rows of one table."""

    van: int
    titel: str
    kop: str
    """the first cell of its header"""
    programma: str
    """the heading of a programma above it"""
    tussenkoppen: Sequence[tuple[int, str]]
    """the headings among its rows, with their line"""


@dataclass(frozen=True)
class _Programmanaam:
    nummer: str
    naam: str


@dataclass
class _Overzichtrij:
    bedragen: list[Bedrag]

    @property
    def regel(self) -> int:
        return self.bedragen[0].regel

    @property
    def naam(self) -> str:
        return self.bedragen[0].post

    @property
    def kanten(self) -> frozenset[Kant]:
        return frozenset(bedrag.kant for bedrag in self.bedragen)


@dataclass
class _Programmablok:
    """The rows below the heading of one programma."""

    programma: _Programmanaam
    rijen: list[_Overzichtrij] = field(default_factory=list)


def zet_bij_programmas(bedragen: Sequence[Bedrag], om: Tabelwoorden) -> list[Bedrag]:
    """The amounts of one table, each with the programma and the role that its words give it, if any."""
    if _NIET_HET_GEHEEL.search(om.titel) or any(b.stand is Bedragstand.WIJZIGING for b in bedragen):
        return list(bedragen)
    rijen: dict[int, _Overzichtrij] = {}
    for bedrag in bedragen:
        rijen.setdefault(bedrag.regel, _Overzichtrij([])).bedragen.append(bedrag)
    titel = om.titel if _programma(om.titel) is None else ""
    gevonden = {
        regel: Programmaplek(wie.nummer, wie.naam, *wat, titel, om.van)
        for regel, wie, wat in _eenduidig(_plekken(rijen, om))
    }
    return [replace(bedrag, plek=gevonden.get(bedrag.regel)) for bedrag in bedragen]


def een_tabel_per_programma(bedragen: Sequence[Bedrag]) -> list[Bedrag]:
    """The same, but where two tables below one title tell of the same programma: nobody knows which one is it."""
    tabellen = {(b.plek.titel, b.plek.naam, b.plek.tabel, b.plek.van) for b in bedragen if b.plek}
    aantal = Counter(tabel[:3] for tabel in tabellen)
    dubbel = {plaats for plaats, keren in aantal.items() if keren > 1}
    return [
        replace(b, plek=None) if b.plek and (b.plek.titel, b.plek.naam, b.plek.tabel) in dubbel else b for b in bedragen
    ]


def _programma(tekst: str) -> _Programmanaam | None:
    """ "Programma 3. Zorg", or "Programma Zorg"; no total of it, nor what goes over all of them."""
    gevonden = _KOP.fullmatch(tekst.strip().rstrip(":"))
    if gevonden is None or _GEEN_NAAM.match(gevonden["naam"]):
        return None
    return _Programmanaam(gevonden["nummer"] or "", gevonden["naam"].strip())


_TabelEnRol = tuple[Tabelsoort, Programmarol]
_Rijplek = tuple[_Overzichtrij, _Programmanaam, _TabelEnRol]
_HEEL: _TabelEnRol = (Tabelsoort.PROGRAMMA, Programmarol.SALDO)


def _plekken(rijen: Mapping[int, _Overzichtrij], om: Tabelwoorden) -> Iterator[_Rijplek]:
    if _RIJEN_ZIJN_PROGRAMMAS.fullmatch(om.kop):
        genummerd = (rij for rij in rijen.values() if _NUMMER.fullmatch(rij.bedragen[0].code))
        yield from ((rij, _Programmanaam(rij.bedragen[0].code, rij.naam), _HEEL) for rij in genummerd)
        return
    for blok in _blokken(rijen, om):
        yield from ((rij, blok.programma, wat) for rij, wat in _rollen(blok))


def _blokken(rijen: Mapping[int, _Overzichtrij], om: Tabelwoorden) -> Iterator[_Programmablok]:
    """The rows of each programma together; a row that is called a programma is all of it by itself."""
    koppen, blok = dict(om.tussenkoppen), _heel(rijen.values(), om)
    for regel in sorted({*rijen, *koppen}):
        if regel not in rijen:
            eigen = _programma(koppen[regel])
            if eigen or not _BINNEN.fullmatch(koppen[regel]):
                yield from [blok] if blok else []
                blok = _Programmablok(eigen) if eigen else None
        elif blok:
            blok.rijen.append(rijen[regel])
        elif eigen := _programma(rijen[regel].naam):
            yield _Programmablok(eigen, [rijen[regel]])
    if blok:
        yield blok


def _heel(rijen: Iterable[_Overzichtrij], om: Tabelwoorden) -> _Programmablok | None:
    """Of a table that is of one programma: by the heading above it, or by its own first words.

    "3. Zorg" there is the name of a programma where a row of the table is the total of one.
    """
    eigen = _programma(om.programma) or _programma(om.kop)
    genummerd = _GENUMMERD.fullmatch(om.kop)
    if eigen is None and genummerd and any(_is_totaal_van_programma(rij) for rij in rijen):
        eigen = _Programmanaam(genummerd["nummer"], genummerd["naam"])
    return _Programmablok(eigen) if eigen else None


def _is_totaal_van_programma(rij: _Overzichtrij) -> bool:
    woorden = kale_naam(rij.naam).split()
    return "programma" in woorden and bool({"saldo", "resultaat", "totaal"} & set(woorden))


def _rollen(blok: _Programmablok) -> Iterator[tuple[_Overzichtrij, _TabelEnRol]]:
    """What each row is for its programma; a row of which the words leave that open is left out.

    Products are parts of something only where their total is printed too, and below that stands no part of it.
    """
    if len(blok.rijen) == 1 and _programma(blok.rijen[0].naam) == blok.programma:
        yield blok.rijen[0], _HEEL
        return
    naam = kale_naam(blok.programma.naam)
    rollen = [(rij, _rol(rij, naam)) for rij in blok.rijen]
    saldi = [rij for rij, rol in rollen if rol is Programmarol.SALDO]
    yield from ((rij, (Tabelsoort.PROGRAMMA, rol)) for rij, rol in _saldi(blok.rijen, saldi))
    for rij, rol in rollen:
        if rol is Programmarol.PRODUCT and saldi and rij.regel < saldi[0].regel:
            yield rij, (Tabelsoort.UITSPLITSING, rol)
        elif rol and rol not in (Programmarol.PRODUCT, Programmarol.SALDO):
            yield rij, (Tabelsoort.PROGRAMMA, rol)


def _rol(rij: _Overzichtrij, programma: str) -> Programmarol | None:
    if len(rij.kanten) == 1 and (reserve := _RESERVES.get(next(iter(rij.kanten)))):
        return reserve
    kaal = kale_naam(rij.naam)
    woorden = {woord for woord in kaal.removesuffix(programma).split() if not woord.isdigit()}
    rest = woorden - _VULWOORDEN
    for kant, namen in _KANTWOORDEN.items():
        if rest and rest <= namen and rij.kanten == {kant}:
            return _VAN_KANT[kant]
    if {"saldo", "resultaat"} & rest and rest <= _SALDOWOORDEN and rij.kanten == {Kant.SALDO}:
        return Programmarol.SALDO
    if not rest and "totaal" in woorden:
        return Programmarol.SALDO
    return None if not rest or rest & _NOOIT_EEN_PRODUCT else Programmarol.PRODUCT


def _saldi(
    rijen: Sequence[_Overzichtrij], saldi: Sequence[_Overzichtrij]
) -> Iterator[tuple[_Overzichtrij, Programmarol]]:
    """Before or after reserves: as the row says, else by its place around the reserves, if the sums say so too."""
    reserves = [rij for rij in rijen if len(rij.kanten) == 1 and rij.kanten <= _RESERVES.keys()]
    ongezegd = [rij for rij in saldi if _gezegd(rij) is None]
    yield from ((rij, rol) for rij in saldi if (rol := _gezegd(rij)))
    if not reserves:  # two with the very same amounts are one
        zelfde = len({tuple(bedrag.bedrag for bedrag in rij.bedragen) for rij in ongezegd}) == 1
        yield from ((rij, Programmarol.SALDO) for rij in (ongezegd[-1:] if zelfde else ongezegd))
        return
    voor = [rij for rij in ongezegd if rij.regel < reserves[0].regel]
    na = [rij for rij in ongezegd if rij.regel > reserves[-1].regel]
    if len(voor) == len(na) == 1 and _telt_op(voor[0], reserves, na[0]):
        yield voor[0], Programmarol.VOOR_RESERVES
        yield na[0], Programmarol.NA_RESERVES


def _gezegd(rij: _Overzichtrij) -> Programmarol | None:
    woorden = set(kale_naam(rij.naam).split())
    if not woorden & _RESERVEWOORDEN or bool(woorden & _VOOR) == bool(woorden & _NA):
        return None
    return Programmarol.VOOR_RESERVES if woorden & _VOOR else Programmarol.NA_RESERVES


def _telt_op(voor: _Overzichtrij, reserves: Iterable[_Overzichtrij], na: _Overzichtrij) -> bool:
    """Whether the one and the reserves come to the other, in each column."""
    som: dict[tuple[str, int], Decimal] = {}
    for bedrag in (b for rij in (voor, *reserves) for b in rij.bedragen):
        kolom = (bedrag.stand, bedrag.jaar)
        som[kolom] = som.get(kolom, Decimal(0)) + (bedrag.bedrag or Decimal(0))
    verschillen = [
        (abs(som.get((b.stand, b.jaar), Decimal(0)) - b.bedrag), b.schaal) for b in na.bedragen if b.bedrag is not None
    ]
    return bool(verschillen) and all(verschil <= _AFRONDING * schaal for verschil, schaal in verschillen)


def _eenduidig(plekken: Iterable[_Rijplek]) -> Iterator[tuple[int, _Programmanaam, _TabelEnRol]]:
    """Without the rows of which another says the same: two totals of a programma, or one name with one side twice."""
    alle = list(plekken)
    totalen = Counter(
        (wie.naam, wat) for _, wie, wat in {(rij.naam, wie, wat) for rij, wie, wat in alle if _is_een(wat)}
    )
    namen = Counter((wie.naam, wat[0], kale_naam(rij.naam), kant) for rij, wie, wat in alle for kant in rij.kanten)
    for rij, wie, wat in alle:
        zelfde = (namen[wie.naam, wat[0], kale_naam(rij.naam), kant] for kant in rij.kanten)
        if totalen[wie.naam, wat] <= 1 and max(zelfde) == 1:
            yield rij.regel, wie, wat


def _is_een(wat: _TabelEnRol) -> bool:
    return wat[1] is not Programmarol.PRODUCT
