"""The begroting of one year in two editions: the word, the reserve, and why. Numbers of rules are those of domein.md.

PB 2023 and PB 2026, the lines Realisatie and Begroting of each indicator.
"""

from decimal import Decimal

import pytest

from indicators.models import Breuk, Vermelding
from indicators.vergelijking import Verschoven, verschoven_doelen
from tests.gereedschap.wereld.losse_cijfers import ANDERS, GEEN, HOGER, LAGER, breuk, editie, gemeten, genoemd, maat


def verschoven(vermeldingen: list[Vermelding], van: int = 2023, naar: int = 2026, *breuken: Breuk) -> list[Verschoven]:
    return verschoven_doelen(vermeldingen, editie(van), editie(naar), breuken)


LEEFTIJD = breuk(2026, LAGER)
BIJSTAND = maat(5, "lager", indicator=5)
EEN_VERWACHTING = "Dit is een verwachting, geen doel."

# Case: what PB 2023 and PB 2026 name for 2026, the word, the reserve, and why.
PAREN: dict[str, tuple[Vermelding, Vermelding, str, str, str]] = {
    "uitstroom naar werk": (
        genoemd(2023, 2026, "170"),
        genoemd(2026, 2026, "180"),
        "strenger",
        "",
        "two goals that are measured alike; PB 2023, line 422, PB 2026, line 627",
    ),
    "uitstroom naar school": (
        genoemd(2023, 2026, "40"),
        genoemd(2026, 2026, "25"),
        "soepeler",
        "",
        "PB 2023, line 454, PB 2026, line 658",
    ),
    "bereik van de minimaregelingen": (
        genoemd(2023, 2026, "85"),
        genoemd(2026, 2026, "85"),
        "gelijk",
        "",
        "PB 2023, line 489, PB 2026, line 700",
    ),
    "schoolverlaters": (
        genoemd(2023, 2026, "2.30", LAGER),
        genoemd(2026, 2026, "2.50", LAGER),
        "",
        LEEFTIJD.reden,
        "rule 5: from 2026 the age limit is another; PB 2023, line 331, PB 2026, lines 514 and 525",
    ),
    "schoolverlaters, hetzelfde doel": (
        genoemd(2023, 2026, "2.30", LAGER),
        genoemd(2026, 2026, "2.30", LAGER),
        "gelijk",
        LEEFTIJD.reden,
        "that the number is the same is no comparison",
    ),
    "arbeidsparticipatie": (
        genoemd(2023, 2026, "71.0", HOGER, "aanname"),
        genoemd(2026, 2026, "73.0", ANDERS),
        "",
        "anders gemeten",
        "rules 5 and 15: 15 to 67 and 15 to 75 years; PB 2023, line 411, PB 2026, line 608",
    ),
    "anders gemeten met hetzelfde getal": (
        genoemd(2023, 2026, "73.0"),
        genoemd(2026, 2026, "73.0", ANDERS),
        "",
        "anders gemeten",
        "rule 15: a number that is measured otherwise is not the same",
    ),
    "bijstandsuitkeringen": (
        genoemd(2023, 2026, "2250", BIJSTAND, "raming"),
        genoemd(2026, 2026, "2600", BIJSTAND, "raming"),
        "",
        EEN_VERWACHTING,
        "both expect, neither asks; PB 2023, lines 477 and 479, PB 2026, lines 686 and 691",
    ),
    "deeltijd werkenden": (
        genoemd(2023, 2026, "400", GEEN),
        genoemd(2026, 2026, "525", GEEN, "kengetal"),
        "",
        "In PB 2026 is dit een kengetal, geen doel.",
        "only PB 2026 says so; PB 2023, line 442, PB 2026, lines 644 and 646",
    ),
    "eerst een aanname, dan een doel": (
        genoemd(2023, 2026, "71.0", soort="aanname"),
        genoemd(2026, 2026, "73.0"),
        "",
        "In PB 2023 is dit een aanname, geen doel.",
        "arbeidsparticipatie, were it measured alike",
    ),
    "twee keer een aanname": (
        genoemd(2023, 2026, "71.0", soort="aanname"),
        genoemd(2026, 2026, "73.0", soort="aanname"),
        "",
        "Dit is een aanname, geen doel.",
        "neither is a goal",
    ),
    "twee keer geen doel, elk op een eigen manier": (
        genoemd(2023, 2026, "650", soort="raming"),
        genoemd(2026, 2026, "525", soort="kengetal"),
        "",
        "In PB 2023 is dit een verwachting, geen doel. In PB 2026 is dit een kengetal, geen doel.",
        "what each of them is",
    ),
    "hetzelfde getal, maar geen doel": (
        genoemd(2023, 2026, "650", soort="raming"),
        genoemd(2026, 2026, "650", soort="raming"),
        "gelijk",
        EEN_VERWACHTING,
        "the same number all the same",
    ),
    "een doel zonder richting": (
        genoemd(2023, 2026, "400", GEEN),
        genoemd(2026, 2026, "525", GEEN),
        "",
        "",
        "nobody can say which side is the stricter one",
    ),
}


