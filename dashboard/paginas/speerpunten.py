"""What came of the speerpunten of a programma: what a person read of it, and what a newer begroting no longer names."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from indicators.database.versie import per_versie
from indicators.models import Aangehaald, Duiding, Duidingsoort, Publicatie, Tekst


@dataclass(frozen=True)
class Speerpunt:
    """One speerpunt as a document has it, with what came of it where a person read that."""

    tekst: Tekst
    gelezen: Duiding | None
    niet_meer_in: Publicatie | None
    """the newer begroting that was read for this to its end, and does not name it"""

    @property
    def gekomen_uit(self) -> list[Aangehaald]:
        """Where that is read: behind the place of the speerpunt itself."""
        return self.gelezen.plaatsen[1:] if self.gelezen else []


@dataclass(frozen=True)
class Speerpuntlezer:
    """What people read of speerpunten, the newest begroting, and which were read to their end for what came of them."""

    duidingen: Sequence[Duiding]
    nieuwste: Publicatie
    nagelezen: Collection[int]

    def ongelezen_na(self, editie: Publicatie) -> Publicatie | None:
        """The newest begroting, where nobody read it for what came of the speerpunten of this older one."""
        return self.nieuwste if editie.jaar < self.nieuwste.jaar and self.nieuwste.pk not in self.nagelezen else None

    def lees(self, tekst: Tekst) -> Speerpunt:
        """A speerpunt of a doelstelling alone is not one of those that were read for this."""
        in_document = self._per_document.get(tekst.lezing.publicatie_id, ())
        gelezen = next((ding for regels, ding in in_document if tekst.van_regel in regels), None)
        is_te_zeggen = self.nieuwste.pk in self.nagelezen and tekst.doelstelling_id is None
        is_ouder = tekst.lezing.publicatie.jaar < self.nieuwste.jaar
        weg = self.nieuwste if is_te_zeggen and is_ouder and gelezen is None else None
        return Speerpunt(tekst, gelezen, weg)

    @cached_property
    def _per_document(self) -> dict[int, list[tuple[range, Duiding]]]:
        """By the key of the document that the speerpunt itself was read in: its lines, the first that were read."""
        gevonden: dict[int, list[tuple[range, Duiding]]] = defaultdict(list)
        for ding in self.duidingen:
            eerste = ding.eerste
            if eerste and (plaats := eerste.plaats):
                gevonden[eerste.publicatie.pk].append((range(plaats.van_regel, plaats.tot_regel + 1), ding))
        return gevonden


@per_versie
def gelezen_speerpunten() -> Sequence[Duiding]:
    """What people read of the speerpunten of all programmas."""
    return list(Duiding.objects.geldend().van_soort(Duidingsoort.SPEERPUNT).met_bronnen())
