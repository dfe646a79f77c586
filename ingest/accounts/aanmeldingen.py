"""The log of sign-ins: with actor and address, never with a name, and for ninety days only."""

from datetime import timedelta
from ipaddress import ip_address
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ingest.accounts.namen import vorm
from ingest.models import Aanmelding, Account

BEWAARD = timedelta(days=90)
VAN_DE_GEMEENTE = "ingest.accounts.gemeentelogin.GemeenteBackend"


def noteer_aanmelding(request: HttpRequest | None, weg: Aanmelding.Weg, account: Account | None, gelukt: bool) -> None:
    Aanmelding.objects.create(
        actor=account.actor if account else None, weg=weg, gelukt=gelukt, adres=adres(request) if request else None
    )


@receiver(user_logged_in, dispatch_uid="aanmelding gelukt")
def _gelukt(request: HttpRequest, user: Account, **kwargs: Any) -> None:
    via_gemeente = getattr(user, "backend", "") == VAN_DE_GEMEENTE
    noteer_aanmelding(request, Aanmelding.Weg.OIDC if via_gemeente else Aanmelding.Weg.WACHTWOORD, user, gelukt=True)


@receiver(user_login_failed, dispatch_uid="aanmelding geweigerd")
def _geweigerd(credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    if getattr(request, "axes_locked_out", False):
        return  # nothing was tried, so that an attack does not fill the log
    naam = credentials.get("username")
    account = Account.objects.filter(username=naam).first() if naam else None
    weg = Aanmelding.Weg.OIDC if zonder_wachtwoord(request, credentials) else Aanmelding.Weg.WACHTWOORD
    noteer_aanmelding(request, weg, account, gelukt=False)


def adres(request: HttpRequest) -> str | None:
    """The address of the client, as the front saw it (VoorkantMiddleware)."""
    gezien: str = request.META.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(gezien.partition("%")[0]))
    except ValueError:
        return None


def onherkenbaar(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """What django-axes counts failures by: the same for one name, and not to be read back to it."""
    naam = (credentials or {}).get("username") or request.POST.get("username") or ""
    return salted_hmac("ingest.aanmeldingen", vorm(naam)).hexdigest()


def zonder_wachtwoord(request: HttpRequest | None, credentials: dict[str, Any] | None) -> bool:
    """Whether this is the municipality's sign-in, where nothing can be guessed here: it is not counted as a failure."""
    return "nonce" in (credentials or {})


def ruim_op() -> int:
    """Remove what is older than ninety days, and sessions that ended yesterday or before; the count of the first."""
    nu = timezone.now()
    Session.objects.filter(expire_date__lt=nu - timedelta(days=1)).delete()
    weg, _ = Aanmelding.objects.filter(op__lt=nu - BEWAARD).delete()
    return weg
