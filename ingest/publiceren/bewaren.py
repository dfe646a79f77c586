"""The rows that a publication makes: sources, figures, amounts, and what can be found by a word."""

from collections.abc import Sequence

from indicators.models import (
    Bedrag,
    Bevinding,
    Definitie,
    Doelstelling,
    Lezing,
    Passage,
    Publicatie,
    Referentiecijfer,
    Tekst,
    Vermelding,
    Zoekwoord,
    Zoekzin,
)
from indicators.zoeken.woorden import KORTSTE, LANGSTE, woorden_in
from ingest.lezer.concept import Concept
from ingest.lezer.concept import Tekst as ConceptTekst
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Tekstsoort
from ingest.lezer.taal.doorzoekbaar import doorzoekbaar
from ingest.ontwerp.document import Document
from ingest.ontwerp.verschillen import Gepubliceerd
from ingest.structuur.benoemen import benamingen_van, bewoordingen_van, onbekende_editie
from ingest.structuur.sleutels import (
    betaalbaar,
    bruikbaar,
    geldsleutel_in_publicatie,
    postslug,
    sleutel_in_publicatie,
)


def bewaar_bronnen(lezing: Lezing, document: Document) -> None:
    """The lines, findings and texts of the lezing; every line is kept, so that numbers can point to it."""
    Passage.objects.bulk_create(
        Passage(
            lezing=lezing,
            regel=regel.nummer,
            pagina=regel.pagina,
            tekst=regel.gedrukt,
            samengevat=regel.samengevat,
        )
        for regel in document.regels
        if regel.gedrukt.strip()
    )
    _maak_doorzoekbaar(lezing, document.regels)
    Bevinding.objects.bulk_create(
        Bevinding(lezing=lezing, ernst=b.ernst.value, soort=b.soort, regel=b.regel, tekst=b.tekst)
        for b in document.concept.bevindingen
    )
    doelstellingen = {doelstelling.code: doelstelling for doelstelling in Doelstelling.objects.all()}
    definities = {definitie.slug: definitie for definitie in Definitie.objects.all()}
    Tekst.objects.bulk_create(
        Tekst(
            lezing=lezing,
            soort=tekst.soort,
            kop=tekst.kop,
            tekst=tekst.tekst,
            van_regel=tekst.van,
            tot_regel=tekst.tot,
            samengevat=tekst.samengevat,
            doelstelling=doelstellingen.get(tekst.doelstelling),
            definitie=definities.get(tekst.definitie),
            tabel=tekst.tabel,
        )
        for tekst in [*document.concept.teksten, *_voorgenomen(document.concept)]
    )


def _maak_doorzoekbaar(lezing: Lezing, regels: Sequence[Regel]) -> None:
    """Keep its sentences, and its words: in their order, so that two publications do not wait for each other."""
    gevonden = list(doorzoekbaar(regels))
    Zoekzin.objects.bulk_create(
        Zoekzin(
            lezing=lezing,
            van_regel=zin.regel(0),
            tot_regel=zin.regel(len(zin.tekst)),
            tekst=zin.tekst,
            samengevat=samengevat,
        )
        for zin, samengevat in gevonden
    )
    woorden = {woord for zin, _ in gevonden for woord in woorden_in(zin.tekst) if woord.isalpha()}
    te_bewaren = sorted(woord for woord in woorden if KORTSTE <= len(woord) <= LANGSTE)
    Zoekwoord.objects.bulk_create([Zoekwoord(woord=woord) for woord in te_bewaren], ignore_conflicts=True)


def _voorgenomen(concept: Concept) -> list[ConceptTekst]:
    """An indicator that is still to be made has no figures: what is known of it is what is printed."""
    return [
        ConceptTekst(Tekstsoort.VOORGENOMEN, ding.onder, ding.naam, ding.regel, ding.regel, samengevat=False)
        for ding in concept.voorgenomen
    ]


