"""Which kind of document it is: recognised, or said by a person; a kind that is not known is refused."""

import pytest

from ingest.lezer.document import lees_document
from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.soorten import Publicatiesoort
from ingest.lezer.stukken.soort import herken_soort
from tests.gereedschap.documenten.documenten import tekst_van, volledig
from tests.gereedschap.documenten.stukken import H2, JAARSTUKKEN, KADERNOTA, NOTA, RAPPORTAGE, SCAN
from tests.gereedschap.laden import Laad, rijen_in_de_database


@pytest.mark.parametrize(
    ("tekst", "soort", "regel"),
    [
        pytest.param(tekst_van("PB 2023"), "programmabegroting", 42, id="PB-2023"),
        pytest.param(tekst_van("PB 2026"), "programmabegroting", 63, id="PB-2026"),
        pytest.param(RAPPORTAGE, "rapportage", 1, id="rapportage"),
        pytest.param(KADERNOTA, "kadernota", 2, id="kadernota"),
        pytest.param(JAARSTUKKEN, "jaarstukken", 1, id="jaarstukken"),
        pytest.param("Gemeente Zoetermeer\nProgrammabegroting 2027-2030\n", "programmabegroting", 2, id="titel-PB"),
        pytest.param(JAARSTUKKEN.removeprefix("Jaarstukken 2023\n"), "jaarstukken", 16, id="jaarstukken-zonder-titel"),
        pytest.param("Een brief over de rapportage\naan Zoetermeer\n", None, None, id="brief"),
        ("Gemeente Waterdam\nBegroting 2031\n", "programmabegroting", 2),
        ("Meerjarenbegroting 2031\n", "programmabegroting", 1),
        ("Perspectiefnota 2026\n", "kadernota", 1),
        ("Voorjaarsnota 2026\n", "kadernota", 1),
        ("Tussenbericht 2025\n", "rapportage", 1),
        ("Bestuursrapportage 2025\n", "rapportage", 1),
        ("Jaarverslag 2024\n", "jaarstukken", 1),
        pytest.param("Jaarrekening 2021\tLasten\nBegroting 2024\n", "programmabegroting", 2, id="kop-van-een-tabel"),
    ],
)
def test_soort_met_de_regel_die_het_zegt(tekst: str, soort: str | None, regel: int | None) -> None:
    assert herken_soort(lees_tekstregels(tekst.encode())) == (soort, regel)


@pytest.mark.documents
@pytest.mark.parametrize(
    ("naam", "soort", "regel"), [(H2, "rapportage", 3), (SCAN, "rapportage", 3), (NOTA, "kadernota", 7)]
)
def test_soort_van_de_documenten(naam: str, soort: str, regel: int) -> None:
    inhoud = (volledig("PB 2026").parent / naam).read_bytes()
    assert herken_soort(lees_tekstregels(inhoud)) == (soort, regel)


def test_een_mens_weet_het_beter() -> None:
    """What a person says goes before what the title tells."""
    gelezen = lees_document(RAPPORTAGE.encode(), soort=Publicatiesoort.KADERNOTA).concept
    assert gelezen.soort == "kadernota"
    assert not gelezen.cijfers


def test_de_vraag_zegt_waaraan_het_te_zien_is() -> None:
    assert lees_document(JAARSTUKKEN.encode()).concept.herkend_aan == "Jaarstukken 2023"
    assert lees_document(JAARSTUKKEN.encode(), soort=Publicatiesoort.JAARSTUKKEN).concept.herkend_aan == ""


def test_op_de_opdrachtregel_zegt_iemand_wat_het_is(laad: Laad) -> None:
    brief = "Een nota\n2026 - 2029\nvan Zoetermeer\n"
    assert "Niet te zien is wat voor stuk dit is" in laad(brief).stderr
    assert "Uit dit document is geen enkel cijfer" in laad(brief, opties=("--soort", "kadernota")).stderr


def test_onbekende_soort_wordt_geweigerd(laad: Laad) -> None:
    voor = rijen_in_de_database()
    afloop = laad("Een brief\naan de raad van Zoetermeer\n", opties=("--accepteer-fouten",))
    assert afloop.code == 1
    assert "Niet te zien is wat voor stuk dit is" in afloop.stderr
    assert rijen_in_de_database() == voor


@pytest.mark.parametrize(
    ("tekst", "verteld", "naam", "jaar", "deel"),
    [
        (RAPPORTAGE, None, "Rapportage SD 2024-H2", 2024, ""),
        (RAPPORTAGE, "Rapportage Wonen 2024-H2", "Rapportage Wonen 2024-H2", 2024, ""),
        (
            RAPPORTAGE,
            "Rapportage SD 2024-H1",
            "Rapportage SD 2024-H2",
            2024,
            "volgens het document Rapportage SD 2024-H2",
        ),
        (RAPPORTAGE, "PB 2024", "Rapportage SD 2024-H2", 2024, "geen naam van een rapportage. Schrijf bijvoorbeeld"),
        (KADERNOTA, "Kadernota 2024", "Kadernota 2020-2024", 2020, "volgens het document Kadernota 2020-2024"),
        (KADERNOTA.replace("2020 - 2024", ""), None, None, None, "noemt niet over welk jaar dit gaat"),
        (KADERNOTA.replace("2020 - 2024", ""), "Kadernota 2020-2024", "Kadernota 2020-2024", 2020, ""),
        (
            "Rapportage over Zoetermeer",
            "Rapportage SD 2023-11 tot 2024-08",
            "Rapportage SD 2023-11 tot 2024-08",
            2024,
            "",
        ),
        (JAARSTUKKEN, "Jaarstukken 2023", "Jaarstukken 2023", 2023, ""),
        ("Perspectiefnota 2026\nZoetermeer", None, "Kadernota 2026-2029", 2026, ""),
        ("Tussenbericht 2025\nZoetermeer", None, "Rapportage tussenbericht 2025", 2025, ""),
        ("1e Bestuursrapportage 2025\nZoetermeer", None, "Rapportage eerste bestuursrapportage 2025", 2025, ""),
    ],
)
def test_naam_van_een_stuk(tekst: str, verteld: str | None, naam: str | None, jaar: int | None, deel: str) -> None:
    """A person may call it otherwise, but not of another kind or period."""
    concept = lees_document(tekst.encode(), verteld).concept
    assert (concept.publicatie, concept.jaar) == (naam, jaar)
    assert [b.tekst for b in concept.bevindingen if b.soort == "publicatie" and deel in b.tekst] or not deel
    assert deel or not [b for b in concept.bevindingen if b.soort == "publicatie"]
