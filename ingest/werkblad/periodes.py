"""The year, and the part of it, that a heading or a cell of a workbook names."""

import re

_JAAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SCHOOLJAAR = re.compile(r"(?<!\d)(?P<van>(?:19|20)\d\d)\s*[-–/]\s*(?P<tot>(?:19|20)?\d\d)(?!\d|-)")
_RANG = {"1": 1, "2": 2, "3": 3, "4": 4, "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_DEEL = {
    "H": re.compile(r"\bh(?P<na>[12])\b|\b(?P<voor>[12]|eerste|tweede)(?:e|ste|de)? ?(?:half ?jaar|helft)\b"),
    "Q": re.compile(
        r"\b[qk](?P<na>[1-4])\b|\b(?P<voor>[1-4]|eerste|tweede|derde|vierde)(?:e|ste|de)? ?kwartaal\b"
        r"|\bkwartaal (?P<achter>[1-4])\b"
    ),
}


def vind_jaren(tekst: str) -> list[int]:
    """Every year that is named; 2024-2025 and 2024/25 are a school year, which is told by the year that it ends in."""
    return [int(jaar) for jaar in _JAAR.findall(_SCHOOLJAAR.sub(_eindjaar, tekst))]


def _eindjaar(paar: re.Match[str]) -> str:
    van, tot = int(paar["van"]), int(f"{paar['van'][:2]}{paar['tot']}"[-4:])
    return str(tot) if tot == van + 1 else paar[0]


def lees_periode(tekst: str) -> tuple[int | None, str]:
    """The one year that is named, and the part of it: of "2025-H1" and "eerste halfjaar 2025" 2025 and H1."""
    klein = tekst.casefold()
    jaren = vind_jaren(klein)
    delen = [(letter, patroon.search(klein)) for letter, patroon in _DEEL.items()]
    deel = next((f"{letter}{_RANG[_rang(gevonden)]}" for letter, gevonden in delen if gevonden), "")
    return (jaren[0] if len(jaren) == 1 else None), deel


def _rang(gevonden: re.Match[str]) -> str:
    return next(str(rang) for rang in gevonden.groupdict().values() if rang)
