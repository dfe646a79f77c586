"""What can be said of a year whose own begroting is not on the site (domein.md, rule 10): each row is a case."""

from collections.abc import Sequence

import pytest

from indicators.models import Breuk, Indicator, Vermelding
from indicators.oordelen import per_jaar
from indicators.verwachting import NaastVerwachting, WaaromNiet, vergelijk_met_verwachting
from tests.gereedschap.wereld.losse_cijfers import ANDERS, GEEN, HOGER, LAGER, breuk, gemeten, genoemd

GELADEN = (2023, 2026)


def vergelijk(*gekozen: Vermelding, breuken: Sequence[Breuk] = ()) -> NaastVerwachting | None:
    per_indicator: dict[Indicator, list[Vermelding]] = {}
    for vermelding in gekozen:
        per_indicator.setdefault(vermelding.bewoording.definitie.indicator, []).append(vermelding)
    jaren = [jaar for van, eigen in per_indicator.items() for jaar in per_jaar(van, eigen, GELADEN, breuken)]
    return vergelijk_met_verwachting(jaren, breuken)


# Case: what was measured and named, how many of how many are at least as good, and why. The values of 2024 are those of
# PB 2026 (lines 626, 513 and 657), what was named for it those of PB 2023 (lines 422, 331 and 454).
GUNSTIG = {
    "meer, hoger is beter": ([gemeten(2024, "181"), genoemd(2023, 2024, "180")], (1, 1), "181 against 180"),
    "evenveel": ([gemeten(2024, "180"), genoemd(2023, 2024, "180")], (1, 1), "at least as good"),
    "minder, hoger is beter": ([gemeten(2024, "19"), genoemd(2023, 2024, "40")], (0, 1), "19 against 40"),
    "meer, lager is beter": (
        [gemeten(2024, "2.67", LAGER), genoemd(2023, 2024, "2.30", LAGER)],
        (0, 1),
        "2,67 against 2,30, where lower is better",
    ),
    "nul gemeten en nul genoemd": (
        [gemeten(2024, "0", LAGER), genoemd(2023, 2024, "0", LAGER)],
        (1, 1),
        "rule 3: 0 is a value",
    ),
    "twee cijfers": (
        [
            gemeten(2024, "181"),
            genoemd(2023, 2024, "180"),
            gemeten(2024, "2.67", LAGER),
            genoemd(2023, 2024, "2.30", LAGER),
        ],
        (1, 2),
        "counts, no percentages",
    ),
    "alleen het nieuwste jaar": (
        [gemeten(2024, "19"), genoemd(2023, 2024, "40"), gemeten(2025, "41"), genoemd(2023, 2025, "40")],
        (1, 1),
        "of the last year that can be compared",
    ),
    "alleen de nieuwste editie": (
        [gemeten(2027, "41"), genoemd(2023, 2027, "40"), genoemd(2026, 2027, "42")],
        (0, 1),
        "PB 2026 knew more than PB 2023",
    ),
}


@pytest.mark.parametrize(("gekozen", "aantal", "waarom"), GUNSTIG.values(), ids=GUNSTIG)
def test_hoeveel_minstens_zo_gunstig(gekozen: list[Vermelding], aantal: tuple[int, int], waarom: str) -> None:
    vergelijking = vergelijk(*gekozen)
    assert vergelijking
    assert (len(vergelijking.gunstig), len(vergelijking.cijfers)) == aantal, waarom
    assert len(vergelijking.ongunstig) == aantal[1] - aantal[0]


