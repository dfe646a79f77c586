"""Figures from the running text: drawn only where they are of one year and can be beside what was measured."""

import pytest

from dashboard.grafieken.uit_de_tekst import referenties_van
from indicators.models import Definitie, Duiding, Duidingsoort
from indicators.reeksen import reeksen
from tests.gereedschap.reeksen import GETELD, OUD, gemeten

CIJFER = Definitie(pk=21, indicator=OUD.indicator, slug="cijfer", eenheid="rapportcijfer", volgorde=1)


def gelezen(gedrukt: str, wanneer: str, wie: str = "het landelijk gemiddelde", soort: str = "referentie") -> Duiding:
    return Duiding(pk=1, soort=soort, gedrukt=gedrukt, wanneer=wanneer, wie=wie)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ding", "maat", "getekend"),
    [
        # PB 2026, lines 613 and 551
        (gelezen("73,2%", "2024"), OUD, [(2024, "73.2", "73,2% landelijk gemiddelde")]),
        (gelezen("een 70,2", "2022", "", "eigen cijfer"), CIJFER, [(2022, "70.2", "70,2 uit de tekst")]),
        # what is measured of that year stands in the table
        (gelezen("een 70,2", "2024", "", "eigen cijfer"), CIJFER, []),
        # PB 2026, line 531, and the rapportages: no single year, no single figure, another unit, another quantity
        (gelezen("tussen de 2,2 en 2,8%", "afgelopen jaren"), OUD, []),
        (gelezen("tussen de 72 en 78%", "2024"), OUD, []),
        (gelezen("73,2%", "eind 2025"), OUD, []),
        (gelezen("1,5%", "2024"), GETELD, []),
        (gelezen("73", "2024"), OUD, []),
        (gelezen("1,5%", "2024"), OUD, []),
        (gelezen("", "2024"), OUD, []),
        (gelezen("73,2%", "2024", soort=Duidingsoort.OMGEVING), OUD, []),
    ],
)
def test_alleen_wat_zeker_naast_de_metingen_hoort(
    ding: Duiding, maat: Definitie, getekend: list[tuple[int, str, str]]
) -> None:
    gevonden = referenties_van([ding], reeksen(gemeten({2021: "71", 2024: "76"}, maat), []))

    assert [(r.jaar, str(r.waarde), r.woorden) for r in gevonden] == getekend


@pytest.mark.django_db
def test_zonder_meting_is_er_niets_om_naast_te_staan() -> None:
    assert referenties_van([gelezen("73,2%", "2024")], []) == []
