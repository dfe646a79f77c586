"""Which of two sources the charts use: chosen by a controleur with a reason, and undone with a reason."""

from uuid import UUID

from django.utils import timezone

from indicators.bronverschil import Bronverschil, bronverschillen, sleutel, zelfde_cijfer
from indicators.models import Keuze, Vermelding
from indicators.models.bronnen import verhoog_versie
from ingest.accounts.handelend import met_reden
from ingest.structuur.ingehaald import Ingehaald, eis_gezien
from ingest.structuur.sloten import Slot, vergrendel

ACHTERHAALD = (
    "Intussen is er iets veranderd: een ander koos, of er kwam een bron bij. Er is niets bewaard. "
    "Hieronder ziet u hoe het nu is. Uw reden staat er nog."
)


def kies_bron(vermelding: Vermelding, reden: str, actor: UUID, gezien: str) -> Keuze:
    """Let the charts use this vermelding from now on. `gezien` is the stand of the Bronverschil that was shown.

    Raises Ingehaald. Inside `handelend_als` only: the history must know who did this.
    """
    verschil = _een_tegelijk(vermelding, gezien)
    if vermelding not in verschil.vermeldingen:
        raise Ingehaald(ACHTERHAALD)
    met_reden(reden)
    _beeindig(vermelding)
    keuze = Keuze.objects.create(vermelding=vermelding, reden=reden, actor=actor)
    verhoog_versie()
    return keuze


def laat_los(keuze: Keuze | None, reden: str, gezien: str) -> None:
    """Let the rule hold again for this figure; without a keuze another person did so already."""
    if keuze is None or _een_tegelijk(keuze.vermelding, gezien).keuze != keuze:
        raise Ingehaald(ACHTERHAALD)
    met_reden(reden)
    _beeindig(keuze.vermelding)
    verhoog_versie()


def _een_tegelijk(vermelding: Vermelding, gezien: str) -> Bronverschil:
    """The figure as it is now, while nobody else can choose; the lock goes with the transaction."""
    vergrendel(Slot.KEUZE, str(sleutel(vermelding)))
    nu = bronverschillen(zelfde_cijfer(vermelding))
    eis_gezien([gezien], [verschil.stand for verschil in nu], ACHTERHAALD)
    return nu[0]


def _beeindig(vermelding: Vermelding) -> None:
    """Also a keuze for a vermelding that no longer holds: one is open for a figure."""
    open_ = Keuze.objects.filter(vermelding__in=zelfde_cijfer(vermelding), vervallen_op__isnull=True)
    open_.update(vervallen_op=timezone.now())
