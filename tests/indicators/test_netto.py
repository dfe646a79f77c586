"""What a row costs on balance, x € 1.000: each row is a case, what stands beside what, and why.

Amounts as they are stored: costs negative, as PB 2026 prints them. Numbers of rules are those of domein.md.
"""

from decimal import Decimal
from operator import itemgetter

import pytest

from indicators.geld.netto import HEEL, NA, VOOR, Netto, geldregels
from indicators.models import Bedrag, Doelstelling
from tests.gereedschap.wereld.losse_cijfers import bedrag

# Table, name, year, and what it costs in each edition.
Rij = tuple[str, str, int, dict[int, Decimal | int]]


def rijen(bedragen: list[Bedrag]) -> list[Rij]:
    return [
        (
            regel.tabel,
            regel.naam,
            regel.jaar,
            {editie.jaar: netto.kosten / 1000 for editie, netto in regel.per_editie.items()},
        )
        for regel in geldregels(bedragen)
    ]


ARBEID = "doelstelling/duurzame-arbeidsparticipatie"
KLIMAAT = "doelstelling/ondernemersklimaat"
BUIG, SHV = "uitsplitsing/buig", "uitsplitsing/shv"
HOND = "uitsplitsing/kwijtschelding-hondenbelasting"

GEVALLEN: dict[str, tuple[list[Bedrag], list[Rij], str]] = {
    "een gedrukt saldo": (
        [
            bedrag(ARBEID, "saldo", -18649, door=2023, naam="Duurzame arbeidsparticipatie", code="1.5"),
            bedrag(ARBEID, "saldo", -23859, door=2026, naam="Duurzame arbeidsparticipatie", code="1.5"),
        ],
        [("doelstelling", "1.5 Duurzame arbeidsparticipatie", 2026, {2023: 18649, 2026: 23859})],
        "rule 18: a cost is a plus; PB 2023, line 463, PB 2026, line 672",
    ),
    "een saldo dat geld oplevert": (
        [bedrag(ARBEID, "saldo", 12, door=2026, naam="Leges", code="1.7")],
        [("doelstelling", "1.7 Leges", 2026, {2026: -12})],
        "rule 18: and an income a minus",
    ),
    "een doelstelling met een andere naam": (
        [
            bedrag(KLIMAAT, "saldo", -1783, door=2026, naam="Vestigings- en ondernemersklimaat", code="1.4"),
            bedrag(KLIMAAT, "saldo", -603, door=2023, naam="Ondernemersklimaat", code="1.3"),
        ],
        [("doelstelling", "1.4 Vestigings- en ondernemersklimaat", 2026, {2023: 603, 2026: 1783})],
        "rule 9: one row, by its name and number in the newest edition",
    ),
    "lasten en baten zonder saldo": (
        [
            bedrag(BUIG, "lasten", -53159, door=2023, naam="BUIG"),
            bedrag(BUIG, "baten", 48948, door=2023, naam="BUIG"),
        ],
        [("uitsplitsing", "BUIG", 2026, {2023: 4211})],
        "PB 2023 prints none for a post, line 509",
    ),
    "lasten, baten en een gedrukt saldo": (
        [
            bedrag(BUIG, "lasten", -66292, door=2026, jaar=2025, naam="BUIG", code="610.03.100"),
            bedrag(BUIG, "baten", 57750, door=2026, jaar=2025, naam="BUIG", code="610.03.100"),
            bedrag(BUIG, "saldo", -8541, door=2026, jaar=2025, naam="BUIG", code="610.03.100"),
        ],
        [("uitsplitsing", "BUIG", 2025, {2026: 8541})],
        "rule 7: as printed, though its parts come to 8.542; without the code that PB 2023 does not have; line 727",
    ),
    "baten die niet gedrukt zijn": (
        [
            bedrag(SHV, "lasten", -1744, door=2023, naam="SHV"),
            bedrag(SHV, "baten", None, door=2023, naam="SHV"),
        ],
        [("uitsplitsing", "SHV", 2026, {2023: 1744})],
        "rule 3: the blank cell of PB 2023, line 512",
    ),
    "een saldo dat niet gedrukt is naast lasten en baten": (
        [
            bedrag(SHV, "saldo", None, door=2026, naam="SHV"),
            bedrag(SHV, "lasten", -2647, door=2026, naam="SHV"),
            bedrag(SHV, "baten", 223, door=2026, naam="SHV"),
        ],
        [("uitsplitsing", "SHV", 2026, {2026: 2424})],
        "rule 3: a blank cell is not an amount of nothing",
    ),
    "een nul": (
        [
            bedrag(HOND, "lasten", -35, door=2023, naam="Hondenbelasting"),
            bedrag(HOND, "lasten", 0, door=2026, naam="Hondenbelasting"),
            bedrag(HOND, "saldo", 0, door=2026, naam="Hondenbelasting"),
        ],
        [("uitsplitsing", "Hondenbelasting", 2026, {2023: 35, 2026: 0})],
        "rule 3: 0 is a value; PB 2026, lines 744 and 745",
    ),
    "een saldo van nul naast lasten": (
        [
            bedrag(HOND, "lasten", -35, door=2026, naam="Hondenbelasting"),
            bedrag(HOND, "saldo", 0, door=2026, naam="Hondenbelasting"),
        ],
        [("uitsplitsing", "Hondenbelasting", 2026, {2026: 0})],
        "rule 3: the printed 0 is the saldo",
    ),
    "een rij zonder bedragen": (
        [
            bedrag(HOND, "lasten", None, door=2026, naam="Hondenbelasting"),
            bedrag(HOND, "saldo", None, door=2026, naam="Hondenbelasting"),
        ],
        [],
        "rule 3: nothing printed costs no zero",
    ),
    "een rij met bedragen in een van de edities": (
        [
            bedrag(HOND, "lasten", -35, door=2023, naam="Hondenbelasting"),
            bedrag(HOND, "lasten", None, door=2026, naam="Hond"),
        ],
        [("uitsplitsing", "Hondenbelasting", 2026, {2023: 35})],
        "rule 3: the edition that prints nothing has no place in the row",
    ),
    "alleen baten": (
        [bedrag(BUIG, "baten", 48948, door=2023, naam="BUIG")],
        [("uitsplitsing", "BUIG", 2026, {2023: -48948})],
        "an income and no cost",
    ),
    "een lege cel na een bedrag": (
        [bedrag(SHV, "lasten", -1744, door=2023, naam="SHV"), bedrag(SHV, "lasten", None, door=2023, naam="SHV")],
        [("uitsplitsing", "SHV", 2026, {2023: 1744})],
        "the amount is what was printed",
    ),
    "een bedrag na een lege cel": (
        [bedrag(SHV, "lasten", None, door=2023, naam="SHV"), bedrag(SHV, "lasten", -1744, door=2023, naam="SHV")],
        [("uitsplitsing", "SHV", 2026, {2023: 1744})],
        "the amount is what was printed",
    ),
    "het totaal van een uitsplitsing": (
        [
            bedrag("uitsplitsing/totaal", "lasten", -67404, door=2023, naam="Totaal", volgorde=98),
            bedrag("uitsplitsing/totaal", "baten", 50994, door=2023, naam="Totaal", volgorde=98),
            bedrag("uitsplitsing/saldo", "saldo", -16411, door=2023, naam="Saldo", volgorde=99),
            bedrag("uitsplitsing/totaal", "saldo", -20221, door=2026, naam="Totaal", volgorde=98),
        ],
        [("uitsplitsing", "Totaal", 2026, {2023: 16411, 2026: 20221})],
        "PB 2023 has its total in two rows, 518 and 519, PB 2026 in one, 756",
    ),
    "een post met een eigen schrijfwijze": (
        [bedrag("uitsplitsing/zoetermeerpas", "lasten", -5, door=2026, naam="ZoetermeerPas")],
        [("uitsplitsing", "ZoetermeerPas", 2026, {2026: 5})],
        "only the total has a name of ours",
    ),
    "Resultaat naast twee saldi": (
        [
            bedrag("programma/resultaat", "saldo", -50068, door=2023, naam="Resultaat"),
            bedrag("programma/gerealiseerd-saldo", "saldo", -63400, door=2026, naam="Gerealiseerd saldo"),
            bedrag("programma/saldo", "saldo", -63257, door=2026, naam="Saldo"),
        ],
        [
            ("programma", VOOR, 2026, {2023: 50068, 2026: 63400}),
            ("programma", NA, 2026, {2023: 50068, 2026: 63257}),
        ],
        "rule 8: PB 2023 does not say which of the two it is; PB 2023, line 571, PB 2026, lines 913 and 917",
    ),
    "alleen een saldo voor reserves naast Resultaat": (
        [
            bedrag("programma/resultaat", "saldo", -50068, door=2023, naam="Resultaat"),
            bedrag("programma/gerealiseerd-saldo", "saldo", -63400, door=2026, naam="Gerealiseerd saldo"),
        ],
        [("programma", VOOR, 2026, {2023: 50068, 2026: 63400})],
        "rule 8: beside the one that is printed; no edition prints one after reserves",
    ),
    "de andere rijen van het programma": (
        [
            bedrag("programma/lasten", "lasten", -133397, door=2026),
            bedrag("programma/baten", "baten", 69997, door=2026),
            bedrag("programma/toevoegingen", "toevoegingen", -2688, door=2026),
            bedrag("programma/onttrekkingen", "onttrekkingen", 2831, door=2026),
            bedrag("programma/mutaties-reserves", "mutaties", 143, door=2026),
        ],
        [],
        "rule 8: each is only a part of what it costs; PB 2026, lines 911 to 916",
    ),
    "een rekening": (
        [
            bedrag("programma/resultaat", "saldo", -47757, door=2023, jaar=2021, soort="rekening"),
            bedrag("programma/resultaat", "saldo", -52693, door=2023, jaar=2022),
        ],
        [("programma", HEEL, 2022, {2023: 52693})],
        "an amount without its stand is no amount: what was spent is no budget; PB 2023, line 571",
    ),
    "nieuw beleid, bezuinigingen en maatregelen": (
        [
            bedrag("nieuw-beleid/saldo", "saldo", -1278, door=2026),
            bedrag("bezuinigingen/saldo", "saldo", 918, door=2026),
            bedrag("maatregelen/shv", "saldo", 100, door=2026),
        ],
        [],
        "rule 1: changes of what it costs, with signs of their own; PB 2026, lines 806 and 875",
    ),
    "twee jaren van een rij": (
        [
            bedrag(ARBEID, "saldo", -24692, door=2026, jaar=2025, naam="Arbeidsparticipatie", code="1.5"),
            bedrag(ARBEID, "saldo", -18529, door=2023, jaar=2025, naam="Arbeidsparticipatie", code="1.5"),
            bedrag(ARBEID, "saldo", -23936, door=2026, jaar=2027, naam="Arbeidsparticipatie", code="1.5"),
        ],
        [
            ("doelstelling", "1.5 Arbeidsparticipatie", 2025, {2023: 18529, 2026: 24692}),
            ("doelstelling", "1.5 Arbeidsparticipatie", 2027, {2026: 23936}),
        ],
        "PB 2023 goes no further than 2026; PB 2023, line 463, PB 2026, line 672",
    ),
}