def bewaar_cijfers(lezing: Lezing, concept: Concept, vorige: Gepubliceerd) -> int:
    """Add what is new or different, and mark what it succeeds; equal figures keep their row. Returns how many."""
    publicatie = lezing.publicatie
    passages = {passage.regel: passage for passage in lezing.passages.all()}
    bewoordingen = bewoordingen_van(publicatie, concept)
    edities = {editie.naam: editie for editie in Publicatie.objects.all()}
    cijfers = {sleutel_in_publicatie(cijfer): cijfer for cijfer in bruikbaar(concept.cijfers)}
    blijft = {
        sleutel
        for sleutel, cijfer in cijfers.items()
        if (oud := vorige.cijfers.get(sleutel))
        and (oud.gedrukt, oud.passage.regel, oud.bron) == (cijfer.gedrukt, cijfer.regel, cijfer.bron)
    }
    vervallen = [oud.pk for sleutel, oud in vorige.cijfers.items() if sleutel not in blijft]
    Vermelding.objects.filter(pk__in=vervallen).update(vervallen_in=lezing)
    vermeldingen = Vermelding.objects.bulk_create(
        Vermelding(
            bewoording=bewoordingen[cijfer.definitie],
            passage=passages[cijfer.regel],
            soort=cijfer.soort,
            editie=edities.get(cijfer.editie) or onbekende_editie(cijfer.editie, edities),
            jaar=cijfer.jaar,
            periode=cijfer.periode,
            gemeten_op=cijfer.gemeten_op,
            voorlopig=cijfer.voorlopig,
            waarde=cijfer.waarde,
            leeg=cijfer.leeg,
            gedrukt=cijfer.gedrukt,
            bron=cijfer.bron,
        )
        for sleutel, cijfer in cijfers.items()
        if sleutel not in blijft
    )
    referenties = _bewaar_referenties(lezing, concept, passages)
    return len(vermeldingen) + _bewaar_bedragen(lezing, concept, vorige, passages) + referenties


def _bewaar_referenties(lezing: Lezing, concept: Concept, passages: dict[int, Passage]) -> int:
    """The figures of others; a file that comes in the place of another succeeds all of it."""
    vorige = Referentiecijfer.objects.geldend().filter(publicatie=lezing.publicatie)
    Referentiecijfer.objects.filter(pk__in=list(vorige.values_list("pk", flat=True))).update(vervallen_in=lezing)
    definities = dict(Definitie.objects.values_list("slug", "pk"))
    nieuw = Referentiecijfer.objects.bulk_create(
        Referentiecijfer(
            publicatie=lezing.publicatie,
            passage=passages[referentie.regel],
            reeks=referentie.reeks,
            definitie_id=definities.get(referentie.definitie),
            gemeente=referentie.gemeente,
            jaar=referentie.jaar,
            waarde=referentie.waarde,
            leeg=referentie.leeg,
            gedrukt=referentie.gedrukt,
            bron=referentie.bron,
            tabel=referentie.tabel,
            opgehaald_op=referentie.opgehaald_op,
        )
        for referentie in concept.referenties
    )
    return len(nieuw)


def _bewaar_bedragen(lezing: Lezing, concept: Concept, vorige: Gepubliceerd, passages: dict[int, Passage]) -> int:
    bedragen = {geldsleutel_in_publicatie(b, lezing.publicatie): b for b in betaalbaar(concept.bedragen)}
    blijft = {
        sleutel
        for sleutel, bedrag in bedragen.items()
        if (oud := vorige.bedragen.get(sleutel))
        and (oud.als_gedrukt, oud.passage.regel, oud.bedrag) == (bedrag.als_gedrukt, bedrag.regel, bedrag.bedrag)
    }
    vervallen = [oud.pk for sleutel, oud in vorige.bedragen.items() if sleutel not in blijft]
    Bedrag.objects.filter(pk__in=vervallen).update(vervallen_in=lezing)
    benamingen = benamingen_van(lezing.publicatie, concept) if bedragen else {}
    nieuw = Bedrag.objects.bulk_create(
        Bedrag(
            benaming=benamingen[bedrag.programma, bedrag.tabel, postslug(bedrag, lezing.publicatie)],
            passage=passages[bedrag.regel],
            kant=bedrag.kant,
            soort=bedrag.soort,
            stand=bedrag.stand,
            jaar=bedrag.jaar,
            bedrag=bedrag.bedrag,
            als_gedrukt=bedrag.als_gedrukt,
            leeg=bedrag.leeg,
            schaal=bedrag.schaal,
            tekenconventie=bedrag.tekenconventie,
        )
        for sleutel, bedrag in bedragen.items()
        if sleutel not in blijft
    )
    return len(nieuw)
