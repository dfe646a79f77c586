"""Signing in and out: password, second factor, another password."""

from math import ceil
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import LoginView, PasswordChangeView, redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_otp import login as onthoud_apparaat
from django_otp import verify_token
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from ingest.accounts.aanmeldingen import noteer_aanmelding
from ingest.accounts.toegang import alleen_voor, mist_tweede_factor
from ingest.models import Aanmelding

VAN_DE_GEMEENTE = {
    "onbekend": (
        "U bent bij de gemeente ingelogd, maar er is op deze site geen account met uw e-mailadres. "
        "Vraag de beheerder van Doelwijzer om een account."
    ),
    "mislukt": (
        "Inloggen met de gemeente lukte niet. Probeer het nog eens. "
        "Lukt het weer niet? Log in met uw wachtwoord of vraag het de beheerder."
    ),
}
FOUT = (
    "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Kijk of u hoofdletters en kleine letters "
    "goed hebt getypt. Na 5 keer fout kunt u 15 minuten niet inloggen."
)


class Inlogformulier(AuthenticationForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages = {**self.error_messages, "invalid_login": FOUT}
        for naam, leeg in (("username", "Vul uw gebruikersnaam in."), ("password", "Vul uw wachtwoord in.")):
            self.fields[naam].error_messages["required"] = leeg
            self.fields[naam].widget.attrs.pop("autofocus", None)  # a screen reader would miss the page above it


class Inloggen(LoginView):
    template_name = "ingest/accounts/inloggen.html"
    authentication_form = Inlogformulier
    redirect_authenticated_user = True

    def get_redirect_url(self) -> str:  # type: ignore[override]  # the stubs are of another version
        verder = super().get_redirect_url()
        return "" if verder.partition("?")[0] == self.request.path else verder  # never back to itself

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        melding = VAN_DE_GEMEENTE.get(self.request.GET.get("gemeente", ""), "")
        return super().get_context_data(melding=melding, gemeente=bool(settings.OIDC_ISSUER), **kwargs)


class Codeformulier(forms.Form):
    code = forms.CharField(
        label="Code uit uw app",
        help_text="6 cijfers. Elke code werkt één keer.",
        max_length=10,
        error_messages={"required": "Vul de code van 6 cijfers in."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].replace(" ", "")
        if not (code.isascii() and code.isdigit() and len(code) == 6):
            raise forms.ValidationError("Een code heeft 6 cijfers, bijvoorbeeld 123 456.")
        return code


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tweede_factor(request: Any) -> HttpResponseBase:
    """The code of an app; the first time with what the app must scan."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    verder = veilig_vervolg(request)
    if not mist_tweede_factor(request):
        return redirect(verder)
    apparaat = TOTPDevice.objects.filter(user=request.user, confirmed=True).first()
    formulier = Codeformulier(request.POST or None)
    if formulier.is_valid():
        bevestigd, waarom_niet = bevestig_code(request, apparaat, formulier.cleaned_data["code"])
        if bevestigd:
            request.session.cycle_key()
            request.session.pop("totp", None)
            onthoud_apparaat(request, bevestigd)
            return redirect(verder)
        formulier.add_error("code", waarom_niet)
    context = {"form": formulier, "next": verder, **({} if apparaat else koppeling(request))}
    return render(request, "ingest/accounts/tweede_factor.html", context)


def bevestig_code(request: Any, apparaat: TOTPDevice | None, code: str) -> tuple[TOTPDevice | None, str]:
    """The device that made this code, or a sentence that says why not; the attempt is in the log."""
    if apparaat is None:
        bevestigd = koppel_app(request, code)
    else:
        mag, waarom = apparaat.verify_is_allowed()
        if not mag:
            return None, f"Te vaak een verkeerde code. Wacht {wachttijd(waarom['locked_until'])} en probeer opnieuw."
        bevestigd = verify_token(request.user, apparaat.persistent_id, code)
    noteer_aanmelding(request, Aanmelding.Weg.CODE, request.user, gelukt=bevestigd is not None)
    return bevestigd, "Deze code klopt niet, of is al gebruikt. Typ de code die nu in uw app staat."


def koppeling(request: Any) -> dict[str, Any]:
    """What an app needs; the key stays in the session, for nobody else, until a code shows that the app has it."""
    apparaat = TOTPDevice(user=request.user, key=request.session.setdefault("totp", default_key()))
    geheim = apparaat.config_url.split("secret=")[1].split("&")[0]
    return {
        "qr": segno.make(apparaat.config_url, error="m").svg_data_uri(scale=4, border=4, light="white"),
        "geheim": " ".join(geheim[i : i + 4] for i in range(0, len(geheim), 4)),
    }


def koppel_app(request: Any, code: str) -> TOTPDevice | None:
    """A new device of this person, when the code is one that it makes."""
    apparaat = TOTPDevice(user=request.user, name="app", key=request.session.get("totp") or default_key())
    with transaction.atomic():
        apparaat.save()
        goed = apparaat.verify_token(code)
        transaction.set_rollback(not goed)
    return apparaat if goed else None


def wachttijd(tot: Any) -> str:
    seconden = max(1, ceil((tot - timezone.now()).total_seconds()))
    if seconden < 60:
        return "1 seconde" if seconden == 1 else f"{seconden} seconden"
    minuten = ceil(seconden / 60)
    return "1 minuut" if minuten == 1 else f"{minuten} minuten"


def veilig_vervolg(request: HttpRequest) -> str:
    """Where the person wanted to go, when that is on this site."""
    verder = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(verder, {request.get_host()}, require_https=request.is_secure()):
        return verder
    return resolve_url(settings.LOGIN_REDIRECT_URL)


class Wachtwoordformulier(PasswordChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eisen = "Minstens 12 tekens. Een paar woorden achter elkaar is goed. Gebruik geen naam."
        for naam, label, hulp in (
            ("old_password", "Uw wachtwoord van nu", ""),
            ("new_password1", "Nieuw wachtwoord", eisen),
            ("new_password2", "Nieuw wachtwoord nog een keer", ""),
        ):
            self.fields[naam].label, self.fields[naam].help_text = label, hulp
            self.fields[naam].widget.attrs.pop("autofocus", None)


class Wachtwoord(PasswordChangeView):
    template_name = "ingest/accounts/wachtwoord.html"
    form_class = Wachtwoordformulier
    success_url = reverse_lazy("wachtwoord-gewijzigd")


@require_safe
@alleen_voor()
def wachtwoord_gewijzigd(request: HttpRequest) -> HttpResponse:
    return render(request, "ingest/accounts/wachtwoord_gewijzigd.html")


wachtwoord = alleen_voor()(Wachtwoord.as_view())


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of before the person signed in or out; what was typed is still in the browser."""
    return render(request, "ingest/accounts/formulier_verlopen.html", status=403)
