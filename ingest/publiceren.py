"""Publishing: the only way in which a figure gets into the store. All of it in one transaction, or nothing."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from indicators.models import (
    Bedrag,
    Bevinding,
    Bewoording,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Keuze,
    Lezing,
    Passage,
    Post,
    PostBenaming,
    Programma,
    Publicatie,
    Tekst,
    Vermelding,
    Versie,
)
from ingest.laden import Document
from ingest.lezer.concept import Concept
from ingest.lezer.concept import Tekst as ConceptTekst
from ingest.lezer.document import VERSIE
from ingest.uitvoer import als_json
from ingest.verschillen import Gepubliceerd, betaalbaar, bruikbaar, plaats_van, postslug, sleutel_bedrag, sleutel_cijfer

# A fout about the document as a whole cannot be accepted: nothing of it can be relied on.
HELE_DOCUMENT = ("bestand", "soort onbekend", "publicatie", "hoofdstuk", "gemeente")

MIST_PROGRAMMA = (
    "{} staat al op de site, met programma {}. Dat staat niet in dit bestand en zou dus verdwijnen. "
    "Lever een bestand aan met alle programma's, of trek eerst in wat op de site staat."
)


@dataclass(frozen=True)
class Akkoord:
    """Who says that this may be published, by which way, and what they accept."""

    weg: str
    actor: uuid.UUID | None = None
    accepteer_fouten: bool = False
    vervang: bool = False


@dataclass(frozen=True)
class Uitkomst:
    """What publishing one document did: nothing, when the same reading was there already."""

    publicatie: Publicatie
    lezing: Lezing
    gepubliceerd: bool
    nieuwe_cijfers: int = 0


class Geweigerd(Exception):
    """The document is not published; `redenen` are (line or None, sentence in Dutch)."""

    def __init__(self, document: Document, redenen: Sequence[tuple[int | None, str]]) -> None:
        super().__init__(f"{document.bestandsnaam} is niet geladen")
        self.document, self.redenen = document, redenen


def publiceer(concepten: Iterable[Document], akkoord: Akkoord) -> list[Uitkomst]:
    """Publish all of these or none; raises Geweigerd for the first that cannot be.

    A fout refuses unless it is accepted; then what the fout is about stays out. Figures that differ
    from what is published refuse unless they may replace it.
    """
    documenten = list(concepten)
    with transaction.atomic():
        # All locks in one order, so that two loads at once wait for each other and never for ever.
        for naam in sorted({document.concept.publicatie or "" for document in documenten}):
            vergrendel(naam)
        uitkomsten = [_publiceer(document, akkoord) for document in documenten]
        if any(uitkomst.gepubliceerd for uitkomst in uitkomsten):
            tel_tabellen()
            verhoog_versie()
    return uitkomsten


def _publiceer(document: Document, akkoord: Akkoord) -> Uitkomst:
    concept = document.concept
    # of a kadernota the amounts are what matters
    is_nota = concept.soort == Publicatie.Soort.KADERNOTA
    onbruikbaar = not (betaalbaar(concept.bedragen) if is_nota else bruikbaar(concept.cijfers))
    if any(onbruikbaar or not akkoord.accepteer_fouten or fout.soort in HELE_DOCUMENT for fout in concept.fouten):
        raise Geweigerd(document, [(fout.regel, fout.tekst) for fout in concept.fouten])
    publicatie = publicatie_van(concept)
    if dubbel := list(_dubbel(concept, publicatie)):
        raise Geweigerd(document, dubbel)
    huidige = publicatie.lezingen.filter(staat=Lezing.Staat.GEPUBLICEERD).first()
    uitvoer = als_json(concept)
    if huidige and _zelfde_lezing(huidige, document, uitvoer):
        return Uitkomst(publicatie, huidige, gepubliceerd=False)
    vorige = Gepubliceerd(publicatie)
    if weg := sorted(vorige.programmas - _programmas(concept)):
        raise Geweigerd(document, [(None, MIST_PROGRAMMA.format(publicatie, ", ".join(weg)))])
    verschillen = vorige.verschillen(concept)
    if huidige and verschillen and not akkoord.vervang:
        raise Geweigerd(document, [*verschillen, (None, "Klopt het nieuwe bestand? Laad het dan met --vervang.")])
    if huidige:
        Lezing.objects.filter(pk=huidige.pk).update(staat=Lezing.Staat.VERVANGEN)
    lezing = Lezing.objects.create(
        publicatie=publicatie,
        bestandsnaam=document.bestandsnaam,
        checksum=document.checksum,
        lezer_versie=VERSIE,
        structuur_versie=document.structuur_versie,
        uitvoer=uitvoer,
        staat=Lezing.Staat.GEPUBLICEERD,
        weg=akkoord.weg,
        gepubliceerd_door=akkoord.actor,
    )
    _bewaar_bronnen(lezing, document)
    if concept.verbetert:
        _laat_vervallen(concept.verbetert, lezing)
    nieuw = _bewaar_cijfers(lezing, concept, vorige)
    _verhuis_keuzes(lezing)
    return Uitkomst(publicatie, lezing, gepubliceerd=True, nieuwe_cijfers=nieuw)


def _programmas(concept: Concept) -> set[str]:
    """The codes of the programmas of which this draft has figures."""
    definities = {cijfer.definitie for cijfer in bruikbaar(concept.cijfers)}
    van_cijfers = Programma.objects.filter(doelstellingen__indicatoren__definities__slug__in=definities)
    van_geld = {bedrag.programma for bedrag in betaalbaar(concept.bedragen) if bedrag.programma}
    return van_geld | set(van_cijfers.values_list("code", flat=True))


def _dubbel(concept: Concept, publicatie: Publicatie) -> Iterator[tuple[int, str]]:
    """Figures of which two would be kept as one and the same: nobody can say which of them holds."""
    cijfers = [(sleutel_cijfer(c), c.regel, f"{c.naam} {c.jaar}") for c in bruikbaar(concept.cijfers)]
    bedragen = [
        (sleutel_bedrag(b, publicatie), b.regel, f"{b.post} ({b.kant}) {b.jaar}") for b in betaalbaar(concept.bedragen)
    ]
    eerste: dict[tuple[object, ...], int] = {}
    for sleutel, regel, wat in (*cijfers, *bedragen):
        if sleutel in eerste:
            tekst = (
                f"{wat} staat hier twee keer: op regel {eerste[sleutel]} en op regel {regel}. Neem er een niet over."
            )
            yield regel, tekst
        eerste.setdefault(sleutel, regel)


def vergrendel(publicatie: str) -> None:
    """One publication of a publicatie at a time; the lock goes with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"publicatie {publicatie}"])


