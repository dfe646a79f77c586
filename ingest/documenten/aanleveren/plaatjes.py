"""Pages of a PDF as pictures: made in a process of their own, for a file can do anything; and kept beside the file."""

import subprocess
import sys
from pathlib import Path

from ingest.documenten.aanleveren import bestanden
from ingest.documenten.aanleveren.leesproces import GRENZEN
from ingest.kindproces.starten import WORTEL
from ingest.lezer.document import VERSIE

SECONDEN = 20
TEKENAAR = "ingest.lezer.plaatje"


class GeenPlaatje(Exception):
    """This page cannot be drawn, or is not there."""


def plaatje(checksum: str, pagina: int) -> Path:
    """Where the PNG of this page is (from 1); made once for each version of the reader.

    Raises GeenPlaatje, and Kwijt when the file itself is not there.
    """
    bron = bestanden.pad_van(checksum)
    doel = bron.parent / "plaatjes" / f"{checksum}-{pagina}-{VERSIE}.png"
    if not doel.exists():
        bestanden.schrijf_heel(doel, _teken(bron, pagina))
    return doel


def _teken(bron: Path, pagina: int) -> bytes:
    opdracht = [sys.executable, "-X", "utf8", "-m", TEKENAAR, str(bron), str(pagina), str(GRENZEN.geheugen)]
    try:
        # Without our environment: a file that takes over the process finds no secrets.
        kind = subprocess.run(opdracht, cwd=WORTEL, env={}, capture_output=True, timeout=SECONDEN, check=False)
    except subprocess.TimeoutExpired:
        raise GeenPlaatje(f"Page {pagina} takes too long to draw") from None
    if kind.returncode != 0:
        raise GeenPlaatje(f"Page {pagina} cannot be drawn")
    return kind.stdout
