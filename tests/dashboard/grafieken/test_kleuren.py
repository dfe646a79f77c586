"""A drawing has one set of colours: as a file those of the light theme, on a page the same ones by their names."""

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations
from xml.etree.ElementTree import fromstring

import pytest
from django.template.loader import render_to_string

from dashboard.grafieken.kleuren import KLEUREN, editiekleur
from dashboard.grafieken.lijnen import DEKKING, DIKTE
from dashboard.grafieken.model import Tekstcijfer
from dashboard.grafieken.tekening.trendtekening import teken_trend
from dashboard.grafieken.waterval import Stap, Waterval
from indicators.huisstijl import contrast, voluit
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
    """A trend with an edition in each colour, open marks, a break, a figure from the text, a goal that moved and names
    that stand off; and a waterfall that goes up and down."""
    edities = [v for jaar in (2021, 2022, 2023, 2024) for v in begroot(jaar, {jaar: "3", 2024: f"{jaar}"}, NIEUW)]
    trend = trend_van([*gemeten({2020: "2", 2022: "3"}, OUD), *edities], breuk(2021))
    trend = replace(trend, referenties=(Tekstcijfer(2021, Decimal(2), "2 in het land", ""),))
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
    assert len(gezien) == 19


# How who sees no red, no green or no blue sees a colour: the matrices of Machado, Oliveira and Fernandes (2009).
OGEN = {
    "alle kleuren": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "geen rood": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "geen groen": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "geen blauw": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
LIJNEN = ("realisatie", "begroting-1", "begroting-2", "begroting-3", "begroting-4")


def themas() -> dict[str, dict[str, str]]:
    """The colours of the light and of the dark theme."""
    css = (PROJECT / "static" / "src" / "thema.css").read_text(encoding="utf-8")
    donker = css[css.index("prefers-color-scheme: dark") :]
    return {"licht": KLEUREN, "donker": dict(re.findall(r"--dw-([\w-]+): (#\w+);", donker))}


def gezien_als(kleur: str, ogen: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour as these eyes see it."""
    kanalen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    lineair = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanalen]
    rood, groen, blauw = (
        min(1, max(0, sum(deel * kanaal for deel, kanaal in zip(rij, lineair, strict=True)))) for rij in ogen
    )
    xyz = (
        (0.4124 * rood + 0.3576 * groen + 0.1805 * blauw) / 0.9505,
        0.2126 * rood + 0.7152 * groen + 0.0722 * blauw,
        (0.0193 * rood + 0.1192 * groen + 0.9505 * blauw) / 1.089,
    )
    x, y, z = (deel ** (1 / 3) if deel > 0.008856 else 7.787 * deel + 16 / 116 for deel in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("ogen", OGEN)
@pytest.mark.parametrize("thema", ["licht", "donker"])
def test_lijnen_zijn_uit_elkaar_te_houden_ook_door_wie_kleurenblind_is(thema: str, ogen: str) -> None:
    """Twenty is ten times what can just be seen."""
    kleuren = {naam: gezien_als(themas()[thema][naam], OGEN[ogen]) for naam in LIJNEN}

    te_dicht = [(een, ander) for een, ander in combinations(LIJNEN, 2) if math.dist(kleuren[een], kleuren[ander]) < 20]
    assert te_dicht == []


def op_papier(kleur: str, papier: str, dekking: float) -> str:
    """A colour through which the paper shines."""
    paren = zip(re.findall("..", voluit(kleur)[1:]), re.findall("..", voluit(papier)[1:]), strict=True)
    return "#" + "".join(
        f"{round(int(een, 16) * dekking + int(ander, 16) * (1 - dekking)):02x}" for een, ander in paren
    )


@pytest.mark.parametrize("thema", ["licht", "donker"])
@pytest.mark.parametrize("naam", LIJNEN[1:])
def test_een_oudere_editie_is_zichtbaar_lichter_en_toch_te_zien(thema: str, naam: str) -> None:
    """A name, in the full colour, can be read; a line has a contrast of three."""
    kleuren = themas()[thema]
    nu, vorige, ouder = (contrast(op_papier(kleuren[naam], kleuren["vlak"], d), kleuren["vlak"]) for d in DEKKING)

    assert nu >= 4.5
    assert nu > 1.3 * vorige
    assert vorige > 1.1 * ouder
    assert ouder >= 3
    assert DIKTE == (2.5, 1.75, 1.5)