@pytest.mark.parametrize(("bedragen", "verwacht", "waarom"), GEVALLEN.values(), ids=GEVALLEN)
def test_kosten(bedragen: list[Bedrag], verwacht: list[Rij], waarom: str) -> None:
    assert rijen(bedragen) == verwacht, waarom


@pytest.mark.parametrize("geval", GEVALLEN)
def test_edities_staan_van_oud_naar_nieuw(geval: str) -> None:
    """In whatever order the amounts come."""
    bedragen, verwacht, waarom = GEVALLEN[geval]
    gevonden = rijen(bedragen[::-1])
    assert sorted(gevonden, key=itemgetter(0, 1, 2)) == sorted(verwacht, key=itemgetter(0, 1, 2)), waarom
    assert [list(edities) for *_, edities in gevonden] == [sorted(edities) for *_, edities in gevonden]


def test_rijen_staan_in_de_volgorde_van_hun_tabel() -> None:
    bedragen = [
        bedrag(rij, "saldo", -1, door=2026, volgorde=volgorde)
        for rij, volgorde in (
            ("uitsplitsing/b", 2),
            ("programma/saldo", 3),
            ("doelstelling/z", 10),
            ("uitsplitsing/a", 1),
            ("doelstelling/y", 9),
        )
    ]
    assert [regel.naam.strip() for regel in geldregels(bedragen)] == ["y", "z", NA, "a", "b"]


