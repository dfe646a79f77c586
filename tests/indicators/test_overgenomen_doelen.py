"""What a person took over from an edition that is not on the site judges like what is printed (domein.md, rule 10)."""

import pytest

from indicators.models import Vermelding
from indicators.oordelen import Oordeel, oordeel
from tests.gereedschap.wereld.losse_cijfers import ANDERS, gemeten, genoemd, overgenomen

# Case: the realisatie, what was named for its year, the word, and why. PB 2024 is not on the site.
OORDELEN: dict[str, tuple[Vermelding, list[Vermelding], Oordeel, str]] = {
    "het doel is overgenomen uit een editie die er niet is": (
        gemeten(2024, "181"),
        [genoemd(2023, 2024, "190"), overgenomen(2024, 2024, "180")],
        Oordeel.GEHAALD,
        "rule 10: taken over with its page, it judges like a printed one; what PB 2023 named does not",
    ),
    "een overgenomen doel dat niet gehaald is": (
        gemeten(2024, "19"),
        [overgenomen(2024, 2024, "40")],
        Oordeel.NIET_GEHAALD,
        "the same",
    ),
    "een overgenomen raming": (
        gemeten(2024, "181"),
        [overgenomen(2024, 2024, "180", soort="raming")],
        Oordeel.VERWACHTING,
        "a raming is no goal, wherever it is from",
    ),
    "overgenomen uit een andere editie": (
        gemeten(2024, "181"),
        [overgenomen(2022, 2024, "180")],
        Oordeel.NIET_GELADEN,
        "rule 10: only the begroting of that very year",
    ),
    "een overgenomen doel dat anders gemeten is": (
        gemeten(2024, "181", ANDERS),
        [overgenomen(2024, 2024, "180")],
        Oordeel.ANDERS_GEMETEN,
        "rule 15: another definitie",
    ),
}


@pytest.mark.parametrize(("realisatie", "verwacht", "woord", "waarom"), OORDELEN.values(), ids=OORDELEN)
def test_oordeel(realisatie: Vermelding, verwacht: list[Vermelding], woord: Oordeel, waarom: str) -> None:
    assert oordeel(realisatie, verwacht, (2023, 2026), 2024, []) is woord, waarom


def test_van_wie_het_is() -> None:
    assert overgenomen(2024, 2024, "180").volgens == "overgenomen uit PB 2024, blz. 41"
    assert genoemd(2023, 2024, "180").volgens == "PB 2023"
