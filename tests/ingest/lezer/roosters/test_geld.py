"""Tables of money that say themselves what their columns are; the amounts are invented."""

import pytest

from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document

BEGROTING = "Begroting 2031\n\nGemeente Waterdam\n\n"
JAARSTUKKEN = "Jaarstukken 2031\n\nGemeente Waterdam\n\n"
NOTA = "Kadernota 2032-2035\n\nGemeente Waterdam\n\n"


def lees(tekst: str, stuk: str = BEGROTING) -> Concept:
    return lees_document(f"{stuk}{tekst}\n\nZo ver de tabel.\n".replace(" | ", "\t").encode()).concept


def bedragen(concept: Concept) -> list[tuple[object, ...]]:
    return [(b.onder, b.code, b.post, b.kant, b.stand, b.jaar, b.als_gedrukt, b.bedrag) for b in concept.bedragen]


def test_lasten_en_baten_per_jaar_onder_een_kop() -> None:
    concept = lees(
        "Bedragen x € 1.000\nProduct | 2030 |  | 2031 | \n | Lasten | Baten | Lasten | Baten\n"
        "Programma 1. Dijken |  |  |  | \n1.1 Zanddijk | 1.200 | -50 | 1.300 | \nPolder |  | -7 | 0 | -"
    )
    assert bedragen(concept) == [
        ("Programma 1. Dijken", "1.1", "Zanddijk", "lasten", "lopend jaar", 2030, "1.200", -1_200_000),
        ("Programma 1. Dijken", "1.1", "Zanddijk", "baten", "lopend jaar", 2030, "-50", 50_000),
        ("Programma 1. Dijken", "1.1", "Zanddijk", "lasten", "primitieve begroting", 2031, "1.300", -1_300_000),
        ("Programma 1. Dijken", "1.1", "Zanddijk", "baten", "primitieve begroting", 2031, "", None),
        ("Programma 1. Dijken", "", "Polder", "lasten", "lopend jaar", 2030, "", None),
        ("Programma 1. Dijken", "", "Polder", "baten", "lopend jaar", 2030, "-7", 7_000),
        ("Programma 1. Dijken", "", "Polder", "lasten", "primitieve begroting", 2031, "0", 0),
        ("Programma 1. Dijken", "", "Polder", "baten", "primitieve begroting", 2031, "-", None),
    ]
    assert [b.leeg for b in concept.bedragen] == ["", "", "", "leeg", "leeg", "", "", "streepje"]


def test_de_kant_staat_in_een_tweede_kolom_en_het_saldo_zonder_naam() -> None:
    concept = lees(
        "x € 1.000\nProgramma |  | 2031 | 2032\nDijken | lasten | 30 | 31\nDijken | baten | 5 | 5\n | saldo | -25 | -26"
    )
    assert [(b.post, b.kant, b.jaar, b.bedrag) for b in concept.bedragen if b.jaar == 2031] == [
        ("Dijken", "lasten", 2031, -30_000),
        ("Dijken", "baten", 2031, 5_000),
        ("Dijken", "saldo", 2031, -25_000),
    ]


def test_lasten_en_baten_horen_bij_de_kolom_erachter_die_hun_som_is() -> None:
    kop = "Bedragen x € 1.000\nPost | lasten | baten | Begroting 2031 | lasten | baten | Rekening 2031\n"
    concept = lees(f"{kop}Dijken | -90 | 40 | -50 | -80 | 41 | -39", JAARSTUKKEN)
    assert [(b.kant, b.stand, b.als_gedrukt, b.bedrag) for b in concept.bedragen] == [
        ("lasten", "begroting", "-90", -90_000),
        ("baten", "begroting", "40", 40_000),
        ("saldo", "begroting", "-50", -50_000),
        ("lasten", "rekening", "-80", -80_000),
        ("baten", "rekening", "41", 41_000),
        ("saldo", "rekening", "-39", -39_000),
    ]
    assert lees(f"{kop}Dijken | -90 | 40 | -70 | -80 | 41 | -39", JAARSTUKKEN).bedragen == ()


def test_een_verschil_is_geen_bedrag_en_wordt_gezegd() -> None:
    kop = "Bedragen x € 1.000\nPost | begroting na wijziging | jaarrekening | verschil"
    concept = lees(f"{kop}\nDijken | -9 | -8 | 1", JAARSTUKKEN)
    assert [(b.kant, b.stand, b.jaar, b.bedrag) for b in concept.bedragen] == [
        ("saldo", "na wijziging", 2031, None),
        ("saldo", "rekening", 2031, None),
    ]
    assert [(b.soort, b.regel) for b in concept.bevindingen] == [("tekens", 7), ("totaal", 6)]


