"""/livez and /readyz, for what watches over the site.

Answered before any other middleware, so without host check, redirect to https, cookie or kept page.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone

STIL = timedelta(minutes=3)  # a heartbeat is sent each minute
GEDULD = 3  # seconds for a broker to answer

logger = logging.getLogger(__name__)


class GezondheidMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info not in ("/livez", "/readyz"):
            return self.get_response(request)
        toestand = onderdelen() if request.path_info == "/readyz" else {"site": "ok"}
        status = 200 if set(toestand.values()) == {"ok"} else 503
        return JsonResponse(toestand, status=status, headers={"Cache-Control": "no-store"})


def onderdelen() -> dict[str, str]:
    """What the site needs: ok, or in one sentence what is wrong; never what an error says, which may be a secret."""
    toestand = {}
    for naam, vraag in {"database": _database, "broker": _broker, "werker": _werker}.items():
        try:
            toestand[naam] = vraag()
        except Exception as fout:
            logger.warning("%s antwoordt niet: %s", naam, type(fout).__name__)
            toestand[naam] = "Antwoordt niet."
    return toestand


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "ok"


def _broker() -> str:
    if settings.CELERY_BROKER_URL.startswith("pgmq"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pgmq.metrics(%s)", [settings.CELERY_TASK_DEFAULT_QUEUE])
        return "ok"

    from kombu.connection import Connection

    with Connection(settings.CELERY_BROKER_URL, connect_timeout=GEDULD) as broker:  # type: ignore[no-untyped-call]  # kombu's own
        broker.ensure_connection(max_retries=1, timeout=GEDULD)
        broker.default_channel.close()
    return "ok"


def _werker() -> str:
    # By name: the site does not know what enters figures. The timer sends it, the worker writes it.
    laatste = apps.get_model("ingest", "Hartslag").objects.filter(naam="werker").first()
    if laatste is None:
        return "Nog geen hartslag."
    if laatste.op < timezone.now() - STIL:
        return f"Geen hartslag sinds {timezone.localtime(laatste.op):%d-%m-%Y %H:%M}."
    return "ok"
