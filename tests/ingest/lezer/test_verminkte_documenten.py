"""Three editions with lines, cells and columns taken out, added and swapped: nothing guessed, nothing lost, no crash.

FUZZ says how many to try (make test-long: thousands); without it a few. Which ones depends on the seed of the run.
With DOCUMENTS they are the full documents. What stands where is looked up in the damaged text itself, by code that
shares nothing with the reader.
"""

import csv
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lezer.concept import Bedrag, Cijfer
from ingest.lezer.document import lees_document
from ingest.lezer.soorten import OVER_HET_DOCUMENT
from tests.gereedschap.documenten.documenten import PUBLICATIES, gemelde_regels, tekst_van, volledig
from tests.gereedschap.documenten.programmas import EEN, TWEE
from tests.gereedschap.documenten.verzonnen import schrijf
from tests.gereedschap.paden import VERWACHT

FUZZ = int(os.environ.get("FUZZ", "0"))
proeven = settings(max_examples=FUZZ or 60, deadline=None)
pytestmark = pytest.mark.long
VERZONNEN = "PB 2025"  # two programmas in one document, that nobody has printed
BEGIN = {"PB 2023": 290, "PB 2026": 477, VERZONNEN: 0}  # the line with which the chapter with tables begins
RIJ = re.compile(r"(?:Realisatie|Begroting PB|Lasten|Baten|Saldo|.*\(\d\.\d\)) .*\d.*")


@dataclass(frozen=True)
class Regel:
    """A line with the number that it had in the edition."""

    nummer: int
    tekst: str


@cache
def regels_van(publicatie: str) -> tuple[Regel, ...]:
    if publicatie == VERZONNEN:
        tekst = schrijf(2025, EEN, TWEE)
    else:
        tekst = volledig(publicatie).read_text(encoding="utf-8") if "DOCUMENTS" in os.environ else tekst_van(publicatie)
    return tuple(Regel(nummer, regel) for nummer, regel in enumerate(tekst.split("\n"), 1))


@cache
def tabelregels(publicatie: str) -> frozenset[int]:
    """The lines on which a number of a table stands, typed by hand."""
    if publicatie == VERZONNEN:
        return frozenset(regel.nummer for regel in regels_van(publicatie) if RIJ.fullmatch(regel.tekst))
    nummers = set()
    for soort, kolom in (("cijfers", "waarde"), ("bedragen", "bedrag_x1000")):
        with (VERWACHT / f"{soort}-{publicatie.replace(' ', '-')}.csv").open(encoding="utf-8", newline="") as bestand:
            nummers |= {int(cel["regel"]) for cel in csv.DictReader(bestand) if cel[kolom]}
    return frozenset(nummers)


class Verminkt:
    """A damaged edition, and what was done to it; hypothesis shows only the latter (of a dataclass, all)."""

    def __init__(self, publicatie: str, regels: list[Regel], gedaan: list[str]) -> None:
        self.publicatie, self.regels, self.gedaan = publicatie, regels, gedaan

    def __repr__(self) -> str:
        return f"{self.publicatie}: {', '.join(self.gedaan)}"

    @cached_property
    def koppen(self) -> list[int]:
        return [nummer for nummer, regel in enumerate(self.regels, 1) if is_kop(regel.tekst)]

    def tabel(self, plek: int) -> range:
        """The lines around this one as far as no line is blank: a table has its header and its rows there."""
        begin = einde = plek
        while begin > 0 and self.regels[begin - 1].tekst.strip():
            begin -= 1
        while einde + 1 < len(self.regels) and self.regels[einde + 1].tekst.strip():
            einde += 1
        return range(begin, einde + 1)

    def kop_boven(self, nummer: int, soort: type[Cijfer | Bedrag] | None = None) -> int:
        """The nearest header above; the one of an indicator table begins with Type, that of money never."""
        koppen = [kop for kop in self.koppen if kop < nummer]
        if soort is not None:
            koppen = [kop for kop in koppen if (soort is Cijfer) == self.regels[kop - 1].tekst.startswith("Type")]
        return koppen[-1] if koppen else 0

    def jaren_boven(self, cel: Cijfer | Bedrag) -> list[str]:
        """The years of the header of a cell: of a row with tabs the nearest header with as many columns, or half."""
        soort, regel = type(cel), self.regels[cel.regel - 1].tekst
        kop, boven = self.kop_boven(cel.regel, soort), []
        while kop:
            boven.append(re.findall(r"\b20\d\d\b", self.regels[kop - 1].tekst))
            kop = self.kop_boven(kop, soort)
        passend = [jaren for jaren in boven if regel.count("\t") in (len(jaren), 2 * len(jaren))]
        return (passend or boven or [[]])[0]

    @property
    def inhoud(self) -> bytes:
        return "\n".join(regel.tekst for regel in self.regels).encode()


