"""A site of several machines, each a process of this one: web servers, workers, Redis and a database that all share."""

import shutil
import subprocess
from contextlib import suppress
from urllib.parse import quote

import psutil

from dashboard.draaien.postgres import ingebouwd
from tests.gereedschap.processen.diensten import logboek, start_dienst
from tests.gereedschap.processen.processen import Processen, wacht_tot, zet_klaar
from tests.gereedschap.processen.voorkant import luistert, vrije_poort
from tests.gereedschap.processen.werkers import Werkplaats
from tests.gereedschap.productie import VEILIG

HOST = VEILIG["DOELWIJZER_HOSTS"]


class Machines:
    """What shares the folder and the database of `werkplaats`, which keeps the latter running."""

    def __init__(self, processen: Processen) -> None:
        assert shutil.which("redis-server"), "Install Redis (Debian: apt-get install redis-server)."
        zet_klaar(processen.data_dir, "edities")
        self.processen = processen
        self.redis_poort = vrije_poort()
        broker = {"DOELWIJZER_BROKER_URL": f"redis://127.0.0.1:{self.redis_poort}/0"}
        self.werkplaats = Werkplaats(processen, **broker)
        self.werkplaats.vraag("from django.db import connection\nconnection.ensure_connection()")
        server = quote(str(ingebouwd.socketmap(processen.data_dir)), safe="")
        self.omgeving = (
            VEILIG
            | self.werkplaats.omgeving
            | {
                "DATABASE_URL": f"postgres://{ingebouwd.SITEGEBRUIKER}@{server}/{ingebouwd.DATABASE}",
                # Whoever acts is believed when it is signed with the key that the database was made with.
                "DOELWIJZER_SECRET_KEY": (processen.data_dir / "geheime-sleutel").read_text(),
            }
        )

    def redis(self) -> subprocess.Popen[str]:
        opdracht = ["redis-server", "--port", str(self.redis_poort), "--dir", str(self.processen.data_dir)]
        proces = subprocess.Popen([*opdracht, "--appendonly", "yes"], stdout=subprocess.DEVNULL, text=True)
        self.processen.gestart.append(proces)
        wacht_tot(lambda: luistert(self.redis_poort))
        return proces

    def web(self, poort: int) -> subprocess.Popen[str]:
        return start_dienst(self.processen, "web", self.omgeving | {"PORT": str(poort)}, f"web-{poort}")

    def werker(self, naam: str) -> subprocess.Popen[str]:
        return start_dienst(self.processen, "worker", self.omgeving, naam)

    def wacht_op_werker(self, naam: str) -> None:
        wacht_tot(lambda: "De werker wacht op taken." in logboek(self.processen, naam).read_text(), geduld=40)

    def doe_taak(self) -> None:
        """Send one, and wait until a worker has done it."""
        self.werkplaats.vraag("from ingest.models import Hartslag\nHartslag.objects.all().delete()")
        self.werkplaats.stuur("hartslag")
        self.wacht_op_taak()

    def wacht_op_taak(self) -> None:
        wacht_tot(lambda: self.werkplaats.vraag("from ingest.models import Hartslag", "Hartslag.objects.count()"))


def dood(proces: subprocess.Popen[str]) -> None:
    """kill -9 for a process and all that came of it, as when a machine loses its power."""
    leider = psutil.Process(proces.pid)
    for weg in [leider, *leider.children(recursive=True)]:
        with suppress(psutil.NoSuchProcess):
            weg.kill()
    proces.wait()
