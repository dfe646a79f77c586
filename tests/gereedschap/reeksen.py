"""Series without a database: what a table in a test says in a few words."""

from collections.abc import Iterable
from decimal import Decimal

from dashboard.grafieken.model import Trend
from dashboard.grafieken.trendgrafiek import maak_trend
from indicators.models import Bewoording, Breuk, Definitie, Indicator, Publicatie, Vermelding
from indicators.reeksen import reeksen

PLASSEN = Indicator(slug="plassen", naam="Plassen op straat")
OUD = Definitie(pk=1, indicator=PLASSEN, slug="oud", eenheid="%", volgorde=1)
NIEUW = Definitie(pk=2, indicator=PLASSEN, slug="nieuw", eenheid="%", volgorde=2)
GETELD = Definitie(pk=3, indicator=PLASSEN, slug="geteld", eenheid="aantal", volgorde=3)


def editie(jaar: int, soort: str = "programmabegroting") -> Publicatie:
    """PB 2030 has key 2030."""
    naam = f"PB {jaar}" if soort == "programmabegroting" else f"opgave {jaar}"
    return Publicatie(pk=jaar, soort=soort, naam=naam, slug=naam.replace(" ", "-"), jaar=jaar)


def gemeten(
    waarden: dict[int, str], definitie: Definitie = OUD, *, in_: Publicatie | None = None, voorlopig: bool = False
) -> list[Vermelding]:
    """Realisaties by their years, as PB 2030 prints them if no other is named."""
    return _vermeldingen("realisatie", waarden, definitie, in_ or editie(2030), voorlopig=voorlopig)


def begroot(
    jaar: int, waarden: dict[int, str], definitie: Definitie = OUD, soort: str = "streefwaarde"
) -> list[Vermelding]:
    """What the edition of a year expected, by the years that it is about; a goal, or another kind."""
    return _vermeldingen("begroting", waarden, definitie, editie(jaar), soort_begroting=soort)


def _vermeldingen(
    soort: str,
    waarden: dict[int, str],
    definitie: Definitie,
    publicatie: Publicatie,
    *,
    voorlopig: bool = False,
    soort_begroting: str = "streefwaarde",
) -> list[Vermelding]:
    bewoording = Bewoording(definitie=definitie, publicatie=publicatie, naam="Plassen", soort_begroting=soort_begroting)
    return [
        Vermelding(
            bewoording=bewoording,
            soort=soort,
            editie=publicatie,
            jaar=jaar,
            waarde=Decimal(waarde),
            gedrukt=waarde.replace(".", ","),
            voorlopig=voorlopig,
        )
        for jaar, waarde in waarden.items()
    ]


def breuk(jaar: int | None, zekerheid: str = "zeker", *, naar: Definitie = OUD) -> Breuk:
    return Breuk(van=OUD, naar=naar, jaar=jaar, zekerheid=zekerheid)


def trend_van(vermeldingen: Iterable[Vermelding], *breuken: Breuk) -> Trend:
    """The trend of figures of which there is at least one."""
    trend = maak_trend(PLASSEN, reeksen(vermeldingen, breuken), breuken)
    assert trend
    return trend
