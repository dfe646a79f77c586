"""A site of several machines, each a process of this one: web servers, workers, Redis and a database that all share."""

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from http.cookies import SimpleCookie
from itertools import count
from urllib.parse import quote, urlencode

import psutil

from dashboard.draaien.postgres import ingebouwd
from tests.gereedschap.processen.diensten import logboek, start_dienst
from tests.gereedschap.processen.processen import Processen, wacht_tot, zet_klaar
from tests.gereedschap.processen.voorkant import Voorkant, luistert, vertrouwt_alles, vrije_poort
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


@dataclass
class Bezoeker:
    """A browser that asks a web server itself, as the front does, and keeps its cookies."""

    koekjes: dict[str, str] = field(default_factory=dict)

    def vraag(self, poort: int, pad: str, **velden: str) -> tuple[int, str]:
        koppen = {"Host": HOST, "X-Forwarded-Proto": "https", "Referer": f"https://{HOST}/", "Cookie": self.kop()}
        if velden:
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
        verbinding = HTTPConnection("127.0.0.1", poort, timeout=20)
        verbinding.request("POST" if velden else "GET", pad, urlencode(velden) or None, koppen)
        antwoord = verbinding.getresponse()
        for koekje in antwoord.headers.get_all("Set-Cookie", []):
            self.koekjes |= {naam: stuk.value for naam, stuk in SimpleCookie(koekje).items()}
        inhoud = antwoord.read().decode()
        verbinding.close()
        return antwoord.status, inhoud

    def verstuur(self, van: int, naar: int, pad: str, **velden: str) -> int:
        """The status that a form gives which comes from one web server and goes to another."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.vraag(van, pad)[1])
        assert token
        return self.vraag(naar, pad, csrfmiddlewaretoken=token[1], **velden)[0]

    def kop(self) -> str:
        return "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())


@dataclass(frozen=True)
class Bladzijde:
    """What a reader asks for, who may stand in it as {lezer}, with which cookies, and what must be in it."""

    pad: str
    tekst: str
    koekjes: str = ""


class Lezers:
    """People who read page after page through the front; of each what was wrong, and how many were right."""

    def __init__(self, voorkant: Voorkant, bladzijden: list[Bladzijde], hoeveel: int) -> None:
        self.voorkant, self.bladzijden = voorkant, bladzijden
        self.fouten: list[str] = []
        self.gelezen = [0] * hoeveel
        self.klaar = threading.Event()

    def lees(self, nummer: int) -> None:
        verbinding = HTTPSConnection("127.0.0.1", self.voorkant.https, timeout=20, context=vertrouwt_alles())
        for keer in count(nummer):
            if self.klaar.is_set():
                break
            blad = self.bladzijden[keer % len(self.bladzijden)]
            try:
                verbinding.request("GET", blad.pad.format(lezer=nummer), headers={"Host": HOST, "Cookie": blad.koekjes})
                antwoord = verbinding.getresponse()
                inhoud = antwoord.read().decode()
            except (OSError, HTTPException) as fout:
                self.fouten.append(f"{blad.pad}: {fout!r}")
                break
            if antwoord.status != 200 or blad.tekst not in inhoud:
                self.fouten.append(f"{blad.pad}: {antwoord.status} {inhoud[-2000:]}")
                break
            self.gelezen[nummer] += 1
        verbinding.close()

    def lees_door(self, hoeveel: int = 2) -> None:
        """Until each has read so many pages from now: all but the first were asked for after this."""
        vanaf = list(self.gelezen)
        wacht_tot(
            lambda: self.fouten or all(nu >= eerst + hoeveel for nu, eerst in zip(self.gelezen, vanaf, strict=True)),
            geduld=60,
        )
        assert not self.fouten, self.fouten


@contextmanager
def lezers(voorkant: Voorkant, bladzijden: list[Bladzijde], hoeveel: int) -> Iterator[Lezers]:
    """So many that read without a pause."""
    groep = Lezers(voorkant, bladzijden, hoeveel)
    draden = [threading.Thread(target=groep.lees, args=[nummer]) for nummer in range(hoeveel)]
    for draad in draden:
        draad.start()
    try:
        yield groep
    finally:
        groep.klaar.set()
        for draad in draden:
            draad.join()
