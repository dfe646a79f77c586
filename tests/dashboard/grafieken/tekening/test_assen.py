"""The axes of a chart: round values, Dutch numbers, and no more years than fit."""

import pytest

from dashboard.grafieken.tekening.assen import maatstreepjes
from dashboard.grafieken.tekening.trendtekening import teken_trend
from tests.gereedschap.reeksen import GETELD, gemeten, trend_van


@pytest.mark.parametrize(
    ("laagste", "hoogste", "streepjes"),
    [
        (0, 209, [0, 50, 100, 150, 200, 250]),
        (2.27, 2.67, [2.2, 2.3, 2.4, 2.5, 2.6, 2.7]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-30, 45, [-40, -20, 0, 20, 40, 60]),
        (1200, 3800, [1000, 2000, 3000, 4000]),
        # one value: the axis is as wide as the value is high
        (7, 7, [6, 8]),
        (7.1, 7.1, [6, 8]),
        (0, 0, [-0.2, 0, 0.2]),
    ],
)
def test_maatstreepjes_zijn_rond_en_liggen_om_de_waarden(
    laagste: float, hoogste: float, streepjes: list[float]
) -> None:
    assert maatstreepjes([laagste, hoogste]) == streepjes


@pytest.mark.parametrize(
    ("waarden", "streepjes"),
    [
        ({2021: "-400", 2022: "900"}, ["-500", "0", "500", "1.000"]),
        ({2021: "-400", 2022: "-900"}, ["-1.000", "-800", "-600", "-400", "-200", "0"]),
        ({2021: "-400"}, ["-400", "-300", "-200", "-100", "0"]),
        ({2021: "0"}, ["-0,2", "0,0", "0,2"]),
    ],
)
def test_een_aantal_onder_nul_staat_in_de_grafiek(waarden: dict[int, str], streepjes: list[str]) -> None:
    """Arbeidsplaatsen counts how many there are more: there may be less."""
    tekening = teken_trend(trend_van(gemeten(waarden, GETELD)))

    assert [tekst for tekst, _ in tekening.schaal.bijschriften] == streepjes
    for punt in tekening.lijnen[0].punten:
        assert tekening.schaal.boven <= punt.y <= tekening.schaal.onder


@pytest.mark.parametrize(
    ("jaren", "genoemd"),
    [
        (range(2021, 2025), [2021, 2022, 2023, 2024]),
        (range(2018, 2027), [2018, 2020, 2022, 2024, 2026]),
        (range(2008, 2027), [2008, 2011, 2014, 2017, 2020, 2023, 2026]),
    ],
)
def test_er_staan_niet_meer_jaren_dan_er_passen(jaren: range, genoemd: list[int]) -> None:
    tekening = teken_trend(trend_van(gemeten(dict.fromkeys(jaren, "3"))))

    assert [jaar for jaar, _ in tekening.jaren] == genoemd


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        ({2021: "63", 2024: "69"}, ["De as begint bij 62, niet bij nul."]),
        ({2021: "2.27", 2024: "2.67"}, ["De as begint bij 2,2, niet bij nul."]),
        ({2021: "0", 2024: "5"}, []),
        ({2021: "-3", 2024: "5"}, []),
    ],
)
def test_een_afgesneden_as_wordt_gezegd(waarden: dict[int, str], zin: list[str]) -> None:
    tekening = teken_trend(trend_van(gemeten(waarden)))

    assert [" ".join(t.woorden.regels) for t in tekening.teksten if t.woorden.soort == "voet"] == zin
