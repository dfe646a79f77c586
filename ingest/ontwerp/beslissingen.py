"""What people answered about a document, and what that changes in the structure: names, definities, breuken, posten.

The structure is changed in one way only: `leg_vast`. A draft runs it in a transaction that is undone, publishing in one
that stays; so what was seen is what is published, and the names are known when the next edition comes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from typing import Any

from django.db.models import Max, Prefetch

from indicators.models import (
    Bewoording,
    Breuk,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Lezing,
    Opvolging,
    Post,
    PostBenaming,
    Programma,
    Publicatie,
)
from ingest.aanhalen.vindplaatsen import haal_aan_uit
from ingest.lezer.concept import Cijfer, Concept
from ingest.lezer.concept import Doelstelling as ConceptDoelstelling
from ingest.lezer.regels import Regel
from ingest.models import Aanlevering, Antwoord, Vraag
from ingest.ontwerp.overtypen import Overgetypt
from ingest.structuur.adressen import als_slug, code_voor, vrij
from ingest.structuur.benoemen import noem_doelstelling
from ingest.structuur.einde import Eindigend, herleef
from ingest.structuur.rollen import met_reserves, voorgestelde_rol

OVER_TE_NEMEN = ("eenheid", "decimalen", "richting", "meetperiode", "ondergrens", "bovengrens")


@dataclass(frozen=True)
class Beslissing:
    """The answer that holds to one question, with what the question was about."""

    sleutel: str
    soort: str
    onderwerp: str
    tabel: str
    programma: str
    doelstelling: str | None
    """the printed code; None where the question did not say"""
    keuze: str
    gegevens: dict[str, Any]
    toelichting: str
    regel: int | None
    tot: int | None


class Beslissingen:
    """The answers about one document."""

    def __init__(self, alle: Iterable[Beslissing]) -> None:
        self.alle = list(alle)

    @classmethod
    def uit(cls, vragen: Iterable[Vraag]) -> "Beslissingen":
        """`vragen` come with their antwoorden."""
        return cls(
            Beslissing(
                vraag.sleutel,
                vraag.soort,
                vraag.voorstel.get("onderwerp", ""),
                vraag.voorstel.get("tabel", ""),
                vraag.voorstel.get("programma", ""),
                vraag.voorstel.get("doelstelling"),
                vraag.antwoord.keuze,
                vraag.antwoord.gegevens,
                vraag.antwoord.toelichting,
                vraag.regel,
                vraag.tot_regel,
            )
            for vraag in vragen
            if vraag.antwoord
        )

    def over(self, soort: Vraag.Soort) -> list[Beslissing]:
        return [beslissing for beslissing in self.alle if beslissing.soort == soort]

    def gegevens(self) -> dict[str, Any]:
        """Dates, status and address of the document; empty as long as nobody gave them."""
        return next((beslissing.gegevens for beslissing in self.over(Vraag.Soort.GEGEVENS)), {})

    def weggelaten(self) -> set[str]:
        """The names of indicatoren and doelstellingen that a person leaves out."""
        soorten = (Vraag.Soort.INDICATOR, Vraag.Soort.DEFINITIE, Vraag.Soort.DOELSTELLING)
        over = [beslissing for soort in soorten for beslissing in self.over(soort)]
        return {beslissing.onderwerp for beslissing in over if beslissing.keuze == Antwoord.Keuze.WEGLATEN}

    def overgetypt(self) -> list[Overgetypt]:
        """The lines that a person typed over."""
        return [
            Overgetypt(beslissing.regel, beslissing.tot or beslissing.regel, tuple(beslissing.gegevens["regels"]))
            for beslissing in self.over(Vraag.Soort.RIJ)
            if beslissing.keuze == Antwoord.Keuze.OVERTYPEN and beslissing.regel
        ]


class Naslag:
    """What is known of one document while its answers are written down: each thing is asked of the database once."""

    def __init__(self, concept: Concept, publicatie: Publicatie, beslissingen: Beslissingen) -> None:
        self.concept, self.publicatie = concept, publicatie
        self.programma = cache(partial(_programma_met, met_programmas(concept, beslissingen)))
        self.onder = cache(partial(noem_doelstelling, publicatie, concept))

    @cached_property
    def definities(self) -> dict[str, Definitie]:
        """By slug; each with the bewoordingen of documents, newest first."""
        gedrukt = Prefetch("bewoordingen", Bewoording.objects.gedrukt().order_by("-publicatie__jaar"))
        return {d.slug: d for d in Definitie.objects.select_related("indicator").prefetch_related(gedrukt)}


def leg_vast(concept: Concept, publicatie: Publicatie, beslissingen: Beslissingen, regels: Sequence[Regel]) -> None:
    """Write what was decided into the structure, for the names that this draft prints."""
    for beslissing in beslissingen.over(Vraag.Soort.PROGRAMMA):
        _programma(beslissing, concept)
    naslag = Naslag(concept, publicatie, beslissingen)
    for beslissing in beslissingen.over(Vraag.Soort.DOELSTELLING):
        _doelstelling(beslissing, naslag)
    posten = (_post(beslissing, naslag) for beslissing in beslissingen.over(Vraag.Soort.POST))
    PostBenaming.objects.bulk_create(filter(None, posten), ignore_conflicts=True)
    bewoordingen: list[Bewoording] = []
    for beslissing in [*beslissingen.over(Vraag.Soort.INDICATOR), *beslissingen.over(Vraag.Soort.DEFINITIE)]:
        eerste = next((cijfer for cijfer in concept.cijfers if cijfer.naam == beslissing.onderwerp), None)
        if eerste and beslissing.keuze != Antwoord.Keuze.WEGLATEN:
            bewoordingen += _definitie(beslissing, eerste, naslag, regels)
    Bewoording.objects.bulk_create(bewoordingen, ignore_conflicts=True)
    for beslissing in beslissingen.over(Vraag.Soort.OPVALLEND):
        if beslissing.keuze == Antwoord.Keuze.OPGEVOLGD:
            _opvolging(beslissing, concept, publicatie, regels)


def _programma(beslissing: Beslissing, concept: Concept) -> None:
    gedrukt = next((p for p in concept.programmas if p.naam == beslissing.onderwerp), None)
    if gedrukt is None or beslissing.keuze != Antwoord.Keuze.NIEUW:
        return
    naam = beslissing.gegevens.get("naam") or gedrukt.naam
    if not Programma.objects.filter(naam__iexact=naam).exists():
        code = vrij(Programma.alle.all(), "code", code_voor(gedrukt.code, naam), concept.jaar)
        _maak(Programma, {"naam": naam}, code=code)


def met_programmas(concept: Concept, beslissingen: Beslissingen) -> Concept:
    """The draft in which a programma that goes by another name has the name that is known.

    What was decided of a document holds for the next one too, unless it was withdrawn.
    """
    eerder = Vraag.objects.filter(soort=Vraag.Soort.PROGRAMMA, aanlevering__staat=Aanlevering.Staat.GEPUBLICEERD)
    blijvend = eerder.exclude(aanlevering__lezing__staat=Lezing.Staat.INGETROKKEN)
    onthouden = Beslissingen.uit(blijvend.order_by("pk").prefetch_related("antwoorden"))
    alle = [*onthouden.over(Vraag.Soort.PROGRAMMA), *beslissingen.over(Vraag.Soort.PROGRAMMA)]
    namen = dict(Programma.objects.values_list("code", "naam"))
    bestaand = (b for b in alle if b.keuze == Antwoord.Keuze.BESTAANDE and b.gegevens["code"] in namen)
    gekozen = {b.onderwerp: namen[b.gegevens["code"]] for b in bestaand}
    gekozen |= {b.onderwerp: b.gegevens["naam"] for b in alle if b.gegevens.get("naam")}
    programmas = (replace(p, naam=gekozen.get(p.naam, p.naam)) for p in concept.programmas)
    return replace(concept, programmas=tuple(programmas))


def _programma_met(bekend: Concept, code: str) -> Programma | None:
    """The programma that this document numbers so; another year may renumber them."""
    naam = next((programma.naam for programma in bekend.programmas if programma.code == code), "")
    return Programma.objects.filter(naam__iexact=naam).first() or Programma.objects.filter(code=code).first()


def _doelstelling(beslissing: Beslissing, naslag: Naslag) -> None:
    gedrukt = next((d for d in naslag.concept.doelstellingen if d.naam == beslissing.onderwerp), None)
    if gedrukt is None or beslissing.keuze == Antwoord.Keuze.WEGLATEN:
        return
    if beslissing.keuze == Antwoord.Keuze.BESTAANDE:
        doelstelling = Doelstelling.objects.filter(code=beslissing.gegevens["code"]).first()
    else:
        doelstelling = _nieuwe_doelstelling(gedrukt, beslissing.gegevens.get("naam") or gedrukt.naam, naslag)
    if doelstelling:  # else it ended since, with the document that it came with: it is asked anew
        DoelstellingBenaming.objects.get_or_create(
            doelstelling=doelstelling,
            publicatie=naslag.publicatie,
            defaults={"code": gedrukt.code, "naam": gedrukt.naam, "uit_document": True},
        )


def _nieuwe_doelstelling(gedrukt: ConceptDoelstelling, naam: str, naslag: Naslag) -> Doelstelling | None:
    programma = naslag.programma(gedrukt.code.partition(".")[0])
    if programma is None:
        return None
    laatste = programma.doelstellingen.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    return _maak(
        Doelstelling,
        {"programma": programma, "naam": naam},
        code=vrij(Doelstelling.alle.all(), "code", code_voor(gedrukt.code, naam), naslag.concept.jaar),
        volgorde=laatste + 1,
    )


def _post(beslissing: Beslissing, naslag: Naslag) -> PostBenaming | None:
    """What this document calls a post, to be kept."""
    programma = Programma.objects.filter(code=beslissing.programma).first()
    over = (
        b
        for b in naslag.concept.bedragen
        if (b.post, b.tabel) == (beslissing.onderwerp, beslissing.tabel)
        and beslissing.doelstelling in (None, b.doelstelling)
    )
    gedrukt = next((b for b in over if naslag.programma(b.programma) == programma), None)
    if gedrukt is None or programma is None or beslissing.keuze == Antwoord.Keuze.WEGLATEN:
        return None
    if beslissing.keuze == Antwoord.Keuze.BESTAANDE:
        bekend = programma.posten.filter(tabel=gedrukt.tabel, slug=beslissing.gegevens["slug"])
        post = bekend.first()
    else:
        benaming = naslag.onder(gedrukt.doelstelling) if gedrukt.doelstelling else None
        laatste = programma.posten.aggregate(laatste=Max("volgorde"))["laatste"] or 0
        van_de_tabel = Post.alle.filter(programma=programma, tabel=gedrukt.tabel)
        onder = benaming.doelstelling if benaming else None
        post = _maak(
            Post,
            {"programma": programma, "doelstelling": onder, "tabel": gedrukt.tabel, "naam": gedrukt.post},
            rol=beslissing.gegevens.get("rol") or voorgestelde_rol(gedrukt, met_reserves(naslag.concept.bedragen)),
            # free in its own table: two doelstellingen may each have an uitsplitsing with a Totaal
            slug=vrij(van_de_tabel, "slug", als_slug(gedrukt.post)),
            volgorde=laatste + 1,
        )
    if post is None:
        return None
    return PostBenaming(
        post=post, publicatie=naslag.publicatie, code=gedrukt.code, naam=gedrukt.post, uit_document=True
    )


def _definitie(beslissing: Beslissing, eerste: Cijfer, naslag: Naslag, regels: Sequence[Regel]) -> Iterator[Bewoording]:
    """What this document calls a definitie, to be kept; one that is new is made."""
    gegevens, publicatie = beslissing.gegevens, naslag.publicatie
    onder = naslag.onder(eerste.doelstelling) if eerste.doelstelling else None
    if eerste.doelstelling and onder is None:  # its doelstelling waits for an answer itself
        return
    elders = Bewoording.objects.filter(naam__iexact=eerste.naam).exclude(publicatie=publicatie)
    if beslissing.keuze == Antwoord.Keuze.NIEUW and elders.exists():  # made by another document since: it is asked anew
        return
    oud = naslag.definities.get(gegevens.get("definitie", ""))
    if beslissing.keuze == Antwoord.Keuze.NIEUW:
        # a rapportage prints no doelstelling: who makes a new indicator says which
        gekozen = Doelstelling.objects.filter(code=gegevens.get("doelstelling", "")).first()
        doelstelling = onder.doelstelling if onder else gekozen
        definitie = _nieuwe_indicator(gegevens, eerste, doelstelling, naslag.concept) if doelstelling else None
    elif oud and beslissing.keuze in (Antwoord.Keuze.ANDERS, Antwoord.Keuze.DOELEN_ANDERS):
        definitie = _andere_meting(oud, gegevens, eerste, naslag.concept)
    else:
        definitie = oud
    if definitie is None:  # what was chosen ended since, with the document that it came with: it is asked anew
        return
    if oud and gegevens.get("breuk"):
        Breuk.objects.create(
            van=oud,
            naar=definitie,
            jaar=gegevens.get("vanaf") if definitie == oud else None,
            zekerheid=gegevens["breuk"],
            reden=beslissing.toelichting,
            publicatie=publicatie,
            aanhaling=haal_aan_uit(publicatie, regels, eerste.regel),
            uit_document=True,
        )
    dichtstbij = next(iter(oud.bewoordingen.all()), None) if oud else None
    geerfd = dichtstbij.soort_begroting if dichtstbij else Bewoording.SoortBegroting.STREEFWAARDE
    soort = gegevens.get("soort_begroting") or geerfd
    zoals = {
        "publicatie": publicatie,
        "onder": onder,
        "naam": eerste.naam,
        "soort_begroting": soort,
        "uit_document": True,
    }
    vanaf = gegevens.get("vanaf") if beslissing.keuze == Antwoord.Keuze.DOELEN_ANDERS else None
    if oud and vanaf:
        yield Bewoording(definitie=oud, **zoals)
    yield Bewoording(definitie=definitie, begroting_vanaf=vanaf, **zoals)


def _opvolging(beslissing: Beslissing, concept: Concept, publicatie: Publicatie, regels: Sequence[Regel]) -> None:
    """What came in the place of an indicator that is gone: at the first line that prints it."""
    opvolger = Indicator.objects.filter(slug=beslissing.gegevens["opvolger"]).first()
    namen = set(opvolger.definities.values_list("bewoordingen__naam", flat=True)) if opvolger else set()
    eerste = next((cijfer for cijfer in concept.cijfers if cijfer.naam in namen), None)
    if opvolger is None or eerste is None:  # its answer was taken back since: then there is nothing in the place
        return
    zoals = {
        "soort": Opvolging.Soort.VERVANGEN,
        "reden": beslissing.toelichting,
        "aanhaling": haal_aan_uit(publicatie, regels, eerste.regel),
    }
    Opvolging.objects.update_or_create(
        van_indicator=Indicator.objects.get(slug=beslissing.onderwerp),
        naar_indicator=opvolger,
        publicatie=publicatie,
        defaults=zoals,
        create_defaults=zoals | {"uit_document": True},
    )


def _nieuwe_indicator(
    gegevens: dict[str, Any], eerste: Cijfer, doelstelling: Doelstelling, concept: Concept
) -> Definitie | None:
    laatste = doelstelling.indicatoren.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    hoort_bij = Indicator.objects.filter(slug=gegevens.get("hoort_bij", "")).first()
    if gegevens.get("hoort_bij") and hoort_bij is None:
        return None
    indicator = _maak(
        Indicator,
        {"doelstelling": doelstelling, "naam": gegevens.get("naam") or eerste.naam},
        aard=Indicator.Aard.CONTEXT if hoort_bij else Indicator.Aard.INDICATOR,
        hoort_bij=hoort_bij,
        slug=vrij(Indicator.alle.all(), "slug", als_slug(eerste.naam), concept.jaar),
        volgorde=laatste + 1,
    )
    meting = {veld: gegevens.get(veld) for veld in OVER_TE_NEMEN}
    return _maak_definitie(indicator, meting, gegevens, eerste, concept)


def _andere_meting(oud: Definitie, gegevens: dict[str, Any], eerste: Cijfer, concept: Concept) -> Definitie:
    """A new definitie of the same indicator: like the old one, but for what was said to be different."""
    meting = {veld: gegevens.get(veld, getattr(oud, veld)) for veld in OVER_TE_NEMEN}
    return _maak_definitie(oud.indicator, meting, gegevens, eerste, concept)


def _maak_definitie(
    indicator: Indicator, meting: dict[str, Any], gegevens: dict[str, Any], eerste: Cijfer, concept: Concept
) -> Definitie:
    laatste = indicator.definities.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    zoals = {"indicator": indicator, "omschrijving": gegevens["omschrijving"], **meting}
    slug = vrij(Definitie.alle.all(), "slug", als_slug(eerste.naam), concept.jaar)
    return herleef(Definitie, **zoals) or Definitie.objects.create(
        **zoals, slug=slug, volgorde=laatste + 1, uit_document=True
    )


def _maak(model: type[Eindigend], zoals: dict[str, Any], **verder: Any) -> Eindigend:
    """The row like this, which lives again if it ended; where there is none yet a new one."""
    bekend = model.objects.filter(**zoals).first() or herleef(model, **zoals)
    return bekend or model.objects.create(**zoals, **verder, uit_document=True)
