"""Changes to a document that once put a figure under a wrong year, post or sign without a word. Each is refused."""

import pytest

from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from ingest.lezer.soorten import OVER_HET_DOCUMENT
from ingest.structuur.bekend import Structuur
from ingest.structuur.koppeling import koppel_namen
from tests.gereedschap.documenten.documenten import Schade, alles, anders, leeg, tekst_van

pytestmark = pytest.mark.django_db

AANVALLEN = [
    pytest.param("PB 2026", anders(500, "Begroting 2027", "Begroting 2026"), 500, id="jaar-twee-keer-in-geldkop"),
    pytest.param("PB 2026", anders(717, "1.000", "1.00"), 719, id="schaal-honderd"),
    pytest.param("PB 2026", anders(909, "Jaarrekening 2024", "Jaarrekening 2034"), 909, id="rekening-van-later"),
    pytest.param("PB 2026", anders(909, "Jaarrekening 2024", "Begroting 2024"), 909, id="rekening-als-begroting"),
    pytest.param("PB 2026", anders(500, "Begroting 2029", "Begroting 2092"), 500, id="jaar-verwisseld"),
    pytest.param("PB 2026", anders(512, "2029", "2092"), 512, id="jaar-van-indicator"),
    pytest.param("PB 2026", anders(772, "2026 2027 2028 2029", "2016 2017 2018 2019"), 772, id="jaren-van-beleid"),
    pytest.param("PB 2026", anders(627, "PB 2026", "PB 2020"), 627, id="oude-editie"),
    pytest.param("PB 2026", anders(627, "PB 2026 - 180 180 180 180", "PB 9999 - - - - -"), 627, id="lege-editie"),
    pytest.param("PB 2023", anders(506, "2024", "2042"), 506, id="jaar-van-uitsplitsing"),
    pytest.param(
        "PB 2026",
        anders(594, "Bevorderen groei werkgelegenheid", "Beperken uitval in het onderwijs"),
        594,
        id="naam-van-een-ander",
    ),
    pytest.param(
        "PB 2023", anders(560, "Afstemming regionale agenda economie", "Actieagenda: economie!"), 560, id="slug"
    ),
    pytest.param(
        "PB 2026",
        alles(anders(911, "Lasten", "Xasten"), anders(912, "Baten", "Lasten"), anders(911, "Xasten", "Baten")),
        501,
        id="lasten-en-baten-verwisseld",
    ),
    pytest.param("PB 2026", anders(501, "-14.714", "14.714"), 501, id="een-teken"),
    pytest.param("PB 2026", anders(917, "-63.257", "63.257"), 917, id="teken-van-saldo"),
    pytest.param("PB 2026", anders(685, "2.568", "2,568"), 685, id="komma-voor-punt"),
    pytest.param("PB 2026", anders(501, "-14.714", "-14,714"), 501, id="komma-in-geld"),
    pytest.param("PB 2026", anders(501, "-14.714", "-14.714%"), 501, id="procent-in-geld"),
    pytest.param("PB 2026", anders(777, "150 150", "150% 150"), 774, id="procent-in-beleid"),
    pytest.param("PB 2026", anders(574, "2.212", "9.999.999.999.999.999"), 574, id="te-groot"),
    pytest.param("PB 2026", anders(770, "€ 1.000", "€ ."), 772, id="schaal-is-geen-getal"),
    pytest.param("PB 2026", leeg(725), 727, id="rij-uit-een-post"),
    pytest.param("PB 2026", leeg(727), 728, id="totaal-uit-een-post"),
]


def lees(structuur: Structuur, tekst: str, publicatie: str | None = None) -> Concept:
    return koppel_namen(lees_document(tekst.encode(), publicatie).concept, structuur)


@pytest.mark.parametrize(("publicatie", "schade", "regel"), AANVALLEN)
def test_geweigerd_op_de_eigen_regel(structuur: Structuur, publicatie: str, schade: Schade, regel: int) -> None:
    fouten = lees(structuur, schade(tekst_van(publicatie))).fouten
    assert regel in [fout.regel for fout in fouten], fouten


def test_kop_midden_in_een_tekst(structuur: Structuur) -> None:
    """A sentence that looks like a heading does not move what follows it to another doelstelling."""
    kop = "\nDoelstelling 1.4 hangt hiermee samen."
    tekst = tekst_van("PB 2026").replace("\nUitstroom naar werk \n", f"{kop}\nUitstroom naar werk \n")
    concept = lees(structuur, tekst)
    assert any("hangt hiermee samen" in fout.tekst for fout in concept.fouten)
    assert not any(cijfer.definitie for cijfer in concept.cijfers if cijfer.naam == "Uitstroom naar werk")


def test_twee_edities_in_een_bestand(structuur: Structuur) -> None:
    """Being told which edition it is does not make one document of two; that cannot be accepted either."""
    concept = lees(structuur, tekst_van("PB 2026") + "\n" + tekst_van("PB 2023"), "PB 2026")
    assert ("hoofdstuk", 1065 + 290) in {(fout.soort, fout.regel) for fout in concept.fouten}
    assert "hoofdstuk" in OVER_HET_DOCUMENT


def test_verteld_beslist_waar_het_document_twijfelt(structuur: Structuur) -> None:
    """A slip in one heading: the one who loads it may say which begroting it is."""
    tekst = anders(63, "2026", "2025")(tekst_van("PB 2026"))
    assert [fout.soort for fout in lees(structuur, tekst).fouten] == ["publicatie"]
    assert not lees(structuur, tekst, "PB 2026").fouten


def test_zonder_bron_is_een_bevinding(structuur: Structuur) -> None:
    concept = lees(structuur, leeg(623)(tekst_van("PB 2026")))
    assert [b.regel for b in concept.bevindingen if b.soort == "zonder bron"] == [625]


@pytest.mark.parametrize(
    "rij", ["Fietsen € 150 € 160", "Fietsen 181 190 n.v.t.", "Fietsen *181* *190*", "Fietsen +181 +190"]
)
def test_scan_ziet_ook_andere_cellen(structuur: Structuur, rij: str) -> None:
    tekst = tekst_van("PB 2026").split("\n")
    tekst[704] = rij
    fouten = lees(structuur, "\n".join(tekst)).fouten
    assert [(fout.soort, fout.regel) for fout in fouten] == [("niet gelezen", 705)]
