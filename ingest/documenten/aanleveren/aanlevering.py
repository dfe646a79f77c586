"""The way of a document that is handed in: kept, read, made into questions, published. The only code that moves it on.

A worker goes on from the state of the row, under a lock that ends with the worker: it may be killed at any moment.
"""

from contextlib import suppress
from uuid import UUID

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError as GeenBroker

from indicators.models import Lezing
from ingest.documenten.aanleveren import bestanden
from ingest.lezer.bestanden.herkenning import Bestand
from ingest.lezer.document import VERSIE
from ingest.models import Aanlevering

AF_TE_BREKEN = (
    Aanlevering.Staat.WACHT,
    Aanlevering.Staat.LEEST,
    Aanlevering.Staat.VERWERKT,
    Aanlevering.Staat.TE_BEOORDELEN,
)


class AlAangeleverd(Exception):
    """This very file is on its way or on the site; `aanlevering` is that one, the message says so in Dutch."""

    def __init__(self, aanlevering: Aanlevering, reden: str) -> None:
        super().__init__(reden)
        self.aanlevering = aanlevering


class StapKanNiet(Exception):
    """A step that cannot be taken from this state; the message says in Dutch why."""


def neem_aan(bestand: Bestand, bestandsnaam: str, actor: UUID) -> Aanlevering:
    """Keep a file and have it read.

    Raises AlAangeleverd. Inside `handelend_als` only.
    """
    checksum = bestanden.bewaar_bestand(bestand.inhoud)
    op_de_site = Aanlevering.objects.filter(checksum=checksum, lezing__staat=Lezing.Staat.GEPUBLICEERD).first()
    if op_de_site:
        raise AlAangeleverd(op_de_site, "Dit bestand staat al op de site. Hieronder ziet u hoe het is gelezen.")
    gegevens = {
        "bestandsnaam": bestandsnaam,
        "formaat": bestand.formaat,
        "grootte": len(bestand.inhoud),
        "aangeleverd_door": actor,
    }
    return _maak(checksum, gegevens)


def lees_opnieuw(aanlevering: Aanlevering, actor: UUID) -> Aanlevering:
    """Have the same file read once more, as a new aanlevering. Inside `handelend_als` only.

    Raises StapKanNiet or AlAangeleverd.
    """
    if not kan_opnieuw(aanlevering):
        raise StapKanNiet("Dit bestand is al gelezen door de nieuwste lezer. Opnieuw lezen verandert niets.")
    velden = ("bestandsnaam", "formaat", "grootte", "soort", "publicatie")
    gegevens = {veld: getattr(aanlevering, veld) for veld in velden}
    return _maak(aanlevering.checksum, {**gegevens, "aangeleverd_door": actor})


def kan_opnieuw(aanlevering: Aanlevering) -> bool:
    """Whether another reading can bring something else."""
    lezing = aanlevering.lezing
    if lezing is None:
        return aanlevering.is_geweigerd or aanlevering.is_afgebroken
    return not lezing.is_gepubliceerd or lezing.lezer_versie != VERSIE


def breek_af(aanlevering: Aanlevering) -> None:
    """Give it up; a worker that is reading it stops by itself. Raises StapKanNiet. Inside `handelend_als` only."""
    nu = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
    if nu.staat not in AF_TE_BREKEN:
        raise StapKanNiet(f"U kunt niet meer stoppen: dit document is {nu.get_staat_display()}.")
    nu.staat = Aanlevering.Staat.AFGEBROKEN
    nu.save(update_fields=["staat"])


def _maak(checksum: str, gegevens: dict[str, object]) -> Aanlevering:
    """A row for this file, of which a worker hears once it is there; two at once make one."""
    open_ = Aanlevering.objects.open()
    aanlevering, nieuw = open_.get_or_create(checksum=checksum, defaults=gegevens)
    if not nieuw:
        raise AlAangeleverd(aanlevering, "Dit bestand is al aangeleverd. Hieronder ziet u hoe ver het is.")
    stuur(aanlevering.pk)
    return aanlevering


def stuur(pk: int) -> None:
    """Ask a worker to go on with it, once what was decided is kept; `hervat` asks again when nobody hears it."""

    def doe() -> None:
        with suppress(GeenBroker):
            current_app.send_task("ingest.taken.werk_af", [pk])

    transaction.on_commit(doe)
