"""Jaarstukken (made up in the shapes of PB 2023): what came of a year beside its begroting, and the difference."""

import pytest

from ingest.lezer.concept import Concept
from tests.gereedschap.documenten.stukken import JAARSTUKKEN, lees, over


def geld(concept: Concept) -> dict[tuple[str, str], dict[str, int]]:
    """Table and post to the thousands of each stand, in the one sign."""
    gevonden: dict[tuple[str, str], dict[str, int]] = {}
    for b in concept.bedragen:
        gevonden.setdefault((b.tabel, b.post), {})[b.stand] = int(b.bedrag or 0) // 1000
    return gevonden


def test_indicator_met_realisatie_en_begroting() -> None:
    concept = lees(JAARSTUKKEN)
    assert (concept.publicatie, concept.jaar, concept.soort) == ("Jaarstukken 2023", 2023, "jaarstukken")
    assert [(c.soort, c.editie, c.jaar, c.gedrukt, c.leeg) for c in concept.cijfers] == [
        ("realisatie", "Jaarstukken 2023", 2021, "209", ""),
        ("realisatie", "Jaarstukken 2023", 2022, "-", "streepje"),
        ("realisatie", "Jaarstukken 2023", 2023, "190", ""),
        ("begroting", "Jaarstukken 2023", 2023, "200", ""),
    ]
    assert {(c.naam, c.doelstelling, c.bron) for c in concept.cijfers} == {
        ("Uitstroom naar werk", "1.5", "Suites4 SociaalDomein")
    }
    assert not concept.bevindingen


def test_geld_in_drie_standen() -> None:
    """The column Verschil is no amount of its own."""
    assert geld(lees(JAARSTUKKEN)) == {
        ("doelstelling", "Stimuleren duurzame arbeidsparticipatie"): {
            "primitieve begroting": -9000,
            "na wijziging": -9500,
            "rekening": -9200,
        },
        ("programma", "Lasten"): {"primitieve begroting": -20000, "na wijziging": -21000, "rekening": -20500},
        ("programma", "Baten"): {"primitieve begroting": 11000, "na wijziging": 11500, "rekening": 11300},
        ("programma", "Resultaat"): {"primitieve begroting": -9000, "na wijziging": -9500, "rekening": -9200},
    }
    assert {(b.programma, b.jaar) for b in lees(JAARSTUKKEN).bedragen} == {("1", 2023)}
    assert [(p.code, p.naam, p.regel) for p in lees(JAARSTUKKEN).programmas] == [
        ("1", "Onderwijs, economie en arbeidsparticipatie", 22)
    ]


def test_geld_zonder_programma_blijft_bij_zijn_document() -> None:
    """Of no programma, and of no doelstelling: nobody can count it there."""
    concept = lees(JAARSTUKKEN.replace("Doelstelling 1.5 ", "").replace("Programma 1. ", ""))
    assert {(b.tabel, b.programma) for b in concept.bedragen} == {("overzicht", "")}
    assert {"niet gelezen"} <= {b.soort for b in concept.fouten}


@pytest.mark.parametrize(
    ("verschil", "soorten"),
    [
        ("300", []),
        ("-300", []),
        ("301", []),
        ("305", ["telt niet op"]),
        ("", ["telt niet op"]),
        ("3OO", ["verschil"]),
    ],
)
def test_verschil_moet_kloppen(verschil: str, soorten: list[str]) -> None:
    """Either way round and but for rounding; else it is said with its line, and the amounts stay as printed."""
    concept = lees(
        JAARSTUKKEN.replace("(1.5)\t-9.000\t-9.500\t-9.200\t300", f"(1.5)\t-9.000\t-9.500\t-9.200\t{verschil}")
    )
    assert [(b.soort, b.regel) for b in concept.bevindingen] == [(soort, 18) for soort in soorten]
    assert len(concept.bedragen) == 12


@pytest.mark.parametrize(
    ("oud", "nieuw", "soort", "regel"),
    [
        ("Realisatie\t209\t-\t190", "Realisatie\t209\t19O\t190", "beschadigde rij", 10),
        ("Begroting\t\t\t200", "Begroting\t\t200\t200", "beschadigde rij", 11),
        ("Type\t2021\t2022\t2023", "Type\t2020\t2021\t2022", "kop", 9),
        ("Bedragen x € 1.000\n\nDoel", "\n\nDoel", "eenheid", 17),
        ("Baten\t11.000\t11.500", "Baten\t11.000\t", "niet na te rekenen", 24),
    ],
)
def test_wat_niet_klopt_wordt_gemeld(oud: str, nieuw: str, soort: str, regel: int) -> None:
    assert oud in JAARSTUKKEN
    concept = lees(JAARSTUKKEN.replace(oud, nieuw))
    assert regel in [b.regel for b in over(concept, soort)]


def test_tabel_van_een_ander_jaar_is_van_geen_programma() -> None:
    concept = lees(JAARSTUKKEN.replace("Rekening 2023", "Rekening 2022"))
    assert {b.tabel for b in concept.bedragen} == {"overzicht"}
    assert {b.jaar for b in concept.bedragen if b.stand == "rekening"} == {2022}


def test_wat_de_producten_samen_kosten_is_van_de_doelstelling() -> None:
    """Lasten and baten of the total stay rows of their table: a doelstelling is told by what it cost on balance."""
    tabel = (
        "Programma 1 Water\n\nBedragen x €1.000\n"
        "Programma 1 Water\tlasten\tbaten\tBegroting 2023\tlasten\tbaten\tRekening 2023\n"
        "Droge voeten (1.1)\t\t\t\t\t\t\n400.01 Dijken\t-90\t40\t-50\t-80\t41\t-39\n"
        "Totaal Droge voeten (1.1)\t-90\t40\t-50\t-80\t41\t-39\n"
    )
    concept = lees(f"Jaarstukken 2023\n\nGemeente Zoetermeer\n\n{tabel}")
    van_doel = [b for b in concept.bedragen if b.tabel == "doelstelling"]
    assert [(b.programma, b.doelstelling, b.post, b.kant, b.stand, b.bedrag) for b in van_doel] == [
        ("1", "1.1", "Droge voeten", "saldo", "begroting", -50_000),
        ("1", "1.1", "Droge voeten", "saldo", "rekening", -39_000),
    ]
    assert [(d.code, d.naam) for d in concept.doelstellingen] == [("1.1", "Droge voeten")]
    assert len(concept.bedragen) == 12
    assert not concept.bevindingen
