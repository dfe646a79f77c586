"""A file handed in through the form."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from ingest.models import Aanlevering

LIJST = "/werk/documenten/"


def lever_aan(browser: Client, inhoud: bytes, naam: str = "PB-2026.txt", **opties: object) -> HttpResponse:
    """Choose a file and send the form."""
    return browser.post(LIJST, {"bestand": SimpleUploadedFile(naam, inhoud)}, **opties)


def aangeleverd(browser: Client, inhoud: bytes) -> Aanlevering:
    """The same, of a file that is taken in: what is kept of it."""
    antwoord = lever_aan(browser, inhoud)
    assert antwoord.status_code == 302, antwoord.content.decode()
    return Aanlevering.objects.get(pk=int(antwoord["Location"].split("/")[-2]))


def pagina(browser: Client, aanlevering: Aanlevering) -> str:
    """What its own page says."""
    return browser.get(aanlevering.get_absolute_url()).content.decode()
