"""People with accounts, and their browsers."""

from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from indicators.models import Doelstelling
from ingest.models import Account, Recht

WACHTWOORD = "zeven-blauwe-fietsen"


def maak(naam: str, *rollen: str, doelstelling: str = "", wachtwoord: str | None = None) -> Account:
    """An account with these roles; that of an invoerder is for one doelstelling. A password takes time to make."""
    account = Account.objects.create_user(naam, f"{naam}@zoetermeer.example", wachtwoord)
    for rol in rollen:
        waarvoor = Doelstelling.objects.get(code=doelstelling) if rol == "invoerder" else None
        Recht.objects.create(account=account, rol=rol, doelstelling=waarvoor)
    return account


def browser_van(account: Account, *, met_code: bool = True, **opties: object) -> Client:
    """Signed in, with the second factor."""
    client = Client(**opties)
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    if met_code:
        sessie = client.session
        sessie[DEVICE_ID_SESSION_KEY] = app_van(account).persistent_id
        sessie.save()
    return client


def app_van(account: Account) -> TOTPDevice:
    apparaat, _ = TOTPDevice.objects.get_or_create(user=account, name="app", confirmed=True)
    return apparaat


def code_van(apparaat: TOTPDevice, stappen: int = 0) -> str:
    """What the app shows now, or some steps of thirty seconds from now."""
    return f"{totp(apparaat.bin_key, drift=stappen):06}"
