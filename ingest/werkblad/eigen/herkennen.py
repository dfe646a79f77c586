"""What a workbook of their own seems to say: which sheet, which row heads it, what each column is. Pure.

What it proposes is shown, and a person can point out something else; nothing is read by it unseen.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.lezer.taal.getallen import is_cel
from ingest.werkblad.eigen.periodes import deel_van_het_jaar, vind_jaren
from ingest.werkblad.rijen import Bladrij
from ingest.werkblad.werkboek import Boekblad, Werkboek, is_cijfer

KOP_BINNEN = 40  # rows of a sheet, looked through for its header


class Kolomsoort(StrEnum):
    """What a column of their own can be to us."""

    NAAM = "naam"
    CIJFER = "cijfer"
    PERIODE = "periode"
    BRON = "bron"
    GEMETEN_OP = "gemeten_op"
    TOELICHTING = "toelichting"
    VOORLOPIG = "voorlopig"
    NIET = "niet"


@dataclass(frozen=True)
class Boekkolom:
    """What a column is, and of which year and part of it; without a year it is of the row's, or of the page's."""

    soort: Kolomsoort = Kolomsoort.NIET
    jaar: int | None = None
    periode: str = ""

    @property
    def code(self) -> str:
        """As a form sends it: cijfer, cijfer/2025, cijfer/2025/H1."""
        return "/".join(filter(None, [self.soort, str(self.jaar or ""), self.periode]))

    @classmethod
    def van_code(cls, code: str) -> "Boekkolom":
        """From what a form sent; whatever else it sends is a column that is not read."""
        soort, _, rest = code.partition("/")
        jaar, _, periode = rest.partition("/")
        if soort not in Kolomsoort.__members__.values() or (rest and not re.fullmatch(r"\d{4}(/[HQ]\d)?", rest)):
            return cls()
        return cls(Kolomsoort(soort), int(jaar) if jaar else None, periode)


@dataclass(frozen=True)
class Indeling:
    """Where everything stands: the place of the sheet, the number of its header (0: none), a column each."""

    blad: int
    kop: int
    kolommen: list[Boekkolom]

    def plaatsen(self, soort: Kolomsoort) -> list[int]:
        return [plaats for plaats, kolom in enumerate(self.kolommen) if kolom.soort is soort]


@dataclass(frozen=True)
class Geheugen:
    """What they pointed out before: a column by its heading without its year, a definitie by their own name."""

    bladen: Collection[str] = ()
    kolommen: Mapping[str, str] = field(default_factory=dict)
    namen: Mapping[str, str] = field(default_factory=dict)


_DOEL = re.compile(
    r"\b(doel\w*|streef\w*|target|norm|begroot|begroting|raming|geraamd|prognose|verwacht\w*|ambitie|planning)\b"
)
_VERSCHIL = re.compile(r"\b(verschil|mutatie|afwijking|trend|groei|toename|afname|index|gemiddeld\w*|totaal)\b|δ")
_WOORDEN = [  # in this order: the first that a heading begins with, else the first that it has
    (Kolomsoort.TOELICHTING, re.compile(r"\b(toelichting\w*|opmerking\w*|uitleg|duiding|verklaring|bijzonderheden)\b")),
    (Kolomsoort.GEMETEN_OP, re.compile(r"\b(peildatum|meetdatum|gemeten op|meetmoment|datum meting)\b")),
    (Kolomsoort.VOORLOPIG, re.compile(r"\b(voorlopig|definitief)\b|^status$")),
    (Kolomsoort.BRON, re.compile(r"\b(bron|bronnen|bronhouder|databron|herkomst)\b")),
    (Kolomsoort.NAAM, re.compile(r"\b(\w*indicator\w*|naam|omschrijving|onderwerp|kpi|kengetal|maatstaf)\b")),
    (Kolomsoort.PERIODE, re.compile(r"\b(jaar|verslagjaar|meetjaar|periode|kwartaal|half ?jaar|tijdvak)\b")),
    (Kolomsoort.CIJFER, re.compile(r"\b(realisatie|gerealiseerd|cijfer|waarde|uitkomst|resultaat|score|stand)\b")),
]


def herken(werkboek: Werkboek, bekend: Collection[str], geheugen: Geheugen, dit_jaar: int) -> Indeling:
    """The sheet that knows most of the names and headings, and how it is laid out; `bekend` are names as `sleutelnaam`
    writes them.
    """
    namen = {*bekend, *geheugen.namen}
    gewogen = []
    for plaats, blad in enumerate(werkboek.bladen):
        indeling = herken_blad(werkboek, plaats, None, bekend, geheugen, dit_jaar)
        gekend = sum(sleutelnaam(cel.tekst) in namen for rij in blad.rijen for cel in rij.cellen)
        cijfers = _waarden(blad, indeling.kop, indeling.plaatsen(Kolomsoort.CIJFER))
        gewogen.append((blad.naam in geheugen.bladen, cijfers > 0, gekend, cijfers, -plaats, indeling))
    return max(gewogen, key=lambda weging: weging[:-1])[-1]


def herken_blad(
    werkboek: Werkboek, plaats: int, kop: int | None, bekend: Collection[str], geheugen: Geheugen, dit_jaar: int
) -> Indeling:
    """How this sheet is laid out, below the header that was pointed out (0: there is none) or the row that looks most
    like one.
    """
    blad = werkboek.bladen[plaats]
    nummers = [rij.nummer for rij in blad.rijen]
    kandidaten = nummers[:KOP_BINNEN] if kop is None else [nummer for nummer in nummers if nummer == kop]
    keuzes = [(nummer, _kolommen(blad, nummer, geheugen, dit_jaar)) for nummer in kandidaten]
    punten = {nummer: _punten(blad, nummer, kolommen) for nummer, kolommen in keuzes}
    beste = max(keuzes, key=lambda keuze: punten[keuze[0]], default=(0, []))
    if kop is None and punten.get(beste[0], 0) <= 0:
        beste = (0, [Boekkolom()] * blad.breedte)
    return Indeling(plaats, beste[0], _met_naamkolom(blad, beste[0], beste[1], {*bekend, *geheugen.namen}))


def koppen(blad: Boekblad, kop: int) -> list[str]:
    """The heading of each column; with what stands above it, where the row above groups columns."""
    rijen = {rij.nummer: rij for rij in blad.uitgevuld(opzij=True).rijen}
    if kop not in rijen:
        return [""] * blad.breedte
    boven = _teksten(rijen.get(kop - 1), blad.breedte)
    if len(set(filter(None, boven))) < 2:  # a title over the whole sheet
        boven = [""] * blad.breedte
    return [
        " ".join(dict.fromkeys(filter(None, paar)))
        for paar in zip(boven, _teksten(rijen[kop], blad.breedte), strict=True)
    ]


def zonder_jaar(kop: str) -> str:
    """A heading as it comes back next year."""
    return re.sub(r"(19|20)\d\d", "#", " ".join(kop.casefold().split()))


def sleutelnaam(naam: str) -> str:
    """What makes two spellings of a name the same; a share and an amount of the same thing never are."""
    return " ".join(re.findall(r"\w+", naam.casefold().replace("%", " procent ")))


def onder_de_kop(blad: Boekblad, kop: int) -> list[Bladrij]:
    return [rij for rij in blad.rijen if rij.nummer > kop]


def _teksten(rij: Bladrij | None, breedte: int) -> list[str]:
    teksten = [" ".join(cel.tekst.split()) for cel in rij.cellen] if rij else []
    return teksten + [""] * (breedte - len(teksten))


def _kolommen(blad: Boekblad, kop: int, geheugen: Geheugen, dit_jaar: int) -> list[Boekkolom]:
    return [_kolom(tekst, geheugen, dit_jaar) for tekst in koppen(blad, kop)]


def _kolom(kop: str, geheugen: Geheugen, dit_jaar: int) -> Boekkolom:
    """What a heading says; a goal, a difference or a year to come is never a realisatie."""
    tekst = kop.casefold()
    jaren = vind_jaren(tekst)
    jaar = jaren[0] if len(jaren) == 1 else None
    periode = deel_van_het_jaar(tekst) if jaar else ""
    is_geen = periode is None or len(jaren) > 1 or (jaar or 0) > dit_jaar
    onthouden = geheugen.kolommen.get(zonder_jaar(kop))
    if onthouden is not None:
        soort = Boekkolom.van_code(onthouden).soort
        is_niets = soort is Kolomsoort.NIET or (is_geen and soort is Kolomsoort.CIJFER)
        return Boekkolom() if is_niets else Boekkolom(soort, jaar, periode or "")
    if not tekst or is_geen or _DOEL.search(tekst) or _VERSCHIL.search(tekst):
        return Boekkolom()
    gevonden = [(woorden.search(tekst), soort) for soort, woorden in _WOORDEN]
    treffers = [(treffer.start() > 0, plek, soort) for plek, (treffer, soort) in enumerate(gevonden) if treffer]
    soort = min(treffers)[-1] if treffers else Kolomsoort.CIJFER if jaar else Kolomsoort.NIET
    if soort is Kolomsoort.PERIODE and jaar:
        soort = Kolomsoort.CIJFER  # "jaar 2025", "kwartaal 1 2025"
    heeft_jaar = soort not in (Kolomsoort.NAAM, Kolomsoort.PERIODE)
    return Boekkolom(soort, jaar if heeft_jaar else None, periode or "" if heeft_jaar else "")


def _punten(blad: Boekblad, kop: int, kolommen: Sequence[Boekkolom]) -> int:
    """How much a row looks like a header: a row of figures has numbers that are no years, a title nothing below it, and
    of two rows that head the columns together the lower one tells them apart.
    """
    rij = next(rij for rij in blad.rijen if rij.nummer == kop)
    gevuld = {cel.tekst for cel in rij.cellen if cel.tekst}
    cijfers = [plaats for plaats, kolom in enumerate(kolommen) if kolom.soort is Kolomsoort.CIJFER]
    if len(gevuld) < 2 or any(is_cel(tekst) and not vind_jaren(tekst) for tekst in gevuld):
        return 0
    if not _waarden(blad, kop, cijfers):
        return 0
    codes = [kolom.code for kolom in kolommen if kolom.soort is not Kolomsoort.NIET]
    return len(set(codes)) - 3 * (len(cijfers) - len({kolommen[plaats] for plaats in cijfers}))


def _waarden(blad: Boekblad, kop: int, plaatsen: Sequence[int]) -> int:
    """How many figures stand in these columns."""
    rijen = onder_de_kop(blad, kop)
    return sum(plaats < len(rij.cellen) and is_cijfer(rij.cellen[plaats].tekst) for rij in rijen for plaats in plaatsen)


def _met_naamkolom(blad: Boekblad, kop: int, kolommen: Sequence[Boekkolom], namen: Collection[str]) -> list[Boekkolom]:
    """With one column of names: the one that has names that are known, else the one so called, else the first words."""
    onder = onder_de_kop(blad.uitgevuld(), kop)
    gekend, woorden = [0] * blad.breedte, [0] * blad.breedte
    for rij in onder:
        for plaats, cel in enumerate(rij.cellen):
            gekend[plaats] += sleutelnaam(cel.tekst) in namen
            woorden[plaats] += bool(re.search(r"[^\W\d_]{3}", cel.tekst)) and not cel.is_datum
    zo_genoemd = [plaats for plaats, kolom in enumerate(kolommen) if kolom.soort is Kolomsoort.NAAM]
    vrij = [plaats for plaats, kolom in enumerate(kolommen) if kolom.soort is Kolomsoort.NIET and woorden[plaats] > 1]
    met_bekende = [gekend.index(max(gekend))] if any(gekend) else []
    gekozen = [*met_bekende, *zo_genoemd, *vrij][:1]
    return [
        Boekkolom(Kolomsoort.NAAM) if nummer in gekozen else Boekkolom() if kolom.soort is Kolomsoort.NAAM else kolom
        for nummer, kolom in enumerate(kolommen)
    ]
