"""The background tasks of the pages; dashboard/celery.py says when they run."""

from celery import shared_task

from dashboard.draaien import klaarzetten


@shared_task
def zet_paginas_klaar() -> None:
    klaarzetten.zet_klaar()
