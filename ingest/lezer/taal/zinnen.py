"""The sentences of running text, each word with the line that it stands on."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.lezer.regels import Regel

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|https?://\S+|\b\S+@\S+|\bwww\.\s?\S+")
# A scanner reads a bullet as a loose "e".
_OPSOMMING = re.compile(r"^e (?=\S)")
_EINDE = re.compile(r"(?<=[.!?])\s+(?=[“\"‘'(]?[A-Z0-9])")
_AFKORTING = re.compile(r"\b(?:ca|nr|nrs|art|blz|max|min|incl|excl|dd|nl|jl|o\.a|bijv|resp|tel)\.$", re.IGNORECASE)


@dataclass(frozen=True)
class Zin:
    """A sentence as one line of text; `_delen` are the places where a line begins, and its number.

    An item of a list goes on with the sentence above that introduces it; its own text begins at `eigen`.
    """

    tekst: str
    _delen: tuple[tuple[int, int], ...]
    eigen: int = 0

    def regel(self, plaats: int) -> int:
        """The line on which the character at `plaats` stands."""
        return self._delen[bisect_right([begin for begin, _ in self._delen], plaats) - 1][1]


def zinnen(regels: Iterable[Regel]) -> Iterator[Zin]:
    """Yield every sentence; rows of tables are none."""
    aanhef: Zin | None = None
    for alinea in alineas(regels):
        if alinea[0].cellen is not None:
            continue
        gevonden = list(splits([(_schoon(regel), regel.nummer) for regel in alinea]))
        if is_punt(alinea[0]):
            yield from (_met_aanhef(aanhef, zin) for zin in gevonden[:1])
            yield from gevonden[1:]
        else:
            yield from gevonden
            aanhef = gevonden[-1] if gevonden and gevonden[-1].tekst.endswith(":") else None


def _met_aanhef(aanhef: Zin | None, zin: Zin) -> Zin:
    if aanhef is None:
        return zin
    begin = len(aanhef.tekst) + 1
    delen = (*aanhef._delen, *((begin + plek, nummer) for plek, nummer in zin._delen))
    return Zin(f"{aanhef.tekst} {zin.tekst}", delen, begin)


def alineas(regels: Iterable[Regel]) -> Iterator[list[Regel]]:
    """Lines that belong together: until a bullet, a row of a table, or a blank line that ends a sentence."""
    alinea: list[Regel] = []
    na_leeg = False
    for regel in regels:
        if regel.leeg:
            na_leeg = True
            continue
        if alinea and _begint(alinea[-1], regel, na_leeg):
            yield alinea
            alinea = []
        alinea.append(regel)
        na_leeg = False
    if alinea:
        yield alinea


def _begint(vorige: Regel, regel: Regel, na_leeg: bool) -> bool:
    if is_punt(regel) or regel.cellen is not None or vorige.cellen is not None:
        return True
    zin_af = vorige.plat[-1] in ".:;?!"
    if na_leeg:
        # A page may end in the middle of a sentence.
        return zin_af or not regel.plat[0].islower()
    # The text of a scan marks the first line of a page with a space.
    return zin_af and regel.gedrukt[:1] in (" ", "\f")


def is_punt(regel: Regel) -> bool:
    """Whether a line begins an item of a list."""
    return regel.opsomming or _OPSOMMING.match(regel.plat) is not None


def _schoon(regel: Regel) -> str:
    return " ".join(_LINK.sub(lambda link: link[1] or "", _OPSOMMING.sub("", regel.plat)).split())


def splits(stukken: list[tuple[str, int]]) -> Iterator[Zin]:
    """Yield the sentences of a paragraph, given as its lines with their numbers."""
    tekst, delen = "", []
    for stuk, nummer in stukken:
        tekst += " " if tekst else ""
        delen.append((len(tekst), nummer))
        tekst += stuk
    begin = 0
    for einde in [*_EINDE.finditer(tekst), None]:
        tot = einde.start() if einde else len(tekst)
        if einde and _AFKORTING.search(tekst[begin:tot]):
            continue
        if tekst[begin:tot].strip():
            eerste = max(i for i, (plek, _) in enumerate(delen) if plek <= begin)
            eigen = [(max(0, plek - begin), nummer) for plek, nummer in delen[eerste:] if plek < tot]
            yield Zin(tekst[begin:tot], tuple(eigen))
        begin = einde.end() if einde else tot
