"""The front of the site, as a process: Debian's nginx with the configuration of the container."""

import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from ssl import CERT_NONE, PROTOCOL_TLS_CLIENT, SSLContext

from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.processen import wacht_tot

MAP = PROJECT / "dashboard" / "draaien" / "voorkant"
SERVER = "server {adres} max_fails=3 fail_timeout=2s;"
# What the image has around it: /etc/nginx/nginx.conf, with its places here.
OMHEEN = """
daemon off;
pid {map_}/nginx.pid;
error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    client_body_temp_path {map_}/body;
    proxy_temp_path {map_}/proxy;
    fastcgi_temp_path {map_}/fastcgi;
    uwsgi_temp_path {map_}/uwsgi;
    scgi_temp_path {map_}/scgi;
    include {map_}/doelwijzer.conf;
}}
"""


@dataclass(frozen=True)
class Antwoord:
    status: int
    koppen: dict[str, str]
    inhoud: bytes


@dataclass(frozen=True)
class Voorkant:
    http: int
    https: int

    def vraag(
        self, pad: str, methode: str = "GET", inhoud: bytes | None = None, tls: bool = True, **koppen: str
    ) -> Antwoord:
        """As a browser asks it; an underscore in the name of a header is a dash."""
        net = HTTPSConnection("127.0.0.1", self.https, timeout=10, context=vertrouwt_alles())
        with closing(net if tls else HTTPConnection("127.0.0.1", self.http, timeout=10)) as verbinding:
            stuurt = {"Host": "doelwijzer.example"} | {naam.replace("_", "-"): kop for naam, kop in koppen.items()}
            verbinding.request(methode, pad, inhoud, stuurt)
            antwoord = verbinding.getresponse()
            return Antwoord(antwoord.status, {k.lower(): v for k, v in antwoord.getheaders()}, antwoord.read())


def vertrouwt_alles() -> SSLContext:
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, CERT_NONE
    return context


def vrije_poort() -> int:
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort: int = vrij.getsockname()[1]
    return poort


@contextmanager
def voorkant_van(*poorten: int) -> Iterator[Voorkant]:
    """Before the web servers on these ports."""
    assert shutil.which("nginx", path="/usr/sbin:/usr/bin"), "Install nginx (Debian: apt-get install nginx-light)."
    map_ = Path(tempfile.mkdtemp(prefix="doelwijzer-voorkant-"))
    voorkant = Voorkant(vrije_poort(), vrije_poort())
    waarden = {
        "DOELWIJZER_ADRES": "https://doelwijzer.example",
        "VOORKANT_BEWAARD": f"{map_}/bewaard",
        "VOORKANT_HTTP": f"127.0.0.1:{voorkant.http}",
        "VOORKANT_HTTPS": f"127.0.0.1:{voorkant.https}",
        "VOORKANT_PAGINAS": str(MAP),
        "VOORKANT_SITES": " ".join(SERVER.format(adres=f"127.0.0.1:{poort}") for poort in poorten),
        "VOORKANT_STATIC": str(PROJECT / "staticfiles"),
        "VOORKANT_TLS": str(map_),
    }
    sjabloon = (MAP / "doelwijzer.conf.template").read_text(encoding="utf-8")
    (map_ / "doelwijzer.conf").write_text(re.sub(r"\$\{(\w+)\}", lambda naam: waarden[naam[1]], sjabloon))
    (map_ / "nginx.conf").write_text(OMHEEN.format(map_=map_))
    _maak_certificaat(map_)
    map_.chmod(0o755)  # its workers are not root
    proces = subprocess.Popen(
        ["/usr/sbin/nginx", "-p", str(map_), "-c", str(map_ / "nginx.conf")], stdin=subprocess.DEVNULL
    )
    try:
        wacht_tot(lambda: luistert(voorkant.https))
        yield voorkant
    finally:
        proces.terminate()
        proces.wait(timeout=10)
        shutil.rmtree(map_)


@contextmanager
def kleine_site(poort: int = 0) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A few pages, on the worker of the site; its port, and the process."""
    poort = poort or vrije_poort()
    opdracht = ["gunicorn", "--config=python:dashboard.gunicorn", f"--bind=127.0.0.1:{poort}", "--workers=1"]
    site = ["--log-level=error", "tests.gereedschap.processen.kleine_site"]
    proces = subprocess.Popen([sys.executable, "-m", *opdracht, *site], cwd=PROJECT)
    try:
        wacht_tot(lambda: luistert(poort))
        yield poort, proces
    finally:
        proces.kill()
        proces.wait()


def luistert(poort: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", poort), timeout=1).close()
    except OSError:
        return False
    return True


def _maak_certificaat(map_: Path) -> None:
    sleutel = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", str(map_ / "privkey.pem")]
    naam = ["-x509", "-days", "2", "-subj", "/CN=doelwijzer.example", "-out", str(map_ / "fullchain.pem")]
    subprocess.run(["openssl", "req", *sleutel, *naam], check=True, capture_output=True)