def tel_tabellen() -> None:
    """Tell the planner how much there is now: it may have counted when all was empty, or had been rolled back.

    Its locks last as long as the transaction, so nothing follows that another publication can hold. Tables that
    belong to another role are passed over, with a warning.
    """
    modellen = apps.get_app_config("indicators").get_models()
    tabellen = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in modellen)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tabellen}")


def verhoog_versie() -> None:
    """Every page that was kept is made anew."""
    Versie.objects.get_or_create(pk=1, defaults={"nummer": 0, "sinds": timezone.now()})
    Versie.objects.filter(pk=1).update(nummer=F("nummer") + 1, sinds=timezone.now())


def _verhuis_keuzes(lezing: Lezing) -> None:
    """A keuze goes along to the same figure with the same value; else it ends, and the findings say so."""
    for keuze in Keuze.objects.filter(vervallen_op=None, vermelding__vervallen_in=lezing).select_related("vermelding"):
        oud = keuze.vermelding
        zelfde = {veld: getattr(oud, veld) for veld in ("bewoording", "soort", "editie", "jaar", "periode", "waarde")}
        Keuze.objects.filter(pk=keuze.pk).update(vervallen_op=timezone.now())
        nieuw = Vermelding.objects.geldend().filter(**zelfde).first()
        if nieuw:
            Keuze.objects.create(vermelding=nieuw, reden=keuze.reden, actor=keuze.actor)
            continue
        tekst = (
            f"{oud.bewoording.naam} {oud.jaar}: een controleur koos {oud.gedrukt}. Dat cijfer geldt niet meer, en de "
            "keuze dus ook niet. De grafieken gebruiken weer de nieuwste bron."
        )
        Bevinding.objects.create(lezing=lezing, ernst="waarschuwing", soort="keuze vervallen", tekst=tekst)


