"""The columns of the sheet that we hand out."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

SLEUTEL, STAND = "sleutel", "stand"


@dataclass(frozen=True)
class Kolom:
    """One column; `veld` is the field of the form that it fills, and empty for a column that is there to read."""

    kop: str
    breedte: int
    veld: str = ""


KOLOMMEN = (
    Kolom(SLEUTEL, 34),
    Kolom("indicator", 44),
    Kolom("eenheid", 14),
    Kolom("over", 20),
    Kolom("uiterlijk", 13),
    Kolom("doel", 18),
    Kolom("vorige waarde", 16),
    Kolom("nu op de site", 16),
    Kolom("cijfer", 12, "ingetypt"),
    Kolom("geen cijfer", 26, "geen"),
    Kolom("voorlopig", 11, "voorlopig"),
    Kolom("bron", 26, "bron"),
    Kolom("gemeten op", 14, "gemeten_op"),
    Kolom("toelichting", 60, "toelichting"),
    Kolom("reden", 40, "reden"),
    Kolom(STAND, 12),
)


INVULLEN = {kolom.kop: kolom.veld for kolom in KOLOMMEN if kolom.veld}
LEZEN = [kolom.kop for kolom in KOLOMMEN if not kolom.veld and kolom.kop not in (SLEUTEL, STAND)]
_ONZICHTBAAR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Regel:
    """One figure as it is written: each cell as text by its heading, and what a spreadsheet keeps as number or date."""

    cellen: dict[str, str]
    waarde: Decimal | None
    decimalen: int
    procent: bool
    gemeten_op: date | None


def schoon(tekst: str) -> str:
    """Without what no file can keep: one kind of line end, and no invisible characters."""
    return _ONZICHTBAAR.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))
