"""From a judged draft to the site, and off it again: approve, publish, withdraw."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from indicators.models import Lezing
from ingest.accounts.handelend import handelend_als
from ingest.documenten.beoordelen.beoordeling import NietOpen, bezwaren
from ingest.documenten.beoordelen.nakijken import eigen_antwoorden_open
from ingest.models import Aanlevering, Rol
from ingest.ontwerp.bewaard import bewaard_ontwerp
from ingest.ontwerp.ontwerp import Ontwerp, maak_ontwerp
from ingest.publiceren.publiceren import Akkoord, Geweigerd, Publicatieresultaat, publiceer_ontwerp
from ingest.structuur.ingehaald import eis_gezien

ANDERS_GEWORDEN = "Er is intussen iets veranderd. Bekijk opnieuw wat er op de site verandert."
GEEN_TWEEDE = "U leverde dit document zelf aan. Een collega moet het publiceren."


def geef_akkoord(aanlevering: Aanlevering, actor: UUID, gezien: str) -> None:
    """Approve what was shown (`gezien` is its vingerafdruk); a worker then publishes it. Inside `handelend_als` only.

    Raises NietOpen or Ingehaald, with a sentence that says why not.
    """
    with transaction.atomic():
        vast = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
        ontwerp = bewaard_ontwerp(vast) if vast.staat == Aanlevering.Staat.TE_BEOORDELEN else None
        if ontwerp is None:
            raise NietOpen(f"Dit document is nu niet te publiceren: {vast.get_staat_display()}.")
        if actor == vast.aangeleverd_door:
            raise NietOpen(GEEN_TWEEDE)
        if redenen := [*bezwaren(vast, ontwerp), *eigen_antwoorden_open(vast, actor)]:
            raise NietOpen(" ".join(redenen))
        eis_gezien(gezien, ontwerp.vingerafdruk, ANDERS_GEWORDEN)
        vast.staat, vast.reden = Aanlevering.Staat.PUBLICEERT, ""
        vast.akkoord_door, vast.akkoord_op, vast.akkoord_met = actor, timezone.now(), gezien
        vast.save(update_fields=["staat", "akkoord_door", "akkoord_op", "akkoord_met", "reden"])


def publiceer_goedgekeurd(aanlevering: Aanlevering) -> None:
    """Publish what was approved, in one transaction; what cannot be published goes back to be judged, with the reason.

    May be called again, by whatever worker is there: what is done already is not done twice.
    """
    with handelend_als(aanlevering.akkoord_door, Rol.CONTROLEUR):
        vast = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
        if not vast.wordt_gepubliceerd or vast.akkoord_door is None:
            return
        ontwerp = maak_ontwerp(vast)
        redenen = bezwaren(vast, ontwerp)
        if not redenen and ontwerp.vingerafdruk != vast.akkoord_met:
            redenen = [ANDERS_GEWORDEN]
        if not redenen:
            try:
                uitkomst = publiceer_document(vast, ontwerp)
            except Geweigerd as geweigerd:
                redenen = [tekst for _, tekst in geweigerd.redenen]
            else:
                redenen = [] if uitkomst.gepubliceerd else ["Deze lezing staat al op de site."]
        if redenen:
            vast.staat, vast.reden = Aanlevering.Staat.TE_BEOORDELEN, " ".join(redenen)
            vast.akkoord_door = vast.akkoord_op = None
        else:
            vast.staat, vast.lezing = Aanlevering.Staat.GEPUBLICEERD, uitkomst.lezing
        vast.save(update_fields=["staat", "reden", "akkoord_door", "akkoord_op", "lezing"])


def publiceer_document(aanlevering: Aanlevering, ontwerp: Ontwerp) -> Publicatieresultaat:
    """Publish what was approved; raises Geweigerd."""
    akkoord = Akkoord(Lezing.Weg.BEOORDELING, aanlevering.akkoord_door, accepteer_fouten=True, vervang=True)
    return publiceer_ontwerp(ontwerp, akkoord)
