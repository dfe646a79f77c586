"""The straight lines that are drawn on a page of a PDF."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ingest.lezer.pdf.bibliotheek import lees_vorm, lees_vormsoort
from ingest.lezer.pdf.zijden import Zijden, rechtop

_MEESTE_STREPEN = 20_000
_DUN = 3.0


@dataclass(slots=True)
class Streep:
    """A straight drawn line: where it lies (`op`), and from where to where it runs."""

    op: float
    van: float
    tot: float


def lees_strepen(pagina: pdfium.PdfPage, draai: int, blad: Zijden) -> tuple[list[Streep], list[Streep]]:
    """The upright and the level lines on the page: strokes, and the sides of boxes."""
    staand: list[Streep] = []
    liggend: list[Streep] = []
    for nummer, vorm in enumerate(_paden(pagina)):
        for zijden in _stukken(pagina, vorm):
            links, onder, rechts, boven = rechtop(zijden, draai)
            links, rechts, boven, onder = links - blad[0], rechts - blad[0], blad[3] - boven, blad[3] - onder
            if rechts - links <= _DUN < onder - boven:
                staand.append(Streep((links + rechts) / 2, boven, onder))
            elif onder - boven <= _DUN < rechts - links:
                liggend.append(Streep((boven + onder) / 2, links, rechts))
            elif rechts - links > _DUN:
                staand += [Streep(links, boven, onder), Streep(rechts, boven, onder)]
                liggend += [Streep(boven, links, rechts), Streep(onder, links, rechts)]
        if nummer + len(staand) + len(liggend) > _MEESTE_STREPEN:
            return [], []  # a map or a drawing
    return staand, liggend


def _paden(pagina: pdfium.PdfPage) -> Iterator[pdf.FPDF_PAGEOBJECT]:
    """The drawn shapes of a page, but for those within a form; most of its objects are text."""
    for nummer in range(pdf.FPDFPage_CountObjects(pagina.raw)):
        if lees_vormsoort(lees_vorm(pagina.raw, nummer)) == pdf.FPDF_PAGEOBJ_PATH:
            yield pdf.FPDFPage_GetObject(pagina.raw, nummer)


def _stukken(pagina: pdfium.PdfPage, vorm: pdf.FPDF_PAGEOBJECT) -> Iterator[Zijden]:
    """The box of a line or rectangle (left, bottom, right, top); of a longer path that of each straight piece."""
    if pdf.FPDFPath_CountSegments(vorm) <= 5:
        kader = links, onder, rechts, boven = [ctypes.c_float() for _ in range(4)]
        if not pdf.FPDFPageObj_GetBounds(vorm, *kader):
            raise pdfium.PdfiumError("Failed to locate pageobject.")
        yield links.value, onder.value, rechts.value, boven.value
        return
    matrix = pdfium.PdfObject(vorm, pagina, pagina.pdf).get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    punten = []
    for nummer in range(min(pdf.FPDFPath_CountSegments(vorm), _MEESTE_STREPEN)):
        segment = pdf.FPDFPath_GetPathSegment(vorm, nummer)
        pdf.FPDFPathSegment_GetPoint(segment, x, y)
        soort = pdf.FPDFPathSegment_GetType(segment)
        punten.append((soort, *matrix.on_point(x.value, y.value)))
    for (_, x0, y0), (soort, x1, y1) in pairwise(punten):
        if soort == pdf.FPDF_SEGMENT_LINETO and (abs(x1 - x0) <= _DUN or abs(y1 - y0) <= _DUN):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
