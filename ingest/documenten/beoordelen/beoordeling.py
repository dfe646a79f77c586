"""The judging of a document: the questions that its draft raises, and the answers that people give."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from indicators.models import Definitie
from ingest.documenten.beoordelen.samenvatting import Samenvatting, bewaarde_samenvatting, maak_samenvatting
from ingest.lezer.document import VERSIE
from ingest.lezer.soorten import OVER_HET_DOCUMENT, Bevindingsoort
from ingest.models import Aanlevering, Antwoord, Vraag
from ingest.ontwerp.beslissingen import Beslissing
from ingest.ontwerp.bewaard import bewaard_ontwerp, stand_van
from ingest.ontwerp.ontwerp import Ontwerp, maak_ontwerp
from ingest.structuur.ingehaald import eis_gezien


class NietOpen(Exception):
    """The document is not being judged now; the message says in Dutch what to do."""


class NogSteedsNiet(Exception):
    """What was typed cannot be read either; nothing is saved. The message says in Dutch why."""


def verwerk(aanlevering: Aanlevering) -> None:
    """Make the questions about what was just read: VERWERKT becomes TE_BEOORDELEN. May be called again."""
    with transaction.atomic():
        vast = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
        if vast.staat != Aanlevering.Staat.VERWERKT:
            return
        _werk_bij(vast, maak_ontwerp)
        vast.staat = Aanlevering.Staat.TE_BEOORDELEN
        vast.save(update_fields=["staat"])


def ververs(aanlevering: Aanlevering) -> Ontwerp:
    """The draft now, its questions brought up to date: what was published since may ask something. Raises NietOpen."""
    with transaction.atomic():
        return _werk_bij(_te_beoordelen(aanlevering.pk))


def vat_samen(aanlevering: Aanlevering) -> Samenvatting:
    """The same, in short: without the draft as long as it and its questions are as they were. Raises NietOpen."""
    with transaction.atomic():
        vast = _te_beoordelen(aanlevering.pk)
        bewaard = bewaarde_samenvatting(vast)
        if bewaard is None or bewaard.stand != stand_van(vast):
            _werk_bij(vast)
            bewaard = bewaarde_samenvatting(vast)
    assert bewaard is not None  # noqa: S101 it was just made
    return bewaard


def _werk_bij(vast: Aanlevering, maak: Callable[[Aanlevering], Ontwerp] = bewaard_ontwerp) -> Ontwerp:
    """The draft now, and its questions and summary beside it."""
    stand = stand_van(vast)  # before the draft: what changes while it is made, makes the next one
    ontwerp = maak(vast)
    werk_vragen_bij(vast, ontwerp)
    vast.samenvatting = msgspec.to_builtins(maak_samenvatting(ontwerp, stand))
    vast.save(update_fields=["samenvatting"])
    return ontwerp


def werk_vragen_bij(aanlevering: Aanlevering, ontwerp: Ontwerp) -> None:
    """One row for each question of this draft; one that it asks no more, and nobody answered, is set aside."""
    bestaand = {vraag.sleutel: vraag for vraag in aanlevering.vragen.all()}
    al_beantwoord = set(aanlevering.vragen.beantwoord().values_list("pk", flat=True))
    gesteld = {vraag.sleutel: vraag for vraag in ontwerp.vragen}
    nieuw, anders = [], []
    for sleutel, vraag in gesteld.items():
        velden = {"tekst": vraag.tekst, "regel": vraag.regel, "tot_regel": vraag.tot, "voorstel": vraag.voorstel}
        oud = bestaand.get(sleutel)
        if oud is None:
            nieuw.append(Vraag(aanlevering=aanlevering, sleutel=sleutel, soort=vraag.soort, **velden))
        elif any(getattr(oud, veld) != waarde for veld, waarde in {**velden, "vervallen_op": None}.items()):
            for veld, waarde in {**velden, "vervallen_op": None}.items():
                setattr(oud, veld, waarde)
            anders.append(oud)
    Vraag.objects.bulk_create(nieuw)
    Vraag.objects.bulk_update(anders, ["tekst", "regel", "tot_regel", "voorstel", "vervallen_op"])
    weg = [vraag.pk for sleutel, vraag in bestaand.items() if sleutel not in gesteld and vraag.pk not in al_beantwoord]
    Vraag.objects.geldend().filter(pk__in=weg).update(vervallen_op=timezone.now())


def beantwoord(
    vraag: Vraag, keuze: str, gegevens: dict[str, Any], toelichting: str, actor: UUID, rol: str, gezien: int
) -> Antwoord:
    """Keep an answer, and ask what follows from it.

    `gezien` is the number of the answer that the form showed (0: none); raises Ingehaald with the answer of a
    colleague, NietOpen when the document is not being judged, NogSteedsNiet when what was typed over cannot be read.
    Inside `handelend_als` only: the history must know who did this.
    """
    with transaction.atomic():
        aanlevering = _te_beoordelen(vraag.aanlevering_id)
        antwoord = _bewaar(vraag, gezien, keuze, gegevens, toelichting, actor, rol)
        if vraag.soort == Vraag.Soort.DOCUMENT and keuze == Antwoord.Keuze.ANDERS:
            lees_als(aanlevering, **gegevens)
            return antwoord
        ontwerp = _werk_bij(aanlevering)
        if keuze == Antwoord.Keuze.OVERTYPEN and (redenen := _ongelezen(vraag, ontwerp)):
            raise NogSteedsNiet(" ".join(redenen))
    return antwoord


def bevestig_vragen(aanlevering: Aanlevering, nummers: Collection[int], actor: UUID, rol: str) -> int:
    """Answer each of these questions in the way that needs no thought (`zonder_meer`), and return how many.

    One that a colleague answered in the meantime is left as it is. Inside `handelend_als` only; raises NietOpen.
    """
    with transaction.atomic():
        vast = _te_beoordelen(aanlevering.pk)
        gedaan = [
            _bewaar(vraag, 0, *antwoord, "", actor, rol)
            for vraag in vast.vragen.open().filter(pk__in=nummers)
            if (antwoord := zonder_meer(vraag))
        ]
        _werk_bij(vast)
    return len(gedaan)


def zonder_meer(vraag: Vraag) -> tuple[str, dict[str, Any]] | None:
    """The answer "so it is": to what is remarkable, to a name that is new, all of which the document tells, and to a
    measurement that is assumed to be as it was.

    Not where the document describes that measurement in other words: then a person compares them.
    """
    if vraag.soort == Vraag.Soort.OPVALLEND:
        return Antwoord.Keuze.GEZIEN, {}
    if vraag.voorstel.get("compleet") and not vraag.voorstel["lijkt_op"]:
        return Antwoord.Keuze.NIEUW, vraag.voorstel["nieuw"]
    if vraag.soort == Vraag.Soort.REEKS and vraag.voorstel["definitie"]:
        return Antwoord.Keuze.BESTAANDE, {"definitie": vraag.voorstel["definitie"]}
    omschreven = vraag.voorstel.get("omschreven", {"zelfde": True})
    if vraag.voorstel.get("wat") == Bevindingsoort.DEFINITIE_AANGENOMEN and omschreven["zelfde"]:
        return Antwoord.Keuze.ZELFDE, {"definitie": vraag.voorstel["definitie"], "breuk": "", "vanaf": None}
    return None


def _te_beoordelen(pk: int) -> Aanlevering:
    """The aanlevering, locked until the end of the transaction; raises NietOpen."""
    vast = Aanlevering.objects.select_for_update().get(pk=pk)
    if vast.staat != Aanlevering.Staat.TE_BEOORDELEN:
        raise NietOpen(f"Dit document is nu niet te beoordelen: {vast.get_staat_display()}.")
    return vast


def _bewaar(
    vraag: Vraag, gezien: int, keuze: str, gegevens: dict[str, Any], toelichting: str, actor: UUID, rol: str
) -> Antwoord:
    laatste = vraag.antwoorden.last()
    nummer = laatste.nummer if laatste else 0
    if laatste:
        eis_gezien(gezien, nummer, "Een collega heeft deze vraag intussen beantwoord.", laatste)
    velden = {"keuze": keuze, "gegevens": gegevens, "toelichting": toelichting, "actor": actor, "rol": rol}
    return Antwoord.objects.create(vraag=vraag, nummer=nummer + 1, **velden)


def _ongelezen(vraag: Vraag, ontwerp: Ontwerp) -> list[str]:
    """What is still wrong with the lines of this question, now that they are typed over.

    That one amount has another sign than those around it is no fault in what was typed: it is a question of its own.
    """
    van, tot = vraag.regel or 0, vraag.tot_regel or vraag.regel or 0
    rijen = (
        gesteld
        for gesteld in ontwerp.vragen
        if gesteld.soort == Vraag.Soort.RIJ and (gesteld.tot or gesteld.voorstel["wat"] != Bevindingsoort.TEKENS)
    )
    return [rij.tekst for rij in rijen if rij.regel is not None and van <= rij.regel <= tot]


def lees_als(aanlevering: Aanlevering, soort: str, publicatie: str) -> None:
    """Have it read again, as the document that a person says it is."""
    aanlevering.soort, aanlevering.publicatie = soort, publicatie
    aanlevering.staat, aanlevering.gelezen, aanlevering.tabellen = Aanlevering.Staat.WACHT, 0, 0
    aanlevering.save(update_fields=["soort", "publicatie", "staat", "gelezen", "tabellen"])


def bezwaren(aanlevering: Aanlevering, ontwerp: Ontwerp) -> list[str]:
    """Why this cannot be published yet, as sentences; empty when it can."""
    redenen = [b.tekst for b in ontwerp.document.concept.fouten if b.soort in OVER_HET_DOCUMENT]
    redenen += _toch_niet(ontwerp)
    open_ = len(_onbeantwoord(aanlevering, ontwerp))
    if open_:
        redenen.append("Er is nog 1 vraag open." if open_ == 1 else f"Er zijn nog {open_} vragen open.")
    concept = ontwerp.document.concept
    if not (concept.cijfers or concept.bedragen or concept.referenties):
        redenen.append("Er is geen enkel cijfer gelezen.")
    if is_verouderd(aanlevering):
        redenen.append("De lezer is intussen verbeterd. Laat het document opnieuw lezen.")
    return redenen


def is_verouderd(aanlevering: Aanlevering) -> bool:
    """Whether it was read by a reader that is better now."""
    return aanlevering.uitlezingen.values_list("lezer_versie", flat=True).latest("pk") != VERSIE


def _toch_niet(ontwerp: Ontwerp) -> list[str]:
    """What was answered and is asked again all the same, because of what was answered after that."""
    soorten = (
        Vraag.Soort.RIJ,
        Vraag.Soort.TABEL,
        Vraag.Soort.PROGRAMMA,
        Vraag.Soort.DOELSTELLING,
        Vraag.Soort.INDICATOR,
        Vraag.Soort.POST,
    )
    weg = (Antwoord.Keuze.WEGLATEN, Antwoord.Keuze.LATEN)
    besloten = {b.sleutel for ding in soorten for b in ontwerp.beslissingen.over(ding) if b.keuze not in weg}
    besloten |= {b.sleutel for b in ontwerp.beslissingen.over(Vraag.Soort.SUGGESTIE) if not _kan_nog(b)}
    weer = (vraag for vraag in ontwerp.vragen if vraag.sleutel in besloten)
    return [f"Het antwoord bij regel {vraag.regel} kan zo niet: {vraag.tekst}" for vraag in weer]


def _kan_nog(overgenomen: Beslissing) -> bool:
    """Whether the definitie of a number out of a sentence did not end since, with the document that it came with."""
    gekozen = overgenomen.gegevens.get("definitie")
    return gekozen is None or Definitie.objects.filter(slug=gekozen).exists()


def _onbeantwoord(aanlevering: Aanlevering, ontwerp: Ontwerp) -> Collection[str]:
    """The questions of this very draft that nobody answered, by their sleutel."""
    gesteld = {vraag.sleutel for vraag in ontwerp.vragen if vraag.soort != Vraag.Soort.SUGGESTIE}
    return gesteld - set(aanlevering.vragen.filter(antwoorden__isnull=False).values_list("sleutel", flat=True))
