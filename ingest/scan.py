"""An independent look at the chapter with tables: which lines carry numbers outside running text.

It imports nothing of the grammar on purpose. What it lists and no table accounts for is reported as
"niet gelezen", so that a table of an unknown kind cannot disappear without a word.
"""

import re
from collections.abc import Iterator

_HOOFDSTUK = "Indicatoren, trendgrafieken"
_OPMAAK = re.compile(r"</?\w+>|\*\*|^\s*#+\s")
_GETAL = re.compile(r"[-+\u2212–*€]*\d[\d.,]*[%*]*")
_LEEG = {"-", "–", "—", "%", "pm", "p.m.", "nnb", "n.n.b.", "n.v.t.", "n.t.b.", "nvt", "ntb"}
_KORTE_RIJ = 4


def getalregels(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield (1-based line number, line) for every line of the chapter on which table numbers stand."""
    in_hoofdstuk = False
    for nummer, regel in enumerate(tekst.split("\n"), 1):
        kaal = _OPMAAK.sub("", regel).replace("|", "\t")
        in_hoofdstuk = in_hoofdstuk or _HOOFDSTUK in kaal
        if in_hoofdstuk and _draagt_getallen(kaal):
            yield nummer, " ".join(kaal.split())


def _draagt_getallen(regel: str) -> bool:
    woorden = [woord for woord in regel.split() if woord != "€"]
    aan_het_eind = 0
    for woord in reversed(woorden):
        if not (_GETAL.fullmatch(woord) or woord.lower() in _LEEG):
            break
        aan_het_eind += 1
    cijfers = sum(bool(_GETAL.fullmatch(woord)) for woord in woorden[len(woorden) - aan_het_eind :])
    if not cijfers:
        return "\t" in regel.strip() and any(_GETAL.fullmatch(cel.strip()) for cel in regel.split("\t")[1:])
    # One number at the end of a long line is a sentence that stops there; of a short one, a row.
    return aan_het_eind > 1 or len(woorden) <= _KORTE_RIJ or "\t" in regel
