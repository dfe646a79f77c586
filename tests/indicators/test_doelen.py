"""What may be said of a goal before there is a result: weaker than what was reached, moved, never accounted for.

Each row is a case, the outcome, and why. Numbers of rules are those of domein.md.
"""

import pytest

from indicators.models import Breuk, Definitie, Vermelding
from indicators.oordelen import nooit_verantwoord, verschuiving, zwakker_dan_bereikt
from tests.gereedschap.wereld.losse_cijfers import ANDERS, GEEN, HOGER, LAGER, breuk, editie, gemeten, genoemd, maat

# Case: what was measured and what PB 2026 asks, then the pairs that may be called weaker, and why.
# PB 2023 and PB 2026, the lines Realisatie and Begroting of each indicator.
UITSTROOM, SCHOOLVERLATERS = genoemd(2026, 2026, "180"), genoemd(2026, 2026, "2.50", LAGER)
ZWAKKER: dict[str, tuple[list[Vermelding], list[Breuk], list[tuple[str, str]], str]] = {
    "uitstroom naar werk": (
        [gemeten(2021, "209"), gemeten(2024, "181"), UITSTROOM],
        [],
        [("180", "181")],
        "180 is less than the 181 that was reached; the 209 of 2021 is not the last result",
    ),
    "de volgorde maakt niet uit": (
        [UITSTROOM, gemeten(2024, "181"), gemeten(2021, "209")],
        [],
        [("180", "181")],
        "the last result is the one of the last year",
    ),
    "arbeidsparticipatie": (
        [gemeten(2021, "71.1"), gemeten(2024, "76.0", ANDERS), genoemd(2026, 2026, "73.0", ANDERS)],
        [],
        [("73.0", "76.0")],
        "both of 15 to 75 years",
    ),
    "uitstroom naar school": (
        [gemeten(2021, "32"), gemeten(2024, "19"), genoemd(2026, 2026, "25")],
        [],
        [],
        "25 asks more than the last result, though 32 was reached before",
    ),
    "schoolverlaters": (
        [gemeten(2021, "2.27", LAGER), gemeten(2024, "2.67", LAGER), SCHOOLVERLATERS],
        [],
        [],
        "2,50 asks more than 2,67: lower is better",
    ),
    "schoolverlaters, een zwakker doel": (
        [gemeten(2024, "2.27", LAGER), SCHOOLVERLATERS],
        [],
        [("2.50", "2.27")],
        "2,50 asks less than 2,27: lower is better",
    ),
    "precies wat bereikt is": ([gemeten(2024, "180"), UITSTROOM], [], [], "it asks the same, not less"),
    "bijstandsuitkeringen": (
        [gemeten(2024, "2568", LAGER), genoemd(2026, 2026, "2600", LAGER, "raming")],
        [],
        [],
        "an expectation asks nothing; PB 2026, lines 691 and 692",
    ),
    "deeltijd werkenden": (
        [gemeten(2024, "474", GEEN), genoemd(2026, 2026, "400", GEEN)],
        [],
        [],
        "more is not better, so less is not weaker",
    ),
    "anders gemeten": (
        [gemeten(2024, "76.0", ANDERS), genoemd(2026, 2026, "71.0")],
        [],
        [],
        "rule 15: never said to ask less than a result of another definitie",
    ),
    "nooit gemeten": ([UITSTROOM], [], [], "VVE: PB 2026 prints no realisatie; line 495"),
    "een later jaar van dezelfde editie": (
        [gemeten(2024, "181"), genoemd(2026, 2027, "180")],
        [],
        [],
        "rule 10: PB 2027 will set the goal of 2027",
    ),
    "het lopende jaar van dezelfde editie": (
        [gemeten(2024, "181"), genoemd(2026, 2025, "170")],
        [],
        [],
        "rule 10: PB 2025 set the goal of 2025",
    ),
    "een eerdere editie": (
        [gemeten(2024, "181"), genoemd(2023, 2026, "170")],
        [],
        [],
        "it was set before the result was there",
    ),
    "een eerdere editie voor haar eigen jaar": (
        [gemeten(2021, "209"), genoemd(2023, 2023, "200")],
        [],
        [],
        "only the newest edition still asks something",
    ),
    "wat gemeten is, is geen doel": (
        [gemeten(2024, "181"), gemeten(2026, "170", gedrukt_in=2026), gemeten(2027, "175")],
        [],
        [],
        "a result asks nothing",
    ),
    "een half jaar": (
        [gemeten(2024, "102", periode="H1"), gemeten(2024, "181"), gemeten(2025, "190", periode="H1"), UITSTROOM],
        [],
        [("180", "181")],
        "a goal is one for the whole year",
    ),
    "twee indicatoren door elkaar": (
        [gemeten(2024, "2.27", LAGER), gemeten(2024, "181"), UITSTROOM, SCHOOLVERLATERS],
        [],
        [("180", "181"), ("2.50", "2.27")],
        "each goal beside its own result, in the order of the goals",
    ),
    "een breuk in het jaar van het doel": (
        [gemeten(2024, "2.27", LAGER), SCHOOLVERLATERS],
        [breuk(2026, LAGER)],
        [],
        "rule 15: the goal is of another group; PB 2026, line 525",
    ),
    "een breuk na het resultaat": (
        [gemeten(2024, "2.27", LAGER), SCHOOLVERLATERS],
        [breuk(2025, LAGER)],
        [],
        "between the two",
    ),
    "een breuk in het jaar van het resultaat": (
        [gemeten(2024, "2.27", LAGER), SCHOOLVERLATERS],
        [breuk(2024, LAGER)],
        [("2.50", "2.27")],
        "both are measured as from 2024",
    ),
    "een breuk voor het resultaat": (
        [gemeten(2024, "2.27", LAGER), SCHOOLVERLATERS],
        [breuk(2020, LAGER)],
        [("2.50", "2.27")],
        "both are measured as from 2020",
    ),
    "een breuk na het doel": (
        [gemeten(2024, "2.27", LAGER), SCHOOLVERLATERS],
        [breuk(2027, LAGER)],
        [("2.50", "2.27")],
        "both are measured as before 2027",
    ),
    "een breuk van een ander cijfer": (
        [gemeten(2024, "2.27", LAGER), SCHOOLVERLATERS],
        [breuk(2026), breuk(2026, HOGER, LAGER), breuk(2026, LAGER, ANDERS), breuk(None, ANDERS, LAGER)],
        [("2.50", "2.27")],
        "it does not lie within this definitie",
    ),
    "na een doel waarover niets te zeggen is, gaat het verder": (
        [
            gemeten(2024, "19"),
            gemeten(2024, "181", ANDERS),
            genoemd(2026, 2026, "25"),
            genoemd(2023, 2026, "170", ANDERS),
            genoemd(2026, 2026, "180", ANDERS),
        ],
        [],
        [("180", "181")],
        "each goal by itself",
    ),
    "na een doel met een breuk gaat het verder": (
        [gemeten(2024, "2.27", LAGER), gemeten(2024, "181"), SCHOOLVERLATERS, UITSTROOM],
        [breuk(2026, LAGER)],
        [("180", "181")],
        "each goal by itself",
    ),
}


