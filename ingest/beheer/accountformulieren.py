"""What a beheerder fills in about an account: no name that is another's, and none in a reason that is kept."""

import re
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner

from ingest.accounts.handelend import met_reden
from ingest.accounts.namen import ongewoon, ongewoon_adres, vorm
from ingest.beheer.basis import Reden, Waarom
from ingest.models import Account

NAAMVELDEN = ("username", "first_name", "last_name", "email")
TIEN_MINUTEN = 600


def zonder_naam(formulier: forms.BaseForm, account: Account | None) -> None:
    """The history keeps a reason for ever: nobody would be forgotten whose name stands in it."""
    velden = formulier.cleaned_data
    rij = Account.objects.filter(pk=account.pk) if account else Account.objects.none()
    bewaard = rij.values_list(*NAAMVELDEN).first() or ()
    namen = " ".join(str(naam or "") for naam in (*bewaard, *(velden.get(veld) for veld in NAAMVELDEN)))
    woorden = {woord for woord in _woorden(namen) if len(woord) > 2}
    if "@" in velden.get("waarom", "") or woorden & set(_woorden(velden.get("waarom", ""))):
        formulier.add_error("waarom", "Hier staat een naam of een e-mailadres, en dit blijft bewaard. Laat het weg.")


def keur_namen(formulier: Any) -> None:
    """No name that an eye takes for another, and none that is another's but for its capitals."""
    for veld in NAAMVELDEN:
        ingevuld = str(formulier.cleaned_data.get(veld) or "")
        if zin := (ongewoon_adres if veld == "email" else ongewoon)(ingevuld):
            formulier.add_error(veld, zin)
    naam, eigen = vorm(formulier.cleaned_data.get("username") or ""), formulier.instance.pk
    if naam in (vorm(ander) for ander in Account.objects.exclude(pk=eigen).values_list("username", flat=True)):
        formulier.add_error("username", "Er is al een account met deze naam. Hoofdletters maken geen verschil.")


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst.casefold())


def _wachtwoordkeuze() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Inloggen met een wachtwoord",
        help_text="Kies nee voor wie alleen met de gemeente inlogt. Een wachtwoord werkt dan niet.",
        choices={"true": "Ja", "false": "Nee"},
        initial="true",
        required=False,
        widget=forms.RadioSelect(attrs={"class": "radiolist inline"}),
    )


class Nieuwformulier(Waarom, AdminUserCreationForm):
    usable_password = _wachtwoordkeuze()

    class Meta:
        model = Account
        fields = ("username",)

    def clean(self) -> dict[str, Any]:
        super().clean()
        keur_namen(self)
        zonder_naam(self, None)
        return self.cleaned_data


class Accountformulier(Waarom, UserChangeForm):
    class Meta:
        model = Account
        fields = ("username",)
        help_texts: ClassVar = {"is_active": "Is iemand uit dienst? Haal dit vinkje weg. Inloggen kan dan niet meer."}

    def clean(self) -> dict[str, Any]:
        super().clean()
        keur_namen(self)
        zonder_naam(self, self.instance)
        return self.cleaned_data


class Wachtwoordzetting(AdminPasswordChangeForm, Reden):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].widget.attrs.pop("autofocus", None)  # above it is asked why
        if "usable_password" in self.fields:
            self.fields["usable_password"] = _wachtwoordkeuze()

    def clean(self) -> dict[str, Any]:
        super().clean()
        zonder_naam(self, self.user)
        return self.cleaned_data

    def save(self, commit: bool = True) -> Any:
        met_reden(self.cleaned_data["waarom"])
        return super().save(commit)


class Over(Reden):
    """A reason for what is done with one account."""

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean(self) -> dict[str, Any]:
        zonder_naam(self, self.account)
        return self.cleaned_data


class Verwijderformulier(Over):
    """With what only the page that asks has, made for this beheerder and this account: one POST is not enough."""

    bevestiging = forms.CharField(required=False)

    def __init__(self, *args: Any, door: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wat = f"{door.pk} {self.account.pk}"
        self.zegel = TimestampSigner(salt="ingest.beheer.verwijderen")

    @property
    def nieuwe_bevestiging(self) -> str:
        return self.zegel.sign(self.wat)

    def clean_bevestiging(self) -> str:
        try:
            klopt = self.zegel.unsign(self.cleaned_data["bevestiging"], max_age=TIEN_MINUTEN) == self.wat
        except BadSignature:
            klopt = False
        if not klopt:
            raise ValidationError("Er is niets verwijderd. Kijk nog een keer wat er verdwijnt, en bevestig dan.")
        return self.wat
