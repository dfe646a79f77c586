"""The judging of a document: the questions that its draft raises, and the answers that people give."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ingest.lezer.document import VERSIE
from ingest.models import Aanlevering, Antwoord, Vraag
from ingest.ontwerp import Ontwerp, maak_ontwerp
from ingest.vragen import OVER_HET_DOCUMENT

Staat = Aanlevering.Staat


class Ingehaald(Exception):
    """A colleague answered this question since it was shown; nothing is saved. `antwoord` is theirs."""

    def __init__(self, antwoord: Antwoord) -> None:
        super().__init__("Een collega heeft deze vraag intussen beantwoord.")
        self.antwoord = antwoord


class NietOpen(Exception):
    """The document is not being judged now; the message says in Dutch what to do."""


def verwerk(aanlevering: Aanlevering) -> None:
    """Make the questions about what was just read: VERWERKT becomes TE_BEOORDELEN. May be called again."""
    with transaction.atomic():
        vast = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
        if vast.staat != Staat.VERWERKT:
            return
        werk_vragen_bij(vast, maak_ontwerp(vast))
        vast.staat = Staat.TE_BEOORDELEN
        vast.save(update_fields=["staat"])


def werk_vragen_bij(aanlevering: Aanlevering, ontwerp: Ontwerp) -> None:
    """One row for each question of this draft; one that it asks no more, and nobody answered, is set aside."""
    bestaand = {vraag.sleutel: vraag for vraag in aanlevering.vragen.prefetch_related("antwoorden")}
    gesteld = {vraag.sleutel: vraag for vraag in ontwerp.vragen}
    nu = timezone.now()
    for sleutel, vraag in gesteld.items():
        velden = {"tekst": vraag.tekst, "regel": vraag.regel, "tot_regel": vraag.tot, "vervallen_op": None}
        Vraag.objects.update_or_create(
            aanlevering=aanlevering,
            sleutel=sleutel,
            defaults=velden | {"voorstel": vraag.voorstel},
            create_defaults=velden | {"voorstel": vraag.voorstel, "soort": vraag.soort},
        )
    weg = [vraag.pk for sleutel, vraag in bestaand.items() if sleutel not in gesteld and not vraag.antwoord]
    Vraag.objects.geldend().filter(pk__in=weg).update(vervallen_op=nu)


def beantwoord(
    vraag: Vraag, keuze: str, gegevens: dict[str, Any], toelichting: str, actor: UUID, rol: str, gezien: int
) -> Antwoord:
    """Keep an answer, and ask what follows from it.

    `gezien` is the number of the answer that the form showed (0: none); raises Ingehaald when there is another by now,
    NietOpen when the document is not being judged. Inside `als` only: the history must know who did this.
    """
    with transaction.atomic():
        aanlevering = Aanlevering.objects.select_for_update().get(pk=vraag.aanlevering_id)
        if aanlevering.staat != Staat.TE_BEOORDELEN:
            raise NietOpen(f"Dit document is nu niet te beoordelen: {aanlevering.get_staat_display()}.")
        laatste = vraag.antwoorden.last()
        if laatste and laatste.nummer != gezien:
            raise Ingehaald(laatste)
        antwoord = Antwoord.objects.create(
            vraag=vraag,
            nummer=(laatste.nummer if laatste else 0) + 1,
            keuze=keuze,
            gegevens=gegevens,
            toelichting=toelichting,
            actor=actor,
            rol=rol,
        )
        if vraag.soort == Vraag.Soort.DOCUMENT and keuze == "anders":
            lees_als(aanlevering, **gegevens)
        else:
            werk_vragen_bij(aanlevering, maak_ontwerp(aanlevering))
    return antwoord


def lees_als(aanlevering: Aanlevering, soort: str, publicatie: str) -> None:
    """Have it read again, as the document that a person says it is."""
    aanlevering.soort, aanlevering.publicatie = soort, publicatie
    aanlevering.staat, aanlevering.gelezen, aanlevering.tabellen = Staat.WACHT, 0, 0
    aanlevering.save(update_fields=["soort", "publicatie", "staat", "gelezen", "tabellen"])


def bezwaren(aanlevering: Aanlevering, ontwerp: Ontwerp) -> list[str]:
    """Why this cannot be published yet, as sentences; empty when it can."""
    redenen = [b.tekst for b in ontwerp.document.concept.fouten if b.soort in OVER_HET_DOCUMENT]
    open_ = aanlevering.vragen.open().count()
    if open_:
        redenen.append("Er is nog 1 vraag open." if open_ == 1 else f"Er zijn nog {open_} vragen open.")
    if not ontwerp.document.concept.cijfers and not ontwerp.document.concept.bedragen:
        redenen.append("Er is geen enkel cijfer gelezen.")
    if aanlevering.uitlezingen.latest("pk").lezer_versie != VERSIE:
        redenen.append("De lezer is intussen verbeterd. Laat het document opnieuw lezen.")
    return redenen
