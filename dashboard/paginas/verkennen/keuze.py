"""What stands in the address of the explorer: which figures, of which years, as which editions expected them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.http import Http404, QueryDict

from dashboard.paginas.programmakeuze import Programmakeuze
from dashboard.weergave.edities import NIEUWSTE
from indicators.geld.geldreeksen import heeft_reeks
from indicators.models import Bedrag, Doelstelling, Geldtabel, Indicator, Post, Postrol, Publicatie

HOOGSTENS = 8
"""So many figures still fit on a page beside each other."""
VAN_PROGRAMMA = "programma"
MET_REEKS = (Geldtabel.PROGRAMMA, Geldtabel.DOELSTELLING, Geldtabel.UITSPLITSING)
Ding = TypeVar("Ding")
JAAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True)
class Geldrij:
    """A row of money that can be chosen: a doelstelling, a product or the programma, with its net amounts."""

    sleutel: str
    post: Post
    bedragen: Sequence[Bedrag]
    zonder_saldo: Collection[Publicatie]
    """the editions that print lasten and baten of it, and no saldo"""

    @property
    def naam(self) -> str:
        if self.sleutel == VAN_PROGRAMMA:
            return "Netto kosten van het hele programma"
        doel = self.post.doelstelling if self.post.rol == Postrol.DOELSTELLING else None
        return f"Netto kosten van {doel.kort if doel else self.post.naam}"

    @property
    def adres(self) -> str:
        """Of the page that tells of it."""
        doel = self.post.doelstelling
        return f"{doel.get_absolute_url()}#kosten" if doel else ""


@dataclass(frozen=True)
class Vinkje:
    """One figure in the form."""

    veld: str
    waarde: str
    naam: str
    is_gekozen: bool


@dataclass(frozen=True)
class Kijkkeuze:
    """The choices of one address; what is not on the site raises Http404, so that no link shows less in silence."""

    van: Programmakeuze
    gevraagd: QueryDict

    @cached_property
    def vinkjes(self) -> list[tuple[Doelstelling | None, list[Vinkje]]]:
        """All that can be chosen, by doelstelling; the programma itself last."""
        groepen: dict[Doelstelling | None, list[Vinkje]] = {d: [] for d in self.van.programma.doelstellingen.all()}
        gekozen = {ding.slug for ding in self.indicatoren} | {rij.sleutel for rij in self.geld}
        for ding in self._alle_indicatoren.values():
            groepen[ding.doelstelling].append(Vinkje("indicator", ding.slug, ding.naam, ding.slug in gekozen))
        for sleutel, rij in self._al_het_geld.items():
            groep = groepen.setdefault(rij.post.doelstelling, [])
            groep.append(Vinkje("geld", sleutel, rij.naam, sleutel in gekozen))
        return [(doel, vinkjes) for doel, vinkjes in groepen.items() if vinkjes]

    @cached_property
    def indicatoren(self) -> list[Indicator]:
        return _gekozen(self.gevraagd.getlist("indicator"), self._alle_indicatoren)[:HOOGSTENS]

    @cached_property
    def geld(self) -> list[Geldrij]:
        return _gekozen(self.gevraagd.getlist("geld"), self._al_het_geld)[: HOOGSTENS - len(self.indicatoren)]

    @property
    def is_te_veel(self) -> bool:
        """Whether more were chosen than fit."""
        gevraagd = {*self.gevraagd.getlist("indicator")}, {*self.gevraagd.getlist("geld")}
        return sum(map(len, gevraagd)) > HOOGSTENS

    @cached_property
    def edities(self) -> Sequence[Publicatie]:
        """The newest where none is chosen."""
        gekozen = _gekozen(self.gevraagd.getlist("editie"), {editie.slug: editie for editie in self.van.edities})
        return [editie for editie in self.van.edities if editie in gekozen] or self.van.edities[-NIEUWSTE:]

    @property
    def zonder(self) -> list[Publicatie]:
        """The editions that can be chosen, and were not. What another names, such as a goal taken over, stays."""
        return [editie for editie in self.van.edities if editie not in self.edities]

    def jaren(self, bekend: Collection[int]) -> range:
        """From the one chosen year to the other, whichever comes first; of these known years all without a choice."""
        van, tot = self._jaar("van", min(bekend, default=0)), self._jaar("tot", max(bekend, default=0))
        return range(min(van, tot), max(van, tot) + 1)

    def _jaar(self, sleutel: str, anders: int) -> int:
        gevraagd = self.gevraagd.get(sleutel, "")
        if gevraagd and not JAAR.fullmatch(gevraagd):
            raise Http404(f"{gevraagd} is geen jaar")
        return int(gevraagd) if gevraagd else anders

    @cached_property
    def _alle_indicatoren(self) -> dict[str, Indicator]:
        van_programma = Indicator.objects.filter(doelstelling__programma=self.van.programma)
        return {ding.slug: ding for ding in van_programma.select_related("doelstelling")}

    @cached_property
    def _al_het_geld(self) -> dict[str, Geldrij]:
        """The rows of which there is a series: each doelstelling before its products."""
        bedragen = Bedrag.objects.geldend().vergelijkbaar().in_programma(self.van.programma).uit(*MET_REEKS).met_bron()
        rijen = sorted(geldrijen(bedragen), key=lambda rij: rij.post.rol == Postrol.PRODUCT)
        return {rij.sleutel: rij for rij in rijen}


def geldrijen(bedragen: Iterable[Bedrag]) -> list[Geldrij]:
    """The rows of these amounts; those of the programma together, whatever an edition calls its saldo."""
    per_sleutel: dict[str, list[Bedrag]] = defaultdict(list)
    for bedrag in bedragen:
        post = bedrag.benaming.post
        sleutel = VAN_PROGRAMMA if post.tabel == Geldtabel.PROGRAMMA else f"{post.tabel}/{post.slug}"
        per_sleutel[sleutel].append(bedrag)
    rijen = []
    for sleutel, groep in per_sleutel.items():
        if netto := [bedrag for bedrag in groep if heeft_reeks(bedrag)]:
            zonder = {b.benaming.publicatie for b in groep} - {b.benaming.publicatie for b in netto}
            rijen.append(Geldrij(sleutel, netto[-1].benaming.post, netto, zonder))
    return rijen


def _gekozen(gevraagd: Iterable[str], bekend: Mapping[str, Ding]) -> list[Ding]:
    """Each once, as asked."""
    for sleutel in gevraagd:
        if sleutel not in bekend:
            raise Http404(f"{sleutel} staat niet op deze site")
    return [bekend[sleutel] for sleutel in dict.fromkeys(gevraagd)]
