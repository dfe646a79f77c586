"""/livez and /readyz: what watches over the site is told in time what is wrong."""

import errno
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from ingest.models import Hartslag


@pytest.fixture
def hartslag(db: None) -> Hartslag:
    return Hartslag.objects.create(naam="werker", op=timezone.now())


def readyz(client: Client) -> tuple[int, dict[str, str]]:
    antwoord = client.get("/readyz")
    return antwoord.status_code, antwoord.json()


def test_levend_zonder_database_en_voor_elke_host(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True

    antwoord = client.get("/livez", headers={"host": "10.0.0.7:8000"})

    assert (antwoord.status_code, antwoord.json()) == (200, {"site": "ok"})
    assert antwoord["Cache-Control"] == "no-store"
    assert not antwoord.has_header("ETag")
    assert not antwoord.cookies


def test_klaar_als_alles_antwoordt(client: Client, hartslag: Hartslag) -> None:
    assert readyz(client) == (200, {"database": "ok", "schijf": "ok", "broker": "ok", "werker": "ok"})


def test_een_werker_die_niets_zegt(client: Client, hartslag: Hartslag) -> None:
    Hartslag.objects.update(op=timezone.now() - timedelta(minutes=2, seconds=50))
    assert readyz(client)[0] == 200
    Hartslag.objects.update(op=timezone.now() - timedelta(minutes=3, seconds=1))
    status, toestand = readyz(client)
    assert status == 503
    assert toestand["werker"].startswith("Geen hartslag sinds ")
    Hartslag.objects.all().delete()
    assert readyz(client) == (503, {"database": "ok", "schijf": "ok", "broker": "ok", "werker": "Nog geen hartslag."})


def test_een_broker_die_niet_antwoordt(client: Client, hartslag: Hartslag, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = "redis://geheim:wachtwoord@127.0.0.1:1/0"

    assert readyz(client) == (503, {"database": "ok", "schijf": "ok", "broker": "Antwoordt niet.", "werker": "ok"})


def test_een_database_die_niet_antwoordt(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest refuses the database to a test that does not ask for it."""
    assert readyz(client) == (
        503,
        {"database": "Antwoordt niet.", "schijf": "ok", "broker": "Antwoordt niet.", "werker": "Antwoordt niet."},
    )


def test_een_schijf_die_vol_raakt_of_alleen_te_lezen_is(
    client: Client, hartslag: Hartslag, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    vrij = shutil.disk_usage(settings.DATA_DIR)._replace(free=99 * 2**20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: vrij)
    status, toestand = readyz(client)
    assert (status, toestand["schijf"]) == (503, "Bijna vol: nog 99 MB.")

    def alleen_lezen(**_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(tempfile, "TemporaryFile", alleen_lezen)
    status, toestand = readyz(client)
    assert (status, toestand["schijf"]) == (503, "Kan niets bewaren: de schijf is vol of alleen te lezen.")


def test_een_database_die_niets_bewaart(client: Client, hartslag: Hartslag) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    status, toestand = readyz(client)
    assert (status, toestand["database"]) == (503, "Kan alleen worden gelezen.")

    def vol(execute: Callable[..., object], sql: str, params: object, *rest: object) -> object:
        schijf_vol = "DO $$ BEGIN RAISE disk_full; END $$"
        return execute(schijf_vol if "generate_series" in sql else sql, params, *rest)

    with connection.execute_wrapper(vol):
        connection.cursor().execute("SET default_transaction_read_only = off")
        status, toestand = readyz(client)
    assert (status, toestand["database"]) == (503, "Kan niets bewaren: de schijf is vol of alleen te lezen.")
