"""How amounts are written for a reader."""

from decimal import Decimal

import pytest

from dashboard.weergave.opmaak import euro_in_woorden, in_duizenden, opsomming


@pytest.mark.parametrize(
    ("bedrag", "woorden"),
    [
        ("63257000", "€ 63,3 miljoen"),
        ("-63257000", "€ 63,3 miljoen"),
        ("362000", "€ 362.000"),
        ("-362000", "€ 362.000"),
        ("999999", "€ 999.999"),
        ("1000000", "€ 1,0 miljoen"),
        ("1049999", "€ 1,0 miljoen"),
        ("1050000", "€ 1,1 miljoen"),
        ("-1950000", "€ 2,0 miljoen"),
        ("1234567890", "€ 1.234,6 miljoen"),
        ("3000.00", "€ 3.000"),
        ("999.50", "€ 1.000"),
        ("0", "€ 0"),
        ("-0.00", "€ 0"),
        ("-0.40", "€ 0"),
    ],
)
def test_een_bedrag_in_woorden_heeft_geen_min(bedrag: str, woorden: str) -> None:
    # The parts of an amount stay together at the end of a line.
    assert euro_in_woorden(Decimal(bedrag)) == woorden.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("bedrag", "gedrukt"),
    [
        ("-12945000.00", "-12.945"),
        ("-362000.00", "-362"),
        ("0.00", "0"),
        ("1000000000.00", "1.000.000"),
        ("-500.00", "-0,5"),
        ("123456.70", "123,4567"),
    ],
)
def test_een_bedrag_in_een_tabel_is_in_duizenden_zoals_gedrukt(bedrag: str, gedrukt: str) -> None:
    assert in_duizenden(Decimal(bedrag)) == gedrukt


@pytest.mark.parametrize(
    ("jaren", "zin"),
    [([], ""), ([2023], "2023"), ([2023, 2026], "2023 en 2026"), ([2023, 2026, 2027], "2023, 2026 en 2027")],
)
def test_een_opsomming_heeft_een_en(jaren: list[int], zin: str) -> None:
    assert opsomming(jaren) == zin
