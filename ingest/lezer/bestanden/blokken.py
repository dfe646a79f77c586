"""Paragraphs and tables, as HTML and Word tell them apart, and the lines that are made of them.

A tab stands between the cells of a row. A blank line follows each block, and no row of a table is blank, because the
grammar ends a table at a blank line. A merged cell has its text where it begins and blanks in the rest: repeating it
would print a figure, or the label of a row, where the document prints none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.lezer.regels import Onleesbaar, Regel, maak_regel

KORT = 200
"""A wholly bold line of at most this many characters is a heading; the longest name of an indicator has 132."""
MEESTE_REGELS = 20
"""The most lines that a row of a table is taken to be several rows for."""
BREEDST = 1_000
"""The most columns that a cell can span (as in HTML)."""
MEESTE_CELLEN = 250_000
"""The most cells of all tables together, with what merged cells cover."""

SUPERSCRIPT = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
SUBSCRIPT = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
# What is not printed (soft hyphen, zero width, direction), and a hyphen that only forbids to break the line.
_TEKENS = str.maketrans({**dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "\u2011": "-"})


@dataclass(frozen=True)
class Tekststuk:
    """A run of text in one weight; a line break in it is a line break on the page."""

    tekst: str
    vet: bool = False


@dataclass(frozen=True)
class Alinea:
    """A paragraph, a heading or an item of a list."""

    stukken: tuple[Tekststuk, ...]
    kop: bool = False
    opsomming: bool = False


@dataclass(frozen=True)
class Blokcel:
    """A cell, with how many columns and rows it covers; a line break in its text is one on the page."""

    tekst: str
    breedte: int = 1
    hoogte: int = 1


@dataclass(frozen=True)
class Bloktabel:
    """A table, a row at a time, without the places that a merged cell above covers."""

    rijen: tuple[tuple[Blokcel, ...], ...]


Blok = Alinea | Bloktabel
_LETTER = re.compile(r"[^\W\d_]")


def netjes(tekst: str) -> str:
    """The text as it shows: each run of white space (also no-break spaces) as one space, nothing invisible."""
    return " ".join(tekst.translate(_TEKENS).split())


def naar_regels(blokken: Iterable[Blok]) -> list[Regel]:
    """The lines of a document, numbered from 1; raises Onleesbaar for a table that is no table any more."""
    regels: list[Regel] = []
    over = MEESTE_CELLEN
    for blok in blokken:
        gevuld = list(_van_alinea(blok) if isinstance(blok, Alinea) else _van_tabel(blok, over))
        over -= sum(gedrukt.count("\t") + 1 for gedrukt, _ in gevuld) if isinstance(blok, Bloktabel) else 0
        for gedrukt, kop in [*gevuld, ("", False)] if gevuld else []:
            regels.append(maak_regel(len(regels) + 1, gedrukt, kop=kop))
    return regels


def _van_alinea(alinea: Alinea) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph, and whether each is a heading; blank ones are left out."""
    streepje = "- " if alinea.opsomming else ""
    for stukken in _per_regel(alinea.stukken):
        tekst = netjes("".join(stuk.tekst for stuk in stukken))
        if not tekst:
            continue
        vet = all(stuk.vet for stuk in stukken if netjes(stuk.tekst)) and len(tekst) <= KORT
        yield streepje + tekst, alinea.kop or (vet and not streepje)
        streepje = ""


def _per_regel(stukken: Iterable[Tekststuk]) -> Iterator[list[Tekststuk]]:
    regel: list[Tekststuk] = []
    for stuk in stukken:
        eerste, *volgende = stuk.tekst.split("\n")
        regel.append(Tekststuk(eerste, stuk.vet))
        for tekst in volgende:
            yield regel
            regel = [Tekststuk(tekst, stuk.vet)]
    yield regel


def _van_tabel(tabel: Bloktabel, meeste: int) -> Iterator[tuple[str, bool]]:
    for rij in raster(tabel, meeste):
        for cellen in _op_regels(rij):
            if any(cellen):
                yield "\t".join(cellen), False


def _op_regels(rij: list[str]) -> list[list[str]]:
    """A row on one line; or on more, each a row of its own, where its label and all its figures have as many lines."""
    regels = [cel.split("\n") for cel in rij]
    aantal = len(regels[0]) if rij else 0
    gevuld = [regel for cel, regel in zip(rij[1:], regels[1:], strict=True) if netjes(cel)]
    gelijk = all(len(regel) == aantal and not _LETTER.search("".join(regel)) for regel in gevuld)
    if 1 < aantal <= MEESTE_REGELS and gevuld and gelijk:
        aangevuld = [regel if len(regel) == aantal else [""] * aantal for regel in regels]
        return [[netjes(regel[nummer]) for regel in aangevuld] for nummer in range(aantal)]
    return [[netjes(cel) for cel in rij]]


def raster(tabel: Bloktabel, meeste: int) -> Iterator[list[str]]:
    """The rows with a text for each place: merged cells as their text and blanks; raises Onleesbaar beyond `meeste`."""
    bezet: dict[int, int] = {}  # column: how many rows a cell from above still covers it
    geteld = 0
    for cellen in tabel.rijen:
        geteld += sum(min(cel.breedte, BREEDST) for cel in cellen) + len(bezet)
        if geteld > meeste:
            raise Onleesbaar(
                "De tabellen in dit bestand hebben samen te veel cellen. Lever alleen het deel met de programma's aan."
            )
        rij: list[str] = []
        nieuw: dict[int, int] = {}
        for cel in cellen:
            while len(rij) in bezet:
                rij.append("")
            breedte = min(cel.breedte, BREEDST)
            if cel.hoogte > 1:
                nieuw |= dict.fromkeys(range(len(rij), len(rij) + breedte), cel.hoogte - 1)
            rij += [cel.tekst, *[""] * (breedte - 1)]
        rij += [""] * (max(bezet, default=-1) + 1 - len(rij))
        bezet = {kolom: over - 1 for kolom, over in bezet.items() if over > 1} | nieuw
        yield rij
