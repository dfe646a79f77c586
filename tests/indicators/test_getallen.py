"""Getallen zoals een Nederlander ze schrijft."""

from decimal import Decimal

import pytest

from indicators.getallen import afgerond, schrijf_euro, schrijf_getal, zonder_nullen


@pytest.mark.parametrize(
    ("getal", "geschreven"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1.000"),
        ("-12945", "-12.945"),
        ("1234567.89", "1.234.567,89"),
        ("6.80", "6,80"),
        ("-0.5", "-0,5"),
        ("1E+3", "1.000"),
    ],
)
def test_punt_voor_duizenden_en_komma_voor_decimalen(getal: str, geschreven: str) -> None:
    assert schrijf_getal(Decimal(getal)) == geschreven


@pytest.mark.parametrize(
    ("bedrag", "geschreven"),
    [("63555000.00", "€ 63.555.000"), ("-298000", "€ 298.000"), ("0.49", "€ 0"), ("999.50", "€ 1.000")],
)
def test_hele_euros_zonder_teken(bedrag: str, geschreven: str) -> None:
    # The parts of an amount stay together at the end of a line.
    assert schrijf_euro(Decimal(bedrag)) == geschreven.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("getal", "decimalen", "rond"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("6.65", 1, "6.7"), ("7", 2, "7.00"), ("2594.000000", 0, "2594")],
)
def test_een_half_gaat_omhoog(getal: str, decimalen: int, rond: str) -> None:
    assert str(afgerond(Decimal(getal), decimalen)) == rond


@pytest.mark.parametrize(
    ("getal", "kort"), [("-12945.00", "-12945"), ("0.20", "0.2"), ("100", "100"), ("-0.00", "0"), ("1E+2", "100")]
)
def test_niet_meer_decimalen_dan_nodig(getal: str, kort: str) -> None:
    assert str(zonder_nullen(Decimal(getal))) == kort
