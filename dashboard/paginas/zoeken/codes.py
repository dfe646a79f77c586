"""A code as a document prints it: the page of what has it."""

import re

from dashboard.paginas.zoeken.onderwerpen import plek_van_post, raadsadres
from indicators.models import Doelstelling, DoelstellingBenaming, Duiding, PostBenaming, Publicatie
from indicators.models.duiding import RAADSPUNTEN

_CODE = re.compile(r"(?:doelstelling |motie |amendement )?(?P<code>\d+(?:[.-]\d+)+[a-z]?)", re.IGNORECASE)


def adres_van_code(tekst: str) -> str:
    """Where "1.5", "610.03.400" or "2506-49" stands on the site; empty for other text and for an unknown code."""
    gevonden = _CODE.fullmatch(tekst)
    if not gevonden:
        return ""
    code = gevonden["code"]
    geladen = Publicatie.objects.geladen()
    genoemd = DoelstellingBenaming.objects.filter(code=code, publicatie__in=geladen)
    doelstelling = (
        Doelstelling.objects.filter(code=code).first()
        or Doelstelling.objects.filter(benamingen__in=genoemd).order_by("-benamingen__publicatie__jaar").first()
    )
    if doelstelling:
        return doelstelling.get_absolute_url()
    motie = Duiding.objects.geldend().van_soort(*RAADSPUNTEN).filter(nummer__iexact=code).first()
    if motie:
        return raadsadres(motie)
    benamingen = PostBenaming.objects.filter(code=code, publicatie__in=geladen)
    benaming = benamingen.select_related("post__doelstelling", "post__programma").order_by("publicatie__jaar").last()
    return plek_van_post(benaming) if benaming else ""
