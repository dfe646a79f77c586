"""Who asks, and whether over https: as the front says it, and as nobody else does."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class VoorkantMiddleware:
    """What the front saw becomes what the site sees; a header that the client made up is dropped.

    The front sets X-Forwarded-For and X-Forwarded-Proto itself. Where a proxy adds to what it got, only the last
    address is its own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        gezien = request.META.pop("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
        over = request.META.pop("HTTP_X_FORWARDED_PROTO", "")
        if settings.PRODUCTIE and _is_voorkant(request.META.get("REMOTE_ADDR", "")):
            request.META["REMOTE_ADDR"] = gezien or request.META["REMOTE_ADDR"]
            if over == "https":
                request.META["wsgi.url_scheme"] = over
        return self.get_response(request)


def _is_voorkant(adres: str) -> bool:
    try:
        return any(ip_address(adres) in net for net in settings.VOORKANT)
    except ValueError:
        return False