def zonder(cellen: list[str], welke: int, _met: int) -> list[str]:
    return [cel for plek, cel in enumerate(cellen) if plek != welke]


def erbij(cellen: list[str], welke: int, met: int) -> list[str]:
    return [*cellen[:welke], ("7", "-", "2024")[met % 3], *cellen[welke:]]


def gewisseld(cellen: list[str], welke: int, met: int) -> list[str]:
    nieuw = list(cellen)
    nieuw[welke], nieuw[met] = nieuw[met], nieuw[welke]
    return nieuw


CELSCHADE = {"cel weg": zonder, "cel erbij": erbij, "cellen wisselen": gewisseld}
KOLOMSCHADE = {"kolom weg": zonder, "kolom erbij": erbij, "kolommen wisselen": gewisseld}


def met_cellen(regel: Regel, schade: Callable[[list[str], int, int], list[str]], welke: int, met: int) -> Regel:
    """The line with its cells (or words, from the right) damaged so; as it was where it has too few."""
    scheiding = "\t" if "\t" in regel.tekst else " "
    cellen = regel.tekst.rstrip(" ").split(scheiding)
    if len(cellen) <= max(welke, met):
        return regel
    cellen = schade(cellen[::-1], welke - 1, met - 1)[::-1] if scheiding == " " else schade(cellen, welke, met)
    return Regel(regel.nummer, scheiding.join(cellen))


@st.composite
def verminkt(draw: st.DrawFn) -> Verminkt:
    publicatie = draw(st.sampled_from((*PUBLICATIES, VERZONNEN)))
    regels = list(regels_van(publicatie))
    gedaan = []
    for _ in range(draw(st.integers(1, 4))):
        # Lines of tables and those just above them matter most; the others are mostly empty.
        kandidaten = [i for i, regel in enumerate(regels) if regel.nummer > BEGIN[publicatie] and regel.tekst.strip()]
        plek = draw(st.sampled_from(kandidaten))
        wat = draw(st.sampled_from(["weg", "dubbel", "wissel", "stuk weg", *CELSCHADE, *KOLOMSCHADE]))
        gedaan.append(f"{plek + 1} {wat}")
        if wat in CELSCHADE or wat in KOLOMSCHADE:
            welke, met = draw(st.integers(1, 6)), draw(st.integers(1, 6))
            gedaan.append(f"(cel {welke} en {met})")
            rijen = [plek] if wat in CELSCHADE else Verminkt(publicatie, regels, []).tabel(plek)
            for rij in rijen:
                regels[rij] = met_cellen(regels[rij], (CELSCHADE | KOLOMSCHADE)[wat], welke, met)
        elif wat == "weg":
            del regels[plek]
        elif wat == "stuk weg":
            lengte = draw(st.integers(2, 30))
            gedaan.append(f"({lengte})")
            del regels[plek : plek + lengte]
        elif wat == "dubbel":
            regels.insert(plek, regels[plek])
        else:
            ander = draw(st.sampled_from(kandidaten))
            gedaan.append(f"met {ander + 1}")
            regels[plek], regels[ander] = regels[ander], regels[plek]
    return Verminkt(publicatie, regels, gedaan)


