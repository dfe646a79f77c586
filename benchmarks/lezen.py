"""Reading a PDF of a hundred pages, against what the PDF library takes to give its characters with their places.

Measured in seconds of the processor, so that other work on the machine does not count.
"""

import ctypes
import io
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ingest.lezer.pdf.lezen import lees_pdf
from tests.gereedschap.documenten.maak_pdf import LIGGEND, Blok, Tabel, maak_pdf, van_skelet

WORTEL = Path(__file__).resolve().parent.parent
BLADZIJDEN = 100
KEREN = 5


def meet_pdf() -> None:
    """In a process of its own, so that its memory is that of reading alone."""
    uit = subprocess.run(
        [sys.executable, "-m", "benchmarks.lezen"], cwd=WORTEL, capture_output=True, text=True, check=True
    )
    print(uit.stdout, end="")


def main() -> None:
    blokken = van_skelet((WORTEL / "ingest" / "edities" / "PB-2026.txt").read_text(encoding="utf-8"))
    tabellen = [blok for blok in blokken if isinstance(blok, Tabel)]
    meet_blokken("van een begroting", blokken * 7)
    meet_blokken("met alleen tabellen", tabellen * 30)
    meet_blokken("met alleen tabellen zonder lijnen", [replace(tabel, lijnen=False) for tabel in tabellen] * 30)


def meet_blokken(wat: str, blokken: Sequence[Blok]) -> None:
    inhoud = eerste_bladzijden(maak_pdf(blokken, kopregel="Programmabegroting", nummers=True, formaat=LIGGEND))
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kaal, lezen = [], []
    for _ in range(KEREN):
        begin = time.process_time()
        aantal = lees_tekens(inhoud)
        kaal.append(time.process_time() - begin)
        begin = time.process_time()
        regels = lees_pdf(inhoud, lambda gelezen, totaal: None)
        lezen.append(time.process_time() - begin)
    na = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"  {BLADZIJDEN} bladzijden {wat}, {aantal} tekens: de bibliotheek {min(kaal):.2f} s, {len(regels)} "
        f"regels lezen {min(lezen):.2f} s ({min(lezen) / min(kaal):.2f} keer); {na / 1024:.0f} MB, "
        f"waarvan {(na - voor) / 1024:.0f} MB voor het lezen"
    )


def eerste_bladzijden(inhoud: bytes) -> bytes:
    document, deel, uit = pdfium.PdfDocument(inhoud), pdfium.PdfDocument.new(), io.BytesIO()
    deel.import_pages(document, list(range(BLADZIJDEN)))
    deel.save(uit)
    deel.close()
    document.close()
    return uit.getvalue()


def lees_tekens(inhoud: bytes) -> int:
    """Ask the library for each character and its box, by its bare functions; how many there are."""
    aantal = 0
    links, rechts, onder, boven = (ctypes.c_double() for _ in range(4))
    document = pdfium.PdfDocument(inhoud)
    for pagina in document:
        tekstpagina = pagina.get_textpage()
        for nummer in range(tekstpagina.count_chars()):
            pdf.FPDFText_GetUnicode(tekstpagina.raw, nummer)
            pdf.FPDFText_GetCharBox(tekstpagina.raw, nummer, links, rechts, onder, boven)
            aantal += 1
        tekstpagina.close()
        pagina.close()
    document.close()
    return aantal


if __name__ == "__main__":
    main()
