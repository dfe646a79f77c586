"""The sentences of a document with the lines that they run over, and the text that they belong to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ingest.lezer.concept import Suggestie
from ingest.lezer.regels import Regel, maak_regel
from ingest.lezer.taal.suggesties import suggesties
from ingest.lezer.taal.zinnen import zinnen
from ingest.lezer.voorstellen.leesvoorstel import Stuk

_JAAR = re.compile(r"\b(?:19|20)\d\d\b")
_TAG = re.compile(r"<[^<>]*>")
_WOORDEN = 8
_KOPLENGTE = 90
# A heading is well short of the line below it; a line of a narrow scan is not.
_KORTER = 0.7


@dataclass(frozen=True)
class Volzin:
    """A sentence, from its first line to its last; `stuk` is None in a text that the reader keeps nothing of."""

    tekst: str
    van: int
    tot: int
    stuk: Stuk | None = None
    in_rij: bool = False
    """Whether it stands in a cell of a table."""

    @property
    def indicator(self) -> str:
        return self.stuk.indicator if self.stuk else ""

    @cached_property
    def getallen(self) -> list[Suggestie]:
        """The numbers in it that may be figures."""
        return list(suggesties([maak_regel(self.van, self.tekst)]))

    @property
    def enige_jaar(self) -> str:
        """The year that it prints; empty where it prints none, or more than one."""
        jaren = set(_JAAR.findall(self.tekst))
        return jaren.pop() if len(jaren) == 1 else ""


def volzinnen(regels: Sequence[Regel], stukken: Iterable[Stuk]) -> Iterator[Volzin]:
    """Yield every sentence of the document, those in the cells of its tables too, without headings.

    An item of a list stands by itself: what introduces the list is a sentence of its own.
    """
    bij = {nummer: stuk for stuk in stukken for nummer in range(stuk.van, stuk.tot + 1)}
    tekst = _zonder_koppen(regels, bij)
    for _, groep in groupby(tekst, key=lambda regel: bij.get(regel.nummer)):
        eigen = list(groep)
        for zin in zinnen(eigen):
            van, tot = zin.regel(zin.eigen), zin.regel(len(zin.tekst) - 1)
            yield Volzin(zin.tekst[zin.eigen :], van, tot, bij.get(van))
        for regel in eigen:
            yield from _in_cellen(regel, bij.get(regel.nummer))


def _in_cellen(regel: Regel, stuk: Stuk | None) -> Iterator[Volzin]:
    """The sentences that stand in the cells of a row; a name or a number is none."""
    for cel in regel.cellen or ():
        kaal = _TAG.sub(" ", cel)
        if len(kaal.split()) >= _WOORDEN:
            for zin in zinnen([maak_regel(regel.nummer, kaal)]):
                yield Volzin(zin.tekst, regel.nummer, regel.nummer, stuk, in_rij=True)


def _zonder_koppen(regels: Sequence[Regel], bij: dict[int, Stuk]) -> list[Regel]:
    """Headings between texts are no part of a sentence; in a text that the reader tells apart there are none."""
    koppen = {
        regel.nummer
        for vorige, regel, volgende in zip([None, *regels], regels, [*regels[1:], None], strict=False)
        if regel.nummer not in bij and _is_kop(vorige, regel, volgende)
    }
    return [regel for regel in regels if regel.nummer not in koppen]


def _is_kop(vorige: Regel | None, regel: Regel, volgende: Regel | None) -> bool:
    if regel.kop:
        return True
    if regel.leeg or regel.opsomming or regel.cellen is not None or volgende is None or volgende.leeg:
        return False
    begint = vorige is None or vorige.leeg or vorige.plat[-1] in ".:;?!"
    kort = len(regel.plat) < min(_KOPLENGTE, _KORTER * len(volgende.plat))
    return begint and kort and regel.plat[-1] not in ".:;,?!" and not volgende.plat[0].islower()
