"""A page is made once for each version of the data: kept for the next reader, and not sent twice to the same one."""

import functools
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from indicators.models import Versie

MAPPEN = ("dashboard", "indicators", "templates")
SOORTEN = (".py", ".html", ".svg", ".yaml")


class VerversMiddleware:
    """Answers 304 when neither the data, nor the site, nor the day (terms pass) is another than at the last visit."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:  # a page may change without a new release
            raise MiddlewareNotUsed
        self.get_response = get_response
        inhoud, self.sinds = _uitgave()
        eigen = repr((settings.GEMEENTE, settings.UITGEVER, settings.CONTACT, settings.ADRES, _sjabloon()))
        self.code = sha256(f"{eigen} {inhoud}".encode()).hexdigest()[:12]

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        versie = Versie.objects.first()
        etag = f'"{versie.nummer if versie else 0}-{self.code}-{timezone.localdate():%Y%m%d}"'
        begin_van_dag = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
        gewijzigd = int(max(self.sinds, begin_van_dag, versie.sinds.timestamp() if versie else 0))
        # A page for who has a cookie may be for them alone.
        voor_iedereen = request.method == "GET" and not request.COOKIES
        sleutel = sha256(f"{etag} {request.build_absolute_uri()}".encode()).hexdigest()
        antwoord = cache.get(sleutel) if voor_iedereen else None
        if antwoord is None:
            antwoord = self.get_response(request)
            # What says itself how long it may be kept is for one person, and changes without a publication.
            if antwoord.status_code != 200 or antwoord.has_header("Cache-Control"):
                return antwoord
            antwoord["ETag"], antwoord["Last-Modified"] = etag, http_date(gewijzigd)
            patch_cache_control(antwoord, no_cache=True)
            if voor_iedereen and isinstance(antwoord, HttpResponse):
                cache.add(sleutel, antwoord)
        # It takes a streaming response as well, and comes back without one only when it got none.
        return get_conditional_response(request, etag=etag, last_modified=gewijzigd, response=antwoord)  # type: ignore[arg-type,return-value]  # the stubs say neither


def _sjabloon() -> bytes:
    """What documents are put in, as it was when the site started."""
    pad = Path(settings.SJABLOON)
    return sha256(pad.read_bytes()).digest() if pad.is_file() else b""


@functools.cache
def _uitgave() -> tuple[str, float]:
    """What the pages of this release are made of, as one sum, and since when that is so."""
    bestanden = _bestanden()
    return _inhoud(bestanden), max(bestand.stat().st_mtime for bestand in bestanden)


def _bestanden() -> list[Path]:
    """What a page is made of, with the list of the stylesheets and scripts that it names."""
    alle = [bestand for map_ in MAPPEN for bestand in Path(settings.BASE_DIR, map_).rglob("*.*")]
    lijst = Path(settings.STATIC_ROOT, "staticfiles.json")
    return [*sorted(bestand for bestand in alle if bestand.suffix in SOORTEN), *([lijst] if lijst.exists() else [])]


def _inhoud(bestanden: list[Path]) -> str:
    """The same in each process of one release, and another for another release."""
    som = sha256()
    for bestand in bestanden:
        som.update(bestand.read_bytes())
    return som.hexdigest()
