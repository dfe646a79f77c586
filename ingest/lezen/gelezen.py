"""The way of what a person read: laid before another, agreed to, corrected, taken back. The only code that does so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from indicators.models import Aangehaald, Duiding, Duidingsoort, Lezing
from indicators.models.bronnen import verhoog_versie
from ingest.aanhalen.vindplaatsen import haal_aan
from ingest.accounts.handelend import met_reden
from ingest.lezen.rechten import ANDERMANS_WERK, mag_bekijken, mag_schrijven
from ingest.opgaven.opgaven import NietToegestaan
from ingest.structuur.adressen import als_slug, vrij
from ingest.structuur.ingehaald import Ingehaald
from ingest.structuur.sloten import Slot, vergrendel

ONDERWEG = (Duiding.Staat.VOORGELEGD, Duiding.Staat.TERUGGEGEVEN)
"""Not on the site, and not given up."""
IS_VERANDERD = "Dit is intussen veranderd. Er is niets bewaard. Bekijk het opnieuw."
WORDT_AL_VERBETERD = (
    "Dit wordt al verbeterd: een andere verbetering wacht op een collega. Er is niets bewaard. "
    "Bekijk eerst die andere, bij “Wacht op een collega”."
)


@dataclass(frozen=True)
class Gekozen:
    """The lines of a lezing that were selected, with what is printed there and what kind of text it is."""

    lezing: Lezing
    van: int
    tot: int
    gedrukt: str = ""
    waar: str = ""


def leg_voor(
    soort: Duidingsoort,
    velden: Mapping[str, Any],
    plekken: Sequence[Gekozen],
    actor: UUID,
    *,
    vervangt: Duiding | None = None,
    volgt_op: Duiding | None = None,
    reden: str = "",
) -> Duiding:
    """Keep what a person read, for another to look at. `velden` as of Duiding; nothing is public yet.

    Raises Ingehaald when what it corrects changed since, or is being corrected already. Inside `handelend_als` only:
    the history must know who did this.
    """
    vergrendel(Slot.GELEZEN)
    oud = _te_verbeteren(vervangt.pk) if vervangt else None
    gewoon = {veld: waarde for veld, waarde in velden.items() if veld != "doelstellingen"}
    laatste = Duiding.objects.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    met_reden(reden)
    duiding = Duiding.objects.create(
        sleutel=oud.sleutel if oud else _vrije_sleutel(soort, velden),
        soort=soort,
        volgorde=oud.volgorde if oud else laatste + 1,
        gelezen_door=actor,
        vervangt=oud,
        volgt_op=volgt_op,
        reden=reden,
        **gewoon,
    )
    duiding.doelstellingen.set(velden.get("doelstellingen", ()))
    for volgorde, plek in enumerate(plekken):
        aanhaling = haal_aan(plek.lezing, plek.van, plek.tot)
        Aangehaald.objects.create(
            duiding=duiding, aanhaling=aanhaling, gedrukt=plek.gedrukt, waar=plek.waar, volgorde=volgorde
        )
    if oud and oud.staat == Duiding.Staat.TERUGGEGEVEN:
        _zet(oud, Duiding.Staat.VERVANGEN)
    elif oud and oud.staat == Duiding.Staat.VOORGELEGD:  # nobody looked at it: it never stood anywhere
        _zet(oud, Duiding.Staat.INGETROKKEN, reden=reden)
    return duiding


def keur_goed(pk: int, actor: UUID, rollen: Collection[str]) -> Duiding:
    """A second person agrees: it is public from now on, in the place of what stood under its name."""
    duiding = _vast(pk, Duiding.Staat.VOORGELEGD)
    _eis_ander(duiding, actor, rollen)
    for oud in Duiding.objects.gepubliceerd().filter(sleutel=duiding.sleutel):
        _zet(oud, Duiding.Staat.VERVANGEN)
    _zet(duiding, Duiding.Staat.GEPUBLICEERD, gezien_door=actor, gezien_op=timezone.now())
    verhoog_versie()
    return duiding


def geef_terug(pk: int, opmerking: str, actor: UUID, rollen: Collection[str]) -> Duiding:
    """A second person does not agree, and says what must be different."""
    duiding = _vast(pk, Duiding.Staat.VOORGELEGD)
    _eis_ander(duiding, actor, rollen)
    met_reden(opmerking)
    _zet(duiding, Duiding.Staat.TERUGGEGEVEN, opmerking=opmerking, gezien_door=actor, gezien_op=timezone.now())
    return duiding


def mag_intrekken(duiding: Duiding, actor: UUID, rollen: Collection[str]) -> bool:
    """Who decides about its kind, or wrote it."""
    eigen = duiding.gelezen_door == actor and mag_schrijven(rollen, duiding.soort)
    return eigen or mag_bekijken(rollen, duiding.soort)


def trek_in(pk: int, reden: str, actor: UUID, rollen: Collection[str]) -> Duiding:
    """Take it off the site, or off the list of what waits; it stays in the history with the reason."""
    duiding = _vast(pk, *ONDERWEG, Duiding.Staat.GEPUBLICEERD)
    if not mag_intrekken(duiding, actor, rollen):
        raise NietToegestaan(f"Dit schreef een ander. {ANDERMANS_WERK}")
    was_openbaar = duiding.staat == Duiding.Staat.GEPUBLICEERD
    met_reden(reden)
    _zet(duiding, Duiding.Staat.INGETROKKEN, reden=reden)
    if was_openbaar:
        verhoog_versie()
    return duiding


def _vast(pk: int, *staten: Duiding.Staat) -> Duiding:
    """The duiding as it is, while nobody else can change it; raises Ingehaald when it is in no such state any more."""
    vergrendel(Slot.GELEZEN)
    duiding = Duiding.objects.get(pk=pk)
    if duiding.staat not in staten:
        raise Ingehaald(IS_VERANDERD, duiding)
    return duiding


def _te_verbeteren(pk: int) -> Duiding:
    """What is corrected; of all that has its name only one at a time is on its way to the site."""
    duiding = _vast(pk, *ONDERWEG, Duiding.Staat.GEPUBLICEERD)
    ander = Duiding.objects.filter(sleutel=duiding.sleutel, staat__in=ONDERWEG).exclude(pk=pk).first()
    if ander:
        raise Ingehaald(WORDT_AL_VERBETERD, ander)
    return duiding


def _eis_ander(duiding: Duiding, actor: UUID, rollen: Collection[str]) -> None:
    if duiding.gelezen_door == actor:
        raise NietToegestaan("Dit schreef u zelf. Een ander moet het bekijken.")
    if not mag_bekijken(rollen, duiding.soort):
        raise NietToegestaan(ANDERMANS_WERK)


def _zet(duiding: Duiding, staat: Duiding.Staat, **erbij: Any) -> None:
    for veld, waarde in {"staat": staat, **erbij}.items():
        setattr(duiding, veld, waarde)
    duiding.save(update_fields=["staat", *erbij])


def _vrije_sleutel(soort: str, velden: Mapping[str, Any]) -> str:
    """A word or two for an address; a number tells apart what would be called the same."""
    waarover = (
        velden.get("nummer") or velden.get("wat") or (velden["indicator"].slug if velden.get("indicator") else "")
    )
    return vrij(Duiding.objects.all(), "sleutel", als_slug(f"{soort} {waarover}", 90))
