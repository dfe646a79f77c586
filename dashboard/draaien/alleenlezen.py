"""The pages for readers write nothing, and cannot: their questions are asked in a transaction that only reads."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from indicators.database.lezen import alleen_lezen


class AlleenLezenMiddleware:
    """The last of them: what the others do for a request, such as a session, is outside of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if not view.__module__.startswith("dashboard."):
            return None
        with alleen_lezen():
            return view(request, *args, **kwargs)
