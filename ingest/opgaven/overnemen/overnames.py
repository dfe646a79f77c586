"""The way of what is taken over: entered, agreed to by another, published, withdrawn. Nothing else moves one."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from indicators.models import Bewoording, Definitie, Lezing
from ingest.accounts.handelend import met_reden
from ingest.models import Geldovername, Overname
from ingest.models.overnames import Overnamestaat
from ingest.ontwerp.document import Document
from ingest.opgaven.opgaven import NietToegestaan
from ingest.opgaven.overnemen.overnamedocument import als_overgenomen_bedrag, als_overgenomen_doel
from ingest.publiceren.intrekken import NietOpDeSite, neem_van_de_site
from ingest.publiceren.publiceren import Akkoord, publiceer
from ingest.structuur.benoemen import noem_doelstelling, publicatie_van
from ingest.structuur.ingehaald import Ingehaald
from ingest.structuur.sloten import Slot, vergrendel

INTUSSEN = "{} is intussen gewijzigd"
Een = Overname | Geldovername


def leg_overname_voor(deze: Een, velden: dict[str, Any], actor: UUID, gezien: int) -> Een:
    """Lay it before a controleur: a new one, or one that was sent back and goes on as what it was. Raises Ingehaald."""
    overname = _vast(deze, gezien, Overnamestaat.TERUGGEGEVEN) if deze.pk else deze
    for veld, waarde in velden.items():
        setattr(overname, veld, waarde)
    if actor not in overname.invoerders:
        overname.invoerders.append(actor)
    overname.staat, overname.voorgelegd_op = Overnamestaat.VOORGELEGD, timezone.now()
    overname.versie += 1
    overname.save()
    return overname


def keur_overname_goed(deze: Een, gezien: int, actor: UUID) -> Een:
    """Agree to what another entered, and publish it. Raises Ingehaald and NietToegestaan."""
    overname = _vast(deze, gezien, Overnamestaat.VOORGELEGD)
    _van_een_ander(overname, actor)
    vergrendel(Slot.STRUCTUUR)
    document = als_overgenomen_bedrag(overname) if isinstance(overname, Geldovername) else _benoemd_doel(overname)
    (uitkomst,) = publiceer([document], Akkoord(weg=Lezing.Weg.BEOORDELING, actor=actor))
    overname.lezing, overname.gecontroleerd_door = uitkomst.lezing, actor
    return _ga_naar(overname, Overnamestaat.GEPUBLICEERD)


def _benoemd_doel(overname: Overname) -> Document:
    """The document of a goal, of which the site knows what kind of number it is."""
    definitie = _zoals_gemeten(overname)
    document = als_overgenomen_doel(overname, definitie)
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
    return document


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


def geef_overname_terug(deze: Een, gezien: int, opmerking: str, actor: UUID) -> Een:
    """Send it back to who entered it, with a remark."""
    overname = _vast(deze, gezien, Overnamestaat.VOORGELEGD)
    _van_een_ander(overname, actor)
    return _ga_naar(overname, Overnamestaat.TERUGGEGEVEN, opmerking)


def trek_overname_in(deze: Een, gezien: int, reden: str, actor: UUID) -> Een:
    """Take it off the site, and with it what was judged by it. Inside `handelend_als` only."""
    overname = _vast(deze, gezien, Overnamestaat.GEPUBLICEERD)
    if overname.lezing is None:
        raise ValueError(f"{overname} is on the site without a lezing")
    try:
        neem_van_de_site(overname.lezing, reden, actor)
    except NietOpDeSite as weg:
        raise Ingehaald(INTUSSEN.format(overname), None) from weg
    return _ga_naar(overname, Overnamestaat.INGETROKKEN, reden)


def _vast(deze: Een, gezien: int, staat: str) -> Een:
    overname: Een = type(deze)._default_manager.select_for_update().get(pk=deze.pk)
    if overname.versie != gezien or overname.staat != staat:
        raise Ingehaald(INTUSSEN.format(overname), None)
    return overname


def _van_een_ander(overname: Een, actor: UUID) -> None:
    if actor in overname.invoerders:
        raise NietToegestaan(f"{overname}: dit nam u zelf over. Een ander moet het controleren.")


def _ga_naar(overname: Een, staat: str, opmerking: str = "") -> Een:
    overname.staat, overname.opmerking, overname.versie = staat, opmerking, overname.versie + 1
    met_reden(opmerking)
    overname.save()
    return overname
