"""An independent look at the chapters with tables: which lines carry numbers outside running text.

It imports nothing of the grammar on purpose. What it lists and no table accounts for is reported as
"niet gelezen", so that a table of an unknown kind cannot disappear without a word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

# A chapter begins with its title or with the first line that ends in years; what comes before it is text.
_HOOFDSTUK = re.compile(r"\s*(?:Indicatoren, trendgrafieken|Prestatie-indicatoren)\b")
_JAAR = re.compile(r"\b20\d\d\b")
# These look at the end of a line only: ".*" in front of them would be tried from every place, for each place.
_TWEE_JAREN = re.compile(r"\b20\d\d[ \t]+20\d\d\Z")
_INHOUDSOPGAVE = re.compile(r"(?:\.{3}\s?|\t|(?<!Programma)(?<!€) )\d{1,3}\Z")
_ZONDER_BLADZIJDE = re.compile(r"\S\t\s*\Z")
_INHOUD = re.compile(r"\s*Inhoud(?:sopgave)?\s*", re.IGNORECASE)
_TEKSTDEEL = re.compile(r"\s*Speerpunten in 20\d\d\b")
_KOP = re.compile(r"\s*(?:\S+ )?Programma \d+\s*")
_PERIODE = re.compile(r"\s*20\d\d ?[-–] ?20\d\d\s*")
_OPMAAK = re.compile(r"</?\w+>|\*\*|^\s*#+\s")
_KAAL_GETAL = r"[-+\u2212–*€]*\d[\d.,/]*[%*¹²³⁴⁵⁶⁷⁸⁹]*[-\u2212]?"
_GETAL = re.compile(rf"(?:{_KAAL_GETAL}|\({_KAAL_GETAL}\))[:;]?|\d{{1,2}}\)")
_LEEG = {"-", "–", "—", "%", "pm", "p.m.", "nnb", "n.n.b.", "n.v.t.", "n.t.b.", "nvt", "ntb", "*"}
_IN_WOORDEN = re.compile(r"\bzie toelichting\b", re.IGNORECASE)
_KORTE_RIJ = 4
_CELLEN_OP_RIJ = 3  # no sentence has so many numbers and dashes behind each other
_KORTE_CEL = 6
_LANGSTE_RIJ = 400
# An amount, a percentage or a decimal, which no page and no paragraph has for a number.
_BEDRAG = (
    r"(?:(?:€ ?)?[-\u2212]?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+ ?%)|(?:€ ?[-\u2212]?|[-\u2212])\d+)"
    r"(?: ?(?:mln|miljoen))?"
)
_TEGEL = re.compile(rf"(?:[^\W\d]\S*:? ){{1,3}}{_BEDRAG}|{_BEDRAG}(?: [^\W\d]\S*){{1,3}}")
# One amount at the end of a row in plain text: with a minus, or with the room of blank cells behind it.
_EEN_BEDRAG = re.compile(r"[^\W\d]\S* (?:[-\u2212]\d[\d.,]*\s*|[-\u2212]?\d[\d.,]*\s{3,})\Z")
_LANGSTE_LABEL = 120
# Who measured, and in what amounts are: "Bron: Afvalmonitor 2.0", "Bedragen x € 1.000".
_ERBIJ = re.compile(r"\s*(?:Bron(?:nen)?:|\(?(?:alle )?bedragen\b|\(?[x×*] ?(?:€|euro)?)[^\t]*", re.IGNORECASE)
_OPSOMMING = re.compile(r"\s*[-–•*o▪\uf0b7]\t[^\t]*")
# The last line of a paragraph: a number with a full stop behind it, or a year behind words that begin no sentence.
_EINDE_VAN_ZIN = re.compile(r"\s*(?:[^\W\d_].*[^\d\s]\s+\d[\d.]*\.|[a-z][a-z ]*[^\d\s]\s+20\d\d|20\d\d\.)\s*$")


def getalregels(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield (1-based line number, line) for every line of the chapters on which table numbers stand.

    Between the chapters are texts: there only a row with a number in a cell is listed, a line without tabs that ends
    in more than one cell (a row that strayed), cells that stand below each other, each on a line of its own, an
    amount or a number of three digits alone, and a name of a few words with an amount. The table of contents is none.
    """
    in_hoofdstuk = in_inhoud = False
    regels = tekst.split("\n")
    losse_cellen = _onder_elkaar(regels) | _om_en_om(regels) | _alleen(regels)
    for nummer, regel in enumerate(regels, 1):
        kaal = _OPMAAK.sub("", regel).replace("|", "\t")
        een_bedrag = len(kaal) <= _LANGSTE_LABEL and _EEN_BEDRAG.search(kaal) is not None
        # of a contents a line ends in one number: a row that strayed before the chapter ends in more cells
        eindigt_zo = not een_bedrag and _INHOUDSOPGAVE.search(kaal.rstrip()) is not None
        met_bladzijde = eindigt_zo and _cellen_op_rij(kaal) < _CELLEN_OP_RIJ
        in_hoofdstuk = _in_hoofdstuk(kaal, in_hoofdstuk)
        gaat_door = met_bladzijde or not kaal.strip() or _ZONDER_BLADZIJDE.search(kaal)
        in_inhoud = _INHOUD.fullmatch(kaal) is not None or bool(in_inhoud and gaat_door)
        is_rij = "\t" in kaal and "..." not in kaal and not in_inhoud
        if _KOP.fullmatch(kaal) or _PERIODE.fullmatch(kaal) or (not in_hoofdstuk and met_bladzijde and not is_rij):
            continue
        zonder_woorden = _IN_WOORDEN.sub("-", kaal)
        is_tegel = _TEGEL.fullmatch(kaal.strip()) and not _ERBIJ.fullmatch(kaal)
        los = not in_inhoud and (nummer in losse_cellen or is_tegel or een_bedrag)
        if los or _getal_in_cel(kaal) or _draagt_getallen(zonder_woorden, minstens=1 if in_hoofdstuk else 2):
            yield nummer, " ".join(kaal.split())


