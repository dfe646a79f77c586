"""For which questions a document was read to its end, about each programma: as the page shows it, and changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from indicators.models import Lezing, Nagelezen, Programma
from indicators.models.bronnen import verhoog_versie
from ingest.aanhalen.vindplaatsen import letters_van
from ingest.lezen.rechten import ANDERMANS_WERK, mag_nalezen
from ingest.opgaven.opgaven import NietToegestaan
from ingest.structuur.ingehaald import eis_gezien
from ingest.structuur.sloten import Slot, vergrendel

ACHTERHAALD = (
    "Een collega veranderde intussen wat is nagelezen over {}. Er is nog niets bewaard. "
    "Wat u aanvinkte staat onderaan nog. Kijk het na en bewaar het opnieuw."
)


@dataclass(frozen=True)
class Leesvraag:
    """One question: who read for it, and whether it is ticked and may be."""

    vraag: Nagelezen.Vraag
    gedaan: Nagelezen | None
    aangevinkt: bool
    mag: bool


@dataclass(frozen=True)
class Nagelezenrij:
    """A programma with each question; `stand` is what the page shows, so that nobody goes over a colleague."""

    programma: Programma
    stand: str
    vragen: Sequence[Leesvraag]

    @property
    def mag(self) -> bool:
        return any(rij.mag for rij in self.vragen)


def nagelezenrijen(
    lezing: Lezing, rollen: Collection[str], aangevinkt: Mapping[str, Collection[str]]
) -> list[Nagelezenrij]:
    """The programmas of the publicatie; `aangevinkt` has by the code of one what was ticked and is not kept yet."""
    over = Programma.objects.filter(doelstellingen__benamingen__publicatie=lezing.publicatie).distinct()
    rijen = []
    for programma in over.order_by("code"):
        nu = _nu(lezing, programma)
        aan = aangevinkt.get(programma.code, nu)
        vragen = []
        for vraag in Nagelezen.Vraag:
            mag = mag_nalezen(rollen, vraag)
            vragen.append(Leesvraag(vraag, nu.get(vraag), vraag in (aan if mag else nu), mag))
        rijen.append(Nagelezenrij(programma, _stand(nu), vragen))
    return rijen


def zet_nagelezen(
    lezing: Lezing, programma: Programma, vragen: Collection[str], actor: UUID, rollen: Collection[str], gezien: str
) -> None:
    """Who says so read the whole lezing for these questions, about this programma; of others they say nothing.

    `gezien` is the stand that the page showed. What this person may not decide stays as it is. Raises Ingehaald and
    NietToegestaan. Inside `handelend_als` only: the history must know who did this.
    """
    vergrendel(Slot.GELEZEN)
    nu = _nu(lezing, programma)
    eis_gezien(gezien, _stand(nu), ACHTERHAALD.format(programma))
    mogelijk = [vraag for vraag in Nagelezen.Vraag.values if mag_nalezen(rollen, vraag)]
    if set(vragen) - {*mogelijk, *nu}:
        raise NietToegestaan(ANDERMANS_WERK)
    afdruk = letters_van(lezing).afdruk
    for vraag in mogelijk:
        if vraag in vragen and vraag not in nu:
            Nagelezen.objects.create(lezing=lezing, programma=programma, vraag=vraag, afdrukken=[afdruk], actor=actor)
        elif vraag in nu and vraag not in vragen:
            Nagelezen.objects.filter(pk=nu[vraag].pk).update(ingetrokken_op=timezone.now())
    verhoog_versie()


def _nu(lezing: Lezing, programma: Programma) -> dict[str, Nagelezen]:
    return {n.vraag: n for n in lezing.nagelezen.filter(programma=programma, ingetrokken_op=None).order_by("pk")}


def _stand(nu: Mapping[str, Nagelezen]) -> str:
    return "-".join(str(gelezen.pk) for gelezen in nu.values())
