"""Of which years and editions a programma has money, so that its page reads only the amounts that it shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from django.db.models import Q

from dashboard.weergave.edities import nieuwste_of_alle
from indicators.database.versie import per_versie
from indicators.geld.netto import PROGRAMMA, rijen_van
from indicators.models import Bedrag, Geldkant, Geldtabel, Programma, Publicatie


class Lijst(Enum):
    """What the page has a table of for each edition."""

    PROGRAMMA = "programma"
    DOELSTELLING = "doelstelling"
    ONDERDEEL = "onderdeel"
    BELEID = "beleid"
    BEZUINIGING = "bezuiniging"


class Plaats(NamedTuple):
    """Where an amount is printed."""

    publicatie: int
    editiejaar: int
    tabel: str
    rol: str
    slug: str
    doelstelling: int | None
    kant: str
    soort: str
    jaar: int
    leeg: str

    @property
    def lijst(self) -> Lijst | None:
        """The list whose table of this edition it is in; new policy is listed where it costs in the edition's year."""
        match self.tabel:
            case Geldtabel.UITSPLITSING:
                return Lijst.ONDERDEEL if self.doelstelling is None else None
            case Geldtabel.NIEUW_BELEID:
                return Lijst.BELEID if self.jaar == self.editiejaar and not self.leeg else None
            case Geldtabel.BEZUINIGINGEN:
                return Lijst.BEZUINIGING
        return Lijst(self.tabel)


KOLOMMEN = (
    *("benaming__publicatie", "benaming__publicatie__jaar", "benaming__post__tabel", "benaming__post__rol"),
    *("benaming__post__slug", "benaming__post__doelstelling", "kant", "soort", "jaar", "leeg"),
)


@dataclass(frozen=True)
class Reikwijdte:
    """The years that can be compared and that of the rekening, and the documents of each list, oldest first."""

    jaren: Sequence[int]
    """newest first"""
    rekeningjaar: int | None
    edities: Mapping[Lijst, Sequence[Publicatie]]

    def getoond(self, lijst: Lijst, *, alle: bool) -> Sequence[Publicatie]:
        """The newest that have it, or all."""
        return nieuwste_of_alle(self.edities.get(lijst, ()), alle=alle)[0]

    def weggelaten(self, lijst: Lijst, *, alle: bool) -> Sequence[Publicatie]:
        """Those that have it and are not shown."""
        return nieuwste_of_alle(self.edities.get(lijst, ()), alle=alle)[1]

    def heel(self, *, alle: bool) -> set[int]:
        """The keys of the editions of which a list is shown."""
        return {editie.pk for lijst in Lijst for editie in self.getoond(lijst, alle=alle)}

    def gelezen(self, jaar: int, *, alle: bool) -> Q:
        """The amounts of that year and of the rekening, the saldi of all years, and the editions that are shown whole.

        What the posts of a doelstelling cost in other years is on its own page.
        """
        van_jaar = Q(jaar__in=[jaar, self.rekeningjaar or jaar])
        saldi = Q(benaming__post__tabel=Geldtabel.PROGRAMMA, benaming__post__rol__in=list(PROGRAMMA))
        elders = Q(benaming__post__tabel=Geldtabel.UITSPLITSING, benaming__post__doelstelling__isnull=False)
        return van_jaar | saldi | (Q(benaming__publicatie__in=self.heel(alle=alle)) & ~elders)


@per_versie
def reikwijdte_van(programma: Programma) -> Reikwijdte:
    """From bare columns: it is asked of every amount there is."""
    vergelijkbaar = Bedrag.objects.geldend().vergelijkbaar().in_programma(programma)
    plaatsen = [Plaats(*rij) for rij in vergelijkbaar.values_list(*KOLOMMEN)]
    per_lijst: dict[Lijst, set[int]] = defaultdict(set)
    for plaats in plaatsen:
        if lijst := plaats.lijst:
            per_lijst[lijst].add(plaats.publicatie)
    publicaties = Publicatie.objects.in_bulk({pk for sleutels in per_lijst.values() for pk in sleutels})
    op_volgorde = sorted(publicaties.values(), key=lambda publicatie: publicatie.op_volgorde)
    edities = {lijst: [p for p in op_volgorde if p.pk in sleutels] for lijst, sleutels in per_lijst.items()}
    return Reikwijdte(_vergelijkbare_jaren(plaatsen), _rekeningjaar(plaatsen), edities)


def _vergelijkbare_jaren(plaatsen: Sequence[Plaats]) -> list[int]:
    """The years for which two editions or more budget the same row, newest first."""
    per_regel: dict[tuple[object, ...], set[int]] = defaultdict(set)
    kanten = (Geldkant.SALDO, Geldkant.LASTEN, Geldkant.BATEN)
    for plaats in plaatsen:
        if plaats.soort == Bedrag.Soort.BEGROTING and plaats.kant in kanten and not plaats.leeg:
            for rij in rijen_van(plaats.tabel, plaats.rol, plaats.slug):
                per_regel[plaats.jaar, plaats.tabel, plaats.doelstelling, *rij].add(plaats.publicatie)
    return sorted({int(str(jaar)) for (jaar, *_), edities in per_regel.items() if len(edities) > 1}, reverse=True)


def _rekeningjaar(plaatsen: Sequence[Plaats]) -> int | None:
    """The last year that one edition has the rekening of, and another one budgeted for."""
    jaren: dict[str, set[int]] = {Bedrag.Soort.REKENING: set(), Bedrag.Soort.BEGROTING: set()}
    for plaats in plaatsen:
        jaren[plaats.soort].add(plaats.jaar)
    return max(jaren[Bedrag.Soort.REKENING] & jaren[Bedrag.Soort.BEGROTING], default=None)
