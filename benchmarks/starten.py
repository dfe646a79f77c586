"""How long a command takes to start, and what the site has in memory when nobody asks it anything."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.verzoeken import server

WORTEL = Path(__file__).resolve().parent.parent
OPDRACHTEN = ("help", "migrate --help", "load_document --help")
KEREN = 5
RUST = 20  # seconds after it has started: its pages are made then


def meet_starten() -> None:
    """Each command by turns; of the site every process, what several share counted once (PSS) or each time (RSS)."""
    tijden: dict[str, list[float]] = {opdracht: [] for opdracht in OPDRACHTEN}
    for _ in range(KEREN):
        for opdracht in OPDRACHTEN:
            begin = time.perf_counter()
            eigen = [sys.executable, "manage.py", *opdracht.split()]
            subprocess.run(eigen, cwd=WORTEL, check=True, capture_output=True)
            tijden[opdracht].append(time.perf_counter() - begin)
    for opdracht, duur in tijden.items():
        print(f"  manage.py {opdracht}: {statistics.median(duur):.2f} s")
    with tempfile.TemporaryDirectory() as naam, server(Path(naam)):
        time.sleep(RUST)
        geheugen = [deel for proces in psutil.process_iter() if (deel := _geheugen(proces, naam))]
    rss, pss = (sum(delen) / 2**20 for delen in zip(*geheugen, strict=True))
    print(f"  de site in rust: {len(geheugen)} processen, samen {pss:.0f} MB (RSS {rss:.0f} MB)")


def _geheugen(proces: psutil.Process, map_: str) -> tuple[int, int] | None:
    """RSS and PSS of a process that uses this folder."""
    try:
        if map_ not in " ".join([*proces.cmdline(), *proces.environ().values(), proces.cwd()]):
            return None
        alles = proces.memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None
    return alles.rss, alles.pss
