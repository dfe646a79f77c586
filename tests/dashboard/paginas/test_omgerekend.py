"""What a programma costs per inhabitant and without the rise of prices, and why not where the series are not there.

PB 2023 prints a Resultaat of -47.757 (x € 1.000) as the rekening of 2021, PB 2026 a Saldo of -58.629 as that of 2024.
"""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from tests.gereedschap.paginas import haal, met_id, tekst
from tests.gereedschap.referenties import referentiebestand

pytestmark = pytest.mark.usefixtures("edities", "db")

INWONERS = ("Inwoners;Zoetermeer;2021;125.000", "Inwoners;Zoetermeer;2024;128.000", "Inwoners;Delft;2021;5")
PRIJZEN = ("Prijsindex;Nederland;2021;110", "Prijsindex;Nederland;2024;132")


def geld(tmp_path: Path, *rijen: str, bron: str = "CBS;een;3-11-2026") -> str:
    """What the section says once these are loaded."""
    bestand = tmp_path / "anderen.csv"
    bestand.write_text(referentiebestand(*rijen, bron=bron), encoding="utf-8")
    call_command("load_document", str(bestand), verbosity=0)
    return sectie()


def sectie() -> str:
    return tekst(met_id(haal(Client(), "/geld/"), "omgerekend"))


def test_per_inwoner_en_in_prijzen_van_het_laatste_jaar(tmp_path: Path) -> None:
    """By hand: 47.757 / 125 = 382,06; 47.757 x 132 / 110 = 57.308,4; that / 125 = 458,47; 58.629 / 128 = 458,04."""
    tabel = geld(tmp_path, *INWONERS, *PRIJZEN)
    assert "2021 47.757 rekening, PB 2023 125.000 € 382 110 57.308 € 458" in tabel
    assert "2024 58.629 rekening, PB 2026 128.000 € 458 132 58.629 € 458" in tabel
    assert "In prijzen van 2024, x € 1.000" in tabel
    assert "Inwoners: CBS, tabel een, opgehaald op 3 november 2026." in tabel
    assert "Prijsindex: CBS, tabel een, opgehaald op 3 november 2026." in tabel
    assert "staan hier niet" not in tabel


def test_zonder_reeksen_staat_er_waarom_niet(tmp_path: Path) -> None:
    assert sectie() == (
        "Per inwoner en zonder prijsstijging De kosten per inwoner en zonder prijsstijging staan hier niet: over deze "
        "jaren staan de reeksen “Inwoners” en “Prijsindex” nog niet op deze site."
    )
    tabel = geld(tmp_path, *INWONERS)
    assert "2021 47.757 rekening, PB 2023 125.000 € 382 2024" in tabel
    assert (
        "De kosten zonder prijsstijging staan hier niet: over deze jaren staat de reeks “Prijsindex” nog niet op deze "
        "site."
    ) in tabel


def test_de_inwoners_van_een_ander_tellen_niet(tmp_path: Path) -> None:
    assert "47.757" not in geld(tmp_path, "Inwoners;Delft;2021;100.000", "Prijsindex;Delft;2021;100")


def test_een_index_van_een_andere_tabel_wordt_er_niet_bij_gemengd(tmp_path: Path) -> None:
    """In one table 2015 is 100, in the other 2025."""
    geld(tmp_path, "Prijsindex;Nederland;2021;110")
    tabel = geld(tmp_path, "Prijsindex;Nederland;2024;98", bron="CBS;twee;4-11-2026")
    assert "2024 58.629 rekening, PB 2026 98 58.629" in tabel
    assert "47.757" not in tabel
