"""The way of an opgave: entered, handed in, checked by another person, published. The only code that moves one on."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from indicators.models import Lezing, Passage
from ingest.aanhalen.vindplaatsen import haal_aan
from ingest.accounts.handelend import SYSTEEM, handelend_als, met_reden
from ingest.models import Opgave, Termijn
from ingest.opgaven.meting import Meting
from ingest.opgaven.opgavedocument import als_document
from ingest.publiceren.publiceren import Akkoord, publiceer
from ingest.structuur.ingehaald import Ingehaald, eis_gezien
from ingest.structuur.sloten import Slot, vergrendel

logger = logging.getLogger(__name__)
AL_GECONTROLEERD = "Dit cijfer is al gecontroleerd en wacht op de vrijgave. Vraag de controleur het terug."


@dataclass(frozen=True)
class Invoer:
    """What a form or a row of a spreadsheet says of one figure."""

    ingetypt: str = ""
    waarde: Decimal | None = None
    geen: str = ""
    bekend_vanaf: date | None = None
    voorlopig: bool = False
    bron: str = ""
    gemeten_op: date | None = None
    uit_passage: Passage | None = None
    toelichting: str = ""
    reden: str = ""


class NietToegestaan(Exception):
    """A step that this person may not take now; the message says in Dutch why."""


def bewaar_opgave(meting: Meting, invoer: Invoer, actor: UUID, gezien: str, *, dien_in: bool) -> Opgave:
    """Save what was typed, and hand it in if asked.

    `gezien` is the stand of the meting that the form showed; raises Ingehaald, with the opgave that there is now.
    Inside `handelend_als` only: the history must know who did this.
    """
    vergrendel(Slot.OPGAVE, meting.sleutel)  # also who starts on a figure of which there is no row yet
    nu = Meting(meting.definitie, meting.jaar, meting.periode)  # read again, now that nobody else can write
    opgave = nu.opgave
    nieuwste = opgave or nu.vorige_opgave
    eis_gezien(gezien, nu.stand, _gewijzigd(nieuwste), nieuwste)
    if opgave and opgave.is_gecontroleerd:
        raise NietToegestaan(AL_GECONTROLEERD)
    if opgave is None:
        opgave = Opgave(definitie=meting.definitie, jaar=meting.jaar, periode=meting.periode)
        opgave.verbetert = nu.vorige_opgave
    for veld, waarde in vars(invoer).items():
        if veld != "uit_passage":
            setattr(opgave, veld, waarde)
    passage = invoer.uit_passage
    opgave.uit_aanhaling = haal_aan(passage.lezing, passage.regel, passage.regel) if passage else None
    if actor not in opgave.invoerders:
        opgave.invoerders.append(actor)
    if dien_in:
        opgave.staat, opgave.ingediend_op = Opgave.Staat.INGEDIEND, timezone.now()
    elif opgave.is_ingediend:
        raise NietToegestaan("Dit cijfer is al ingediend. Dien het opnieuw in om het te wijzigen.")
    opgave.versie += 1
    met_reden(invoer.reden)
    opgave.save()
    return opgave


def geef_terug(opgave_id: int, opmerking: str, actor: UUID, gezien: int) -> Opgave:
    """Send an opgave back to who entered it, with a remark."""
    staten = (Opgave.Staat.INGEDIEND, Opgave.Staat.GECONTROLEERD)
    (opgave,) = _te_controleren([opgave_id], {opgave_id: gezien}, actor, staten)
    opgave.staat, opgave.opmerking, opgave.versie = Opgave.Staat.TERUGGEGEVEN, opmerking, opgave.versie + 1
    met_reden(opmerking)
    opgave.save()
    return opgave


def keur_goed(gezien: Mapping[int, int], actor: UUID) -> list[Opgave]:
    """Approve all of these (id to the version that was shown) or none; publish those that may be on the site."""
    opgaven = _te_controleren(gezien, gezien, actor, (Opgave.Staat.INGEDIEND,))
    nu = timezone.now()
    for opgave in opgaven:
        opgave.staat, opgave.gecontroleerd_door, opgave.gecontroleerd_op = Opgave.Staat.GECONTROLEERD, actor, nu
        opgave.opmerking, opgave.versie = "", opgave.versie + 1
        opgave.save()
    vrij = Opgave.objects.filter(pk__in=[opgave.pk for opgave in opgaven])
    _publiceer(_vrijgegeven(vrij, timezone.localdate()))
    return list(vrij.met_definitie().order_by("pk"))


def publiceer_vrijgegeven() -> int:
    """Publish what was checked and whose release date has come; returns how many. Run by the worker.

    Each in a transaction of its own: one that cannot be published does not hold back the others.
    """
    aantal = 0
    for opgave in _vrijgegeven(Opgave.objects.all(), timezone.localdate()):
        try:
            with handelend_als(None, SYSTEEM, "De vrijgavedatum is bereikt."):
                vergrendel(Slot.OPGAVE, Meting(opgave.definitie, opgave.jaar, opgave.periode).sleutel)
                aantal += _publiceer(_vrijgegeven(Opgave.objects.filter(pk=opgave.pk), timezone.localdate()))
        except Exception:
            logger.exception("Opgave %s is niet gepubliceerd", opgave.pk)
    return aantal


def _vrijgegeven(opgaven: QuerySet[Opgave], vandaag: date) -> list[Opgave]:
    """Checked, and provisional or not held back by a release date."""
    later = Termijn.objects.filter(vrijgave_op__gt=vandaag)
    wacht = Q(pk__in=[])
    for termijn in later:
        wacht |= Q(definitie__indicator=termijn.indicator_id, jaar=termijn.jaar, voorlopig=False)
    gecontroleerd = opgaven.filter(staat=Opgave.Staat.GECONTROLEERD).exclude(wacht).order_by("pk")
    return list(gecontroleerd.select_related("definitie__indicator__doelstelling"))


def _publiceer(opgaven: Iterable[Opgave]) -> int:
    """Each is locked by who calls."""
    per_persoon: dict[UUID | None, list[Opgave]] = {}
    for opgave in opgaven:
        per_persoon.setdefault(opgave.gecontroleerd_door, []).append(opgave)
    for controleur, eigen in per_persoon.items():
        akkoord = Akkoord(weg=Lezing.Weg.BEOORDELING, actor=controleur)
        for opgave, uitkomst in zip(eigen, publiceer(map(als_document, eigen), akkoord), strict=True):
            opgave.staat, opgave.lezing, opgave.versie = Opgave.Staat.GEPUBLICEERD, uitkomst.lezing, opgave.versie + 1
            opgave.save()
    return sum(map(len, per_persoon.values()))


def _te_controleren(
    ids: Iterable[int], gezien: Mapping[int, int], actor: UUID, staten: tuple[str, ...]
) -> list[Opgave]:
    """The opgaven, locked, in the state and version that the controleur saw; never one of their own."""
    gekozen = Opgave.objects.filter(pk__in=ids).select_related("definitie").order_by("pk")
    for sleutel in sorted(Meting(opgave.definitie, opgave.jaar, opgave.periode).sleutel for opgave in gekozen):
        vergrendel(Slot.OPGAVE, sleutel)
    opgaven = list(gekozen.all())
    for opgave in opgaven:
        if opgave.versie != gezien[opgave.pk] or opgave.staat not in staten:
            raise Ingehaald(_gewijzigd(opgave), opgave)
        if actor in opgave.invoerders:
            raise NietToegestaan(f"{opgave}: dit voerde u zelf in. Een ander moet het controleren.")
    return opgaven


def _gewijzigd(opgave: Opgave | None) -> str:
    return f"{opgave} is intussen gewijzigd"
