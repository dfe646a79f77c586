"""What a person typed as a document: the lines that its source page shows, and the one figure that they say."""

import hashlib

from django.utils.formats import date_format

from indicators.models import Aanhaling, Definitie, DoelstellingBenaming, Publicatie
from ingest.lezer.concept import Cijfer, Concept, Doelstelling, Tekst
from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.soorten import Cijfersoort, Leegsoort, Publicatiesoort, Tekstsoort
from ingest.models import Opgave
from ingest.ontwerp.document import Document
from ingest.opgaven.waarde import NietBegrepen, lees_waarde
from ingest.structuur.bekend import haal_structuur


def als_document(opgave: Opgave) -> Document:
    """What `publiceer` takes. Line 1 is the figure as typed; the explanation follows from its own line on."""
    definitie = opgave.definitie
    # What was approved is read again: a script may have changed the row, or the bounds since then.
    if opgave.waarde is not None and lees_waarde(opgave.cijfer, definitie) != opgave.waarde:
        raise NietBegrepen(f"{opgave} is {opgave.waarde}, maar zou als {opgave.cijfer} op de site komen.")
    indicator, doelstelling = definitie.indicator, definitie.indicator.doelstelling
    # Beside 69 % a reader takes 76 for something else; what was typed stays on the line.
    ingetypt = "" if opgave.waarde is None or opgave.ingetypt == opgave.cijfer else f" (ingetypt als {opgave.ingetypt})"
    kop = [
        f"{indicator.naam}, {opgave.over}: {opgave.cijfer}{ingetypt}",
        *([f"Verwacht vanaf {date_format(opgave.bekend_vanaf, 'j F Y')}"] if opgave.bekend_vanaf else []),
        *([] if opgave.waarde is None else ["Voorlopig cijfer." if opgave.voorlopig else "Definitief cijfer."]),
        *([f"Bron: {opgave.bron}"] if opgave.bron else []),
        *([f"Gemeten op {opgave.gemeten_op:%d-%m-%Y}"] if opgave.gemeten_op else []),
        *([_vindplaats(opgave.uit_aanhaling)] if opgave.uit_aanhaling else []),
        *([f"Reden van de correctie: {plat(opgave.reden)}"] if opgave.verbetert else []),
    ]
    uitleg = [regel.strip() for regel in opgave.toelichting.splitlines() if regel.strip()]
    inhoud = "\n".join([*(plat(regel) for regel in kop), *uitleg]).encode()
    naam = naam_van(opgave)
    code = doelstelling.code if doelstelling else ""
    genoemd = benaming(definitie) or doelstelling  # a doelstelling that no document names has its own name
    cijfer = Cijfer(
        doelstelling=genoemd.code if genoemd else code,
        naam=naam_in_document(definitie),
        bron=opgave.bron,
        soort=Cijfersoort.REALISATIE,
        editie=naam,
        jaar=opgave.jaar,
        waarde=opgave.waarde,
        leeg=Leegsoort(opgave.geen),
        procent=definitie.eenheid == "%",
        gedrukt=opgave.cijfer if opgave.waarde is not None else "",
        regel=1,
        indicator=indicator.slug,
        definitie=definitie.slug,
        periode=opgave.periode,
        voorlopig=opgave.voorlopig,
        gemeten_op=opgave.gemeten_op,
    )
    toelichting = Tekst(
        soort=Tekstsoort.TOELICHTING,
        kop=indicator.naam,
        tekst="\n".join(uitleg),
        van=len(kop) + 1,
        tot=len(kop) + len(uitleg),
        samengevat=False,
        doelstelling=code,
        indicator=indicator.slug,
        definitie=definitie.slug,
    )
    concept = Concept(
        publicatie=naam,
        jaar=opgave.jaar,
        doelstellingen=(Doelstelling(genoemd.code, genoemd.naam, 1),) if genoemd else (),
        cijfers=(cijfer,),
        teksten=(toelichting,) if uitleg else (),
        soort=Publicatiesoort.OPGAVE,
        titel=f"Opgave {opgave.pk} van de gemeente: {indicator.naam}, {opgave.over}"[:200],
        verbetert=naam_van(opgave.verbetert) if opgave.verbetert else "",
    )
    checksum = hashlib.sha256(inhoud).hexdigest()
    return Document(f"opgave-{opgave.pk}", checksum, lees_tekstregels(inhoud), haal_structuur().versie, concept)


def naam_van(opgave: Opgave) -> str:
    """The name of the publicatie that a published opgave becomes."""
    return f"Opgave {opgave.pk}"


def plat(tekst: str) -> str:
    return " ".join(tekst.split())


def _vindplaats(aanhaling: Aanhaling) -> str:
    """Where the figure stands in another document, on the lines that it has now; this one never changes."""
    publicatie, plaats = aanhaling.publicatie, aanhaling.plaats
    druk = f" (druk {publicatie.druk})" if publicatie.druk > 1 else ""
    return f"Staat in {publicatie}, regel {plaats.van_regel}{druk}" if plaats else f"Staat in {publicatie}"


def benaming(definitie: Definitie) -> DoelstellingBenaming | None:
    """What the newest document calls the doelstelling; an opgave takes over its words."""
    benamingen = DoelstellingBenaming.objects.filter(doelstelling=definitie.indicator.doelstelling)
    return benamingen.exclude(publicatie__soort=Publicatie.Soort.OPGAVE).order_by("-publicatie__jaar").first()


def naam_in_document(definitie: Definitie) -> str:
    genoemd = definitie.bewoordingen.gedrukt().order_by("-publicatie__jaar").first()
    return genoemd.naam if genoemd else definitie.indicator.naam
