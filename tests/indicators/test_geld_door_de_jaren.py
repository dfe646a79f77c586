"""The same money over the years and within one: which amounts make a line, and which steps a year has."""

from decimal import Decimal

import pytest

from dashboard.paginas.geld.jaarverloop import Jaarverloop
from indicators.geld.geldreeksen import geldreeksen
from indicators.geld.jaarverloop import jaarverloop, jaren_met_verloop
from indicators.models import Bedrag, Post, PostBenaming, Programma, Publicatie

PROGRAMMA = Programma(code="1", naam="Onderwijs")
PB_2022 = Publicatie(pk=5, naam="PB 2022", soort=Publicatie.Soort.PROGRAMMABEGROTING, jaar=2022)
PB_2023 = Publicatie(pk=1, naam="PB 2023", soort=Publicatie.Soort.PROGRAMMABEGROTING, jaar=2023)
PB_2024 = Publicatie(pk=2, naam="PB 2024", soort=Publicatie.Soort.PROGRAMMABEGROTING, jaar=2024)
BERICHT = Publicatie(pk=3, naam="Rapportage tussenbericht 2023", soort=Publicatie.Soort.RAPPORTAGE, jaar=2023)
STUKKEN = Publicatie(pk=4, naam="Jaarstukken 2023", soort=Publicatie.Soort.JAARSTUKKEN, jaar=2023)
ROLLEN = {"onbekend": "saldo", "voor": "saldo voor reserves", "na": "saldo na reserves", "lasten": "lasten"}


def bedrag(uit: Publicatie, stand: str, jaar: int, duizend: int | None, rol: str = "na") -> Bedrag:
    post = Post(tabel="programma", rol=ROLLEN[rol], programma=PROGRAMMA)
    soort = "rekening" if stand == "rekening" else "begroting"
    euro = None if duizend is None else Decimal(duizend) * 1000
    benaming = PostBenaming(post=post, publicatie=uit)
    return Bedrag(benaming=benaming, kant="saldo", soort=soort, stand=stand, jaar=jaar, bedrag=euro)


