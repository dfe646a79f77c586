"""Django's admin, for the beheerder: accounts with their rights, and the structure. Never a figure.

Who may come in is decided by toegang.alleen_voor alone; Django's own permissions play no part. What is changed goes
into the history with its reason. Django's own log of the admin is not kept: it would hold names outside the account.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver

from indicators.models import Breuk, Definitie, Doelstelling, Indicator, Lezing, Opvolging, Programma, Publicatie
from indicators.models.bronnen import verhoog_versie
from ingest.aanhalen.afdrukken import kaal
from ingest.aanhalen.vindplaatsen import haal_aan
from ingest.accounts.toegang import alleen_voor
from ingest.beheer.accounts import Accountbeheer
from ingest.beheer.basis import Beheerbaar, MetReden, Waarom
from ingest.models import Account, Rol


class Beheer(admin.AdminSite):
    site_header = "Doelwijzer beheer"
    site_title = "Doelwijzer beheer"
    index_title = "Accounts en structuur"
    index_template = "ingest/beheer/index.html"
    site_url = "/werk/"
    # Signing in and out, and one's own password, are pages of the site itself.
    NIET_HIER: ClassVar = {"login", "logout", "password_change", "password_change_done", "autocomplete", "view_on_site"}
    final_catch_all_view = False

    def has_permission(self, request: HttpRequest) -> bool:
        return getattr(request, "rol", "") == Rol.BEHEERDER

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        return alleen_voor(Rol.BEHEERDER)(super().admin_view(view, cacheable))

    def get_urls(self) -> list[URLResolver | URLPattern]:
        return [adres for adres in super().get_urls() if getattr(adres, "name", None) not in self.NIET_HIER]


class Rijbeheer(MetReden):
    """A row of the structure; the public pages are made anew after a change."""

    form = Waarom

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        verhoog_versie()


class Vast(Rijbeheer):
    """With columns that are in the addresses of pages: once made they stay."""

    vast: tuple[str, ...] = ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.vast if obj else ()


class Programmabeheer(Vast):
    vast = ("code",)


class Doelstellingbeheer(Vast):
    vast = ("code",)
    list_filter = ("programma",)


class Definitierij(Beheerbaar, admin.StackedInline):
    model = Definitie
    extra = 0


class Indicatorbeheer(Vast):
    """Also context and reference series: a row here, and invoerders enter its figures."""

    vast = ("slug",)
    inlines = (Definitierij,)
    list_display = ("naam", "aard", "doelstelling", "hoort_bij")
    list_filter = ("aard", "doelstelling")
    search_fields = ("naam",)
    list_select_related = ("doelstelling", "hoort_bij")


class MetRegel(Waarom):
    """A row that rests on a passage of its publicatie, by the line where that is now."""

    regel = forms.IntegerField(label="Regel in de publicatie", required=False, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aanhaling = self.instance.aanhaling
        self.fields["regel"].initial = aanhaling.plaats.van_regel if aanhaling and aanhaling.plaats else None

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if self._andere_plaats and velden.get("regel") and velden.get("publicatie"):
            lezing = velden["publicatie"].lezingen.filter(staat=Lezing.Staat.GEPUBLICEERD).first()
            passage = lezing.passages.filter(regel=velden["regel"]).first() if lezing else None
            if passage is None:
                self.add_error("regel", f"{velden['publicatie']} heeft op de site geen regel {velden['regel']}.")
            elif not kaal(passage.tekst):
                self.add_error("regel", f"Op regel {velden['regel']} staan geen woorden. Kies een regel met tekst.")
        return velden

    def save(self, commit: bool = True) -> Any:
        if self._andere_plaats:
            regel, lezingen = self.cleaned_data["regel"], self.cleaned_data["publicatie"].lezingen
            self.instance.aanhaling = (
                haal_aan(lezingen.get(staat=Lezing.Staat.GEPUBLICEERD), regel, regel) if regel else None
            )
        return super().save(commit)

    @property
    def _andere_plaats(self) -> bool:
        return not {"regel", "publicatie"}.isdisjoint(self.changed_data)


class Breukbeheer(Rijbeheer):
    form = MetRegel
    exclude = ("aanhaling",)
    list_display = ("van", "naar", "jaar", "zekerheid")


class Opvolgingbeheer(Rijbeheer):
    form = MetRegel
    exclude = ("aanhaling",)
    list_display = ("soort", "van_indicator", "naar_indicator", "van_doelstelling", "naar_doelstelling")


class Publicatiebeheer(Rijbeheer):
    """Only what becomes known later; a publicatie comes from reading a document."""

    fields = ("titel", "status", "aangeboden_op", "vastgesteld_op", "adres", "waarom")
    formfield_overrides: ClassVar = {models.URLField: {"assume_scheme": "https"}}
    list_display = ("naam", "soort", "jaar", "status")
    list_filter = ("soort",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publicatie]:
        return Publicatie.objects.documenten()  # an opgave stays as two people approved it

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


beheer = Beheer()
beheer.register(Account, Accountbeheer)
beheer.register(Programma, Programmabeheer)
beheer.register(Doelstelling, Doelstellingbeheer)
beheer.register(Indicator, Indicatorbeheer)
beheer.register(Breuk, Breukbeheer)
beheer.register(Opvolging, Opvolgingbeheer)
beheer.register(Publicatie, Publicatiebeheer)
