"""What a document says that changes in a year: counted once, in its place, or named with the reason why not."""

from datetime import date
from decimal import Decimal

import pytest

from dashboard.paginas.geld.jaarverloop import Jaarverloop
from indicators.geld.jaarverloop import jaarverloop, jaren_met_verloop, twijfels_over
from indicators.models import Bedrag, Passage, Post, PostBenaming, Programma, Publicatie

PROGRAMMA = Programma(code="1", naam="Water")
KOP = "Programma 1. Water"
PB_2025 = Publicatie(pk=1, naam="PB 2025", slug="PB-2025", soort=Publicatie.Soort.PROGRAMMABEGROTING, jaar=2025)
PB_2026 = Publicatie(pk=2, naam="PB 2026", slug="PB-2026", soort=Publicatie.Soort.PROGRAMMABEGROTING, jaar=2026)
NOTA = Publicatie(pk=3, naam="Kadernota 2026", slug="nota", soort=Publicatie.Soort.KADERNOTA, jaar=2026)
BERICHT = Publicatie(pk=4, naam="Tussenbericht 2025", slug="tb", soort=Publicatie.Soort.RAPPORTAGE, jaar=2025)
STANDEN = [(PB_2025, "primitieve begroting", -50), (PB_2026, "lopend jaar", -60)]


def stand(uit: Publicatie, stand: str, duizend: int, jaar: int = 2025) -> Bedrag:
    post = Post(tabel="programma", rol="saldo na reserves", programma=PROGRAMMA)
    benaming = PostBenaming(post=post, publicatie=uit)
    return Bedrag(
        benaming=benaming, kant="saldo", soort="begroting", stand=stand, jaar=jaar, bedrag=Decimal(duizend) * 1000
    )


def rij(
    naam: str,
    duizend: int | None,
    kant: str = "saldo",
    *,
    jaar: int = 2025,
    onder: str = KOP,
    uit: Publicatie = NOTA,
    leeg: str = "pm",
) -> Bedrag:
    post = Post(tabel="overzicht", rol="regel")
    return Bedrag(
        benaming=PostBenaming(post=post, publicatie=uit, naam=naam, onder=onder),
        passage=Passage(regel=9),
        kant=kant,
        soort="begroting",
        stand="wijziging",
        jaar=jaar,
        bedrag=None if duizend is None else Decimal(duizend) * 1000,
        als_gedrukt="pm" if duizend is None else str(duizend),
        leeg=leeg if duizend is None else "",
        schaal=1000,
    )


