"""What a page says when the database is gone, or the disk takes nothing more: 503 with a sentence."""

import errno
import logging
import sys
import time
from collections.abc import Callable
from enum import Enum
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import Error, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.defaults import server_error
from psycopg_pool import PoolTimeout

from dashboard.draaien.postgres.ingebouwd import PostgresStartNiet

STILTE = 1.0  # seconds in which nobody else waits for a database that somebody waited for in vain


class Uitval(Enum):
    """What fails, with what a file that cannot be given says instead."""

    WEG = "De database van deze site antwoordt nu niet. Probeer het over een minuut nog eens.\n"
    VOL = "Deze site kan nu niets bewaren. Probeer het later nog eens.\n"


GEEN_SCHIJF = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EFBIG, errno.EACCES, errno.EPERM}
# SQLSTATE: a read-only transaction, a full disk, an error of the disk; and how those begin that end a connection.
GEEN_RUIMTE = ("25006", "53100", "58030")
GEEN_VERBINDING = ("08", "57P", "53300")


class UitvalMiddleware:
    """While the database is known to be gone, who reads is told at once: a thread that waits serves nobody."""

    stil_tot = 0.0  # in this process

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in ("GET", "HEAD") and time.monotonic() < UitvalMiddleware.stil_tot:
            return _antwoord(request, Uitval.WEG)
        antwoord = self.get_response(request)
        if request.method == "POST" and antwoord.status_code < 500:
            UitvalMiddleware.stil_tot = 0.0  # it is back: where this leads to can be read
        return antwoord


class ZonderStapel(logging.Filter):
    """In the log one line for each reader who was told; where in the code it showed says nothing."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and herken(record.exc_info[1]):
            record.msg, record.exc_info = f"{record.msg} ({record.exc_info[1]})", None
        return True


def fout(request: HttpRequest) -> HttpResponseBase:
    """Django's handler500: called while the exception of a view or a middleware is handled."""
    oorzaak = sys.exception()
    uitval = herken(oorzaak)
    if uitval is None:
        return server_error(request)
    nooit_verbonden = isinstance(oorzaak, PostgresStartNiet) or isinstance(
        getattr(oorzaak, "__cause__", None), PoolTimeout
    )
    if nooit_verbonden:
        UitvalMiddleware.stil_tot = time.monotonic() + STILTE
    return _antwoord(request, uitval, zeker=nooit_verbonden or uitval is Uitval.VOL)


def herken(fout: BaseException | None) -> Uitval | None:
    """Which of the two an exception tells of, if any."""
    if isinstance(fout, PostgresStartNiet | InterfaceError):
        return Uitval.WEG
    if isinstance(fout, OSError):
        return Uitval.VOL if fout.errno in GEEN_SCHIJF else None
    if not isinstance(fout, Error):
        return None
    code = getattr(fout.__cause__, "sqlstate", None)
    if code in GEEN_RUIMTE:
        return Uitval.VOL
    zonder_antwoord = code is None and isinstance(fout, OperationalError)  # the server itself says nothing any more
    return Uitval.WEG if zonder_antwoord or str(code).startswith(GEEN_VERBINDING) else None


def _antwoord(request: HttpRequest, uitval: Uitval, *, zeker: bool = True) -> HttpResponse:
    """`zeker` is whether nothing of what was sent can have been kept."""
    if _vraagt_een_bestand(request):
        antwoord = HttpResponse(uitval.value, content_type="text/plain; charset=utf-8", status=503)
    else:
        context = {
            "vol": uitval is Uitval.VOL,
            "gestuurd": request.method == "POST",
            "velden": _gestuurd(request),
            "zeker": zeker,
            "contact": settings.CONTACT,
        }
        antwoord = render(None, "503.html", context, status=503)
    antwoord["Retry-After"] = "10" if uitval is Uitval.WEG else "300"
    antwoord["Cache-Control"] = "no-store"
    return antwoord


def _vraagt_een_bestand(request: HttpRequest) -> bool:
    """Or a piece of a page that a script asks for: no page that a person reads."""
    als_stuk = request.headers.get("Sec-Fetch-Dest") == "empty" or not request.accepts("text/html")
    return bool(PurePath(request.path).suffix) or "als" in request.GET or als_stuk


def _gestuurd(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be sent again with one press; nothing of a form with a file or a password."""
    try:
        if request.FILES or any("password" in naam for naam in request.POST):
            return []
        return [(naam, waarde) for naam, waarden in request.POST.lists() for waarde in waarden]
    except (OSError, SuspiciousOperation):  # it could not even be received
        return []