def test_euro_voor_elk_bedrag_is_een_eenheid_en_een_min_mag_los_staan() -> None:
    concept = lees(" |  | 2032 | 2033\nI) | Stand | € 2.324.382 | € - 64.047\n\n(Een positief saldo is nadelig)", NOTA)
    assert [(b.code, b.post, b.stand, b.schaal, b.bedrag) for b in concept.bedragen] == [
        ("I)", "Stand", "wijziging", 1, -2_324_382),
        ("I)", "Stand", "wijziging", 1, 64_047),
    ]


@pytest.mark.parametrize(
    ("woorden", "bedrag"),
    [
        ("- is een nadeel", -40_000),
        ("Een positief saldo is nadelig.", 40_000),
        ("Wat dit betekent, leest u hierna.", None),
    ],
)
def test_het_teken_van_een_saldo_zeggen_de_woorden_van_de_tabel(woorden: str, bedrag: int | None) -> None:
    concept = lees(f"{woorden}\n\nBedragen x € 1.000\nPost | 2031 | 2032\nDijken | -40 | -41\nPolder | -1 | 2")
    assert concept.bedragen[0].bedrag == bedrag
    assert [b.soort for b in concept.bevindingen] == ([] if bedrag else ["tekens"])


KOP = "Bedragen x € 1.000\nPost | 2031 | 2032\n"


@pytest.mark.parametrize(
    ("tabel", "reden"),
    [
        ("Post | 2031 | 2032\nLasten | 40 | 41", "er staat geen eenheid bij"),
        ("Bedragen x € 1.000 | 2031 | 2032\n(x € 1) |  | \nLasten | 40 | 41", "verschillende eenheden"),
        ("Bedragen x € 1.000\nPost | 2031 | 2031\nLasten | 40 | 41", "twee kolommen hebben dezelfde kop"),
        ("Bedragen x € 1.000\nPost | Begroting 2031 | 2031\nLasten | 40 | 41", "twee kolommen zeggen hetzelfde"),
        ("Bedragen x € 1.000\nPost | 2019 | 2031\nLasten | 40 | 41", "hoort niet in een stuk over 2031"),
        ("Bedragen x € 1.000\nPost | Rekening 2031 | 2032\nLasten | 40 | 41", "hoort niet in een stuk over 2031"),
        ("Bedragen x € 1.000\nPost | 2031 | Saldo\nLasten | 40 | 41", "is niet te zien"),
        ("Bedragen x € 1.000\nPost | 2031 2032 | 2033\nLasten | 40 | 41", "staan twee jaren"),
        ("Bedragen x € 1.000\nPost | Naam | x\nLasten | 40 | 41", "van welk jaar de kolom"),
    ],
)
def test_een_tabel_die_niet_zeker_is_wordt_heel_geweigerd(tabel: str, reden: str) -> None:
    concept = lees(tabel)
    assert concept.bedragen == ()
    assert any(reden in b.tekst for b in concept.fouten), concept.fouten


@pytest.mark.parametrize(
    ("rijen", "weg"),
    [
        ("Aanpassing van de\nramingen | 56 | 57", [2]),
        ("Leerlingenvervoer: | 800 | 801\n- lasten | 5 | 5", [1, 2]),
        ("Inzet 2031 | 56 | \n | -56 | ", [1, 2]),
        ("Inzet | 56-56 | ", [1]),
        ("Inzet | 12 % | 13", [1]),
        ("Inzet | 14,714 | 13", [1]),
        ("Inzet | 56", [1]),
    ],
)
def test_een_halve_naam_of_een_cel_met_twee_bedragen_is_geen_rij(rijen: str, weg: list[int]) -> None:
    concept = lees(f"{KOP}Lasten | 40 | 41\n{rijen}\nBaten | 3 | 4")
    assert {b.post for b in concept.bedragen} == {"Lasten", "Baten"}
    assert {b.regel - 7 for b in concept.fouten} >= set(weg)


def test_een_naam_met_een_kant_erin_is_die_kant_niet() -> None:
    concept = lees(f"- is een nadeel\n\n{KOP}Reclame-inkomsten | -40 | -41\nLasten | -1 | -2")
    assert [(b.post, b.kant) for b in concept.bedragen][::2] == [("Reclame-inkomsten", "saldo"), ("Lasten", "lasten")]


