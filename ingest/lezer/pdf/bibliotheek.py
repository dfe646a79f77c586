"""Functions of the PDF library that are called for every character or shape of a document.

pypdfium2 lets go of Python's lock around each call, which takes as long as such a call itself; these do not.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdf

ADRES = ctypes.c_void_p
_GETAL = ctypes.c_int


def _vlot(functie: Any, antwoord: Any, *soorten: Any) -> Callable[..., Any]:
    plek = ctypes.cast(functie, ADRES).value or 0
    return ctypes.PYFUNCTYPE(antwoord, *soorten)(plek)


lees_code = _vlot(pdf.FPDFText_GetUnicode, ctypes.c_uint, ADRES, _GETAL)
lees_kader = _vlot(pdf.FPDFText_GetLooseCharBox, _GETAL, ADRES, _GETAL, ADRES)
lees_deel = _vlot(pdf.FPDFText_GetTextObject, ADRES, ADRES, _GETAL)
lees_lettertype = _vlot(pdf.FPDFText_GetFontInfo, ctypes.c_ulong, ADRES, _GETAL, ADRES, ctypes.c_ulong, ADRES)
lees_vorm = _vlot(pdf.FPDFPage_GetObject, ADRES, ADRES, _GETAL)
lees_vormsoort = _vlot(pdf.FPDFPageObj_GetType, _GETAL, ADRES)