@pytest.mark.parametrize(("oud", "nieuw", "woord", "voorbehoud", "waarom"), PAREN.values(), ids=PAREN)
def test_twee_edities_over_2026(oud: Vermelding, nieuw: Vermelding, woord: str, voorbehoud: str, waarom: str) -> None:
    for gegeven in ([oud, nieuw], [nieuw, oud]):
        (paar,) = verschoven(gegeven, 2023, 2026, LEEFTIJD)
        assert (paar.van, paar.naar) == (oud, nieuw)
        assert (paar.woord, paar.voorbehoud) == (woord, voorbehoud), waarom


@pytest.mark.parametrize(
    ("geval", "woord"),
    [
        ("uitstroom naar werk", "soepeler"),
        ("uitstroom naar school", "strenger"),
        ("bereik van de minimaregelingen", "gelijk"),
        ("schoolverlaters", ""),
        ("deeltijd werkenden", ""),
        ("arbeidsparticipatie", ""),
        ("anders gemeten met hetzelfde getal", ""),
    ],
)
def test_andersom_vergeleken(geval: str, woord: str) -> None:
    """From PB 2026 back to PB 2023: what was stricter is laxer, and the reserve is the same."""
    oud, nieuw, _, voorbehoud, waarom = PAREN[geval]
    (paar,) = verschoven([oud, nieuw], 2026, 2023, LEEFTIJD)
    assert (paar.van, paar.naar) == (nieuw, oud)
    assert (paar.woord, paar.voorbehoud) == (woord, voorbehoud), waarom


# Case: the break, the year that PB 2023 and PB 2026 both name, whether it lies between the two, and why.
BREUKEN: dict[str, tuple[Breuk, int, bool, str]] = {
    "tussen de edities": (breuk(2025, ANDERS), 2026, True, "PB 2026 knew, PB 2023 did not"),
    "in het jaar van de nieuwste": (breuk(2026, ANDERS), 2026, True, "from 1 January of that year"),
    "in het jaar van de oudste": (breuk(2023, ANDERS), 2026, False, "both were set after it"),
    "voor allebei": (breuk(2020, ANDERS), 2026, False, "both were set after it"),
    "na allebei": (breuk(2028, ANDERS), 2028, False, "neither edition measures like that yet"),
    "na het jaar": (breuk(2026, ANDERS), 2025, False, "what both name for 2025 is of before the break"),
    "in het jaar, voor de nieuwste": (breuk(2025, ANDERS), 2025, True, "the year itself is of after the break"),
    "in een later jaar van allebei": (breuk(2025, ANDERS), 2027, True, "it lay between the editions"),
    "van een ander cijfer": (breuk(2025, LAGER), 2026, False, "says nothing of this one"),
    "naar een andere meting": (breuk(2025, ANDERS, HOGER), 2026, False, "both are on this side of it"),
    "vanaf een andere meting": (breuk(2025, HOGER, ANDERS), 2026, False, "both are on that side of it"),
    "vanaf een nieuwere meting": (breuk(2025, maat(9), ANDERS), 2026, False, "the same"),
    "zonder jaar": (breuk(None, HOGER, ANDERS), 2026, False, "it lies between two definities only"),
}


@pytest.mark.parametrize(("hier", "jaar", "ertussen", "waarom"), BREUKEN.values(), ids=BREUKEN)
def test_een_breuk_tussen_twee_edities(hier: Breuk, jaar: int, ertussen: bool, waarom: str) -> None:
    """Either way round: a comparison has no direction in time."""
    cijfers = [genoemd(2023, jaar, "170", ANDERS), genoemd(2026, jaar, "180", ANDERS)]
    (heen,) = verschoven(cijfers, 2023, 2026, hier)
    (terug,) = verschoven(cijfers, 2026, 2023, breuk(1999, ANDERS), hier)
    voorbehoud = hier.reden if ertussen else ""
    assert (heen.voorbehoud, terug.voorbehoud) == (voorbehoud, voorbehoud), waarom
    assert (heen.woord, terug.woord) == (("", "") if ertussen else ("strenger", "soepeler")), waarom


