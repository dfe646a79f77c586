"""The way of a document that is handed in: kept, read, made into questions, published. The only code that moves it on.

A worker goes on from the state of the row, under a lock that ends with the worker: it may be killed at any moment.
"""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import UUID

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from kombu.exceptions import OperationalError as GeenBroker

from indicators.models import Lezing
from ingest import akkoord, beoordeling, bestanden, leesproces
from ingest.handelend import als
from ingest.leesproces import VASTGELOPEN, NietGelezen, Stand
from ingest.lezer.bestanden.formaat import herken_formaat
from ingest.lezer.document import VERSIE
from ingest.models import Aanlevering, Uitlezing

Staat = Aanlevering.Staat
logger = logging.getLogger(__name__)

AF_TE_BREKEN = (Staat.WACHT, Staat.LEEST, Staat.VERWERKT, Staat.TE_BEOORDELEN)


class AlAangeleverd(Exception):
    """This very file is on its way or on the site; `aanlevering` is that one, the message says so in Dutch."""

    def __init__(self, aanlevering: Aanlevering, reden: str) -> None:
        super().__init__(reden)
        self.aanlevering = aanlevering


class NietToegestaan(Exception):
    """A step that cannot be taken from this state; the message says in Dutch why."""


def neem_aan(inhoud: bytes, bestandsnaam: str, actor: UUID) -> Aanlevering:
    """Keep a file and have it read.

    Raises Onleesbaar when it is no file that can be read (nothing is kept then), and AlAangeleverd. Inside `als` only.
    """
    formaat = herken_formaat(inhoud)
    checksum = bestanden.bewaar(inhoud)
    op_de_site = Aanlevering.objects.filter(checksum=checksum, lezing__staat=Lezing.Staat.GEPUBLICEERD).first()
    if op_de_site:
        raise AlAangeleverd(op_de_site, "Dit bestand staat al op de site. Hieronder ziet u hoe het is gelezen.")
    gegevens = {"bestandsnaam": bestandsnaam, "formaat": formaat, "grootte": len(inhoud), "aangeleverd_door": actor}
    return _maak(checksum, gegevens)


def lees_opnieuw(aanlevering: Aanlevering, actor: UUID) -> Aanlevering:
    """Have the same file read once more, as a new aanlevering; raises NietToegestaan or AlAangeleverd. Inside `als`."""
    if not kan_opnieuw(aanlevering):
        raise NietToegestaan("Dit bestand is al gelezen door de nieuwste lezer. Opnieuw lezen verandert niets.")
    velden = ("bestandsnaam", "formaat", "grootte", "soort", "publicatie")
    gegevens = {veld: getattr(aanlevering, veld) for veld in velden}
    return _maak(aanlevering.checksum, {**gegevens, "aangeleverd_door": actor})


def kan_opnieuw(aanlevering: Aanlevering) -> bool:
    """Whether another reading can bring something else."""
    lezing = aanlevering.lezing
    if lezing is None:
        return aanlevering.staat in (Staat.GEWEIGERD, Staat.AFGEBROKEN)
    return lezing.staat != Lezing.Staat.GEPUBLICEERD or lezing.lezer_versie != VERSIE


def breek_af(aanlevering: Aanlevering) -> None:
    """Give it up; a worker that is reading it stops by itself. Raises NietToegestaan. Inside `als` only."""
    nu = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
    if nu.staat not in AF_TE_BREKEN:
        raise NietToegestaan(f"U kunt niet meer stoppen: dit document is {nu.get_staat_display()}.")
    nu.staat = Staat.AFGEBROKEN
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


def werk_af(pk: int) -> None:
    """Go on with an aanlevering until it waits for a person or is done; nothing when another worker is at it."""
    with _alleen(pk) as mag:
        vorige = None
        while mag and (staat := _staat(pk)) in _STAPPEN and staat != vorige:
            _STAPPEN[staat](pk)
            vorige = staat


