"""A kadernota: what it means to measure, and the amounts that its maatregelen must save, as printed."""

import pytest

from ingest.lezer.concept import Concept
from tests.gereedschap.documenten.stukken import KADERNOTA, NOTA, echt, lees, over

TAAKSTELLING = ("maatregelen", "saldo", "begroting", "taakstelling", 1000, "positief is een besparing")


def bedragen(concept: Concept) -> dict[tuple[str, str], list[str]]:
    """Number and name of a maatregel to what is printed, year by year."""
    gevonden: dict[tuple[str, str], list[str]] = {}
    for bedrag in sorted(concept.bedragen, key=lambda b: (b.regel, b.jaar)):
        gevonden.setdefault((bedrag.code, bedrag.post), []).append(bedrag.als_gedrukt)
    return gevonden


def test_maatregelen_en_voorgenomen_indicatoren() -> None:
    concept = lees(KADERNOTA)
    assert (concept.publicatie, concept.titel, concept.jaar) == (
        "Kadernota 2020-2024",
        "Kadernota Vooruit met Elkaar 2020-2024",
        2020,
    )
    assert bedragen(concept) == {("3", "Minder papier"): ["", "40"], ("4", "Slimmer tellen"): ["-10", "25"]}
    assert {(b.tabel, b.kant, b.soort, b.stand, b.schaal, b.tekenconventie) for b in concept.bedragen} == {TAAKSTELLING}
    assert [(b.jaar, b.bedrag) for b in concept.bedragen if b.code == "4"] == [(2020, -10_000), (2021, 25_000)]
    assert [b.leeg for b in concept.bedragen] == ["leeg", "", "", ""]
    assert [(v.naam, v.onder, v.regel) for v in concept.voorgenomen] == [
        ("% mensen dat fietst", "2.1 Wat wij willen meten", 9),
        ("Aantal fietsen", "2.1 Wat wij willen meten", 10),
    ]
    assert not concept.bevindingen


@pytest.mark.parametrize(
    ("totaal", "soort", "deel"),
    [
        ("Totaal\t-10\t65", "totaal", "De gedrukte totalen kloppen"),
        ("Totaal\t-10\t66", "telt niet op", "De maatregelen van 2021 zijn samen 65, maar er staat 66."),
        ("Totaal\t\t65", "telt niet op", "De maatregelen van 2020 zijn samen -10, maar er staat niets."),
    ],
)
def test_gedrukt_totaal_wordt_nagerekend(totaal: str, soort: str, deel: str) -> None:
    """A total is no maatregel, and is never lost without a word."""
    concept = lees(KADERNOTA.replace("-10\t25\n", f"-10\t25\n{totaal}\n"))
    assert len(concept.bedragen) == 4
    [bevinding] = concept.bevindingen
    assert (bevinding.soort, bevinding.regel) == (soort, 21)
    assert deel in bevinding.tekst


@pytest.mark.parametrize(("oud", "nieuw"), [("3. Minder papier\t\t40", "3. Minder papier\t\t4O"), ("\t40", "\tpm")])
def test_totaal_van_een_tabel_waarvan_niet_alles_gelezen_is(oud: str, nieuw: str) -> None:
    """Of which nobody can say whether it adds up: it says so, with the line."""
    assert oud in KADERNOTA
    concept = lees(KADERNOTA.replace(oud, nieuw).replace("-10\t25\n", "-10\t25\nTotaal\t-10\t65\n"))
    [bevinding] = over(concept, "niet na te rekenen")
    assert bevinding.regel == 21
    assert "niet van elke rij is het bedrag gelezen: regel 19." in bevinding.tekst
    assert not over(concept, "telt niet op")


@pytest.mark.parametrize(
    ("oud", "nieuw", "deel"),
    [
        ("Bedragen x € 1000", "", "niet één eenheid"),
        ("2020\t2021\n3", "2020\t2022\n3", "volgen elkaar niet op"),
        ("De taakstellingen lopen als volgt op:", "Zo lopen de kosten op:", "niet dat het om besparingen gaat"),
    ],
)
def test_tabel_die_niet_zeker_is_wordt_in_haar_geheel_geweigerd(oud: str, nieuw: str, deel: str) -> None:
    tekst = KADERNOTA.replace(oud, nieuw).replace("Maatregel ombuigen", "Maatregel")
    assert tekst != KADERNOTA
    concept = lees(tekst)
    assert concept.bedragen == ()
    assert [(b.regel, b.tot) for b in over(concept, "maatregelen")] == [(18, 20)]
    assert all(deel in b.tekst for b in concept.fouten)


def test_rij_die_niet_te_lezen_is() -> None:
    concept = lees(KADERNOTA.replace("-10\t25", "-1O\t25"))
    assert list(bedragen(concept)) == [("3", "Minder papier")]
    assert [(b.soort, b.regel) for b in concept.fouten] == [("beschadigde rij", 20)]


# The real document: every amount typed by hand from section 4.2.


@pytest.mark.documents
def test_maatregelen_van_de_kadernota() -> None:
    concept = echt(NOTA)
    assert (concept.publicatie, concept.titel) == (
        "Kadernota 2020-2024",
        "Kadernota Meedoen met Meerwaarde 2020-2024",
    )
    gedrukt = {code: cellen for (code, _), cellen in bedragen(concept).items()}
    assert gedrukt == {
        "18": ["", "280", "280", "280", "280", "280"],
        "20": ["", "150", "150", "150", "150", "150"],
        "21": ["323", "323", "323", "323", "323", "323"],
        "22": ["", "650", "650", "650", "650", "650"],
        "23": ["-100", "-100", "", "", "", ""],
        "25": ["250", "557", "557", "557", "557", "557"],
        "27": ["250", "427", "427", "432", "437", "437"],
        "30": ["145", "200", "290", "290", "290", "290"],
        "31": ["-20", "100", "175", "200", "200", "200"],
    }
    assert {(b.tabel, b.kant, b.soort, b.stand, b.schaal, b.tekenconventie) for b in concept.bedragen} == {TAAKSTELLING}
    assert sorted({b.jaar for b in concept.bedragen}) == [2020, 2021, 2022, 2023, 2024, 2025]
    assert {b.post for b in concept.bedragen if b.code == "31"} == {"Anders organiseren bewindvoering"}


@pytest.mark.documents
def test_indicatoren_die_de_kadernota_wil_ontwikkelen() -> None:
    voorgenomen = echt(NOTA).voorgenomen
    assert [v.regel for v in voorgenomen] == list(range(183, 193))
    assert {v.onder for v in voorgenomen} == {"2.1 Ontwikkeling van indicatoren"}
    assert voorgenomen[-1].naam == "Aantal huisuitzettingen"


@pytest.mark.documents
def test_andere_tabellen_van_de_kadernota_worden_gemeld() -> None:
    """The receipt of line 544 and on, and the planning of the annex."""
    concept = echt(NOTA)
    assert [(b.ernst, b.soort, b.regel, b.tot) for b in concept.bevindingen] == [
        ("fout", "kop", 542, 557),
        ("waarschuwing", "niet gelezen", 674, None),
        ("waarschuwing", "onbekende tabel", 677, 681),
        ("waarschuwing", "onbekende tabel", 687, 698),
    ]