def test_een_breuk_gaat_voor_geen_doel() -> None:
    """One reserve is enough: what is measured otherwise cannot be compared, whatever it is."""
    cijfers = [genoemd(2023, 2026, "2.30", LAGER, "raming"), genoemd(2026, 2026, "2.50", LAGER, "raming")]
    assert [paar.voorbehoud for paar in verschoven(cijfers, 2023, 2026, LEEFTIJD)] == [LEEFTIJD.reden]


# Case: what is printed, the years and values that stand beside each other, and why.
NAAST_ELKAAR: dict[str, tuple[list[Vermelding], list[tuple[int, str, str]], str]] = {
    "alle jaren die beide noemen": (
        [
            *(genoemd(2026, jaar, "180") for jaar in (2027, 2026)),
            *(genoemd(2023, jaar, "170") for jaar in (2025, 2027, 2026)),
        ],
        [(2026, "170", "180"), (2027, "170", "180")],
        "oldest first, in whatever order they come",
    ),
    "een van de edities noemt het jaar": (
        [genoemd(2023, 2025, "170"), genoemd(2026, 2027, "180")],
        [],
        "rule 10: nothing to lay beside it",
    ),
    "een streepje": (
        [genoemd(2023, 2026, "170"), genoemd(2026, 2026, None)],
        [],
        "rule 3: a dash is no value",
    ),
    "een nul": (
        [genoemd(2023, 2026, "0"), genoemd(2026, 2026, "650")],
        [(2026, "0", "650")],
        "rule 3: 0 is a value",
    ),
    "een resultaat": (
        [gemeten(2024, "181"), genoemd(2023, 2024, "180")],
        [],
        "what was measured is no begroting, though PB 2026 prints it",
    ),
    "een editie die er niet bij is": (
        [genoemd(2023, 2026, "170"), genoemd(2024, 2026, "175"), genoemd(2026, 2026, "180")],
        [(2026, "170", "180")],
        "rule 14: every comparison is of two editions",
    ),
    "een doel van PB 2022 in PB 2023": (
        [genoemd(2022, 2025, "0", gedrukt_in=2023), genoemd(2026, 2025, "650")],
        [],
        "rule 4: it belongs to PB 2022, and is no begroting of PB 2023; PB 2023, line 380",
    ),
    "een editie die een oud doel herhaalt": (
        [
            genoemd(2023, 2026, "170"),
            genoemd(2026, 2026, "180"),
            genoemd(2022, 2026, "160", gedrukt_in=2023),
            genoemd(2023, 2026, "170", gedrukt_in=2026),
        ],
        [(2026, "170", "180")],
        "rule 4: what PB 2026 repeats of PB 2023 is not what PB 2026 asks",
    ),
    "twee indicatoren": (
        [
            genoemd(2026, 2026, "2.50", LAGER),
            genoemd(2026, 2026, "180"),
            genoemd(2023, 2026, "2.30", LAGER),
            genoemd(2023, 2026, "170"),
        ],
        [(2026, "170", "180"), (2026, "2.30", "2.50")],
        "each beside itself, in the order of the indicators",
    ),
}


@pytest.mark.parametrize(("vermeldingen", "naast_elkaar", "waarom"), NAAST_ELKAAR.values(), ids=NAAST_ELKAAR)
def test_wat_naast_elkaar_staat(
    vermeldingen: list[Vermelding], naast_elkaar: list[tuple[int, str, str]], waarom: str
) -> None:
    gevonden = [(paar.naar.jaar, str(paar.van.waarde), str(paar.naar.waarde)) for paar in verschoven(vermeldingen)]
    assert gevonden == naast_elkaar, waarom


@pytest.mark.parametrize(
    ("oud", "nieuw", "verschil"),
    [("170", "180", "10"), ("40", "25", "-15"), ("7.1", "6.80", "-0.30"), ("0", "650", "650"), ("650", "0", "-650")],
)
def test_verschil_is_wat_de_tweede_editie_meer_noemt(oud: str, nieuw: str, verschil: str) -> None:
    (paar,) = verschoven([genoemd(2023, 2026, oud), genoemd(2026, 2026, nieuw)])
    assert paar.verschil == Decimal(verschil)


def test_de_indicator_van_een_paar_is_die_van_de_tweede_editie() -> None:
    water = maat(7, indicator=7)
    (paar,) = verschoven([genoemd(2023, 2026, "1", water), genoemd(2026, 2026, "2", water)])
    assert paar.indicator == water.indicator
