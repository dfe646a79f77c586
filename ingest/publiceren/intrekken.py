"""What is published is withdrawn as a whole."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from indicators.models import Bedrag, Intrekking, Keuze, Lezing, Referentiecijfer, Vermelding
from indicators.models.bronnen import verhoog_versie
from ingest.accounts.handelend import met_reden
from ingest.structuur.einde import beeindig
from ingest.structuur.sloten import Slot, vergrendel


class NietOpDeSite(Exception):
    """It was withdrawn or succeeded already."""


def neem_van_de_site(lezing: Lezing, reden: str, actor: UUID) -> None:
    """Take a published document off the site as a whole; its source page stays, and says why.

    What was chosen among its figures is open again, and what came with it ends. Raises NietOpDeSite when it is
    not there any more. Inside `handelend_als` only.
    """
    with transaction.atomic():
        vergrendel(Slot.STRUCTUUR)
        vergrendel(Slot.PUBLICATIE, lezing.publicatie.naam)
        vast = Lezing.objects.select_for_update().get(pk=lezing.pk)
        if not vast.is_gepubliceerd:
            raise NietOpDeSite(str(vast.publicatie))
        met_reden(reden)
        cijfers = Vermelding.objects.geldend().van(vast.publicatie)
        Keuze.objects.filter(vermelding__in=cijfers, vervallen_op=None).update(vervallen_op=timezone.now())
        Vermelding.objects.filter(pk__in=list(cijfers.values_list("pk", flat=True))).update(vervallen_in=vast)
        # Found first and then written: in one statement the planner may look through all amounts for each of them.
        bedragen = Bedrag.objects.geldend().filter(benaming__publicatie=vast.publicatie)
        Bedrag.objects.filter(pk__in=list(bedragen.values_list("pk", flat=True))).update(vervallen_in=vast)
        anderen = Referentiecijfer.objects.geldend().filter(publicatie=vast.publicatie)
        Referentiecijfer.objects.filter(pk__in=list(anderen.values_list("pk", flat=True))).update(vervallen_in=vast)
        beeindig(vast.publicatie)
        Intrekking.objects.create(lezing=vast, reden=reden, actor=actor)
        vast.staat = Lezing.Staat.INGETROKKEN
        vast.save(update_fields=["staat"])
        verhoog_versie()
