"""What makes two rows of a document two posts."""

from dataclasses import replace

import pytest

from indicators.models import Publicatie
from ingest.lezer.document import lees_document
from ingest.structuur.sleutels import postslug

STUK = "Kadernota 2032-2035\n\nGemeente Waterdam\n\nBedragen x € 1.000\nPost\t2032\t2033\nDijken\t-10\t-11\n"


@pytest.mark.parametrize("lang", [1, 40])
def test_twee_namen_die_alleen_aan_het_eind_verschillen_zijn_twee_posten(lang: int) -> None:
    """However long what stands above them is: an address has 300 signs."""
    bedrag, *_ = lees_document(STUK.encode()).concept.bedragen
    nota = Publicatie(naam="Kadernota 2032-2035", slug="Kadernota-2032-2035")
    namen = [replace(bedrag, onder="Programma Water " * lang, post=f"Dijken {waar}") for waar in ("oost", "west")]
    slugs = {postslug(naam, nota) for naam in namen}
    assert len(slugs) == 2
    assert max(map(len, slugs)) <= 300
