"""A drawing has one set of colours: as a file those of the light theme, on a page the same ones by their names."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from xml.etree.ElementTree import fromstring

import pytest
from django.template.loader import render_to_string

from dashboard.grafieken.kleuren import KLEUREN, editiekleur
from dashboard.grafieken.tekening import teken_trend
from dashboard.grafieken.waterval import Stap, Waterval
from tests.gereedschap.paden import PROJECT
from tests.gereedschap.reeksen import NIEUW, OUD, begroot, breuk, gemeten, trend_van

STIJLBLADEN = ("grafiek.css", "waterval.css")


def test_kleuren_zijn_die_van_het_lichte_thema() -> None:
    thema = (PROJECT / "static" / "src" / "thema.css").read_text(encoding="utf-8")
    licht = thema[: thema.index("@media")]

    assert KLEUREN
    for naam, kleur in KLEUREN.items():
        assert licht.count(f"--dw-{naam}: {kleur};") == 1
    assert licht.count(": #") == len(KLEUREN)


@pytest.mark.parametrize(
    ("nummer", "kleur"),
    [
        (2021, "begroting-1"),
        (2022, "begroting-2"),
        (2023, "begroting-3"),
        (2024, "begroting-4"),
        (2025, "begroting-1"),
        (2026, "begroting-2"),
    ],
)
def test_vier_edities_na_elkaar_hebben_elk_een_kleur(nummer: int, kleur: str) -> None:
    assert editiekleur(nummer) == kleur


@cache
def kleurregels() -> dict[str, dict[str, str]]:
    """Of each class of a drawing the tokens that fill it and draw its lines."""
    regels = {}
    for blad in STIJLBLADEN:
        css = (PROJECT / "static" / "src" / "onderdelen" / blad).read_text(encoding="utf-8")
        for klasse, inhoud in re.findall(r"(?m)^\.((?:tekening|waterval)__[\w-]+) \{([^}]*)\}", css):
            if gevonden := dict(re.findall(r"(fill|stroke): var\(--dw-([\w-]+)\);", inhoud)):
                regels[klasse] = gevonden
    return regels


def tekeningen() -> Iterator[str]:
    """A trend with an edition in each colour, open marks and a break; and a waterfall that goes up and down."""
    edities = [v for jaar in (2021, 2022, 2023, 2024) for v in begroot(jaar, {jaar: "3"}, NIEUW)]
    trend = trend_van([*gemeten({2020: "2", 2022: "3"}, OUD), *edities], breuk(2021))
    yield render_to_string("dashboard/grafieken/tekening.svg", {"tekening": teken_trend(trend)})
    stappen = [Stap("Eerst omhoog", Decimal(6_000_000)), Stap("Dan omlaag", Decimal(-2_000_000))]
    waterval = Waterval("w", "iets", 2030, "PB 2029", "PB 2030", Decimal(10_000_000), stappen, "op volgorde")
    yield render_to_string("dashboard/grafieken/waterval.svg", {"tekening": waterval.breed})


def test_een_deel_heeft_als_bestand_de_kleur_die_het_op_de_pagina_heeft() -> None:
    gezien = set()
    for tekening in tekeningen():
        for deel in fromstring(f"<svg>{tekening}</svg>").iter():
            for klasse in kleurregels().keys() & set(deel.get("class", "").split()):
                gezien.add(klasse)
                for eigenschap, token in kleurregels()[klasse].items():
                    assert deel.get(eigenschap) == KLEUREN[token], klasse

    assert gezien == set(kleurregels())
    assert len(gezien) == 16
