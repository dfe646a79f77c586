"""Real processes on a data directory of their own, with the embedded database."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
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

    def kill_alles(self) -> None:
        """kill -9 for all of them."""
        for proces in self.over():
            with suppress(psutil.NoSuchProcess):
                proces.kill()
        for gestart in self.gestart:
            gestart.communicate()


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