NIETS = {
    "de begroting van dat jaar is er": (
        [gemeten(2026, "181"), genoemd(2023, 2026, "170")],
        [],
        "then there is a verdict, or a reason why not",
    ),
    "een raming": (
        [gemeten(2024, "181"), genoemd(2023, 2024, "180", soort="raming")],
        [],
        "only a streefwaarde is a goal",
    ),
    "een kengetal": ([gemeten(2024, "181"), genoemd(2023, 2024, "180", soort="kengetal")], [], "nor is this one"),
    "anders gemeten": ([gemeten(2024, "181", ANDERS), genoemd(2023, 2024, "180")], [], "rule 15: another definitie"),
    "hoger is niet beter": ([gemeten(2024, "181", GEEN), genoemd(2023, 2024, "180", GEEN)], [], "no direction"),
    "voorlopig": ([gemeten(2024, "181", voorlopig=True), genoemd(2023, 2024, "180")], [], "may still change"),
    "niets gemeten": ([gemeten(2024, None), genoemd(2023, 2024, "180")], [], "rule 3: a dash is no value"),
    "niets genoemd": ([gemeten(2024, "181")], [], "nothing to lay beside it"),
    "een half jaar": ([gemeten(2024, "90", periode="H1"), genoemd(2023, 2024, "180")], [], "a goal is for the year"),
    "intussen veranderd": (
        [gemeten(2025, "181"), genoemd(2023, 2025, "180")],
        [breuk(2024)],
        "what PB 2023 named for 2025 was measured as before 2024",
    ),
}


@pytest.mark.parametrize(("gekozen", "breuken", "waarom"), NIETS.values(), ids=NIETS)
def test_wat_niet_te_vergelijken_is(gekozen: list[Vermelding], breuken: list[Breuk], waarom: str) -> None:
    assert vergelijk(*gekozen, breuken=breuken) is None, waarom


def test_een_breuk_van_daarvoor_of_daarna_telt_niet() -> None:
    for jaar in (2023, 2025):
        assert vergelijk(gemeten(2024, "181"), genoemd(2023, 2024, "180"), breuken=[breuk(jaar)]), jaar
    assert vergelijk(gemeten(2024, "181"), genoemd(2023, 2024, "180"), breuken=[breuk(2024, LAGER)])


def test_wie_het_noemde() -> None:
    vergelijking = vergelijk(gemeten(2024, "181"), genoemd(2023, 2024, "180"), gemeten(2024, "1", HOGER))
    assert vergelijking
    assert (vergelijking.jaar, vergelijking.editie.naam) == (2024, "PB 2023")


# Case: what there is of another indicator, and why that is not among what is compared.
NIET = {
    "niets gemeten": ([genoemd(2023, 2024, "46", LAGER)], [], WaaromNiet.GEEN_RESULTAAT),
    "alleen een eerder jaar": (
        [gemeten(2021, "31", LAGER), genoemd(2023, 2024, "46", LAGER)],
        [],
        WaaromNiet.GEEN_RESULTAAT,
    ),
    "voorlopig": (
        [gemeten(2024, "31", LAGER, voorlopig=True), genoemd(2023, 2024, "46", LAGER)],
        [],
        WaaromNiet.VOORLOPIG,
    ),
    "niets genoemd": ([gemeten(2024, "31", LAGER)], [], WaaromNiet.NIETS_GENOEMD),
    "een raming": (
        [gemeten(2024, "31", LAGER), genoemd(2023, 2024, "46", LAGER, soort="raming")],
        [],
        WaaromNiet.VERWACHTING,
    ),
    "een kengetal": (
        [gemeten(2024, "31", LAGER), genoemd(2023, 2024, "46", LAGER, soort="kengetal")],
        [],
        WaaromNiet.KENGETAL,
    ),
    "hoger is niet beter": (
        [gemeten(2024, "31", GEEN), genoemd(2023, 2024, "46", GEEN)],
        [],
        WaaromNiet.ZONDER_RICHTING,
    ),
    "intussen veranderd": (
        [gemeten(2024, "31", LAGER), genoemd(2023, 2024, "46", LAGER)],
        [breuk(2024, LAGER)],
        WaaromNiet.MISSCHIEN_ANDERS,
    ),
    "van een oudere editie": (
        [gemeten(2024, "31", LAGER), genoemd(2022, 2024, "46", LAGER)],
        [],
        WaaromNiet.ANDERE_EDITIE,
    ),
}


@pytest.mark.parametrize(("gekozen", "breuken", "waarom"), NIET.values(), ids=NIET)
def test_waarom_een_ander_cijfer_er_niet_bij_is(
    gekozen: list[Vermelding], breuken: list[Breuk], waarom: WaaromNiet
) -> None:
    vergelijking = vergelijk(gemeten(2024, "181"), genoemd(2023, 2024, "180"), *gekozen, breuken=breuken)
    assert vergelijking
    assert [reden for _, reden in vergelijking.niet] == [waarom]
    assert vergelijking.redenen == [(waarom, 1)]