def kaal(tekst: str) -> str:
    return re.sub(r"</?[ib]>|[*#]", "", tekst)


def is_kop(tekst: str) -> bool:
    """A line that ends in years, rising; at least three, as every table of the editions has when one is taken out."""
    jaren = re.findall(r"\b20\d\d\b", tekst)
    return len(jaren) >= 3 and kaal(tekst).rstrip().endswith(jaren[-1]) and all(a < b for a, b in pairwise(jaren))


def staat_zoals_gedrukt(schade: Verminkt, cel: Cijfer | Bedrag) -> bool:
    """The text of the cell stands on its line; on a line with a cell per column, under its own year."""
    gedrukt = cel.gedrukt if isinstance(cel, Cijfer) else cel.als_gedrukt
    tekst = kaal(schade.regels[cel.regel - 1].tekst)
    jaren = schade.jaren_boven(cel)
    if str(cel.jaar) not in jaren:
        return False
    if "\t" in tekst:
        cellen = [deel.strip() for deel in tekst.split("\t")][1:]
    else:
        # From the right: a label may itself end in a number.
        cellen = re.sub(r" %", "%", tekst).split()[-len(jaren) :]
        gedrukt = gedrukt.replace(" %", "%")
    per_jaar = 2 if len(cellen) == 2 * len(jaren) else 1
    if len(cellen) != per_jaar * len(jaren) or not re.search("[A-Za-z]", tekst):
        return gedrukt in [*cellen, ""]
    plek = jaren.index(str(cel.jaar)) * per_jaar
    return gedrukt in cellen[plek : plek + per_jaar]


@pytest.mark.drawn
@proeven
@given(verminkt())
def test_wat_er_gelezen_is_staat_er_zo(schade: Verminkt) -> None:
    concept = lees_document(schade.inhoud).concept
    for cel in (*concept.cijfers, *concept.bedragen):
        assert staat_zoals_gedrukt(schade, cel), cel


@proeven
@given(verminkt())
def test_geen_getal_verdwijnt_zonder_bevinding(schade: Verminkt) -> None:
    """Each line with table numbers is in the draft, or it (or the header of its table) is in a fout."""
    concept = lees_document(schade.inhoud).concept
    if any(
        fout.regel is None or fout.soort in OVER_HET_DOCUMENT for fout in concept.fouten
    ):  # it is refused as a whole
        return
    gelezen = {cel.regel for cel in (*concept.cijfers, *concept.bedragen)}
    gemeld = gemelde_regels(concept.fouten)
    for nummer, regel in enumerate(schade.regels, 1):
        # A column that was taken out may have left only dashes.
        nog_een_getal = re.search(r"\d", re.sub(r"\bPB 20\d\d", "", regel.tekst))
        # Before the first table a number of one or two digits alone may number a page or a list.
        if not schade.kop_boven(nummer) and re.fullmatch(r"\d{1,2}", regel.tekst.strip()):
            continue
        if regel.nummer in tabelregels(schade.publicatie) and nog_een_getal and nummer not in gelezen | gemeld:
            assert schade.kop_boven(nummer) in gemeld, (nummer, regel)


@pytest.mark.drawn
@proeven
@given(verminkt())
def test_geen_twee_cellen_van_hetzelfde(schade: Verminkt) -> None:
    """Of two rows that say the same thing one must be refused, or publishing would drop it in silence."""
    concept = lees_document(schade.inhoud).concept
    cijfers = [(c.naam, c.soort, c.editie if c.soort == "begroting" else "", c.jaar) for c in concept.cijfers]
    bedragen = [(b.programma, b.tabel, b.code, b.post, b.kant, b.soort, b.jaar) for b in concept.bedragen]
    assert len(cijfers) == len(set(cijfers))
    assert len(bedragen) == len(set(bedragen))
