"""Series: a line is drawn only where every year is there and nothing changed in how it was measured."""

import pytest

from indicators.models import Breuk, Vermelding
from indicators.reeksen import reeksen
from tests.gereedschap.wereld.wereld import Wereld

Beeld = list[tuple[str, str, str, list[list[int]]]]


def beeld(breuken: list[Breuk] | None = None) -> Beeld:
    """Kind, definitie, edition, and the years of each segment."""
    gekozen = Vermelding.objects.gekozen().met_bron()
    return [
        (
            reeks.soort,
            reeks.definitie.slug,
            reeks.editie.naam if reeks.editie else "",
            [[punt.jaar for punt in segment] for segment in reeks.segmenten],
        )
        for reeks in reeksen(gekozen, list(Breuk.objects.all()) if breuken is None else breuken)
    ]


def breuk(wereld: Wereld, jaar: int | None, *, naar_nieuw: bool = False) -> None:
    Breuk.objects.create(
        van=wereld.oud,
        naar=wereld.nieuw if naar_nieuw else wereld.oud,
        jaar=jaar,
        zekerheid="mogelijk",
        reden="Andere stoep.",
        publicatie=wereld.publicaties[0],
    )


def test_zonder_cijfers_is_er_geen_reeks(wereld: Wereld) -> None:
    assert beeld() == []


@pytest.mark.parametrize(
    ("jaren", "segmenten"),
    [
        ([2025, 2026, 2027], [[2025, 2026, 2027]]),
        ([2025, 2027], [[2025], [2027]]),
        ([2027, 2025, 2024], [[2024, 2025], [2027]]),
        ([2025], [[2025]]),
    ],
)
def test_een_jaar_dat_ontbreekt_breekt_de_lijn(wereld: Wereld, jaren: list[int], segmenten: list[list[int]]) -> None:
    for jaar in jaren:
        wereld.vermeld(jaar, "3")
    assert beeld() == [("realisatie", "plassen-geteld", "", segmenten)]


def test_een_streepje_is_geen_punt_en_een_nul_wel(wereld: Wereld) -> None:
    for jaar, waarde in ((2025, "3"), (2026, None), (2027, "4"), (2028, "0")):
        wereld.vermeld(jaar, waarde)
    assert beeld() == [("realisatie", "plassen-geteld", "", [[2025], [2027, 2028]])]


def test_lege_cellen_zijn_nooit_een_punt(wereld: Wereld) -> None:
    """Also when all that is printed is given, and not only what was chosen."""
    wereld.vermeld(2025, "3")
    wereld.vermeld(2026, None)
    (reeks,) = reeksen(Vermelding.objects.geldend().met_bron(), [])
    assert [punt.jaar for punt in reeks.punten] == [2025]


@pytest.mark.parametrize(
    ("jaar", "segmenten"),
    [
        (2024, [[2025, 2026, 2027]]),
        (2025, [[2025, 2026, 2027]]),
        (2026, [[2025], [2026, 2027]]),
        (2027, [[2025, 2026], [2027]]),
        (2028, [[2025, 2026, 2027]]),
    ],
)
def test_een_breuk_ligt_voor_haar_jaar(wereld: Wereld, jaar: int, segmenten: list[list[int]]) -> None:
    breuk(wereld, jaar)
    for punt in (2025, 2026, 2027):
        wereld.vermeld(punt, "3")
    assert beeld() == [("realisatie", "plassen-geteld", "", segmenten)]


def test_een_breuk_tussen_twee_definities_breekt_geen_van_beide(wereld: Wereld) -> None:
    """They are two series already, in the order of the definities."""
    breuk(wereld, None, naar_nieuw=True)
    for jaar in (2025, 2026):
        wereld.vermeld(jaar, "3")
        wereld.vermeld(jaar + 2, "5", editie=2, definitie=wereld.nieuw)
    assert beeld() == [
        ("realisatie", "plassen-geteld", "", [[2025, 2026]]),
        ("realisatie", "plassen-geschat", "", [[2027, 2028]]),
    ]


@pytest.mark.parametrize(
    ("van", "naar", "gebroken"),
    [
        ("oud", "oud", {"plassen-geteld"}),
        ("nieuw", "nieuw", {"plassen-geschat"}),
        ("oud", "nieuw", set()),
        ("nieuw", "oud", set()),
    ],
)
def test_een_breuk_is_van_een_definitie(wereld: Wereld, van: str, naar: str, gebroken: set[str]) -> None:
    """Of the other one the line goes on."""
    for jaar in (2025, 2026):
        for definitie in (wereld.oud, wereld.nieuw):
            wereld.vermeld(jaar, "3", editie=2, definitie=definitie)
    tussen = Breuk(van=getattr(wereld, van), naar=getattr(wereld, naar), jaar=2026)
    assert {slug for _, slug, _, segmenten in beeld([tussen]) if len(segmenten) > 1} == gebroken


def test_elke_editie_heeft_haar_eigen_begroting(wereld: Wereld) -> None:
    """The same year in two editions is two points of two lines; realisaties of both are one line."""
    wereld.vermeld(2028, "3")
    wereld.vermeld(2029, "4", editie=2)
    for jaar in (2033, 2034):
        wereld.vermeld(jaar, "2", soort="begroting", editie=2)
    for jaar in (2032, 2033):
        wereld.vermeld(jaar, "1", soort="begroting")
    assert beeld() == [
        ("realisatie", "plassen-geteld", "", [[2028, 2029]]),
        ("begroting", "plassen-geteld", "PB 2030", [[2032, 2033]]),
        ("begroting", "plassen-geteld", "PB 2033", [[2033, 2034]]),
    ]


def test_begroting_hoort_bij_de_editie_en_niet_bij_waar_zij_gedrukt_is(wereld: Wereld) -> None:
    """As the targets of PB 2022 that stand in PB 2023."""
    wereld.vermeld(2032, "1", soort="begroting", editie=1, gedrukt_in=2)
    assert beeld() == [("begroting", "plassen-geteld", "PB 2030", [[2032]])]


def test_punten_zijn_alle_segmenten_achter_elkaar(wereld: Wereld) -> None:
    for jaar in (2025, 2027, 2028):
        wereld.vermeld(jaar, "3")
    (reeks,) = reeksen(Vermelding.objects.gekozen().met_bron(), [])
    assert [punt.jaar for punt in reeks.punten] == [2025, 2027, 2028]
