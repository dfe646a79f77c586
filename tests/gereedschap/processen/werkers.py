"""Real workers on a database of their own, with a mail server of ours; for whatever may be killed half way."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
import psycopg

from dashboard.draaien.postgres import ingebouwd
from tests.gereedschap.processen.processen import Processen, wacht_tot, zet_klaar

# A worker that starts asks for what was left lying, and who publishes for pages; those are no tasks of a test.
ANDERE_TAKEN = """
    SELECT * FROM pgmq.q_doelwijzer
    WHERE message -> 'headers' ->> 'task' NOT IN ('ingest.taken.hervat', 'dashboard.taken.zet_paginas_klaar')
"""
POSTBUS = Path(__file__).with_name("postbus.py")
WERKER = ["-m", "celery", "--quiet", "--app", "dashboard", "worker", "--concurrency", "1"]


@contextmanager
def eigen_werkplaats() -> Iterator["Werkplaats"]:
    """A workplace that is gone afterwards, with all that it started."""
    data_dir = Path(tempfile.mkdtemp(prefix="doelwijzer-test-"))  # not tmp_path: the path of a socket must be short
    zet_klaar(data_dir, "leeg")
    (data_dir / "paginas").touch()  # no folder: pages cannot be kept here, nor hold up a task by being made
    processen = Processen(data_dir)
    try:
        yield Werkplaats(processen)
    finally:
        processen.kill_alles()
        shutil.rmtree(data_dir)


class Werkplaats:
    """One data directory; what it starts ends with `processen`."""

    def __init__(self, processen: Processen, **omgeving: str) -> None:
        self.processen = processen
        self.post = Path(tempfile.mkdtemp(dir=processen.data_dir))
        postbus = processen.start(str(POSTBUS), str(self.post))
        assert postbus.stdout is not None
        self.omgeving = omgeving | {"DOELWIJZER_SMTP_URL": f"smtp://127.0.0.1:{postbus.stdout.readline().strip()}"}
        self.shell = processen.start("-u", "-m", "tests.gereedschap.processen.vraagbaak", **omgeving)

    def vraag(self, code: str, uitkomst: str = "None") -> Any:
        """Run this in a process of the site, and give back what `uitkomst` is then."""
        assert self.shell.stdin is not None
        assert self.shell.stdout is not None
        self.shell.stdin.write(json.dumps([code, uitkomst]) + "\n")
        self.shell.stdin.flush()
        antwoord = self.shell.stdout.readline()
        assert antwoord, self.shell.communicate()
        return json.loads(antwoord)

    def werker(self, **omgeving: str) -> subprocess.Popen[str]:
        """A worker that waits for tasks."""
        proces = self.processen.start(*WERKER, **self.omgeving | omgeving)
        assert proces.stderr is not None
        for regel in proces.stderr:
            if "De werker wacht op taken." in regel:
                return proces
        raise AssertionError(proces.communicate())

    def stuur(self, taak: str) -> None:
        self.vraag("from dashboard.celery import app", f"app.send_task('ingest.taken.{taak}').id")

    def dood(self, werker: subprocess.Popen[str]) -> None:
        """kill -9 for the worker and for the process that it works in, and its task is there at once again."""
        for proces in [*wacht_tot(lambda: self.kinderen(werker)), werker.pid]:
            with suppress(ProcessLookupError):
                os.kill(proces, signal.SIGKILL)
        werker.communicate()
        self.vraag(
            "from django.db import connection\nconnection.cursor().execute('UPDATE pgmq.q_doelwijzer SET vt = now()')"
        )

    def dood_database(self) -> None:
        """kill -9 for the whole server; the worker or the site, whichever misses it first, starts it again."""
        self.processen.dood_servers()
        self.vraag("from django.db import connection\nconnection.close()\nconnection.ensure_connection()")

    def kijk(self) -> psycopg.Connection[tuple[Any, ...]]:
        """A connection of our own, to look on."""
        host = ingebouwd.socketmap(self.processen.data_dir)
        gebruiker, database = ingebouwd.SUPERGEBRUIKER, ingebouwd.DATABASE
        return psycopg.connect(host=str(host), user=gebruiker, dbname=database, autocommit=True)

    def kinderen(self, werker: subprocess.Popen[str]) -> list[int]:
        """Asked of the worker: a process of the list may be gone before it has said who its parent is."""
        kinderen = psutil.Process(werker.pid).children()
        return [proces.pid for proces in self.processen.over() if proces in kinderen]

    def wachtend(self) -> int:
        """How many tasks are waiting or being done."""
        code = f"from django.db import connection\nc = connection.cursor()\nc.execute({ANDERE_TAKEN!r})"
        return int(self.vraag(code, "len(c.fetchall())"))

    def klaar(self) -> None:
        wacht_tot(lambda: self.wachtend() == 0)

    def brieven(self) -> list[str]:
        return [brief.read_text() for brief in sorted(self.post.glob("*.mail"))]
