"""What every answer tells a browser that it may not do, beside what Django and the policy for content say."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class KoppenMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.nergens_voor = ", ".join(f"{wat}=()" for wat in settings.PERMISSIONS_POLICY)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        antwoord = self.get_response(request)
        antwoord["Permissions-Policy"] = self.nergens_voor
        antwoord["Cross-Origin-Resource-Policy"] = "same-origin"
        return antwoord
