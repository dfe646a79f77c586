"""Dutch numbers as a begroting prints them: point for thousands, comma for decimals, "-" for no value."""

import re
from dataclasses import dataclass
from decimal import Decimal

# A point is only ever a thousands separator; "2.67" and "0.123" are therefore no numbers, never 267 or 123.
_GETAL = re.compile(r"(?P<min>-?)(?P<geheel>[1-9]\d{0,2}(?:\.\d{3})+|0|[1-9]\d*)(?:,(?P<breuk>\d+))?(?P<procent> ?%)?")
_LEEG = {
    "": "leeg",
    "-": "streepje",
    "–": "streepje",
    "—": "streepje",
    "pm": "pm",
    "p.m.": "pm",
    "n.n.b.": "nnb",
    "nnb": "nnb",
}
_MINTEKENS = str.maketrans({"\u2212": "-"})


class GeenGetal(ValueError):
    """The text of a cell is neither a number nor one of the known kinds of empty."""


@dataclass(frozen=True)
class Cel:
    """One printed cell: its text, and either a value or the kind of its emptiness."""

    gedrukt: str
    waarde: Decimal | None
    leeg: str
    procent: bool = False


def lees_cel(tekst: str) -> Cel:
    """Read one cell ("2.594", "31 %", "-12.945", "-", ""); raises GeenGetal for anything else."""
    gedrukt = tekst.strip()
    soort_leeg = _LEEG.get(gedrukt.lower())
    if soort_leeg is not None:
        return Cel(gedrukt, None, soort_leeg)
    getal = _GETAL.fullmatch(gedrukt.translate(_MINTEKENS))
    if getal is None:
        raise GeenGetal(gedrukt)
    cijfers = getal["min"] + getal["geheel"].replace(".", "") + ("." + getal["breuk"] if getal["breuk"] else "")
    return Cel(gedrukt, Decimal(cijfers), "", procent=getal["procent"] is not None)


def is_cel(tekst: str) -> bool:
    """Whether a word on a line can be a cell: a number, a dash, pm or n.n.b."""
    try:
        lees_cel(tekst)
    except GeenGetal:
        return False
    return bool(tekst.strip())
