"""The words of a page as its lines from top to bottom, each with the pieces that stand apart on it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import attrgetter

from ingest.lezer.pdf.bladzijde import PdfBladzijde, Woord
from ingest.lezer.pdf.zijden import Zijden

# Parts of the height of a line of text (about 1.15 times the size of the letters).
_ZELFDE_WOORD = 0.12
_APART = 0.45
_KRAP_APART = 0.33
_ZELFDE_LIJN = 0.3
_VERHOOGD = 0.15

_WIJDER = 1.3
"""Times the narrowest space of the line."""

_BOVEN = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_ONDER = str.maketrans("0123456789()", "₀₁₂₃₄₅₆₇₈₉₍₎")
_TEKEN = re.compile(r"[\d(),*a-z]{1,4}")
_GETAL = r"[-+\u2212–—]?(?:€ ?(?:[-+\u2212–] )?)?[-+\u2212–]?\d[\d.,]*(?: ?%)?[*⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾₀₁₂₃₄₅₆₇₈₉₍₎]*"
_LEEG = r"[-–—]|(?:pm|p\.m\.|nnb|n\.n\.b\.|nvt|n\.v\.t\.|ntb|n\.t\.b\.)"
_WAARDE = re.compile(rf"(?:{_GETAL}|{_LEEG}|%)\)?", re.IGNORECASE)
_JAAR = re.compile(r"\b(?:19|20)\d\d\b")


@lru_cache(maxsize=10_000)
def _is_waarde(tekst: str) -> bool:
    return _WAARDE.fullmatch(tekst) is not None


@lru_cache(maxsize=10_000)
def _heeft_een_jaar(tekst: str) -> bool:
    return len(_JAAR.findall(tekst)) == 1


@dataclass(slots=True)
class Woordgroep:
    """Words that stand together, apart from the rest of their line."""

    woorden: list[Woord]

    @property
    def tekst(self) -> str:
        if len(self.woorden) == 1:
            return self.woorden[0].tekst
        return " ".join([woord.tekst for woord in self.woorden])

    @property
    def links(self) -> float:
        return self.woorden[0].links

    @property
    def rechts(self) -> float:
        return self.woorden[-1].rechts

    @property
    def is_waarde(self) -> bool:
        """A number, a dash, pm and the like."""
        return _is_waarde(self.tekst)

    @property
    def is_getal(self) -> bool:
        """A value, and not the half of one that was broken off: "%" below its number, or "€" above it."""
        tekst = self.tekst
        return tekst != "%" and _is_waarde(tekst)

    @property
    def is_jaar(self) -> bool:
        """A year, or a short header that has one: "Begroting 2026"."""
        return len(self.woorden) <= 5 and _heeft_een_jaar(self.tekst)


@dataclass(eq=False)
class PdfLijn:
    """One line as it stands on the page; `pagina` counts from 1."""

    woorden: list[Woord]
    blad: PdfBladzijde
    pagina: int
    afstand: float | None = None
    """From the line above it on the same page to this one, foot to foot; None for the first."""
    schuin: bool = False
    kop: bool = False
    op_maat: bool = False
    """Whether it begins and ends where the line above or below it does."""

    @cached_property
    def hoogte(self) -> float:
        return max([woord.onder - woord.boven for woord in self.woorden])

    @cached_property
    def voet(self) -> float:
        return self.woorden[0].voet

    @cached_property
    def links(self) -> float:
        return self.woorden[0].links

    @cached_property
    def rechts(self) -> float:
        return max([woord.rechts for woord in self.woorden])

    @cached_property
    def midden(self) -> float:
        return self.voet - 0.3 * self.hoogte

    @cached_property
    def tekst(self) -> str:
        return " ".join([woord.tekst for woord in self.woorden])

    @cached_property
    def vet(self) -> bool:
        return all(woord.vet for woord in self.woorden)

    @cached_property
    def groepen(self) -> list[Woordgroep]:
        """The pieces of the line: words with more than a space between them stand apart."""
        if self.op_maat and self._is_uitgevuld():
            return [Woordgroep(self.woorden)]
        groepen = [Woordgroep([self.woorden[0]])]
        for vorige, woord in pairwise(self.woorden):
            ruimte = woord.links - vorige.rechts
            hoogte = max(vorige.onder - vorige.boven, woord.onder - woord.boven)
            krap = ruimte > _KRAP_APART * hoogte
            if ruimte > _APART * hoogte or (krap and self._is_krap_apart(vorige, woord)):
                groepen.append(Woordgroep([woord]))
            else:
                groepen[-1].woorden.append(woord)
        return groepen

    @cached_property
    def waarden(self) -> list[bool]:
        """Of each piece whether it is a value."""
        return [groep.is_waarde for groep in self.groepen]

    @cached_property
    def jaren(self) -> list[bool]:
        """Of each piece whether it is a year."""
        return [groep.is_jaar for groep in self.groepen]

    @cached_property
    def is_waarderij(self) -> bool:
        """A label and values that stand apart, or only such values; a wide-spaced line of text has more words."""
        waardig = [waarde or jaar for waarde, jaar in zip(self.waarden, self.jaren, strict=True)]
        waardig = waardig if waardig[0] else waardig[1:]
        return not self.schuin and len(self.groepen) > 1 and any(waardig) and sum(waardig) * 2 >= len(waardig)

    @cached_property
    def is_kopregel(self) -> bool:
        """Years, later ones to the right, and no other values."""
        if not any(self.jaren) or any(w and not j for w, j in zip(self.waarden, self.jaren, strict=True)):
            return False
        jaren = [groep.tekst[-4:] for groep, is_jaar in zip(self.groepen, self.jaren, strict=True) if is_jaar]
        return jaren == sorted(jaren)

    def _is_krap_apart(self, vorige: Woord, woord: Woord) -> bool:
        """Whether a number stands in a column of its own, with little more than a space beside it.

        Not in stretched text: there every space is as wide.
        """
        if not (_is_getal(vorige) or _is_getal(woord)):
            return False
        return self.is_wijder(vorige, woord) or sum(map(_is_getal, self.woorden)) * 2 > len(self.woorden)

    def is_wijder(self, vorige: Woord, woord: Woord) -> bool:
        """Whether there is more than a space between two words, and more than between others of the line."""
        krapst = min(rechter.links - linker.rechts for linker, rechter in pairwise(self.woorden))
        return is_wijd(vorige, woord) and woord.links - vorige.rechts > _WIJDER * krapst

    def _is_uitgevuld(self) -> bool:
        """Whether this is a line of text that was stretched to its width: all spaces are as wide."""
        ruimten = [woord.links - vorige.rechts for vorige, woord in pairwise(self.woorden)]
        lang = sum(sum(map(str.isalpha, woord.tekst)) > 2 for woord in self.woorden)
        return len(ruimten) > 1 and max(ruimten) < 1.12 * min(ruimten) and lang * 2 >= len(self.woorden)


def _is_getal(woord: Woord) -> bool:
    return woord.tekst == "€" or Woordgroep([woord]).is_waarde


def is_wijd(vorige: Woord, woord: Woord) -> bool:
    """Whether there is more than a usual space between two words."""
    return woord.links - vorige.rechts > _KRAP_APART * max(vorige.hoogte, woord.hoogte)


def omtrek(woorden: Iterable[Woord]) -> Zijden:
    """The box around words."""
    eerste, *rest = woorden
    links, boven, rechts, onder = eerste.links, eerste.boven, eerste.rechts, eerste.onder
    for woord in rest:
        links, boven = min(links, woord.links), min(boven, woord.boven)
        rechts, onder = max(rechts, woord.rechts), max(onder, woord.onder)
    return links, boven, rechts, onder


def lees_lijnen(blad: PdfBladzijde, pagina: int) -> list[PdfLijn]:
    """The lines of a page; what stands askew comes last, each word by itself."""
    _zet_tekens_op_hun_lijn(blad.woorden)
    lijnen = [PdfLijn(woorden, blad, pagina) for woorden in _lijnen(blad.woorden)]
    for boven, onder in pairwise(lijnen):
        onder.afstand = onder.voet - boven.voet
        if max(abs(onder.links - boven.links), abs(onder.rechts - boven.rechts)) < 1:
            boven.op_maat = onder.op_maat = True
    return lijnen + [PdfLijn([woord], blad, pagina, schuin=True) for woord in blad.schuin]


def _zet_tekens_op_hun_lijn(woorden: list[Woord]) -> None:
    """Write a raised or lowered mark with the raised or lowered sign ("12,5¹"), on the line that it belongs to.

    So a mark can never become a digit of the number that it stands behind.
    """
    for vorige, woord in pairwise(woorden):
        for klein, groot in ((woord, vorige), (vorige, woord)) if woord.voet != vorige.voet else ():
            if _is_teken_bij(klein, groot):
                klein.tekst = klein.tekst.translate(_BOVEN if klein.voet < groot.voet else _ONDER)
                klein.voet = groot.voet


def _is_teken_bij(klein: Woord, groot: Woord) -> bool:
    return (
        klein.hoogte < 0.92 * groot.hoogte
        and _VERHOOGD * groot.hoogte < abs(klein.voet - groot.voet) < groot.hoogte
        and klein.boven < groot.onder
        and klein.onder > groot.boven
        and max(klein.links - groot.rechts, groot.links - klein.rechts) < _APART * groot.hoogte
        and _TEKEN.fullmatch(klein.tekst) is not None
    )


def _lijnen(woorden: list[Woord]) -> Iterator[list[Woord]]:
    """Words of about the same foot, from left to right."""
    lijn: list[Woord] = []
    for woord in sorted(woorden, key=attrgetter("voet")):
        if lijn and woord.voet - lijn[0].voet > _ZELFDE_LIJN * min(woord.hoogte, lijn[0].hoogte):
            yield _aaneen(lijn)
            lijn = []
        lijn.append(woord)
    if lijn:
        yield _aaneen(lijn)


def _aaneen(lijn: list[Woord]) -> list[Woord]:
    """Put together what was split inside a word; text printed twice over itself (to look bold) counts once."""
    gezet: list[Woord] = []
    for woord in sorted(lijn, key=attrgetter("links")):
        vorige = gezet[-1] if gezet else None
        if vorige and vorige.tekst == woord.tekst and woord.links - vorige.links < 0.1 * woord.hoogte:
            continue
        gat = woord.links - vorige.rechts if vorige else 0.0
        if vorige and not woord.los and abs(gat) < _ZELFDE_WOORD * woord.hoogte:
            vorige.tekst += woord.tekst
            vorige.rechts, vorige.vet = woord.rechts, vorige.vet and woord.vet
            vorige.boven, vorige.onder = min(vorige.boven, woord.boven), max(vorige.onder, woord.onder)
        else:
            gezet.append(woord)
    return gezet
