"""A rekening is judged by the begroting na wijziging of its own year, and by nothing else."""

from decimal import Decimal

import pytest

from indicators.geld.geldoordeel import geldoordelen
from indicators.models import Bedrag, Doelstelling, Post, PostBenaming, Programma, Publicatie

PROGRAMMA = Programma(code="1", naam="Onderwijs")
DOEL = Doelstelling(pk=15, code="1.5", naam="Participatie", programma=PROGRAMMA)
JAARSTUKKEN = Publicatie(pk=1, naam="Jaarstukken 2024", soort=Publicatie.Soort.JAARSTUKKEN, jaar=2024)
PB_2025 = Publicatie(pk=4, naam="PB 2025", soort=Publicatie.Soort.PROGRAMMABEGROTING, jaar=2025)
PB_2026 = Publicatie(pk=2, naam="PB 2026", soort=Publicatie.Soort.PROGRAMMABEGROTING, jaar=2026)
OVERNAME = Publicatie(
    pk=3, naam="Overname bedrag 1", soort=Publicatie.Soort.OPGAVE, jaar=2024, titel="Overgenomen uit Jaarstukken 2024"
)


def bedrag(stand: str, duizend: float | None, uit: Publicatie = JAARSTUKKEN, **anders: object) -> Bedrag:
    post = Post(tabel=anders.pop("tabel", "doelstelling"), rol="doelstelling", doelstelling=DOEL, programma=PROGRAMMA)
    velden = {"kant": "saldo", "jaar": 2024, "schaal": 1000, **anders}
    euro = None if duizend is None else Decimal(str(duizend)) * 1000
    return Bedrag(benaming=PostBenaming(post=post, publicatie=uit), stand=stand, bedrag=euro, **velden)


REKENING, NA_WIJZIGING = bedrag("rekening", -24100), bedrag("na wijziging", -24650)


@pytest.mark.parametrize(
    ("bedragen", "verwacht", "waarom"),
    [
        ([REKENING, NA_WIJZIGING], [(2024, -550_000)], "it cost 550 less than was budgeted"),
        ([bedrag("rekening", -25000), NA_WIJZIGING], [(2024, 350_000)], "it cost more"),
        (
            [bedrag("rekening", 100), bedrag("na wijziging", 300)],
            [(2024, 200_000)],
            "it brought in less: more cost",
        ),
        ([REKENING], [], "nothing to judge it by"),
        ([REKENING, bedrag("lopend jaar", -24650)], [], "an edition does not say that this is after every change"),
        ([REKENING, bedrag("meerjarenraming", -24650)], [], "never by an older begroting"),
        ([REKENING, bedrag("na wijziging", -24650, jaar=2023)], [], "of another year"),
        (
            [bedrag("rekening", -24200, PB_2026), bedrag("na wijziging", -24900, PB_2025)],
            [],
            "printed in September of the year itself: more changes may come",
        ),
        (
            [REKENING, NA_WIJZIGING, bedrag("na wijziging", -24900, PB_2026)],
            [(2024, -550_000)],
            "the jaarstukken say what it was at the end of the year",
        ),
        ([REKENING, bedrag("na wijziging", None, leeg="streepje")], [], "a dash is no amount"),
        ([REKENING, bedrag("na wijziging", -24650, kant="lasten")], [], "lasten are no saldo"),
        ([REKENING, bedrag("na wijziging", -24650, tabel="uitsplitsing")], [], "of a part of it"),
        (
            [REKENING, bedrag("na wijziging", -24100.4, schaal=1)],
            [(2024, 0)],
            "the thousands of the one cannot show the euros of the other",
        ),
        ([REKENING, bedrag("rekening", -24200, PB_2026), NA_WIJZIGING], [(2024, -450_000)], "the newest document"),
        (
            [bedrag("rekening", -1, OVERNAME), REKENING, NA_WIJZIGING],
            [(2024, -550_000)],
            "a document before a person",
        ),
        (
            [NA_WIJZIGING, bedrag("rekening", -24100, OVERNAME)],
            [(2024, -550_000)],
            "a person without a document",
        ),
    ],
)
def test_oordeel(bedragen: list[Bedrag], verwacht: list[tuple[int, int]], waarom: str) -> None:
    assert [(oordeel.jaar, oordeel.verschil) for oordeel in geldoordelen(bedragen)] == verwacht, waarom
