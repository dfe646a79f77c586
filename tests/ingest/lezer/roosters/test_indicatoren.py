"""Tables with a row for each indicator; the figures are invented."""

import pytest

from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document


def lees(tabel: str) -> Concept:
    return lees_document(f"Begroting 2031\n\nGemeente Waterdam\n\n{tabel}\n".replace(" | ", "\t").encode()).concept


def test_nummer_definitie_en_bron_in_eigen_kolommen() -> None:
    concept = lees(
        "# Indicatoren\n\n | BBV-Taakveld | Definitie | Bron | realisatie | realisatie\n |  |  |  | 2028 | 2029\n"
        "0. Bestuur |  |  |  |  | \n1 | Formatie | Fte per 1.000 inwoners | Eigen gegevens | 18,0 | \n"
        "2 | Halt | Aantal per 1.000 jongeren | Bureau Halt | - | 2.594"
    )
    assert [(c.naam, c.bron, c.soort, c.jaar, c.gedrukt, c.leeg) for c in concept.cijfers] == [
        ("Formatie", "Eigen gegevens", "realisatie", 2028, "18,0", ""),
        ("Formatie", "Eigen gegevens", "realisatie", 2029, "", "leeg"),
        ("Halt", "Bureau Halt", "realisatie", 2028, "-", "streepje"),
        ("Halt", "Bureau Halt", "realisatie", 2029, "2.594", ""),
    ]


def test_een_verwachting_is_geen_resultaat_en_geen_doel() -> None:
    concept = lees(
        "Indicator | Realisatie 2029 | Verwachting 2030 | Doel 2031 | Doel 2034\nPlassen | 220 | 214 | 210 | -"
    )
    assert [(c.soort, c.jaar, c.gedrukt) for c in concept.cijfers] == [
        ("realisatie", 2029, "220"),
        ("begroting", 2031, "210"),
        ("begroting", 2034, "-"),
    ]
    assert [b.soort for b in concept.fouten] == ["niet gelezen"]
    assert "214" in concept.fouten[0].tekst


@pytest.mark.parametrize(
    "tabel",
    [
        "Indicator | Realisatie 2031 | Doel 2031\nPlassen | 220 | 210",
        "Indicator | Realisatie 2029 | Doel 2029\nPlassen | 220 | 210",
        "Indicator | Realisatie | Doel 2031\nPlassen | 220 | 210",
        "Indicator | Realisatie 2029 | Realisatie 2029\nPlassen | 220 | 210",
    ],
)
def test_jaren_die_niet_kunnen_weigeren_de_tabel(tabel: str) -> None:
    concept = lees(tabel)
    assert concept.cijfers == ()
    assert [(b.soort, b.regel, b.tot) for b in concept.fouten] == [("kop", 5, 6)]


@pytest.mark.parametrize("cel", ["ca. 20", "2O9", "2.67", "20 21"])
def test_wat_geen_getal_is_weigert_de_rij(cel: str) -> None:
    concept = lees(f"Indicator | Realisatie 2029\nPlassen | {cel}\nMeren | 3")
    assert [(c.naam, c.gedrukt) for c in concept.cijfers] == [("Meren", "3")]
    assert [(b.soort, b.regel) for b in concept.fouten] == [("beschadigde rij", 6)]
