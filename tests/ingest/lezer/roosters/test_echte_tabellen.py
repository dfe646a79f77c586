"""Twelve real tables of nine municipalities, each in four forms: what is read of them is what was typed by hand."""

import pytest

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.document import lees_concept
from ingest.ontwerp.overtypen import Overgetypt, om_te_typen, typ_over
from tests.gereedschap.documenten.echt import lees, map_van

pytestmark = pytest.mark.documents

# Of the figures typed by hand, how many are read without an answer. What is not read: stands that are not printed
# (raalte), expectations that are neither result nor goal (smg), differences of other columns (z-js2023), two amounts
# in one cell (z-pn2026).
GELEZEN = {
    "aalsmeer-b2024-mjr": 84,
    "breda-b2024-totaal": 137,
    "denbosch-b2024-kosten": 18,
    "ettenleur-b2025-kosten": 52,
    "mdelfland-kn2026": 16,
    "oss-b2024-bijlage5": 160,
    "raalte-jv2024-taakveld": 0,
    "rotterdam-b2023-bbv": 49,
    "smg-b2023-indicatoren": 6,
    "z-js2021-bijlage": 78,
    "z-js2023-rechtmatigheid": 20,
    "z-pn2026-prog1": 32,
}


# LibreOffice prints some of their columns beside the page, and nothing is read of what is left.
NAAST_DE_BLADZIJDE = {"breda-b2024-totaal", "raalte-jv2024-taakveld"}


@pytest.mark.parametrize("vorm", ["html", "docx", "chromium", "libreoffice"])
@pytest.mark.parametrize("naam", sorted(GELEZEN))
def test_wat_gelezen_is_staat_er_zo_en_de_rest_wordt_gezegd(naam: str, vorm: str) -> None:
    uitslag = lees(naam, vorm)
    past_niet = vorm == "libreoffice" and naam in NAAST_DE_BLADZIJDE
    verwacht = 0 if past_niet else GELEZEN[naam]
    assert (uitslag.gelezen, uitslag.anders, uitslag.zonder_woord) == (verwacht, [], [])


@pytest.mark.parametrize("naam", sorted(GELEZEN))
def test_in_platte_tekst_verdwijnt_niets(naam: str) -> None:
    """With a cell on each line it cannot be read, and each figure is in a finding; markdown has cells, and is read."""
    vorm = "markdown" if (map_van(naam) / f"{naam}.md").exists() else "tekst"
    uitslag = lees(naam, vorm)
    verwacht = GELEZEN[naam] if vorm == "markdown" else 0
    assert (uitslag.gelezen, uitslag.anders, uitslag.zonder_woord) == (verwacht, [], [])


def test_een_tabel_zonder_kop_is_na_een_antwoord_gelezen() -> None:
    """The stands are not printed: a person puts them above the columns, and types nothing else."""
    naam = "raalte-jv2024-taakveld"
    regels = lees_regels((map_van(naam) / f"{naam}.html").read_bytes())
    tabel = [regel for regel in regels if regel.cellen]
    standen = ("primitieve begroting", "begroting na wijziging", "rekening")
    kolommen = [f"{kant} {stand} 2024" for stand in standen for kant in ("lasten", "baten", "saldo")]
    getypt = (" | ".join(["Code", "Taakveld", *kolommen]), *map(om_te_typen, tabel[1:]))
    concept = lees_concept(typ_over(regels, [Overgetypt(tabel[0].nummer, tabel[-1].nummer, getypt)])[0], None, "")
    assert sum(bedrag.gedrukte_waarde is not None for bedrag in concept.bedragen) == 63
