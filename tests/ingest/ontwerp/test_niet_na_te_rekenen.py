"""A sum of which a row was refused or an amount is not known: nobody can say whether it adds up, and so it is told."""

import pytest

from tests.gereedschap.documenten.documenten import Schade, anders, tekst_van
from tests.gereedschap.laden import Laad

ONBEKEND = "niet na te rekenen"


def over_sommen(laad: Laad, publicatie: str, schade: Schade) -> dict[str, list[str]]:
    """The sentences on sums of a damaged edition, by the kind of finding."""
    (document,) = laad(schade(tekst_van(publicatie)), opties=("--dry-run", "--json")).gelezen
    gevonden: dict[str, list[str]] = {}
    for bevinding in document["bevindingen"]:
        if bevinding["soort"] in (ONBEKEND, "telt niet op"):
            gevonden.setdefault(bevinding["soort"], []).append(bevinding["tekst"])
    return gevonden


GEVALLEN = [
    pytest.param("PB 2023", anders(512, "2.084\t", "2.O84\t"), "Posten (lasten) (2022)", "regel 512 (SHV)", id="post"),
    pytest.param(
        "PB 2023",
        anders(508, "1.901\t", "1.9O1\t"),
        "Posten (lasten) (2023)",
        "regel 508 (Bijzondere Bijstand Sociale Zaken)",
        id="eerste-rij",
    ),
    pytest.param("PB 2023", anders(557, "54", "5A"), "Regels van nieuw-beleid (2024)", "regel 557 (", id="beleid"),
    pytest.param("PB 2023", anders(512, "2.084\t", "pm\t"), "Posten (lasten) (2022)", "regel 512 (SHV: pm)", id="pm"),
    pytest.param("PB 2026", anders(915, "2.185", "2.l85"), "onttrekkingen (2025)", "regel 915 (Ont", id="reserves"),
    pytest.param("PB 2026", anders(532, "-2.616", "-2.6l6"), "doelstellingen samen (2026)", "(doelstelling 1.2)"),
]


@pytest.mark.parametrize(("publicatie", "schade", "optelling", "waarom"), GEVALLEN)
def test_wat_niet_gelezen_is_heet_niet_dat_het_niet_optelt(
    laad: Laad, publicatie: str, schade: Schade, optelling: str, waarom: str
) -> None:
    """It says which row and line; what the parts that were read come to stands behind it."""
    zinnen = over_sommen(laad, publicatie, schade)
    begin = "Niet na te rekenen, want van deze optelling is niet alles gelezen: "
    assert any(zin.startswith(begin) and waarom in zin and optelling in zin for zin in zinnen[ONBEKEND])
    assert not [zin for zin in zinnen.get("telt niet op", []) if optelling in zin]


def test_alleen_het_jaar_van_een_pm_is_niet_na_te_rekenen(laad: Laad) -> None:
    zinnen = over_sommen(laad, "PB 2023", anders(512, "2.084\t", "pm\t"))
    assert len(zinnen[ONBEKEND]) == 1


def test_twee_gedrukte_totalen_zijn_na_te_rekenen_ook_als_een_rij_ertussen_niet_gelezen_is(laad: Laad) -> None:
    """The uitsplitsing against its doelstelling: both are printed, whatever became of a post between them."""
    zinnen = over_sommen(laad, "PB 2023", anders(512, "2.084\t", "2.O84\t"))
    assert len([zin for zin in zinnen["telt niet op"] if "Uitsplitsing" in zin]) == 5


def test_een_geweigerde_rij_van_een_indicator_raakt_geen_optelling(laad: Laad) -> None:
    zinnen = over_sommen(laad, "PB 2026", anders(513, "2,67%", "2.67%"))
    assert ONBEKEND not in zinnen
    assert len(zinnen["telt niet op"]) == 10
