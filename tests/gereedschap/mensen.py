"""People with an account, signed in through the session, with their second factor."""

from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from indicators.models import Doelstelling
from ingest.models import Account, Recht, Rol

BACKEND = "ingest.accounts.rekenen.WachtwoordBackend"
WACHTWOORD = "zeven-blauwe-fietsen"


def maak_account(naam: str, *rollen: str, doelstelling: str = "1.5", wachtwoord: str | None = None) -> Account:
    """An account with these roles; an invoerder has them for this doelstelling. Few need the password: it is slow."""
    account = Account.objects.create_user(
        naam, f"{naam}@gemeente.example", wachtwoord, first_name=naam.capitalize(), last_name="Jansen"
    )
    for rol in rollen:
        doel = Doelstelling.objects.get(code=doelstelling) if rol == Rol.INVOERDER else None
        Recht.objects.create(account=account, rol=rol, doelstelling=doel)
    return account


def ingelogd(account: Account, *, met_code: bool = True, **opties: object) -> Client:
    """A browser in which this person has signed in."""
    client = Client(**opties)
    meld_aan(client, account, met_code=met_code)
    return client


def meld_aan(client: Client, account: Account, *, met_code: bool = True) -> None:
    """The same in a browser that is there already."""
    client.force_login(account, backend=BACKEND)
    if met_code:
        sessie = client.session
        sessie[DEVICE_ID_SESSION_KEY] = app_van(account).persistent_id
        sessie.save()


def app_van(account: Account) -> TOTPDevice:
    """The app of a person, coupled."""
    apparaat, _ = TOTPDevice.objects.get_or_create(user=account, name="app", confirmed=True)
    return apparaat


def code_van(apparaat: TOTPDevice, stappen: int = 0) -> str:
    """What the app shows now, or some steps of thirty seconds from now."""
    return f"{totp(apparaat.bin_key, drift=stappen):06}"


def log_in(browser: Client, naam: str, wachtwoord: str = WACHTWOORD, verder: str = "", **kop: str) -> object:
    """Send the form of the sign-in page; whoever is refused gets it again."""
    return browser.post("/inloggen/", {"username": naam, "password": wachtwoord, "next": verder}, **kop)