def _onder_elkaar(regels: Sequence[str]) -> set[int]:
    """The lines of nothing but a cell with another such line below or above; blank lines between do not count."""
    gevuld = [(nummer, kaal) for nummer, regel in enumerate(regels, 1) if (kaal := _OPMAAK.sub("", regel).strip())]
    groepen = (
        [nummer for nummer, _ in groep]
        for cel, groep in groupby(gevuld, key=lambda regel: _is_losse_cel(regel[1]))
        if cel
    )
    return {nummer for groep in groepen if len(groep) > 1 for nummer in groep}


def _om_en_om(regels: Sequence[str]) -> set[int]:
    """The lines of nothing but a number with one line of words between each: a table of one column in plain text.

    Whole numbers that go up are the pages of a contents, or number a list.
    """
    gevuld = [(nummer, kaal) for nummer, regel in enumerate(regels, 1) if (kaal := _OPMAAK.sub("", regel).strip())]
    gevonden: set[int] = set()
    groep: list[tuple[int, str]] = []
    vorige = -2
    for plek, (nummer, kaal) in enumerate(gevuld):
        if not _is_losse_cel(kaal) or _JAAR.fullmatch(kaal):
            continue
        if plek - vorige != 2 or not _is_label(gevuld[plek - 1][1]):
            gevonden |= _zonder_nummering(groep)
            groep = []
        groep.append((nummer, kaal))
        vorige = plek
    return gevonden | _zonder_nummering(groep)


def _alleen(regels: Sequence[str]) -> set[int]:
    """The lines of nothing but a number: an amount, or one of three digits or more.

    A shorter one numbers a page or a list, and so do those that go up through the text or count on.
    """
    cellen = [(nummer, _OPMAAK.sub("", regel).strip()) for nummer, regel in enumerate(regels, 1)]
    los = [
        (n, kaal) for n, kaal in cellen if _is_losse_cel(kaal) and re.search(r"\d", kaal) and not _JAAR.fullmatch(kaal)
    ]
    hele = [(n, int(kaal.rstrip(".)"))) for n, kaal in los if re.fullmatch(r"\d+[.)]?", kaal)]
    telt_op = len(hele) > 1 and all(een < ander for (_, een), (_, ander) in pairwise(hele))
    tellers = {getal for _, getal in hele}
    nummering = {n for n, getal in hele if telt_op or getal < 100 or {getal - 1, getal + 1} & tellers}
    return {n for n, _ in los} - nummering


