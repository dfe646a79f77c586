"""A reference file, known by its header; what is no figure in it is refused with its line and the reason."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from ingest.lezer.soorten import Leegsoort, Publicatiesoort
from tests.gereedschap.referenties import KOP, referentiebestand


def lees(tekst: str) -> Concept:
    return lees_document(tekst.encode()).concept


def geweigerd(concept: Concept) -> dict[int | None, str]:
    return {fout.regel: fout.tekst for fout in concept.fouten}


def test_een_regel_is_een_cijfer_met_bron_tabel_en_dag() -> None:
    concept = lees(referentiebestand("Banen;Rotterdam;2021;906,5", "Banen;Nederland;2021;1.234", "Banen;Delft;2021;-"))
    rotterdam, nederland, delft = concept.referenties
    assert (rotterdam.reeks, rotterdam.gemeente, rotterdam.jaar, rotterdam.waarde) == (
        "Banen",
        "Rotterdam",
        2021,
        Decimal("906.5"),
    )
    assert (rotterdam.bron, rotterdam.tabel, rotterdam.opgehaald_op) == ("CBS", "85039NED", date(2026, 11, 3))
    assert (rotterdam.gedrukt, rotterdam.regel) == ("906,5", 2)
    assert nederland.waarde == 1234
    assert (delft.waarde, delft.leeg, delft.gedrukt) == (None, Leegsoort.STREEPJE, "-")
    assert (concept.soort, concept.jaar) == (Publicatiesoort.REFERENTIE, 2026)
    assert concept.publicatie == "Referentie 85039NED 2026-11-03"
    assert concept.titel == "Cijfers van anderen (CBS), opgehaald op 3 november 2026"
    assert not concept.cijfers
    assert not concept.bevindingen


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param("\ufeff{0};{1}\r\nBanen;Gouda;2021;1.234,5;CBS;t 1;3-11-2026\r\n", id="Excel"),
        pytest.param("{0};{1}\nBanen;Gouda;2021;1.234,5;CBS;t 1;2026-11-03\n;;;;;;\n\n", id="lege rijen"),
        pytest.param('"{0}";{1}\nBanen;"Gouda";2021;"1.234,5";CBS;t 1;03-11-2026', id="aanhalingstekens"),
        pytest.param("{0}\t{1}\nBanen\tGouda\t2021\t1.234,5\tCBS\tt 1\t3-11-2026", id="tabs"),
        pytest.param('{0},{1}\nBanen,Gouda,2021,"1.234,5",CBS,t 1,3-11-2026', id="komma's"),
        pytest.param("Datum;{1};{0}\n3-11-2026;Gouda;2021;1.234,5;CBS;t 1;;Banen", id="andere volgorde"),
    ],
)
def test_zoals_een_spreadsheet_het_bewaart(tekst: str) -> None:
    scheiding = "\t" if "\t" in tekst else "," if "{0}," in tekst else ";"
    midden = ["gemeente", "jaar", "waarde", "bron", "tabel", *([""] if tekst.startswith("Datum") else ["datum"])]
    [cijfer] = lees(tekst.format("Indicator", scheiding.join(midden))).referenties
    assert (cijfer.reeks, cijfer.gemeente, cijfer.waarde, cijfer.tabel) == ("Banen", "Gouda", Decimal("1234.5"), "t 1")
    assert cijfer.opgehaald_op == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("rij", "waarom"),
    [
        ("Banen;Gouda;2021;veel", '"veel" is geen getal. Verwacht is een getal zoals 1.234,5, of - voor geen waarde'),
        ("Banen;Gouda;21;5", '"21" is geen jaar. Verwacht is een jaartal zoals 2024'),
        ("Banen;Gouda;2027;5", "het jaar 2027 was nog niet begonnen op 3-11-2026, de dag van ophalen"),
        ("Banen;;2021;5", "het vak gemeente is leeg. Dat moet ingevuld zijn"),
        ("Banen;Gouda;2021;5;CBS;;3-11-2026", "het vak tabel is leeg. Dat moet ingevuld zijn"),
        ("Banen;Gouda;2021;5;CBS;t;31-2-2026", '"31-2-2026" is geen datum. Verwacht is de dag van ophalen'),
        ("Banen;Gouda;2021;5;CBS;t;3-11-2026;x", "er staan 8 vakken, de kop heeft er 7"),
        ('"Banen;Gouda;2021;5;CBS;t;3-11-2026', "een aanhalingsteken opent of sluit niet goed"),
    ],
)
def test_wat_geen_cijfer_is_wordt_gezegd_met_regel_en_reden(rij: str, waarom: str) -> None:
    concept = lees(referentiebestand("Banen;Rotterdam;2021;906,5", rij))
    assert [cijfer.gemeente for cijfer in concept.referenties] == ["Rotterdam"]
    [(regel, tekst)] = geweigerd(concept).items()
    assert regel == 3
    assert f"Niet overgenomen: {waarom}" in tekst


def test_regels_na_elkaar_met_een_reden_zijn_een_vraag() -> None:
    rijen = [f"Banen;Gouda;{jaar};5;CBS;t;gisteren" for jaar in range(2015, 2020)]
    [fout] = lees(referentiebestand("Banen;Rotterdam;2021;906,5", *rijen)).fouten
    assert (fout.regel, fout.tot) == (3, 7)


def test_een_punt_als_komma_maakt_elk_getal_met_een_punt_onzeker() -> None:
    """ "2.594" may be two thousand and more, or two and a half."""
    concept = lees(referentiebestand("Banen;Gouda;2021;90.6", "Banen;Delft;2021;2.594", "Banen;Leiden;2021;7,5"))
    assert [cijfer.gemeente for cijfer in concept.referenties] == ["Leiden"]
    assert set(geweigerd(concept)) == {2, 3}
    assert "Verwacht is een komma voor decimalen" in geweigerd(concept)[3]


def test_twee_keer_hetzelfde_telt_een_keer_en_twee_waarden_geen_keer() -> None:
    concept = lees(
        referentiebestand(
            *("Banen;Gouda;2021;5", "banen;GOUDA;2021;5,0"), *("Banen;Delft;2021;6", "Banen;Delft;2021;7")
        )
    )
    assert [(cijfer.gemeente, cijfer.regel) for cijfer in concept.referenties] == [("Gouda", 2)]
    assert "Banen, Gouda, 2021 staat al op regel 2" in geweigerd(concept)[3]
    assert "Banen, Delft, 2021 staat op regel 4 en 5 met een andere waarde" in geweigerd(concept)[4]


@pytest.mark.parametrize(
    ("kop", "waarom"),
    [
        (KOP.removesuffix(";datum"), "In de kop ontbreekt de kolom datum. Verwacht is: " + KOP),
        ("indicator;gemeente;jaar;waarde", "In de kop ontbreken de kolommen bron, tabel, datum. Verwacht is: " + KOP),
        (KOP + ";jaar", "In de kop staat jaar twee keer"),
    ],
)
def test_zonder_volledige_kop_wordt_niets_gelezen(kop: str, waarom: str) -> None:
    concept = lees(f"{kop}\nBanen;Gouda;2021;5;CBS;t;3-11-2026")
    assert not concept.referenties
    [fout] = concept.fouten
    assert waarom in fout.tekst


def test_een_kolom_die_niet_gelezen_wordt_wordt_gezegd() -> None:
    concept = lees(f"{KOP};eenheid\nBanen;Gouda;2021;5;CBS;t;3-11-2026;per 1.000")
    assert len(concept.referenties) == 1
    [bevinding] = concept.bevindingen
    assert "Van de kolom eenheid is niets overgenomen" in bevinding.tekst
