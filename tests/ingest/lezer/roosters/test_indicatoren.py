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
        ("prognose", 2030, "214"),
        ("begroting", 2031, "210"),
        ("begroting", 2034, "-"),
    ]
    assert concept.fouten == []


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


ZORG = "# Thema Zorg\n\n"
TABEL = "Indicator | Realisatie 2029\n"


@pytest.mark.parametrize(
    ("tekst", "programma", "doelen"),
    [
        (f"{ZORG}# Indicatoren\n\n{TABEL}1. Sport | \nLeden | 12", "Thema Zorg", ["1. Sport"]),
        (f"{ZORG}# Ambitie 2: Iedereen beweegt\n\n{TABEL}Leden | 12", "Thema Zorg", ["Ambitie 2: Iedereen beweegt"]),
        (f"# Programma 2 Zorg\n\n# Doel: meer sport\n\n{TABEL}Leden | 12", "Zorg", ["Doel: meer sport"]),
        (f"Zorg en welzijn\n\nWat wij meten: indicatoren\n\nSport\n\n{TABEL}Leden | 12", "Zorg en welzijn", ["Sport"]),
        (f"{ZORG}{TABEL}Leden | 12", "Thema Zorg", ["Thema Zorg"]),
        (f"{ZORG}{TABEL}Sport | \nLeden | 12\n{'Dit is een noot ' * 9} | \nFietsers | 3", "Thema Zorg", ["Sport"] * 2),
    ],
)
def test_het_kopje_erboven_of_ertussen_is_het_doel(tekst: str, programma: str, doelen: list[str]) -> None:
    concept = lees(tekst)
    namen = {doel.code: doel.naam for doel in concept.doelstellingen}
    assert [namen[cijfer.doelstelling] for cijfer in concept.cijfers] == doelen
    assert [ding.naam for ding in concept.programmas] == [programma]
    assert {code.partition(".")[0] for code in namen} == {ding.code for ding in concept.programmas}


def test_hetzelfde_kopje_onder_twee_themas_zijn_twee_doelen() -> None:
    concept = lees(
        f"{ZORG}# Wat wij willen\n\n{TABEL}Leden | 12\n\n# Thema Sport\n\n# Wat wij willen\n\n{TABEL}Clubs | 3"
    )
    assert [doel.naam for doel in concept.doelstellingen] == ["Wat wij willen", "Wat wij willen (Thema Sport)"]
    assert [programma.naam for programma in concept.programmas] == ["Thema Zorg", "Thema Sport"]
    assert len({cijfer.doelstelling for cijfer in concept.cijfers}) == 2


def test_zonder_kopje_is_er_geen_doel() -> None:
    concept = lees(f"{TABEL}Leden | 12")
    assert [cijfer.doelstelling for cijfer in concept.cijfers] == [""]


@pytest.mark.parametrize(
    ("definitie", "procent"),
    [
        ("%", True),
        ("% van alle jongeren", True),
        ("Kosten als % van totale loonsom", True),
        ("Percentage leden", True),
        ("Leden (in %)", True),
        ("Huishoudens met een inkomen tot 110% van de norm", False),
        ("Aantal per 1.000 inwoners", False),
    ],
)
def test_een_percentage_naar_wat_erbij_staat(definitie: str, procent: bool) -> None:
    concept = lees(f"{ZORG}Indicator | Eenheid | Realisatie 2029\nLeden | {definitie} | 12,5")
    assert [(cijfer.procent, cijfer.gedrukt) for cijfer in concept.cijfers] == [(procent, "12,5")]
    assert [tekst.tekst for tekst in concept.teksten] == [definitie]


def test_een_kopje_onder_een_kopje_in_de_tabel_heeft_de_naam_van_beide() -> None:
    rijen = "Thema Zorg | \nKern | \nLeden | 12\nThema Sport | \nKern | \nClubs | 3"
    concept = lees(f"# Overzicht\n\n# Indicatoren\n\n{TABEL}{rijen}")
    namen = {doel.code: doel.naam for doel in concept.doelstellingen}
    assert [namen[c.doelstelling] for c in concept.cijfers] == ["Thema Zorg, Kern", "Thema Sport, Kern"]


def test_van_de_regels_tussen_twee_tabellen_is_de_kop_het_doel() -> None:
    """With the same header they are read as one table."""
    tekst = "".join(
        f"# Ambitie {nummer}: {naam}\n\nZo meten wij dat\n\n# Indicatoren\n\n{TABEL}{rij}\n\n"
        for nummer, naam, rij in ((1, "Gezond", "Leden | 12"), (2, "Veilig", "Clubs | 3"), (3, "Groen", "Bomen | 9"))
    )
    concept = lees(f"{ZORG}{tekst}")
    namen = {doel.code: doel.naam for doel in concept.doelstellingen}
    doelen = ["Ambitie 1: Gezond", "Ambitie 2: Veilig", "Ambitie 3: Groen"]
    assert [namen[cijfer.doelstelling] for cijfer in concept.cijfers] == doelen
    assert [programma.naam for programma in concept.programmas] == ["Thema Zorg"]
