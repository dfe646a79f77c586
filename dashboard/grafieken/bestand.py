"""A chart of a page as an SVG file that stands by itself: title, unit, source and date are in the picture."""

import textwrap
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

REGEL = 20
# About how many characters of 15 and of 12 units fit in one unit of width.
TITEL_PER_EENHEID, KLEIN_PER_EENHEID = 1 / 9.6, 1 / 7.4


@dataclass(frozen=True)
class Grafiek:
    """A chart as a page shows it: the drawing, `breedte` x `hoogte` units, and what must be said beside it."""

    id: str
    titel: str
    samenvatting: str
    eenheid: str
    bron: str
    tekening: SafeString
    breedte: int
    hoogte: float
    figuur: dict[str, Any] | None = None
    """the plotly figure, when the chart can be moved over"""


def als_svg(grafiek: Grafiek, adres: str) -> bytes:
    """The drawing between its title and its source."""
    titel = textwrap.wrap(grafiek.titel, int(grafiek.breedte * TITEL_PER_EENHEID))
    onderschrift = [
        f"Bron: {grafiek.bron}.",
        f"Doelwijzer, {timezone.localdate():%d-%m-%Y}: {adres}",
    ]
    onder = [deel for zin in onderschrift for deel in textwrap.wrap(zin, int(grafiek.breedte * KLEIN_PER_EENHEID))]
    begin = REGEL * (len(titel) + 1)
    einde = begin + 8 + grafiek.hoogte
    context = {
        "grafiek": grafiek,
        "titel": [(REGEL * nummer, regel) for nummer, regel in enumerate(titel, start=1)],
        "eenheid_y": begin,
        "tekening_y": begin + 8,
        "onder": [(einde + 18 * nummer, regel) for nummer, regel in enumerate(onder, start=1)],
        "hoogte": einde + 18 * len(onder) + 12,
    }
    return render_to_string("dashboard/grafieken/grafiek.svg", context).encode()
