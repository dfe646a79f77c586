"""The numbers in running text that may be figures: each with its sentence and the period that this gives it.

Years, dates, ages, terms, amounts of money and the numbers of articles, chapters, addresses and telephones are none.
A number that a scanner may have misread is kept as printed: a person looks at it.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.lezer.concept import Suggestie
from ingest.lezer.regels import Regel
from ingest.lezer.taal.getallen import GeenGetal, lees_cel
from ingest.lezer.taal.periodes import Periode, vind_perioden
from ingest.lezer.taal.zinnen import Zin, zinnen

_GETAL = re.compile(
    r"(?<![\w.,/\-–€@:#^])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?: ?%)?(?![\w/^°®]|[.,]\d|-\d|%)", re.ASCII
)
_MUNT_OF_TERMIJN = (
    r"(?:euro|miljoen|miljard|mln|mld|jaar|jaren|-?jarigen?|levensjaar|maand|maanden|week|weken|dag|dagen|uur)\b"
)
_ERNA = re.compile(rf" 0\d| ?{_MUNT_OF_TERMIJN}| ?(?:tot|en|à|-|–) ?[\d,]+ ?{_MUNT_OF_TERMIJN}", re.IGNORECASE)
_GENUMMERD = (
    r"(?:art(?:ikel|\.)|lid|hoofdstuk|paragraaf|bijlage|figuur|afbeelding|tabel|maatregel|motie|niveau|nummer|nr\."
    r"|klanttype|tel(?:efoon|\.)|pagina|blz\.|fase|groep|wet|mbo)"
)
_ERVOOR = re.compile(rf"(?:€|\beuro|\b{_GENUMMERD}(?: [\d,]+ ?(?:,|en|of|tot|t/m))?|\bQ\d en) ?$", re.IGNORECASE)
_NAAM_ERVOOR = re.compile(r"\S.*\s[A-Z]\w+ $")
_NAAM_ERNA = re.compile(r"(?: (?:in|aan|van|op|te|en)\b|[.,;:)]|$)")
_WOORDEN_ERTUSSEN = 2
DICHTBIJ = 80
"""So many characters before a number tell what kind of number it is."""
# Behind these something else begins.
_SCHEIDING = re.compile(r"[;,]|\b(?:naar|tegen|en|of|maar)\b")


def suggesties(regels: Iterable[Regel]) -> Iterator[Suggestie]:
    """Yield the numbers of these lines, in the order of the text."""
    for zin in zinnen(regels):
        getallen = list(_GETAL.finditer(zin.tekst, zin.eigen))
        perioden = list(vind_perioden(zin.tekst)) if getallen else []
        for getal in getallen:
            if not _is_cijfer(getal, perioden):
                continue
            try:
                cel = lees_cel(getal[0])
            except GeenGetal:
                continue
            if cel.waarde is not None:
                periode = _periode(getal, perioden, zin)
                regel = zin.regel(getal.start())
                yield Suggestie(zin.tekst, getal[0], cel.waarde, cel.procent, periode, regel)


def _is_cijfer(getal: re.Match[str], perioden: list[Periode]) -> bool:
    # these patterns end at the number: from further away they would only be tried
    ervoor, erna = getal.string[max(0, getal.start() - DICHTBIJ) : getal.start()], getal.string[getal.end() :]
    if any(periode.begin < getal.end() and getal.start() < periode.eind for periode in perioden):
        return False
    if _ERNA.match(erna) or _ERVOOR.search(ervoor):
        return False
    return not (_NAAM_ERVOOR.search(ervoor) and _NAAM_ERNA.match(erna))


def _periode(getal: re.Match[str], perioden: list[Periode], zin: Zin) -> str:
    """The one that the sentence begins with, else the one right beside the number; "" where that is a guess."""
    if len(perioden) == 1 and perioden[0].begin < getal.start():
        return perioden[0].waarde
    naast = {periode.waarde for periode in perioden if _staat_naast(getal, periode, zin.tekst)}
    return naast.pop() if len(naast) == 1 else ""


def _staat_naast(getal: re.Match[str], periode: Periode, tekst: str) -> bool:
    eerst, dan = sorted([(getal.start(), getal.end()), (periode.begin, periode.eind)])
    ertussen = tekst[eerst[1] : dan[0]]
    return len(re.findall(r"\w+", ertussen)) <= _WOORDEN_ERTUSSEN and not _SCHEIDING.search(ertussen)
