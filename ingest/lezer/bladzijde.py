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
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ingest.lezer.regels import Vak

ONBEKEND = "\ufffd"
"""Stands for a character of which the file does not say what it is."""
_ONZICHTBAAR = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SPATIES = {0x09, 0x20, 0xA0, 0x2007, 0x2009, 0x202F}
_REGELEINDE = {0x0A, 0x0D}
# pdfium gives 2 for a hyphen at the end of a line.
_ANDERS = {0x02: "-", 0xFFFE: "-", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_VET = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_MEESTE_STREPEN = 20_000
_DUN = 3.0

Kader = tuple[float, float, float, float]
"""Left, top, right, bottom."""


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


@dataclass(slots=True)
class Streep:
    """A straight drawn line: where it lies (`op`), and from where to where it runs."""

    op: float
    van: float
    tot: float


@dataclass
class Bladzijde:
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

    def vak(self, kader: Kader) -> Vak:
        """A place on the page as it is shown, in parts of its width and height."""
        maten = zip(kader, (self.breedte, self.hoogte) * 2, strict=True)
        links, boven, rechts, onder = (min(1.0, max(0.0, maat / heel)) for maat, heel in maten)
        for _ in range(self.kwartslagen):
            links, boven, rechts, onder = 1 - onder, links, 1 - boven, rechts
        return Vak(links, boven, rechts, onder)


def lees_bladzijde(pagina: pdfium.PdfPage) -> Bladzijde:
    """The words and lines of a page."""
    blad = pagina.get_bbox()
    tekstpagina = pagina.get_textpage()
    try:
        tekens = list(_tekens(tekstpagina.raw))
        draai = _leesrichting(tekstpagina.raw, tekens)
        woorden, schuin = _Woorden(tekstpagina.raw, draai, blad).lees(tekens)
    finally:
        tekstpagina.close()
    staand, liggend = _strepen(pagina, draai, blad)
    breedte, hoogte = blad[2] - blad[0], blad[3] - blad[1]
    if draai % 2:
        breedte, hoogte = hoogte, breedte
    kwartslagen = (pagina.get_rotation() // 90 - draai) % 4
    return Bladzijde(breedte, hoogte, woorden, schuin, staand, liggend, kwartslagen, len(tekens))


_Teken = tuple[str, float, float, float, float, int]
"""Text, left, bottom, right and top in the coordinates of the file, and its number; a space has no text."""


def _tekens(bron: pdf.FPDF_TEXTPAGE) -> Iterator[_Teken]:
    """Every character with the box of its whole line height.

    The spaces that pdfium adds by itself have no width; they are left out, because it also adds them inside words
    and leaves them out between cells.
    """
    rect = pdf.FS_RECTF()
    hier = ctypes.byref(rect)
    lees_code, lees_kader = pdf.FPDFText_GetUnicode, pdf.FPDFText_GetLooseCharBox
    for nummer in range(pdf.FPDFText_CountChars(bron)):
        code = lees_code(bron, nummer)
        lees_kader(bron, nummer, hier)
        links, rechts = rect.left, rect.right
        if code in _SPATIES:
            if links != rechts or rect.bottom != rect.top:
                yield "", links, rect.bottom, rechts, rect.top, nummer
        elif code not in _REGELEINDE:
            teken = _ANDERS.get(code) or (chr(code) if 32 < code < 0xFFFE or 0xFFFF < code < 0x110000 else ONBEKEND)
            yield teken, links, rect.bottom, rechts, rect.top, nummer


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


def _draai(links: float, onder: float, rechts: float, boven: float, draai: int, blad: Kader) -> Kader:
    """A box in the coordinates of the file as left, top, right, bottom on the page as it is read."""
    if draai == 0:
        return links - blad[0], blad[3] - boven, rechts - blad[0], blad[3] - onder
    if draai == 1:
        return onder - blad[1], links - blad[0], boven - blad[1], rechts - blad[0]
    if draai == 2:
        return blad[2] - rechts, onder - blad[1], blad[2] - links, boven - blad[1]
    return blad[3] - boven, blad[2] - rechts, blad[3] - onder, blad[2] - links


class _Woorden:
    """Puts characters together: a space, a gap, or a change of height or size begins a new word."""

    def __init__(self, bron: pdf.FPDF_TEXTPAGE, draai: int, blad: Kader) -> None:
        self.bron, self.draai, self.blad = bron, draai, blad
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.lettertype = ctypes.create_string_buffer(128)
        self.recht: list[Woord] = []
        self.schuin: list[Woord] = []

    def lees(self, tekens: list[_Teken]) -> tuple[list[Woord], list[Woord]]:
        """The words in the reading direction, and those in another."""
        woord: Woord | None = None
        begin, los = 0.0, False
        for tekst, links, onder, rechts, boven, nummer in tekens:
            if not tekst:
                woord, los = None, True
                continue
            kader = _draai(links, onder, rechts, boven, self.draai, self.blad)
            if woord is None or not _sluit_aan(woord, begin, kader):
                woord = self._nieuw(tekst, kader, nummer, woord)
                woord.los, los = los, False
            else:
                woord.tekst += tekst
                woord.rechts = max(woord.rechts, kader[2])
            begin = kader[0]
        return _zichtbaar(self.recht), _zichtbaar(self.schuin)

    def _nieuw(self, tekst: str, kader: Kader, nummer: int, vorige: Woord | None) -> Woord:
        if _richting(self.bron, nummer) == self.draai:
            self.recht.append(Woord(tekst, *kader, self._voet(nummer), self._vet(nummer)))
            return self.recht[-1]
        if vorige is None or not self.schuin or vorige is not self.schuin[-1]:
            self.schuin.append(Woord(tekst, *kader, kader[3]))
        else:
            vorige.tekst += tekst
            vorige.links, vorige.boven = min(vorige.links, kader[0]), min(vorige.boven, kader[1])
            vorige.rechts, vorige.onder = max(vorige.rechts, kader[2]), max(vorige.onder, kader[3])
        return self.schuin[-1]

    def _voet(self, nummer: int) -> float:
        pdf.FPDFText_GetCharOrigin(self.bron, nummer, self.x, self.y)
        x, y = self.x.value, self.y.value
        return _draai(x, y, x, y, self.draai, self.blad)[1]

    def _vet(self, nummer: int) -> bool:
        pdf.FPDFText_GetFontInfo(self.bron, nummer, self.lettertype, 128, None)
        return _VET.search(self.lettertype.value) is not None


def _zichtbaar(woorden: list[Woord]) -> list[Woord]:
    """The words without soft hyphens and marks without width."""
    for woord in woorden:
        woord.tekst = woord.tekst.translate(_ONZICHTBAAR)
    return [woord for woord in woorden if woord.tekst]


def _sluit_aan(woord: Woord, begin: float, kader: Kader) -> bool:
    """Whether a character at `kader` goes on with a word whose last character began at `begin`."""
    hoogte = woord.onder - woord.boven
    return (
        abs(kader[3] - woord.onder) < 0.04 * hoogte
        and abs(kader[1] - woord.boven) < 0.04 * hoogte
        and kader[0] - woord.rechts < 0.12 * hoogte
        and kader[0] >= begin - 0.02 * hoogte
    )


def _strepen(pagina: pdfium.PdfPage, draai: int, blad: Kader) -> tuple[list[Streep], list[Streep]]:
    """The upright and the level lines on the page: strokes, and the sides of boxes."""
    staand: list[Streep] = []
    liggend: list[Streep] = []
    for vorm in pagina.get_objects(filter=[pdf.FPDF_PAGEOBJ_PATH], max_depth=1):
        for kader in _stukken(vorm):
            links, boven, rechts, onder = _draai(*kader, draai, blad)
            if rechts - links <= _DUN < onder - boven:
                staand.append(Streep((links + rechts) / 2, boven, onder))
            elif onder - boven <= _DUN < rechts - links:
                liggend.append(Streep((boven + onder) / 2, links, rechts))
            elif rechts - links > _DUN:
                staand += [Streep(links, boven, onder), Streep(rechts, boven, onder)]
                liggend += [Streep(boven, links, rechts), Streep(onder, links, rechts)]
        if len(staand) + len(liggend) > _MEESTE_STREPEN:
            return [], []  # a map or a drawing
    return staand, liggend


def _stukken(vorm: pdfium.PdfObject) -> Iterator[Kader]:
    """The box of a line or rectangle (left, bottom, right, top); of a longer path that of each straight piece."""
    if pdf.FPDFPath_CountSegments(vorm.raw) <= 5:
        yield vorm.get_bounds()
        return
    matrix = vorm.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    punten = []
    for nummer in range(min(pdf.FPDFPath_CountSegments(vorm.raw), _MEESTE_STREPEN)):
        segment = pdf.FPDFPath_GetPathSegment(vorm.raw, nummer)
        pdf.FPDFPathSegment_GetPoint(segment, x, y)
        soort = pdf.FPDFPathSegment_GetType(segment)
        punten.append((soort, *matrix.on_point(x.value, y.value)))
    for (_, x0, y0), (soort, x1, y1) in pairwise(punten):
        if soort == pdf.FPDF_SEGMENT_LINETO and (abs(x1 - x0) <= _DUN or abs(y1 - y0) <= _DUN):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
