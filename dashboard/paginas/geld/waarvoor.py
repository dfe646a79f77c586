"""What money is for: the toelichting that a document prints with a row of policy, or with what a doelstelling costs."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from dashboard.paginas.geld.bedragen import TweeEdities
from dashboard.weergave.cellen import Celinhoud, Cijferzin
from dashboard.weergave.opmaak import aaneen, verwijzing
from indicators.geld.netto import Geldregel
from indicators.models import Bedrag, Geldtabel, Postrol, Programma, Tekst

_VERDER = re.compile(r"\s+[(–-]|\s*:")  # behind it a heading or a row says of which maatregel or part it is
NIET_GELEZEN = "niet nagelezen"


def toelichtingen(publicaties: Collection[int], programma: Programma) -> list[Tekst]:
    """What these documents (keys) write with their rows of policy and with the money of its doelstellingen."""
    tabellen = (Geldtabel.NIEUW_BELEID, Geldtabel.BEZUINIGINGEN, Geldtabel.DOELSTELLING)
    van_programma = Q(doelstelling=None) | Q(doelstelling__programma=programma)
    teksten = Tekst.objects.geldend().filter(van_programma, tabel__in=tabellen, lezing__publicatie__in=publicaties)
    return list(teksten.exclude(tekst="").met_bron())


def in_cel(tekst: Tekst) -> Cijferzin:
    """A toelichting with the line where it begins."""
    woorden = aaneen(tekst.tekst) if tekst.samengevat else tekst.tekst
    regel = verwijzing(f"regel {tekst.van_regel}", tekst.lezing.publicatie, tekst.van_regel)
    return Cijferzin((" ".join(woorden.split()), " (", regel, ")"))


@dataclass(frozen=True)
class Waarvoor:
    """The toelichting of each row, by the words that its heading begins with."""

    teksten: Iterable[Tekst]
    nagelezen: Container[int]
    """The keys of the publicaties that a person read for what they do not explain."""

    def kolom(self) -> Callable[[Bedrag], Celinhoud | str]:
        """A cell for each row of one table; a second row of the same heading points to the first."""
        gezegd: set[int] = set()

        def cel(bedrag: Bedrag) -> Celinhoud | str:
            if bedrag.benaming.post.rol == Postrol.SALDO:
                return ""
            tekst = self._van(bedrag)
            if tekst is None:
                gelezen = bedrag.benaming.publicatie_id in self.nagelezen
                return "geen toelichting" if gelezen else NIET_GELEZEN
            if tekst.pk in gezegd:
                return "zie de rij erboven"
            gezegd.add(tekst.pk)
            return in_cel(tekst)

        return cel

    def _van(self, bedrag: Bedrag) -> Tekst | None:
        """None where no heading begins as the row does, or more than one."""
        benaming = bedrag.benaming
        gevonden = self._per_begin.get((benaming.post.tabel, benaming.publicatie_id, _begin(benaming.naam)), ())
        return gevonden[0] if len(gevonden) == 1 else None

    @cached_property
    def _per_begin(self) -> Mapping[tuple[str, int, str], Sequence[Tekst]]:
        """By its table, the key of its publicatie and the words that its heading begins with."""
        gevonden: dict[tuple[str, int, str], list[Tekst]] = defaultdict(list)
        for tekst in self.teksten:
            gevonden[tekst.tabel, tekst.lezing.publicatie_id, _begin(tekst.kop)].append(tekst)
        return gevonden


def _begin(naam: str) -> str:
    return _VERDER.split(naam)[0].casefold()


@dataclass(frozen=True)
class UitgelegdVerschil:
    """How much more or less a doelstelling costs than the edition before expected, and what is written with it."""

    rij: TweeEdities
    tekst: Tekst | None
    nagelezen: bool

    @property
    def uitleg(self) -> Cijferzin | None:
        return in_cel(self.tekst) if self.tekst else None


def verschillen_met_uitleg(
    regels: Iterable[Geldregel], teksten: Iterable[Tekst], nagelezen: Container[int]
) -> list[UitgelegdVerschil]:
    """Of each doelstelling that two editions budget for, the largest difference first."""
    rijen = [TweeEdities(regel) for regel in regels if regel.tabel == Geldtabel.DOELSTELLING]
    van_doel = {(t.lezing.publicatie_id, t.doelstelling_id): t for t in teksten if t.tabel == Geldtabel.DOELSTELLING}
    return [
        UitgelegdVerschil(
            rij,
            van_doel.get((rij.later.benaming.publicatie_id, rij.later.benaming.post.doelstelling_id)),
            rij.later.benaming.publicatie_id in nagelezen,
        )
        for rij in sorted(rijen, key=lambda rij: -abs(rij.verschil))
        if rij.verschil
    ]
