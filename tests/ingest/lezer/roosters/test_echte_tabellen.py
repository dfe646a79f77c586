"""Twelve real tables of nine municipalities, each in four forms: what is read of them is what was typed by hand."""

from collections.abc import Callable, Sequence

import pytest

from ingest.lezer.document import lees_concept, lees_document
from ingest.lezer.regels import Regel
from ingest.ontwerp.overtypen import Overgetypt, om_te_typen, typ_over
from tests.gereedschap.documenten.echt import inhoud, lees, map_van, vergelijk

pytestmark = pytest.mark.documents

# Of the figures typed by hand, how many are read without an answer. What is not read: stands that are not printed
# (raalte), two amounts in one cell below one name (z-pn2026).
GELEZEN = {
    "aalsmeer-b2024-mjr": 84,
    "breda-b2024-totaal": 137,
    "denbosch-b2024-kosten": 18,
    "ettenleur-b2025-kosten": 52,
    "mdelfland-kn2026": 16,
    "oss-b2024-bijlage5": 160,
    "raalte-jv2024-taakveld": 0,
    "rotterdam-b2023-bbv": 49,
    "smg-b2023-indicatoren": 8,
    "z-js2021-bijlage": 78,
    "z-js2023-rechtmatigheid": 30,
    "z-pn2026-prog1": 54,
}
# Chromium prints the lines of these cells beside other lines of the name: which amount is of which cannot be seen.
VERSCHOVEN = {("z-pn2026-prog1", "chromium"): 40}


# LibreOffice prints some of their columns beside the page, and nothing is read of what is left.
NAAST_DE_BLADZIJDE = {"breda-b2024-totaal", "raalte-jv2024-taakveld"}


@pytest.mark.parametrize("vorm", ["html", "docx", "chromium", "libreoffice"])
@pytest.mark.parametrize("naam", sorted(GELEZEN))
def test_wat_gelezen_is_staat_er_zo_en_de_rest_wordt_gezegd(naam: str, vorm: str) -> None:
    uitslag = lees(naam, vorm)
    past_niet = vorm == "libreoffice" and naam in NAAST_DE_BLADZIJDE
    verwacht = 0 if past_niet else VERSCHOVEN.get((naam, vorm), GELEZEN[naam])
    assert (uitslag.gelezen, uitslag.anders, uitslag.zonder_woord) == (verwacht, [], [])


@pytest.mark.parametrize("naam", sorted(GELEZEN))
def test_in_platte_tekst_verdwijnt_niets(naam: str) -> None:
    """With a cell on each line it cannot be read, and each figure is in a finding; markdown has cells, and is read."""
    vorm = "markdown" if (map_van(naam) / f"{naam}.md").exists() else "tekst"
    uitslag = lees(naam, vorm)
    verwacht = GELEZEN[naam] if vorm == "markdown" else 0
    assert (uitslag.gelezen, uitslag.anders, uitslag.zonder_woord) == (verwacht, [], [])


STANDEN = ("primitieve begroting", "begroting na wijziging", "rekening")
KOLOMMEN = [f"{kant} {stand} 2024" for stand in STANDEN for kant in ("lasten", "baten", "saldo")]
BUIG = ["-4.935 | 4.935", *["-4.935 | 4.982"] * 6]


def met_kop(rijen: Sequence[Regel]) -> list[str]:
    """The stands of raalte are not printed: they are put above the columns that the file has."""
    gevuld = [rij for rij in rijen if rij.cellen and all(rij.cellen)]
    breedte = len(gevuld[0].cellen or ())
    return [" | ".join(["Code", "Taakveld", *KOLOMMEN[: breedte - 2]]), *map(om_te_typen, gevuld)]


def zonder_laatste(rijen: Sequence[Regel]) -> list[str]:
    """Of breda LibreOffice prints the unit and most columns beside the page, and of the last one left one amount."""
    return ["Bedragen x € 1.000", *(f"| {' | '.join((rij.cellen or ())[:-1])} |" for rij in rijen)]


def elk_op_zijn_regel(_: Sequence[Regel]) -> list[str]:
    """The lines of the cells of the BUIG, each beside the line of its name, as a person sees them on the page."""
    lasten, baten = zip(*(cel.split(" | ") for cel in BUIG), strict=True)
    naam = "2.1 Bijstandsuitkeringen (BUIG) | | | | | | | "
    return [naam, " | ".join(["- lasten", *lasten]), " | ".join(["- baten", *baten])]


Antwoord = Callable[[Sequence[Regel]], list[str]]
ANTWOORDEN: dict[tuple[str, str], tuple[str, Antwoord, int]] = {
    ("raalte-jv2024-taakveld", "html"): ("niet gelezen: van welk jaar", met_kop, 63),
    ("raalte-jv2024-taakveld", "docx"): ("niet gelezen: van welk jaar", met_kop, 63),
    ("raalte-jv2024-taakveld", "chromium"): ("niet gelezen: van welk jaar", met_kop, 63),
    ("raalte-jv2024-taakveld", "libreoffice"): ("van een soort die de lezer niet kent", met_kop, 42),
    ("breda-b2024-totaal", "libreoffice"): ("niet gelezen: van welk jaar", zonder_laatste, 90),
    ("z-pn2026-prog1", "chromium"): ("welk bedrag bij welke regel", elk_op_zijn_regel, 54),
}
"""Of each that has more than a row left: the finding that is answered, what is typed, and what is read then.

What raalte and breda have beside the page of LibreOffice (21 and 46 figures) is not in the file.
"""


@pytest.mark.parametrize(("naam", "vorm"), sorted(ANTWOORDEN))
def test_na_een_antwoord_is_bijna_alles_gelezen(naam: str, vorm: str) -> None:
    over, typ, aantal = ANTWOORDEN[naam, vorm]
    gelezen = lees_document(inhoud(naam, vorm))
    [bevinding] = [b for b in gelezen.concept.fouten if over in b.tekst]
    van, tot = bevinding.regel or 0, bevinding.tot or 0
    getypt = tuple(typ(gelezen.regels[van - 1 : tot]))
    regels, _ = typ_over(gelezen.regels, [Overgetypt(van, tot, getypt)])
    uitslag = vergelijk(naam, lees_concept(regels, None, ""), regels)
    assert (uitslag.gelezen, uitslag.anders) == (aantal, [])
