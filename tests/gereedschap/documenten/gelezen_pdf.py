"""A PDF that a test made, as its lines are read."""

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.regels import Regel
from tests.gereedschap.documenten.maak_pdf import (
    Blok,
    maak_pdf,
)

MET_LEGE_CELLEN = [
    ["Doelstelling", "2025", "2026", "2027", "2028"],
    ["Bijzondere Bijstand", "1.979", "", "3", ""],
    ["SHV", "", "-230", "-", "54.256"],
    ["BUIG", "1", "20", "300", "4.000"],
    ["Kwijtschelding", "", "", "", "10"],
]


def lees(*blokken: Blok, **hoe: object) -> list[Regel]:
    return lees_regels(maak_pdf(blokken, **hoe))  # type: ignore[arg-type]


def gedrukt(*blokken: Blok, **hoe: object) -> list[str]:
    return [regel.gedrukt for regel in lees(*blokken, **hoe)]


def los(teken: Callable[[Canvas], None], formaat: tuple[float, float] = A4, **hoe: object) -> bytes:
    """A PDF drawn by hand, page by page."""
    uit = io.BytesIO()
    canvas = Canvas(uit, pagesize=formaat, **hoe)  # type: ignore[arg-type]
    teken(canvas)
    canvas.showPage()
    canvas.save()
    return uit.getvalue()
