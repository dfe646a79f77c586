"""What every answer tells a browser, and whom to tell that something is not safe."""

from datetime import datetime, timedelta

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from dashboard.draaien.voorkant.vertrouwen import VoorkantMiddleware
from tests.gereedschap.processen.processen import Processen
from tests.gereedschap.productie import VEILIG

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("adres", ["/over/", "/inloggen/", "/bestaat-niet/", "/data/cijfers.csv", "/static/icoon.svg"])
def test_elk_antwoord_zegt_wat_een_browser_niet_mag(adres: str) -> None:
    antwoord = Client().get(adres)

    assert antwoord["Permissions-Policy"] == "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    assert antwoord["Cross-Origin-Resource-Policy"] == "same-origin"
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert "Server" not in antwoord
    antwoord.close()


def test_security_txt_zegt_aan_wie(client: Client, settings: Settings) -> None:
    adres = "/.well-known/security.txt"
    settings.CONTACT, settings.ADRES = "", "https://doelwijzer.example"
    assert client.get(adres).status_code == 404

    settings.CONTACT = "griffie@doelwijzer.example"
    antwoord = Client().get(adres)
    velden = dict(regel.split(": ", 1) for regel in antwoord.content.decode().splitlines())

    assert antwoord["Content-Type"] == "text/plain; charset=utf-8"
    assert velden.pop("Contact") == "mailto:griffie@doelwijzer.example"
    assert velden.pop("Canonical") == "https://doelwijzer.example/.well-known/security.txt"
    assert velden.pop("Preferred-Languages") == "nl, en"
    over = datetime.fromisoformat(velden.pop("Expires")) - timezone.now()
    assert timedelta(days=150) < over < timedelta(days=365)
    assert velden == {}


@pytest.mark.parametrize(
    ("productie", "van", "veilig"),
    [(True, "127.0.0.1", True), (True, "203.0.113.5", False), (False, "127.0.0.1", False)],
)
def test_alleen_de_voorkant_zegt_dat_het_https_was(settings: Settings, productie: bool, van: str, veilig: bool) -> None:
    gezien: list[HttpRequest] = []
    settings.PRODUCTIE = productie
    verzoek = RequestFactory().get("/", REMOTE_ADDR=van, HTTP_X_FORWARDED_PROTO="https")

    VoorkantMiddleware(gezien.append)(verzoek)  # type: ignore[arg-type,func-returns-value]

    assert gezien[0].is_secure() is veilig


def test_in_productie_komt_een_koekje_alleen_van_deze_host(processen: Processen) -> None:
    vraag = """
import django
django.setup()
from django.conf import settings as s
print([s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.MESSAGE_STORAGE.rpartition(".")[2]])
print([s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_PATH, s.SESSION_COOKIE_DOMAIN])
print([s.CSRF_COOKIE_SECURE, s.CSRF_COOKIE_PATH, s.CSRF_COOKIE_DOMAIN])
"""
    uitvoer, fouten = processen.start("-c", vraag, **VEILIG).communicate()

    mag = "[True, '/', None]\n"
    assert uitvoer == f"['__Host-sessionid', '__Host-csrftoken', 'SessionStorage']\n{mag}{mag}", fouten
