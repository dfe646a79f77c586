"""`make bench` ends and leaves nothing behind, also when the site does not answer as it should."""

import pytest

from tests.gereedschap.processen.processen import Processen

VERKEERD = """
from benchmarks import verzoeken
verzoeken.HOOFDPAGINAS = ("/bestaat-niet/",)
verzoeken.meet_verzoeken()
"""


@pytest.mark.drawn
def test_na_een_onverwacht_antwoord_is_er_niets_over(processen: Processen) -> None:
    meting = processen.start("-c", VERKEERD, TMPDIR=str(processen.data_dir))
    _, fouten = meting.communicate(timeout=300)

    assert meting.returncode == 1
    assert "200 verwacht op b'GET /bestaat-niet/" in fouten
    assert processen.over() == []
    assert list(processen.data_dir.iterdir()) == []
