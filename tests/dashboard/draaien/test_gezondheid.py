"""/livez and /readyz: what watches over the site is told in time what is wrong."""

from datetime import timedelta

import pytest
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
    assert readyz(client) == (200, {"database": "ok", "broker": "ok", "werker": "ok"})


def test_een_werker_die_niets_zegt(client: Client, hartslag: Hartslag) -> None:
    Hartslag.objects.update(op=timezone.now() - timedelta(minutes=2, seconds=50))
    assert readyz(client)[0] == 200
    Hartslag.objects.update(op=timezone.now() - timedelta(minutes=3, seconds=1))
    status, toestand = readyz(client)
    assert status == 503
    assert toestand["werker"].startswith("Geen hartslag sinds ")
    Hartslag.objects.all().delete()
    assert readyz(client) == (503, {"database": "ok", "broker": "ok", "werker": "Nog geen hartslag."})


def test_een_broker_die_niet_antwoordt(client: Client, hartslag: Hartslag, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = "redis://geheim:wachtwoord@127.0.0.1:1/0"

    assert readyz(client) == (503, {"database": "ok", "broker": "Antwoordt niet.", "werker": "ok"})


def test_een_database_die_niet_antwoordt(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest refuses the database to a test that does not ask for it."""
    assert readyz(client) == (
        503,
        {"database": "Antwoordt niet.", "broker": "Antwoordt niet.", "werker": "Antwoordt niet."},
    )
