"""When something will be, and the last day that fits it."""

from datetime import date

import pytest

from ingest.lezer.voorstellen.termijnen import vind_jaar, vind_termijn, vind_tijdstippen


@pytest.mark.parametrize(
    ("zin", "gedrukt", "uiterlijk"),
    [
        ("De notitie komt eind 2025.", "eind 2025", date(2025, 12, 31)),
        ("Wij melden dit begin 2023.", "begin 2023", date(2023, 6, 30)),
        ("Medio 2024 is er meer bekend.", "Medio 2024", date(2024, 9, 30)),
        ("Het plan ligt er in het vierde kwartaal van 2025.", "in het vierde kwartaal van 2025", date(2025, 12, 31)),
        ("Dit volgt in het 2e kwartaal 2024.", "in het 2e kwartaal 2024", date(2024, 6, 30)),
        ("In Q1 2025 volgt het plan.", "In Q1 2025", date(2025, 3, 31)),
        ("Het stuk is er in de eerste helft van 2026.", "in de eerste helft van 2026", date(2026, 6, 30)),
        ("Het stuk is er uiterlijk 13 december 2022.", "uiterlijk 13 december 2022", date(2022, 12, 13)),
        ("Het stuk is er voor 1 april 2024.", "voor 1 april 2024", date(2024, 3, 31)),
        ("Het stuk is er in februari 2024.", "in februari 2024", date(2024, 2, 29)),
        ("Dit voorjaar 2026 volgt het plan.", "voorjaar 2026", date(2026, 6, 30)),
        ("Het plan volgt voor de zomer van 2026.", "voor de zomer van 2026", date(2026, 6, 30)),
        ("Het plan volgt voor het zomerreces van 2026.", "voor het zomerreces van 2026", date(2026, 7, 31)),
        ("Het plan volgt voor het begrotingsdebat 2025.", "voor het begrotingsdebat 2025", date(2025, 12, 31)),
        ("Het plan volgt in het najaar.", "in het najaar", None),
        ("Het plan volgt nog dit jaar.", "nog dit jaar", None),
        ("Het plan volgt in september.", "in september", None),
    ],
)
def test_de_laatste_dag_die_past_en_zonder_jaar_geen(zin: str, gedrukt: str, uiterlijk: date | None) -> None:
    termijn = vind_termijn(zin)
    assert termijn is not None
    assert (termijn.gedrukt, termijn.uiterlijk) == (gedrukt, uiterlijk)


@pytest.mark.parametrize(
    "zin",
    [
        "Dit staat in de nota van 11 oktober 2024.",
        "De commissie (2 maart 2020) vroeg hierom.",
        "Het programma loopt van 2021-2025.",
        "De begroting is duidelijk.",
        "Het debat was lang.",
        "Vanaf 1 januari 2026 geldt de regel.",
        "Op 31 februari 2024 is er niets.",
    ],
)
def test_wat_geweest_is_of_begint_heeft_geen_laatste_dag(zin: str) -> None:
    assert getattr(vind_termijn(zin), "uiterlijk", None) is None


def test_wanneer_iets_begint_is_wel_een_tijdstip() -> None:
    (tijdstip,) = vind_tijdstippen("Met ingang van 1 januari 2026 geldt de regel.")
    assert (tijdstip.gedrukt, tijdstip.vanaf) == ("Met ingang van 1 januari 2026", True)


def test_de_termijn_bij_de_plaats() -> None:
    zin = "In de zomer van 2024 telden wij, en eind 2024 gaat de uitkomst naar de raad."
    termijn = vind_termijn(zin, zin.index("raad"))
    assert termijn is not None
    assert termijn.gedrukt == "eind 2024"


def test_een_los_jaar() -> None:
    jaar = vind_jaar("In 2026 beginnen wij.")
    assert jaar is not None
    assert (jaar.gedrukt, jaar.uiterlijk) == ("In 2026", date(2026, 12, 31))
    assert vind_jaar("Het plan 2026-2029 ligt er.") is None