@pytest.mark.parametrize(
    ("rijen", "stappen", "twijfels"),
    [
        # rows by themselves; lasten and baten of one row are one step; a blank cell and a dash are none
        ([rij("Dijk", -3), rij("Meer", 2), rij("Wad", None, leeg="leeg")], [("Dijk", 3), ("Meer", -2)], []),
        ([rij("Dijk", -3), rij("Wad", None, leeg="streepje")], [("Dijk", 3)], []),
        ([rij("Dijk", -9, "lasten"), rij("Dijk", 7, "baten")], [("Dijk", 2)], []),
        ([rij("Dijk", -9, "lasten"), rij("Dijk", 7, "baten"), rij("Dijk", -2)], [("Dijk", 2)], []),
        # either the rows or their total, also where it is off by rounding
        ([rij("Dijk", -3), rij("Meer", 2), rij("Totaal", -1)], [("Totaal", 1)], []),
        ([rij("Lasten", -30, "lasten"), rij("Baten", 9, "baten"), rij("Saldo", -20)], [("Saldo", 20)], []),
        ([rij("Saldo", -20)], [("Saldo", 20)], []),
        # the totals of groups are in their rows
        (
            [
                rij("Dijk", -3, onder=f"{KOP}: oud"),
                rij("Totaal", -3, onder=f"{KOP}: oud"),
                rij("Meer", 2, onder=f"{KOP}: nieuw"),
                rij("Totaal", 2, onder=f"{KOP}: nieuw"),
            ],
            [("Dijk", 3), ("Meer", -2)],
            [],
        ),
        # a total that its rows are not; one among others
        ([rij("Dijk", -3), rij("Totaal", -9)], [], [("Totaal", "TELT_NIET_OP")]),
        ([rij("Saldo", -20), rij("Totaal", -20)], [], [("Saldo", "TELT_NIET_OP"), ("Totaal", "TELT_NIET_OP")]),
        # no amount yet
        ([rij("Dijk", -3), rij("Meer", None)], [("Dijk", 3)], [("Meer", "ZONDER_BEDRAG")]),
        # what may be a part of another row; what pays for it is none
        (
            [rij("Dijk", -3), rij("Dijk: extra", -1), rij("Meer", -2)],
            [("Meer", 2)],
            [("Dijk", "MISSCHIEN_EEN_DEEL"), ("Dijk: extra", "MISSCHIEN_EEN_DEEL")],
        ),
        ([rij("Dijk: oost", -3), rij("Dijk: west", -1)], [("Dijk: oost", 3), ("Dijk: west", 1)], []),
        ([rij("Dijk", -3), rij("Dijk: dekking: potje", 3)], [("Dijk", 3), ("Dijk: dekking: potje", -3)], []),
        ([rij("Dijk", -3), rij("waarvan zand", -1)], [("Dijk", 3)], [("waarvan zand", "MISSCHIEN_EEN_DEEL")]),
        (
            [rij("Dijk", -3), rij("Dijk", -3, onder=f"{KOP}: Incidenteel")],
            [("Dijk", 3)],
            [("Dijk", "MISSCHIEN_EEN_DEEL")],
        ),
        # other money than what the year costs
        ([rij("Dijk", -3, onder=f"{KOP}: Investeringen")], [], [("Dijk", "ANDER_GELD")]),
        # it says what the year after will be, and not when it was made
        (
            [rij("Dijk", -3, uit=BERICHT), rij("Dijk", -4, uit=BERICHT, jaar=2026)],
            [("Dijk", 3)],
            [],
        ),
    ],
)
def test_wat_telt_en_wat_niet_zeker_is(
    rijen: list[Bedrag], stappen: list[tuple[str, int]], twijfels: list[tuple[str, str]]
) -> None:
    alle = [*(stand(*wat) for wat in STANDEN), *rijen]
    gevonden = [(s.bedrag.benaming.naam, int(s.kosten) // 1000) for s in jaarverloop(alle, 2025) if s.is_wijziging]
    assert gevonden == stappen
    assert [(t.bedrag.benaming.naam, t.reden.name) for t in twijfels_over(alle, 2025)] == twijfels


def test_een_nota_zegt_wanneer_zij_is_gemaakt_of_haar_kolommen_doen_het() -> None:
    """Made in 2025: what changes in 2026 comes before the begroting of 2026. Not known: no place."""
    ramingen = [stand(PB_2025, "meerjarenraming", -50, 2026), stand(PB_2026, "primitieve begroting", -60, 2026)]
    zonder = rij("Dijk", -3, jaar=2026)
    dag = Publicatie(pk=5, naam="Nota", soort=NOTA.soort, jaar=2026, aangeboden_op=date(2025, 5, 20))

    def volgorde(*rijen: Bedrag) -> list[str]:
        return [str(stap.publicatie) for stap in jaarverloop([*ramingen, *rijen], 2026)]

    assert volgorde(zonder) == ["PB 2025", "PB 2026"]
    assert [t.reden.name for t in twijfels_over([*ramingen, zonder], 2026)] == ["ONBEKEND_WANNEER"]
    assert volgorde(zonder, rij("Dijk", -2, jaar=2025)) == ["PB 2025", "Kadernota 2026", "PB 2026"]
    assert volgorde(rij("Dijk", -3, jaar=2026, uit=dag)) == ["PB 2025", "Nota", "PB 2026"]
    laat = Publicatie(pk=6, naam="Nota", soort=NOTA.soort, jaar=2026, aangeboden_op=date(2026, 5, 20))
    assert volgorde(rij("Dijk", -3, jaar=2026, uit=laat)) == ["PB 2025", "PB 2026", "Nota"]


def test_een_jaar_met_alleen_veranderingen_heeft_geen_verloop() -> None:
    assert jaren_met_verloop([rij("Dijk", -3), rij("Meer", -3)]) == []
    assert jaren_met_verloop([rij("Dijk", -3), stand(PB_2025, "primitieve begroting", -50)]) == [2025]


@pytest.mark.parametrize(
    ("erbij", "balken", "reden"),
    [
        ([rij("Dijk", -3)], [("Kadernota 2026: Dijk", 3), ("PB 2026 (lopend jaar), de rest", 7)], ""),
        ([rij("Dijk", -3), rij("Meer", 0)], [("Kadernota 2026: Dijk", 3), ("PB 2026 (lopend jaar), de rest", 7)], ""),
        ([rij("Totaal", -3)], [("Kadernota 2026 (wijziging)", 3), ("PB 2026 (lopend jaar), de rest", 7)], ""),
        # two documents may tell the same change
        ([rij("Dijk", -3), rij("Dijk", -3, uit=BERICHT)], None, "het kunnen dezelfde zijn"),
        # its own stand may have it already
        ([rij("Dijk", -3, uit=BERICHT), stand(BERICHT, "na wijziging", -53)], [], "dit document noemt ook zelf"),
    ],
)
def test_wat_getekend_wordt(erbij: list[Bedrag], balken: list[tuple[str, int]] | None, reden: str) -> None:
    alle = [*(stand(*wat) for wat in STANDEN), *erbij]
    verloop = Jaarverloop(PROGRAMMA, 2025, [2025], jaarverloop(alle, 2025))
    waterval = verloop.waterval
    if balken is None:
        assert waterval is None
    else:
        assert waterval is not None
        getekend = [(stap.naam, int(stap.verschil) // 1000) for stap in waterval.stappen]
        assert getekend == (balken or [("Tussenbericht 2025 (na wijziging)", 3), ("PB 2026 (lopend jaar)", 7)])
    gezegd = [zin.leesbaar for zin in verloop.niet_getekend]
    assert [reden in zin for zin in gezegd] == ([True] * len(gezegd) if reden else [])
    assert bool(gezegd) == bool(reden)
