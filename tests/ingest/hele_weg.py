"""People with an account: made with their rights, and signed in with all that their roles ask."""

import re

from django.http import HttpResponse
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from indicators.models import Doelstelling
from ingest.models import Account, Recht, Rol


def persoon(naam: str, rol: str, onder: str = "") -> Account:
    """Someone with one role; an invoerder for the doelstelling `onder`."""
    account = Account.objects.create_user(naam, first_name=naam.capitalize(), last_name="Jansen")
    doelstelling = Doelstelling.objects.get(code=onder) if onder else None
    Recht.objects.create(account=account, rol=rol, doelstelling=doelstelling)
    return account


def ingelogd(account: Account) -> Client:
    """A browser in which this person is signed in, with their second factor."""
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    if account.heeft_tweede_factor_nodig:
        apparaat = TOTPDevice.objects.create(user=account, name="app", confirmed=True)
        sessie = client.session
        sessie["otp_device_id"] = apparaat.persistent_id
        sessie.save()
    return client


def verborgen(antwoord: HttpResponse, naam: str) -> str:
    """What a hidden field of a form holds."""
    gevonden = re.search(rf'name="{naam}"\s+value="([^"]*)"', antwoord.content.decode())
    assert gevonden, naam
    return gevonden[1]


def laat_publiceren(adres: str, velden: dict[str, str], onder: str) -> None:
    """The whole way of a figure: typed, confirmed and handed in by one person, approved by another."""
    invoerder = ingelogd(persoon("inge", Rol.INVOERDER, onder))
    velden = {**velden, "actie": "indienen"}
    for _ in "ingetypt", "bevestigd":
        velden["gezien"] = verborgen(invoerder.get(adres), "gezien")
        antwoord = invoerder.post(adres, velden)
        velden["begrepen"] = verborgen(antwoord, "begrepen") if antwoord.status_code == 200 else ""
    assert antwoord.status_code == 302
    controleur = ingelogd(persoon("carlo", Rol.CONTROLEUR))
    nummer = re.search(r'name="opgave"\s+value="(\d+)"', controleur.get("/werk/controle/").content.decode())
    assert nummer
    kaart = controleur.get("/werk/controle/bekijken/", {"opgave": nummer[1]})
    klaar = controleur.post("/werk/controle/bekijken/", {"gezien": verborgen(kaart, "gezien")})
    assert klaar.status_code == 302
