"""The columns of the sheet that we hand out."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

SLEUTEL, STAND = "sleutel", "stand"


@dataclass(frozen=True)
class Werkbladkolom:
    """One column; `veld` is the field of the form that it fills, and empty for a column that is there to read."""

    kop: str
    breedte: int
    veld: str = ""


KOLOMMEN = (
    Werkbladkolom(SLEUTEL, 34),
    Werkbladkolom("indicator", 44),
    Werkbladkolom("eenheid", 14),
    Werkbladkolom("over", 20),
    Werkbladkolom("uiterlijk", 13),
    Werkbladkolom("doel", 18),
    Werkbladkolom("vorige waarde", 16),
    Werkbladkolom("nu op de site", 16),
    Werkbladkolom("cijfer", 12, "ingetypt"),
    Werkbladkolom("geen cijfer", 26, "geen"),
    Werkbladkolom("voorlopig", 11, "voorlopig"),
    Werkbladkolom("bron", 26, "bron"),
    Werkbladkolom("gemeten op", 14, "gemeten_op"),
    Werkbladkolom("toelichting", 60, "toelichting"),
    Werkbladkolom("reden", 40, "reden"),
    Werkbladkolom(STAND, 12),
)


INVULLEN = {kolom.kop: kolom.veld for kolom in KOLOMMEN if kolom.veld}
LEZEN = [kolom.kop for kolom in KOLOMMEN if not kolom.veld and kolom.kop not in (SLEUTEL, STAND)]
_ONZICHTBAAR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Werkbladregel:
    """One figure as it is written: each cell as text by its heading, and what a spreadsheet keeps as number or date."""

    cellen: dict[str, str]
    waarde: Decimal | None
    decimalen: int
    procent: bool
    gemeten_op: date | None


def schoon(tekst: str) -> str:
    """Without what no file can keep: one kind of line end, no invisible characters and no half ones."""
    return _ONZICHTBAAR.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))
