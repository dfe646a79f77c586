"""What was decided about names becomes structure: programmas, doelstellingen, definities, breuken, posten.

The structure is changed in one way only: `leg_vast`. A draft runs it in a transaction that is undone, publishing in one
that stays; so what was seen is what is published, and the names are known when the next edition comes.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Max

from indicators.models import (
    Bewoording,
    Breuk,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Opvolging,
    PostBenaming,
    Programma,
    Publicatie,
)
from ingest.aanhalen.vindplaatsen import haal_aan_uit
from ingest.lezer.concept import Cijfer, Concept
from ingest.lezer.concept import Doelstelling as ConceptDoelstelling
from ingest.lezer.regels import Regel
from ingest.models import Antwoord, Vraag
from ingest.ontwerp.beslissingen import Beslissing, Beslissingen, Naslag
from ingest.ontwerp.geldposten import benaming_van, benamingen_van_tabel
from ingest.structuur.adressen import als_slug, code_voor, vrij
from ingest.structuur.einde import herleef, maak
from ingest.structuur.programmatabellen import genoemde_programmas

OVER_TE_NEMEN = ("eenheid", "decimalen", "richting", "meetperiode", "ondergrens", "bovengrens")


def leg_vast(concept: Concept, publicatie: Publicatie, beslissingen: Beslissingen, regels: Sequence[Regel]) -> None:
    """Write what was decided into the structure, for the names that this draft prints."""
    for beslissing in beslissingen.over(Vraag.Soort.PROGRAMMA):
        _programma(beslissing, concept)
    naslag = Naslag(concept, publicatie, beslissingen)
    for beslissing in beslissingen.over(Vraag.Soort.DOELSTELLING):
        _doelstelling(beslissing, naslag)
    for beslissing in beslissingen.over(Vraag.Soort.TABEL):
        PostBenaming.objects.bulk_create(benamingen_van_tabel(beslissing, naslag), ignore_conflicts=True)
    posten = (benaming_van(beslissing, naslag) for beslissing in beslissingen.over(Vraag.Soort.POST))
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
    gedrukt = next((p for p in genoemde_programmas(concept) if p.naam == beslissing.onderwerp), None)
    if gedrukt is None or beslissing.keuze != Antwoord.Keuze.NIEUW:
        return
    naam = beslissing.gegevens.get("naam") or gedrukt.naam
    if not Programma.objects.filter(naam__iexact=naam).exists():
        code = vrij(Programma.alle.all(), "code", code_voor(gedrukt.code, naam), concept.jaar)
        maak(Programma, {"naam": naam}, code=code)


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
    return maak(
        Doelstelling,
        {"programma": programma, "naam": naam},
        code=vrij(Doelstelling.alle.all(), "code", code_voor(gedrukt.code, naam), naslag.concept.jaar),
        volgorde=laatste + 1,
    )


def _definitie(beslissing: Beslissing, eerste: Cijfer, naslag: Naslag, regels: Sequence[Regel]) -> Iterator[Bewoording]:
    """What this document calls a definitie, to be kept; one that is new is made."""
    gegevens, publicatie = beslissing.gegevens, naslag.publicatie
    onder = naslag.onder(eerste.doelstelling) if eerste.doelstelling else None
    if eerste.doelstelling and onder is None:  # its doelstelling waits for an answer itself
        return
    bekend = Bewoording.objects.filter(naam__iexact=eerste.naam)
    # made since: by another document, and it is asked anew; or by an earlier text of this one
    if beslissing.keuze == Antwoord.Keuze.NIEUW and bekend.exists():
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
    indicator = maak(
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
