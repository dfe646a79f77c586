"""Real workers on a database of their own, with a mail server of ours; for whatever may be killed half way."""

import json
import os
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.dashboard.processen import Processen, wacht_tot

POSTBUS = Path(__file__).with_name("postbus.py")
WERKER = ["-m", "celery", "--quiet", "--app", "dashboard", "worker", "--concurrency", "1"]


class Werkplaats:
    """One data directory; what it starts ends with `processen`."""

    def __init__(self, processen: Processen) -> None:
        self.processen = processen
        self.post = Path(tempfile.mkdtemp(dir=processen.data_dir))
        postbus = processen.start(str(POSTBUS), str(self.post))
        assert postbus.stdout is not None
        self.omgeving = {"DOELWIJZER_SMTP_URL": f"smtp://127.0.0.1:{postbus.stdout.readline().strip()}"}
        self.shell = processen.start("-u", "-m", "tests.ingest.vraagbaak")
        self.vraag("from django.core.management import call_command; call_command('migrate', verbosity=0)")

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

    def kinderen(self, werker: subprocess.Popen[str]) -> list[int]:
        return [proces.pid for proces in self.processen.over() if proces.ppid() == werker.pid]

    def wachtend(self) -> int:
        """How many tasks are waiting or being done."""
        code = "from django.db import connection\nc = connection.cursor()\nc.execute('SELECT * FROM pgmq.q_doelwijzer')"
        return int(self.vraag(code, "len(c.fetchall())"))

    def klaar(self) -> None:
        wacht_tot(lambda: self.wachtend() == 0)

    def brieven(self) -> list[str]:
        return [brief.read_text() for brief in sorted(self.post.glob("*.mail"))]
