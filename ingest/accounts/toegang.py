"""The one door to every page that asks for an account: signed in, second factor, role; and who acts is known."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ingest.accounts.handelend import handelend_als
from ingest.accounts.logboek import schrijf_logregel
from ingest.accounts.sessies import VAN_EEN_ACCOUNT, was_van
from ingest.models import Account, Rol

GROOTST = 200_000  # characters of typed text that are kept for who must sign in again
GROOTST_ZONDER_SESSIE = 12_000  # of who shows no session that ended, so that it fits in an anonymous one
NIET_BEWAARD = (
    "Wat u typte is niet bewaard: het is te lang om te bewaren zolang u niet bent ingelogd. "
    "Ga met de knop van uw browser terug en kopieer het voordat u inlogt."
)
MFA_VAN_DE_GEMEENTE = "mfa_van_de_gemeente"  # in a session: the municipality asked for a second factor itself


class Verzoek(HttpRequest):
    """A request that came through the door."""

    user: Account
    rol: str


View = Callable[..., HttpResponseBase]


def alleen_voor(*rollen: Rol) -> Callable[[View], View]:
    """Let in who has one of these roles, or everybody with an account; the first that fits is the role they act in."""

    def bewaak(view: View) -> View:
        @wraps(view)
        @never_cache
        @require_http_methods(["GET", "HEAD", "POST"])
        def bewaakt(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            weg = naar_inloggen(request)
            if weg is not None:
                return weg
            account: Account = request.user
            eigen = account.rollen
            request.rol = next((rol.value for rol in rollen or tuple(Rol) if rol in eigen), "")
            if not request.rol:
                raise PermissionDenied
            if request.method in ("GET", "HEAD"):
                return view(request, *args, **kwargs)
            with handelend_als(account.actor, request.rol):
                antwoord = view(request, *args, **kwargs)
            noteer_handeling(request, account, antwoord.status_code)
            return antwoord

        return bewaakt

    return bewaak


def noteer_handeling(request: Any, account: Account, status: int) -> None:
    """One line in the log; a form that is shown again has changed nothing."""
    adres = request.resolver_match
    welke = " ".join([adres.url_name, *(str(deel) for deel in adres.kwargs.values())])
    uitkomst = "gedaan" if status in (302, 303) else f"antwoord {status}"
    schrijf_logregel(request.method.lower(), welke, uitkomst, account.actor)


def naar_inloggen(request: Any) -> HttpResponseBase | None:
    """To the sign-in page, or to the second factor; None for who has done both."""
    terug = request.get_full_path()
    if not request.user.is_authenticated:
        if request.method == "POST":
            bewaar_getypte(request)
        return redirect_to_login(terug)
    request.session.modified = True  # half an hour more; public pages never come here, and write nothing
    if mist_tweede_factor(request):
        if request.method == "POST":
            bewaar_getypte(request)
        return redirect_to_login(terug, reverse("tweede-factor"))
    return None


def mist_tweede_factor(request: Any) -> bool:
    """Everybody has one; that of the municipality counts when it says that it asked."""
    return not (request.user.is_verified() or request.session.get(MFA_VAN_DE_GEMEENTE))


def bewaar_getypte(request: HttpRequest) -> None:
    """Keep what was typed into a form whose session had expired, until the person is back at it.

    The form says whose it is; what is of no account nobody could get back.
    """
    van = Account.objects.filter(actor__in=_uuid(request.POST.get("wie", ""))).first()
    if van is None:
        return
    velden = {naam: waarden for naam, waarden in request.POST.lists() if naam != "csrfmiddlewaretoken"}
    bekend = request.user == van or was_van(request.COOKIES.get(settings.SESSION_COOKIE_NAME), van.pk)
    if len(json.dumps(velden)) > (GROOTST if bekend else GROOTST_ZONDER_SESSIE):
        messages.error(request, NIET_BEWAARD)
        return
    request.session["getypt"] = {"adres": request.path, "velden": velden, "van": str(van.actor)}
    if bekend:
        request.session[VAN_EEN_ACCOUNT] = True


def _uuid(tekst: str) -> list[UUID]:
    try:
        return [UUID(tekst)]
    except ValueError:
        return []


def getypte(request: Verzoek) -> QueryDict | None:
    """What was typed at this address before the session expired; given once, and never to somebody else."""
    bewaard = request.session.get("getypt")
    if not bewaard or bewaard["adres"] != request.path:
        return None
    del request.session["getypt"]
    if bewaard["van"] != str(request.user.actor):
        return None
    velden = QueryDict(mutable=True)
    for naam, waarden in bewaard["velden"].items():
        velden.setlist(naam, waarden)
    return velden
