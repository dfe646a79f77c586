"""Filters for the page templates."""

from django import template
from django.utils.safestring import SafeString

from dashboard import opmaak
from indicators.models import Publicatie, Vermelding

register = template.Library()


@register.filter
def met_bron(vermelding: Vermelding) -> SafeString:
    """The printed figure as a link to its line."""
    return opmaak.toon_vermelding(vermelding)


@register.filter
def regeladres(publicatie: Publicatie, regel: int) -> str:
    """The address of a line of a publicatie."""
    return opmaak.regel_adres(publicatie, regel)
