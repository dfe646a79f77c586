"""Publishing: the only way in which a figure gets into the store. All of it in one transaction, or nothing."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from indicators.models import (
    Bedrag,
    Bevinding,
    Geldtabel,
    Keuze,
    Lezing,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.models.bronnen import verhoog_versie
from ingest.aanhalen.vindplaatsen import neem_nagelezen_over, vind_terug
from ingest.lezer.concept import Concept
from ingest.lezer.document import VERSIE
from ingest.lezer.soorten import OVER_HET_DOCUMENT, Bevindingsoort, Publicatiesoort
from ingest.models import Geldovername, Overname, Prognose
from ingest.ontwerp.document import Document
from ingest.ontwerp.ontwerp import Ontwerp
from ingest.ontwerp.uitvoer import als_json
from ingest.ontwerp.vastleggen import leg_vast
from ingest.ontwerp.verschillen import Gepubliceerd
from ingest.publiceren.bewaren import bewaar_bronnen, bewaar_cijfers
from ingest.structuur.benoemen import publicatie_van
from ingest.structuur.sleutels import betaalbaar, bruikbaar, geldsleutel_in_publicatie, sleutel_in_publicatie
from ingest.structuur.sloten import Slot, vergrendel

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
class Publicatieresultaat:
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


def publiceer(concepten: Iterable[Document], akkoord: Akkoord) -> list[Publicatieresultaat]:
    """Publish all of these or none; raises Geweigerd for the first that cannot be.

    A fout refuses unless it is accepted; then what the fout is about stays out. Figures that differ
    from what is published refuse unless they may replace it.
    """
    documenten = list(concepten)
    with transaction.atomic():
        for naam in sorted({document.concept.publicatie or "" for document in documenten}):
            vergrendel(Slot.PUBLICATIE, naam)
        uitkomsten = [_publiceer(document, akkoord) for document in documenten]
        if any(uitkomst.gepubliceerd for uitkomst in uitkomsten):
            tel_tabellen()
            verhoog_versie()
    return uitkomsten


def publiceer_ontwerp(ontwerp: Ontwerp, akkoord: Akkoord) -> Publicatieresultaat:
    """What was decided about names becomes structure, and the draft what the site tells; raises Geweigerd."""
    concept, beslissingen = ontwerp.document.concept, ontwerp.beslissingen
    with transaction.atomic():
        vergrendel(Slot.STRUCTUUR)
        publicatie = publicatie_van(concept)
        leg_vast(ontwerp.gelezen, publicatie, beslissingen, ontwerp.document.regels)
        (uitkomst,) = publiceer([ontwerp.document], akkoord)
        if uitkomst.gepubliceerd:
            Publicatie.objects.filter(pk=publicatie.pk).update(**beslissingen.gegevens())
        return uitkomst


def _publiceer(document: Document, akkoord: Akkoord) -> Publicatieresultaat:
    concept = document.concept
    # the chapters of a begroting have indicators; of a kadernota, and of what has none, the amounts are what matters
    met_hoofdstukken = concept.soort is Publicatiesoort.PROGRAMMABEGROTING and concept.programmas
    om_cijfers = concept.soort is not Publicatiesoort.KADERNOTA and (concept.cijfers or met_hoofdstukken)
    bruikbare = bruikbaar(concept.cijfers) if om_cijfers else betaalbaar(concept.bedragen)
    onbruikbaar = not (bruikbare or concept.referenties)
    if any(onbruikbaar or not akkoord.accepteer_fouten or fout.soort in OVER_HET_DOCUMENT for fout in concept.fouten):
        raise Geweigerd(document, [(fout.regel, fout.tekst) for fout in concept.fouten])
    publicatie = publicatie_van(concept)
    if dubbel := list(_dubbel(concept, publicatie)):
        raise Geweigerd(document, dubbel)
    huidige = publicatie.lezingen.filter(staat=Lezing.Staat.GEPUBLICEERD).first()
    uitvoer = als_json(concept)
    if huidige and _zelfde_lezing(huidige, document, uitvoer):
        return Publicatieresultaat(publicatie, huidige, gepubliceerd=False)
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
        druk=_druk(publicatie, document),
    )
    bewaar_bronnen(lezing, document)
    if lezing.druk != publicatie.druk:
        Publicatie.objects.filter(pk=publicatie.pk).update(druk=lezing.druk)
    vind_terug(lezing)
    if huidige:
        neem_nagelezen_over(huidige, lezing)
    if concept.verbetert:
        _laat_vervallen(concept.verbetert, lezing)
    nieuw = bewaar_cijfers(lezing, concept, vorige)
    _volg_overgenomen_op(lezing)
    _haal_prognoses_in(lezing)
    _verhuis_keuzes(lezing)
    return Publicatieresultaat(publicatie, lezing, gepubliceerd=True, nieuwe_cijfers=nieuw)


def _druk(publicatie: Publicatie, document: Document) -> int:
    """The druk of the last lezing when this has the same lines, else the next: an address of a line never moves."""
    vorige = publicatie.lezingen.order_by("druk", "pk").last()
    if vorige is None:
        return 1
    nieuw = {regel.nummer: regel.gedrukt for regel in document.regels if regel.gedrukt.strip()}
    return vorige.druk + (nieuw != dict(vorige.passages.values_list("regel", "tekst")))


def _programmas(concept: Concept) -> set[str]:
    """The codes of the programmas of which this draft has figures."""
    definities = {cijfer.definitie for cijfer in bruikbaar(concept.cijfers)}
    van_cijfers = Programma.objects.filter(doelstellingen__indicatoren__definities__slug__in=definities)
    van_geld = {bedrag.programma for bedrag in betaalbaar(concept.bedragen) if bedrag.programma}
    return van_geld | set(van_cijfers.values_list("code", flat=True))


def _dubbel(concept: Concept, publicatie: Publicatie) -> Iterator[tuple[int, str]]:
    """Figures of which two would be kept as one and the same: nobody can say which of them holds."""
    cijfers = [(sleutel_in_publicatie(c), c.regel, f"{c.naam} {c.jaar}") for c in bruikbaar(concept.cijfers)]
    bedragen = [
        (geldsleutel_in_publicatie(b, publicatie), b.regel, f"{b.post} ({b.kant}) {b.jaar}")
        for b in betaalbaar(concept.bedragen)
    ]
    eerste: dict[tuple[object, ...], int] = {}
    for sleutel, regel, wat in (*cijfers, *bedragen):
        if sleutel in eerste:
            tekst = (
                f"{wat} staat hier twee keer: op regel {eerste[sleutel]} en op regel {regel}. Neem er een niet over."
            )
            yield regel, tekst
        eerste.setdefault(sleutel, regel)


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
        Bevinding.objects.create(
            lezing=lezing, ernst=Bevinding.Ernst.WAARSCHUWING, soort=Bevindingsoort.KEUZE_VERVALLEN, tekst=tekst
        )


def _volg_overgenomen_op(lezing: Lezing) -> None:
    """What a person took over from this edition is succeeded by what it prints itself, also where that is another.

    Where it differs the review asked about it, as about any two sources.
    """
    if lezing.publicatie.soort == Publicatie.Soort.JAARSTUKKEN:
        _volg_bedragen_op(lezing)
    if lezing.publicatie.soort != Publicatie.Soort.PROGRAMMABEGROTING:  # the doel in a rapportage is its own
        return
    gedrukt = Vermelding.objects.geldend().van(lezing.publicatie).filter(soort=Vermelding.Soort.BEGROTING)
    overgenomen = Overname.objects.in_staat(Overname.Staat.GEPUBLICEERD).filter(editie=lezing.publicatie.jaar)
    for overname in overgenomen.met_definitie():
        van_hetzelfde = gedrukt.filter(editie=lezing.publicatie, jaar=overname.jaar)
        if overname.anders:  # how the document measures it, its own review said
            van_hetzelfde = van_hetzelfde.filter(bewoording__definitie__indicator=overname.definitie.indicator_id)
        else:
            van_hetzelfde = van_hetzelfde.filter(bewoording__definitie=overname.definitie_id)
        if van_hetzelfde.exists():
            _neem_plaats_in(lezing, Lezing.objects.filter(overname=overname))
            Overname.objects.filter(pk=overname.pk).update(staat=Overname.Staat.OPGEVOLGD, versie=overname.versie + 1)


def _volg_bedragen_op(lezing: Lezing) -> None:
    """The same for what was taken over from these jaarstukken."""
    gedrukt = Bedrag.objects.gedrukt().uit(Geldtabel.DOELSTELLING).filter(benaming__publicatie=lezing.publicatie)
    staat = Geldovername.Staat
    for overname in Geldovername.objects.in_staat(staat.GEPUBLICEERD).filter(jaar=lezing.publicatie.jaar):
        if gedrukt.onder(overname.doelstelling).filter(stand=overname.stand, jaar=overname.jaar).exists():
            _neem_plaats_in(lezing, Lezing.objects.filter(geldovername=overname))
            Geldovername.objects.filter(pk=overname.pk).update(staat=staat.OPGEVOLGD, versie=overname.versie + 1)


def _haal_prognoses_in(lezing: Lezing) -> None:
    """What was expected of a figure ends when that is there; a provisional one may still become it."""
    gemeten = (
        Vermelding.objects.geldend()
        .van(lezing.publicatie)
        .filter(soort=Vermelding.Soort.REALISATIE, waarde__isnull=False, voorlopig=False)
    )
    er_is = set(gemeten.values_list("bewoording__definitie", "jaar", "periode"))
    for prognose in Prognose.objects.lopend():
        if (prognose.definitie_id, prognose.jaar, prognose.periode) in er_is:
            _neem_plaats_in(lezing, Lezing.objects.filter(prognose=prognose))
            Prognose.objects.filter(pk=prognose.pk).update(staat=Prognose.Staat.OPGEVOLGD, versie=prognose.versie + 1)


def _neem_plaats_in(lezing: Lezing, oud: QuerySet[Lezing]) -> None:
    """What that one told, if it is on the site, holds no longer; its source page stays."""
    for model in (Vermelding, Bedrag):
        vervallen = model.objects.geldend().filter(passage__lezing__in=oud)
        model.objects.filter(pk__in=list(vervallen.values_list("pk", flat=True))).update(vervallen_in=lezing)
    oud.update(staat=Lezing.Staat.VERVANGEN)


def _laat_vervallen(verbeterd: str, lezing: Lezing) -> None:
    """A correction succeeds the whole publicatie that it corrects; both stay to be seen."""
    Vermelding.objects.geldend().filter(bewoording__publicatie__naam=verbeterd).update(vervallen_in=lezing)
    vorige = Lezing.objects.filter(publicatie__naam=verbeterd, staat=Lezing.Staat.GEPUBLICEERD)
    vorige.update(staat=Lezing.Staat.VERVANGEN)


def _zelfde_lezing(huidige: Lezing, document: Document, uitvoer: dict[str, object]) -> bool:
    """The same file read alike. Findings may differ: they also compare with what other publicaties say."""
    gelezen = ("cijfers", "bedragen", "teksten", "referenties")
    return (huidige.checksum, huidige.lezer_versie) == (document.checksum, VERSIE) and all(
        huidige.uitvoer.get(deel) == uitvoer.get(deel) for deel in gelezen
    )


def tel_tabellen() -> None:
    """Tell the planner how much there is now: it may have counted when all was empty, or had been rolled back.

    Its locks last as long as the transaction, so nothing follows that another publication can hold.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT doelwijzer_tel_tabellen()")
