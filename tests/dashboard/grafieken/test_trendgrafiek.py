"""The model of a chart: where its lines are cut, what is said there, and how the editions are told apart."""

import pytest

from dashboard.grafieken.trendgrafiek import maak_trend
from indicators.models import Breuk, Definitie, Vermelding
from tests.gereedschap.reeksen import (
    GETELD,
    NIEUW,
    OUD,
    PLASSEN,
    begroot,
    breuk,
    editie,
    gemeten,
    trend_van,
)


@pytest.mark.parametrize(
    ("jaren", "breuken", "stukken"),
    [
        ([2021], [], [[2021]]),
        ([2021, 2022, 2023], [], [[2021, 2022, 2023]]),
        # 2022 was not measured
        ([2021, 2023, 2024], [], [[2021], [2023, 2024]]),
        # from 2023 on something else was measured, or perhaps was
        ([2021, 2022, 2023, 2024], [breuk(2023)], [[2021, 2022], [2023, 2024]]),
        ([2021, 2022, 2023, 2024], [breuk(2023, "mogelijk")], [[2021, 2022], [2023, 2024]]),
        # a gap and a break in it are one cut
        ([2021, 2024], [breuk(2023)], [[2021], [2024]]),
        ([2021, 2022, 2023], [breuk(2022), breuk(2023)], [[2021], [2022], [2023]]),
        # before the first year and after the last there is nothing to cut
        ([2021, 2022], [breuk(2021), breuk(2023)], [[2021, 2022]]),
    ],
)
def test_een_lijn_loopt_niet_over_een_gat_of_een_breuk(
    jaren: list[int], breuken: list[Breuk], stukken: list[list[int]]
) -> None:
    [lijn] = trend_van(gemeten(dict.fromkeys(jaren, "3")), *breuken).lijnen

    assert [[punt.jaar for punt in stuk] for stuk in lijn.stukken] == stukken
    assert [punt.jaar for punt in lijn.punten] == jaren


ANDERS, LET_OP = "anders gemeten", "let op bij het vergelijken"


@pytest.mark.parametrize(
    ("breuken", "banden"),
    [
        ([], []),
        ([breuk(2023)], [(2022, 2023, ANDERS)]),
        ([breuk(2023, "mogelijk")], [(2022, 2023, LET_OP)]),
        # the last year is the first that is measured in another way
        ([breuk(2024)], [(2023, 2024, ANDERS)]),
        # nothing is drawn before the first year and after the last
        ([breuk(2021), breuk(2020), breuk(2025)], []),
        # between two definities, of which only one has a result
        ([breuk(None, naar=NIEUW)], []),
        ([breuk(2023, naar=NIEUW)], [(2022, 2023, ANDERS)]),
        # said once, and from left to right
        ([breuk(2024), breuk(2022), breuk(2024, naar=NIEUW)], [(2021, 2022, ANDERS), (2023, 2024, ANDERS)]),
        ([breuk(2023, "mogelijk"), breuk(2023)], [(2022, 2023, ANDERS), (2022, 2023, LET_OP)]),
    ],
)
def test_bij_een_breuk_staat_wat_er_is(breuken: list[Breuk], banden: list[tuple[int, int, str]]) -> None:
    trend = trend_van(gemeten({2021: "3", 2024: "4"}), *breuken)

    assert [(band.van, band.tot, band.woorden) for band in trend.breuken] == banden


@pytest.mark.parametrize(
    ("oud", "nieuw", "banden"),
    [
        # somewhere between 2021 and 2024 the way of measuring changed
        ({2020: "2", 2021: "3"}, {2024: "4", 2025: "5"}, [(2021, 2024)]),
        # both measured the same year
        ({2021: "3", 2024: "3"}, {2024: "4"}, []),
    ],
)
def test_zonder_jaar_ligt_een_breuk_tussen_de_metingen(
    oud: dict[int, str], nieuw: dict[int, str], banden: list[tuple[int, int]]
) -> None:
    trend = trend_van(gemeten(oud, OUD) + gemeten(nieuw, NIEUW), breuk(None, naar=NIEUW))

    assert [(band.van, band.tot) for band in trend.breuken] == banden


def test_edities_staan_op_volgorde_en_zijn_uit_elkaar_te_houden() -> None:
    """A sixth edition has the dashes of the first again, in another colour; the newest is drawn in full."""
    vermeldingen = [v for jaar in (2026, 2021, 2024, 2023, 2025, 2022) for v in begroot(jaar, {jaar: "3"})]

    lijnen = trend_van([*vermeldingen, *gemeten({2020: "2"})]).lijnen

    assert [
        (lijn.naam, lijn.kort, lijn.kleur, lijn.stijl.plotly_vorm, lijn.dekking, lijn.dikte, lijn.maat)
        for lijn in lijnen
    ] == [
        ("Realisatie", "Realisatie", "realisatie", "circle", 1, 3, 1),
        ("Begroting PB 2021", "PB 2021", "begroting-1", "square", 0.7, 1.5, 0.8),
        ("Begroting PB 2022", "PB 2022", "begroting-2", "diamond", 0.7, 1.5, 0.8),
        ("Begroting PB 2023", "PB 2023", "begroting-3", "triangle-up", 0.7, 1.5, 0.8),
        ("Begroting PB 2024", "PB 2024", "begroting-4", "cross", 0.7, 1.5, 0.8),
        ("Begroting PB 2025", "PB 2025", "begroting-1", "star", 0.78, 1.75, 0.8),
        ("Begroting PB 2026", "PB 2026", "begroting-2", "square", 1, 2.5, 1),
    ]
    assert [lijn.gemeten for lijn in lijnen] == [True, *[False] * 6]


