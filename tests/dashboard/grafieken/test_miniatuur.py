"""The small picture of a trend on the overview."""

import pytest

from dashboard.grafieken.miniatuur import teken_miniatuur
from indicators.models import Vermelding
from tests.gereedschap.reeksen import begroot, gemeten, trend_van


@pytest.mark.parametrize(
    ("vermeldingen", "lijnen", "stippen"),
    [
        # one value is in the middle
        (gemeten({2021: "3"}), [], [("realisatie", "realisatie", 60, 24)]),
        (
            gemeten({2021: "3", 2022: "5"}),
            [("realisatie", "realisatie", "5.0,43.0 115.0,5.0")],
            [("realisatie", "realisatie", 5, 43), ("realisatie", "realisatie", 115, 5)],
        ),
        # 2022 was not measured
        (
            gemeten({2021: "3", 2023: "5"}),
            [],
            [("realisatie", "realisatie", 5, 43), ("realisatie", "realisatie", 115, 5)],
        ),
        # a begroting is a line, and a point only where it is for one year
        (begroot(2021, {2021: "3", 2022: "5"}), [("begroting", "begroting-1", "5.0,43.0 115.0,5.0")], []),
        (
            begroot(2021, {2021: "3", 2023: "5"}),
            [],
            [("begroting", "begroting-1", 5, 43), ("begroting", "begroting-1", 115, 5)],
        ),
        # all series stand in one scale
        (
            gemeten({2021: "0"}) + begroot(2022, {2022: "5", 2023: "10"}),
            [("begroting", "begroting-2", "60.0,24.0 115.0,5.0")],
            [("realisatie", "realisatie", 5, 43)],
        ),
    ],
)
def test_miniatuur_heeft_dezelfde_lijnen_zonder_cijfers(
    vermeldingen: list[Vermelding], lijnen: list[tuple[str, str, str]], stippen: list[tuple[str, str, float, float]]
) -> None:
    miniatuur = teken_miniatuur(trend_van(vermeldingen))

    assert miniatuur.lijnen == lijnen
    assert miniatuur.stippen == stippen