def publicatie_van(concept: Concept) -> Publicatie:
    """The publicatie that this draft is of; made when it is the first."""
    naam, jaar = concept.publicatie or "", concept.jaar or 0
    opgave = concept.soort == Publicatie.Soort.OPGAVE
    publicatie, _ = Publicatie.objects.get_or_create(
        naam=naam,
        defaults={
            "slug": naam.replace(" ", "-"),
            "soort": concept.soort,
            "titel": concept.titel or f"Programmabegroting {jaar}-{jaar + 3}",
            "jaar": jaar,
            "aangeboden_op": timezone.localdate() if opgave else None,
        },
    )
    return publicatie


def _laat_vervallen(verbeterd: str, lezing: Lezing) -> None:
    """A correction succeeds the whole publicatie that it corrects; both stay to be seen."""
    Vermelding.objects.geldend().filter(bewoording__publicatie__naam=verbeterd).update(vervallen_in=lezing)
    vorige = Lezing.objects.filter(publicatie__naam=verbeterd, staat=Lezing.Staat.GEPUBLICEERD)
    vorige.update(staat=Lezing.Staat.VERVANGEN)


def _zelfde_lezing(huidige: Lezing, document: Document, uitvoer: dict[str, object]) -> bool:
    """The same file read alike. Findings may differ: they also compare with what other publicaties say."""
    gelezen = ("cijfers", "bedragen", "teksten")
    return (huidige.checksum, huidige.lezer_versie) == (document.checksum, VERSIE) and all(
        huidige.uitvoer[deel] == uitvoer[deel] for deel in gelezen
    )


def _bewaar_bronnen(lezing: Lezing, document: Document) -> None:
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


def _voorgenomen(concept: Concept) -> list[ConceptTekst]:
    """An indicator that is still to be made has no figures: what is known of it is what is printed."""
    soort = Tekst.Soort.VOORGENOMEN.value
    return [
        ConceptTekst(soort, ding.onder, ding.naam, ding.regel, ding.regel, samengevat=False)
        for ding in concept.voorgenomen
    ]


def _bewaar_cijfers(lezing: Lezing, concept: Concept, vorige: Gepubliceerd) -> int:
    """Add what is new or different, and mark what it succeeds; equal figures keep their row. Returns how many."""
    publicatie = lezing.publicatie
    passages = {passage.regel: passage for passage in lezing.passages.all()}
    bewoordingen = _bewoordingen(publicatie, concept)
    edities = {editie.naam: editie for editie in Publicatie.objects.all()}
    cijfers = {sleutel_cijfer(cijfer): cijfer for cijfer in bruikbaar(concept.cijfers)}
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
            editie=edities.get(cijfer.editie) or _onbekende_editie(cijfer.editie, edities),
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
    return len(vermeldingen) + _bewaar_bedragen(lezing, concept, vorige, passages)


def _bewaar_bedragen(lezing: Lezing, concept: Concept, vorige: Gepubliceerd, passages: dict[int, Passage]) -> int:
    bedragen = {sleutel_bedrag(b, lezing.publicatie): b for b in betaalbaar(concept.bedragen)}
    blijft = {
        sleutel
        for sleutel, bedrag in bedragen.items()
        if (oud := vorige.bedragen.get(sleutel))
        and (oud.als_gedrukt, oud.passage.regel, oud.bedrag) == (bedrag.als_gedrukt, bedrag.regel, bedrag.bedrag)
    }
    vervallen = [oud.pk for sleutel, oud in vorige.bedragen.items() if sleutel not in blijft]
    Bedrag.objects.filter(pk__in=vervallen).update(vervallen_in=lezing)
    benamingen = _benamingen(lezing.publicatie, concept) if bedragen else {}
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


