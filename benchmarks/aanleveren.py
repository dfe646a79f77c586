"""Ten documents handed in at once, read and drafted by two workers: none lost, none twice, and how long it takes."""

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import UUID

from benchmarks.verzoeken import WORTEL, gestopt

DOCUMENTEN, WERKERS = 10, 2
GEDULD = 300  # seconds
WERKER = [sys.executable, "-m", "celery", "--quiet", "--app", "dashboard", "worker", "--concurrency", "1"]


def meet_aanleveren() -> None:
    """In the database of this process, with workers that find it by its data directory."""
    from ingest.accounts.handelend import handelend_als
    from ingest.documenten.aanleveren.aanlevering import neem_aan
    from ingest.lezer.bestanden.herkenning import herken_bestand
    from ingest.models import Aanlevering

    with ExitStack() as werkers:
        for _ in range(WERKERS):
            werkers.enter_context(werker())
        begin = time.perf_counter()
        for naam, inhoud in documenten():
            with handelend_als(UUID(int=1), "controleur"):
                neem_aan(herken_bestand(inhoud), naam, UUID(int=1))
        while Aanlevering.objects.onderweg().exists() and time.perf_counter() - begin < GEDULD:
            time.sleep(0.05)
        seconden = time.perf_counter() - begin
    staten = Counter(Aanlevering.objects.values_list("staat", flat=True))
    uitlezingen = [aanlevering.uitlezingen.count() for aanlevering in Aanlevering.objects.all()]
    print(f"  {DOCUMENTEN} documenten tegelijk, {WERKERS} werkers: {seconden:.1f} s; {dict(staten)}")
    if staten != {"te beoordelen": DOCUMENTEN} or uitlezingen != [1] * DOCUMENTEN:
        sys.exit(f"Verloren of dubbel: {dict(staten)}, uitlezingen {uitlezingen}.")


def documenten() -> Iterator[tuple[str, bytes]]:
    """The newest bundled edition, as if it were of ten years."""
    tekst = (WORTEL / "ingest" / "edities" / "PB-2026.txt").read_text(encoding="utf-8")
    for later in range(DOCUMENTEN):
        yield f"PB-{2026 + later}.txt", verschuif(tekst, later).encode()


def verschuif(tekst: str, jaren: int) -> str:
    return re.sub(r"\b20[0-4]\d\b", lambda jaar: str(int(jaar[0]) + jaren), tekst)


@contextmanager
def werker() -> Iterator[None]:
    with subprocess.Popen(WERKER, cwd=WORTEL, stderr=subprocess.PIPE, text=True) as proces, gestopt(proces):
        assert proces.stderr is not None
        if not any("De werker wacht op taken." in regel for regel in proces.stderr):
            sys.exit("De werker start niet.")
        yield
