"""The independent scan: a table of a kind that the reader does not know cannot disappear without a word."""

import ast
import csv
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.lezer.document import lees_document
from ingest.lezer.roosters import lezen
from ingest.lezer.tabellen import beleidstabellen, geldtabellen, indicatortabel, scan
from ingest.lezer.tabellen.scan import getalregels
from tests.gereedschap.documenten.documenten import PUBLICATIES, gemelde_regels, skelet, tekst_van, volledig
from tests.gereedschap.paden import VERWACHT

NOOIT = re.compile(r"(?!)")
SCAN = ("niet gelezen", "onbekende tabel")
BELEID = ("nieuw-beleid", "bezuinigingen")
Uit = Callable[[pytest.MonkeyPatch], None]


def regels_per_tabel(publicatie: str) -> dict[str, set[int]]:
    """The lines with a number of each kind of table, from the values typed by hand."""
    regels = defaultdict(set)
    for soort, kolom in (("cijfers", "waarde"), ("bedragen", "bedrag_x1000")):
        with (VERWACHT / f"{soort}-{publicatie.replace(' ', '-')}.csv").open(encoding="utf-8", newline="") as bestand:
            for cel in csv.DictReader(bestand):
                if cel[kolom]:
                    regels[cel.get("tabel", "indicator")].add(int(cel["regel"]))
    return regels


def zonder(module: object, naam: str) -> Uit:
    return lambda monkeypatch: monkeypatch.setattr(module, naam, NOOIT)


def zonder_kolommen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geldtabellen, "is_uitsplitsing_in_kolommen", lambda regels, kop: False)


UITGESCHAKELD = [
    ("PB 2023", "indicator", zonder(indicatortabel, "KOP")),
    ("PB 2026", "indicator", zonder(indicatortabel, "KOP")),
    ("PB 2023", "doelstelling", zonder(geldtabellen, "DOELSTELLING_KOP")),
    ("PB 2026", "doelstelling", zonder(geldtabellen, "DOELSTELLING_KOP")),
    ("PB 2023", "uitsplitsing", zonder_kolommen),
    ("PB 2026", "uitsplitsing", zonder(geldtabellen, "UITSPLITSING_KOP")),
    ("PB 2023", "programma", zonder(geldtabellen, "PROGRAMMA_KOP")),
    ("PB 2026", "programma", zonder(geldtabellen, "PROGRAMMA_KOP")),
]


