"""One figure as two people bring it to the site: typed, understood, handed in and approved."""

import csv
import io
import re
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from indicators.models import Definitie, Doelstelling
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.models import Geldovername, Opgave, Overname, Prognose
from tests.gereedschap.hele_weg import verborgen

WERK_2025 = "/werk/opgaven/uitstroom-naar-werk/2025/"
PAGINA = "/indicatoren/uitstroom-naar-werk/"
VANDAAG = timezone.localdate()


def html(antwoord: HttpResponse) -> str:
    """What a page says, on one line, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


def vul_in(browser: Client, adres: str, **velden: str) -> HttpResponse:
    """Type, look how it is understood, and press the button again; the answer to the second press."""
    formulier = browser.get(adres)
    assert formulier.status_code == 200, adres
    getypt = {"bron": "Suites", "actie": "indienen", "gezien": verborgen(formulier, "gezien"), **velden}
    eerst = browser.post(adres, getypt)
    if eerst.status_code == 302:
        return eerst
    return browser.post(adres, {**getypt, "begrepen": verborgen(eerst, "begrepen")})


def dien_in(browser: Client, adres: str, **velden: str) -> Opgave:
    """Type it and hand it in; what is kept of it."""
    antwoord = vul_in(browser, adres, **velden)
    assert antwoord.status_code == 302, html(antwoord)
    return Opgave.objects.latest("pk")


def keur_goed(browser: Client, *opgaven: Opgave) -> str:
    """Look at them all in full and approve them; what the list then says."""
    vraag = "&".join(f"opgave={opgave.pk}" for opgave in opgaven)
    voluit = browser.get(f"/werk/controle/bekijken/?{vraag}")
    goed = re.findall(r'name="goed"\s+value="([^"]*)"', voluit.content.decode())
    return html(browser.post("/werk/controle/bekijken/", {"gezien": goed, "goed": goed}, follow=True))


def maak_overname(definitie: Definitie, actor: UUID) -> Overname:
    """A goal of PB 2024, which is invented, that waits for a controleur."""
    with handelend_als(None, SYSTEEM):
        overname, _ = Overname.objects.get_or_create(
            definitie=definitie,
            editie=2024,
            jaar=2024,
            defaults={
                "ingetypt": "180",
                "waarde": "180",
                "soort_begroting": "streefwaarde",
                "titel": "Programmabegroting 2024-2027",
                "bladzijde": 41,
                "gedrukt": "Begroting PB 2024 - 180 180 180 180",
                "vastgesteld": True,
                "invoerders": [actor],
                "voorgelegd_op": timezone.now(),
            },
        )
    return overname


def maak_geldovername(doelstelling: Doelstelling, actor: UUID) -> Geldovername:
    """An amount of Jaarstukken 2024, which is invented, that waits for a controleur."""
    with handelend_als(None, SYSTEEM):
        overname, _ = Geldovername.objects.get_or_create(
            doelstelling=doelstelling,
            stand="na wijziging",
            jaar=2024,
            defaults={
                "ingetypt": "-5.100",
                "bedrag": "-5100000",
                "schaal": 1000,
                "titel": "Jaarstukken 2024",
                "bladzijde": 12,
                "gedrukt": "1.5 Begroting na wijziging -5.100",
                "vastgesteld": True,
                "invoerders": [actor],
                "voorgelegd_op": timezone.now(),
            },
        )
    return overname


def maak_prognose(definitie: Definitie, actor: UUID) -> Prognose:
    """What is expected of 2026, that waits for a controleur."""
    with handelend_als(None, SYSTEEM):
        prognose, _ = Prognose.objects.get_or_create(
            definitie=definitie,
            jaar=2026,
            defaults={
                "ingetypt": "190",
                "waarde": "190",
                "toelichting": "Na drie kwartalen 142 mensen.",
                "invoerders": [actor],
                "voorgelegd_op": timezone.now(),
            },
        )
    return prognose


def csv_rijen(jaar: str) -> list[dict[str, str]]:
    """The realisaties of a year in the file, without the dashes that documents print."""
    antwoord = Client().get("/data/indicatoren/uitstroom-naar-werk.csv")
    inhoud = antwoord.getvalue().decode()  # type: ignore[attr-defined]
    rijen = csv.DictReader(io.StringIO(inhoud))
    return [rij for rij in rijen if (rij["soort"], rij["jaar"]) == ("realisatie", jaar) and rij["leeg"] != "streepje"]
