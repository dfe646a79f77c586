"""Shapes of tables found in documents of other gemeenten; names and figures are invented."""

import pytest

from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document


def lees(stuk: str, tabel: str) -> Concept:
    tekst = f"{stuk}\n\nGemeente Waterdam\n\n{tabel}\n\nZo ver de tabel.\n"
    return lees_document("\n".join(_met_tabs(regel) for regel in tekst.split("\n")).encode()).concept


def _met_tabs(regel: str) -> str:
    return "\t".join(cel.strip() for cel in regel.split("|")) if "|" in regel else regel


def test_een_min_achter_het_bedrag_en_een_stand_zonder_jaar() -> None:
    """Jaarstukken of which no column is of another year: a stand without one is of theirs."""
    concept = lees(
        "Jaarstukken 2031",
        "Programma (in € 1.000) | Primitieve begroting | | Realisatie 2031 | \n"
        " | Baten | Lasten | Baten | Lasten\n1 Dijken | 29 | 4.977- | 39 | 5.129-",
    )
    assert [(b.post, b.kant, b.stand, b.jaar, b.als_gedrukt, b.bedrag) for b in concept.bedragen] == [
        ("Dijken", "baten", "primitieve begroting", 2031, "29", 29_000),
        ("Dijken", "lasten", "primitieve begroting", 2031, "4.977-", -4_977_000),
        ("Dijken", "baten", "rekening", 2031, "39", 39_000),
        ("Dijken", "lasten", "rekening", 2031, "5.129-", -5_129_000),
    ]


def test_een_stand_zonder_jaar_naast_een_ander_jaar_is_niet_te_zien() -> None:
    concept = lees("Jaarstukken 2031", "x € 1.000 | Rekening 2030 | Rekening\nLasten | 40 | 41")
    assert concept.bedragen == ()
    assert "van welk jaar de kolom “Rekening” is" in concept.fouten[0].tekst


def test_het_saldo_van_een_naam_staat_in_de_kolom_van_de_namen() -> None:
    concept = lees(
        "Programmabegroting 2031",
        "Middelen bedragen x 1.000,- | | Rekening 2029 | Begroting 2030 | Meerjarenraming | \n"
        " | | | | 2032 | 2033\nHeffingen | Lasten | 3 | 4 | 5 | 6\n | Baten | -63 | -64 | -65 | -66\n"
        "Saldo | | -60 | -60 | -60 | -60\nDividend | Lasten | 1 | 1 | 1 | 1\n | Baten | -2 | -3 | -4 | -5\n"
        "Saldo | | -1 | -2 | -3 | -4",
    )
    assert [(b.post, b.kant, b.bedrag) for b in concept.bedragen if b.jaar == 2032] == [
        ("Heffingen", "lasten", -5_000),
        ("Heffingen", "baten", 65_000),
        ("Heffingen", "saldo", 60_000),
        ("Dividend", "lasten", -1_000),
        ("Dividend", "baten", 4_000),
        ("Dividend", "saldo", 3_000),
    ]


MUTATIES = (
    "# Overzicht van de mutaties\n\n{}\n\nExploitatie (bedragen x € 1.000) | Begroting 2031 | Begroting 2032\n"
    "BATEN | | \nUitkering | 29 | 28\nLeges | -22 | 0\nLASTEN | | \nRente | -23 | 0\nZorg | 87 | 88"
)


def test_een_kop_tussen_de_rijen_is_de_kant_van_wat_eronder_staat() -> None:
    """A change may go either way: how many go up says nothing of what a minus is."""
    concept = lees("Bestuursrapportage 2031", MUTATIES.format("Meer staat er niet."))
    assert [(b.post, b.kant, b.stand, b.bedrag) for b in concept.bedragen if b.jaar == 2031] == [
        ("Uitkering", "baten", "wijziging", None),
        ("Leges", "baten", "wijziging", None),
        ("Rente", "lasten", "wijziging", None),
        ("Zorg", "lasten", "wijziging", None),
    ]
    assert [b.soort for b in concept.fouten] == ["tekens"]


def test_wat_een_min_is_van_een_wijziging_zeggen_de_woorden() -> None:
    concept = lees("Bestuursrapportage 2031", MUTATIES.format("(+ is voordeel, - is nadeel)"))
    assert [b.bedrag for b in concept.bedragen if b.jaar == 2031] == [29_000, -22_000, -23_000, 87_000]


@pytest.mark.parametrize(
    ("kop", "stand"), [("Begroting 2032", "begroting"), ("2032", "wijziging"), ("MJB 2032", "wijziging")]
)
def test_een_kadernota_die_begroting_schrijft_heeft_geen_wijzigingen(kop: str, stand: str) -> None:
    concept = lees("Kadernota 2032-2035", f"x € 1.000 | {kop}\nLasten | 40\nBaten | 3")
    assert {b.stand for b in concept.bedragen} == {stand}


