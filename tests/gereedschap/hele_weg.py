"""A figure from the form to the site, in one call, for tests that begin where it is published."""

import re

from django.http import HttpResponse

from ingest.models import Rol
from tests.gereedschap.mensen import ingelogd, maak_account


def verborgen(antwoord: HttpResponse, naam: str) -> str:
    """What a hidden field of a form holds."""
    gevonden = re.search(rf'name="{naam}"\s+value="([^"]*)"', antwoord.content.decode())
    assert gevonden, naam
    return gevonden[1].replace("&amp;", "&")


def laat_publiceren(adres: str, velden: dict[str, str], onder: str) -> None:
    """The whole way of a figure: typed, confirmed and handed in by one person, approved by another."""
    invoerder = ingelogd(maak_account("inge", Rol.INVOERDER, doelstelling=onder))
    velden = {**velden, "actie": "indienen"}
    velden["gezien"] = verborgen(invoerder.get(adres), "gezien")
    antwoord = invoerder.post(adres, velden)
    if antwoord.status_code == 200:  # it was not typed as the site writes it
        antwoord = invoerder.post(adres, {**velden, "begrepen": verborgen(antwoord, "begrepen")})
    assert antwoord.status_code == 302
    controleur = ingelogd(maak_account("carlo", Rol.CONTROLEUR))
    nummer = re.search(r'name="opgave"\s+value="(\d+)"', controleur.get("/werk/controle/").content.decode())
    assert nummer
    kaart = controleur.get("/werk/controle/bekijken/", {"opgave": nummer[1]})
    klaar = controleur.post("/werk/controle/bekijken/", {"goed": verborgen(kaart, "goed")})
    assert klaar.status_code == 302
