"""/livez and /readyz, for what watches over the site.

Answered before any other middleware, so without host check, redirect to https, cookie or kept page.
"""

import logging
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone

from dashboard.draaien.benodigd import ontbreekt
from dashboard.draaien.uitval import Uitval, herken

STILTE = timedelta(minutes=3)  # a heartbeat is sent each minute
GEDULD = 0.5  # seconds for a broker to answer; with those for the database not much more than one
STIL, VOL = "Antwoordt niet.", "Kan niets bewaren: de schijf is vol of alleen te lezen."

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
    toestand = {"database": _vraag("database", _database), "schijf": _vraag("schijf", _schijf)}
    op_de_database = ["werker", "broker"] if settings.CELERY_BROKER_URL.startswith("pgmq") else ["werker"]
    for naam, vraag in {"broker": _broker, "werker": _werker}.items():
        # Who watches over the site waits for one of them, not for each.
        weg = naam in op_de_database and toestand["database"] == STIL
        toestand[naam] = STIL if weg else _vraag(naam, vraag)
    return toestand


def _vraag(naam: str, vraag: Callable[[], str]) -> str:
    try:
        return vraag()
    except Exception as fout:
        logger.warning("%s antwoordt niet: %s", naam, type(fout).__name__)
        return VOL if herken(fout) is Uitval.VOL else STIL


def _database() -> str:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'")
        if cursor.fetchone() == (True,):
            return "Kan alleen worden gelezen."
        # More than fits in so little memory goes to the disk of the server: this is how a full one shows.
        cursor.execute("SET LOCAL work_mem = 64")
        cursor.execute("SELECT count(*) FROM generate_series(1, 20000)")
    return "ok"


def _schijf() -> str:
    """Of the data directory: the uploads are there, and the embedded database."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=settings.DATA_DIR) as proef:
        proef.write(bytes(4096))
    vrij = shutil.disk_usage(settings.DATA_DIR).free
    return "ok" if vrij >= settings.SCHIJF_RESERVE else f"Bijna vol: nog {vrij // 2**20} MB."


def _broker() -> str:
    if settings.CELERY_BROKER_URL.startswith("pgmq"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pgmq.metrics(%s)", [settings.CELERY_TASK_DEFAULT_QUEUE])
        return "ok"

    if settings.CELERY_BROKER_URL.startswith("redis"):
        from redis import Redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        snel = {"socket_connect_timeout": GEDULD, "socket_timeout": GEDULD, "retry": Retry(NoBackoff(), 0)}
        with Redis.from_url(settings.CELERY_BROKER_URL, **snel) as broker:  # kombu's own tries four times
            broker.ping()
        return "ok"

    from kombu.connection import Connection

    with Connection(settings.CELERY_BROKER_URL, connect_timeout=GEDULD) as broker:  # type: ignore[no-untyped-call]  # kombu's own
        broker.connect()
        broker.default_channel.close()
    return "ok"


def _werker() -> str:
    # By name: the site does not know what enters figures. The timer sends it, the worker writes it.
    laatste = apps.get_model("ingest", "Hartslag").objects.filter(naam="werker").first()
    if laatste is None:
        stil = "Nog geen hartslag."
    elif laatste.op < timezone.now() - STILTE:
        stil = f"Geen hartslag sinds {timezone.localtime(laatste.op):%d-%m-%Y %H:%M}."
    else:
        return "ok"
    return " ".join([stil, *ontbreekt(met_processen=False)])