@pytest.mark.parametrize(
    ("tabel", "reden"),
    [
        ("Activa | ultimo 2031 | ultimo 2032\nVoorraden | 40 | 41", "is een stand op een dag"),
        ("Reserve | Stand per 2031 | 2032\nDijken | 40 | 41", "is een stand op een dag"),
        ("Jaar | Lasten 2031 | Lasten 2032\n2029 | 40 | 41\n2030 | 42 | 43", "de jaren staan in de rijen"),
        ("Post | 2031 | V/N | 2032 | V/N\nZorg | 40 | N | 41 | N\nWegen | 5 | V | 6 | V", "welke kolommen namen zijn"),
        ("Post | 2031 | 2032 | V/N\nZorg | 40 | 41 | N\nWegen | 5 | 6 | V", "welke kolommen namen zijn"),
        ("Post | 2031 | 2032 | Waarvan\nZorg | 40 | 41 | 3 fte\nWegen | 5 | 6 | 2 fte", "welke kolommen namen zijn"),
    ],
)
def test_wat_iets_anders_kan_zijn_dan_het_bedrag_van_een_jaar_wordt_geweigerd(tabel: str, reden: str) -> None:
    concept = lees("Begroting 2031", f"Bedragen x € 1.000\n{tabel}")
    assert concept.bedragen == ()
    assert any(reden in b.tekst for b in concept.fouten), concept.fouten


@pytest.mark.parametrize("rij", ["Aantal fte", "Formatie", "Lasten per inwoner", "Stand per 1 januari", "Groei (%)"])
def test_een_rij_die_geen_geld_is_wordt_niet_gelezen(rij: str) -> None:
    concept = lees("Begroting 2031", f"Bedragen x € 1.000\nPost | 2031 | 2032\nLasten | 40 | 41\n{rij} | 7 | 8")
    assert {b.post for b in concept.bedragen} == {"Lasten"}
    assert [(b.soort, b.regel) for b in concept.fouten] == [("beschadigde rij", 8)]


def test_een_kolom_met_woorden_achter_de_bedragen_is_geen_bedrag() -> None:
    tabel = "Nr. | Doel | Lasten 2031 | Lasten 2032 | I/S\n1 | Zorg | 40 | 41 | S\n2 | Onderzoek | 5 | | I"
    concept = lees("Begroting 2031", f"Bedragen x € 1.000\n{tabel}")
    assert [(b.code, b.post, b.als_gedrukt) for b in concept.bedragen if b.jaar == 2031] == [
        ("1", "Zorg", "40"),
        ("2", "Onderzoek", "5"),
    ]


@pytest.mark.parametrize(
    ("eenheid", "schaal"),
    [
        ("bedragen x 1.000,-", 1000),
        ("(bedragen x € 1.000,--)", 1000),
        ("(in € 1.000)", 1000),
        ("Bedragen € x 1.000", 1000),
        ("Bedragen zijn in duizenden euro's", 1000),
        ("(x € 1.000; - = nadeel)", 1000),
        ("bedragen x € 1 miljoen", 1_000_000),
        ("Bedragen in euro's", 1),
    ],
)
def test_een_eenheid_zoals_zij_gedrukt_is(eenheid: str, schaal: int) -> None:
    concept = lees("Begroting 2031", f"{eenheid}\n\nPost | 2031 | 2032\nLasten | 40 | 41\nBaten | 3 | 4")
    assert {b.schaal for b in concept.bedragen} == {schaal}


def test_de_eenheid_onder_een_tabel_is_niet_die_van_de_volgende() -> None:
    """A table of counts stands above one of money, and its unit is that of neither."""
    aantallen = "Kerngegevens | Rekening 2029 | Begroting 2030\nInwoners | 25.000 | 26.000"
    geld = "Geld | Rekening 2029 | Begroting 2030\nLasten | 40 | 41\nBaten | 3 | 4"
    concept = lees("Begroting 2031", f"{aantallen}\n\nBedragen x € 1.000\n{geld}")
    assert {b.post for b in concept.bedragen} == {"Lasten", "Baten"}
    omgekeerd = lees("Begroting 2031", f"{geld}\nBedragen x € 1.000\n\n# Kerngegevens\n\n{aantallen}")
    assert "Inwoners" not in {b.post for b in omgekeerd.bedragen}


@pytest.mark.parametrize(
    "titel",
    ["Meerjarenbegroting 2031-2034", "Ontwerpbegroting 2031", "Programmabegroting 2031 en meerjarenraming 2032-2034"],
)
def test_een_begroting_zegt_haar_jaar_in_haar_titel(titel: str) -> None:
    assert (
        lees(titel, "Bedragen x € 1.000\nPost | 2031 | 2032\nLasten | 40 | 41\nBaten | 3 | 4").publicatie == "PB 2031"
    )


