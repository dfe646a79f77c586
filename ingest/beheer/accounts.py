"""Accounts with their rights: whatever a beheerder changes about one leaves a trace, and the person hears of it."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth.admin import UserAdmin
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django_otp.plugins.otp_totp.models import TOTPDevice

from ingest.accounts import berichten
from ingest.accounts.handelend import met_reden
from ingest.accounts.koppelcodes import maak_koppelcode
from ingest.beheer.accountformulieren import (
    Accountformulier,
    Nieuwformulier,
    Over,
    Verwijderformulier,
    Wachtwoordzetting,
)
from ingest.beheer.basis import Beheerbaar, MetReden
from ingest.models import Account, Recht

GEEN_MAIL = (
    "Deze persoon kreeg hierover geen mail: het adres ontbreekt, of de mailserver nam hem niet aan. Zeg het zelf."
)
NIET_UZELF = "Uw eigen account verwijdert u niet. Vraag het een andere beheerder."
GEWEIGERD = {
    "altijd_een_beheerder": "Er blijft altijd één beheerder met een open account. Maak eerst iemand anders beheerder.",
    "nooit_uzelf": NIET_UZELF,
}
"""Constraint of the database: what it means for who meets it."""


class Rechtrij(Beheerbaar, admin.StackedInline):
    """No table: in that no field has a label, and long names go off the page."""

    model = Recht
    extra = 0

    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
        veld: Any = super().formfield_for_dbfield(*args, **kwargs)
        if veld and isinstance(veld.widget, RelatedFieldWidgetWrapper):
            veld.widget = veld.widget.widget  # to choose from what is there, without making another
        return veld

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True


class Apparaatrij(Beheerbaar, admin.StackedInline):
    """The app of the second factor: to be removed when a phone is lost, never made here."""

    model = TOTPDevice
    fields = readonly_fields = ("gekoppeld_op", "laatst_gebruikt")
    verbose_name = "app"
    verbose_name_plural = "app voor de tweede factor (verwijder hem als de telefoon kwijt is)"
    extra = 0

    @admin.display(description="gekoppeld op")
    def gekoppeld_op(self, apparaat: TOTPDevice) -> str:
        return _moment(apparaat.created_at)

    @admin.display(description="laatst gebruikt")
    def laatst_gebruikt(self, apparaat: TOTPDevice) -> str:
        return _moment(apparaat.last_used_at)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True


class Accountbeheer(MetReden, UserAdmin):
    """To remove an account is to forget a person: the history keeps an id that leads to nobody."""

    form = Accountformulier
    add_form = Nieuwformulier
    add_form_template = "ingest/beheer/nieuw.html"
    change_password_form = Wachtwoordzetting
    change_user_password_template = "ingest/beheer/wachtwoord.html"  # noqa: S105
    readonly_fields = ("koppelcode_geven",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "username", "password", "first_name", "last_name", "email", "is_active", "koppelcode_geven",
                    "waarom",
                )
            },
        ),
    )  # fmt: skip
    add_fieldsets = (
        (
            None,
            {
                "fields": (
                    "username", "first_name", "last_name", "email",
                    "usable_password", "password1", "password2", "waarom",
                )
            },
        ),
    )  # fmt: skip
    list_display = ("username", "email", "first_name", "last_name", "is_active")
    list_filter = ("is_active", "rechten__rol")
    filter_horizontal = ()

    def get_inlines(self, request: HttpRequest, obj: Account | None) -> Any:
        return (Rechtrij, Apparaatrij) if obj else (Rechtrij,)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def get_urls(self) -> list[URLPattern]:
        code = path("<id>/koppelcode/", self.admin_site.admin_view(self.koppelcode), name="ingest_account_koppelcode")
        return [code, *super().get_urls()]

    @admin.display(description="nieuwe app")
    def koppelcode_geven(self, account: Account) -> str:
        adres = reverse("admin:ingest_account_koppelcode", args=[account.pk])
        return format_html('<a href="{}">Geef een koppelcode</a>', adres)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError as fout:
            return self._kan_niet(request, _geweigerd(fout), status=409)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        wat = list(_gewijzigd(form, formsets)) if change else list(_gemaakt(form.instance))
        if wat:
            self._meld(request, form.instance, *wat, ook_aan=form.initial.get("email") or "")

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:  # noqa: A002
        account = self.get_object(request, unquote(id))
        if account == request.user:
            zin = "Uw eigen wachtwoord wijzigt u bij “Wachtwoord wijzigen”. Daar vraagt de site eerst dat van nu."
            return self._kan_niet(request, zin, status=409 if request.method == "POST" else 200)
        antwoord = super().user_change_password(request, id, form_url)
        if account and Account.objects.get(pk=account.pk).password != account.password:
            self._meld(request, account, berichten.WACHTWOORD)
        return antwoord

    def koppelcode(self, request: Any, id: str) -> HttpResponseBase:  # noqa: A002
        """For who cannot read their mail; it is shown here, once."""
        account = self.get_object(request, unquote(id))
        if account is None:
            return self._bestaat_niet(request, id)
        if zin := _waarom_geen_koppelcode(account, request.user):
            return self._kan_niet(request, zin, status=409 if request.method == "POST" else 200)
        formulier, code = Over(request.POST or None, account=account), ""
        if formulier.is_valid():
            met_reden(formulier.cleaned_data["waarom"])
            code = maak_koppelcode(account, gegeven_door=request.user.actor)
            self._meld(request, account, berichten.CODE_GEGEVEN)
        return self._pagina(request, "koppelcode", "Koppelcode geven", account=account, form=formulier, code=code)

    def delete_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        account = self.get_object(request, unquote(object_id))
        if account is None:
            return self._bestaat_niet(request, object_id)
        if account == request.user:
            return self._kan_niet(request, NIET_UZELF, status=409 if request.method == "POST" else 200)
        formulier = Verwijderformulier(request.POST or None, account=account, door=request.user)
        if not formulier.is_valid():
            return self._pagina(request, "verwijderen", "Account verwijderen", account=account, form=formulier)
        met_reden(formulier.cleaned_data["waarom"])
        self._meld(request, account, berichten.VERWIJDERD)
        try:
            with transaction.atomic():
                account.delete()
        except IntegrityError as fout:
            return self._kan_niet(request, _geweigerd(fout), status=409)
        messages.success(request, "Het account is verwijderd. De persoon is vergeten.")
        return redirect("admin:ingest_account_changelist")

    def _bestaat_niet(self, request: HttpRequest, id: str) -> HttpResponseBase:  # noqa: A002
        antwoord: HttpResponseBase = self._get_obj_does_not_exist_redirect(request, self.opts, id)  # type: ignore[attr-defined]
        return antwoord

    def _meld(self, request: HttpRequest, account: Account, *wat: str, ook_aan: str = "") -> None:
        berichten.meld(account, *wat, ook_aan=ook_aan, mislukt=partial(messages.warning, request, GEEN_MAIL))

    def _kan_niet(self, request: HttpRequest, zin: str, status: int) -> TemplateResponse:
        return self._pagina(request, "kan_niet", "Dit kan niet", status, zin=zin)

    def _pagina(self, request: HttpRequest, naam: str, titel: str, status: int = 200, **meer: Any) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {"title": titel, "opts": self.opts} | meer
        return TemplateResponse(request, f"ingest/beheer/{naam}.html", context, status=status)


def _moment(op: datetime | None) -> str:
    return date_format(timezone.localtime(op), "j F Y H:i") if op else "nog niet"


def _gemaakt(account: Account) -> Iterator[str]:
    yield berichten.GEMAAKT
    if account.has_usable_password():
        yield berichten.EERSTE_KEER


def _gewijzigd(form: Any, formsets: Any) -> Iterator[str]:
    """In the sentences of the mail to the person."""
    anders = set(form.changed_data)
    if anders & {"username", "first_name", "last_name"}:
        yield berichten.NAAM
    if "email" in anders:
        yield berichten.EMAIL
    if "is_active" in anders:
        yield berichten.OPEN if form.instance.is_active else berichten.DICHT
    if any(formset.model is Recht and formset.has_changed() for formset in formsets):
        yield berichten.RECHTEN
    if any(formset.model is TOTPDevice and formset.deleted_objects for formset in formsets):
        yield berichten.APP_WEG


def _waarom_geen_koppelcode(account: Account, door: Account) -> str:
    if account == door:
        return "Uzelf geeft u geen koppelcode. Vraag het een andere beheerder, of laat hem mailen bij het inloggen."
    if TOTPDevice.objects.filter(user=account).exists():
        return "Deze persoon heeft nog een app. Verwijder die eerst bij het account. Dan kan er een nieuwe komen."
    return ""


def _geweigerd(fout: IntegrityError) -> str:
    """What a rule of the database means; what it does not know here is a fault of ours."""
    beperking = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None)
    if beperking not in GEWEIGERD:
        raise fout
    return GEWEIGERD[beperking]
