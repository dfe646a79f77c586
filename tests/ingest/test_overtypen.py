"""Lines that are typed over: which lines are left, and which line each of them prints."""

import pytest

from ingest.lezer.regels import maak_regel
from ingest.overtypen import Overgetypt, typ_over

REGELS = [maak_regel(nummer, f"r{nummer}") for nummer in range(1, 8)]


@pytest.mark.parametrize(
    ("overgetypt", "verwacht"),
    [
        pytest.param([Overgetypt(3, 5, ("a",))], "r1:1 r2:2 a:3 r6:6 r7:7", id="minder-regels"),
        pytest.param([Overgetypt(3, 3, ("a", "b"))], "r1:1 r2:2 a:3 b:3 r4:4 r5:5 r6:6 r7:7", id="meer-regels"),
        pytest.param(
            [Overgetypt(2, 5, ("a", "b")), Overgetypt(3, 3, ("c",))], "r1:1 a:2 b:3 r6:6 r7:7", id="binnen-een-ander"
        ),
    ],
)
def test_typ_over(overgetypt: list[Overgetypt], verwacht: str) -> None:
    regels, herkomst = typ_over(REGELS, overgetypt)
    assert [regel.nummer for regel in regels] == list(range(1, len(regels) + 1))
    gevonden = (f"{regel.gedrukt}:{nummer}" for regel, nummer in zip(regels, herkomst, strict=True))
    assert " ".join(gevonden) == verwacht
