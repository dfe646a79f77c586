"""A document on its page: below its headings, with its rows in cells; and a line with the header of its table."""

from xml.etree.ElementTree import Element

import pytest

from tests.gereedschap.paginas import Pagina, met_id, tekst


def cellen(boom: Element, regel: int) -> list[str]:
    rij = met_id(boom, f"regel-{regel}")
    return [tekst(deel) for deel in rij.iter("span") if deel.get("class") in ("regel__naam", "regel__cel")]


@pytest.mark.parametrize(
    ("adres", "regel", "verwacht"),
    [
        ("/bronnen/PB-2026/", 626, ["Realisatie", "181", "-", "-", "-", "-"]),
        ("/bronnen/PB-2026/", 658, ["Begroting PB 2026", "-", "25", "25", "25", "25"]),
        ("/bronnen/PB-2026/", 731, ["Totaal 610.03.200 BBZ", "-105", "-110", "-110", "-110", "-110"]),
        ("/bronnen/PB-2023/", 561, ["Innovatieprijs 2 jaarlijks", "30", "0", "30", "0"]),
        ("/bronnen/PB-2026/", 349, None),
        # The marks of a text file (<b>, ####, **) are not printed.
        ("/bronnen/PB-2023/", 571, ["Resultaat", "-47.757", "-52.693", "-50.158", "-49.966", "-49.668", "-50.068"]),
        ("/bronnen/PB-2023/", 20, ["Onderwijs"]),
    ],
)
def test_een_rij_staat_in_cellen(pagina: Pagina, adres: str, regel: int, verwacht: list[str] | None) -> None:
    gevonden = cellen(pagina(adres), regel)

    assert gevonden == verwacht if verwacht else len(gevonden) == 1


def test_het_document_staat_in_delen_onder_zijn_koppen(pagina: Pagina) -> None:
    delen = [tekst(kop) for kop in pagina("/bronnen/PB-2026/").iter("summary")]

    assert "regel 1 tot en met 120" in delen[0]
    assert any("Doelstelling 1.5 Stimuleren duurzame arbeidsparticipatie" in deel for deel in delen)
    assert len(delen) > 5


def test_elke_regel_staat_er_een_keer(pagina: Pagina) -> None:
    regels = [li.get("id") for li in pagina("/bronnen/PB-2026/").iter("li") if "regel " in f"{li.get('class')} "]

    assert len(regels) == len(set(regels)) == 537


def test_de_kop_van_de_tabel_staat_bij_een_regel_die_er_ver_onder_staat(pagina: Pagina) -> None:
    """PB 2026, 719: the header of the uitsplitsing; of 626 the header (625) is in sight."""
    assert "De kop van deze tabel staat op regel 719: uitsplitsing op sectorproduct Begroting 2025" in tekst(
        pagina("/bronnen/PB-2026/regels/731/")
    )
    assert "De kop van deze tabel" not in tekst(pagina("/bronnen/PB-2026/regels/626/"))
