"""Dutch numbers as a begroting prints them: point for thousands, comma for decimals, "-" for no value."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.lezer.soorten import Leegsoort

# A point is only ever a thousands separator; "2.67" and "0.123" are therefore no numbers, never 267 or 123.
_GETAL = re.compile(
    r"(?P<min>-?)(?P<geheel>[1-9]\d{0,2}(?:\.\d{3})+|0|[1-9]\d*)(?:,(?P<breuk>\d+))?(?P<procent> ?%)?", re.ASCII
)
_LEEG = {
    "": Leegsoort.LEEG,
    "-": Leegsoort.STREEPJE,
    "–": Leegsoort.STREEPJE,
    "—": Leegsoort.STREEPJE,
    "pm": Leegsoort.PM,
    "p.m.": Leegsoort.PM,
    "n.n.b.": Leegsoort.NNB,
    "nnb": Leegsoort.NNB,
    "n.t.b.": Leegsoort.NNB,
    "ntb": Leegsoort.NNB,
    "n.v.t.": Leegsoort.NVT,
    "nvt": Leegsoort.NVT,
    "zie toelichting": Leegsoort.TOELICHTING,
}
_SUPERSCRIPT = "¹²³⁴⁵⁶⁷⁸⁹"
# Glued to a number "1)" could be its last digit, so that mark stands apart; a raised digit or a star never is one.
_VOETNOOT = re.compile(
    rf"(?P<cel>.*[^\s*{_SUPERSCRIPT}])(?P<teken>[{_SUPERSCRIPT}]{{1,2}}\)?| ?\*{{1,3}}| \d{{1,2}}\))"
)
_MEESTE_CIJFERS = 12
_MINTEKENS = str.maketrans({"\u2212": "-"})


class GeenGetal(ValueError):
    """The text of a cell is neither a number nor one of the known kinds of empty."""


@dataclass(frozen=True)
class Getalcel:
    """One printed cell: its text, and either a value or the kind of its emptiness."""

    gedrukt: str
    waarde: Decimal | None
    leeg: Leegsoort
    procent: bool = False
    regel: int | None = None
    """Its line, where that is another one than the line of its row."""


def lees_cel(tekst: str) -> Getalcel:
    """Read one cell ("2.594", "31 %", "-12.945", "-", ""); raises GeenGetal for anything else."""
    gedrukt = tekst.strip()
    soort_leeg = _LEEG.get(gedrukt.lower())
    if soort_leeg is not None:
        return Getalcel(gedrukt, None, soort_leeg)
    getal = _GETAL.fullmatch(gedrukt.translate(_MINTEKENS))
    if getal is None or sum(teken.isdigit() for teken in gedrukt) > _MEESTE_CIJFERS:
        raise GeenGetal(gedrukt)
    cijfers = getal["min"] + getal["geheel"].replace(".", "") + ("." + getal["breuk"] if getal["breuk"] else "")
    return Getalcel(gedrukt, Decimal(cijfers), Leegsoort.NIET, procent=getal["procent"] is not None)


def lees_bedrag(tekst: str) -> Getalcel:
    """Read one cell of a money table: whole numbers only, "-14,714" or "150 %" is no amount; raises GeenGetal."""
    cel = lees_cel(tekst)
    if cel.procent or "," in cel.gedrukt:
        raise GeenGetal(cel.gedrukt)
    return cel


def is_cel(tekst: str) -> bool:
    """Whether a word on a line can be a cell: a number, a dash, pm or n.n.b."""
    kaal = tekst.strip()
    return bool(kaal) and (kaal.lower() in _LEEG or _GETAL.fullmatch(kaal.translate(_MINTEKENS)) is not None)


def splits_voetnoot(tekst: str) -> tuple[str, str]:
    """A cell and the mark of a footnote behind it: "12,5¹" is "12,5" and "¹", "200 1)" is "200" and "1)"."""
    gevonden = _VOETNOOT.fullmatch(tekst.strip())
    return (gevonden["cel"], gevonden["teken"].strip()) if gevonden else (tekst.strip(), "")
