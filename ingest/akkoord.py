"""From a judged draft to the site, and off it again: approve, publish, withdraw."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from indicators.models import (
    Bedrag,
    Breuk,
    Definitie,
    Doelstelling,
    Indicator,
    Intrekking,
    Keuze,
    Lezing,
    Post,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.models.geld import EIGEN_TABELLEN
from ingest.beoordeling import NietOpen, bezwaren
from ingest.beslissingen import leg_vast
from ingest.handelend import als, met_reden
from ingest.models import Aanlevering, Rol
from ingest.ontwerp import Ontwerp, maak_ontwerp
from ingest.publiceren import Akkoord, Geweigerd, Uitkomst, publicatie_van, publiceer, vergrendel, verhoog_versie

Staat = Aanlevering.Staat
ANDERS_GEWORDEN = "Er is intussen iets veranderd. Bekijk opnieuw wat er op de site verandert."
GEEN_TWEEDE = "U leverde dit document zelf aan. Een collega moet het publiceren."


@dataclass(frozen=True)
class Gevolg:
    """What a reader of the site sees change: of which indicator, the year, and the value before and after."""

    indicator: str
    soort: str
    jaar: int
    was: str
    wordt: str


@dataclass(frozen=True)
class Gevolgen:
    """What publishing would do: the figures that change, what comes into being, and why it cannot be done."""

    cijfers: list[Gevolg]
    nieuw: list[str]
    redenen: list[str]


def geef_akkoord(aanlevering: Aanlevering, actor: UUID, gezien: str) -> None:
    """Approve what was shown (`gezien` is its vingerafdruk); a worker then publishes it. Inside `als` only.

    Raises NietOpen with a sentence that says why not.
    """
    with transaction.atomic():
        vast = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
        ontwerp = maak_ontwerp(vast) if vast.staat == Staat.TE_BEOORDELEN else None
        if ontwerp is None:
            raise NietOpen(f"Dit document is nu niet te publiceren: {vast.get_staat_display()}.")
        if actor == vast.aangeleverd_door:
            raise NietOpen(GEEN_TWEEDE)
        if redenen := bezwaren(vast, ontwerp):
            raise NietOpen(" ".join(redenen))
        if ontwerp.vingerafdruk != gezien:
            raise NietOpen(ANDERS_GEWORDEN)
        vast.staat, vast.akkoord_door, vast.akkoord_op, vast.reden = Staat.PUBLICEERT, actor, timezone.now(), ""
        vast.akkoord_met = gezien
        vast.save(update_fields=["staat", "akkoord_door", "akkoord_op", "akkoord_met", "reden"])


def publiceer_goedgekeurd(aanlevering: Aanlevering) -> None:
    """Publish what was approved, in one transaction; what cannot be published goes back to be judged, with the reason.

    May be called again, by whatever worker is there: what is done already is not done twice.
    """
    with als(aanlevering.akkoord_door, Rol.CONTROLEUR):
        vast = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
        if vast.staat != Staat.PUBLICEERT or vast.akkoord_door is None:
            return
        ontwerp = maak_ontwerp(vast)
        redenen = bezwaren(vast, ontwerp)
        if not redenen and ontwerp.vingerafdruk != vast.akkoord_met:
            redenen = [ANDERS_GEWORDEN]
        if not redenen:
            try:
                uitkomst = _publiceer(vast, ontwerp)
            except Geweigerd as geweigerd:
                redenen = [tekst for _, tekst in geweigerd.redenen]
            else:
                redenen = [] if uitkomst.gepubliceerd else ["Deze lezing staat al op de site."]
        if redenen:
            vast.staat, vast.reden = Staat.TE_BEOORDELEN, " ".join(redenen)
            vast.akkoord_door = vast.akkoord_op = None
        else:
            vast.staat, vast.lezing = Staat.GEPUBLICEERD, uitkomst.lezing
        vast.save(update_fields=["staat", "reden", "akkoord_door", "akkoord_op", "lezing"])


def _publiceer(aanlevering: Aanlevering, ontwerp: Ontwerp) -> Uitkomst:
    """What was decided about names becomes structure, and the draft what the site tells; raises Geweigerd."""
    concept, beslissingen = ontwerp.document.concept, ontwerp.beslissingen
    akkoord = Akkoord(Lezing.Weg.BEOORDELING, aanlevering.akkoord_door, accepteer_fouten=True, vervang=True)
    with transaction.atomic():
        vergrendel("structuur")
        publicatie = publicatie_van(concept)
        leg_vast(ontwerp.gelezen, publicatie, beslissingen)
        (uitkomst,) = publiceer([ontwerp.document], akkoord)
        if uitkomst.gepubliceerd:
            Publicatie.objects.filter(pk=publicatie.pk).update(**beslissingen.gegevens())
        return uitkomst


def gevolgen(aanlevering: Aanlevering, ontwerp: Ontwerp) -> Gevolgen:
    """What changes in what the site tells: it is published in a transaction that is undone."""
    cijfers, structuur = _gekozen(), _structuur()
    with transaction.atomic():
        try:
            _publiceer(aanlevering, ontwerp)
        except Geweigerd as geweigerd:
            return Gevolgen([], [], [tekst for _, tekst in geweigerd.redenen])
        na, nieuw = _gekozen(), _structuur()
        transaction.set_rollback(True)
    anders = [sleutel for sleutel in cijfers.keys() | na.keys() if cijfers.get(sleutel) != na.get(sleutel)]
    veranderd = [
        Gevolg(indicator, soort, jaar, cijfers.get(sleutel, ""), na.get(sleutel, ""))
        for sleutel in sorted(anders)
        for indicator, _, soort, _, jaar, _ in [sleutel]
    ]
    return Gevolgen(veranderd, [zin for sleutel, zin in nieuw.items() if sleutel not in structuur], [])


def _structuur() -> dict[tuple[str, int], str]:
    """What the site knows, each as a sentence that says it is new; a policy row is of its own edition only."""
    posten = Post.objects.exclude(tabel__in=EIGEN_TABELLEN)
    breuken = Breuk.objects.select_related("naar__indicator")
    metingen = Definitie.objects.filter(volgorde__gt=1).select_related("indicator")
    return {
        **{("programma", p.pk): f"Nieuw programma: {p}." for p in Programma.objects.all()},
        **{("doelstelling", d.pk): f"Nieuwe doelstelling: {d}." for d in Doelstelling.objects.all()},
        **{("indicator", i.pk): f"Nieuwe indicator: {i}." for i in Indicator.objects.all()},
        **{("meting", d.pk): f"Nieuwe meting van {d.indicator}: {d.omschrijving}" for d in metingen},
        **{("post", p.pk): f"Nieuwe post: {p}." for p in posten},
        **{("breuk", b.pk): _over_breuk(b) for b in breuken},
    }


def _over_breuk(breuk: Breuk) -> str:
    vanaf = f" vanaf {breuk.jaar}" if breuk.jaar else ""
    zeker = "anders gemeten" if breuk.zekerheid == Breuk.Zekerheid.ZEKER else "misschien anders gemeten"
    return f"{breuk.naar.indicator} is{vanaf} {zeker}: de lijn in de grafiek stopt daar. Reden: {breuk.reden}"


def _gekozen() -> dict[tuple[str, str, str, str, int, str], str]:
    """What the charts draw: by indicator, definitie, kind, edition (of a begroting), year and period."""
    return {
        (
            v.bewoording.definitie.indicator.naam,
            v.bewoording.definitie.slug,
            v.soort,
            v.editie.naam if v.soort == Vermelding.Soort.BEGROTING else "",
            v.jaar,
            v.periode,
        ): v.gedrukt
        for v in Vermelding.objects.gekozen().met_bron()
    }


def trek_in(lezing: Lezing, reden: str, actor: UUID) -> None:
    """Take a published document off the site as a whole; its source page stays, and says why. Inside `als` only.

    What was chosen among its figures is open again. Raises NietOpen when it is not on the site any more.
    """
    with transaction.atomic():
        vergrendel(lezing.publicatie.naam)
        vast = Lezing.objects.select_for_update().get(pk=lezing.pk)
        if vast.staat != Lezing.Staat.GEPUBLICEERD:
            raise NietOpen("Dit document staat niet meer op de site.")
        met_reden(reden)
        cijfers = Vermelding.objects.geldend().van(vast.publicatie)
        Keuze.objects.filter(vermelding__in=cijfers, vervallen_op=None).update(vervallen_op=timezone.now())
        Vermelding.objects.filter(pk__in=list(cijfers.values_list("pk", flat=True))).update(vervallen_in=vast)
        # Found first and then written: in one statement the planner may look through all amounts for each of them.
        bedragen = Bedrag.objects.geldend().filter(benaming__publicatie=vast.publicatie)
        Bedrag.objects.filter(pk__in=list(bedragen.values_list("pk", flat=True))).update(vervallen_in=vast)
        Intrekking.objects.create(lezing=vast, reden=reden, actor=actor)
        vast.staat = Lezing.Staat.INGETROKKEN
        vast.save(update_fields=["staat"])
        verhoog_versie()
