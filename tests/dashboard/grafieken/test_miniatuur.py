"""The small picture of a trend on the overview."""

import pytest

from dashboard.grafieken.miniatuur import teken_miniatuur
from indicators.models import Vermelding
from tests.gereedschap.reeksen import begroot, gemeten, trend_van


# From 44 to 142 wide are the years, from 48 up to 6 high is from the lowest to the highest value.
@pytest.mark.parametrize(
    ("vermeldingen", "lijnen", "stippen"),
    [
        # one value is in the middle
        (gemeten({2021: "3"}), [], [("realisatie", 93, 27)]),
        (
            gemeten({2021: "3", 2022: "5"}),
            ["44.0,48.0 142.0,6.0"],
            [("realisatie", 44, 48), ("realisatie", 142, 6)],
        ),
        # 2022 was not measured
        (gemeten({2021: "3", 2023: "5"}), [], [("realisatie", 44, 48), ("realisatie", 142, 6)]),
        # a begroting is a line, and a point only where it is for one year
        (begroot(2021, {2021: "3", 2022: "5"}), ["44.0,48.0 142.0,6.0"], []),
        (begroot(2021, {2021: "3", 2023: "5"}), [], [("begroting", 44, 48), ("begroting", 142, 6)]),
        # all series stand in one scale
        (
            gemeten({2021: "0"}) + begroot(2022, {2022: "5", 2023: "10"}),
            ["93.0,27.0 142.0,6.0"],
            [("realisatie", 44, 48)],
        ),
    ],
)
def test_miniatuur_heeft_dezelfde_lijnen(
    vermeldingen: list[Vermelding], lijnen: list[str], stippen: list[tuple[str, float, float]]
) -> None:
    miniatuur = teken_miniatuur(trend_van(vermeldingen))

    assert [lijn.punten for lijn in miniatuur.lijnen] == lijnen
    assert [(soort, x, y) for soort, _, x, y in miniatuur.stippen] == stippen


def test_miniatuur_heeft_een_schaal_en_noemt_elke_editie_bij_haar_lijn() -> None:
    """Of the uitstroom naar school: 32 and 19 (PB 2023, line 453, and PB 2026, line 657), and 40 against 25."""
    miniatuur = teken_miniatuur(
        trend_van(
            gemeten({2021: "32", 2024: "19"})
            + begroot(2023, {2023: "40", 2024: "40"})
            + begroot(2026, {2026: "25", 2027: "25"})
        )
    )

    assert miniatuur.maten == [("40", 6), ("19", 48)]
    assert miniatuur.jaren == [(2021, 44), (2027, 142)]
    assert [(naam, y) for naam, _, y in miniatuur.edities] == [("PB 2023", 6), ("PB 2026", 36)]
    kleuren, strepen = {lijn.kleur for lijn in miniatuur.lijnen}, {lijn.streep for lijn in miniatuur.lijnen}
    assert (len(kleuren), len(strepen)) == (2, 2)


def test_de_namen_van_twee_edities_met_hetzelfde_getal_staan_onder_elkaar() -> None:
    miniatuur = teken_miniatuur(trend_van(begroot(2023, {2023: "85", 2026: "85"}) + begroot(2026, {2026: "85"})))

    assert [(naam, y) for naam, _, y in miniatuur.edities] == [("PB 2023", 27), ("PB 2026", 38)]
