"""The reader and the tables know the same kinds, by the same words: neither imports the other."""

from enum import StrEnum

import pytest

from indicators.models import Bedrag, Bevinding, Geldkant, Geldstand, Geldtabel, Publicatie, Tekst, Vermelding
from ingest.lezer.concept import Ernst
from ingest.lezer.soorten import (
    OVER_HET_DOCUMENT,
    Bedragsoort,
    Bedragstand,
    Bevindingsoort,
    Cijfersoort,
    Kant,
    Leegsoort,
    Publicatiesoort,
    Tabelsoort,
    Tekstsoort,
)


@pytest.mark.parametrize(
    ("van_de_lezer", "van_de_tabellen", "alleen_van_de_lezer", "alleen_van_de_tabellen"),
    [
        pytest.param(Publicatiesoort, Publicatie.Soort, set(), set(), id="publicatie"),
        pytest.param(Cijfersoort, Vermelding.Soort, set(), set(), id="cijfer"),
        pytest.param(Leegsoort, Vermelding.Leeg, {""}, set(), id="leeg"),
        pytest.param(Bedragsoort, Bedrag.Soort, set(), set(), id="bedrag"),
        pytest.param(Bedragstand, Geldstand, set(), set(), id="stand"),
        pytest.param(Kant, Geldkant, set(), set(), id="kant"),
        pytest.param(Tabelsoort, Geldtabel, {"indicator", "beleid"}, set(), id="tabel"),
        pytest.param(Tekstsoort, Tekst.Soort, set(), set(), id="tekst"),
        pytest.param(Ernst, Bevinding.Ernst, set(), set(), id="ernst"),
        pytest.param(Bevindingsoort, Bevinding.Soort, set(), {"keuze vervallen"}, id="bevinding"),
    ],
)
def test_de_lezer_en_de_tabellen_kennen_dezelfde_soorten(
    van_de_lezer: type[StrEnum],
    van_de_tabellen: type[StrEnum],
    alleen_van_de_lezer: set[str],
    alleen_van_de_tabellen: set[str],
) -> None:
    lezer = {soort.name: soort.value for soort in van_de_lezer if soort.value not in alleen_van_de_lezer}
    tabellen = {soort.name: soort.value for soort in van_de_tabellen if soort.value not in alleen_van_de_tabellen}
    assert lezer == tabellen
    assert alleen_van_de_lezer <= {soort.value for soort in van_de_lezer}
    assert alleen_van_de_tabellen <= {soort.value for soort in van_de_tabellen}


def test_vijf_soorten_bevinding_gaan_over_het_hele_document() -> None:
    assert set(OVER_HET_DOCUMENT) == {"bestand", "soort onbekend", "publicatie", "hoofdstuk", "gemeente"}
