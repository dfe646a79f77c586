"""What others made, each in an environment of its own, and their servers."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.verzoeken import GEDULD, WORTEL, Adres, gestopt

HIER = Path(__file__).parent
Opdracht = Sequence[str | Path]


def omgeving(naam: str) -> Path:
    """Where the programs of one of them are; installed when the list of what it needs is new or another."""
    map_ = Path(os.environ.get("DOELWIJZER_NAAST") or Path.home() / ".cache" / "doelwijzer-naast") / naam
    lijst, klaar = HIER / f"{naam}.txt", map_ / "geinstalleerd.txt"
    wat = f"# {sys.version}\n{lijst.read_text()}"
    if not klaar.exists() or klaar.read_text() != wat:
        print(f"{naam} installeren in {map_}", file=sys.stderr, flush=True)
        shutil.rmtree(map_, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(map_)], check=True)
        pip = [str(map_ / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", str(lijst)], check=True)
        klaar.write_text(wat)
    return map_ / "bin"


@contextmanager
def dienst(opdracht: Opdracht, poort: int, logboek: Path, **extra: str) -> Iterator[Adres]:
    """A server of one of them, from when it answers until it has ended."""
    with (
        logboek.open("w") as log,
        subprocess.Popen(opdracht, cwd=WORTEL, env=os.environ | extra, stdout=log, stderr=log, text=True) as proces,
        gestopt(proces),
    ):
        uiterlijk = time.monotonic() + GEDULD
        while not _luistert(poort):
            if proces.poll() is not None or time.monotonic() > uiterlijk:
                sys.exit(f"{opdracht[0]} start niet:\n{logboek.read_text()[-2000:]}")
            time.sleep(0.1)
        yield "127.0.0.1", poort


def voer_uit(opdracht: Opdracht, **extra: str) -> None:
    """One of their commands, of which only a failure is shown."""
    gedaan = subprocess.run(opdracht, check=False, cwd=WORTEL, env=os.environ | extra, capture_output=True, text=True)
    if gedaan.returncode:
        sys.exit(f"{opdracht[0]} mislukt:\n{gedaan.stderr[-2000:]}")


def gunicorn(programmas: Path, poort: int, site: str) -> Opdracht:
    """As Doelwijzer is served: two processes of four threads."""
    zo = ["--workers=2", "--worker-class=gthread", "--threads=4", f"--bind=127.0.0.1:{poort}", "--no-control-socket"]
    return [programmas / "gunicorn", *zo, site]


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
        return poort


def _luistert(poort: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", poort), GEDULD):
        return True
    return False
