"""What people answered about a document, and by what name its programmas are known then."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from typing import Any

from django.db.models import Prefetch

from indicators.models import Bewoording, Definitie, Lezing, Programma, Publicatie
from ingest.lezer.concept import Bedrag, Concept
from ingest.models import Aanlevering, Antwoord, Vraag
from ingest.ontwerp.overtypen import Overgetypt
from ingest.structuur.benoemen import noem_doelstelling
from ingest.structuur.programmatabellen import titel_van


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


def met_programmas(concept: Concept, beslissingen: Beslissingen) -> Concept:
    """The draft in which a programma that goes by another name has the name that is known.

    What was decided of a document holds for the next one too, unless it was withdrawn. Of the tables here it also says
    whether a person agreed that they have what their programmas cost.
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
    aanvaard = {b.onderwerp for b in beslissingen.over(Vraag.Soort.TABEL) if b.keuze == Antwoord.Keuze.NIEUW}
    bedragen = (_met_naam(bedrag, gekozen, aanvaard) for bedrag in concept.bedragen)
    return replace(concept, programmas=tuple(programmas), bedragen=tuple(bedragen))


def _met_naam(bedrag: Bedrag, gekozen: Mapping[str, str], aanvaard: Container[str]) -> Bedrag:
    plek = bedrag.plek
    if plek is None:
        return bedrag
    naam = gekozen.get(plek.naam, plek.naam)
    return replace(bedrag, plek=replace(plek, naam=naam, aanvaard=titel_van(plek) in aanvaard))


class Naslag:
    """What is known of one document while its answers are written down: each thing is asked of the database once."""

    def __init__(self, concept: Concept, publicatie: Publicatie, beslissingen: Beslissingen) -> None:
        self.concept, self.publicatie = concept, publicatie
        bekend = met_programmas(concept, beslissingen)
        self.programma = cache(partial(_programma_met, bekend))
        self._namen = {gedrukt.plek: b.plek for gedrukt, b in zip(concept.bedragen, bekend.bedragen, strict=True)}
        self.onder = cache(partial(noem_doelstelling, publicatie, concept))

    def programma_van(self, bedrag: Bedrag) -> Programma | None:
        """That of an amount: as its table calls it, else as its chapter numbers it."""
        plek = self._namen.get(bedrag.plek)
        return Programma.objects.filter(naam__iexact=plek.naam).first() if plek else self.programma(bedrag.programma)

    @cached_property
    def definities(self) -> dict[str, Definitie]:
        """By slug; each with the bewoordingen of documents, newest first."""
        gedrukt = Prefetch("bewoordingen", Bewoording.objects.gedrukt().order_by("-publicatie__jaar"))
        return {d.slug: d for d in Definitie.objects.select_related("indicator").prefetch_related(gedrukt)}


def _programma_met(bekend: Concept, code: str) -> Programma | None:
    """The programma that this document numbers so; another year may renumber them."""
    naam = next((programma.naam for programma in bekend.programmas if programma.code == code), "")
    return Programma.objects.filter(naam__iexact=naam).first() or Programma.objects.filter(code=code).first()
