"""The draft of a document that was handed in: as it was read, with every answer so far applied."""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from datetime import date

import msgspec
from django.db import transaction

from indicators.gemeente import gemeente_nu
from indicators.models import Definitie, Publicatie
from ingest.lezer.concept import Bevinding, Cijfer, Concept, Ernst, Suggestie, sorteer
from ingest.lezer.document import Uitlezing, lees_concept
from ingest.lezer.soorten import Cijfersoort, Leegsoort, Publicatiesoort
from ingest.models import Aanlevering, Antwoord, Vraag
from ingest.ontwerp.beslissingen import Beslissing, Beslissingen, met_programmas
from ingest.ontwerp.controles import controleer
from ingest.ontwerp.document import Document
from ingest.ontwerp.laden import elders_gedrukt
from ingest.ontwerp.overtypen import typ_over, zoals_gedrukt
from ingest.ontwerp.uitvoer import als_json
from ingest.ontwerp.vastleggen import leg_vast
from ingest.ontwerp.verdwenen import verdwenen
from ingest.ontwerp.verschillen import Gepubliceerd
from ingest.ontwerp.vragen import Ontwerpvraag, per_vraag, sleutel_van_suggestie, stel_vragen
from ingest.structuur.bekend import haal_structuur
from ingest.structuur.benoemen import publicatie_van
from ingest.structuur.bestand import zorg_voor_structuur
from ingest.structuur.deelbestand import met_eigen_naam
from ingest.structuur.koppeling import koppel_namen
from ingest.structuur.referentiereeksen import koppel_reeksen
from ingest.structuur.sloten import Slot, vergrendel

_OVER_TE_TYPEN = re.compile(r" U kunt [\w ]+ overtypen\.")


