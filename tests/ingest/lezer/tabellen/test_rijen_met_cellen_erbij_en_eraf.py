"""Every row of both editions with a cell added or taken away: never read, always reported with its own line."""

import csv
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lezer.document import lees_document
from tests.gereedschap.documenten.documenten import PUBLICATIES, tekst_van
from tests.gereedschap.paden import VERWACHT

SCHEIDING = {"PB 2023": "\t", "PB 2026": " "}


def rijen_met_een_label() -> list[tuple[str, int]]:
    """Lines of both editions with a label and cells behind it; loose amounts are in test_beschadigde_tabellen.py."""
    gevonden = []
    for publicatie in PUBLICATIES:
        regels = tekst_van(publicatie).split("\n")
        nummers = set()
        for soort in ("cijfers", "bedragen"):
            with (VERWACHT / f"{soort}-{publicatie.replace(' ', '-')}.csv").open(
                encoding="utf-8", newline=""
            ) as bestand:
                nummers |= {int(cel["regel"]) for cel in csv.DictReader(bestand)}
        gevonden += [(publicatie, n) for n in sorted(nummers) if any(teken.isalpha() for teken in regels[n - 1])]
    return gevonden


RIJEN = rijen_met_een_label()


@settings(max_examples=50, derandomize=True, deadline=None)
@given(st.sampled_from(RIJEN), st.data())
def test_rij_met_een_cel_meer_of_minder(rij: tuple[str, int], data: st.DataObject) -> None:
    publicatie, nummer = rij
    scheiding = SCHEIDING[publicatie]
    regels = tekst_van(publicatie).split("\n")
    delen = regels[nummer - 1].split(scheiding)
    if scheiding == " ":
        delen = [deel for deel in delen if deel]
    eerste_cel = (
        1 if scheiding == "\t" else next(i for i in range(len(delen)) if not re.search("[A-Za-z)]", "".join(delen[i:])))
    )
    plek = data.draw(st.integers(eerste_cel, len(delen) - 1), label="cel")
    if data.draw(st.booleans(), label="erbij"):
        delen.insert(plek, "12")
    else:
        del delen[plek]
    regels[nummer - 1] = scheiding.join(delen)
    concept = lees_document("\n".join(regels).encode()).concept
    assert nummer in [fout.regel for fout in concept.fouten]
    assert not [cel for cel in (*concept.cijfers, *concept.bedragen) if cel.regel == nummer]
