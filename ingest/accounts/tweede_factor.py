"""The second factor, for everybody: the code of an app, and before a new app is coupled the koppelcode."""

from math import ceil
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_otp import login as onthoud_apparaat
from django_otp import verify_token
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from ingest.accounts import berichten, koppelcodes
from ingest.accounts.aanmeldingen import noteer_aanmelding
from ingest.accounts.handelend import handelend_als
from ingest.accounts.toegang import mist_tweede_factor
from ingest.models import Aanmelding, Account

MAG_KOPPELEN = "mag_koppelen"  # in a session: the koppelcode was right
VERSTUURD = "Wij hebben een koppelcode gemaild. Hij werkt 15 minuten. Geen mail? Kijk ook bij de ongewenste mail."
NET_VERSTUURD = "Er is net al een koppelcode gemaakt. Kijk in uw mail, of vraag over 2 minuten een nieuwe."
NIET_VERSTUURD = "De mail is niet verstuurd: de mailserver antwoordt niet. Probeer het later, of vraag een beheerder."
KLOPT_NIET = "Deze koppelcode klopt niet, of geldt niet meer. Na 5 keer fout hebt u een nieuwe nodig."


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
    apparaat = app_van(request.user)
    if apparaat is None and not request.session.get(MAG_KOPPELEN):
        return redirect_to_login(verder, reverse("koppelcode"))
    formulier = Codeformulier(request.POST or None)
    if formulier.is_valid():
        bevestigd, waarom_niet = bevestig_code(request, apparaat, formulier.cleaned_data["code"])
        if bevestigd:
            request.session.cycle_key()
            for weg in ("totp", MAG_KOPPELEN):
                request.session.pop(weg, None)
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
    with handelend_als(request.user.actor, rol(request.user), "Met een koppelcode gekoppeld"), transaction.atomic():
        apparaat.save()
        goed = apparaat.verify_token(code)
        if goed:
            berichten.meld(request.user, berichten.APP_GEKOPPELD)
        transaction.set_rollback(not goed)
    return apparaat if goed else None


def app_van(account: Account) -> TOTPDevice | None:
    app: TOTPDevice | None = TOTPDevice.objects.filter(user=account, confirmed=True).first()
    return app


def rol(account: Account) -> str:
    """The first that they have: coupling an app is nobody's role in particular."""
    return min(account.rollen, default="")


class Koppelcodeformulier(forms.Form):
    koppelcode = forms.CharField(
        label="Koppelcode",
        help_text="8 letters en cijfers, uit uw mail of van een beheerder. Hoofdletters en streepje hoeven niet.",
        max_length=20,
        error_messages={"required": "Vul de koppelcode in. Hebt u er geen? Vraag er dan een."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def koppelcode(request: Any) -> HttpResponseBase:
    """Before an app is coupled: what only the person, or another beheerder, can give."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    verder = veilig_vervolg(request)
    if not mist_tweede_factor(request) or app_van(request.user) or request.session.get(MAG_KOPPELEN):
        return redirect_to_login(verder, reverse("tweede-factor"))
    vraagt = "vraag" in request.POST
    formulier = Koppelcodeformulier(None if vraagt else request.POST or None)
    if formulier.is_valid():
        gelukt = koppelcodes.gebruik_koppelcode(request.user, formulier.cleaned_data["koppelcode"])
        noteer_aanmelding(request, Aanmelding.Weg.KOPPELCODE, request.user, gelukt=gelukt)
        if gelukt:
            request.session[MAG_KOPPELEN] = True
            return redirect_to_login(verder, reverse("tweede-factor"))
        formulier.add_error("koppelcode", KLOPT_NIET)
    context = {
        "form": formulier,
        "next": verder,
        "kan_gemaild": koppelcodes.kan_gemaild(request.user),
        "melding": verstuur_koppelcode(request.user) if vraagt else "",
    }
    return render(request, "ingest/accounts/koppelcode.html", context)


def verstuur_koppelcode(account: Account) -> str:
    """Mail a new one to the address of the account; a sentence that says what came of it."""
    if not koppelcodes.kan_gemaild(account):
        return "Wij kunnen u geen mail sturen. Vraag een beheerder om een koppelcode."
    if koppelcodes.is_net_gemaakt(account):
        return NET_VERSTUURD
    with handelend_als(account.actor, rol(account), "Koppelcode gevraagd, gemaild"):
        code = koppelcodes.maak_koppelcode(account, koppelcodes.GEMAILD)
    if berichten.mail_koppelcode(account, code):
        return VERSTUURD
    return NIET_VERSTUURD


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
