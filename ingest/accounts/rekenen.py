"""Passwords are reckoned one at a time in each process: that is slow on purpose, and readers must not wait for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ingest.accounts.handelend import SYSTEEM, handelend_als

WACHT = 5.0  # seconds
SECONDEN_LATER = "5"
# Of the threads of a process two at most are busy with passwords: one reckons and one waits for it.
_plaatsen, _rekent = BoundedSemaphore(2), BoundedSemaphore(1)


class TeDruk(Exception):
    """So many people sign in that this one has to do it again in a moment."""


@contextmanager
def om_de_beurt() -> Iterator[None]:
    if not _plaatsen.acquire(blocking=False):
        raise TeDruk
    try:
        if not _rekent.acquire(timeout=WACHT):
            raise TeDruk
        try:
            yield
        finally:
            _rekent.release()
    finally:
        _plaatsen.release()


class OmDeBeurt(PBKDF2PasswordHasher):
    """Django's own; whatever makes or checks a password comes by here."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        with om_de_beurt():
            return super().encode(password, salt, iterations)


class WachtwoordBackend(ModelBackend):
    """Django's own; a password that it stores anew, in a stronger way, is a change that nobody asked for."""

    def authenticate(self, *args: Any, **kwargs: Any) -> Any:
        with handelend_als(None, SYSTEEM, "Bij het inloggen opnieuw versleuteld"):
            return super().authenticate(*args, **kwargs)


class DrukteMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, TeDruk):
            return None
        antwoord = render(request, "ingest/accounts/druk.html", status=503)
        antwoord["Retry-After"] = SECONDEN_LATER
        return antwoord
