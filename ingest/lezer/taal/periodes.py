"""The periods that a Dutch text names: a year, half a year, a quarter, a month, a date, or from month to month.

Written as "2024", "2024-H2", "2024-Q3", "januari 2024", "2025-01-01" and "november 2023 – augustus 2024"; "" for one
that the text leaves to its reader ("in de tweede helft van het jaar", "op dit moment", "eind 2024").
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MAAND = rf"\b(?:{'|'.join(MAANDEN)})"
_JAAR = r"(?:19|20)\d\d\b"
# "2^e" is a raised e, "2%" and "2°" are how a scanner reads one. The space is in brackets for the verbose pattern.
_RANG = r"(?:eerste|tweede|derde|vierde|\b[1-4][ ]?(?:\^?e\b|%|°|®)?)"
_DEEL = r"(?:kwartaal|helft|half\s?jaar)"
_MENSEN = (
    "personen|mensen|inwoners|deelnemers|huishoudens|kinderen|jongeren|uitkeringen|banen|plekken|peuters|leerlingen"
    "|kandidaten"
)
_PERIODE = re.compile(
    rf"""(?P<van>{_MAAND}\s+{_JAAR})\s*(?:-|–|—|tot\ en\ met|t/m|tot)\s*(?P<tot>{_MAAND}\s+{_JAAR})
    | {_RANG}\s*(?:en|tot\ en\ met|t/m|[-–/])\s*{_RANG}\s*{_DEEL}(?:\s+(?:van\s+)?{_JAAR})?
    | (?P<dag>\b\d{{1,2}})\s*(?P<dagmaand>{"|".join(MAANDEN)})\s+(?P<dagjaar>{_JAAR})
    | (?P<kwart>{_RANG})\s*kwartaal\s+(?:van\s+)?(?P<kwartjaar>{_JAAR})
    | \bQ(?P<q>[1-4])\s+(?:van\s+)?(?P<qjaar>{_JAAR})
    | (?P<half>{_RANG})\s*(?:helft|half\s?jaar)\s+(?:van\s+)?(?P<halfjaar>{_JAAR})
    | (?:%e\s*|\b){_DEEL}\s+(?:van\s+)?{_JAAR}
    | (?P<maand>{_MAAND}\s+{_JAAR})
    | (?:\b(?:in|over)\s+(?:het\s+jaar\s+)?|^)(?P<jaar>{_JAAR})(?![-–/]\d)(?!\s+(?:{_MENSEN}))
    | \bdezelfde\ periode(?:\ van\ {_JAAR})?
    | \b(?:in\ de\ periode\ )?(?:t/m|tot\ en\ met)\s+(?:{"|".join(MAANDEN)})\b
    | {_RANG}\s*{_DEEL} | \bQ[1-4]\b
    | \b\d{{1,2}}\s*(?:{"|".join(MAANDEN)})\b | {_MAAND}\b
    | \b\d{{1,2}}-\d{{1,2}}-{_JAAR}
    | \b{_JAAR}(?!\s+(?:{_MENSEN}))
    | \b(?:op\ dit\ moment|inmiddels|momenteel|nu)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RANGEN = {"e": 1, "t": 2, "d": 3, "v": 4}


@dataclass(frozen=True)
class Periode:
    """One mention: where it stands in the text, and the period ("" where the text alone does not tell it)."""

    begin: int
    eind: int
    waarde: str


def vind_perioden(tekst: str) -> Iterator[Periode]:
    """Every mention of a period, in the order of the text."""
    for gevonden in _PERIODE.finditer(tekst):
        yield Periode(gevonden.start(), gevonden.end(), _waarde(gevonden))


def _waarde(gevonden: re.Match[str]) -> str:
    if gevonden["van"]:
        return f"{_plat(gevonden['van'])} – {_plat(gevonden['tot'])}"
    if gevonden["dag"]:
        return _dag(int(gevonden["dagjaar"]), _maandnummer(gevonden["dagmaand"]), int(gevonden["dag"]))
    if gevonden["kwart"]:
        return f"{gevonden['kwartjaar']}-Q{_rang(gevonden['kwart'])}"
    if gevonden["q"]:
        return f"{gevonden['qjaar']}-Q{gevonden['q']}"
    if gevonden["half"]:
        return f"{gevonden['halfjaar']}-H{_rang(gevonden['half'])}" if _rang(gevonden["half"]) < 3 else ""
    if gevonden["maand"]:
        return _plat(gevonden["maand"])
    return gevonden["jaar"] or ""


def _dag(jaar: int, maand: int, dag: int) -> str:
    """ "2025-01-01"; "" for a day that no calendar has."""
    return f"{jaar}-{maand:02}-{dag:02}" if 0 < dag <= monthrange(jaar, maand)[1] else ""


def maandcode(maand_jaar: str) -> str:
    """ "november 2023" as "2023-11"."""
    maand, jaar = maand_jaar.split()
    return f"{jaar}-{_maandnummer(maand):02}"


def _maandnummer(maand: str) -> int:
    return MAANDEN.index(maand.casefold()) + 1


def _rang(tekst: str) -> int:
    return int(tekst[0]) if tekst[0].isdigit() else _RANGEN[tekst[0].casefold()]


def _plat(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()
