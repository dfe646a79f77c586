"""A rapportage: its table, the period that its text gives it, its sections, and the numbers in its sentences."""

from decimal import Decimal

import pytest

from ingest.lezer.concept import Concept
from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.taal.suggesties import suggesties
from tests.gereedschap.documenten.stukken import H2, RAPPORTAGE, SCAN, echt, lees, over

Cel = tuple[str, str, int, str, str]


def cellen(concept: Concept) -> list[Cel]:
    return [(c.naam, c.soort, c.jaar, c.periode, c.gedrukt) for c in concept.cijfers]


def test_tabel_van_het_hele_jaar_in_een_rapportage_over_een_half_jaar() -> None:
    """The sentence below it says 209 in 2024, so the table is about 2024. A kengetal has no doel."""
    concept = lees(RAPPORTAGE)
    assert (concept.publicatie, concept.titel, concept.jaar) == (
        "Rapportage SD 2024-H2",
        "Rapportage Sociaal Domein, 2e helft 2024",
        2024,
    )
    assert cellen(concept) == [
        ("Uitstroom naar werk", "begroting", 2024, "", "200"),
        ("Uitstroom naar werk", "realisatie", 2024, "", "209"),
        ("Parttime baan", "realisatie", 2024, "", "120"),
        ("Beschut werk", "begroting", 2024, "", "77"),
        ("Beschut werk", "realisatie", 2024, "", "-"),
    ]
    assert {cijfer.editie for cijfer in concept.cijfers} == {"Rapportage SD 2024-H2"}
    assert concept.cijfers[-1].leeg == "streepje"
    assert not concept.fouten


@pytest.mark.parametrize(
    ("zin", "periode"),
    [
        ("In de tweede helft van 2024 vonden 209 mensen werk.", [(2024, "H2")]),
        ("In de tweede helft van het jaar vonden 209 mensen werk.", []),
        ("In 2024 vonden 300 mensen werk.", []),
        ("In 2023 vonden ook al 209 mensen werk.", []),
        ("In 2024 vonden 209 mensen werk. In de tweede helft van 2024 waren het er 120.", []),
        ("Er is gewandeld.", []),
    ],
)
def test_periode_van_een_tabel(zin: str, periode: list[tuple[int, str]]) -> None:
    """Without one certain period the whole table is a question, never a guess."""
    tekst = RAPPORTAGE.replace("In 2024 vonden in totaal 209 mensen werk.", zin)
    concept = lees(tekst)
    assert sorted({(c.jaar, c.periode) for c in concept.cijfers}) == periode
    vragen = [(b.regel, b.tot) for b in over(concept, "periode onbekend")]
    assert vragen == ([] if periode else [(16, 19)])


def test_jaar_in_de_kop_gaat_voor() -> None:
    concept = lees(RAPPORTAGE.replace("\tDoel\tRealisatie", "\tDoel 2023\tRealisatie 2023"))
    assert {cijfer.jaar for cijfer in concept.cijfers} == {2023}


def test_tabel_zonder_tabs() -> None:
    assert cellen(lees(RAPPORTAGE.replace("\t", " ").replace("Bestaanszekerheid 4\nGezond leven \n", ""))) == cellen(
        lees(RAPPORTAGE)
    )


def test_rij_die_niet_te_lezen_is() -> None:
    concept = lees(RAPPORTAGE.replace("200\t209", "2OO\t209"))
    assert [(b.soort, b.regel) for b in concept.fouten] == [("periode onbekend", 16), ("beschadigde rij", 17)]


@pytest.mark.parametrize(
    ("rijen", "soort", "van"),
    [
        ("Oost\t12\nWest\t13", "kop", 27),
        ("Oost\t12 fte\tgroeit\nWest\tcirca 13\tkrimpt", "onbekende tabel", 28),
    ],
)
def test_tabel_van_een_andere_soort_gaat_niet_verloren(rijen: str, soort: str, van: int) -> None:
    concept = lees(f"{RAPPORTAGE}\nWijk\tMensen\n{rijen}\n")
    assert [(b.soort, b.regel, b.tot) for b in concept.fouten] == [(soort, van, 29)]


def test_kernopgaven_als_teksten_zonder_de_inhoudsopgave() -> None:
    teksten = lees(RAPPORTAGE).teksten
    assert [(tekst.soort, tekst.kop, tekst.van) for tekst in teksten] == [
        ("kernopgave", "Bestaanszekerheid – Aan het werk", 21),
        ("kernopgave", "Gezond leven", 25),
    ]


