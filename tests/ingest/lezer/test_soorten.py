"""The reader and the tables know the same kinds, by the same words: neither imports the other."""

from enum import StrEnum

import pytest

from indicators.models import Bedrag, Bevinding, Geldkant, Geldstand, Geldtabel, Postrol, Publicatie, Tekst, Vermelding
from ingest.lezer.concept import Ernst
from ingest.lezer.soorten import (
    OVER_HET_DOCUMENT,
    Bedragsoort,
    Bedragstand,
    Cijfersoort,
    Kant,
    Leegsoort,
    Programmarol,
    Publicatiesoort,
    Tabelsoort,
    Tekstsoort,
)


@pytest.mark.parametrize(
    ("van_de_lezer", "van_de_tabellen", "alleen_van_de_lezer"),
    [
        pytest.param(Publicatiesoort, Publicatie.Soort, set(), id="publicatie"),
        pytest.param(Cijfersoort, Vermelding.Soort, set(), id="cijfer"),
        pytest.param(Leegsoort, Vermelding.Leeg, {""}, id="leeg"),
        pytest.param(Bedragsoort, Bedrag.Soort, set(), id="bedrag"),
        pytest.param(Bedragstand, Geldstand, set(), id="stand"),
        pytest.param(Kant, Geldkant, set(), id="kant"),
        pytest.param(Tabelsoort, Geldtabel, {"indicator", "beleid"}, id="tabel"),
        pytest.param(Tekstsoort, Tekst.Soort, set(), id="tekst"),
        pytest.param(Ernst, Bevinding.Ernst, set(), id="ernst"),
    ],
)
def test_de_lezer_en_de_tabellen_kennen_dezelfde_soorten(
    van_de_lezer: type[StrEnum], van_de_tabellen: type[StrEnum], alleen_van_de_lezer: set[str]
) -> None:
    lezer = {soort.name: soort.value for soort in van_de_lezer if soort.value not in alleen_van_de_lezer}
    tabellen = {soort.name: soort.value for soort in van_de_tabellen}
    assert lezer == tabellen
    assert alleen_van_de_lezer <= {soort.value for soort in van_de_lezer}


def test_wat_een_rij_voor_haar_programma_is_kan_een_post_zijn() -> None:
    assert {rol.name: rol.value for rol in Programmarol}.items() <= {rol.name: rol.value for rol in Postrol}.items()


def test_vijf_soorten_bevinding_gaan_over_het_hele_document() -> None:
    assert set(OVER_HET_DOCUMENT) == {"bestand", "soort onbekend", "publicatie", "hoofdstuk", "gemeente"}
