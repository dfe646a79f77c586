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


VERSCHIL = "Bedragen x € 1.000\nPost | begroting na wijziging | jaarrekening | {} begroting en rekening"


def verschillen(concept: Concept) -> list[tuple[object, ...]]:
    return [(b.post, b.kant, b.jaar, b.als_gedrukt, b.bedrag) for b in concept.bedragen if b.stand == "verschil"]


def test_een_verschil_is_van_zijn_twee_kolommen_en_een_min_is_nadelig() -> None:
    rijen = "Lasten | 900 | 940 | -40\nBaten | 100 | 130 | 30\nSaldo | -800 | -810 | -10"
    concept = lees(f"{VERSCHIL.format('saldo')}\n{rijen}", JAARSTUKKEN)
    assert verschillen(concept) == [
        ("Lasten", "lasten", 2031, "-40", -40_000),
        ("Baten", "baten", 2031, "30", 30_000),
        ("Saldo", "saldo", 2031, "-10", -10_000),
    ]
    assert not concept.bevindingen


def test_een_verschil_dat_andersom_is_gedrukt_is_nog_steeds_nadelig() -> None:
    rijen = "Lasten | 900 | 940 | 40\nBaten | 100 | 130 | -30\nSaldo | 800 | 810 | 10"
    concept = lees(f"{VERSCHIL.format('verschil')}\n{rijen}", JAARSTUKKEN)
    assert [bedrag for *_, bedrag in verschillen(concept)] == [-40_000, 30_000, -10_000]


def test_een_verschil_dat_niet_klopt_blijft_zoals_gedrukt_en_wordt_gezegd() -> None:
    gedrukt = {"A": 10, "B": 10, "C": 10, "D": 11, "E": 31}
    rijen = "".join(f"Post {naam} | -90 | -80 | {verschil}\n" for naam, verschil in gedrukt.items())
    concept = lees(f"# Lasten\n\n{VERSCHIL.format('verschil')}\n{rijen}", JAARSTUKKEN)
    assert verschillen(concept)[-2:] == [
        ("Post D", "lasten", 2031, "11", 11_000),
        ("Post E", "lasten", 2031, "31", 31_000),
    ]
    assert [(b.soort, b.regel) for b in concept.bevindingen] == [("telt niet op", 13)]


def test_een_verschil_van_andere_kolommen_wordt_genoemd_en_niet_bewaard() -> None:
    rijen = "Lasten | 900 | 940 | 77\nBaten | 100 | 130 | 78"
    concept = lees(f"{VERSCHIL.format('verschil')}\n{rijen}", JAARSTUKKEN)
    assert verschillen(concept) == []
    assert [(b.soort, b.regel, b.tot) for b in concept.bevindingen] == [("totaal", 6, 8)]


def test_woorden_die_niet_bij_het_verschil_passen_zeggen_ook_het_saldo_niet() -> None:
    tabel = f"{VERSCHIL.format('verschil')}\nDijken | 900 | 940 | -40\nPolder | 100 | 130 | -30"
    concept = lees(f"- is een nadeel\n\n{tabel}", JAARSTUKKEN)
    assert {b.bedrag for b in concept.bedragen} == {None}
    assert [b.soort for b in concept.fouten] == ["tekens"]


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
    gemeld = {nummer - 7 for b in concept.fouten if b.regel for nummer in range(b.regel, (b.tot or b.regel) + 1)}
    assert gemeld >= set(weg)


@pytest.mark.parametrize(
    "rijen",
    [
        "1.2 Vervoer: |  | \n- lasten | -80 | -81\n- baten | 8 | 9",
        "1.2 Vervoer - lasten - baten | -80 8 | -81 9",
        "1.2 Vervoer |  | \n- lasten | -80 | -81\n- baten | 8 | 9",
    ],
)
def test_rijen_met_een_streepje_horen_bij_de_naam_erboven(rijen: str) -> None:
    concept = lees(f"{KOP}Uitgaven | -1 | -1\n{rijen}")
    assert [(b.code, b.post, b.kant, b.jaar, b.als_gedrukt) for b in concept.bedragen[2:]] == [
        ("1.2", "Vervoer", "lasten", 2031, "-80"),
        ("1.2", "Vervoer", "lasten", 2032, "-81"),
        ("1.2", "Vervoer", "baten", 2031, "8"),
        ("1.2", "Vervoer", "baten", 2032, "9"),
    ]


