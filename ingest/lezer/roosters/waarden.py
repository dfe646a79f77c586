"""The cells of tables of any gemeente: "€ - 64.047", "- 1.250", "12,5 %", "PM", "-"."""

import re

from ingest.lezer.taal.getallen import GeenGetal, Getalcel, lees_cel, splits_voetnoot

_EURO = re.compile(r"(?:€ ?)?(?P<min>[-\u2212])?(?: ?€)? ?(?P<getal>\d.*)")
_PM = re.compile(r"[-–] ?pm|pm ?[-–]", re.IGNORECASE)


def lees_waarde(tekst: str) -> Getalcel:
    """A cell as printed with its number; a sign may stand apart, and € before it or between. Raises GeenGetal."""
    kaal, _ = splits_voetnoot(tekst)
    gevonden = _EURO.fullmatch(kaal)
    if gevonden:
        kaal = f"{'-' if gevonden['min'] else ''}{gevonden['getal']}"
    elif _PM.fullmatch(kaal):
        kaal = "pm"
    cel = lees_cel(kaal)
    return Getalcel(tekst.strip(), cel.waarde, cel.leeg, cel.procent)


def is_waarde(tekst: str) -> bool:
    """Whether a cell is a number or a known kind of empty; a blank one is."""
    try:
        lees_waarde(tekst)
    except GeenGetal:
        return False
    return True
