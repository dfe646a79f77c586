"""A table of policy changes as a whole document: no amount under the name of another row, and none lost."""

import pytest

from ingest.lezer.document import lees_document
from tests.gereedschap.documenten.documenten import gemelde_regels

KOP = [
    "Programmabegroting 2031",
    "",
    "Indicatoren, trendgrafieken en financiën Programma 1",
    "Doelstelling 1.1 Droge voeten",
    "",
    "Bedragen x € 1.000",
    "Nieuw beleid 2031 2032 2033 2034",
]
EERSTE = len(KOP) + 1  # the line of the first row


def lees(*rijen: str, met_tabs: bool = False) -> tuple[dict[str, list[str]], set[int], list[str]]:
    """Per name what is read of it, the lines that a finding is about, and the findings of the table."""
    tekst = "\n".join([*KOP, *rijen, "", "Zo ver."])
    concept = lees_document((tekst.replace(" | ", "\t") if met_tabs else tekst).encode()).concept
    gelezen: dict[str, list[str]] = {}
    for bedrag in concept.bedragen:
        gelezen.setdefault(bedrag.post, []).append(bedrag.als_gedrukt)
    fouten = [fout for fout in concept.fouten if fout.regel in range(EERSTE, EERSTE + len(rijen))]
    return gelezen, gemelde_regels(fouten), [fout.tekst for fout in fouten]


SALDO = "Saldo 100 100 100 100"
GEMALEN = "Gemalen 1 2 3 4"
ONDER_EEN_GEWEIGERDE = [
    pytest.param("Dijken 10 20 30", id="een-bedrag-te-weinig"),
    pytest.param("Dijken 10 20 30 40 50", id="een-bedrag-te-veel"),
    pytest.param("Dijken 10 20 30 4O", id="letter-o-aan-het-eind"),
    pytest.param("2. Dijken 10 20 30 4O", id="letter-o-in-een-genummerde-rij"),
    pytest.param("2. Dijken 10 2O 30 40", id="letter-o-in-het-midden"),
    pytest.param("Dijken 10 20 30 40 (zie toelichting)", id="woorden-achter-de-bedragen"),
]


@pytest.mark.parametrize("geweigerd", ONDER_EEN_GEWEIGERDE)
def test_een_subrij_onder_een_geweigerde_rij_is_ook_geweigerd(geweigerd: str) -> None:
    """Its name is that of the refused row, or of the one before it: a figure under another name is a wrong figure."""
    gelezen, gemeld, zinnen = lees(
        GEMALEN, geweigerd, "- waarvan rente 5 6 7 8", "- waarvan klei 5 6 7 8", "Pompen 9 9 9 9", SALDO
    )
    assert set(gelezen) - {"Gemalen"} == {"Pompen", "Saldo"}
    assert gelezen.get("Gemalen", ["1", "2", "3", "4"]) == ["1", "2", "3", "4"]
    assert {EERSTE + 1, EERSTE + 2, EERSTE + 3} <= gemeld
    assert sum("de rij waar hij onder hoort, is niet gelezen" in zin for zin in zinnen) == 2


def test_een_subrij_onder_een_geweigerde_rij_met_tabs() -> None:
    gelezen, gemeld, _ = lees(
        "Gemalen | 1 | 2 | 3 | 4", "Dijken | 10 | 2O | 30 | 40", "- rente | 5 | 6 | 7 | 8", SALDO, met_tabs=True
    )
    assert gelezen == {"Gemalen": ["1", "2", "3", "4"], "Saldo": ["100"] * 4}
    assert gemeld == {EERSTE + 1, EERSTE + 2}


def test_een_subrij_onder_een_gelezen_rij_is_gelezen() -> None:
    gelezen, gemeld, _ = lees("Dijken 10 20 30 40", "- rente 5 6 7 8", "- klei 1 1 1 1", SALDO)
    assert gelezen == {
        "Dijken": ["10", "20", "30", "40"],
        "Dijken – rente": ["5", "6", "7", "8"],
        "Dijken – klei": ["1"] * 4,
        "Saldo": ["100"] * 4,
    }
    assert not gemeld


def test_tekst_onder_bedragen_is_van_niet_te_zien_welke_rij() -> None:
    """The end of the name above, or the beginning of a row of which the amounts are gone."""
    gelezen, gemeld, zinnen = lees(GEMALEN, "en de lange dijk", "Pompen 9 9 9 9", SALDO)
    assert gelezen == {"Pompen": ["9"] * 4, "Saldo": ["100"] * 4}
    assert gemeld == {EERSTE, EERSTE + 1}
    assert any(f"op regel {EERSTE + 1} staat onder de bedragen nog tekst" in zin for zin in zinnen)


def test_bedragen_zonder_naam_zijn_van_niemand() -> None:
    gelezen, gemeld, _ = lees("5 6 7 8", GEMALEN, SALDO)
    assert gelezen == {"Gemalen": ["1", "2", "3", "4"], "Saldo": ["100"] * 4}
    assert gemeld == {EERSTE}


@pytest.mark.parametrize("saldo", ["Saldo 100 100 100", "Saldo 100 100 100 1OO"])
def test_zonder_saldo_bewijst_niets_de_losse_bedragen(saldo: str) -> None:
    """The years of amounts on lines of their own are read from the layout; only the Saldo proves it."""
    gelezen, gemeld, zinnen = lees("1. Dijken", "- uit de reserve", "", *"12345678", "2. Pompen 9 9 9 9", saldo)
    assert gelezen == {"Pompen": ["9"] * 4}
    assert set(range(EERSTE + 3, EERSTE + 11)) | {EERSTE + 12} <= gemeld
    assert any("de rij Saldo op regel" in zin for zin in zinnen)


def test_een_saldo_met_een_andere_naam_is_niet_stil_weg() -> None:
    gelezen, gemeld, _ = lees("Dijken | 10 | 20 | 30 | 40", "Saldo nieuw | 10 | 20 | 30 | 40", met_tabs=True)
    assert gelezen == {"Dijken": ["10", "20", "30", "40"]}
    assert gemeld == {EERSTE + 1}