@contextmanager
def _alleen(pk: int) -> Iterator[bool]:
    """Whether nobody else works on it; a lock of the connection, so that it goes with a worker that is killed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('aanlevering'), %s)", [pk])
        mag = bool(cursor.fetchone()[0])
    try:
        yield mag
    finally:
        if mag:
            _laat_los(pk)


def _laat_los(pk: int) -> None:
    with suppress(DatabaseError, InterfaceError), connection.cursor() as cursor:  # a connection that is lost has none
        cursor.execute("SELECT pg_advisory_unlock(hashtext('aanlevering'), %s)", [pk])


def _staat(pk: int) -> str:
    return str(Aanlevering.objects.values_list("staat", flat=True).get(pk=pk))


def _begin(pk: int) -> None:
    _ga_naar(pk, Staat.WACHT, Staat.LEEST, reden="")


def _lees(pk: int) -> None:
    """Read it, from the first page; whoever was reading it before was killed."""
    aanlevering = Aanlevering.objects.get(pk=pk)
    try:
        pad = bestanden.pad_van(aanlevering.checksum)
        verteld = {"publicatie": aanlevering.publicatie, "soort": aanlevering.soort, "gemeente": settings.GEMEENTE}
        gelezen = leesproces.lees(pad, verteld, lambda stand: _houd_bij(pk, stand))
        if gelezen is not None:
            _neem_op(pk, json.loads(gelezen))
    except (NietGelezen, bestanden.Kwijt) as reden:
        _ga_naar(pk, Staat.LEEST, Staat.GEWEIGERD, reden=str(reden))
    except (OperationalError, InterfaceError):
        raise  # the database is gone; what it does not know has not happened
    except DatabaseError:
        logger.exception("Aanlevering %s: de uitlezing is niet te bewaren", pk)
        _ga_naar(pk, Staat.LEEST, Staat.GEWEIGERD, reden=VASTGELOPEN)


def _houd_bij(pk: int, stand: Stand) -> bool:
    """Keep how far it is; False when somebody stopped it."""
    return bool(Aanlevering.objects.filter(pk=pk, staat=Staat.LEEST).update(**vars(stand)))


def _neem_op(pk: int, inhoud: dict[str, Any]) -> None:
    """Keep a reading, once; what has no lines at all cannot be judged, and the reader says why."""
    if not inhoud["regels"]:
        raise NietGelezen(inhoud["concept"]["bevindingen"][0]["tekst"])
    with als(None, "systeem"):
        aanlevering = Aanlevering.objects.select_for_update().get(pk=pk)
        if aanlevering.staat == Staat.LEEST:
            Uitlezing.objects.create(aanlevering=aanlevering, lezer_versie=VERSIE, inhoud=inhoud)
            _ga_naar(pk, Staat.LEEST, Staat.VERWERKT)


def _verwerk(pk: int) -> None:
    try:
        beoordeling.verwerk(Aanlevering.objects.get(pk=pk))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Aanlevering %s is niet te verwerken", pk)
        _ga_naar(pk, Staat.VERWERKT, Staat.GEWEIGERD, reden=VASTGELOPEN)


def _publiceer(pk: int) -> None:
    try:
        akkoord.publiceer_goedgekeurd(Aanlevering.objects.get(pk=pk))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Aanlevering %s is niet te publiceren", pk)
        reden = "Publiceren is mislukt. Er staat niets nieuws op de site. Meld dit bij de beheerder van deze site."
        _ga_naar(pk, Staat.PUBLICEERT, Staat.TE_BEOORDELEN, reden=reden, akkoord_door=None, akkoord_op=None)


def _ga_naar(pk: int, van: str, naar: str, **velden: object) -> None:
    """From one state to the next, unless somebody was first."""
    with als(None, "systeem"):
        Aanlevering.objects.filter(pk=pk, staat=van).update(staat=naar, **velden)


_STAPPEN: dict[str, Callable[[int], None]] = {
    Staat.WACHT: _begin,
    Staat.LEEST: _lees,
    Staat.VERWERKT: _verwerk,
    Staat.PUBLICEERT: _publiceer,
}