@pytest.mark.parametrize(
    ("bedragen", "lijnen"),
    [
        (
            [bedrag(STUKKEN, "rekening", 2023, -52), bedrag(PB_2024, "rekening", 2022, -50)],
            {"": [[(2022, -50), (2023, -52)]]},
        ),
        # the year between is not printed
        (
            [bedrag(STUKKEN, "rekening", 2023, -52), bedrag(PB_2023, "rekening", 2021, -49)],
            {"": [[(2021, -49)], [(2023, -52)]]},
        ),
        # one of them does not say whether it is after reserves
        (
            [bedrag(STUKKEN, "rekening", 2023, -52), bedrag(PB_2024, "rekening", 2022, -50, "onbekend")],
            {"": [[(2022, -50)], [(2023, -52)]]},
        ),
        # neither says so: they may mean two things
        (
            [bedrag(STUKKEN, "rekening", 2023, -52, "onbekend"), bedrag(PB_2024, "rekening", 2022, -50, "onbekend")],
            {"": [[(2022, -50)], [(2023, -52)]]},
        ),
        # what is said to be after reserves counts, also where a newer document does not say so
        (
            [bedrag(STUKKEN, "rekening", 2023, -52), bedrag(PB_2024, "rekening", 2023, -99, "onbekend")],
            {"": [[(2023, -52)]]},
        ),
        # before reserves is another row, lasten are no saldo, and a dash is no amount
        ([bedrag(STUKKEN, "rekening", 2023, -52, rol) for rol in ("voor", "lasten")], {}),
        ([bedrag(STUKKEN, "rekening", 2023, None)], {}),
        # each edition has a line of its own for the same year
        (
            [bedrag(PB_2024, "primitieve begroting", 2024, -55), bedrag(PB_2023, "meerjarenraming", 2024, -51)],
            {"PB 2023": [[(2024, -51)]], "PB 2024": [[(2024, -55)]]},
        ),
    ],
)
def test_lijnen(bedragen: list[Bedrag], lijnen: dict[str, list[list[tuple[int, int]]]]) -> None:
    gevonden = {
        str(reeks.editie or ""): [[(b.jaar, int(b.bedrag or 0) // 1000) for b in stuk] for stuk in reeks.stukken]
        for reeks in geldreeksen(bedragen)
    }
    assert gevonden == lijnen
    assert list(gevonden) == list(lijnen)


HEEL_2023 = [
    bedrag(STUKKEN, "rekening", 2023, -54),
    bedrag(PB_2024, "lopend jaar", 2023, -53),
    bedrag(STUKKEN, "na wijziging", 2023, -55),
    bedrag(BERICHT, "na wijziging", 2023, -52),
    bedrag(PB_2023, "primitieve begroting", 2023, -50),
    bedrag(STUKKEN, "primitieve begroting", 2023, -50),
    bedrag(BERICHT, "wijziging", 2023, -2),
]


def test_stappen_van_een_jaar() -> None:
    """What the jaarstukken repeat is no step; a printed change is one, but no begroting to go on from."""
    stappen = jaarverloop([*HEEL_2023, bedrag(PB_2024, "meerjarenraming", 2025, -60)], 2023)

    assert [(str(s.bedrag.benaming.publicatie), s.bedrag.stand, s.verschil and int(s.verschil)) for s in stappen] == [
        ("PB 2023", "primitieve begroting", None),
        ("Rapportage tussenbericht 2023", "na wijziging", 2000),
        ("Rapportage tussenbericht 2023", "wijziging", 2000),
        ("PB 2024", "lopend jaar", 1000),
        ("Jaarstukken 2023", "na wijziging", 2000),
        ("Jaarstukken 2023", "rekening", -1000),
    ]


def test_twee_soorten_saldo_worden_niet_afgetrokken() -> None:
    stappen = jaarverloop([bedrag(PB_2023, "primitieve begroting", 2023, -50, "onbekend"), HEEL_2023[0]], 2023)

    assert [(stap.reserves_onbekend, stap.verschil) for stap in stappen] == [(True, None), (False, None)]


def test_de_waterval_begint_waar_elke_stand_naast_de_vorige_kan() -> None:
    """The raming of 40 does not say whether it is after reserves; the change is in the step from 50 to 52."""
    stappen = jaarverloop([*HEEL_2023, bedrag(PB_2022, "meerjarenraming", 2023, -40, "onbekend")], 2023)
    waterval = Jaarverloop(PROGRAMMA, 2023, [2023], stappen).waterval

    assert waterval is not None
    assert [(rij.naam, rij.waarde) for rij in waterval.rijen] == [
        ("PB 2023 (primitieve begroting): programma\N{NO-BREAK SPACE}1", "€\N{NO-BREAK SPACE}50.000"),
        ("Rapportage tussenbericht 2023 (na wijziging)", "+ €\N{NO-BREAK SPACE}2.000 meer"),
        ("PB 2024 (lopend jaar)", "+ €\N{NO-BREAK SPACE}1.000 meer"),
        ("Jaarstukken 2023 (na wijziging)", "+ €\N{NO-BREAK SPACE}2.000 meer"),
        ("Jaarstukken 2023 (rekening)", "− €\N{NO-BREAK SPACE}1.000 minder"),
        ("Jaarstukken 2023 (rekening): programma\N{NO-BREAK SPACE}1", "€\N{NO-BREAK SPACE}54.000"),
    ]
    alleen_wijzigingen = [stap for stap in stappen if stap.is_wijziging]
    for te_weinig in (stappen[-2:], alleen_wijzigingen):
        assert Jaarverloop(PROGRAMMA, 2023, [2023], te_weinig).waterval is None


def test_een_jaar_met_een_bedrag_heeft_geen_verloop() -> None:
    assert jaren_met_verloop([*HEEL_2023, bedrag(PB_2024, "primitieve begroting", 2024, -55)]) == [2023]
