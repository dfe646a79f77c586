"""A reference file: figures of other gemeenten and of the country, as a long CSV with one figure on each line."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ingest.lezer.concept import Bevinding, Concept, Ernst, Referentie, sorteer
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bevindingsoort, Publicatiesoort
from ingest.lezer.taal.getallen import GeenGetal, Getalcel, lees_cel
from ingest.lezer.taal.periodes import MAANDEN

KOLOMMEN = ("indicator", "gemeente", "jaar", "waarde", "bron", "tabel", "datum")
VERWACHT = ";".join(KOLOMMEN)
_KENMERK = frozenset(("indicator", "gemeente", "jaar", "waarde"))
"""A line with these names is the header of a reference file, also where another column is missing."""
_SCHEIDINGEN = (";", "\t", ",")
_JAAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_DATUM = re.compile(r"(?P<dag>\d{1,2})-(?P<maand>\d{1,2})-(?P<jaar>\d{4})", re.ASCII)
_ISO_DATUM = re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{2})-(?P<dag>\d{2})", re.ASCII)
_PUNT_ALS_KOMMA = re.compile(r"-?\d+\.(?:\d{1,2}|\d{4,})|-?0\.\d+|-?\d{4,}\.\d+", re.ASCII)
_PUNT_IN_GETAL = re.compile(r"\d\.\d", re.ASCII)
_NAAM = re.compile(r"Referentie [\w -]{1,29}", re.ASCII)
_KORT = re.compile(r"[\w-]{1,16}", re.ASCII)
_KORT_GENOEG = 120
_LANGST = {"indicator": 300, "gemeente": 100, "bron": 300, "tabel": 300}


class GeenRij(ValueError):
    """A line is no row of the file; the message says in Dutch what is wrong and what was expected."""


@dataclass(frozen=True)
class Kop:
    """The header: its line, what stands between its cells, and the names of its columns."""

    regel: int
    scheiding: str
    namen: tuple[str, ...]

    @property
    def mist(self) -> list[str]:
        return [naam for naam in KOLOMMEN if naam not in self.namen]

    @property
    def dubbel(self) -> list[str]:
        return [naam for naam in KOLOMMEN if self.namen.count(naam) > 1]

    @property
    def overig(self) -> list[str]:
        """What stands in the file and is not read."""
        return [naam for naam in self.namen if naam and naam not in KOLOMMEN]


def vind_kop(regels: Sequence[Regel]) -> Kop | None:
    """The header, which must be the first line that is not blank."""
    eerste = next((regel for regel in regels if regel.gedrukt.strip()), None)
    if eerste is None:
        return None
    for scheiding in _SCHEIDINGEN:
        namen = tuple(naam.strip().strip('"').strip().casefold() for naam in eerste.gedrukt.split(scheiding))
        if set(namen) >= _KENMERK:
            return Kop(eerste.nummer, scheiding, namen)
    return None


def lees_referentiebestand(regels: Sequence[Regel], verteld: str | None) -> Concept:
    """The draft of a reference file: each line a figure, or a finding that says why it is none."""
    kop = vind_kop(regels)
    bezwaar = _bezwaar_kop(kop)
    if kop is None or bezwaar:
        plaats = kop.regel if kop else None
        fout = Bevinding(Ernst.FOUT, Bevindingsoort.BESTAND, plaats, bezwaar)
        return Concept(verteld, None, bevindingen=(fout,), soort=Publicatiesoort.REFERENTIE)
    referenties, geweigerd = _lees_rijen(regels[kop.regel :], kop)
    bevindingen = [*_over_kolommen(kop), *_samengevoegd(geweigerd)]
    if not referenties:
        return Concept(verteld, None, bevindingen=sorteer(bevindingen), soort=Publicatiesoort.REFERENTIE)
    if verteld and not _NAAM.fullmatch(verteld):
        tekst = f'"{verteld}" is geen naam van een referentiebestand. Schrijf bijvoorbeeld: {_naam(referenties)}.'
        bevindingen.append(Bevinding(Ernst.FOUT, Bevindingsoort.PUBLICATIE, None, tekst))
    return Concept(
        publicatie=verteld or _naam(referenties),
        jaar=_laatste_dag(referenties).year,
        referenties=tuple(referenties),
        bevindingen=sorteer(bevindingen),
        soort=Publicatiesoort.REFERENTIE,
        titel=_titel(referenties),
    )


def _bezwaar_kop(kop: Kop | None) -> str:
    if kop is None:
        return f"Dit is geen referentiebestand: de eerste regel moet de namen van de kolommen zijn: {VERWACHT}."
    if kop.mist:
        wat = "ontbreekt de kolom" if len(kop.mist) == 1 else "ontbreken de kolommen"
        return f"In de kop {wat} {', '.join(kop.mist)}. Verwacht is: {VERWACHT}. Zet dat erbij."
    if kop.dubbel:
        return f"In de kop staat {' en '.join(kop.dubbel)} twee keer. Verwacht is: {VERWACHT}. Laat er één weg."
    return ""


def _over_kolommen(kop: Kop) -> Iterator[Bevinding]:
    if kop.overig:
        tekst = f"Van de kolom {' en '.join(kop.overig)} is niets overgenomen. De site leest alleen: {VERWACHT}."
        yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.KOP, kop.regel, tekst)


def _lees_rijen(regels: Sequence[Regel], kop: Kop) -> tuple[list[Referentie], list[tuple[int, str]]]:
    """The figures, and the lines that are none with the reason."""
    vakken: dict[int, dict[str, str]] = {}
    geweigerd: list[tuple[int, str]] = []
    for regel in regels:
        try:
            rij = _splits(regel.gedrukt, kop)
        except GeenRij as reden:
            geweigerd.append((regel.nummer, str(reden)))
            continue
        if any(rij.values()):  # a spreadsheet leaves rows of nothing but separators
            vakken[regel.nummer] = rij
    engels = any(_PUNT_ALS_KOMMA.fullmatch(rij["waarde"]) for rij in vakken.values())
    gelezen: dict[tuple[str, str, int], list[Referentie]] = {}
    for nummer, rij in vakken.items():
        try:
            referentie = _lees_rij(rij, nummer, punt_is_komma=engels)
        except GeenRij as reden:
            geweigerd.append((nummer, str(reden)))
            continue
        sleutel = (referentie.reeks.casefold(), referentie.gemeente.casefold(), referentie.jaar)
        gelezen.setdefault(sleutel, []).append(referentie)
    geweigerd += [geweigerde for samen in gelezen.values() for geweigerde in _dubbele(samen)]
    nummers = {nummer for nummer, _ in geweigerd}
    alle = (referentie for samen in gelezen.values() for referentie in samen)
    return [referentie for referentie in alle if referentie.regel not in nummers], sorted(geweigerd)


def _dubbele(samen: Sequence[Referentie]) -> Iterator[tuple[int, str]]:
    """Of lines that say the same all but the first; where they differ, nobody knows which one holds."""
    eerste, *verder = samen
    wat = f"{eerste.reeks}, {eerste.gemeente}, {eerste.jaar}"
    verschilt = any(ander.waarde != eerste.waarde for ander in verder)
    if verschilt:
        regels = " en ".join(str(referentie.regel) for referentie in samen)
        zin = f"{wat} staat op regel {regels} met een andere waarde. Laat de juiste staan"
        yield from ((referentie.regel, zin) for referentie in samen)
    else:
        yield from ((ander.regel, f"{wat} staat al op regel {eerste.regel}. Laat er één weg") for ander in verder)


def _splits(gedrukt: str, kop: Kop) -> dict[str, str]:
    try:
        cellen = next(csv.reader([gedrukt], delimiter=kop.scheiding, strict=True), [])
    except csv.Error:
        raise GeenRij("een aanhalingsteken opent of sluit niet goed. Zet elk cijfer op één regel") from None
    cellen = [" ".join(cel.split()) for cel in cellen]
    if any(cellen) and len(cellen) != len(kop.namen):
        raise GeenRij(f"er staan {len(cellen)} vakken, de kop heeft er {len(kop.namen)}")
    return dict(zip(kop.namen, cellen or [""] * len(kop.namen), strict=False))


def _lees_rij(rij: dict[str, str], nummer: int, *, punt_is_komma: bool) -> Referentie:
    for naam, langst in _LANGST.items():
        if not rij[naam]:
            raise GeenRij(f"het vak {naam} is leeg. Dat moet ingevuld zijn")
        if len(rij[naam]) > langst:
            raise GeenRij(f"het vak {naam} heeft meer dan {langst} tekens")
    if not _JAAR.fullmatch(rij["jaar"]):
        raise GeenRij(f'"{rij["jaar"]}" is geen jaar. Verwacht is een jaartal zoals 2024')
    opgehaald_op, jaar = _dag(rij["datum"]), int(rij["jaar"])
    if jaar > opgehaald_op.year:
        raise GeenRij(f"het jaar {jaar} was nog niet begonnen op {rij['datum']}, de dag van ophalen")
    cel = _waarde(rij["waarde"], punt_is_komma=punt_is_komma)
    return Referentie(
        reeks=rij["indicator"],
        gemeente=rij["gemeente"],
        jaar=jaar,
        waarde=cel.waarde,
        leeg=cel.leeg,
        procent=cel.procent,
        gedrukt=cel.gedrukt,
        bron=rij["bron"],
        tabel=rij["tabel"],
        opgehaald_op=opgehaald_op,
        regel=nummer,
    )


def _waarde(tekst: str, *, punt_is_komma: bool) -> Getalcel:
    """In Dutch; where a file writes a point for the comma, "2.594" in it may be either."""
    if punt_is_komma and _PUNT_IN_GETAL.search(tekst):
        raise GeenRij(
            f'bij "{tekst}" is niet te zien wat de punt is, want in dit bestand staan ook getallen met een punt als '
            "komma. Verwacht is een komma voor decimalen, zoals 1.234,5"
        )
    try:
        return lees_cel(tekst)
    except GeenGetal:
        raise GeenRij(f'"{tekst}" is geen getal. Verwacht is een getal zoals 1.234,5, of - voor geen waarde') from None


def _dag(tekst: str) -> date:
    gevonden = _DATUM.fullmatch(tekst) or _ISO_DATUM.fullmatch(tekst)
    try:
        if gevonden:
            return date(int(gevonden["jaar"]), int(gevonden["maand"]), int(gevonden["dag"]))
    except ValueError:  # no such day
        pass
    raise GeenRij(f'"{tekst}" is geen datum. Verwacht is de dag van ophalen, zoals 3-11-2026')


def _samengevoegd(geweigerd: Sequence[tuple[int, str]]) -> Iterator[Bevinding]:
    """One finding for each run of lines that are refused for one reason."""
    for (reden, _), samen in groupby(enumerate(geweigerd), key=lambda paar: (paar[1][1], paar[1][0] - paar[0])):
        nummers = [nummer for _, (nummer, _) in samen]
        van, tot = nummers[0], nummers[-1]
        tekst = f"Niet overgenomen: {reden}."
        yield Bevinding(Ernst.FOUT, Bevindingsoort.BESCHADIGDE_RIJ, van, tekst, tot if tot > van else None)


def _laatste_dag(referenties: Sequence[Referentie]) -> date:
    return max(referentie.opgehaald_op for referentie in referenties)


def _naam(referenties: Sequence[Referentie]) -> str:
    """By its table or else its bron, where there is one, and the day: "Referentie 37230ned 2026-11-03"."""
    tabellen = {referentie.tabel for referentie in referenties}
    bronnen = {referentie.bron for referentie in referenties}
    waaruit = next((deel.copy().pop() for deel in (tabellen, bronnen) if len(deel) == 1), "")
    midden = f" {waaruit}" if _KORT.fullmatch(waaruit) else ""
    return f"Referentie{midden} {_laatste_dag(referenties):%Y-%m-%d}"


def _titel(referenties: Sequence[Referentie]) -> str:
    dag = _laatste_dag(referenties)
    bronnen = list(dict.fromkeys(referentie.bron for referentie in referenties))
    van = f" ({', '.join(bronnen)})" if len(", ".join(bronnen)) < _KORT_GENOEG else ""
    return f"Cijfers van anderen{van}, opgehaald op {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
