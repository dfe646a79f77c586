"""One row of a table: the label first, and then exactly as many cells as the header has columns."""

import re
from collections.abc import Callable

from ingest.lezer.getallen import Cel, GeenGetal, is_cel, lees_bedrag, lees_cel
from ingest.lezer.regels import Regel


class BeschadigdeRij(ValueError):
    """The row cannot be read without guessing; the message says what is wrong, in Dutch."""


Lees = Callable[[str], Cel]


def lees_rij(
    regel: Regel, label: re.Pattern[str], aantal: int, lees: Lees = lees_cel
) -> tuple[re.Match[str], list[Cel]] | None:
    """Read a row with a known label; None when the line does not start with it.

    With tabs the blank cells count. With spaces what remains after the label must be `aantal` words.
    `lees` reads one cell: of an indicator table, unless told otherwise.
    Raises BeschadigdeRij when the cells are no numbers or too few or too many.
    """
    cellen = regel.cellen
    if cellen is not None:
        gevonden = label.fullmatch(" ".join(cellen[0].split()))
        return gevonden and (gevonden, lees_cellen(list(cellen[1:]), aantal, lees))
    gevonden = label.match(regel.plat)
    if gevonden is None or (gevonden.end() < len(regel.plat) and regel.plat[gevonden.end()] != " "):
        return None
    return gevonden, lees_cellen(woorden(regel.plat[gevonden.end() :]), aantal, lees)


def lees_rij_van_achteren(regel: Regel, aantal: int) -> tuple[str, list[Cel]] | None:
    """Read a row whose label is free text; None when no cell stands at its end.

    A label may itself end in a number, so the run of numbers at the end must be exactly `aantal` long.
    """
    cellen = regel.cellen
    if cellen is not None:
        return " ".join(cellen[0].split()), lees_cellen(list(cellen[1:]), aantal, lees_bedrag)
    alle = woorden(regel.plat)
    eerste = len(alle)
    while eerste > 0 and is_cel(alle[eerste - 1]):
        eerste -= 1
    if eerste == len(alle):
        return None
    return " ".join(alle[:eerste]), lees_cellen(alle[eerste:], aantal, lees_bedrag)


def lees_cellen(teksten: list[str], aantal: int, lees: Lees = lees_cel) -> list[Cel]:
    """Read the cells of one row; raises BeschadigdeRij."""
    if len(teksten) != aantal:
        gevonden = "staat 1 cel" if len(teksten) == 1 else f"staan {len(teksten)} cellen"
        raise BeschadigdeRij(f"er {gevonden}, de kop van de tabel heeft {aantal} kolommen")
    gelezen = []
    for tekst in teksten:
        try:
            gelezen.append(lees(tekst))
        except GeenGetal:
            raise BeschadigdeRij(f'"{tekst}" is geen getal') from None
    return gelezen


def woorden(tekst: str) -> list[str]:
    """The words of a text, with a percent sign that stands apart put back to its number."""
    gevonden: list[str] = []
    for woord in tekst.split():
        if woord == "%" and gevonden:
            gevonden[-1] += " %"
        else:
            gevonden.append(woord)
    return gevonden
