"""The drawings of a trend: where its points and lines stand, and what is written beside them."""

import pytest

from dashboard.grafieken.miniatuur import teken_miniatuur
from dashboard.grafieken.tekening import maatstreepjes, teken_trend
from indicators.models import Vermelding
from tests.gereedschap.reeksen import GETELD, begroot, breuk, gemeten, trend_van


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
    assert maatstreepjes(laagste, hoogste) == streepjes


def test_punten_staan_op_de_hoogte_van_hun_waarde() -> None:
    """From 56 to 428 wide are two years; from 52 to 282 high is 0 to 10."""
    tekening = teken_trend(trend_van(gemeten({2021: "10", 2022: "5"}, GETELD)))

    assert tekening.maatstreepjes == [("0", 282), ("2", 236), ("4", 190), ("6", 144), ("8", 98), ("10", 52)]
    assert tekening.jaren == [(2021, 149), (2022, 335)]
    [lijn] = tekening.lijnen
    assert [(punt.x, punt.y, punt.tekst) for punt in lijn.punten] == [(149, 52, "10"), (335, 167, "5")]
    assert lijn.paden == ["149.0,52.0 335.0,167.0"]


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

    assert [tekst for tekst, _ in tekening.maatstreepjes] == streepjes
    for punt in tekening.lijnen[0].punten:
        assert tekening.boven <= punt.y <= tekening.onder


def test_een_jaar_alleen_is_een_punt_in_het_midden() -> None:
    tekening = teken_trend(trend_van(gemeten({2021: "7.10"})))

    [lijn] = tekening.lijnen
    assert lijn.paden == []
    assert [(punt.x, punt.tekst) for punt in lijn.punten] == [(242, "7,10")]
    assert tekening.jaren == [(2021, 242)]


def test_over_een_gat_en_een_breuk_gaat_geen_pad() -> None:
    tekening = teken_trend(trend_van(gemeten(dict.fromkeys((2020, 2021, 2023, 2024, 2025, 2026), "3")), breuk(2025)))

    [lijn] = tekening.lijnen
    assert [len(pad.split()) for pad in lijn.paden] == [2, 2, 2]
    assert len(lijn.punten) == 6


@pytest.mark.parametrize(
    ("jaren", "genoemd"),
    [
        (range(2018, 2027), [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]),
        (range(2017, 2027), [2017, 2019, 2021, 2023, 2025]),
        (range(2008, 2027), [2008, 2011, 2014, 2017, 2020, 2023, 2026]),
    ],
)
def test_er_staan_niet_meer_jaren_dan_er_passen(jaren: range, genoemd: list[int]) -> None:
    tekening = teken_trend(trend_van(gemeten(dict.fromkeys(jaren, "3"))))

    assert [jaar for jaar, _ in tekening.jaren] == genoemd


@pytest.mark.parametrize(("jaar", "rechts"), [(2022, True), (2023, True), (2024, False), (2025, False)])
def test_woorden_bij_een_breuk_staan_waar_ruimte_is(jaar: int, *, rechts: bool) -> None:
    tekening = teken_trend(trend_van(gemeten({2021: "3", 2025: "3"}), breuk(jaar, "mogelijk")))

    assert [(streep.tekst, streep.rechts) for streep in tekening.breuken] == [("let op bij het vergelijken", rechts)]


def test_elke_reeks_heeft_een_regel_boven_de_grafiek() -> None:
    tekening = teken_trend(trend_van(gemeten({2021: "3"}) + begroot(2023, {2023: "3"}) + begroot(2026, {2026: "3"})))

    assert [(lijn.lijn.naam, lijn.legenda_y) for lijn in tekening.lijnen] == [
        ("Realisatie", 20),
        ("Begroting PB 2023", 44),
        ("Begroting PB 2026", 68),
    ]
    # 28 above, 24 for each of three names, 230 for the chart, 30 below
    assert (tekening.boven, tekening.onder, tekening.hoogte) == (100, 330, 360)


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
