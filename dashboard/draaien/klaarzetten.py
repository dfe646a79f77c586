"""After a publication the pages are made before a reader asks for them."""

import logging
from collections.abc import Iterator
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.urls import reverse
from django.utils.http import urlencode

from dashboard.draaien import bewaarplaats
from dashboard.draaien.verversen import KEUZES, VerversMiddleware
from indicators.models import Doelstelling, Indicator, Programma, Publicatie

logger = logging.getLogger(__name__)

MET_NAAM = ("programma", "doelstelling", "hoofdstuk", "indicator", "bron")  # of which there are many
BESTANDEN = tuple(naam for naam in KEUZES if naam.endswith("-csv"))  # kept where they are asked for, if they are small


def zet_klaar() -> None:
    """Ask for each page as a reader does who is not signed in; what is kept already costs nothing."""
    site = WSGIHandler()
    try:
        stand = VerversMiddleware(site.get_response).stand()
        bewaarplaats.ruim_op(stand.sinds)
    except (MiddlewareNotUsed, OSError):  # nothing is kept while the site is being worked on, or where nothing can be
        return
    for adres in adressen():
        if (status := site.get_response(_verzoek(adres)).status_code) != 200:
            logger.warning("%s staat niet klaar: %s", adres, status)


def adressen() -> Iterator[str]:
    """Each page by its choice of programma, then those of one thing."""
    programmas = list(Programma.objects.geladen())
    for naam in KEUZES:
        if naam not in (*MET_NAAM, *BESTANDEN):
            yield reverse(naam)
    for naam, keuzes in KEUZES.items():
        for programma in programmas[1:] if "programma" in keuzes else []:
            yield f"{reverse(naam)}?{urlencode({'programma': programma.code})}"
    for programma in programmas:
        yield reverse("programma", args=[programma.code])
    for code in Doelstelling.objects.filter(programma__in=programmas).values_list("code", flat=True):
        yield reverse("doelstelling", args=[code])
    for slug in Indicator.objects.values_list("slug", flat=True):
        yield reverse("indicator", args=[slug])
    for slug in Publicatie.objects.geladen().documenten().values_list("slug", flat=True):
        yield reverse("bron", args=[slug])


def _verzoek(adres: str) -> WSGIRequest:
    """As the front sends it on."""
    hier = urlsplit(settings.ADRES)
    pad, _, keuzes = adres.partition("?")
    omgeving = {
        "HTTP_HOST": hier.netloc,
        "PATH_INFO": pad,
        "QUERY_STRING": keuzes,
        "wsgi.url_scheme": hier.scheme,
    }
    setup_testing_defaults(omgeving)
    return WSGIRequest(omgeving)
