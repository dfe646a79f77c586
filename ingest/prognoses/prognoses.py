"""The way of a prognose: entered, agreed to by another, public or not, withdrawn. Publishing a realisatie ends it."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from indicators.models import Lezing
from ingest.accounts.handelend import met_reden
from ingest.models import Prognose
from ingest.opgaven.meting import Meting
from ingest.opgaven.opgaven import NietToegestaan
from ingest.prognoses.document import als_prognosedocument
from ingest.publiceren.intrekken import neem_van_de_site
from ingest.publiceren.publiceren import Akkoord, publiceer
from ingest.structuur.ingehaald import Ingehaald, eis_gezien
from ingest.structuur.sloten import Slot, vergrendel

INTUSSEN = "{} is intussen gewijzigd"
OPGEVOLGD = "De gemeente heeft een nieuwe prognose."


def open_prognose(meting: Meting) -> Prognose | None:
    """The one to which nobody agreed yet."""
    van_meting = {"definitie": meting.definitie, "jaar": meting.jaar, "periode": meting.periode}
    return Prognose.objects.open().filter(**van_meting).met_definitie().first()


def stand_van(prognose: Prognose | None) -> str:
    """Changes whenever somebody saves it; a form names the one that it showed."""
    return f"{prognose.pk}.{prognose.versie}" if prognose else ""


def leg_prognose_voor(meting: Meting, velden: dict[str, Any], actor: UUID, gezien: str) -> Prognose:
    """Lay it before a controleur, the one that waits already as this one. Raises Ingehaald, with what there is now."""
    vergrendel(Slot.OPGAVE, meting.sleutel)
    prognose = open_prognose(meting)
    eis_gezien(gezien, stand_van(prognose), INTUSSEN.format(prognose), prognose)
    if prognose is None:
        prognose = Prognose(definitie=meting.definitie, jaar=meting.jaar, periode=meting.periode)
    for veld, waarde in velden.items():
        setattr(prognose, veld, waarde)
    if actor not in prognose.invoerders:
        prognose.invoerders.append(actor)
    prognose.voorgelegd_op = timezone.now()
    _ga_naar(prognose, Prognose.Staat.VOORGELEGD)
    return prognose


def keur_prognose_goed(pk: int, gezien: int, actor: UUID, *, openbaar: bool) -> Prognose:
    """Agree to what another entered, for everybody to see or not; it takes the place of an earlier one."""
    prognose = _vast(pk, gezien, Prognose.Staat.VOORGELEGD, van_een_ander_dan=actor)
    zelfde = {veld: getattr(prognose, veld) for veld in ("definitie", "jaar", "periode")}
    for vorige in Prognose.objects.filter(staat=Prognose.Staat.GOEDGEKEURD, **zelfde).select_related("lezing"):
        if vorige.lezing:
            neem_van_de_site(vorige.lezing, OPGEVOLGD, actor)
        _ga_naar(vorige, Prognose.Staat.OPGEVOLGD)
    prognose.gecontroleerd_door = actor
    prognose.lezing = _publiceer(prognose, actor) if openbaar else None
    return _ga_naar(prognose, Prognose.Staat.GOEDGEKEURD)


def maak_openbaar(pk: int, gezien: int, actor: UUID) -> Prognose:
    """Show to everybody what was agreed to before."""
    prognose = _vast(pk, gezien, Prognose.Staat.GOEDGEKEURD, van_een_ander_dan=actor)
    if prognose.lezing is None:
        prognose.lezing = _publiceer(prognose, actor)
    return _ga_naar(prognose, Prognose.Staat.GOEDGEKEURD)


def geef_prognose_terug(pk: int, gezien: int, opmerking: str, actor: UUID) -> Prognose:
    """Send it back to who entered it, with a remark."""
    prognose = _vast(pk, gezien, Prognose.Staat.VOORGELEGD, van_een_ander_dan=actor)
    return _ga_naar(prognose, Prognose.Staat.TERUGGEGEVEN, opmerking)


def trek_prognose_in(pk: int, gezien: int, reden: str, actor: UUID) -> Prognose:
    """It does not hold any more, and goes off the site when it was there. Inside `handelend_als` only."""
    prognose = _vast(pk, gezien, Prognose.Staat.GOEDGEKEURD)
    if prognose.lezing:
        neem_van_de_site(prognose.lezing, reden, actor)
    return _ga_naar(prognose, Prognose.Staat.INGETROKKEN, reden)


def _publiceer(prognose: Prognose, actor: UUID) -> Lezing:
    (uitkomst,) = publiceer([als_prognosedocument(prognose)], Akkoord(weg=Lezing.Weg.BEOORDELING, actor=actor))
    return uitkomst.lezing


def _vast(pk: int, gezien: int, staat: str, van_een_ander_dan: UUID | None = None) -> Prognose:
    """Locked, as it was shown. Raises Ingehaald, and NietToegestaan for who entered it."""
    vergrendel(Slot.STRUCTUUR)  # first: a document that overtakes it has this lock when it comes to the row
    prognose = Prognose.objects.select_for_update().get(pk=pk)
    if prognose.versie != gezien or prognose.staat != staat:
        raise Ingehaald(INTUSSEN.format(prognose), prognose)
    if van_een_ander_dan in prognose.invoerders:
        raise NietToegestaan(f"{prognose}: dit voerde u zelf in. Een ander moet het controleren.")
    return prognose


def _ga_naar(prognose: Prognose, staat: str, opmerking: str = "") -> Prognose:
    prognose.staat, prognose.opmerking, prognose.versie = staat, opmerking, prognose.versie + 1
    met_reden(opmerking)
    prognose.save()
    return prognose
