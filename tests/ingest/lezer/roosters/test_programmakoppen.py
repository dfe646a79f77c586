"""The heading of the programma above a table, beside the heading among its rows; the amounts are invented."""

from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document

NOTA = "Kadernota 2032-2035\n\nGemeente Waterdam\n\n"


def lees(tekst: str) -> Concept:
    return lees_document(f"{NOTA}{tekst}\n\nZo ver de tabel.\n".replace(" | ", "\t").encode()).concept


def test_het_programma_boven_een_tabel_blijft_naast_de_groep_van_een_rij() -> None:
    concept = lees(
        "# Programma 1. Water\n\n# Financiën\n\nBedragen x € 1.000\nPost | 2032 | 2033\nBestaand beleid |  | \n"
        "Dijken | -10 | -11\nNieuw beleid |  | \nMeren | -20 | -21\nProgramma 2. Wegen |  | \nBruggen | -30 | -31\n"
        "Nieuw beleid |  | \nStoepen | -40 | -41",
    )
    assert [(b.post, b.onder) for b in concept.bedragen][::2] == [
        ("Dijken", "Programma 1. Water: Bestaand beleid"),
        ("Meren", "Programma 1. Water: Nieuw beleid"),
        ("Bruggen", "Programma 2. Wegen"),
        ("Stoepen", "Programma 2. Wegen: Nieuw beleid"),
    ]


def test_een_tabel_van_ander_geld_houdt_haar_titel() -> None:
    """What is invested costs the year something else: it may not be counted among what changes."""
    concept = lees(
        "# Programma 1. Water\n\n# Investeringen\n\nBedragen x € 1.000\nPost | 2032 | 2033\nDijken | -10 | -11"
    )
    assert {b.onder for b in concept.bedragen} == {"Programma 1. Water: Investeringen"}
