"""What is taken over as the document that is published: a few lines, of which the first is the figure."""

import hashlib
from collections.abc import Sequence

from indicators.models import Definitie, Geldtabel, Post
from ingest.lezer.concept import Bedrag, Cijfer, Concept, Doelstelling
from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.soorten import Bedragsoort, Bedragstand, Cijfersoort, Kant, Leegsoort, Publicatiesoort, Tabelsoort
from ingest.models import Geldovername, Overname
from ingest.ontwerp.document import Document
from ingest.opgaven.opgavedocument import benaming, naam_in_document, plat
from ingest.opgaven.opgaven import NietToegestaan
from ingest.opgaven.waarde import NietBegrepen, lees_waarde
from ingest.structuur.bekend import haal_structuur


def als_overgenomen_doel(overname: Overname, definitie: Definitie) -> Document:
    """The goal of an edition that is not on the site, as measured there. Line 1 is the figure, 2 its printed line."""
    if lees_waarde(overname.cijfer, definitie) != overname.waarde:
        raise NietBegrepen(f"{overname} is {overname.waarde}, maar zou als {overname.cijfer} op de site komen.")
    indicator = definitie.indicator
    genoemd = benaming(definitie) or indicator.doelstelling
    besluit = "vastgesteld door de raad" if overname.vastgesteld else "voorstel van het college"
    regels = [
        f"{indicator.naam}, {overname.soort_begroting}, {overname.document} voor {overname.jaar}: {overname.cijfer}",
        f"Overgenomen uit {overname.plaats}: “{plat(overname.gedrukt)}”",
        f"{plat(overname.titel)}, {besluit}. Dit document staat niet op deze site.",
        *([f"Anders gemeten: {plat(overname.anders)}"] if overname.anders else []),
        *([f"Adres: {overname.adres}"] if overname.adres else []),
    ]
    cijfer = Cijfer(
        doelstelling=genoemd.code if genoemd else "",
        naam=naam_in_document(definitie),
        bron="",
        soort=Cijfersoort.BEGROTING,
        editie=overname.document,
        jaar=overname.jaar,
        waarde=overname.waarde,
        leeg=Leegsoort.NIET,
        procent=definitie.eenheid == "%",
        gedrukt=overname.cijfer,
        regel=1,
        indicator=indicator.slug,
        definitie=definitie.slug,
    )
    naam = f"Overname {overname.pk}"
    concept = Concept(
        publicatie=naam,
        jaar=overname.jaar,
        doelstellingen=(Doelstelling(genoemd.code, genoemd.naam, 1),) if genoemd else (),
        cijfers=(cijfer,),
        teksten=(),
        soort=Publicatiesoort.OPGAVE,
        titel=f"Overgenomen uit {overname.plaats}",
    )
    return _document(naam, regels, concept)


def als_overgenomen_bedrag(overname: Geldovername) -> Document:
    """What a doelstelling cost. Line 1 is the amount, 2 its printed line. Raises NietToegestaan if it has no post."""
    doelstelling = overname.doelstelling
    post = Post.objects.filter(doelstelling=doelstelling, tabel=Geldtabel.DOELSTELLING).first()
    if post is None:
        raise NietToegestaan(
            f"Van {doelstelling} staat geen geld op deze site. Er is niets om dit bedrag naast te leggen."
        )
    besluit = "vastgesteld door de raad" if overname.vastgesteld else "voorstel van het college"
    regels = [
        f"{doelstelling}, {overname.get_stand_display()} {overname.jaar}: {overname.cijfer}",
        f"Overgenomen uit {overname.plaats}: “{plat(overname.gedrukt)}”",
        f"{plat(overname.titel)}, {besluit}. Dit document staat niet op deze site.",
        *([f"Adres: {overname.adres}"] if overname.adres else []),
    ]
    is_rekening = overname.stand == Geldovername.Stand.REKENING
    bedrag = Bedrag(
        tabel=Tabelsoort.DOELSTELLING,
        doelstelling=doelstelling.code,
        code=doelstelling.code,
        post=post.naam,
        kant=Kant.SALDO,
        soort=Bedragsoort.REKENING if is_rekening else Bedragsoort.BEGROTING,
        stand=Bedragstand(overname.stand),
        jaar=overname.jaar,
        gedrukte_waarde=overname.bedrag / overname.schaal,
        als_gedrukt=overname.ingetypt,
        leeg=Leegsoort.NIET,
        schaal=overname.schaal,
        regel=1,
        tekenconventie="lasten negatief, baten positief",
        bedrag=overname.bedrag,
        programma=doelstelling.programma.code,
        sleutel=post.slug,
        rol=post.rol,
    )
    naam = f"Overname bedrag {overname.pk}"
    concept = Concept(
        publicatie=naam,
        jaar=overname.jaar,
        doelstellingen=(),
        cijfers=(),
        bedragen=(bedrag,),
        teksten=(),
        soort=Publicatiesoort.OPGAVE,
        titel=f"Overgenomen uit {overname.plaats}",
    )
    return _document(naam, regels, concept)


def _document(naam: str, regels: Sequence[str], concept: Concept) -> Document:
    inhoud = "\n".join(regels).encode()
    bestandsnaam = naam.lower().replace(" ", "-")
    checksum = hashlib.sha256(inhoud).hexdigest()
    return Document(bestandsnaam, checksum, lees_tekstregels(inhoud), haal_structuur().versie, concept)
