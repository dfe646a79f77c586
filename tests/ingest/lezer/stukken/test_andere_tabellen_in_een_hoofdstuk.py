"""A table in a chapter of a begroting that no reader of the chapters knows: by its own header, or told whole."""

import pytest

from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from tests.gereedschap.documenten.documenten import gemelde_regels, tekst_van

PLEK = 526
"""An empty line of PB 2026 in the chapter of doelstelling 1.2, below its heading Financiën."""
GELD = [
    "Kosten van de leerplicht",
    "Bedragen x € 1.000",
    "Onderdeel | Lasten 2026 | Baten 2026 | Lasten 2027 | Baten 2027",
    "Bureau leerplicht | -310 | 12 | -320 | 12",
    "Schoolmaatschappelijk werk | -205 | 4 | -206 | -",
]


def met_tabel(*rijen: str) -> Concept:
    regels = tekst_van("PB 2026").split("\n")
    tekst = "\n".join([*regels[:PLEK], *(rij.replace(" | ", "\t") for rij in rijen), "", *regels[PLEK:]])
    return lees_document(tekst.encode()).concept


def test_een_tabel_met_geld_is_een_overzicht_van_het_document() -> None:
    concept, zonder = met_tabel(*GELD), lees_document(tekst_van("PB 2026").encode()).concept
    overzicht = [b for b in concept.bedragen if b.tabel == "overzicht"]
    assert [(b.post, b.kant, b.jaar, b.als_gedrukt, b.regel - PLEK) for b in overzicht] == [
        ("Bureau leerplicht", "lasten", 2026, "-310", 4),
        ("Bureau leerplicht", "baten", 2026, "12", 4),
        ("Bureau leerplicht", "lasten", 2027, "-320", 4),
        ("Bureau leerplicht", "baten", 2027, "12", 4),
        ("Schoolmaatschappelijk werk", "lasten", 2026, "-205", 5),
        ("Schoolmaatschappelijk werk", "baten", 2026, "4", 5),
        ("Schoolmaatschappelijk werk", "lasten", 2027, "-206", 5),
        ("Schoolmaatschappelijk werk", "baten", 2027, "-", 5),
    ]
    assert [b.bedrag for b in overzicht][:2] == [-310_000, 12_000]
    assert {(b.programma, b.sleutel) for b in overzicht} == {("", "")}
    assert len(concept.bedragen) - len(overzicht) == len(zonder.bedragen)
    assert [b.tekst for b in concept.fouten] == []


@pytest.mark.parametrize(
    ("rijen", "waarom"),
    [
        (GELD[2:], "er staat geen eenheid bij"),
        ([*GELD[:2], GELD[2].replace("2027", "2026"), *GELD[3:]], "twee kolommen hebben dezelfde kop"),
    ],
    ids=["zonder-eenheid", "twee-gelijke-kolommen"],
)
def test_een_tabel_die_niet_zeker_is_zegt_waarom(rijen: list[str], waarom: str) -> None:
    concept = met_tabel(*rijen)
    assert not [b for b in concept.bedragen if b.tabel == "overzicht"]
    assert any(waarom in fout.tekst and "U kunt hem overtypen" in fout.tekst for fout in concept.fouten)
    laatste = PLEK + len(rijen)
    assert {laatste - 1, laatste} <= gemelde_regels(concept.fouten)


def test_een_rij_per_indicator_blijft_een_vraag() -> None:
    """Beside the indicators of the chapters a second figure under their name would be one too many."""
    concept = met_tabel(
        "Indicatoren",
        "Indicator | Realisatie 2024 | Doel 2026",
        "Uitstroom naar werk | 181 | 180",
        "Spijbelaars | 12 | 9",
    )
    assert not [cijfer for cijfer in concept.cijfers if PLEK < cijfer.regel <= PLEK + 4]
    assert {PLEK + 3, PLEK + 4} <= gemelde_regels(concept.fouten)
