"""The year, and the part of it, that a heading or a cell of a workbook names."""

import re

_JAAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SCHOOLJAAR = re.compile(r"(?<!\d)(?P<van>(?:19|20)\d\d)\s*[-–/]\s*(?P<tot>(?:19|20)?\d\d)(?!\d|-)")
_DAG = re.compile(r"\b0?(?P<dag>\d{1,2})[-/]0?(?P<maand>\d{1,2})\b")
_EINDE_VAN = {("31", "12"): "", ("30", "6"): "H1", ("31", "3"): "Q1", ("30", "9"): "Q3"}
_RANG = {"1": 1, "2": 2, "3": 3, "4": 4, "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_DEEL = {
    "H": re.compile(r"\bh(?P<na>[12])\b|\b(?P<voor>[12]|eerste|tweede)(?:e|ste|de)? ?(?:half ?jaar|helft|hj)\b"),
    "Q": re.compile(
        r"\b(?:q|k|kw|kwartaal) ?(?P<na>[1-4])\b"
        r"|\b(?P<voor>[1-4]|eerste|tweede|derde|vierde)(?:e|ste|de)? ?(?:kwartaal|kw)\b"
    ),
}
# What may stand beside a year without making it another period.
_HEEL = re.compile(
    r"\b(?:heel|hele|kalenderjaar|schooljaar|jaar|ultimo|eind|totaal|stand|van|per|t/m|het|over)\b|[^\w]+"
)


def vind_jaren(tekst: str) -> list[int]:
    """Every year that is named; 2024-2025 and 2024/25 are a school year, which is told by the year that it ends in."""
    return [int(jaar) for jaar in _JAAR.findall(_SCHOOLJAAR.sub(_eindjaar, tekst))]


def lees_periode(tekst: str) -> tuple[int | None, str] | None:
    """The year, if one is named, and the part of it: of "2025-H1", "eerste halfjaar 2025" and "30-06-2025" 2025 and H1.

    None where more is said than that: a goal, an average, another day, two years.
    """
    jaren = vind_jaren(tekst)
    deel = deel_van_het_jaar(tekst)
    rest = _DAG.sub(" ", _SCHOOLJAAR.sub(_eindjaar, tekst.casefold()))
    for patroon in (_JAAR, *_DEEL.values(), _HEEL):
        rest = patroon.sub(" ", rest)
    if len(jaren) > 1 or deel is None or rest.strip():
        return None
    return (jaren[0] if jaren else None), deel


def deel_van_het_jaar(tekst: str) -> str | None:
    """The half or the quarter that is named, or whose last day is; "" for a whole year, None for another day."""
    klein = tekst.casefold()
    dag = _DAG.search(_SCHOOLJAAR.sub(_eindjaar, klein))
    if dag:
        return _EINDE_VAN.get((dag["dag"], dag["maand"]))
    gevonden = [(letter, patroon.search(klein)) for letter, patroon in _DEEL.items()]
    return next((f"{letter}{_RANG[deel['na'] or deel['voor']]}" for letter, deel in gevonden if deel), "")


def _eindjaar(paar: re.Match[str]) -> str:
    van, tot = int(paar["van"]), int(f"{paar['van'][:2]}{paar['tot']}"[-4:])
    return str(tot) if tot == van + 1 else paar[0]