@pytest.mark.parametrize(("gekozen", "breuken", "zwakker", "waarom"), ZWAKKER.values(), ids=ZWAKKER)
def test_zwakker_dan_bereikt(
    gekozen: list[Vermelding], breuken: list[Breuk], zwakker: list[tuple[str, str]], waarom: str
) -> None:
    gevonden = zwakker_dan_bereikt(gekozen, editie(2026), breuken)
    assert [(str(paar.doel.waarde), str(paar.bereikt.waarde)) for paar in gevonden] == zwakker, waarom


# Case: which way is better, an earlier and a later value, the word, and why.
VERSCHUIVINGEN: dict[str, tuple[Definitie, str | None, str | None, str, str]] = {
    "uitstroom naar werk": (HOGER, "170", "180", "strenger", "more is better; PB 2023, line 422, PB 2026, line 627"),
    "uitstroom naar school": (HOGER, "40", "25", "soepeler", "fewer than before; PB 2023, line 454, PB 2026, line 658"),
    "minima": (HOGER, "85", "85", "gelijk", "PB 2023, line 489, PB 2026, line 700"),
    "als er meer schoolverlaters mogen zijn": (LAGER, "2.30", "2.50", "soepeler", "fewer is better"),
    "als er minder schoolverlaters mogen zijn": (LAGER, "2.50", "2.30", "strenger", "fewer is better"),
    "evenveel schoolverlaters": (LAGER, "2.30", "2.3", "gelijk", "another way of writing it is no other value"),
    "deeltijd werkenden": (GEEN, "400", "525", "", "more is not better or worse; PB 2023, line 442, PB 2026, line 644"),
    "minder deeltijd werkenden": (GEEN, "525", "400", "", "nor is less"),
    "evenveel deeltijd werkenden": (GEEN, "400", "400", "gelijk", "that can be said of any number"),
    "van nul": (HOGER, "0", "25", "strenger", "rule 3: 0 is a value"),
    "naar nul": (HOGER, "25", "0", "soepeler", "rule 3: 0 is a value"),
    "eerst een streepje": (HOGER, None, "25", "", "rule 3: a dash is no value"),
    "later een streepje": (HOGER, "25", None, "", "rule 3: a dash is no value"),
    "twee streepjes": (HOGER, None, None, "", "two times nothing is not the same value"),
}


