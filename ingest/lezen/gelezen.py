"""The way of what a person read: laid before another, agreed to, corrected, taken back. The only code that does so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from indicators.models import Aangehaald, Duiding, Duidingsoort, Lezing, Nagelezen, Programma
from indicators.models.bronnen import verhoog_versie
from indicators.models.duiding import RAADSPUNTEN
from ingest.aanhalen.vindplaatsen import haal_aan, letters_van
from ingest.accounts.handelend import met_reden
from ingest.models import Rol
from ingest.opgaven.opgaven import NietToegestaan
from ingest.structuur.ingehaald import Ingehaald

VAN_DE_RAAD = (*RAADSPUNTEN, Duidingsoort.STAND)
"""What a griffier reads and agrees to; the other kinds are about figures."""
IS_VERANDERD = "Dit is intussen veranderd. Bekijk het opnieuw."


@dataclass(frozen=True)
class Gekozen:
    """The lines of a lezing that were selected, with what is printed there and what kind of text it is."""

    lezing: Lezing
    van: int
    tot: int
    gedrukt: str = ""
    waar: str = ""


def mag_soort(rol: str, soort: str) -> bool:
    return rol != Rol.GRIFFIER or soort in VAN_DE_RAAD


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

    Inside `handelend_als` only: the history must know who did this.
    """
    gewoon = {veld: waarde for veld, waarde in velden.items() if veld != "doelstellingen"}
    laatste = Duiding.objects.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    met_reden(reden)
    duiding = Duiding.objects.create(
        sleutel=vervangt.sleutel if vervangt else _vrije_sleutel(soort, velden),
        soort=soort,
        volgorde=vervangt.volgorde if vervangt else laatste + 1,
        gelezen_door=actor,
        vervangt=vervangt,
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
    if vervangt and vervangt.staat == Duiding.Staat.TERUGGEGEVEN:
        _zet(vervangt, Duiding.Staat.VERVANGEN)
    return duiding


def keur_goed(pk: int, actor: UUID, rol: str) -> Duiding:
    """A second person agrees: it is public from now on, in the place of what it corrects."""
    duiding = _vast(pk, Duiding.Staat.VOORGELEGD)
    _eis_ander(duiding, actor, rol)
    if duiding.vervangt and duiding.vervangt.staat == Duiding.Staat.GEPUBLICEERD:
        _zet(duiding.vervangt, Duiding.Staat.VERVANGEN)
    _zet(duiding, Duiding.Staat.GEPUBLICEERD, gezien_door=actor, gezien_op=timezone.now())
    verhoog_versie()
    return duiding


def geef_terug(pk: int, opmerking: str, actor: UUID, rol: str) -> Duiding:
    """A second person does not agree, and says what must be different."""
    duiding = _vast(pk, Duiding.Staat.VOORGELEGD)
    _eis_ander(duiding, actor, rol)
    met_reden(opmerking)
    _zet(duiding, Duiding.Staat.TERUGGEGEVEN, opmerking=opmerking, gezien_door=actor, gezien_op=timezone.now())
    return duiding


def trek_in(pk: int, reden: str, rol: str) -> Duiding:
    """Take it off the site, or off the list of what waits; it stays in the history with the reason."""
    staten = (Duiding.Staat.VOORGELEGD, Duiding.Staat.TERUGGEGEVEN, Duiding.Staat.GEPUBLICEERD)
    duiding = _vast(pk, *staten)
    if not mag_soort(rol, duiding.soort):
        raise NietToegestaan("Dit gaat over cijfers. Vraag het een controleur.")
    was_openbaar = duiding.staat == Duiding.Staat.GEPUBLICEERD
    met_reden(reden)
    _zet(duiding, Duiding.Staat.INGETROKKEN, reden=reden)
    if was_openbaar:
        verhoog_versie()
    return duiding


def zet_nagelezen(lezing: Lezing, programma: Programma | None, vragen: Collection[str], actor: UUID) -> None:
    """Who says so read the whole lezing for these questions, about this programma; of others they say nothing."""
    nu = {n.vraag: n for n in lezing.nagelezen.filter(programma=programma, ingetrokken_op=None)}
    afdruk = letters_van(lezing).afdruk
    for vraag in Nagelezen.Vraag.values:
        if vraag in vragen and vraag not in nu:
            Nagelezen.objects.create(lezing=lezing, programma=programma, vraag=vraag, afdrukken=[afdruk], actor=actor)
        elif vraag in nu and vraag not in vragen:
            Nagelezen.objects.filter(pk=nu[vraag].pk).update(ingetrokken_op=timezone.now())
    verhoog_versie()


def _vast(pk: int, *staten: Duiding.Staat) -> Duiding:
    """The duiding, locked until the end of the transaction; raises Ingehaald when it is in no such state any more."""
    duiding = Duiding.objects.select_for_update(of=("self",)).select_related("vervangt").get(pk=pk)
    if duiding.staat not in staten:
        raise Ingehaald(IS_VERANDERD, duiding)
    return duiding


def _eis_ander(duiding: Duiding, actor: UUID, rol: str) -> None:
    if duiding.gelezen_door == actor:
        raise NietToegestaan("Dit schreef u zelf. Een ander moet het bekijken.")
    if not mag_soort(rol, duiding.soort):
        raise NietToegestaan("Dit gaat over cijfers. Een controleur bekijkt het.")


def _zet(duiding: Duiding, staat: Duiding.Staat, **erbij: Any) -> None:
    for veld, waarde in {"staat": staat, **erbij}.items():
        setattr(duiding, veld, waarde)
    duiding.save(update_fields=["staat", *erbij])


def _vrije_sleutel(soort: str, velden: Mapping[str, Any]) -> str:
    """A word or two for an address; a number tells apart what would be called the same."""
    waarover = (
        velden.get("nummer") or velden.get("wat") or (velden["indicator"].slug if velden.get("indicator") else "")
    )
    basis = slugify(f"{soort} {waarover}")[:90].strip("-")
    bezet = set(Duiding.objects.filter(sleutel__startswith=basis).values_list("sleutel", flat=True))
    return next(k for n in range(1, len(bezet) + 2) if (k := basis if n == 1 else f"{basis}-{n}") not in bezet)