def _is_label(regel: str) -> bool:
    return len(regel) <= _LANGSTE_LABEL and not regel.endswith(".")


def _zonder_nummering(groep: Sequence[tuple[int, str]]) -> set[int]:
    getallen = [int(kaal.rstrip(".)")) for _, kaal in groep if re.fullmatch(r"\d{1,3}[.)]?", kaal)]
    telt_op = len(getallen) == len(groep) and all(een < ander for een, ander in pairwise(getallen))
    return {nummer for nummer, _ in groep} if len(groep) > 1 and not telt_op else set()


def _is_losse_cel(regel: str) -> bool:
    woorden = [woord for woord in regel.split() if woord != "€"]
    return 0 < len(woorden) <= 2 and all(map(_is_cel, woorden))


def _in_hoofdstuk(regel: str, al_in: bool) -> bool:
    if al_in:
        return not _TEKSTDEEL.match(regel)
    if _INHOUDSOPGAVE.search(regel.rstrip()):
        return False
    return _HOOFDSTUK.match(regel) is not None or _eindigt_op_jaren(regel.rstrip())


def _eindigt_op_jaren(regel: str) -> bool:
    """On two years, or on the last of three that it names."""
    jaren = [jaar.end() for jaar in _JAAR.finditer(regel)]
    return _TWEE_JAREN.search(regel) is not None or (len(jaren) > 2 and jaren[-1] == len(regel))


def _getal_in_cel(regel: str) -> bool:
    """Whether a number stands in a cell of a row, in whatever words ("circa 40", "12 fte"); a long cell is text."""
    if _OPSOMMING.fullmatch(regel):
        return False
    return any(re.search(r"\d", cel) and len(cel.split()) <= _KORTE_CEL for cel in regel.split("\t")[1:])


def _is_cel(woord: str) -> bool:
    return (_GETAL.fullmatch(woord) is not None and not woord.endswith(",")) or woord.lower() in _LEEG


def _reeksen(woorden: list[str]) -> Iterator[list[str]]:
    """The runs of words that can be cells; a word that cannot (a damaged one) ends a run."""
    return (list(groep) for cel, groep in groupby(woorden, key=_is_cel) if cel)


def _cellen_op_rij(regel: str) -> int:
    """How many cells stand behind each other at its end."""
    woorden = [woord for woord in regel.split() if woord != "€"]
    return len(next(_reeksen(woorden[::-1]), [])) if woorden and _is_cel(woorden[-1]) else 0


def _draagt_getallen(regel: str, minstens: int) -> bool:
    if len(regel) > _LANGSTE_RIJ:
        return False
    woorden = [woord for woord in regel.split() if woord != "€"]
    if "\t" not in regel and (_EINDE_VAN_ZIN.match(regel) or _ERBIJ.fullmatch(regel)):
        return False
    if any(len(reeks) >= _CELLEN_OP_RIJ and any(map(_GETAL.fullmatch, reeks)) for reeks in _reeksen(woorden)):
        return True
    aan_het_eind = _cellen_op_rij(regel)
    cijfers = sum(bool(_GETAL.fullmatch(woord)) for woord in woorden[len(woorden) - aan_het_eind :])
    if minstens > 1:
        return cijfers > 0 and aan_het_eind >= minstens
    if not cijfers or (aan_het_eind == 1 and _JAAR.fullmatch(woorden[-1])):
        return False
    # One number at the end of a long line or cell is a sentence that stops there; of a short one, a row.
    korte_cel = "\t" in regel and len(regel.rpartition("\t")[2].split()) <= _KORTE_CEL
    return aan_het_eind > 1 or len(woorden) <= _KORTE_RIJ or korte_cel