@dataclass(frozen=True)
class Ontwerp:
    """What would be published now, what is still asked, and what it tells differently from what is on the site."""

    document: Document
    gelezen: Concept
    """As the reader made it, before it was matched: what is decided about a name is about the name as printed."""
    beslissingen: Beslissingen
    vragen: list[Ontwerpvraag]
    verschillen: list[tuple[int | None, str]]
    eerder_gepubliceerd: bool

    @property
    def vingerafdruk(self) -> str:
        """Of all that would be published, with the answers that make it so: who approves says what they saw."""
        gelezen = als_json(self.document.concept)
        del gelezen["bevindingen"]
        besloten = [(b.sleutel, b.keuze, b.gegevens, b.toelichting) for b in self.beslissingen.alle]
        # in which order the database gave what is published makes no other draft
        verschillen = sorted(self.verschillen, key=lambda verschil: (verschil[0] or 0, verschil[1]))
        alles = [gelezen, sorted(besloten, key=lambda besluit: besluit[0]), verschillen]
        return hashlib.sha256(json.dumps(alles, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class GelezenBestand:
    """A file as the reader read it, and what a person says that it is (nothing: as it was recognised)."""

    naam: str
    checksum: str
    gelezen: Uitlezing
    publicatie: str | None = None
    soort: Publicatiesoort | None = None
    is_gepubliceerd: bool = False


def maak_ontwerp(aanlevering: Aanlevering) -> Ontwerp:
    """The draft of what was handed in, with the answers of its review; nothing that this writes stays."""
    bestand = GelezenBestand(
        aanlevering.bestandsnaam,
        aanlevering.checksum,
        lees_terug(aanlevering),
        aanlevering.publicatie or None,
        Publicatiesoort(aanlevering.soort) if aanlevering.soort else None,
        is_gepubliceerd=aanlevering.lezing_id is not None,
    )
    return ontwerp_van(bestand, beslissingen_over(aanlevering))


def ontwerp_van(bestand: GelezenBestand, beslissingen: Beslissingen) -> Ontwerp:
    """Read the lines again with what was typed over, match and check; nothing that this writes stays."""
    zorg_voor_structuur()
    regels = bestand.gelezen.regels
    concept = met_eigen_naam(_zoals_overgetypt(bestand, beslissingen))
    with transaction.atomic():
        vergrendel(Slot.STRUCTUUR)
        # of what was published, everything decided is in the tables already
        if concept.publicatie and concept.jaar and not bestand.is_gepubliceerd:
            leg_vast(concept, publicatie_van(concept), beslissingen, regels)
        structuur, zoals_gelezen = haal_structuur(), concept
        concept = koppel_namen(met_programmas(concept, beslissingen), structuur)
        ernaast = {b.onderwerp: b.gegevens.get("definitie", "") for b in beslissingen.over(Vraag.Soort.REEKS)}
        concept = koppel_reeksen(concept, ernaast)
        weg = [*verdwenen(concept, beslissingen.weggelaten())]
        concept = _met_suggesties(_zonder_weggelaten(concept, beslissingen), beslissingen)
        concept = controleer(concept, elders_gedrukt(concept.publicatie))
        concept = replace(concept, bevindingen=sorteer([*concept.bevindingen, *weg]))
        vragen = stel_vragen(concept, structuur, zoals_gelezen)
        transaction.set_rollback(True)
    concept = _met_antwoorden(concept, beslissingen)
    document = Document(bestand.naam, bestand.checksum, regels, structuur.versie, concept)
    eerder = Publicatie.objects.geladen().filter(naam=concept.publicatie or "").first()
    verschillen = Gepubliceerd(eerder).verschillen(concept) if eerder else []
    return Ontwerp(document, zoals_gelezen, beslissingen, vragen, verschillen, eerder is not None)


def lees_terug(aanlevering: Aanlevering) -> Uitlezing:
    """The newest reading of the file: its lines, and the draft that the reader made of them."""
    return msgspec.convert(aanlevering.uitlezingen.latest("pk").inhoud, Uitlezing)


def beslissingen_over(aanlevering: Aanlevering) -> Beslissingen:
    return Beslissingen.uit(aanlevering.vragen.beantwoord())


def _zoals_overgetypt(bestand: GelezenBestand, beslissingen: Beslissingen) -> Concept:
    overgetypt = beslissingen.overgetypt()
    if not overgetypt:
        return bestand.gelezen.concept
    regels, herkomst = typ_over(bestand.gelezen.regels, overgetypt)
    concept = lees_concept(regels, bestand.publicatie, gemeente_nu().naam, bestand.soort)
    return zoals_gedrukt(concept, herkomst, overgetypt)


def _zonder_weggelaten(concept: Concept, beslissingen: Beslissingen) -> Concept:
    """The draft in which the figures of an indicator that a person leaves out are of no definitie."""
    weg = beslissingen.weggelaten()
    cijfers = (replace(c, indicator="", definitie="") if c.naam in weg else c for c in concept.cijfers)
    return replace(concept, cijfers=tuple(cijfers))


def _met_suggesties(concept: Concept, beslissingen: Beslissingen) -> Concept:
    """The draft with the numbers out of sentences that a person took over, each for a definitie that they chose."""
    definities = {d.slug: d for d in Definitie.objects.select_related("indicator")}
    overgenomen = [
        _uit_een_zin(beslissing, suggestie, concept, definities[slug])
        for beslissing in beslissingen.over(Vraag.Soort.SUGGESTIE)
        for suggestie in concept.suggesties
        if beslissing.keuze == Antwoord.Keuze.OVERNEMEN
        and beslissing.sleutel == sleutel_van_suggestie(suggestie)
        and (slug := beslissing.gegevens["definitie"]) in definities
    ]
    return replace(concept, cijfers=(*concept.cijfers, *overgenomen))


def _uit_een_zin(beslissing: Beslissing, suggestie: Suggestie, concept: Concept, definitie: Definitie) -> Cijfer:
    gemeten_op = beslissing.gegevens.get("gemeten_op")
    return Cijfer(
        doelstelling="",
        naam=definitie.indicator.naam,
        bron=beslissing.gegevens.get("bron", ""),
        soort=Cijfersoort.REALISATIE,
        editie=concept.publicatie or "",
        jaar=int(beslissing.gegevens["jaar"]),
        waarde=suggestie.waarde,
        leeg=Leegsoort.NIET,
        procent=suggestie.procent,
        gedrukt=suggestie.gedrukt,
        regel=suggestie.regel,
        indicator=definitie.indicator.slug,
        definitie=definitie.slug,
        periode=beslissing.gegevens.get("periode", ""),
        gemeten_op=date.fromisoformat(gemeten_op) if gemeten_op else None,
    )


def _met_antwoorden(concept: Concept, beslissingen: Beslissingen) -> Concept:
    """The findings with what was said about them: it goes to the source page along with them."""
    gezegd = {beslissing.sleutel: beslissing for beslissing in beslissingen.alle if beslissing.toelichting}
    per_bevinding = {
        bevinding: gezegd[sleutel]
        for sleutel, samen in per_vraag(concept.bevindingen).items()
        if sleutel in gezegd
        for bevinding in samen
    }
    bevindingen = (_met_antwoord(b, per_bevinding[b]) if b in per_bevinding else b for b in concept.bevindingen)
    return replace(concept, bevindingen=tuple(bevindingen))


def _met_antwoord(bevinding: Bevinding, beslissing: Beslissing) -> Bevinding:
    """What a person leaves out is as bad as what could not be read; that it can be typed over is said no more."""
    ernst = Ernst.FOUT if beslissing.keuze == Antwoord.Keuze.WEGLATEN else bevinding.ernst
    tekst = f"{_OVER_TE_TYPEN.sub('', bevinding.tekst)} Bij de beoordeling: {beslissing.toelichting}"
    return replace(bevinding, ernst=ernst, tekst=tekst)
