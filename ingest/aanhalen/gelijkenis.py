"""Where a text says nearly the same as an older one: a proposal for a person, never a fact. No database needed."""

import re
from collections.abc import Sequence

GENOEG = 0.5
"""From this part of words in common on, two passages may say the same."""
_WOORD = re.compile(r"\w{3,}")


def lijkt_het_meest(op: set[str], regels: Sequence[tuple[int, set[str]]], aantal: int) -> tuple[int, int] | None:
    """The first and last of `aantal` lines in a row that have most words in common with `op`; None when too few.

    `regels` are (number, words) from top to bottom.
    """
    beste, score = None, GENOEG
    for begin in range(len(regels) - aantal + 1):
        stuk = regels[begin : begin + aantal]
        gevonden = set().union(*(die for _, die in stuk))
        samen = len(op & gevonden) / max(1, len(op | gevonden))
        if samen > score:
            beste, score = (stuk[0][0], stuk[-1][0]), samen
    return beste


def woorden(tekst: str) -> set[str]:
    """The words of a text that tell it apart: of three letters or more, in small letters."""
    return {woord.casefold() for woord in _WOORD.findall(tekst)}
