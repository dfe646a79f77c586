"""docker-compose.yml without containers: its commands, on the PostgreSQL and Redis of this machine.

And on the embedded PostgreSQL, which then is the broker as well; so nothing is skipped where those do not answer.
"""

import json
import os
import re
import signal
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import psycopg
import pytest
import redis

from dashboard import settings
from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.diensten import COMPOSE, DIENSTEN, start_dienst
from tests.gereedschap.processen.processen import Processen, wacht_tot, zet_klaar
from tests.gereedschap.productie import VEILIG

ONZE = ("migrate", "web", "worker", "beat")
SERVER = "postgres://postgres@127.0.0.1:5432/"
SITE = "postgres://doelwijzer_site@127.0.0.1:5432/"
REDIS = "redis://127.0.0.1:6379/"


def lege_redis() -> str | None:
    """A database of this machine's Redis that nobody uses."""
    with suppress(redis.ConnectionError):
        for nummer in range(15, 0, -1):
            with redis.Redis.from_url(f"{REDIS}{nummer}") as gevraagd:
                if gevraagd.dbsize() == 0:
                    return f"{REDIS}{nummer}"
    return None


@pytest.fixture(params=["deze computer", "ingebouwd"])
def omgeving(processen: Processen, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The settings, with a database of their own: a new one on this computer, and one that is there already."""
    if request.param == "ingebouwd":
        zet_klaar(processen.data_dir, "edities")
        yield {"DOELWIJZER_HOSTS": "doelwijzer.example"}
        return
    broker = lege_redis()
    omgeving = {"DOELWIJZER_BROKER_URL": broker} if broker else {}
    naam = f"doelwijzer_compose_{os.getpid()}"
    try:
        server = psycopg.connect(SERVER + "postgres", autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        yield omgeving | {"DOELWIJZER_HOSTS": "doelwijzer.example"}
    else:
        with server:
            server.execute(f"CREATE DATABASE {naam}")
            yield VEILIG | omgeving | {"DATABASE_URL": f"{SITE}{naam}", "DOELWIJZER_EIGENAAR_URL": SERVER + naam}
            processen.kill_alles()
            server.execute(f"DROP DATABASE {naam} WITH (FORCE)")
    if broker:
        with redis.Redis.from_url(broker) as gebruikt:
            gebruikt.flushdb()


def haal(adres: str) -> tuple[int, str]:
    """As the proxy in front of the site asks it."""
    verzoek = urllib.request.Request(adres, headers={"Host": "doelwijzer.example", "X-Forwarded-Proto": "https"})
    try:
        with urllib.request.urlopen(verzoek, timeout=10) as antwoord:
            return antwoord.status, antwoord.read().decode()
    except urllib.error.HTTPError as fout:
        return fout.code, fout.read().decode()
    except OSError:
        return 0, ""


@pytest.mark.drawn
def test_de_opdrachten_van_het_composebestand_geven_een_site_met_haar_werk_op_de_achtergrond(
    processen: Processen, omgeving: dict[str, str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        omgeving["PORT"] = str(vrij.getsockname()[1])
    site = f"http://127.0.0.1:{omgeving['PORT']}"
    migrate = start_dienst(processen, "migrate", omgeving)
    assert migrate.wait(timeout=180) == 0
    omgeving.pop("DOELWIJZER_EIGENAAR_URL", None)
    web, worker, beat = (start_dienst(processen, dienst, omgeving) for dienst in ("web", "worker", "beat"))

    wacht_tot(lambda: haal(f"{site}/readyz")[0] == 200, geduld=40)

    assert json.loads(haal(f"{site}/readyz")[1]) == {"database": "ok", "schijf": "ok", "broker": "ok", "werker": "ok"}
    status, pagina = haal(f"{site}/")
    assert status == 200
    assert "Uitstroom" in pagina
    for proces in (beat, worker, web):
        proces.send_signal(signal.SIGTERM)
    assert [proces.wait(timeout=20) for proces in (web, worker, beat)] == [0, 0, 0]
    if "DOELWIJZER_OMGEVING" in omgeving:
        regels = (processen.data_dir / "web.log").read_text().splitlines()
        assert "Handling signal: term" in [json.loads(regel)["message"] for regel in regels]


def test_wat_een_container_nodig_heeft_is_er() -> None:
    for naam in ONZE:
        assert DIENSTEN[naam]["depends_on"]["postgres"] == {"condition": "service_healthy"}
    for naam in ("web", "worker", "beat"):
        assert DIENSTEN[naam]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    for naam in ("worker", "beat", "postgres", "redis"):
        assert DIENSTEN[naam]["healthcheck"]["test"]
    gebruikt = {volume.partition(":")[0] for dienst in DIENSTEN.values() for volume in dienst.get("volumes", [])}
    assert gebruikt == {*COMPOSE["volumes"], "${TLS_MAP"}


VERSIE = re.compile(r"\w+:\d+\.\d+(\.\d+)?(-[a-z-]+)?@sha256:[0-9a-f]{64}")


def test_elke_image_van_een_ander_staat_vast() -> None:
    """A tag can be given another content; a digest cannot."""
    gebouwd = {dienst["image"] for dienst in DIENSTEN.values() if "build" in dienst}
    images = {dienst["image"] for dienst in DIENSTEN.values()} - gebouwd
    images |= set(re.findall(r"^FROM (\S+)", (PROJECT / "Dockerfile").read_text(), re.MULTILINE))

    assert gebouwd == {"doelwijzer", "doelwijzer-voorkant"}
    assert len(images) == 4
    assert {image for image in images if not VERSIE.fullmatch(image)} == set()


def test_alleen_de_voorkant_is_van_buiten_te_bereiken() -> None:
    voorkant, web = DIENSTEN["voorkant"], DIENSTEN["web"]
    assert [naam for naam, dienst in DIENSTEN.items() if "ports" in dienst] == ["voorkant"]
    # What it says of who asks is believed, and of no other container.
    assert web["environment"]["DOELWIJZER_VOORKANT"] == voorkant["networks"]["voor"]["ipv4_address"]
    assert voorkant["environment"]["VOORKANT_SITES"] == f"server {web['networks']['voor']['ipv4_address']}:8000;"
    assert [naam for naam, dienst in DIENSTEN.items() if "voor" in dienst.get("networks", {})] == ["web", "voorkant"]
    for dienst in (voorkant, web):
        assert dienst["cap_drop"] == ["ALL"]
        assert dienst["security_opt"] == ["no-new-privileges:true"]


def test_alles_wat_de_voorkant_invult_is_gezet() -> None:
    sjabloon = (PROJECT / "dashboard/draaien/voorkant/doelwijzer.conf.template").read_text()
    gezet = set(re.findall(r"(VOORKANT_\w+)=", (PROJECT / "Dockerfile").read_text()))
    assert set(re.findall(r"\$\{(\w+)\}", sjabloon)) == gezet | DIENSTEN["voorkant"]["environment"].keys()


def test_alleen_migrate_kent_de_eigenaar_van_de_tabellen() -> None:
    """.env, which all of ours get, has the password of the owner: what is said here goes before it."""
    for naam in ("web", "worker", "beat"):
        omgeving = DIENSTEN[naam]["environment"]
        assert omgeving["POSTGRES_PASSWORD"] == ""
        assert "DOELWIJZER_EIGENAAR_URL" not in omgeving
        assert omgeving["DATABASE_URL"].startswith("postgres://doelwijzer_site:")
    assert DIENSTEN["migrate"]["environment"]["DOELWIJZER_EIGENAAR_URL"].startswith("postgres://doelwijzer:")


def test_in_de_bestanden_staat_geen_geheim() -> None:
    def geheimen(ding: Any) -> Iterator[str]:
        for naam, waarde in ding.items() if isinstance(ding, dict) else ():
            if "PASSWORD" in naam or "AUTH" in naam:
                yield waarde
            yield from geheimen(waarde)

    assert all(waarde.startswith("${") for waarde in geheimen(COMPOSE) if waarde)
    voorbeeld = (PROJECT / ".env.example").read_text()
    assert re.findall(r"^(\w*(?:PASSWORD|KEY|SMTP)\w*)=(.+)$", voorbeeld, re.MULTILINE) == []


def test_elke_instelling_is_uitgelegd() -> None:
    assert settings.__doc__
    namen = set(re.findall(r"^\| ([A-Z_]+) ", settings.__doc__, re.MULTILINE))
    voorbeeld = (PROJECT / ".env.example").read_text()

    assert len(namen) > 10
    assert namen - set(re.findall(r"^(?:# )?([A-Z_]+)=", voorbeeld, re.MULTILINE)) == set()
