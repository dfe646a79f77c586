"""The country and other gemeenten beside an indicator: only of the same year and definitie, and said where not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.gereedschap.paginas import haal, met_id, tekst
from tests.gereedschap.referenties import referentiebestand

pytestmark = pytest.mark.usefixtures("edities", "db")

UITSTROOM = "/indicatoren/uitstroom-naar-werk/"  # 209 in 2021 (PB 2023), 181 in 2024 (PB 2026)
ZES = ["Delft", "Gouda", "Leiden", "Rijswijk", "Schiedam", "Vlaardingen"]

Laad = Callable[..., None]


@pytest.fixture
def laad(tmp_path: Path) -> Laad:
    """Load invented figures of others."""

    def doe(*rijen: str, bron: str = "CBS;85039NED;3-11-2026") -> None:
        bestand = tmp_path / "anderen.csv"
        bestand.write_text(referentiebestand(*rijen, bron=bron), encoding="utf-8")
        call_command("load_document", str(bestand), verbosity=0)

    return doe


def anderen(adres: str) -> str:
    return tekst(met_id(haal(Client(), adres), "anderen"))


def test_alleen_jaren_die_beide_hebben(laad: Laad) -> None:
    laad(
        *(f"Uitstroom naar werk;Nederland;{jaar};{jaar - 2000}" for jaar in (2020, 2021, 2022, 2024)),
        "Uitstroom naar werk;Delft;2024;77",
    )
    sectie = anderen(UITSTROOM)
    assert "Gemeente20212024 Zoetermeer 209 181 Nederland 21 24 Delft geen cijfer 77" in sectie
    assert "Over 2020 en 2022 heeft Zoetermeer geen cijfer dat zo gemeten is." in sectie
    assert "Dit is een aantal. In een grotere gemeente is het vanzelf hoger." in sectie
    assert "Kies andere gemeenten" not in sectie  # there is only one


def test_zonder_gezamenlijk_jaar_staat_er_geen_tabel(laad: Laad) -> None:
    laad("Uitstroom naar werk;Delft;2020;5", "Uitstroom naar werk;Delft;2024;-")
    sectie = anderen(UITSTROOM)
    assert "Er is geen jaar waarover Zoetermeer en een ander allebei een cijfer hebben." in sectie
    assert "Over 2021 en 2024 hebben anderen hier geen cijfer." in sectie
    assert "Over 2020 heeft Zoetermeer geen cijfer dat zo gemeten is." in sectie
    assert "Gemeente" not in sectie.replace("Gemeenten", "")


def test_wat_een_ander_van_de_gemeente_zegt_staat_ernaast_en_niet_in_de_plaats(laad: Laad) -> None:
    laad("Uitstroom naar werk;Delft;2024;77", "Uitstroom naar werk;zoetermeer;2024;190")
    assert "Zoetermeer 181 zoetermeer, volgens CBS 190 Delft 77" in anderen(UITSTROOM)
    pagina = tekst(haal(Client(), UITSTROOM))
    assert pagina.count("190") == 1


def test_hoogstens_vijf_naar_keuze_en_elke_keuze_wordt_bewaard(laad: Laad, settings: Settings, tmp_path: Path) -> None:
    settings.PAGINAS_DIR = tmp_path / "paginas"
    laad(*(f"Uitstroom naar werk;{naam};2024;{nummer}" for nummer, naam in enumerate(ZES, 11)))
    assert "Delft 11 Gouda 12 Leiden 13 Rijswijk 14 Schiedam 15" in anderen(UITSTROOM)
    for _ in range(2):
        twee = anderen(f"{UITSTROOM}?naast=Vlaardingen&naast=Gouda&naast=Nergens")
        assert "2024 Zoetermeer 181 Gouda 12 Vlaardingen 16 CSV" in twee
        assert "2024 Zoetermeer 181 Gouda 12 CSV" in anderen(f"{UITSTROOM}?naast=Gouda")
    alle = anderen(f"{UITSTROOM}?{'&'.join(f'naast={naam}' for naam in ZES)}")
    assert "U koos meer dan 5 gemeenten. De eerste 5 staan hieronder." in alle
    assert "Vlaardingen 16" not in alle
    bestand = Client().get(f"{UITSTROOM}?naast=Vlaardingen&naast=Gouda&tabel=naast-anderen&als=csv")
    assert "Vlaardingen,16" in bestand.getvalue().decode()


def test_van_twee_bestanden_geldt_het_laatst_opgehaalde(laad: Laad) -> None:
    laad("Uitstroom naar werk;Delft;2024;78", bron="CBS;nieuw;4-11-2026")
    laad("Uitstroom naar werk;Delft;2024;77", bron="CBS;oud;3-11-2026")
    sectie = anderen(UITSTROOM)
    assert "Delft 78" in sectie
    assert "Delft: CBS, tabel nieuw, opgehaald op 4 november 2026." in sectie


def test_een_onmogelijke_waarde_weigert_het_bestand(tmp_path: Path) -> None:
    """The unit of vsv is a percentage, and never above a hundred; uitstroom is a count."""
    vsv = "Voortijdige schoolverlaters zonder startkwalificatie (vsv-ers) in afgelopen schooljaar"
    bestand = tmp_path / "anderen.csv"
    bestand.write_text(referentiebestand(f"{vsv};Delft;2024;240", "Uitstroom naar werk;Delft;2024;24 %"))
    with pytest.raises(Exception, match="het kan niet hoger zijn dan 100") as fout:
        call_command("load_document", str(bestand), verbosity=0)
    assert "regel 3" in str(fout.value)
    assert "het is een percentage, en de eenheid is aantal" in str(fout.value)
