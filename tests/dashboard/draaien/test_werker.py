"""A browser that sends nothing, or slowly, keeps no reader waiting; the worker as it runs, with a page of its own."""

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.processen import wacht_tot

GEDULD = 4  # seconds; by eight that send half a request today's reader is never answered


@pytest.fixture(scope="module")
def poort() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort: int = vrij.getsockname()[1]
    opdracht = [
        "-m",
        "gunicorn",
        "--config=python:dashboard.gunicorn",
        f"--bind=127.0.0.1:{poort}",
        "--log-level=error",
    ]
    proces = subprocess.Popen([sys.executable, *opdracht, "tests.gereedschap.processen.kleine_site"], cwd=PROJECT)
    try:
        wacht_tot(lambda: _luistert(poort))
        yield poort
        proces.send_signal(signal.SIGTERM)
        assert proces.wait(timeout=10) == 0
    finally:
        proces.kill()
        proces.wait()


def _luistert(poort: int) -> bool:
    try:
        return vraag(poort)[0].status == 200
    except OSError:
        return False


def vraag(poort: int, methode: str = "GET", inhoud: bytes | None = None) -> tuple[http.client.HTTPResponse, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", poort, timeout=GEDULD)) as verbinding:
        verbinding.request(methode, "/", inhoud)
        antwoord = verbinding.getresponse()
        return antwoord, antwoord.read()


def open_verbindingen(stapel: ExitStack, poort: int, hoeveel: int, gestuurd: bytes) -> list[socket.socket]:
    verbindingen = []
    for _ in range(hoeveel):
        verbinding = stapel.enter_context(socket.create_connection(("127.0.0.1", poort), timeout=20))
        verbinding.sendall(gestuurd)
        verbindingen.append(verbinding)
    return verbindingen


HALVE_KOP = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Half"
HALF_BESTAND = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nhet begin"


def test_wie_niets_of_de_helft_stuurt_houdt_geen_lezer_op(poort: int) -> None:
    with ExitStack() as stapel:
        for hoeveel, gestuurd in ((200, b""), (50, HALVE_KOP), (50, HALF_BESTAND)):
            open_verbindingen(stapel, poort, hoeveel, gestuurd)
        for _ in range(3):
            assert vraag(poort)[0].status == 200
        assert vraag(poort, methode="POST", inhoud=b"van een ander")[1] == b"van een ander"


def test_wie_het_antwoord_niet_leest_houdt_geen_lezer_op(poort: int) -> None:
    with ExitStack() as stapel:
        open_verbindingen(stapel, poort, 10, b"GET /groot/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert vraag(poort)[0].status == 200


@pytest.mark.drawn
def test_een_kop_die_niet_afkomt_wordt_gesloten(poort: int) -> None:
    """One byte a second, as an attacker does it who wants to be taken for a slow reader."""
    with ExitStack() as stapel:
        [verbinding] = open_verbindingen(stapel, poort, 1, HALVE_KOP)
        begin = time.monotonic()
        verbinding.settimeout(1)
        while True:
            try:
                if verbinding.send(b"x") and verbinding.recv(1) == b"":
                    break
            except TimeoutError:
                assert time.monotonic() - begin < 20
            except ConnectionError:
                break
        assert time.monotonic() - begin > 5


def test_een_te_grote_kop_en_een_te_groot_verzoek_worden_geweigerd(poort: int) -> None:
    with ExitStack() as stapel:
        [groot] = open_verbindingen(stapel, poort, 1, b"GET / HTTP/1.1\r\nX: " + 40_000 * b"x" + b"\r\n\r\n")
        assert b" 431 " in groot.recv(100)
        kop = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n"
        [groot] = open_verbindingen(stapel, poort, 1, kop)
        assert b" 413 " in groot.recv(100)


def test_een_antwoord_zegt_niet_welke_server_het_gaf(poort: int) -> None:
    antwoord, _ = vraag(poort)
    assert {naam.lower() for naam in antwoord.headers} == {"content-type", "content-length", "date"}


def test_op_head_komt_geen_inhoud(poort: int) -> None:
    with ExitStack() as stapel:
        vragen = (
            b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        [verbinding] = open_verbindingen(stapel, poort, 1, vragen)
        gelezen = b"".join(iter(lambda: verbinding.recv(65536), b""))
    assert gelezen.count(b"Er is een pagina.") == 1


def test_na_een_pagina_die_de_lezer_al_had_blijft_de_verbinding_open(poort: int) -> None:
    bekend, nieuw = b"If-None-Match: x\r\n\r\n", b"Connection: close\r\n\r\n"
    begin = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
    with ExitStack() as stapel:
        [verbinding] = open_verbindingen(stapel, poort, 1, begin + bekend)
        assert verbinding.recv(65536).startswith(b"HTTP/1.1 304")
        verbinding.sendall(begin + bekend)
        assert verbinding.recv(65536).startswith(b"HTTP/1.1 304")
        verbinding.sendall(begin + nieuw)
        gelezen = b"".join(iter(lambda: verbinding.recv(65536), b""))
    assert gelezen.endswith(b"Er is een pagina.")


@pytest.mark.parametrize("wens", [b"HTTP/1.1\r\nHost: localhost\r\nConnection: close", b"HTTP/1.0"], ids=["1.1", "1.0"])
def test_wie_de_verbinding_wil_sluiten_krijgt_haar_gesloten(poort: int, wens: bytes) -> None:
    with ExitStack() as stapel:
        [verbinding] = open_verbindingen(stapel, poort, 1, b"GET / " + wens + b"\r\nIf-None-Match: x\r\n\r\n")
        gelezen = b"".join(iter(lambda: verbinding.recv(65536), b""))
    assert b" 304 Not Modified" in gelezen
