"""A page is made once for each version of the data: kept for the next reader, and not sent twice to the same one."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from indicators.models import Versie

MAPPEN = ("dashboard", "indicators", "templates")


def _code() -> int:
    """Changes with every new version of the site, and is the same in each of its processes."""
    bestanden = (bestand for map_ in MAPPEN for bestand in Path(settings.BASE_DIR, map_).rglob("*.*"))
    return int(max(bestand.stat().st_mtime for bestand in bestanden if bestand.suffix in (".py", ".html", ".yaml")))


class VerversMiddleware:
    """Answers 304 when neither the data, nor the site, nor the day (terms pass) is another than at the last visit."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response, self.code = get_response, _code()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        versie = Versie.objects.first()
        vandaag = timezone.localdate()
        etag = f'"{versie.nummer if versie else 0}-{self.code}-{vandaag:%Y%m%d}"'
        begin_van_dag = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
        gewijzigd = int(max(self.code, begin_van_dag, versie.sinds.timestamp() if versie else 0))
        bekend = get_conditional_response(request, etag=etag, last_modified=gewijzigd)
        if bekend is not None:
            return bekend
        # A page for who has a cookie may be for them alone.
        voor_iedereen = request.method == "GET" and not request.COOKIES
        sleutel = sha256(f"{etag} {request.build_absolute_uri()}".encode()).hexdigest()
        antwoord = (cache.get(sleutel) if voor_iedereen else None) or self.get_response(request)
        if antwoord.status_code == 200:
            antwoord["ETag"], antwoord["Last-Modified"] = etag, http_date(gewijzigd)
            patch_cache_control(antwoord, no_cache=True)
            if voor_iedereen and isinstance(antwoord, HttpResponse):
                cache.add(sleutel, antwoord)
        return antwoord
