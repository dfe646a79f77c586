"""One page of a PDF as pdfium gives it: its words with their places, and the straight lines drawn on it.

Places are in points from the top left of the page as it is read: a table printed sideways on a portrait page is
turned first.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ingest.lezer.pdf.bibliotheek import ADRES, lees_code, lees_deel, lees_kader, lees_lettertype
from ingest.lezer.pdf.strepen import Streep, lees_strepen
from ingest.lezer.pdf.zijden import Zijden, rechtop
from ingest.lezer.regels import Onleesbaar, Vak

ONBEKEND = "\ufffd"
"""Stands for a character of which the file does not say what it is."""
_ONZICHTBAAR = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SPATIES = {0x09, 0x20, 0xA0, 0x2007, 0x2009, 0x202F}
_REGELEINDE = {0x0A, 0x0D}
# pdfium gives 2 for a hyphen at the end of a line.
_ANDERS = {0x02: "-", 0xFFFE: "-", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_VET = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
MEESTE_TEKENS = 100_000
"""On one page; a page of small print has some ten thousand."""
# What the usual letters take above and below the line they stand on, in parts of their size.
_KRUIN, _STAART = 0.905, 0.212


@dataclass(slots=True)
class Woord:
    """A run of characters without a space; `voet` is the height of the line it stands on."""

    tekst: str
    links: float
    boven: float
    rechts: float
    onder: float
    voet: float
    vet: bool = False
    los: bool = False
    """Whether a space stands before it."""

    @property
    def hoogte(self) -> float:
        return self.onder - self.boven


@dataclass
class PdfBladzijde:
    """`schuin` are the words in another direction than the rest of the page: a watermark, a title along the side."""

    breedte: float
    hoogte: float
    woorden: list[Woord]
    schuin: list[Woord]
    staand: list[Streep]
    liggend: list[Streep]
    kwartslagen: int = 0
    """How many quarter turns, clockwise, the page as shown is turned from the page as read."""
    tekens: int = 0

    def vak(self, zijden: Zijden) -> Vak:
        """A place on the page as it is shown, in parts of its width and height."""
        breedte, hoogte = self.breedte, self.hoogte
        delen = zijden[0] / breedte, zijden[1] / hoogte, zijden[2] / breedte, zijden[3] / hoogte
        if min(delen) <= 0.0 or max(delen) > 1.0:
            links, boven, rechts, onder = (min(1.0, max(0.0, deel)) for deel in delen)
        else:
            links, boven, rechts, onder = delen
        for _ in range(self.kwartslagen):
            links, boven, rechts, onder = 1 - onder, links, 1 - boven, rechts
        return Vak(links, boven, rechts, onder)


def lees_bladzijde(pagina: pdfium.PdfPage) -> PdfBladzijde:
    """The words and lines of a page; raises Onleesbaar where it cannot be one."""
    blad = pagina.get_bbox()
    tekstpagina = pagina.get_textpage()
    try:
        if tekstpagina.count_chars() > MEESTE_TEKENS:
            raise Onleesbaar(
                f"Een bladzijde van deze PDF heeft meer dan {MEESTE_TEKENS // 1_000}.000 tekens. "
                "Maak de PDF opnieuw vanuit het oorspronkelijke document."
            )
        tekens = _tekens(tekstpagina.raw)
        draai = _leesrichting(tekstpagina.raw, tekens)
        blad = rechtop(blad, draai)
        if draai:
            tekens = [(teken[0], *rechtop(teken[1:5], draai), teken[5]) for teken in tekens]
        if _is_krap(tekstpagina.raw, tekens):
            tekens = list(_op_maat(tekstpagina.raw, tekens, draai))
        woorden, schuin = _Woorden(tekstpagina.raw, draai, blad).verzamel(tekens)
    finally:
        tekstpagina.close()
    staand, liggend = lees_strepen(pagina, draai, blad)
    breedte, hoogte = blad[2] - blad[0], blad[3] - blad[1]
    kwartslagen = (pagina.get_rotation() // 90 - draai) % 4
    return PdfBladzijde(breedte, hoogte, woorden, schuin, staand, liggend, kwartslagen, len(tekens))


_Teken = tuple[str, float, float, float, float, int]
"""Text, left, bottom, right and top in the coordinates of the file, and its number; a space has no text."""


def _tekens(bron: pdf.FPDF_TEXTPAGE) -> list[_Teken]:
    """Every character with the box of its whole line height.

    The spaces that pdfium adds by itself have no width; they are left out, because it also adds them inside words
    and leaves them out between cells.
    """
    rect = pdf.FS_RECTF()
    hier, zijden, pagina = ctypes.byref(rect), memoryview(rect).cast("B").cast("f"), ctypes.cast(bron, ADRES)
    tekens: list[_Teken] = []
    for nummer in range(pdf.FPDFText_CountChars(bron)):
        tekst = _tekst(lees_code(pagina, nummer))
        if tekst != "\n":
            lees_kader(pagina, nummer, hier)
            links, boven, rechts, onder = zijden
            if tekst or links != rechts or boven != onder:
                tekens.append((tekst, links, onder, rechts, boven, nummer))
    return tekens


def _is_krap(bron: pdf.FPDF_TEXTPAGE, tekens: list[_Teken]) -> bool:
    """Whether neighbours in one run of text have boxes of unequal height: the file does not say how high letters are.

    A box is then as high as its letter, a line as its tallest letter, and each letter would be a word.
    """
    stap = max(1, len(tekens) // 60)
    naast = zip(tekens[:-1:stap], tekens[1::stap], strict=True)
    paren = [(een, ander) for een, ander in naast if een[0] and ander[0] and _deel(bron, een) == _deel(bron, ander)]
    ongelijk = sum(abs(een[2] - ander[2]) + abs(een[4] - ander[4]) > 0.01 for een, ander in paren)
    return ongelijk * 10 > len(paren)


def _deel(bron: pdf.FPDF_TEXTPAGE, teken: _Teken) -> int:
    """The run of text that a character is of, as its address."""
    return lees_deel(bron, teken[5]) or 0


def _maat(bron: pdf.FPDF_TEXTPAGE, nummer: int) -> float:
    """The size of a character as it is printed."""
    matrix = pdf.FS_MATRIX()
    pdf.FPDFText_GetMatrix(bron, nummer, matrix)
    return float(pdf.FPDFText_GetFontSize(bron, nummer) * math.hypot(matrix.c, matrix.d))


def _op_maat(bron: pdf.FPDF_TEXTPAGE, tekens: list[_Teken], draai: int) -> Iterator[_Teken]:
    """The characters with boxes of the height of their size, from the line that they stand on."""
    x, y = ctypes.c_double(), ctypes.c_double()
    maat, vorige = 0.0, 0
    for teken in tekens:
        tekst, links, _onder, rechts, _boven, nummer = teken
        deel = _deel(bron, teken)
        if not deel or deel != vorige:
            maat, vorige = _maat(bron, nummer), deel
        pdf.FPDFText_GetCharOrigin(bron, nummer, x, y)
        voet = rechtop((x.value, y.value, x.value, y.value), draai)[1]
        yield tekst, links, voet - _STAART * maat, rechts, voet + _KRUIN * maat, nummer


@cache
def _tekst(code: int) -> str:
    """The text of a character: nothing for a space, a line break for the end of a line."""
    if code in _SPATIES:
        return ""
    if code in _REGELEINDE:
        return "\n"
    if code in _ANDERS:
        return _ANDERS[code]
    return chr(code) if 32 < code < 0x110000 and code != 0xFFFF else ONBEKEND


@cache
def _is_vet(lettertype: bytes) -> bool:
    return _VET.search(lettertype) is not None


def _leesrichting(bron: pdf.FPDF_TEXTPAGE, tekens: list[_Teken]) -> int:
    """The way most of the text runs, in quarter turns counterclockwise in the coordinates of the file."""
    stap = max(1, len(tekens) // 60)
    richtingen = Counter(_richting(bron, teken[5]) for teken in tekens[::stap] if teken[0])
    del richtingen[None]
    return max(richtingen, key=lambda richting: richtingen[richting], default=0) or 0


def _richting(bron: pdf.FPDF_TEXTPAGE, nummer: int) -> int | None:
    """The quarter turns of a character; None where it stands askew."""
    kwarten = -pdf.FPDFText_GetCharAngle(bron, nummer) / (math.pi / 2)  # pdfium measures clockwise
    heel = round(kwarten)
    return heel % 4 if abs(kwarten - heel) < 0.02 else None


class _Woorden:
    """Puts characters together: a space, a gap, or a change of height or size begins a new word."""

    def __init__(self, bron: pdf.FPDF_TEXTPAGE, draai: int, blad: Zijden) -> None:
        self.bron, self.draai, self.blad = bron, draai, blad
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.lettertype = ctypes.create_string_buffer(128)
        self.recht: list[Woord] = []
        self.schuin: list[Woord] = []

    def verzamel(self, tekens: list[_Teken]) -> tuple[list[Woord], list[Woord]]:
        """The words in the reading direction, and those in another."""
        woord: Woord | None = None
        letters, begin, marge, los = "", 0.0, 0.0, False
        eind, hoog, laag = 0.0, 0.0, 0.0
        for tekst, links, onder, rechts, boven, nummer in tekens:
            # This runs for every character: no calls here, and the word at hand in names of its own.
            if (
                woord is not None
                and tekst
                and -marge < onder - laag < marge
                and -marge < boven - hoog < marge
                and links - eind < 3 * marge
                and links > begin - marge
            ):
                letters += tekst
                if rechts > eind:
                    eind = rechts
            else:
                if woord is not None:
                    woord.tekst, woord.rechts = letters, eind
                if not tekst:
                    woord, los = None, True
                    continue
                woord = self._nieuw(tekst, (links, boven, rechts, onder), nummer, woord)
                woord.los, los = los, False
                letters, eind, hoog, laag = woord.tekst, woord.rechts, woord.boven, woord.onder
                marge = 0.04 * (boven - onder)
            begin = links
        if woord is not None:
            woord.tekst, woord.rechts = letters, eind
        return self._zichtbaar(self.recht), self._zichtbaar(self.schuin)

    def _nieuw(self, tekst: str, zijden: Zijden, nummer: int, vorige: Woord | None) -> Woord:
        op_lijn = self.recht[-1] if self.recht else None
        if op_lijn and abs(zijden[1] - op_lijn.boven) < 0.01 and abs(zijden[3] - op_lijn.onder) < 0.01:
            # Of the same height and size as the word before: so it runs the same way, on the same line.
            self.recht.append(Woord(tekst, *zijden, op_lijn.voet, self._vet(nummer)))
            return self.recht[-1]
        if _richting(self.bron, nummer) == self.draai:
            self.recht.append(Woord(tekst, *zijden, self._voet(nummer), self._vet(nummer)))
            return self.recht[-1]
        if vorige is None or not self.schuin or vorige is not self.schuin[-1]:
            self.schuin.append(Woord(tekst, *zijden, zijden[3]))
        else:
            vorige.tekst += tekst
            vorige.links, vorige.boven = min(vorige.links, zijden[0]), max(vorige.boven, zijden[1])
            vorige.rechts, vorige.onder = max(vorige.rechts, zijden[2]), min(vorige.onder, zijden[3])
        return self.schuin[-1]

    def _voet(self, nummer: int) -> float:
        pdf.FPDFText_GetCharOrigin(self.bron, nummer, self.x, self.y)
        x, y = self.x.value, self.y.value
        return rechtop((x, y, x, y), self.draai)[1]

    def _vet(self, nummer: int) -> bool:
        lees_lettertype(self.bron, nummer, self.lettertype, 128, None)
        return _is_vet(self.lettertype.value)

    def _zichtbaar(self, woorden: list[Woord]) -> list[Woord]:
        """The words without marks that are not seen, measured from the top left of the page."""
        links, boven = self.blad[0], self.blad[3]
        for woord in woorden:
            if not woord.tekst.isascii():
                woord.tekst = woord.tekst.translate(_ONZICHTBAAR)
            woord.links, woord.rechts = woord.links - links, woord.rechts - links
            woord.boven, woord.onder, woord.voet = boven - woord.boven, boven - woord.onder, boven - woord.voet
        return [woord for woord in woorden if woord.tekst]