@pytest.fixture
def zonder_roosters(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader of any table by its own header switched off as well: what is left is what the scan sees."""
    monkeypatch.setattr(lezen, "vind_roosters", lambda regels, gebruikt: [])


@pytest.mark.parametrize(("publicatie", "tabel", "uit"), UITGESCHAKELD)
def test_een_uitgeschakelde_tabel_komt_helemaal_terug(
    zonder_roosters: None, monkeypatch: pytest.MonkeyPatch, publicatie: str, tabel: str, uit: Uit
) -> None:
    """Each of its lines with a number, by its own line, and no line of another table."""
    uit(monkeypatch)
    per_tabel = regels_per_tabel(publicatie)
    concept = lees_document(skelet(publicatie).read_bytes()).concept
    gemeld = gemelde_regels(b for b in concept.bevindingen if b.soort in SCAN)
    tabelregels = set().union(*per_tabel.values())
    assert gemeld & tabelregels == per_tabel[tabel]
    assert not [cel for cel in (*concept.cijfers, *concept.bedragen) if cel.regel in per_tabel[tabel]]
    assert {b.ernst.value for b in concept.bevindingen if b.soort in SCAN} == {"fout"}


@pytest.mark.parametrize(("publicatie", "tabel", "uit"), UITGESCHAKELD)
def test_wat_de_algemene_lezer_van_een_uitgeschakelde_tabel_leest_blijft_bij_zijn_document(
    monkeypatch: pytest.MonkeyPatch, publicatie: str, tabel: str, uit: Uit
) -> None:
    """Each of its lines is reported, or read by its own header as a row of an overview: nothing lost, nothing mixed."""
    uit(monkeypatch)
    per_tabel = regels_per_tabel(publicatie)
    concept = lees_document(skelet(publicatie).read_bytes()).concept
    gelezen = [bedrag for bedrag in concept.bedragen if bedrag.regel in per_tabel[tabel]]
    assert {bedrag.tabel for bedrag in gelezen} <= {"overzicht"}
    assert not [cijfer for cijfer in concept.cijfers if cijfer.regel in per_tabel[tabel]]
    gemeld = gemelde_regels(b for b in concept.fouten if b.soort in (*SCAN, "kop"))
    assert per_tabel[tabel] <= gemeld | {bedrag.regel for bedrag in gelezen}


@pytest.mark.parametrize("publicatie", PUBLICATIES)
@pytest.mark.parametrize("tabel", BELEID)
def test_een_uitgeschakelde_beleidstabel_komt_helemaal_terug(
    zonder_roosters: None, monkeypatch: pytest.MonkeyPatch, publicatie: str, tabel: str
) -> None:
    """Both kinds have one recogniser; loose amounts on lines of their own come back as well."""
    kop = beleidstabellen.KOP.pattern
    ander = r"(?P<nieuw>(?!))|(?P<minder>Bezuin.*)" if tabel == "nieuw-beleid" else r"(?P<nieuw>.*[Bb]eleid(?: \d{4})+)"
    assert kop
    monkeypatch.setattr(beleidstabellen, "KOP", re.compile(ander))
    per_tabel = regels_per_tabel(publicatie)
    concept = lees_document(skelet(publicatie).read_bytes()).concept
    gemeld = gemelde_regels(b for b in concept.bevindingen if b.soort in SCAN)
    assert gemeld & set().union(*per_tabel.values()) == per_tabel[tabel]


@pytest.mark.parametrize(
    "publicatie",
    [*PUBLICATIES, *(pytest.param(naam, marks=pytest.mark.documents, id=f"{naam}-document") for naam in PUBLICATIES)],
)
def test_de_scan_ziet_elke_tabelregel(publicatie: str, request: pytest.FixtureRequest) -> None:
    """Also those of the full documents, between their running text."""
    bron = volledig if request.node.get_closest_marker("documents") else skelet
    gezien = {nummer for nummer, _ in getalregels(bron(publicatie).read_text(encoding="utf-8"))}
    assert set().union(*regels_per_tabel(publicatie).values()) <= gezien


ONBEKEND = [
    "Aantal fietsen 12 13 14",
    "Fietsen: 2.500",
    "Fietsen\t\t12\t",
    "| Fietsen | 12 | 13 |",
    "<b>Fietsen</b>\t<b>1.200</b>",
    "Fietsen - - 12,5 %",
    "**Fietsen 2024 2025**",
    "-1.234",
    "Fietsen 2024: 181; 2025: 190",
    "Fietsen (181) (190)",
    "Fietsen 7/10 8/10",
    "Fietsen 12 Zie toelichting",
    "Fietsen 12,5¹ 200*",
    "Fietsen 181- 190-",
    "Fietsen\t12 stuks\tin de stad",
    "Fietsen\tcirca 34\tveel",
    "Fietsen\t> 80 %\tlaag",
    "Fietsen\t12 345\tveel",
    "Fietsen en nog veel meer 181 - - - 18a",
]


@pytest.mark.parametrize("regel", ONBEKEND)
def test_een_onbekende_rij_wordt_gemeld(regel: str) -> None:
    """Put right below the heading Financiën of 1.2, where no table is."""
    regels = tekst_van("PB 2026").split("\n")
    regels[526] = regel
    concept = lees_document("\n".join(regels).encode()).concept
    assert [(b.soort, b.regel) for b in concept.fouten] == [("niet gelezen", 527)]


def test_een_rij_die_voor_het_hoofdstuk_belandt_is_geen_regel_van_een_inhoudsopgave() -> None:
    """The last number of a row looks like the number of a page; found by damaging documents at random."""
    regels = [
        "Realisatie 51 % - - - - 7",
        "Onderwijs, economie en arbeidsparticipatie 7",
        "Bijlagen 34",
        "Hoofdstuk 2 12",
    ]
    assert [nummer for nummer, _ in getalregels("\n".join(regels))] == [1]


@pytest.mark.parametrize("rij", ["Fietsen\t12", "Fietsen\t12\t34", "Fietsen\t€ 340", "Fietsen\t12 stuks\tin de stad"])
def test_een_rij_in_de_teksten_wordt_gemeld(rij: str) -> None:
    """Before the chapters too: of a row with two cells, the last is no page number, but of the table of contents."""
    inhoud = "Inhoudsopgave\n\nProgramma 1 Onderwijs\t12\nBijlagen\t34\n\nVoorwoord\n"
    concept = lees_document(f"{inhoud}{rij}\n\n{tekst_van('PB 2026')}".encode()).concept
    assert [(b.soort, b.regel) for b in concept.fouten] == [("niet gelezen", 7)]


PLATTE_TEKST = [
    # a number below each name, as a store of web pages keeps a table of one column
    (["Fietsen", "1.234", "Auto's", "2.345"], [2, 4]),
    (["Fietsen", "", "12 %", "", "Auto's", "", "2,5", "", "Treinen", "", "-34"], [3, 7, 11]),
    (["Fietsen", "34", "Auto's", "12"], [2, 4]),
    # one amount, and the room of blank cells behind it
    (["Overdracht van een aantal scholen -100      "], [1]),
    (["Overdracht van een aantal scholen 100      "], [1]),
    (["Auto's € 12"], [1]),
    # the pages of a contents, and the numbers of a list
    (["Programma 1", "3", "Programma 2", "17", "Bijlagen", "120"], []),
    (["1.", "De eerste reden", "2.", "De tweede reden"], []),
    (["Dit zijn alle redenen.", "7", "Hier staan er geen.", "3"], []),
    (["Begroting", "2031", "Gemeente", "2030"], []),
]


@pytest.mark.parametrize(("regels", "gezien"), PLATTE_TEKST)
def test_een_getal_onder_of_achter_een_naam_in_platte_tekst(regels: list[str], gezien: list[int]) -> None:
    assert [nummer for nummer, _ in getalregels("\n".join(regels))] == gezien


ZINNEN = [
    "In 2024 waren er meer fietsen dan in het jaar daarvoor, zegt het college.",
    "Het aantal fietsen in de stad was aan het eind van het jaar 2024",
    "De fiets (maatregel 5, 27, 157, 167)",
    "Motie 2506-12 De fiets",
    "•\tIn 2027 meer fietsen",
]


@pytest.mark.parametrize("regel", ZINNEN)
def test_een_zin_is_geen_rij(regel: str) -> None:
    regels = tekst_van("PB 2026").split("\n")
    regels[526] = regel
    assert not lees_document("\n".join(regels).encode()).concept.fouten


def test_de_scan_weet_niets_van_de_grammatica() -> None:
    """It may use the standard library only; else one mistake blinds both."""
    boom = ast.parse(Path(scan.__file__).read_text(encoding="utf-8"))
    gebruikt = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Import):
            gebruikt |= {naam.name for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            gebruikt.add(knoop.module or ".")
    assert gebruikt == {"re", "collections.abc", "itertools"}


@pytest.mark.parametrize("getal", ["450", "1.250", "62%", "-12", "€ 9"])
def test_een_getal_dat_alleen_staat_verdwijnt_niet(getal: str) -> None:
    """Before any table, between sentences: nothing says what it is."""
    tekst = f"Wat wij willen.\n\nDe gemeente helpt.\n\n{getal} \n\nMeer mensen doen mee.\n"

    assert list(getalregels(tekst)) == [(5, getal)]


def test_nummers_van_bladzijden_die_optellen_zijn_geen_cijfers() -> None:
    tekst = "\n\n".join(f"Wat wij willen.\n\n{nummer}" for nummer in (11, 12, 13))

    assert list(getalregels(f"{tekst}\n\nIn het jaar\n\n2024\n")) == []
