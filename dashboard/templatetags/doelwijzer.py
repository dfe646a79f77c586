"""Filters for the page templates."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from dashboard.grafieken.bestand import Grafiek
from dashboard.grafieken.kleuren import KLEUREN
from dashboard.weergave import opmaak
from dashboard.weergave.getoond import onthoud
from indicators.models import Passage, Publicatie, Vermelding

register = template.Library()


@register.filter
def met_bron(vermelding: Vermelding) -> SafeString:
    """The printed figure as a link to its line."""
    return opmaak.toon_vermelding(vermelding)


@register.filter
def over(vermelding: Vermelding) -> str:
    """The year that a figure is about, with the half of it where it is of half a year."""
    return f"{vermelding.get_periode_display()} {vermelding.jaar}".strip()


@register.filter
def regeladres(publicatie: Publicatie, regel: int) -> str:
    """The address of a line of a publicatie."""
    return opmaak.regel_adres(publicatie, regel)


@register.filter
def plek(passage: Passage) -> str:
    """Where a line stands: its page, if it has one, and its number."""
    return opmaak.plek(passage)


@register.filter
def opsomming(dingen: Iterable[object]) -> str:
    """As one reads it aloud: "2023, 2026 en 2027"."""
    return opmaak.opsomming(dingen)


@register.simple_tag
def kleur(naam: str) -> str:
    """A colour of the theme as a drawing needs it that also stands alone as a file."""
    return KLEUREN[naam]


@register.inclusion_tag("dashboard/grafieken/grafiekbestanden.html", takes_context=True)
def grafiekbestanden(context: Context, grafiek: Grafiek) -> dict[str, Any]:
    """The files of a chart that is shown on the page."""
    onthoud(context["request"], "grafiek", grafiek, grafiek.id)
    return {"grafiek": grafiek, "request": context["request"]}
