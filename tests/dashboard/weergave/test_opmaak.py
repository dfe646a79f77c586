"""How amounts are written for a reader."""

from decimal import Decimal

import pytest

from dashboard.weergave.opmaak import aaneen, een_stijl, euro_in_woorden, in_duizenden, meer_in_woorden, opsomming


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


@pytest.mark.parametrize(
    ("bedragen", "woorden"),
    [
        # of 1.2 in 2026: lines 532 of PB 2026 and 344 of PB 2023
        (("2616000", "745000", "1871000"), ["€ 2,6 miljoen", "€ 0,7 miljoen", "€ 1,9 miljoen"]),
        # of 1.4: lines 594 and 393
        (("362000", "15000", "347000"), ["€ 362.000", "€ 15.000", "€ 347.000"]),
        # less than would be 0,1: all in full
        (("23859000", "49999", "0"), ["€ 23.859.000", "€ 49.999", "€ 0"]),
        (("-63257000", "0"), ["€ 63,3 miljoen", "€ 0"]),
        (("0",), ["€ 0"]),
    ],
)
def test_bedragen_in_een_zin_hebben_een_stijl(bedragen: tuple[str, ...], woorden: list[str]) -> None:
    schrijf = een_stijl(*map(Decimal, bedragen))

    assert [schrijf(Decimal(bedrag)).replace("\N{NO-BREAK SPACE}", " ") for bedrag in bedragen] == woorden


@pytest.mark.parametrize(("euro", "woorden"), [("2500", "meer"), ("-2500", "minder")])
def test_meer_of_minder_staat_in_woorden(euro: str, woorden: str) -> None:
    assert meer_in_woorden(Decimal(euro), een_stijl()) == f"€\N{NO-BREAK SPACE}2.500 {woorden}"
    assert meer_in_woorden(Decimal(0), een_stijl()) == "evenveel"


@pytest.mark.parametrize(
    ("zin", "goed"),
    [
        ("31 %", "31%"),
        ("Van 71,1\N{NO-BREAK SPACE}% naar 76,0%", "Van 71,1% naar 76,0%"),
        ("uitgedrukt in % doelgroep", "uitgedrukt in % doelgroep"),
    ],
)
def test_een_procent_staat_aan_zijn_getal(zin: str, goed: str) -> None:
    assert aaneen(zin) == goed
