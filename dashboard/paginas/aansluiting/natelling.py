"""How the sums of a programma come out, counted for each document; the page makes only those that it shows."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.paginas.aansluiting.gaten import gaten_van
from dashboard.paginas.aansluiting.optellingen import Uitkomst, groepen, uitkomst
from indicators.aansluiting import GedruktBedrag
from indicators.database.versie import per_versie
from indicators.models import Bedrag, Programma, Publicatie
from indicators.models.geld import BedragQuerySet

KOLOMMEN = (
    *("benaming__publicatie_id", "benaming__onder"),
    # the fields of a GedruktBedrag
    *("benaming__post__tabel", "benaming__post__doelstelling__code", "benaming__naam", "benaming__post__rol"),
    *("kant", "stand", "jaar", "bedrag", "schaal", "passage__regel"),
)


@dataclass(frozen=True)
class Natelling:
    """Each document that prints or implies a sum, oldest first, with how many of its sums come out how."""

    per_editie: Mapping[Publicatie, Counter[Uitkomst]]
    uit_hoofdstuk: bool
    """Whether they are of a chapter on the programma: a table that names more of them stands anywhere."""

    @cached_property
    def totaal(self) -> Counter[Uitkomst]:
        return sum(self.per_editie.values(), Counter())

    def edities(self, uitkomst: Uitkomst) -> list[Publicatie]:
        """Those with a sum that comes out so."""
        return sorted((p for p, aantal in self.per_editie.items() if aantal[uitkomst]), key=lambda p: p.op_volgorde)


def na_te_rekenen(programma: Programma) -> BedragQuerySet:
    """The printed amounts of which there are sums."""
    return Bedrag.objects.gedrukt().uit_documenten().in_programma(programma)


@per_versie
def natelling_van(programma: Programma) -> Natelling:
    """From bare columns, because a model for each amount would take most of the time."""
    rijen: dict[int, list[GedruktBedrag]] = defaultdict(list)
    onder_een_kop = set()
    for publicatie, onder, tabel, doelstelling, *rest in na_te_rekenen(programma).met_bron().values_list(*KOLOMMEN):
        rijen[publicatie].append(GedruktBedrag(tabel, doelstelling or "", *rest))
        if onder:
            onder_een_kop.add(publicatie)
    gaten, publicaties = gaten_van(*rijen), Publicatie.objects.in_bulk(rijen)
    per_editie = {
        publicaties[publicatie]: aantal
        for publicatie, van_editie in rijen.items()
        if (aantal := Counter(map(uitkomst, groepen(van_editie, gaten.get(publicatie, ())))))
    }
    return Natelling(per_editie, not any(editie.pk in onder_een_kop for editie in per_editie))
