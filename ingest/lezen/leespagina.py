"""The text of a document to read: its lines, what is known of them in the margin, and what was said before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from indicators.models import (
    Bedrag,
    Duiding,
    Duidingsoort,
    Lezing,
    Passage,
    Publicatie,
    Vermelding,
)
from ingest.aanhalen.afdrukken import kaal
from ingest.lezen.eerder import REGELS, Eerder, Vorige
from ingest.lezen.formulieren import soorten_voor
from ingest.lezen.nagelezen import Nagelezenrij, nagelezenrijen
from ingest.lezen.rechten import mag_bekijken, mag_schrijven
from ingest.lezen.voorgesteld import Aanbod, Voorgesteld


@dataclass(frozen=True)
class Leesregel:
    """A line with what is on it: whether figures of the site rest on it, and what was read there."""

    passage: Passage
    cijfer: bool
    is_kop: bool
    gelezen: Sequence[Duiding]
    voorgesteld: Sequence[Aanbod]
    gekozen: bool
    adres: str


@dataclass(frozen=True)
class Leespagina:
    """A lezing from line `vanaf` on, with the lines that are selected (`tot` is 0 until the second is chosen)."""

    lezing: Lezing
    rollen: Collection[str]
    vanaf: int = 1
    van: int = 0
    tot: int = 0
    aangevinkt: Mapping[str, Collection[str]] = field(default_factory=dict)
    """By the code of a programma the questions that were ticked, where a colleague was first."""

    @property
    def publicatie(self) -> Publicatie:
        return self.lezing.publicatie

    @cached_property
    def regels(self) -> list[Leesregel]:
        regels = range(self.vanaf, self.vanaf + REGELS)
        passages = self.lezing.passages.filter(regel__range=(regels.start, regels.stop - 1))
        hier = {"passage__lezing__publicatie": self.publicatie, "passage__regel__range": (regels.start, regels.stop)}
        cijfers = {
            *Vermelding.objects.geldend().filter(**hier).values_list("passage__regel", flat=True),
            *Bedrag.objects.geldend().filter(**hier).values_list("passage__regel", flat=True),
        }
        koppen = {kaal(kop) for kop in self.lezing.teksten.exclude(kop="").values_list("kop", flat=True)}
        per_regel: dict[int, list[Duiding]] = {}
        for duiding in self.gelezen:
            for aangehaald in duiding.plaatsen:
                if aangehaald.publicatie == self.publicatie and aangehaald.plaats:
                    per_regel.setdefault(aangehaald.plaats.van_regel, []).append(duiding)
        return [
            Leesregel(
                passage,
                passage.regel in cijfers,
                kaal(passage.tekst) in koppen,
                per_regel.get(passage.regel, ()),
                [aanbod for aanbod in self.voorgesteld if aanbod.voorstel.van == passage.regel],
                self.van <= passage.regel <= (self.tot or self.van),
                self._adres(passage.regel),
            )
            for passage in passages
        ]

    @cached_property
    def gelezen(self) -> list[Duiding]:
        """What is public of this document, or waits for a second person."""
        staten = (Duiding.Staat.GEPUBLICEERD, Duiding.Staat.VOORGELEGD, Duiding.Staat.TERUGGEGEVEN)
        return list(Duiding.objects.filter(staat__in=staten).uit(self.publicatie).met_bronnen())

    @cached_property
    def voorgesteld(self) -> list[Aanbod]:
        """What the reader proposes, of the kinds that this person may keep."""
        aanbod = Voorgesteld(self.lezing).open
        return [ding for ding in aanbod if mag_schrijven(self.rollen, ding.voorstel.soort)]

    @cached_property
    def zoekgeraakt(self) -> list[tuple[Duiding, bool]]:
        """What has a passage that was not found in this lezing, and whether this person may say where it is."""
        kwijt = Duiding.objects.zoekgeraakt(self.publicatie).met_bronnen()
        return [(duiding, mag_bekijken(self.rollen, duiding.soort)) for duiding in kwijt]

    @cached_property
    def vorige(self) -> Vorige:
        """What was read in the edition before."""
        return Vorige(self.lezing)

    @cached_property
    def eerder(self) -> list[Eerder]:
        """Of that what is open, of the kinds that this person may keep."""
        return [ding for ding in self.vorige.open if mag_schrijven(self.rollen, ding.duiding.soort)]

    @property
    def stukken(self) -> list[tuple[int, int]]:
        """The pages to leaf through, each by its first and last line."""
        laatste = self.lezing.passages.order_by("regel").values_list("regel", flat=True).last() or 1
        return [(van, min(van + REGELS - 1, laatste)) for van in range(1, laatste + 1, REGELS)]

    @property
    def soorten(self) -> list[tuple[str, list[Duidingsoort]]]:
        return soorten_voor([soort for soort in Duidingsoort if mag_schrijven(self.rollen, soort)])

    @cached_property
    def kies_na(self) -> int:
        """The last line of the selection that has words; what it says is chosen below it."""
        return max((regel.passage.regel for regel in self.regels if regel.passage.regel <= self.tot), default=0)

    @property
    def gekozen(self) -> list[Passage]:
        """The lines that were selected."""
        return list(self.lezing.passages.filter(regel__range=(self.van, self.tot))) if self.tot else []

    @cached_property
    def nagelezen(self) -> list[Nagelezenrij]:
        return nagelezenrijen(self.lezing, self.rollen, self.aangevinkt)

    def _adres(self, regel: int) -> str:
        """Where selecting this line leads: the first of a passage, or its last."""
        tweede = self.van and not self.tot and regel >= self.van
        keuze = {"van": self.van, "tot": regel} if tweede else {"van": regel}
        return f"?{urlencode({'vanaf': self.vanaf, **keuze})}#{'kies' if tweede else f'regel-{regel}'}"
