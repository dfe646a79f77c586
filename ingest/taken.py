"""The background tasks. Each may run twice and be killed at any moment; dashboard/celery.py says when they run."""

from celery import shared_task
from django.utils import timezone

from ingest.accounts import aanmeldingen
from ingest.documenten import werker
from ingest.herinneringen import herinneringen
from ingest.models import Aanlevering, Hartslag
from ingest.opgaven import opgaven


@shared_task
def hartslag() -> None:
    """Sent by beat and done by the worker, so it says that both are alive."""
    Hartslag.objects.update_or_create(naam="werker", defaults={"op": timezone.now()})


@shared_task
def verstuur_herinneringen() -> None:
    herinneringen.verstuur_herinneringen(timezone.localdate())


@shared_task
def weekoverzicht() -> None:
    herinneringen.verstuur_weekoverzichten(timezone.localdate())


@shared_task
def controleer_geschiedenis() -> None:
    herinneringen.verstuur_geschiedenis(timezone.localdate())


@shared_task
def publiceer_vrijgegeven() -> None:
    opgaven.publiceer_vrijgegeven()


@shared_task
def ruim_aanmeldingen_op() -> None:
    aanmeldingen.ruim_op()


@shared_task
def werk_af(pk: int) -> None:
    werker.werk_af(pk)


@shared_task
def hervat() -> None:
    """Go on with every document that is on its way: its worker may have been killed, or its task never sent."""
    for pk in Aanlevering.objects.onderweg().values_list("pk", flat=True):
        werk_af.apply_async([pk], expires=60)
