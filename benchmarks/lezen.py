"""Reading a PDF of a hundred pages, against what the library takes to give its text, or each character with its place.

Each in a process of its own, by turns; in seconds of the processor, so that other work on the machine does not count.
"""

import ctypes
import io
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from benchmarks.geheugen import meeste_geheugen
from ingest.lezer.pdf.lezen import lees_pdf
from tests.gereedschap.documenten.maak_pdf import LIGGEND, Blok, Tabel, maak_pdf, van_skelet

WORTEL = Path(__file__).resolve().parent.parent
BLADZIJDEN = 100
KEREN = 5


def meet_pdf() -> None:
    """Of a begroting, of its tables alone, and of these without lines."""
    blokken = van_skelet((WORTEL / "ingest" / "edities" / "PB-2026.txt").read_text(encoding="utf-8"))
    tabellen = [blok for blok in blokken if isinstance(blok, Tabel)]
    meet_blokken("van een begroting", blokken * 7)
    meet_blokken("met alleen tabellen", tabellen * 30)
    meet_blokken("met alleen tabellen zonder lijnen", [replace(tabel, lijnen=False) for tabel in tabellen] * 30)


def meet_blokken(wat: str, blokken: Sequence[Blok]) -> None:
    inhoud = eerste_bladzijden(maak_pdf(blokken, kopregel="Programmabegroting", nummers=True, formaat=LIGGEND))
    with tempfile.TemporaryDirectory() as map_:
        bestand = Path(map_, "document.pdf")
        bestand.write_bytes(inhoud)
        beurten = [{naam: _meet(naam, bestand) for naam in MANIEREN} for _ in range(KEREN)]
        pdftotext = [_meet_pdftotext(bestand) for _ in range(KEREN)] if shutil.which("pdftotext") else []
    duur = {naam: statistics.median(beurt[naam][0] for beurt in beurten) for naam in MANIEREN}
    if pdftotext:
        duur["pdftotext -layout"] = statistics.median(pdftotext)
    eigen = duur.pop(LEZEN)
    tegen = ", ".join(f"{eigen / ander:.2f} keer {naam} ({ander:.2f} s)" for naam, ander in duur.items())
    geheugen = {naam: max(beurt[naam][1] for beurt in beurten) for naam in (LEZEN, TEKST)}
    print(
        f"  {BLADZIJDEN} bladzijden {wat}: {eigen:.2f} s, {tegen}; "
        f"{geheugen[LEZEN]:.0f} MB (voor {TEKST} {geheugen[TEKST]:.0f} MB)"
    )


def _meet(naam: str, bestand: Path) -> tuple[float, float]:
    """Seconds of the processor, and the most MB that its process had."""
    opdracht = [sys.executable, "-m", "benchmarks.lezen", naam, str(bestand)]
    uit = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=True)
    seconden, megabytes = map(float, uit.stdout.split())
    return seconden, megabytes


def _meet_pdftotext(bestand: Path) -> float:
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["pdftotext", "-layout", str(bestand), "-"], stdout=subprocess.DEVNULL, check=True)
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime


def eerste_bladzijden(inhoud: bytes) -> bytes:
    document, deel, uit = pdfium.PdfDocument(inhoud), pdfium.PdfDocument.new(), io.BytesIO()
    deel.import_pages(document, list(range(BLADZIJDEN)))
    deel.save(uit)
    deel.close()
    document.close()
    return uit.getvalue()


def lees_tekst(inhoud: bytes) -> int:
    """Ask the library for the text of each page, its fastest answer; how many characters it has."""
    document = pdfium.PdfDocument(inhoud)
    aantal = sum(len(pagina.get_textpage().get_text_range()) for pagina in document)
    document.close()
    return aantal


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


LEZEN, TEKST = "lezen", "de tekst van de bibliotheek"
MANIEREN: dict[str, Callable[[bytes], object]] = {
    LEZEN: lambda inhoud: lees_pdf(inhoud, lambda gelezen, totaal: None),
    "haar tekens met hun plaats": lees_tekens,
    TEKST: lees_tekst,
}


def main(naam: str, bestand: str) -> None:
    """Read it this way, and say what that took."""
    inhoud = Path(bestand).read_bytes()
    begin = time.process_time()
    MANIEREN[naam](inhoud)
    print(time.process_time() - begin, meeste_geheugen())


if __name__ == "__main__":
    main(*sys.argv[1:])