@pytest.mark.parametrize(("van", "eerder", "later", "woord", "waarom"), VERSCHUIVINGEN.values(), ids=VERSCHUIVINGEN)
def test_verschuiving(van: Definitie, eerder: str | None, later: str | None, woord: str, waarom: str) -> None:
    assert verschuiving(genoemd(2023, 2026, eerder, van), genoemd(2026, 2026, later, van)) == woord, waarom


@pytest.mark.parametrize(("eerst", "dan"), [(HOGER, ANDERS), (ANDERS, HOGER)])
@pytest.mark.parametrize("later", ["70.0", "71.0", "73.0"])
def test_verschuiving_zegt_niets_van_twee_definities(later: str, eerst: Definitie, dan: Definitie) -> None:
    """Rule 15: never soepeler or strenger, and not the same either; PB 2023, line 411, PB 2026, line 608."""
    assert verschuiving(genoemd(2023, 2026, "71.0", eerst), genoemd(2026, 2026, later, dan)) == ""


# Case: all that is printed of one indicator, the year of the goal that nobody accounted for (or none), and why.
# PB 2023, lines 302 and 303: 31 % in 2021, and 46 % for 2023 to 2026. PB 2026 has another indicator in its place.
VVE = [genoemd(2023, jaar, "46") for jaar in (2026, 2025, 2023, 2024)]
VERANTWOORD: dict[str, tuple[list[Vermelding], int | None, str]] = {
    "vve-leerwinst": ([gemeten(2021, "31"), *VVE], 2023, "rule 11: the 46 % was never accounted for"),
    "nooit gemeten": (VVE, 2023, "the first of its goals"),
    "het jaar voor het eerste doel gemeten": ([gemeten(2022, "40"), *VVE], 2023, "no result of a goal"),
    "later gemeten over een eerder jaar": (
        [gemeten(2022, "40", gedrukt_in=2027), *VVE],
        2023,
        "no result of a goal, and PB 2026 does not print it",
    ),
    "het eerste jaar gemeten": ([gemeten(2023, "40"), *VVE], None, "missed, but accounted for"),
    "later gemeten": ([gemeten(2025, "40"), *VVE], None, "accounted for late"),
    "nog in gebruik met een doel": ([*VVE, genoemd(2026, 2026, "46")], None, "the result can still come"),
    "nog in gebruik met een resultaat": ([*VVE, gemeten(2024, None)], None, "PB 2026 still prints its row"),
    "een raming": ([genoemd(2023, 2023, "2375", soort="raming")], None, "nobody promised it"),
    "eerst een raming, dan een doel": (
        [genoemd(2022, 2022, "46", soort="raming"), *VVE],
        2023,
        "the goal is what was promised",
    ),
    "alleen gemeten": ([gemeten(2021, "31")], None, "no goal"),
    "niets": ([], None, "no goal"),
}


@pytest.mark.parametrize(("gekozen", "jaar", "waarom"), VERANTWOORD.values(), ids=VERANTWOORD)
def test_nooit_verantwoord(gekozen: list[Vermelding], jaar: int | None, waarom: str) -> None:
    gevonden = nooit_verantwoord([HOGER.indicator], gekozen, editie(2026))
    assert [doel.jaar for doel in gevonden] == ([] if jaar is None else [jaar]), waarom


def test_nooit_verantwoord_per_indicator() -> None:
    """A result of one indicator does not account for the goal of another; each comes by itself, in their order."""
    banen, water, nieuw = (maat(nummer, indicator=nummer) for nummer in (7, 8, 9))
    cijfers = [
        genoemd(2023, 2024, "46", water),
        gemeten(2025, "31", nieuw),
        genoemd(2026, 2026, "25", nieuw),
        genoemd(2023, 2023, "90", banen),
    ]
    gevonden = nooit_verantwoord([nieuw.indicator, banen.indicator, water.indicator], cijfers, editie(2026))
    assert [(doel.bewoording.definitie.indicator_id, doel.jaar) for doel in gevonden] == [(7, 2023), (8, 2024)]
    assert nooit_verantwoord([nieuw.indicator], cijfers, editie(2026)) == []


def test_nooit_verantwoord_kijkt_naar_alle_metingen_van_een_indicator() -> None:
    """A result that is measured otherwise is a result all the same."""
    assert nooit_verantwoord([HOGER.indicator], [*VVE, gemeten(2025, "3.1", ANDERS)], editie(2026)) == []
