"""Does it add up? Each difference with its size, and rounding told from the rest."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.aansluiting import Rij, sommen


def rij(tabel: str, post: str, kant: str, bedrag: int, **anders: object) -> Rij:
    velden: dict[str, object] = {
        "doelstelling": "",
        "stand": "meerjarenraming",
        "jaar": 2026,
        "eenheid": 1000,
        "regel": 1,
    }
    return Rij(tabel=tabel, post=post, kant=kant, bedrag=Decimal(bedrag * 1000), **{**velden, **anders})  # type: ignore[arg-type]


def beeld(*rijen: Rij) -> list[tuple[str, str, int, int]]:
    """Parts, total, their sum and the difference, in thousands."""
    return [(s.delen_naam, s.totaal_naam, int(s.som / 1000), int(s.verschil / 1000)) for s in sommen(rijen)]


def test_programma_met_reserves() -> None:
    """PB 2026, year 2028: two roundings, and a saldo that fits."""
    assert beeld(
        rij("programma", "Lasten", "lasten", -132101),
        rij("programma", "Baten", "baten", 69927),
        rij("programma", "Gerealiseerd saldo van baten en lasten", "saldo", -62173),
        rij("programma", "Toevoegingen", "toevoegingen", -3184),
        rij("programma", "Onttrekkingen", "onttrekkingen", 3283),
        rij("programma", "Mutaties reserves", "mutaties", 98),
        rij("programma", "Saldo", "saldo", -62075),
    ) == [
        ("Lasten en baten", "Gerealiseerd saldo van baten en lasten", -62174, -1),
        ("Toevoegingen en onttrekkingen", "Mutaties reserves", 99, 1),
        ("Gerealiseerd saldo en mutaties reserves", "Saldo", -62075, 0),
    ]


def test_doelstellingen_tegen_elk_saldo_dat_gedrukt_is() -> None:
    """PB 2023 prints Resultaat and does not say whether that is before or after reserves."""
    doelen = [rij("doelstelling", f"Doel {code}", "saldo", -100, doelstelling=code) for code in ("1.1", "1.2")]
    assert beeld(*doelen, rij("programma", "Resultaat", "saldo", -200)) == [
        ("2 doelstellingen samen", "Resultaat", -200, 0)
    ]
    assert beeld(
        *doelen,
        rij("programma", "Gerealiseerd saldo van baten en lasten", "saldo", -190),
        rij("programma", "Saldo", "saldo", -180),
    )[1:] == [
        ("2 doelstellingen samen", "Gerealiseerd saldo van baten en lasten", -200, -10),
        ("2 doelstellingen samen", "Saldo", -200, -20),
    ]


def test_uitsplitsing_per_post_per_kant_en_tegen_de_doelstelling() -> None:
    assert beeld(
        rij("uitsplitsing", "BUIG", "lasten", -60, doelstelling="1.6"),
        rij("uitsplitsing", "BUIG", "baten", 50, doelstelling="1.6"),
        rij("uitsplitsing", "BUIG", "saldo", -11, doelstelling="1.6"),
        rij("uitsplitsing", "Totaal", "saldo", -11, doelstelling="1.6"),
        rij("doelstelling", "Middelen", "saldo", -15, doelstelling="1.6"),
        rij("doelstelling", "Werk", "saldo", -99, doelstelling="1.5"),
    ) == [
        ("Posten (saldo)", "Totaal", -11, 0),
        ("Lasten en baten van BUIG", "BUIG", -10, 1),
        ("Uitsplitsing", "Doelstelling 1.6", -11, 4),
    ]


@pytest.mark.parametrize("tabel", ["nieuw-beleid", "bezuinigingen"])
def test_beleidsregels_tegen_hun_saldo(tabel: str) -> None:
    """Sub lines count; the row Saldo itself does not."""
    assert beeld(
        rij(tabel, "Geldpunt", "saldo", -223),
        rij(tabel, "Geldpunt – dekking via SPUK", "saldo", 223),
        rij(tabel, "Campagne", "saldo", -25),
        rij(tabel, "Saldo", "saldo", -25),
    ) == [(f"Regels van {tabel}", "Saldo", -25, 0)]


def test_jaren_en_standen_worden_niet_gemengd() -> None:
    rijen = [
        rij("programma", post, kant, bedrag, stand=stand, jaar=jaar)
        for stand, jaar in (("rekening", 2024), ("na wijziging", 2024), ("lopend jaar", 2025))
        for post, kant, bedrag in (
            ("Lasten", "lasten", -jaar),
            ("Baten", "baten", 24),
            ("Resultaat", "saldo", 24 - jaar),
        )
    ]
    assert [(som.jaar, som.verschil) for som in sommen(rijen)] == [(2024, 0), (2024, 0), (2025, 0)]


def test_zonder_totaal_of_zonder_delen_is_er_geen_som() -> None:
    assert beeld(rij("programma", "Lasten", "lasten", -1)) == []
    assert beeld(rij("programma", "Resultaat", "saldo", -1)) == []


@pytest.mark.parametrize(
    ("delen", "totaal", "eenheid", "afronding"),
    [
        (2, 3000, 1000, True),
        (2, 3001, 1000, False),
        (10, 15000, 1000, True),
        (10, 15001, 1000, False),
        (1, 1500, 1000, True),
        (2, 2001, 1, True),
        (2, 2002, 1, False),
    ],
)
def test_afronding_is_een_halve_gedrukte_eenheid_per_getal(
    delen: int, totaal: int, eenheid: int, afronding: bool
) -> None:
    """So many parts of 1.000 euro each, printed in thousands or in whole euros."""
    rijen = [rij("bezuinigingen", f"Regel {n}", "saldo", 1, eenheid=eenheid) for n in range(delen)]
    saldo = replace(rij("bezuinigingen", "Saldo", "saldo", 0, eenheid=eenheid), bedrag=Decimal(totaal))
    (som,) = sommen([*rijen, saldo])
    assert (som.verschil, som.door_afronding) == (1000 * delen - totaal, afronding)
