"""One row of a table: the label first, and then exactly as many cells as the header has columns."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.lezer.regels import Regel
from ingest.lezer.taal.getallen import GeenGetal, Getalcel, is_cel, lees_bedrag, lees_cel, splits_voetnoot

_LOS_TEKEN = re.compile(r"\d{1,2}\)|\*{1,3}")


class BeschadigdeRij(ValueError):
    """The row cannot be read without guessing; the message says what is wrong, in Dutch."""


Leescel = Callable[[str], Getalcel]


def lees_rij(
    regel: Regel,
    label: re.Pattern[str],
    aantal: int,
    lees: Leescel = lees_cel,
    vervolg: Sequence[Regel] = (),
) -> tuple[re.Match[str], list[Getalcel]] | None:
    """Read a row with a known label; None when the line does not start with it.

    With tabs the blank cells count. With spaces what remains after the label must be `aantal` words.
    `lees` reads one cell: of an indicator table, unless told otherwise. `vervolg` are the lines below with nothing
    but cells: the row goes on there only if exactly the cells that it lacks stand on one line.
    Raises BeschadigdeRij when the cells are no numbers or too few or too many.
    """
    cellen = regel.cellen
    if cellen is not None:
        gevonden = label.fullmatch(" ".join(cellen[0].split()))
        teksten = list(cellen[1:])
    else:
        gevonden = label.match(regel.plat)
        if gevonden is None or (gevonden.end() < len(regel.plat) and regel.plat[gevonden.end()] != " "):
            return None
        teksten = woorden(regel.plat[gevonden.end() :])
    if gevonden is None:
        return None
    if not vervolg:
        return gevonden, lees_cellen(teksten, aantal, lees)
    rest = _losse_teksten(vervolg[0])
    if len(vervolg) > 1 or not all([*teksten, *rest]):
        raise BeschadigdeRij("eronder staan nog cellen, en niet te zien is of die bij deze rij horen")
    gelezen = lees_cellen([*teksten, *rest], aantal, lees)
    van_volgende = [replace(cel, regel=vervolg[0].nummer) for cel in gelezen[len(teksten) :]]
    return gevonden, [*gelezen[: len(teksten)], *van_volgende]


def rijen_onder(regels: Sequence[Regel], begin: int) -> Iterator[tuple[Regel, ...]]:
    """The rows from `begin` to the first empty line; a line with nothing but cells goes with the one above."""
    rij: list[Regel] = []
    for regel in regels[begin:]:
        if regel.leeg:
            break
        if rij and _is_alleen_cellen(regel):
            rij.append(regel)
            continue
        if rij:
            yield tuple(rij)
        rij = [regel]
    if rij:
        yield tuple(rij)


def _is_alleen_cellen(regel: Regel) -> bool:
    return all(kan_cel(tekst) or not tekst for tekst in _losse_teksten(regel))


def _losse_teksten(regel: Regel) -> list[str]:
    """The cells of a line without a label; with tabs the place of the label is blank, or not there."""
    if regel.cellen is None:
        # A dash in front of cells is one of them, not the sign of a list.
        streep = ["-"] if regel.opsomming and regel.gedrukt.lstrip().startswith("-") else []
        return [*streep, *woorden(regel.plat)]
    return list(regel.cellen[1:] if not regel.cellen[0] else regel.cellen)


def lees_rij_van_achteren(regel: Regel, aantal: int) -> tuple[str, list[Getalcel]] | None:
    """Read a row whose label is free text; None when no cell stands at its end.

    A label may itself end in a number, so the run of numbers at the end must be exactly `aantal` long.
    """
    cellen = regel.cellen
    if cellen is not None:
        return " ".join(cellen[0].split()), lees_cellen(list(cellen[1:]), aantal, lees_bedrag)
    alle = woorden(regel.plat)
    eerste = len(alle) - cellen_aan_het_eind(alle)
    if eerste == len(alle):
        return None
    return " ".join(alle[:eerste]), lees_cellen(alle[eerste:], aantal, lees_bedrag)


def cellen_aan_het_eind(alle: Sequence[str]) -> int:
    """How many of the last words can be cells."""
    aantal = 0
    while aantal < len(alle) and kan_cel(alle[-1 - aantal]):
        aantal += 1
    return aantal


def lees_cellen(teksten: list[str], aantal: int, lees: Leescel = lees_cel) -> list[Getalcel]:
    """Read the cells of one row, a footnote mark set aside but kept as printed; raises BeschadigdeRij."""
    if len(teksten) != aantal:
        horen = "hoort 1 getal of streepje" if aantal == 1 else f"horen {aantal} getallen of streepjes"
        staan = "staat er 1" if len(teksten) == 1 else f"staan er {len(teksten)}"
        raise BeschadigdeRij(f"onder de kop van deze tabel {horen}; hier {staan}")
    gelezen = []
    for tekst in teksten:
        cel, teken = splits_voetnoot(tekst)
        try:
            gelezen.append(replace(lees(cel), gedrukt=tekst.strip()) if teken else lees(tekst))
        except GeenGetal:
            raise BeschadigdeRij(f'"{tekst}" is geen getal') from None
    return gelezen


def kan_cel(tekst: str) -> bool:
    """Whether a word can be a cell, with or without a footnote mark."""
    return is_cel(splits_voetnoot(tekst)[0])


def woorden(tekst: str) -> list[str]:
    """The words of a text; what belongs to one cell is put together: "51 %", "200 1)", "Zie toelichting"."""
    gevonden: list[str] = []
    for woord in tekst.split():
        hoort_erbij = gevonden and (
            woord == "%"
            or (_LOS_TEKEN.fullmatch(woord) and any(teken.isdigit() for teken in gevonden[-1]) and is_cel(gevonden[-1]))
            or f"{gevonden[-1]} {woord}".lower() == "zie toelichting"
        )
        if hoort_erbij:
            gevonden[-1] += f" {woord}"
        else:
            gevonden.append(woord)
    return gevonden