def test_lasten_en_baten_zonder_naam_zijn_van_het_totaal_eronder() -> None:
    """The saldo is asked of nobody: it is what the two above it are together."""
    kop = "Bedragen x € 1.000\nPost | Begroting 2031 | Realisatie 2031 | Verschil (+ voordeel, - nadeel)\n"
    concept = lees(
        "Jaarstukken 2031",
        f"{kop}Lasten | 50 | 46 | 4\nBaten | -77 | -74 | -3\nTotaal Bestuur | -27 | -28 | 1\n"
        "Lasten | 53 | 57 | -4\nBaten | -5 | -2 | -3\nTotaal Water | 48 | 55 | -7",
    )
    assert [(b.onder, b.post, b.stand, b.bedrag) for b in concept.bedragen if b.stand != "begroting"] == [
        ("Bestuur", "Lasten", "rekening", -46_000),
        ("Bestuur", "Lasten", "verschil", 4_000),
        ("Bestuur", "Baten", "rekening", 74_000),
        ("Bestuur", "Baten", "verschil", -3_000),
        ("", "Totaal Bestuur", "rekening", 28_000),
        ("", "Totaal Bestuur", "verschil", 1_000),
        ("Water", "Lasten", "rekening", -57_000),
        ("Water", "Lasten", "verschil", -4_000),
        ("Water", "Baten", "rekening", 2_000),
        ("Water", "Baten", "verschil", -3_000),
        ("", "Totaal Water", "rekening", -55_000),
        ("", "Totaal Water", "verschil", -7_000),
    ]
    assert not concept.fouten


def test_lasten_en_baten_die_van_niemand_zijn_worden_geweigerd() -> None:
    rijen = "Lasten | 50 | 46\nBaten | 7 | 4\nTotaal Bestuur | 99 | 98\n"
    rijen += "Lasten | 5 | 6\nBaten | 1 | 1\nTotaal Water | 4 | 5"
    concept = lees("Begroting 2031", f"Bedragen x € 1.000\nPost | 2031 | 2032\n{rijen}")
    assert [(b.onder, b.post) for b in concept.bedragen][::2] == [
        ("", "Totaal Bestuur"),
        ("Water", "Lasten"),
        ("Water", "Baten"),
        ("", "Totaal Water"),
    ]
    assert [b.regel for b in concept.fouten if b.soort == "beschadigde rij"] == [7, 8]


def test_een_kop_met_een_streepje_heeft_zijn_eigen_lasten_en_baten() -> None:
    tabel = (
        "Middelen | | \n- Heffingen | | \nbaten | 8 | 9\nlasten | 5 | 5\n- Dividend | | \nbaten | 4 | 4\nlasten | - | -"
    )
    concept = lees("Begroting 2031", f"Bedragen x € 1.000\nPost | 2031 | 2032\n{tabel}")
    assert [(b.onder, b.post) for b in concept.bedragen][::2] == [
        ("Heffingen", "baten"),
        ("Heffingen", "lasten"),
        ("Dividend", "baten"),
        ("Dividend", "lasten"),
    ]


def test_een_letter_zegt_de_stand_of_de_kant() -> None:
    concept = lees(
        "Begroting 2031",
        "(bedragen x € 1.000) | R 2029 | GB 2030 | B 2031\nLasten | | | \n1. Water | 78 | 79 | 80\n"
        "Toevoegingen aan reserves | | | \n1. Water | 4 | 0 | 0\nBaten | | | \n1. Water | 20 | 21 | 22\n"
        "Saldo baten en lasten | -62 | -58 | -58",
    )
    assert [(b.onder, b.kant, b.stand) for b in concept.bedragen][::3] == [
        ("Lasten", "lasten", "rekening"),
        ("Toevoegingen aan reserves", "toevoegingen", "rekening"),
        ("Baten", "baten", "rekening"),
        ("", "saldo", "rekening"),
    ]
    assert [b.stand for b in concept.bedragen[:3]] == ["rekening", "na wijziging", "primitieve begroting"]
    letters = lees(
        "Begroting 2031",
        "Bedragen x € 1.000\nTaakveld | | Rekening 2029 | | | Begroting 2031 | | \n | | L | B | S | L | B | S\n"
        "0.1 | Bestuur | 40 | 7 | -33 | 41 | 8 | -33",
    )
    assert [(b.kant, b.bedrag) for b in letters.bedragen] == [
        *[("lasten", -40_000), ("baten", 7_000), ("saldo", -33_000)],
        *[("lasten", -41_000), ("baten", 8_000), ("saldo", -33_000)],
    ]


