"""A site without its database: every page says so at once, and what watches over it is told in time."""

import http.client
import json
import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client

from dashboard.draaien.uitval import UitvalMiddleware
from tests.gereedschap.paginas import lees_html, tekst
from tests.gereedschap.processen.processen import Processen, wacht_tot

DIENT = ["-m", "gunicorn", "--config", "python:dashboard.gunicorn", "dashboard.wsgi"]
TOKEN = "a" * 32
PAGINAS = ["/", "/doelen/", "/geld/?programma=1", "/bronnen/", "/over/", "/inloggen/", "/werk/", "/beheer/"]
BESTANDEN = ["/data/cijfers.csv", "/doelen/?tabel=doelen&als=csv", "/werk/voortgang.csv"]
WEG = "De database van deze site antwoordt niet."


@contextmanager
def zonder_luisteraar() -> Iterator[int]:
    """A port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort: int = vrij.getsockname()[1]
    yield poort


@contextmanager
def zwijgt() -> Iterator[int]:
    """A port that takes whatever is sent and never answers, as a network that drops it looks to who has sent it."""
    with socket.create_server(("127.0.0.1", 0)) as doof:
        yield doof.getsockname()[1]


def vraag(adres: str, pad: str, velden: dict[str, str] | None = None) -> tuple[float, http.client.HTTPResponse, str]:
    """Seconds, answer and text, of who has a session and a token for forms."""
    kop = {"Cookie": f"csrftoken={TOKEN}; sessionid={TOKEN}", "Accept": "text/html,*/*"}
    if velden is not None:
        kop["Content-Type"] = "application/x-www-form-urlencoded"
    begin = time.monotonic()
    with closing(http.client.HTTPConnection(adres)) as verbinding:
        verbinding.request("GET" if velden is None else "POST", pad, velden and urlencode(velden), kop)
        antwoord = verbinding.getresponse()
        inhoud = antwoord.read().decode()
    return time.monotonic() - begin, antwoord, inhoud


def binnen(seconden: float, adres: str, pad: str) -> tuple[http.client.HTTPResponse, str]:
    """Asked three times at most, for this machine may be at something else."""
    for _ in range(3):
        duur, *antwoord = vraag(adres, pad)
        if duur < seconden:
            return antwoord[0], antwoord[1]
    raise AssertionError(f"{pad}: {duur} seconds")


@pytest.mark.drawn
@pytest.mark.parametrize("database", [zonder_luisteraar, zwijgt], ids=["niemand luistert", "zwijgt"])
def test_zonder_database_zegt_elke_pagina_het_binnen_een_seconde(processen: Processen, database: object) -> None:
    with database() as poort, zonder_luisteraar() as eigen, zwijgt() as broker:  # type: ignore[operator]
        processen.start(
            *DIENT,
            PORT=str(eigen),
            DATABASE_URL=f"postgres://naam:geheim@127.0.0.1:{poort}/doelwijzer",
            DOELWIJZER_BROKER_URL=f"redis://127.0.0.1:{broker}/0",
        )
        adres = f"127.0.0.1:{eigen}"
        wacht_tot(lambda: _antwoordt(eigen))

        for pad in PAGINAS:
            antwoord, inhoud = binnen(1, adres, pad)
            assert (antwoord.status, WEG in tekst(lees_html(inhoud.encode()))) == (503, True), pad
            assert (antwoord.headers["Retry-After"], antwoord.headers["Cache-Control"]) == ("10", "no-store")
            assert re.search(r"doelwijzer\.\w+\.css", inhoud)
            assert "geheim" not in inhoud
        for pad in BESTANDEN:
            antwoord, inhoud = binnen(1, adres, pad)
            assert (antwoord.status, antwoord.headers["Content-Type"]) == (503, "text/plain; charset=utf-8")
            assert inhoud == "De database van deze site antwoordt nu niet. Probeer het over een minuut nog eens.\n"
        assert binnen(1, adres, "/livez")[0].status == 200
        assert binnen(1, adres, "/static/icoon.svg")[0].status == 200
        antwoord, inhoud = binnen(2, adres, "/readyz")
        stil = "Antwoordt niet."
        assert (antwoord.status, json.loads(inhoud)) == (
            503,
            {"database": stil, "schijf": "ok", "broker": stil, "werker": stil},
        )

        getypt = {"csrfmiddlewaretoken": TOKEN, "ingetypt": "190", "toelichting": 'Twee\nregels "en" <meer>'}
        _, antwoord, inhoud = vraag(adres, "/werk/opgaven/uitstroom-naar-werk/2025/", getypt)
        assert antwoord.status == 503
        assert "Wat u verstuurde, is niet bewaard." in inhoud
        formulier = lees_html(inhoud.encode()).find(".//form")
        assert formulier is not None
        assert (formulier.get("method"), formulier.get("action")) == ("post", None)
        assert {veld.get("name"): veld.get("value") for veld in formulier.iter("input")} == getypt

        wachtwoord = {"csrfmiddlewaretoken": TOKEN, "username": "inge", "password": "zeven-blauwe-fietsen"}
        _, antwoord, inhoud = vraag(adres, "/inloggen/", wachtwoord)
        assert (antwoord.status, "zeven-blauwe" in inhoud, "<form" in inhoud) == (503, False, False)
    processen.kill_alles()


def _antwoordt(poort: int) -> bool:
    with socket.socket() as klant:
        return klant.connect_ex(("127.0.0.1", poort)) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fout", "status", "kop"),
    [
        ("admin_shutdown", 503, "De cijfers zijn nu niet te bereiken"),
        ("too_many_connections", 503, "De cijfers zijn nu niet te bereiken"),
        ("disk_full", 503, "De site kan nu niets bewaren"),
        ("read_only_sql_transaction", 503, "De site kan nu niets bewaren"),
        ("deadlock_detected", 500, "Er ging iets mis"),
        ("division_by_zero", 500, "Er ging iets mis"),
    ],
)
def test_alleen_wat_uitval_is_heet_zo(fout: str, status: int, kop: str) -> None:
    """The database gives this error to whatever it is asked."""

    def mislukt(execute: Callable[..., object], _sql: str, _params: object, *rest: object) -> object:
        return execute(f"DO $$ BEGIN RAISE {fout}; END $$", None, *rest)

    with connection.execute_wrapper(mislukt):
        antwoord = Client(raise_request_exception=False).get("/over/")

    assert antwoord.status_code == status
    assert kop in tekst(lees_html(antwoord.content))


@pytest.mark.django_db
def test_wie_iets_verstuurde_en_bewaard_zag_leest_meteen_weer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not told that all is gone where the form led to, because somebody waited in vain a moment ago."""
    monkeypatch.setattr(UitvalMiddleware, "stil_tot", time.monotonic() + 60)
    client = Client()
    assert client.get("/over/").status_code == 503

    assert client.post("/inloggen/", {"username": "inge", "password": "x"}).status_code == 200
    assert client.get("/over/").status_code == 200
