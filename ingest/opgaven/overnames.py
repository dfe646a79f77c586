"""The way of a goal that is taken over: entered, agreed to by another, published, withdrawn. Nothing else moves one."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from indicators.models import Bewoording, Definitie, Lezing
from ingest.accounts.handelend import met_reden
from ingest.models import Overname
from ingest.opgaven.opgavedocument import als_overgenomen_document
from ingest.opgaven.opgaven import NietToegestaan
from ingest.publiceren.intrekken import NietOpDeSite, neem_van_de_site
from ingest.publiceren.publiceren import Akkoord, publiceer
from ingest.structuur.benoemen import noem_doelstelling, publicatie_van
from ingest.structuur.ingehaald import Ingehaald
from ingest.structuur.sloten import Slot, vergrendel

INTUSSEN = "{} is intussen gewijzigd"


def leg_overname_voor(velden: dict[str, Any], actor: UUID, vorige: Overname | None, gezien: int) -> Overname:
    """Lay it before a controleur; one that was sent back goes on as what it was. Raises Ingehaald."""
    overname = _vast(vorige.pk, gezien, Overname.Staat.TERUGGEGEVEN) if vorige else Overname()
    for veld, waarde in velden.items():
        setattr(overname, veld, waarde)
    if actor not in overname.invoerders:
        overname.invoerders.append(actor)
    overname.staat, overname.voorgelegd_op = Overname.Staat.VOORGELEGD, timezone.now()
    overname.versie += 1
    overname.save()
    return overname


def keur_overname_goed(pk: int, gezien: int, actor: UUID) -> Overname:
    """Agree to what another entered, and publish it. Raises Ingehaald and NietToegestaan."""
    overname = _vast(pk, gezien, Overname.Staat.VOORGELEGD)
    _van_een_ander(overname, actor)
    vergrendel(Slot.STRUCTUUR)
    definitie = _zoals_gemeten(overname)
    document = als_overgenomen_document(overname, definitie)
    publicatie = publicatie_van(document.concept)
    code = document.concept.cijfers[0].doelstelling
    Bewoording.objects.create(
        definitie=definitie,
        publicatie=publicatie,
        onder=noem_doelstelling(publicatie, document.concept, code) if code else None,
        naam=document.concept.cijfers[0].naam,
        soort_begroting=overname.soort_begroting,
        uit_document=True,
    )
    (uitkomst,) = publiceer([document], Akkoord(weg=Lezing.Weg.BEOORDELING, actor=actor))
    overname.lezing, overname.gecontroleerd_door = uitkomst.lezing, actor
    return _ga_naar(overname, Overname.Staat.GEPUBLICEERD)


def _zoals_gemeten(overname: Overname) -> Definitie:
    """The definitie of its figure: where it is measured otherwise one of its own, with which nothing is compared."""
    if not overname.anders:
        return overname.definitie
    zelfde = Definitie.objects.filter(indicator=overname.definitie.indicator, omschrijving=overname.anders).first()
    if zelfde:
        return zelfde
    velden = ("indicator", "eenheid", "decimalen", "richting", "meetperiode", "ondergrens", "bovengrens")
    return Definitie.objects.create(
        slug=f"{overname.definitie.slug[:60]}-overname-{overname.pk}",
        omschrijving=overname.anders,
        volgorde=0,  # before the one that is measured now
        uit_document=True,
        **{veld: getattr(overname.definitie, veld) for veld in velden},
    )


def geef_overname_terug(pk: int, gezien: int, opmerking: str, actor: UUID) -> Overname:
    """Send it back to who entered it, with a remark."""
    overname = _vast(pk, gezien, Overname.Staat.VOORGELEGD)
    _van_een_ander(overname, actor)
    return _ga_naar(overname, Overname.Staat.TERUGGEGEVEN, opmerking)


def trek_overname_in(pk: int, gezien: int, reden: str, actor: UUID) -> Overname:
    """Take it off the site, and with it what was judged by it. Inside `handelend_als` only."""
    overname = _vast(pk, gezien, Overname.Staat.GEPUBLICEERD)
    if overname.lezing is None:
        raise ValueError(f"{overname} is on the site without a lezing")
    try:
        neem_van_de_site(overname.lezing, reden, actor)
    except NietOpDeSite as weg:
        raise Ingehaald(INTUSSEN.format(overname), None) from weg
    return _ga_naar(overname, Overname.Staat.INGETROKKEN, reden)


def _vast(pk: int, gezien: int, staat: str) -> Overname:
    overname = Overname.objects.select_for_update().get(pk=pk)
    if overname.versie != gezien or overname.staat != staat:
        raise Ingehaald(INTUSSEN.format(overname), None)
    return overname


def _van_een_ander(overname: Overname, actor: UUID) -> None:
    if actor in overname.invoerders:
        raise NietToegestaan(f"{overname}: dit nam u zelf over. Een ander moet het controleren.")


def _ga_naar(overname: Overname, staat: str, opmerking: str = "") -> Overname:
    overname.staat, overname.opmerking, overname.versie = staat, opmerking, overname.versie + 1
    met_reden(opmerking)
    overname.save()
    return overname