def test_een_rij_met_een_streepje_houdt_haar_eigen_woorden() -> None:
    concept = lees(f"- is een nadeel\n\n{KOP}Inzet | -22 | \n- dekking: reserve Dijken | 22 | ")
    assert [(b.post, b.kant, b.als_gedrukt) for b in concept.bedragen][::2] == [
        ("Inzet", "saldo", "-22"),
        ("Inzet: dekking: reserve Dijken", "saldo", "22"),
    ]


@pytest.mark.parametrize(
    "rijen",
    [
        "Vervoer |  | -81\n- lasten | -80 | 9\n- baten | 8 | ",
        "Vervoer | -80 | \n- lasten | 8 | \n- baten |  | ",
        "Vervoer |  | \n- lasten | -80 | -81\n- baten | 8 | ",
        "Vervoer: | 5 | 6\n- lasten | -80 | -81",
    ],
)
def test_verschoven_rijen_met_een_streepje_worden_samen_geweigerd(rijen: str) -> None:
    """A PDF prints the lines of a cell beside others: each amount would be of the row below or above it."""
    concept = lees(f"{KOP}Lasten | 40 | 41\n{rijen}\nBaten | 3 | 4")
    assert {b.post for b in concept.bedragen} == {"Lasten", "Baten"}
    assert [(b.regel, b.tot) for b in concept.fouten] == [(8, 8 + rijen.count("\n"))]


def test_meer_bedragen_in_een_cel_dan_kanten_in_de_naam_is_geen_rij() -> None:
    concept = lees(f"{KOP}Lasten | 40 | 41\nVervoer - lasten - baten | -80 8 9 | -81 9")
    assert {b.post for b in concept.bedragen} == {"Lasten"}
    assert [b.regel for b in concept.fouten] == [8]


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


@pytest.mark.parametrize(
    ("boven", "kop", "onder"),
    [
        (("# Sociaal domein\n\n", "# Fysiek domein\n\n"), ("Post", "Post"), ("Sociaal domein", "Fysiek domein")),
        (("", ""), ("Sociaal domein", "Fysiek domein"), ("Sociaal domein", "Fysiek domein")),
        (("Sociaal domein\n", "Fysiek domein\n"), ("Post", "Post"), ("Sociaal domein", "Fysiek domein")),
        (
            ("# Sociaal domein\n\n# Wat kost het?\n\n", "# Fysiek domein\n\n# Wat kost het?\n\n"),
            ("Post", "Post"),
            ("Sociaal domein", "Fysiek domein"),
        ),
    ],
)
def test_dezelfde_rijen_heten_naar_de_woorden_boven_hun_tabel(
    boven: tuple[str, str], kop: tuple[str, str], onder: tuple[str, str]
) -> None:
    """Also where their years are not the same: they are no one row."""
    delen = [
        f"{erboven}Bedragen x € 1.000\n{naam} | {jaar}\nLasten | 40\nBaten | 3\n\nMeer staat er niet."
        for erboven, naam, jaar in zip(boven, kop, (2031, 2032), strict=True)
    ]
    concept = lees("\n\n".join(delen))
    assert [(b.onder, b.post, b.jaar) for b in concept.bedragen][::2] == [
        (onder[0], "Lasten", 2031),
        (onder[1], "Lasten", 2032),
    ]
    assert not concept.bevindingen


def test_de_groep_van_een_rij_blijft_naast_de_woorden_boven_haar_tabel() -> None:
    tabel = "Bedragen x € 1.000\nPost | 2031\nDirect | \nLasten | 40\nBaten | 3"
    concept = lees(f"# Zorg\n\n{tabel}\n\nTot hier.\n\n# Wegen\n\n{tabel}")
    assert [b.onder for b in concept.bedragen][::2] == ["Zorg: Direct", "Wegen: Direct"]


def test_zonder_eigen_woorden_is_niet_te_zien_wat_het_verschil_is() -> None:
    tabel = "# Wat kost het?\n\nBedragen x € 1.000\nPost | {}\nLasten | 40\nBaten | 3\n\nTot hier."
    concept = lees("\n\n".join(tabel.format(jaar) for jaar in (2031, 2032)))
    assert [(b.post, b.jaar) for b in concept.bedragen] == [("Lasten", 2031), ("Baten", 2031)]
    assert [(b.soort, b.regel) for b in concept.fouten] == [("dubbele rij", 18), ("dubbele rij", 19)]


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