@pytest.mark.parametrize(
    ("titel", "kant"),
    [
        ("Lasten per programma", "lasten"),
        ("Tabel baten", "baten"),
        ("Lokale lasten", "saldo"),
        ("Lasten en baten", "saldo"),
    ],
)
def test_een_titel_zegt_de_kant_van_alle_bedragen(titel: str, kant: str) -> None:
    concept = lees(f"# {titel}\n\n- is een nadeel\n\n{KOP}Dijken | 40 | 41")
    assert {b.kant for b in concept.bedragen} == {kant}


def test_lasten_en_baten_onder_de_naam_van_een_programma() -> None:
    concept = lees(f"{KOP}Dijken |  | \nlasten | 40 | 41\nbaten | 3 | 4\nPolder |  | \nlasten | 1 | 1\nbaten | 0 | 0")
    assert [(b.onder, b.kant) for b in concept.bedragen][::2] == [
        ("Dijken", "lasten"),
        ("Dijken", "baten"),
        ("Polder", "lasten"),
        ("Polder", "baten"),
    ]


def test_dezelfde_rijen_van_twee_programmas_zijn_niet_dezelfde() -> None:
    tabel = "Bedragen x € 1.000\nPost | 2031\nLasten | {}\nBaten | 3"
    delen = [
        f"# Programma {nummer} Water\n\n{tabel.format(bedrag)}\n\nZo ver." for nummer, bedrag in ((1, 40), (2, 50))
    ]
    concept = lees("\n\n".join(delen))
    assert [(b.onder, b.post, b.als_gedrukt) for b in concept.bedragen][::2] == [
        ("Programma 1 Water", "Lasten", "40"),
        ("Programma 2 Water", "Lasten", "50"),
    ]
    assert not concept.bevindingen


def test_een_begroting_in_een_tussenbericht_is_geen_wijziging() -> None:
    stuk = "Tussenbericht 2031\n\nGemeente Waterdam\n\n"
    concept = lees("Bedragen x € 1.000\nPost | Begroting 2031 | TB1 2031\nLasten | 40 | 41", stuk)
    assert [b.stand for b in concept.bedragen] == ["begroting", "wijziging"]


def test_een_kop_die_op_de_volgende_bladzijde_terugkomt_is_geen_rij() -> None:
    kop = "Post | 2031 | 2032"
    concept = lees(f"Bedragen x € 1.000\n{kop}\nLasten | 40 | 41\n{kop}\nBaten | 3 | 4\n\n{kop}\nOntvangsten | 1 | 1")
    assert [b.post for b in concept.bedragen][::2] == ["Lasten", "Baten", "Ontvangsten"]


def test_een_bedrag_met_het_andere_teken_van_zijn_kant_wordt_gevraagd() -> None:
    rijen = "".join(f"Post {naam} | {bedrag}\n" for naam, bedrag in zip("abcde", (10, 11, -4, 12, 13), strict=True))
    concept = lees(f"Bedragen x € 1.000\nNaam | Lasten 2031\n{rijen}")
    assert [b.bedrag for b in concept.bedragen] == [-10_000, -11_000, None, -12_000, -13_000]
    assert [(b.soort, b.onderwerp) for b in concept.bevindingen] == [("tekens", "Post c")]


VERDWAALD = [
    pytest.param("Polder 2.100 0", id="zonder-cellen"),
    pytest.param("Polder 2.100 -", id="met-een-streepje"),
    pytest.param("| Polder | 2.100 | 7 |***", id="teken-achter-een-rij-van-markdown"),
    pytest.param("２.１００", id="cijfers-van-een-ander-schrift"),
    pytest.param("€ - 12", id="een-bedrag-alleen"),
]


@pytest.mark.parametrize("rij", VERDWAALD)
@pytest.mark.parametrize("plek", [3, 4, 5], ids=["onder-de-kop", "tussen-de-rijen", "onderaan"])
def test_een_rij_zonder_cellen_is_geen_kop_waar_getallen_in_verdwijnen(rij: str, plek: int) -> None:
    """Found by damaging tables at random: it was taken for a heading among the rows."""
    regels = ["Begroting 2031", "Bedragen x € 1.000", "Post\tLasten 2031\tBaten 2031", "Dijken\t40\t4", "Meren\t9\t1"]
    regels.insert(plek, rij)
    concept = lees_document("\n".join(regels).encode()).concept
    assert plek + 1 in {fout.regel for fout in concept.fouten}
    assert {(b.post, b.onder) for b in concept.bedragen} == {("Dijken", ""), ("Meren", "")}