def test_een_editie_heeft_een_kleur_ook_als_een_andere_ontbreekt() -> None:
    met, zonder = (
        {
            lijn.naam: (lijn.kleur, lijn.stijl.plotly_streep)
            for lijn in trend_van([v for jaar in jaren for v in begroot(jaar, {jaar: "3"})]).lijnen
        }
        for jaren in ((2022, 2023, 2026), (2023, 2026))
    )

    assert zonder == {"Begroting PB 2023": ("begroting-3", "dashdot"), "Begroting PB 2026": ("begroting-2", "dash")}
    assert zonder.items() <= met.items()


def test_wat_vroeger_anders_werd_gemeten_heeft_open_stippen() -> None:
    """And is named for a document that measures so; for an opgave only where there is no document."""
    opgave = editie(2031, "opgave")
    trend = trend_van(
        [
            *gemeten({2020: "2"}, OUD, in_=opgave),
            *gemeten({2021: "3"}, OUD, in_=editie(2023)),
            *gemeten({2025: "4"}, NIEUW, in_=opgave),
            *begroot(2023, {2023: "5"}, OUD),
            *begroot(2026, {2026: "6"}, NIEUW),
        ]
    )

    assert [(lijn.naam, lijn.kort, lijn.open) for lijn in trend.lijnen] == [
        ("Realisatie (gemeten als in PB 2023)", "Realisatie anders gemeten", True),
        ("Realisatie (gemeten als in opgave 2031)", "Realisatie", False),
        ("Begroting PB 2023", "PB 2023 anders gemeten", True),
        ("Begroting PB 2026", "PB 2026", False),
    ]


@pytest.mark.parametrize(
    ("vermeldingen", "samenvatting"),
    [
        (
            gemeten({2021: "2", 2022: "7", 2024: "2.50"}),
            "Plassen op straat: realisatie 2 in 2021 en 2,50 in 2024. Geen begroting op deze site noemt dit.",
        ),
        (
            begroot(2023, {2023: "5"}) + begroot(2026, {2026: "6", 2027: "4"}),
            (
                "Plassen op straat: realisatie staat niet op deze site. "
                "Begroting volgens PB 2023: 5 in 2023; PB 2026: 6 in 2026 en 4 in 2027."
            ),
        ),
        (
            gemeten({2021: "2"}) + gemeten({2024: "3"}, NIEUW, voorlopig=True),
            "Plassen op straat: realisatie 2 in 2021; 3 (voorlopig) in 2024. Geen begroting op deze site noemt dit.",
        ),
    ],
)
def test_samenvatting_noemt_begin_en_eind_van_elke_reeks(vermeldingen: list[Vermelding], samenvatting: str) -> None:
    assert trend_van(vermeldingen).samenvatting == samenvatting


def test_wat_voorlopig_is_staat_bij_het_punt() -> None:
    [lijn] = trend_van(gemeten({2021: "2.0"}) + gemeten({2022: "3.0"}, voorlopig=True)).lijnen

    assert [punt.tekst for punt in lijn.punten] == ["2,0", "3,0 (voorlopig)"]


def test_jaren_zijn_ook_die_zonder_cijfer() -> None:
    trend = trend_van(gemeten({2024: "2"}) + begroot(2021, {2021: "3"}))

    assert list(trend.jaren) == [2021, 2022, 2023, 2024]
    assert trend.zijkanten == (2020.5, 2024.5)


@pytest.mark.parametrize(("definitie", "eenheid", "vanaf_nul"), [(GETELD, "aantal", True), (OUD, "%", False)])
def test_alleen_wat_geteld_is_begint_bij_nul(definitie: Definitie, eenheid: str, *, vanaf_nul: bool) -> None:
    trend = trend_van(gemeten({2021: "2"}, definitie))

    assert (trend.eenheid, trend.vanaf_nul) == (eenheid, vanaf_nul)


def test_zonder_cijfer_is_er_geen_grafiek() -> None:
    assert maak_trend(PLASSEN, [], [breuk(2023)]) is None


@pytest.mark.parametrize(
    ("zekerheid", "anders"), [("zeker", "anders gemeten"), ("mogelijk", "misschien anders gemeten")]
)
def test_of_anders_is_gemeten_is_zo_zeker_als_de_breuk(zekerheid: str, anders: str) -> None:
    trend = trend_van(gemeten({2021: "3"}) + gemeten({2024: "4"}, NIEUW), breuk(None, zekerheid, naar=NIEUW))

    assert [(lijn.kort, lijn.anders) for lijn in trend.lijnen] == [(f"Realisatie {anders}", anders), ("Realisatie", "")]
