"""A prognose as a document: the lines of its source page, and the one figure that they say."""

import hashlib

from django.utils import timezone
from django.utils.formats import date_format

from ingest.lezer.concept import Cijfer, Concept, Doelstelling
from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.soorten import Cijfersoort, Leegsoort, Publicatiesoort
from ingest.models import Prognose
from ingest.ontwerp.document import Document
from ingest.opgaven.opgavedocument import benaming, naam_in_document
from ingest.opgaven.waarde import NietBegrepen, lees_waarde
from ingest.structuur.bekend import haal_structuur


def als_prognosedocument(prognose: Prognose) -> Document:
    """What `publiceer` takes. Line 1 is the figure; no text of it stands among the explanations of results."""
    definitie, indicator = prognose.definitie, prognose.definitie.indicator
    if lees_waarde(prognose.cijfer, definitie) != prognose.waarde:
        raise NietBegrepen(f"{prognose} is {prognose.waarde}, maar zou als {prognose.cijfer} op de site komen.")
    dag = timezone.localdate(prognose.voorgelegd_op)
    regels = [
        f"{indicator.naam}, prognose voor {prognose.over}: {prognose.cijfer}",
        f"Prognose van {date_format(dag, 'j F Y')}: wat de gemeente verwacht. Het is geen resultaat en geen doel.",
        *(regel.strip() for regel in prognose.toelichting.splitlines() if regel.strip()),
    ]
    inhoud = "\n".join(regels).encode()
    naam, genoemd = f"Prognose {prognose.pk}", benaming(definitie) or indicator.doelstelling
    cijfer = Cijfer(
        doelstelling=genoemd.code if genoemd else "",
        naam=naam_in_document(definitie),
        bron="",
        soort=Cijfersoort.PROGNOSE,
        editie=naam,
        jaar=prognose.jaar,
        waarde=prognose.waarde,
        leeg=Leegsoort.NIET,
        procent=definitie.eenheid == "%",
        gedrukt=prognose.cijfer,
        regel=1,
        indicator=indicator.slug,
        definitie=definitie.slug,
        periode=prognose.periode,
        gemeten_op=dag,  # the day of which it tells
    )
    concept = Concept(
        publicatie=naam,
        jaar=prognose.jaar,
        doelstellingen=(Doelstelling(genoemd.code, genoemd.naam, 1),) if genoemd else (),
        cijfers=(cijfer,),
        soort=Publicatiesoort.OPGAVE,
        titel=f"{naam} van de gemeente: {indicator.naam}, {prognose.over}"[:200],
    )
    checksum = hashlib.sha256(inhoud).hexdigest()
    return Document(f"prognose-{prognose.pk}", checksum, lees_tekstregels(inhoud), haal_structuur().versie, concept)
