"""What all of Django's admin has here: who is in may do what is shown, and says why."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern

from ingest.accounts.handelend import met_reden


class Beheerbaar:
    """Whoever is in the admin may do what is shown there; nothing is deleted."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Reden(forms.Form):
    """Not called `reden`: a breuk has a reden of its own, which the pages show."""

    required_css_class = "required"
    waarom = forms.CharField(
        label="Waarom",
        help_text="Dit komt bij de wijziging in de geschiedenis. Schrijf er geen namen in.",
        error_messages={"required": "Schrijf op waarom."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Waarom(forms.ModelForm, Reden):
    """A row that is changed, and why."""


class MetReden(Beheerbaar, admin.ModelAdmin):
    """Every change says why in the history, and in no other log."""

    actions = None
    view_on_site = False

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        met_reden(form.cleaned_data["waarom"])
        return super().save_form(request, form, change)

    def get_urls(self) -> list[URLPattern]:
        return [adres for adres in super().get_urls() if not str(adres.name).endswith("_history")]

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any: ...

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any: ...

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any: ...