def test_getallen_in_zinnen_zijn_suggesties() -> None:
    gevonden = [(s.gedrukt, s.periode, s.regel) for s in lees(RAPPORTAGE).suggesties]
    assert gevonden == [("209", "2024", 21), ("107", "", 21), ("523", "2024-06-01", 25)]


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("In 2024 kwamen 12 mensen.", [("12", "2024")]),
        ("In 2024 kwamen 2022 personen.", [("2022", "2024")]),
        ("In Q3 2024 steeg het tot 7,5%.", [("7,5%", "2024-Q3")]),
        ("In het 2% kwartaal van 2024 was het 44 %.", [("44 %", "2024-Q2")]),
        ("In de eerste helft van 2024 waren 2.551 mensen ziek.", [("2.551", "2024-H1")]),
        ("In januari 2024 waren het er 31.", [("31", "januari 2024")]),
        ("Van november 2023 – augustus 2024 telden wij 18 vogels.", [("18", "november 2023 – augustus 2024")]),
        ("Het daalde van 21,5% in de eerste helft van 2024 naar 11% tot nu.", [("21,5%", "2024-H1"), ("11%", "")]),
        ("Er kwamen 28 mensen, waarvan 8 mensen in december 2024 bleven.", [("28", ""), ("8", "december 2024")]),
        ("Eind 2024 waren het er 5.", [("5", "")]),
        ("Het kostte € 4.500, 103 euro per dag en 3 miljoen in totaal.", []),
        ("Kinderen van 2 tot 2,5 jaar en een 18-jarige van artikel 213, bel 14 079.", []),
        ("Zie paragraaf 4.1, Afbeelding 2, MBO niveau 1,2 en 3 en motie 1606-54 van 09-07-2024.", []),
        ("Het loket staat aan de Promenade 265 in de stad.", []),
        ("Dit staat op https://zoetermeer.nl/q1-2024/ en in [de nota 12](#).", [("12", "")]),
    ],
)
def test_suggestie(zin: str, verwacht: list[tuple[str, str]]) -> None:
    gevonden = [(s.gedrukt, s.periode) for s in suggesties(lees_tekstregels(zin.encode()))]
    assert gevonden == verwacht


def test_suggestie_over_meer_regels() -> None:
    """The sentence is whole, and the line is that of the number; an item goes on with the sentence above it."""
    tekst = "In 2024 kwamen er\nin totaal 12\n\nmensen:\n- uit Oost 7 mensen."
    eerste, tweede = suggesties(lees_tekstregels(tekst.encode()))
    assert (eerste.zin, eerste.regel, eerste.waarde) == ("In 2024 kwamen er in totaal 12 mensen:", 2, Decimal(12))
    assert (tweede.zin, tweede.regel) == ("In 2024 kwamen er in totaal 12 mensen: uit Oost 7 mensen.", 5)
    assert tweede.periode == "2024"


# The real documents: values typed by hand from them.


@pytest.mark.documents
def test_uitstroom_in_de_rapportage_van_2024() -> None:
    concept = echt(H2)
    assert concept.publicatie == "Rapportage SD 2024-H2"
    assert [(c.naam, c.soort, c.gedrukt, c.regel) for c in concept.cijfers] == [
        ("Uitstroom naar werk", "begroting", "200", 175),
        ("Uitstroom naar werk", "realisatie", "209", 175),
        ("Parttime baan", "realisatie", "120", 176),
        ("NUG", "realisatie", "37", 177),
        ("Oekrainers", "realisatie", "49", 178),
        ("Beschut werk", "begroting", "77", 179),
        ("Beschut werk", "realisatie", "77", 179),
        ("Loonkostensubsidie", "begroting", "229", 180),
        ("Loonkostensubsidie", "realisatie", "240", 180),
    ]
    assert {(c.jaar, c.periode) for c in concept.cijfers} == {(2024, "")}
    assert not concept.fouten


@pytest.mark.documents
@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        (113, [("322", ""), ("114", "")]),
        (127, [("1,5%", "2024"), ("2.551", "januari 2024"), ("2.559", "2025-01-01")]),
        (186, [("21,5%", "2024-H1"), ("11%", "")]),
        (234, [("573", "2025-01-01")]),
        (238, [("302", "2025-01-01")]),
        (239, [("241", "2025-01-01")]),
        (240, [("33", "2025-01-01")]),
        (241, [("25", "")]),
        (251, [("75", ""), ("28", ""), ("8", "december 2024")]),
    ],
)
def test_suggesties_in_de_rapportage_van_2024(regel: int, verwacht: list[tuple[str, str]]) -> None:
    assert [(s.gedrukt, s.periode) for s in echt(H2).suggesties if s.regel == regel] == verwacht


@pytest.mark.documents
def test_kernopgaven_van_de_rapportages() -> None:
    koppen = dict.fromkeys(tekst.kop.partition(" – ")[0] for tekst in echt(H2).teksten)
    assert list(koppen) == ["Bestaanszekerheid", "Kansengelijkheid", "Gezond leven"]
    koppen = dict.fromkeys(tekst.kop.partition(" – ")[0] for tekst in echt(SCAN).teksten)
    assert list(koppen) == [
        "Bieden van bestaanszekerheid",
        "Versterken van gezond samenleven",
        "Vergroten van kansengelijkheid",
    ]


@pytest.mark.documents
def test_gescande_rapportage() -> None:
    """Text with errors of the scanner ("1juni", "2% kwartaal", a loose "e" as bullet)."""
    concept = echt(SCAN)
    assert (concept.publicatie, concept.jaar) == ("Rapportage SD 2023-11 tot 2024-08", 2024)
    assert concept.cijfers == ()
    gevonden = {(s.regel, s.gedrukt, s.periode) for s in concept.suggesties}
    assert {
        (69, "5528", ""),
        (101, "700", "2023"),
        (185, "102", ""),
        (186, "200", "2024"),
        (512, "523", "2024-06-01"),
        (513, "474", ""),
        (515, "35", "2022"),
        (516, "336", "2023"),
        (517, "103", "2024"),
        (552, "9", ""),
        (553, "45", ""),
        (616, "44%", "2024-Q2"),
        (617, "74%", "2024-Q2"),
    } <= gevonden