@pytest.mark.parametrize(
    ("rij", "rol"),
    [
        ("uitsplitsing/totaal", "totaal"),
        ("uitsplitsing/saldo", "totaal"),
        ("uitsplitsing/buig", "product"),
        ("doelstelling/saldo", "doelstelling"),
        ("programma/resultaat", "saldo"),
        ("programma/gerealiseerd-saldo", "saldo voor reserves"),
        ("programma/saldo", "saldo na reserves"),
    ],
)
def test_rol_van_een_rij(rij: str, rol: str) -> None:
    """Totals of posts are told from posts, and what is after reserves from what is not said; see vergelijking.py."""
    assert [regel.rol for regel in geldregels([bedrag(rij, "saldo", -1, door=2026)])] == [rol]


def test_twee_doelstellingen_met_een_uitsplitsing() -> None:
    """Each has a Totaal of its own, and perhaps a post of the same name."""
    een, twee = Doelstelling(pk=1, code="1.6"), Doelstelling(pk=2, code="1.7")
    bedragen = [bedrag(f"uitsplitsing/{rij}", "saldo", -1, door=2026) for rij in ("totaal", "buig") * 2]
    for cel, doel in zip(bedragen, (een, een, twee, twee), strict=True):
        cel.benaming.post.doelstelling = doel
    assert [(regel.doelstelling, regel.rol) for regel in geldregels(bedragen)] == [
        (een, "totaal"),
        (een, "product"),
        (twee, "totaal"),
        (twee, "product"),
    ]


def test_wat_gedrukt_is_en_wat_berekend() -> None:
    """A page links a printed saldo to its line, and a computed one to those of its parts, costs first."""
    (berekend,) = _nettos(GEVALLEN["lasten en baten zonder saldo"][0][::-1])
    assert berekend.gedrukt is None
    assert [deel.kant for deel in berekend.delen] == ["lasten", "baten"]
    (gedrukt,) = _nettos(GEVALLEN["lasten, baten en een gedrukt saldo"][0])
    assert gedrukt.gedrukt is gedrukt.per_kant["saldo"]
    (zonder_baten,) = _nettos(GEVALLEN["baten die niet gedrukt zijn"][0])
    assert [deel.kant for deel in zonder_baten.delen] == ["lasten"]
    assert zonder_baten.per_kant["baten"].bedrag is None  # shown as a cell in which nothing is printed
    assert {netto.stand for netto in (berekend, gedrukt, zonder_baten)} == {"meerjarenraming"}


def _nettos(bedragen: list[Bedrag]) -> list[Netto]:
    return [netto for regel in geldregels(bedragen) for netto in regel.per_editie.values()]