def _onbekende_editie(naam: str, edities: dict[str, Publicatie]) -> Publicatie:
    """An edition that is only named in another one, such as PB 2022 in PB 2023."""
    jaar = int(naam.removeprefix("PB "))
    edities[naam] = Publicatie.objects.create(
        naam=naam,
        slug=naam.replace(" ", "-"),
        soort=Publicatie.Soort.PROGRAMMABEGROTING,
        titel=f"Programmabegroting {jaar}-{jaar + 3}",
        jaar=jaar,
    )
    return edities[naam]


def _bewoordingen(publicatie: Publicatie, concept: Concept) -> dict[str, Bewoording]:
    """By definitie; made as in the nearest edition for a publicatie that the mapping does not know."""
    bewoordingen = {b.definitie.slug: b for b in publicatie.bewoordingen.select_related("definitie")}
    for cijfer in bruikbaar(concept.cijfers):
        if cijfer.definitie not in bewoordingen:
            definitie = Definitie.objects.get(slug=cijfer.definitie)
            buren = definitie.bewoordingen.gedrukt().select_related("publicatie")
            dichtstbij = min(buren, key=lambda buur: abs(buur.publicatie.jaar - publicatie.jaar), default=None)
            bewoordingen[cijfer.definitie] = Bewoording.objects.create(
                definitie=definitie,
                publicatie=publicatie,
                onder=noem_doelstelling(publicatie, concept, cijfer.doelstelling) if cijfer.doelstelling else None,
                naam=cijfer.naam,
                # a series that no document prints has no begroting either
                soort_begroting=dichtstbij.soort_begroting if dichtstbij else Bewoording.SoortBegroting.KENGETAL,
            )
    return bewoordingen


def noem_doelstelling(publicatie: Publicatie, concept: Concept, code: str) -> DoelstellingBenaming | None:
    """What this publicatie calls the doelstelling that it numbers so; None while nobody knows which one it is."""
    benaming = publicatie.doelstellingen.filter(code=code).select_related("doelstelling").first()
    if benaming:
        return benaming
    naam = next((doelstelling.naam for doelstelling in concept.doelstellingen if doelstelling.code == code), "")
    bekend = DoelstellingBenaming.objects.filter(naam__iexact=naam).select_related("doelstelling").first()
    doelstelling = bekend.doelstelling if bekend else Doelstelling.objects.filter(code=code, naam__iexact=naam).first()
    if doelstelling is None:
        return None
    return DoelstellingBenaming.objects.create(doelstelling=doelstelling, publicatie=publicatie, code=code, naam=naam)


def _benamingen(publicatie: Publicatie, concept: Concept) -> dict[tuple[str, str, str], PostBenaming]:
    """By programma ("": none), table and slug of the post; policy rows and maatregelen get a post of their own."""
    programmas = {programma.code: programma for programma in Programma.objects.all()}
    benamingen = {plaats_van(b.post): b for b in publicatie.posten.select_related("post__programma")}
    posten = {plaats_van(post): post for post in Post.objects.select_related("programma")}
    for bedrag in betaalbaar(concept.bedragen):
        plaats = (bedrag.programma, bedrag.tabel, postslug(bedrag, publicatie))
        if plaats in benamingen:
            continue
        post = posten.get(plaats) or Post.objects.create(
            programma=programmas.get(bedrag.programma),
            tabel=bedrag.tabel,
            slug=plaats[2],
            naam=bedrag.post,
            volgorde=bedrag.regel,
        )
        benamingen[plaats] = PostBenaming.objects.create(
            post=post, publicatie=publicatie, code=bedrag.code, naam=bedrag.post
        )
    return benamingen
