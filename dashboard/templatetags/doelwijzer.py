"""Filters and tags for the page templates."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.formats import date_format

from dashboard.grafieken.bestand import Grafiek
from dashboard.weergave import opmaak
from dashboard.weergave.edities import PerEditie, van_nieuwste, wil_alle
from dashboard.weergave.getoond import onthoud
from dashboard.weergave.tabellen import Paginatabel
from indicators.gemeente import gemeente_nu
from indicators.huisstijl import KLEUREN

register = template.Library()
register.filter("aaneen", opmaak.aaneen)
register.filter("met_bron", opmaak.toon_vermelding)
register.filter("over", opmaak.jaar_in_woorden)
register.filter("regeladres", opmaak.regel_adres)
register.filter("link_naar", opmaak.link_naar)
register.filter("plek", opmaak.plaats_in_woorden)
register.filter("opsomming", opmaak.opsomming)


@register.inclusion_tag("onderdelen/tabel.html", takes_context=True)
def toon_tabel(context: Context, tabel: Paginatabel) -> dict[str, Any]:
    """A table with the newest editions, or all, which its page can also hand out as a file: it is shown there."""
    request = context["request"]
    getoond = tabel if wil_alle(request) else tabel.met_nieuwste
    onthoud(request, "tabel", getoond, tabel.id)
    return {"tabel": getoond, "gezet": getoond.gezet, "request": request}


@register.simple_tag(takes_context=True)
def nieuwste(context: Context, rijen: Sequence[Any]) -> PerEditie:
    """Of what is told for each edition that of the newest, or of all where the reader wants them."""
    return van_nieuwste(rijen, context["request"])


@register.simple_tag
def gemeente() -> str:
    """The name of the municipality, as its documents write it."""
    return gemeente_nu().naam or "(nog zonder naam)"


@register.simple_tag(takes_context=True)
def op_papier(context: Context) -> str:
    """What stands below each sheet of a printed page: its address with the choices, the day, and whose figures."""
    request = context.get("request")
    adres = f"{request.build_absolute_uri()}, " if request else ""
    bron = f"Bron: begrotingen en stukken van de gemeente {gemeente()}, tenzij anders vermeld; per cijfer op dit adres."
    return f"{adres}{date_format(timezone.localdate(), 'j F Y')}. {bron}"


@register.simple_tag
def heeft_huisstijl() -> bool:
    """Whether it has colours of its own."""
    nu = gemeente_nu()
    return bool(nu.kop or nu.accent)


@register.simple_tag
def kleur(naam: str) -> str:
    """A colour of the theme as a drawing needs it that also stands alone as a file."""
    return KLEUREN[naam]


@register.inclusion_tag("dashboard/grafieken/grafiekbestanden.html", takes_context=True)
def grafiekbestanden(context: Context, grafiek: Grafiek) -> dict[str, Any]:
    """The files of a chart that is shown on the page."""
    onthoud(context["request"], "grafiek", grafiek, grafiek.id)
    return {"grafiek": grafiek, "request": context["request"]}
