"""What of a document can be searched: each line with text is in one piece, with its number."""

from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.taal.doorzoekbaar import doorzoekbaar

DOCUMENT = """Preventie
De gemeente helpt wie schulden
heeft. Dat doet zij met het Geldpunt.

- geld lenen
- [samengevat] budgetbeheer

Geldpunt\t223\t-223
610 Schuldhulp -239 130
Zie [het beleid](https://example.org/beleid) van 2026.
"""


def stukken(tekst: str) -> list[tuple[int, int, str, bool]]:
    gevonden = doorzoekbaar(lees_tekstregels(tekst.encode()))
    return [(zin.regel(0), zin.regel(len(zin.tekst)), zin.tekst, samengevat) for zin, samengevat in gevonden]


def test_een_zin_loopt_door_en_een_rij_een_kop_en_een_punt_staan_alleen() -> None:
    assert stukken(DOCUMENT) == [
        (1, 1, "Preventie", False),
        (2, 3, "De gemeente helpt wie schulden heeft.", False),
        (3, 3, "Dat doet zij met het Geldpunt.", False),
        (5, 5, "geld lenen", False),
        (6, 6, "budgetbeheer", True),
        (8, 8, "Geldpunt 223 -223", False),
        (9, 9, "610 Schuldhulp -239 130", False),
        (10, 10, "Zie het beleid van 2026.", False),
    ]


def test_wat_wij_samenvatten_hoort_niet_bij_de_kop_erboven() -> None:
    assert stukken("Economie\n[samengevat] De stad groeit. Er komt werk bij.\n") == [
        (1, 1, "Economie", False),
        (2, 2, "De stad groeit. Er komt werk bij.", True),
    ]
