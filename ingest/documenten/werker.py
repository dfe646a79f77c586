"""What the worker does with a document, step by step: read it, take it over, publish it."""

import json
import logging
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError

from indicators.gemeente import gemeente_nu
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.documenten.aanleveren import bestanden, leesproces
from ingest.documenten.aanleveren.leesproces import VASTGELOPEN, NietGelezen, Stand
from ingest.documenten.beoordelen import akkoord, beoordeling
from ingest.lezer.document import VERSIE
from ingest.models import Aanlevering, Uitlezing
from ingest.structuur.sloten import Slot, als_niemand_anders

logger = logging.getLogger(__name__)


def werk_af(pk: int) -> None:
    """Go on with an aanlevering until it waits for a person or is done; nothing when another worker is at it."""
    with als_niemand_anders(Slot.AANLEVERING, str(pk)) as mag:
        vorige = None
        while mag and (staat := _staat(pk)) in _STAPPEN and staat != vorige:
            _STAPPEN[staat](pk)
            vorige = staat


def _staat(pk: int) -> str:
    return str(Aanlevering.objects.values_list("staat", flat=True).get(pk=pk))


def _begin(pk: int) -> None:
    _ga_naar(pk, Aanlevering.Staat.WACHT, Aanlevering.Staat.LEEST, reden="")


def _lees(pk: int) -> None:
    """Read it, from the first page; whoever was reading it before was killed."""
    aanlevering = Aanlevering.objects.get(pk=pk)
    try:
        pad = bestanden.pad_van(aanlevering.checksum)
        velden = ("publicatie", "soort", "formaat")
        verteld = {veld: getattr(aanlevering, veld) for veld in velden} | {"gemeente": gemeente_nu().naam}
        gelezen = leesproces.lees_in_kind(pad, verteld, lambda stand: _houd_bij(pk, stand))
        if gelezen is not None:
            _neem_op(pk, json.loads(gelezen))
    except (NietGelezen, bestanden.Kwijt) as reden:
        _ga_naar(pk, Aanlevering.Staat.LEEST, Aanlevering.Staat.GEWEIGERD, reden=str(reden))
    except (OperationalError, InterfaceError):
        raise  # the database is gone; what it does not know has not happened
    except DatabaseError:
        logger.exception("Aanlevering %s: de uitlezing is niet te bewaren", pk)
        _ga_naar(pk, Aanlevering.Staat.LEEST, Aanlevering.Staat.GEWEIGERD, reden=VASTGELOPEN)


def _houd_bij(pk: int, stand: Stand) -> bool:
    """Keep how far it is; False when somebody stopped it."""
    return bool(Aanlevering.objects.filter(pk=pk, staat=Aanlevering.Staat.LEEST).update(**vars(stand)))


def _neem_op(pk: int, inhoud: dict[str, Any]) -> None:
    """Keep a reading, once; what has no lines at all cannot be judged, and the reader says why."""
    if not inhoud["regels"]:
        raise NietGelezen(inhoud["concept"]["bevindingen"][0]["tekst"])
    with handelend_als(None, SYSTEEM):
        aanlevering = Aanlevering.objects.select_for_update().get(pk=pk)
        if aanlevering.staat == Aanlevering.Staat.LEEST:
            Uitlezing.objects.create(aanlevering=aanlevering, lezer_versie=VERSIE, inhoud=inhoud)
            _ga_naar(pk, Aanlevering.Staat.LEEST, Aanlevering.Staat.VERWERKT)


def _verwerk(pk: int) -> None:
    try:
        beoordeling.verwerk(Aanlevering.objects.get(pk=pk))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Aanlevering %s is niet te verwerken", pk)
        _ga_naar(pk, Aanlevering.Staat.VERWERKT, Aanlevering.Staat.GEWEIGERD, reden=VASTGELOPEN)


def _publiceer(pk: int) -> None:
    try:
        akkoord.publiceer_goedgekeurd(Aanlevering.objects.get(pk=pk))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Aanlevering %s is niet te publiceren", pk)
        reden = "Publiceren is mislukt. Er staat niets nieuws op de site. Meld dit bij de beheerder van deze site."
        terug = {"reden": reden, "akkoord_door": None, "akkoord_op": None}
        _ga_naar(pk, Aanlevering.Staat.PUBLICEERT, Aanlevering.Staat.TE_BEOORDELEN, **terug)


def _ga_naar(pk: int, van: str, naar: str, **velden: object) -> None:
    """From one state to the next, unless somebody was first."""
    with handelend_als(None, SYSTEEM):
        Aanlevering.objects.filter(pk=pk, staat=van).update(staat=naar, **velden)


_STAPPEN: dict[str, Callable[[int], None]] = {
    Aanlevering.Staat.WACHT: _begin,
    Aanlevering.Staat.LEEST: _lees,
    Aanlevering.Staat.VERWERKT: _verwerk,
    Aanlevering.Staat.PUBLICEERT: _publiceer,
}
