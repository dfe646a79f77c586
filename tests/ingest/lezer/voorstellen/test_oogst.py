"""How much of what a person holds worth keeping is proposed, and how much is proposed that nobody takes.

The rules were made on PB 2026. Measured once on the others, as they then were, this was proposed (and left over):
PB 2023 3 of 6 (4), rapportage 2024-H2 6 of 12 (1), rapportage 2023-2024 5 of 14 (2), kadernota 6 of 40 (13). After
that general rules were added with these documents in sight: "u" is the raad; the rows of tables are read, for
moties and promises by their number; more words for others (vergelijkingsgroep, benchmark) and for who gives money; a
new meting or indicator is no other definition. So the floors here guard what is reached; they promise nothing about a
document that nobody here has read.
"""

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec.yaml
import pytest

from ingest.lezer.document import lees_document
from tests.gereedschap.documenten.leesvoorstellen import koppel, soort_van, voorstellen_van
from tests.gereedschap.paden import PROJECT

VERWACHT: dict[str, Any] = msgspec.yaml.decode(
    (PROJECT / "tests/ingest/lezer/voorstellen/verwacht.yaml").read_text(encoding="utf-8")
)
DEEL = 0.8
OVER = 2


@pytest.mark.documents
@pytest.mark.parametrize("document", VERWACHT)
def test_vier_van_de_vijf_worden_voorgesteld(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And at most two are left for each one that is taken."""
    passages = VERWACHT[document]["passages"]
    gelezen = lees_document((Path(os.environ["DOCUMENTS"]) / VERWACHT[document]["bestand"]).read_bytes())
    voorstellen = voorstellen_van(gelezen)
    genomen = koppel(passages, voorstellen)
    met_de_hand = Counter(soort_van(passage["soort"]) for passage in passages)
    voorgesteld = Counter(soort_van(voorstel.soort) for voorstel in voorstellen)
    raak = Counter(soort_van(passages[plek]["soort"]) for plek in genomen.values())
    regels = [f"\n{document}: {len(genomen)} of {len(passages)}, {len(voorstellen) - len(genomen)} left over"]
    regels += [
        f"  {soort}: {raak[soort]} of {met_de_hand[soort]}, {voorgesteld[soort] - raak[soort]} left over"
        for soort in sorted(met_de_hand | voorgesteld)
    ]
    with capsys.disabled():
        sys.stdout.write("\n".join([*regels, ""]))
    assert len(genomen) >= DEEL * len(passages)
    assert len(voorstellen) - len(genomen) <= OVER * len(genomen)
