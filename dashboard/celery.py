"""Background work: the tasks are in ingest/taken.py, and this is when they run.

A worker is `celery -A dashboard worker`, what starts the tasks in time is `celery -A dashboard beat`.
"""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dashboard.settings")

app = Celery("doelwijzer")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="taken")

OCHTEND = "8-12"  # what failed at eight is tried again each hour; who had their mail gets no other
app.conf.beat_schedule = {
    "hartslag": {"task": "ingest.taken.hartslag", "schedule": 60, "options": {"expires": 60}},
    "publiceer": {"task": "ingest.taken.publiceer_vrijgegeven", "schedule": 300, "options": {"expires": 300}},
    "herinneringen": {"task": "ingest.taken.verstuur_herinneringen", "schedule": crontab(minute=0, hour=OCHTEND)},
    "weekoverzicht": {
        "task": "ingest.taken.weekoverzicht",
        "schedule": crontab(minute=0, hour=OCHTEND, day_of_week="mon"),
    },
    "aanmeldingen": {"task": "ingest.taken.ruim_aanmeldingen_op", "schedule": crontab(minute=30, hour=3)},
}
