"""The cells of tables of any gemeente: "€ - 64.047", "- 1.250", "4.977-", "1.250,-", "12,5 %", "PM", "-"."""

import re
from itertools import pairwise

from ingest.lezer.taal.getallen import GeenGetal, Getalcel, lees_cel, splits_voetnoot

_EURO = re.compile(r"(?:€ ?)?(?P<min>[-\u2212])?(?: ?€)? ?(?P<getal>\d.*?)(?:,[-–]{1,2})?")
_MIN_ERACHTER = re.compile(r"(?:€ ?)?(?P<getal>[1-9]\d{0,2}(?:\.\d{3})*)[-\u2212]")
_LOS_GETAL = re.compile(r"[-\u2212+(€]*\d[\d.,]*[%)*-]*")
_BEDRAG = re.compile(r"[-\u2212]\d.*|\d{1,3}(?:\.\d{3})+.*")
_JAAR = re.compile(r"(?:19|20)\d\d")
_TUSSEN = ("€", "-", "–", "|")
_PM = re.compile(r"[-–] ?pm|pm ?[-–]", re.IGNORECASE)


def lees_waarde(tekst: str) -> Getalcel:
    """A cell as printed with its number; a sign may stand apart, and € before it or between. Raises GeenGetal."""
    kaal, _ = splits_voetnoot(tekst)
    gevonden = _EURO.fullmatch(kaal)
    if achter := _MIN_ERACHTER.fullmatch(kaal):
        kaal = f"-{achter['getal']}"
    elif gevonden:
        kaal = f"{'-' if gevonden['min'] else ''}{gevonden['getal']}"
    elif _PM.fullmatch(kaal):
        kaal = "pm"
    cel = lees_cel(kaal)
    return Getalcel(tekst.strip(), cel.waarde, cel.leeg, cel.procent)


def heeft_losse_waarden(tekst: str) -> bool:
    """Whether a text has numbers as a row has: behind each other, alone, or as an amount; a heading has years."""
    woorden = [woord for woord in tekst.split() if woord not in _TUSSEN]
    getallen = [bool(_LOS_GETAL.fullmatch(woord)) and not _JAAR.fullmatch(woord) for woord in woorden]
    achter_elkaar = any(een and ander for een, ander in pairwise(getallen))
    return bool(woorden) and (all(getallen) or achter_elkaar or any(map(_BEDRAG.fullmatch, woorden)))


def is_waarde(tekst: str) -> bool:
    """Whether a cell is a number or a known kind of empty; a blank one is."""
    try:
        lees_waarde(tekst)
    except GeenGetal:
        return False
    return True
