"""The period that words name, also as a scanner prints them: another period is another figure."""

import pytest

from ingest.lezer.taal.periodes import vind_perioden

PERIODEN = [
    ("2e kwartaal 2024", "2024-Q2"),
    ("2% kwartaal 2024", "2024-Q2"),
    ("2 e kwartaal 2024", "2024-Q2"),
    ("2^e kwartaal van 2024", "2024-Q2"),
    ("tweede helft van 2024", "2024-H2"),
    ("1 mei 2024", "2024-05-01"),
    # of which the number is not there, or not one: nobody knows which it is
    ("%e kwartaal 2024", ""),
    ("het kwartaal 2024", ""),
    ("derde helft van 2024", ""),
    ("1e en 2e kwartaal van 2024", ""),
    ("eerste t/m derde kwartaal 2024", ""),
    # no day of any calendar
    ("31 februari 2024", ""),
    ("99 mei 2024", ""),
]


@pytest.mark.parametrize(("woorden", "waarde"), PERIODEN)
def test_welke_periode_woorden_noemen(woorden: str, waarde: str) -> None:
    assert [periode.waarde for periode in vind_perioden(f"Het cijfer van {woorden} is 12.")] == [waarde]
