"""An OpenDocument text: what is printed, in its order, and nothing that is not."""

import pytest

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.bestanden.herkenning import Formaat, herken_bestand
from ingest.lezer.regels import Onleesbaar
from tests.gereedschap.documenten.maak_odt import uit_xml


def regels(xml: str) -> list[tuple[str, bool]]:
    return [(regel.gedrukt, regel.kop) for regel in lees_regels(uit_xml(xml)) if not regel.leeg]


def cel(tekst: str, **aantallen: int) -> str:
    kenmerken = "".join(f' table:number-columns-{naam}="{aantal}"' for naam, aantal in aantallen.items())
    return f"<table:table-cell{kenmerken}><text:p>{tekst}</text:p></table:table-cell>"


def rij(*cellen: str, herhaald: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{herhaald}">{"".join(cellen)}</table:table-row>'


def test_koppen_alineas_en_punten() -> None:
    assert regels(
        '<text:h>Doel</text:h><text:p>Een <text:span text:style-name="V">vet</text:span> woord</text:p>'
        "<text:list><text:list-item><text:p>Punt</text:p></text:list-item></text:list>"
        '<text:section><text:p><text:span text:style-name="V">Helemaal vet</text:span></text:p></text:section>'
    ) == [("Doel", True), ("Een vet woord", False), ("- Punt", False), ("Helemaal vet", True)]


def test_wat_niet_gedrukt_is_wordt_niet_gelezen() -> None:
    weg = "<text:table-of-content><text:index-body><text:p>Doel 3</text:p></text:index-body></text:table-of-content>"
    noot = "<text:note-citation>1</text:note-citation><text:note-body><text:p>Noot</text:p></text:note-body>"
    anders = "<text:tracked-changes><text:p>Weg</text:p></text:tracked-changes>"
    opmerking = "<office:annotation><text:p>Let op</text:p></office:annotation>"
    alinea = f"<text:p>200<text:note>{noot}</text:note> banen{opmerking}</text:p>"
    assert regels(f"{weg}{anders}{alinea}") == [("200¹ banen", False)]


def test_samengevoegde_en_herhaalde_cellen() -> None:
    kop = rij(cel("Post"), cel("2031", spanned=2), "<table:covered-table-cell/>")
    rijen = rij(cel("Dijken"), cel("5", repeated=2))
    tabel = f"<table:table><table:table-header-rows>{kop}</table:table-header-rows>{rijen}</table:table>"
    assert regels(tabel) == [("Post\t2031\t", False), ("Dijken\t5\t5", False)]


def test_een_miljoen_lege_cellen_is_geen_document() -> None:
    rijen = rij(cel("x", repeated=16_384), herhaald=1_048_576)
    with pytest.raises(Onleesbaar, match="te veel cellen"):
        lees_regels(uit_xml(f"<table:table>{rijen}</table:table>"))


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (uit_xml("<text:p>"), "is beschadigd"),
        (
            uit_xml("<text:p>&a;</text:p>", '<!DOCTYPE x [<!ENTITY a "b">]>'),
            "bevat opdrachten die niet in een OpenDocument",
        ),
    ],
)
def test_een_kapot_bestand_krijgt_een_zin(inhoud: bytes, zin: str) -> None:
    assert herken_bestand(inhoud).formaat is Formaat.ODT
    with pytest.raises(Onleesbaar, match=zin):
        lees_regels(inhoud)
