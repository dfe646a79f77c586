"""Requests per second of the main pages from the real server, as a ratio to a file of the same size from it."""

import gzip
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice, repeat
from pathlib import Path
from urllib.parse import urlsplit

WORTEL = Path(__file__).resolve().parent.parent
HOOFDPAGINAS = ("/", "/doelen/", "/vergelijken/", "/geld/", "/klopt-het/")
KLANTEN, SECONDEN, STARTS, RONDES = 4, 2, 3, 3
GEDULD = 60  # seconds
Adres = tuple[str, int]


def meet_verzoeken() -> None:
    """Cold is the first request after the server has started; warm and 304 are what four connections get through."""
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        with server(map_) as adres:
            for pagina in HOOFDPAGINAS:
                inhoud = gzip.decompress(vraag(verbind(adres), verzoek(pagina))[1])
                bestand = map_ / "wortel" / even_groot(pagina).strip("/")
                bestand.write_bytes(inhoud)
                bestand.with_name(bestand.name + ".gz").write_bytes(gzip.compress(inhoud))
        koud = {pagina: statistics.median(eerste(map_, pagina) for _ in range(STARTS)) for pagina in HOOFDPAGINAS}
        with server(map_) as adres:
            for pagina in HOOFDPAGINAS:
                kop, inhoud = vraag(verbind(adres), verzoek(pagina))
                berichten = verzoek(even_groot(pagina)), verzoek(pagina), verzoek(pagina, veld(kop, "etag"))
                rondes = [[per_seconde([adres], bericht) for bericht in berichten] for _ in range(RONDES)]
                bestand, warm, bekend = map(statistics.median, zip(*rondes, strict=True))
                print(
                    f"  {pagina}: koud {koud[pagina]:.0f}/s ({koud[pagina] / bestand:.3f}), "
                    f"warm {warm:.0f}/s ({warm / bestand:.3f}), 304 {bekend:.0f}/s ({bekend / bestand:.2f}); "
                    f"bestand van {len(inhoud) / 1000:.0f} kB {bestand:.0f}/s"
                )


@contextmanager
def server(map_: Path) -> Iterator[Adres]:
    """The site as `make run` serves it, with its data in this folder."""
    (map_ / "wortel").mkdir(exist_ok=True)
    eigen = {"DOELWIJZER_DATA_DIR": str(map_ / "data"), "EVEN_GROOT": str(map_ / "wortel"), "PORT": "0"}
    omgeving = os.environ | eigen | {"DJANGO_SETTINGS_MODULE": "benchmarks.instellingen"}
    opdracht = [sys.executable, "manage.py", "serve"]
    with (
        subprocess.Popen(opdracht, cwd=WORTEL, env=omgeving, stdout=subprocess.PIPE, text=True) as proces,
        gestopt(proces),
    ):
        assert proces.stdout is not None
        klaar = re.search(r"http://\S+", proces.stdout.readline())
        if klaar is None:
            sys.exit("De site start niet.")
        delen = urlsplit(klaar[0])
        yield str(delen.hostname), int(delen.port or 0)


@contextmanager
def gestopt(proces: "subprocess.Popen[str]") -> Iterator[None]:
    """Whatever happens, this process has ended afterwards; it also ends when it is too long about it."""
    try:
        yield
    finally:
        proces.terminate()
        try:
            proces.wait(GEDULD)
        except subprocess.TimeoutExpired:
            proces.kill()


def eerste(map_: Path, pagina: str) -> float:
    """How many of these would go in a second: one over the time of the first request."""
    with server(map_) as adres:
        begin = time.perf_counter()
        vraag(verbind(adres), verzoek(pagina))
        return 1 / (time.perf_counter() - begin)


def per_seconde(adressen: Sequence[Adres], bericht: bytes) -> float:
    """What all connections together get through; they are divided over the addresses."""
    with ProcessPoolExecutor(KLANTEN) as klanten:
        return sum(klanten.map(klant, islice(cycle(adressen), KLANTEN), repeat(bericht)))


def klant(adres: Adres, bericht: bytes) -> float:
    """Asks the same over one connection, after a few times that do not count."""
    verbinding = verbind(adres)
    for _ in range(10):
        vraag(verbinding, bericht)
    keren, begin = 0, time.perf_counter()
    while (duur := time.perf_counter() - begin) < SECONDEN:
        vraag(verbinding, bericht)
        keren += 1
    return keren / duur


def verzoek(pad: str, etag: str = "", cookie: str = "", json: str = "") -> bytes:
    """A GET; with JSON a POST."""
    inhoud = json.encode()
    extra = {
        "If-None-Match": etag,
        "Cookie": cookie,
        "Content-Type": inhoud and "application/json",
        "Content-Length": inhoud and len(inhoud),
    }
    koppen = ["Host: localhost", "Accept-Encoding: gzip", *(f"{naam}: {wat}" for naam, wat in extra.items() if wat)]
    methode = "POST" if inhoud else "GET"
    return "\r\n".join([f"{methode} {pad} HTTP/1.1", *koppen, "", ""]).encode() + inhoud


def even_groot(pagina: str) -> str:
    return f"/even-groot-als-{pagina.strip('/') or 'overzicht'}.html"


def verbind(adres: Adres) -> socket.socket:
    return socket.create_connection(adres, GEDULD)


def vraag(verbinding: socket.socket, bericht: bytes) -> tuple[str, bytes]:
    """One request and its answer, by hand: a client that does more would measure itself."""
    verbinding.sendall(bericht)
    antwoord = b""
    while b"\r\n\r\n" not in antwoord:
        antwoord += lees(verbinding)
    kop, _, inhoud = antwoord.partition(b"\r\n\r\n")
    regel = kop.decode("latin-1")
    verwacht = "304" if b"If-None-Match" in bericht else "200"
    if regel.split()[1] != verwacht:
        sys.exit(f"{verwacht} verwacht op {bericht!r}, maar het antwoord is {regel}")
    lengte = veld(regel, "content-length")
    in_stukken = not lengte and veld(regel, "transfer-encoding") == "chunked"
    while len(inhoud) < int(lengte or 0) or (in_stukken and not inhoud.endswith(b"\r\n0\r\n\r\n")):
        inhoud += lees(verbinding)
    return regel, inhoud


def lees(verbinding: socket.socket) -> bytes:
    return verbinding.recv(1 << 16) or sys.exit("De site verbrak de verbinding.")


def veld(kop: str, naam: str) -> str:
    gevonden = re.search(rf"^{naam}: (.*?)\r?$", kop, re.IGNORECASE | re.MULTILINE)
    return gevonden[1] if gevonden else ""
