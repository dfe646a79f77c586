"""A name that a document uses becomes a row."""

from django.utils import timezone

from indicators.models import (
    Bewoording,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Post,
    PostBenaming,
    Programma,
    Publicatie,
)
from ingest.lezer.concept import Concept
from ingest.lezer.soorten import Publicatiesoort
from ingest.structuur.einde import herleef
from ingest.structuur.sleutels import betaalbaar, bruikbaar, plaats_van, postslug


def publicatie_van(concept: Concept) -> Publicatie:
    """The publicatie that this draft is of; made when it is the first."""
    naam, jaar = concept.publicatie or "", concept.jaar or 0
    opgave = concept.soort is Publicatiesoort.OPGAVE
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


def onbekende_editie(naam: str, edities: dict[str, Publicatie]) -> Publicatie:
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


def bewoordingen_van(publicatie: Publicatie, concept: Concept) -> dict[str, Bewoording]:
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
                begroting_vanaf=dichtstbij.begroting_vanaf if dichtstbij else None,
                uit_document=True,
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
    # made of a name, its code may be another in a next reading of the same publicatie
    benaming, _ = DoelstellingBenaming.objects.get_or_create(
        doelstelling=doelstelling,
        publicatie=publicatie,
        defaults={"code": code, "naam": naam, "uit_document": True},
    )
    return benaming


def benamingen_van(publicatie: Publicatie, concept: Concept) -> dict[tuple[str, str, str], PostBenaming]:
    """By programma ("": none), table and slug of the post; policy rows and maatregelen get a post of their own."""
    programmas = {programma.code: programma for programma in Programma.objects.all()}
    benamingen = {plaats_van(b.post): b for b in publicatie.posten.select_related("post__programma")}
    posten = {plaats_van(post): post for post in Post.objects.select_related("programma")}
    for bedrag in betaalbaar(concept.bedragen):
        plaats = (bedrag.programma, bedrag.tabel, postslug(bedrag, publicatie))
        if plaats in benamingen:
            continue
        waar = {"programma": programmas.get(bedrag.programma), "tabel": bedrag.tabel, "slug": plaats[2]}
        zoals = {"naam": bedrag.post, "rol": bedrag.rol, "volgorde": bedrag.regel, "uit_document": True}
        post = posten.get(plaats) or herleef(Post, **waar) or Post.objects.create(**waar, **zoals)
        benamingen[plaats] = PostBenaming.objects.create(
            post=post,
            publicatie=publicatie,
            code=bedrag.code,
            naam=bedrag.post,
            onder=bedrag.onder,
            uit_document=True,
        )
    return benamingen
