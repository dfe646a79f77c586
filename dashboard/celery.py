"""Background work: the tasks are in ingest/taken.py, and this is when they run.

A worker is `celery -A dashboard worker`, what starts the tasks in time is `celery -A dashboard beat`.
"""

import logging
import os
from contextlib import suppress
from typing import Any

from celery import Celery, Task, signals
from celery.schedules import crontab
from kombu.exceptions import OperationalError
from kombu.transport import TRANSPORT_ALIASES

from indicators.signalen import nieuwe_versie

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dashboard.settings")

logger = logging.getLogger(__name__)

# By the name in the address of the broker, which also says whether it is reached with TLS.
TRANSPORT_ALIASES |= dict.fromkeys(("redis", "rediss"), "dashboard.draaien.redisrij:Redistransport")

app = Celery("doelwijzer")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="taken")
app.set_default()  # for every thread of the web server

OCHTEND = "8-12"  # what failed at eight is tried again each hour; who had their mail gets no other
ELKE_MINUUT = ("ingest.taken.hartslag", "ingest.taken.hervat")  # what they do is in rows; the log stays readable
app.conf.beat_schedule = {
    "hartslag": {"task": "ingest.taken.hartslag", "schedule": 60, "options": {"expires": 60}},
    "hervat": {"task": "ingest.taken.hervat", "schedule": 60, "options": {"expires": 60}},
    "publiceer": {"task": "ingest.taken.publiceer_vrijgegeven", "schedule": 300, "options": {"expires": 300}},
    "herinneringen": {"task": "ingest.taken.verstuur_herinneringen", "schedule": crontab(minute=0, hour=OCHTEND)},
    "weekoverzicht": {
        "task": "ingest.taken.weekoverzicht",
        "schedule": crontab(minute=0, hour=OCHTEND, day_of_week="mon"),
    },
    "geschiedenis": {"task": "ingest.taken.controleer_geschiedenis", "schedule": crontab(minute=15, hour=OCHTEND)},
    "paginas": {"task": "dashboard.taken.zet_paginas_klaar", "schedule": crontab(minute=1, hour=0)},
    "aanmeldingen": {"task": "ingest.taken.ruim_aanmeldingen_op", "schedule": crontab(minute=30, hour=3)},
}


def laat_logboek_staan(**_: Any) -> None:
    """Django has set it up."""


def eerste_hartslag(**_: Any) -> None:
    """The site is ready without a minute's wait, if the broker answers."""
    with suppress(OperationalError):
        app.send_task("ingest.taken.hartslag", expires=60)


def werker_is_klaar(**_: Any) -> None:
    logger.info("De werker wacht op taken.")
    with suppress(OperationalError):  # beat asks it again
        app.send_task("ingest.taken.hervat", expires=60)


def zet_paginas_klaar(**_: Any) -> None:
    """What could not be sent is made for the first reader."""
    with suppress(OperationalError), app.connection_for_write() as broker:  # closed: this process may fork the site
        app.send_task("dashboard.taken.zet_paginas_klaar", expires=600, connection=broker)


def taak_gedaan(task_id: str, task: Task, state: str, **_: Any) -> None:
    if task.name not in ELKE_MINUUT:
        velden = {"action": task.name, "object": task_id, "result": state.lower(), "actor": ""}
        logger.info("%s: %s", task.name, state.lower(), extra=velden)


def taak_mislukt(sender: Task, exception: Exception, **_: Any) -> None:
    logger.error("%s: %s", sender.name, type(exception).__name__, exc_info=exception)


nieuwe_versie.connect(zet_paginas_klaar)
signals.setup_logging.connect(laat_logboek_staan)
signals.beat_init.connect(eerste_hartslag)
signals.beat_embedded_init.connect(eerste_hartslag)
signals.worker_ready.connect(werker_is_klaar)
signals.task_postrun.connect(taak_gedaan)
signals.task_failure.connect(taak_mislukt)
