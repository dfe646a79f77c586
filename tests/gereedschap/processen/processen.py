"""Real processes on a data directory of their own, with the embedded database."""

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import psutil

from tests.gereedschap.paden import PROJECT


class Processen:
    """Starts processes that use one data directory, and finds whatever does."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.gestart: list[subprocess.Popen[str]] = []
        if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
            # The suite runs in the background of a shell; what it starts would ignore Ctrl-C as well.
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def start(self, *opdracht: str, **omgeving: str) -> subprocess.Popen[str]:
        """Python with these arguments, without the DATABASE_URL of the suite."""
        schoon = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "HOST", "PORT")}
        eigen = {"DOELWIJZER_DATA_DIR": str(self.data_dir), "DJANGO_SETTINGS_MODULE": "dashboard.settings"}
        proces = subprocess.Popen(
            [sys.executable, *opdracht],
            cwd=PROJECT,
            env=schoon | eigen | omgeving,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.gestart.append(proces)
        return proces

    def over(self) -> list[psutil.Process]:
        """Every process with the data directory in its command line, environment or working directory."""
        return [proces for proces in psutil.process_iter() if str(self.data_dir) in _sporen(proces)]

    def servers(self) -> list[psutil.Process]:
        return [proces for proces in self.over() if _naam(proces).startswith("postgres")]

    def postmasters(self) -> list[psutil.Process]:
        """The server's own process, without its children: how many servers there are."""
        servers = self.servers()
        return [proces for proces in servers if proces.parent() not in servers]

    def dood_servers(self) -> None:
        """kill -9 for every process of PostgreSQL, and they are gone; or zombies, if nobody waits for them."""
        for server in self.servers():
            with suppress(psutil.NoSuchProcess):
                server.kill()
        wacht_tot(lambda: not self.servers())

    def kill_alles(self) -> None:
        """kill -9 for all of them."""
        for proces in self.over():
            with suppress(psutil.NoSuchProcess):
                proces.kill()
        for gestart in self.gestart:
            gestart.communicate()


MAAK = {"leeg": "migrate", "edities": "load_bundled"}  # the latter in a copy of the former


def zet_klaar(data_dir: Path, stand: str) -> None:
    """The database of a new site, `leeg` or with both bundled `edities`; it is made once for all tests, and copied."""
    subprocess.run(["cp", "-a", f"{_voorbeeld(stand)}/.", data_dir], check=True)


@cache
def _voorbeeld(stand: str) -> Path:
    map_ = Path(os.environ["TEST_VOORBEELDEN"]) / stand
    with map_.with_suffix(".slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not map_.exists():
            nieuw = Path(tempfile.mkdtemp(prefix="doelwijzer-test-"))  # not in map_: the path of a socket must be short
            if stand != "leeg":
                zet_klaar(nieuw, "leeg")
            # What is published here no copy need make pages of.
            proces = Processen(nieuw).start("manage.py", MAAK[stand], DOELWIJZER_BROKER_URL="memory://")
            _, fouten = proces.communicate()
            assert proces.returncode == 0, fouten
            nieuw.rename(map_)
    return map_


def _naam(proces: psutil.Process) -> str:
    try:
        return proces.name()
    except psutil.NoSuchProcess:
        return ""


def _sporen(proces: psutil.Process) -> str:
    try:
        return " ".join([*proces.cmdline(), *proces.environ().values(), proces.cwd()])
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return ""


def wacht_tot(voorwaarde: Callable[[], Any], geduld: float = 20) -> Any:
    """What the condition gives, as soon as that is something."""
    einde = time.monotonic() + geduld
    while not (uitkomst := voorwaarde()):
        assert time.monotonic() < einde, f"not so within {geduld} seconds"
        time.sleep(0.01)
    return uitkomst
