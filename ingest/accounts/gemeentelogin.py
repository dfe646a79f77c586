"""Signing in with the municipality (OpenID Connect): code flow with state, nonce and PKCE; RS256.

It never makes an account: it finds the active one with the e-mail address that the municipality has verified.
"""

import logging
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.http.request import QueryDict
from django.urls import reverse
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from ingest.accounts.namen import ongewoon_adres, vorm
from ingest.accounts.toegang import MFA_VAN_DE_GEMEENTE
from ingest.models import Account

ADRESSEN = {
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "authorization_endpoint",
    "OIDC_OP_TOKEN_ENDPOINT": "token_endpoint",
    "OIDC_OP_USER_ENDPOINT": "userinfo_endpoint",
    "OIDC_OP_JWKS_ENDPOINT": "jwks_uri",
}
UUR = 3600
LOGGER = logging.getLogger(__name__)


class Storing(Exception):
    """The municipality's sign-in does not answer as it should."""


def adressen_van_issuer() -> dict[str, str]:
    """The addresses that the issuer gives for itself, asked once an hour."""
    gevonden: dict[str, str] | None = cache.get("oidc")
    if gevonden is None:
        gevonden = _vraag_adressen()
        cache.set("oidc", gevonden, UUR)
    return gevonden


def _vraag_adressen() -> dict[str, str]:
    try:
        antwoord = requests.get(
            f"{settings.OIDC_ISSUER}/.well-known/openid-configuration", timeout=settings.OIDC_TIMEOUT
        )
        antwoord.raise_for_status()
        zegt = antwoord.json()
        gevonden = {naam: str(zegt[sleutel]) for naam, sleutel in ADRESSEN.items()}
    except (requests.RequestException, ValueError, KeyError) as fout:
        raise Storing from fout
    veilig = urlsplit(settings.OIDC_ISSUER).scheme
    if zegt.get("issuer", "").rstrip("/") != settings.OIDC_ISSUER or any(
        urlsplit(adres).scheme != veilig for adres in gevonden.values()
    ):
        raise Storing("the issuer or the scheme of an address differs")
    return {**gevonden, "issuer": zegt["issuer"]}


def instelling(naam: str, *anders: Any) -> Any:
    """A setting of mozilla-django-oidc; the addresses come from the issuer, when they are needed."""
    if naam in ADRESSEN:
        return adressen_van_issuer()[naam]
    return getattr(settings, naam, *anders)


class GemeenteBackend(OIDCAuthenticationBackend):  # type: ignore[misc]  # has no types
    get_settings = staticmethod(instelling)

    def __init__(self) -> None:
        # Django makes every backend on every sign-in; the issuer is asked only when someone comes from there.
        self.UserModel = get_user_model()

    def authenticate(self, request: HttpRequest, nonce: str, code_verifier: str) -> Account | None:
        super().__init__()
        gevonden: Account | None = super().authenticate(request, nonce=nonce, code_verifier=code_verifier)
        return gevonden

    def get_user(self, user_id: int) -> Any:
        return ModelBackend().get_user(user_id)  # not one who has been closed off since

    def _verify_jws(self, payload: str, key: Any) -> dict[str, Any]:
        """Also for whom the token is, by whom and until when, which mozilla-django-oidc leaves to us."""
        try:
            gelezen: dict[str, Any] = jwt.decode(
                payload,
                key,
                algorithms=[settings.OIDC_RP_SIGN_ALGO],
                audience=settings.OIDC_RP_CLIENT_ID,
                issuer=adressen_van_issuer()["issuer"],
                leeway=60,
                options={"require": ["iss", "aud", "exp", "iat", "sub"]},
            )
        except jwt.InvalidTokenError as fout:
            raise SuspiciousOperation from fout
        return gelezen

    def get_or_create_user(self, access_token: str, id_token: str, payload: dict[str, Any]) -> Account | None:
        wie = self.get_userinfo(access_token, id_token, payload)
        if wie.get("sub") != payload["sub"]:
            raise SuspiciousOperation
        if wie.get("email_verified") is not True or not isinstance(wie.get("email"), str):
            return None
        # The database would take a dotless ı for an i: it compares capitals.
        gevonden = [
            account
            for account in Account.objects.filter(is_active=True).exclude(email="")
            if vorm(account.email) == vorm(wie["email"])
        ]
        if len(gevonden) != 1 or ongewoon_adres(wie["email"]):
            return None
        amr = payload.get("amr")
        # RFC 8176 has a list of names; in a text "mfa" would also be found as a part of another word.
        self.request.gemeente_vroeg_mfa = isinstance(amr, list) and "mfa" in amr
        return gevonden[0]


class NaarGemeente(OIDCAuthenticationRequestView):  # type: ignore[misc]
    """To the municipality's sign-in page."""

    get_settings = staticmethod(instelling)

    def __init__(self, **kwargs: Any) -> None:
        """Without the addresses, which its parent asks for also when there is no issuer."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        alleen_met_issuer()
        try:
            super().__init__()
            return super().get(request)  # type: ignore[no-any-return]
        except Storing as fout:
            LOGGER.warning("OpenID Connect: %r", fout.__cause__ or fout)
            return terug_naar_inloggen("mislukt", request.GET.get("next", ""))


class VanGemeente(OIDCAuthenticationCallbackView):  # type: ignore[misc]
    """Back from it, with a code."""

    get_settings = staticmethod(instelling)

    def get(self, request: HttpRequest) -> HttpResponseBase:
        alleen_met_issuer()
        try:
            return super().get(request)  # type: ignore[no-any-return]
        except (SuspiciousOperation, requests.RequestException, jwt.PyJWTError, Storing, KeyError, ValueError) as fout:
            LOGGER.warning("OpenID Connect: %r", fout.__cause__ or fout)
            return terug_naar_inloggen("mislukt", request.session.get("oidc_login_next") or "")

    def login_success(self) -> HttpResponseBase:
        antwoord: HttpResponseBase = super().login_success()
        self.request.session[MFA_VAN_DE_GEMEENTE] = self.request.gemeente_vroeg_mfa
        return antwoord

    def login_failure(self) -> HttpResponseBase:
        reden = "mislukt" if self.request.GET.get("error") else "onbekend"
        return terug_naar_inloggen(reden, self.request.session.get("oidc_login_next") or "")


def alleen_met_issuer() -> None:
    if not settings.OIDC_ISSUER:
        raise Http404


def terug_naar_inloggen(reden: str, verder: str) -> HttpResponseRedirect:
    vraag = QueryDict(mutable=True)
    vraag["gemeente"] = reden
    if verder:
        vraag["next"] = verder
    return HttpResponseRedirect(f"{reverse('inloggen')}?{vraag.urlencode()}")
