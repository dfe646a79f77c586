"""Signing in and out, and another password."""

from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.decorators.http import require_safe

from ingest.accounts import berichten
from ingest.accounts.handelend import met_reden
from ingest.accounts.toegang import alleen_voor

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


class Wachtwoordformulier(PasswordChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eisen = "Minstens 12 tekens. Een paar woorden achter elkaar is goed. Gebruik geen naam, en herhaal niets."
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

    def form_valid(self, form: Any) -> HttpResponse:
        met_reden("Eigen wachtwoord gewijzigd")
        antwoord = super().form_valid(form)
        berichten.meld(form.user, berichten.WACHTWOORD)
        return antwoord


@require_safe
@alleen_voor()
def wachtwoord_gewijzigd(request: HttpRequest) -> HttpResponse:
    return render(request, "ingest/accounts/wachtwoord_gewijzigd.html")


wachtwoord = alleen_voor()(Wachtwoord.as_view())


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of before the person signed in or out; what was typed is still in the browser."""
    return render(request, "ingest/accounts/formulier_verlopen.html", status=403)