@pytest.mark.parametrize(("grootste", "schaal"), [("34.902.443", 1), ("9.902.443", None)])
def test_wat_in_duizenden_niet_kan_zijn_hele_euros(grootste: str, schaal: int | None) -> None:
    """Without a unit: no gemeente has tens of billions."""
    concept = lees("Begroting 2031", f"Post | Lasten 2031 | Baten 2031\nZorg | {grootste} | 9.462\nWater | 240.030 | ")
    assert {b.schaal for b in concept.bedragen} == ({schaal} if schaal else set())


def test_onder_een_rij_die_een_kop_kan_bevatten_wordt_niets_gelezen_tot_de_volgende_kop() -> None:
    """A PDF without borders prints a heading behind the row above it; what follows is not of the heading before."""
    tabel = "Lasten | | \n1. Water | 40 | 41\nTotaal lasten | 40 | 41 | Toevoegingen | \n1. Wegen | 4 | 4\n"
    tabel += "Baten | | \n1. Water | 3 | 3"
    concept = lees("Begroting 2031", f"Bedragen x € 1.000\nPost | 2031 | 2032\n{tabel}")
    assert [(b.onder, b.post, b.kant) for b in concept.bedragen][::2] == [
        ("Lasten", "Water", "lasten"),
        ("Baten", "Water", "baten"),
    ]
    assert [b.regel for b in concept.fouten] == [9, 10]


@pytest.mark.parametrize("regel", ["- rijksbijdrage, zie elders", "en armoede"])
def test_een_naam_die_zonder_bedragen_doorgaat_is_geen_kop(regel: str) -> None:
    tabel = f"Post | 2031 | 2032\nAanpak energie | -55 | \n{regel}\nWet Water | -7 | "
    concept = lees("Begroting 2031", f"Bedragen x € 1.000; - is een nadeel\n{tabel}")
    assert [(b.onder, b.post) for b in concept.bedragen][::2] == [("", "Wet Water")]
    assert {nummer for b in concept.fouten for nummer in range(b.regel or 0, (b.tot or b.regel or 0) + 1)} == {7, 8}


def test_in_een_kadernota_geldt_begroting_voor_alle_jaren_van_de_tabel() -> None:
    """A PDF prints what stands above more columns above one of them."""
    concept = lees("Kadernota 2031-2034", "x € 1.000 | Meerjarenbegroting 2031 | 2032\nLasten | 40 | 41\nBaten | 3 | 4")
    assert {b.stand for b in concept.bedragen} == {"begroting"}


def test_een_vette_eenheid_is_niet_de_titel() -> None:
    concept = lees("Begroting 2031", "# Lasten\n\n**Bedragen x € 1.000**\n\nPost | 2031 | 2032\nWater | 40 | 41")
    assert {b.kant for b in concept.bedragen} == {"lasten"}


def test_een_n_of_v_achter_een_verschil_houdt_de_tabel_niet_tegen() -> None:
    """Which way the difference goes its two columns show; the change is printed in the sign of its table."""
    concept = lees(
        "Jaarverslag 2031",
        "bedragen x € 1.000\nLasten | Begroting | Wijziging | Begroting na wijziging | Werkelijk | Verschil | \n"
        " | 2031 | 2031 | 2031 | 2031 | 2031 | N/V\n0.1 Bestuur | 39 | 17 | 56 | 54 | -2 | V\n"
        "0.2 Leges | 43 | -14 | 29 | 37 | 8 | N",
    )
    assert [(b.post, b.kant, b.stand, b.bedrag) for b in concept.bedragen if b.stand in ("wijziging", "verschil")] == [
        ("Bestuur", "lasten", "wijziging", -17_000),
        ("Bestuur", "lasten", "verschil", 2_000),
        ("Leges", "lasten", "wijziging", 14_000),
        ("Leges", "lasten", "verschil", -8_000),
    ]
    assert not concept.fouten


@pytest.mark.parametrize(
    ("woorden", "bedrag"),
    [
        ("(- = nadelig)", -40_000),
        ("“-” = nadelig", -40_000),
        ("+ = overschot; - = tekort", -40_000),
        ("-/- is nadelig", -40_000),
        ("(+ voordeel, - nadeel)", -40_000),
        ("+ is nadeel: hogere uitgaven", 40_000),
        ("- is voordeel: lagere uitgaven", 40_000),
        ("Dit is geen nadeel.", None),
        ("Voordelen en nadelen - nadelen staan achteraan", None),
    ],
)
def test_wat_een_min_is_zoals_het_gedrukt_is(woorden: str, bedrag: int | None) -> None:
    concept = lees("Begroting 2031", f"{woorden}\n\nBedragen x € 1.000\nPost | 2031 | 2032\nDijken | -40 | -41")
    assert concept.bedragen[0].bedrag == bedrag
