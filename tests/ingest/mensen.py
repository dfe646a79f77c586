"""People with an account, signed in through the session, with their second factor if they need one."""

from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from indicators.models import Doelstelling
from ingest.models import Account, Recht, Rol

BACKEND = "django.contrib.auth.backends.ModelBackend"


def maak_account(naam: str, *rollen: str, doelstelling: str = "1.5") -> Account:
    """An account with these roles; an invoerder has them for this doelstelling."""
    account = Account.objects.create_user(naam, f"{naam}@gemeente.example", "lang-en-geheim-7")
    for rol in rollen:
        doel = Doelstelling.objects.get(code=doelstelling) if rol == Rol.INVOERDER else None
        Recht.objects.create(account=account, rol=rol, doelstelling=doel)
    return account


def als(account: Account) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(account, backend=BACKEND)
    if account.heeft_tweede_factor_nodig:
        apparaat = TOTPDevice.objects.create(user=account, name="telefoon", confirmed=True)
        sessie = client.session
        sessie["otp_device_id"] = apparaat.persistent_id
        sessie.save()
    return client
