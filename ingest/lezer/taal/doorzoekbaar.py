"""What can be searched in a document: its sentences, and each heading and row of a table by itself."""

import re
from collections.abc import Iterable, Iterator

from ingest.lezer.regels import Regel
from ingest.lezer.taal.zinnen import Zin, alineas, splits

# Two numbers at its end: a row of a table that lost its cells.
_RIJ = re.compile(r"(?:\s[-–(+]*(?:€\s?)?[-–]?\d[\d.,]*\s?%?\)?){2,}$")
_KOPLENGTE = 60
_TAG = re.compile(r"</?\w+>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def doorzoekbaar(regels: Iterable[Regel]) -> Iterator[tuple[Zin, bool]]:
    """Yield each piece with its lines, and whether it is a summary of ours. Every line with text is in one."""
    for alinea in alineas(regels):
        for stuk in _stukken(alinea):
            tekst = [(_tekst(regel), regel.nummer) for regel in stuk]
            if stuk[0].samengevat:
                yield Zin(tekst[0][0], ((0, tekst[0][1]),)), True
            else:
                yield from ((zin, False) for zin in splits(tekst))


def _stukken(alinea: list[Regel]) -> Iterator[list[Regel]]:
    """A heading, a row and a summary of ours, which is a line each, go with none of the lines around them."""
    stuk: list[Regel] = []
    for regel in alinea:
        if stuk and (_staat_alleen(regel) or _staat_alleen(stuk[-1]) or _is_kop_boven(stuk[-1], regel)):
            yield stuk
            stuk = []
        stuk.append(regel)
    if stuk:
        yield stuk


def _is_kop_boven(vorige: Regel, regel: Regel) -> bool:
    """A short line that ends nowhere, above one that begins anew."""
    return len(vorige.plat) < _KOPLENGTE and vorige.plat[-1:] not in ",;:-–" and regel.plat[:1].isupper()


def _staat_alleen(regel: Regel) -> bool:
    return regel.kop or regel.samengevat or regel.cellen is not None or _RIJ.search(f" {regel.plat}") is not None


def _tekst(regel: Regel) -> str:
    tekst = " ".join(cel for cel in regel.cellen if cel) if regel.cellen else regel.plat
    return " ".join(_TAG.sub(" ", _LINK.sub(r"\1", tekst)).split())
