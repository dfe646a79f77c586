"""The forms of Django's admin as a browser sends them, and what is left of that in the history."""

from typing import Any

from django.http import HttpResponseBase
from django.test import Client

from indicators.models import Wijziging
from ingest.models import Account
from tests.gereedschap.paginas import haal, lees_html, met_klasse, tekst


def velden(browser: Client, adres: str) -> dict[str, str]:
    """The form as the browser would send it, untouched."""
    gevonden = {}
    formulier = next(f for f in haal(browser, adres).iter("form") if f.get("id", "").endswith("_form"))
    for veld in formulier.iter():
        naam = veld.get("name", "")
        if not naam or "__prefix__" in naam:
            continue
        if veld.tag == "select":
            keuze = [optie.get("value", "") for optie in veld.iter("option") if "selected" in optie.attrib]
            gevonden[naam] = keuze[0] if keuze else ""
        elif veld.tag == "textarea":
            gevonden[naam] = "".join(veld.itertext()).strip()
        elif veld.tag == "input" and veld.get("type") not in ("submit", "checkbox", "radio"):
            gevonden[naam] = veld.get("value", "")
        elif "checked" in veld.attrib:
            gevonden[naam] = veld.get("value", "on")
    return gevonden


def verstuur(browser: Client, adres: str, **anders: str) -> HttpResponseBase:
    """The form with these fields changed; a prefix is written with two dashes as one underscore each."""
    return browser.post(adres, velden(browser, adres) | anders)


def foutmeldingen(antwoord: HttpResponseBase) -> str:
    return " ".join(tekst(deel) for deel in met_klasse(lees_html(antwoord.content), "errorlist"))


def adres(ding: object) -> str:
    return f"/beheer/{ding._meta.app_label}/{ding._meta.model_name}/{ding.pk}/change/"


def sporen(tabel: str, account: Account) -> list[tuple[str, str, Any]]:
    """What the history has of this person in this table, oldest first: action, reason and who did it."""
    rijen = Wijziging.objects.filter(tabel=tabel).order_by("pk")
    return [(w.actie, w.reden, w.actor) for w in rijen if (w.nieuw or w.oud)["actor"] == str(account.actor)]
