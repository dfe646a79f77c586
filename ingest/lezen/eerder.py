"""What was read in the edition before, laid beside the new text: it still says so, or otherwise, or no longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from indicators.models import Aangehaald, Duiding, Duidingsoort, Geldtabel, Lezing, Post, Publicatie, Terzijde
from ingest.aanhalen.afdrukken import Letters
from ingest.aanhalen.gelijkenis import lijkt_het_meest, woorden
from ingest.aanhalen.vindplaatsen import letters_van, prints_van
from ingest.lezen.gelezen import Gekozen, leg_voor

REGELS = 250
"""So many lines has one page of the reading view."""
OVERGENOMEN = (
    "wat", "zin", "gedrukt", "wanneer", "uiterlijk", "wie", "vanaf", "tot_en_met", "nummer", "in_tabel", "adres",
    "stand", "indicator", "over",
)  # fmt: skip


@dataclass(frozen=True)
class Eerder:
    """One thing that was read before, and where the new text may say it: `zeker` when the words are the same."""

    duiding: Duiding
    plekken: Sequence[Gekozen]
    zeker: bool
    post: Post | None = None
    """The row of money that it is about, as this publicatie has it: policy rows are of one edition."""

    @property
    def van(self) -> int:
        """The first line; 0 when nothing is like it."""
        return self.plekken[0].van if self.plekken else 0

    @property
    def bladzijde(self) -> int:
        """The first line of the page of the reading view that it is on."""
        return bladzijde_met(self.van)

    @property
    def tot(self) -> int:
        return self.plekken[0].tot if self.plekken else 0


@dataclass(frozen=True)
class Vorige:
    """The knowledge of the publicatie of the same kind that came before this one."""

    lezing: Lezing

    @cached_property
    def publicatie(self) -> Publicatie | None:
        """None for the first of its kind."""
        zelfde = Publicatie.objects.geladen().filter(soort=self.lezing.publicatie.soort)
        return zelfde.filter(jaar__lt=self.lezing.publicatie.jaar).order_by("-jaar").first()

    @cached_property
    def open(self) -> list[Eerder]:
        """What nobody said anything about yet; who read this publicatie to the end for a question has done so."""
        if self.publicatie is None:
            return []
        gedaan = Terzijde.objects.filter(publicatie=self.lezing.publicatie, herroepen_op=None, duiding__isnull=False)
        vervolg = Duiding.objects.exclude(staat=Duiding.Staat.INGETROKKEN).uit(self.lezing.publicatie)
        over = Duiding.objects.geldend().uit(self.publicatie).exclude(pk__in=gedaan.values("duiding"))
        gelezen = self.lezing.nagelezen.filter(ingetrokken_op=None).soorten()
        over = over.exclude(soort__in=gelezen)
        over = over.exclude(pk__in=vervolg.filter(volgt_op__isnull=False).values("volgt_op"))
        met_afdrukken = over.met_bronnen().prefetch_related("aangehaald__aanhaling__afdrukken")
        alleen_hier = (ding for ding in met_afdrukken if ding.publicaties == {self.publicatie})
        return [self._met_plek(ding) for ding in alleen_hier]

    def _met_plek(self, duiding: Duiding) -> Eerder:
        gevonden = [self._plek(aangehaald) for aangehaald in duiding.plaatsen]
        plekken = [plek for plek, _ in gevonden if plek]
        compleet = len(plekken) == len(gevonden)
        post = self._posten.get(duiding.post.naam) if duiding.post else None
        zeker = compleet and all(zeker for _, zeker in gevonden) and bool(post) == bool(duiding.post)
        return Eerder(duiding, plekken if compleet else (), zeker, post)

    def _plek(self, aangehaald: Aangehaald) -> tuple[Gekozen | None, bool]:
        for gezocht in prints_van(aangehaald.aanhaling):
            if zelfde := self._letters.vind(gezocht):
                return Gekozen(self.lezing, *zelfde, aangehaald.gedrukt, aangehaald.waar), True
        oud = aangehaald.plaats
        if oud is None:
            return None, False
        passages = oud.passages
        gelezen = woorden(" ".join(passages.values_list("tekst", flat=True)))
        lijkt = lijkt_het_meest(gelezen, self._regels, len(passages))
        return (Gekozen(self.lezing, *lijkt, aangehaald.gedrukt, aangehaald.waar), False) if lijkt else (None, False)

    @cached_property
    def _posten(self) -> dict[str, Post]:
        eigen = Post.objects.filter(tabel=Geldtabel.NIEUW_BELEID, benamingen__publicatie=self.lezing.publicatie)
        return {post.naam: post for post in eigen}

    @cached_property
    def _letters(self) -> Letters:
        return letters_van(self.lezing)

    @cached_property
    def _regels(self) -> list[tuple[int, set[str]]]:
        return [(regel, woorden(tekst)) for regel, tekst in self.lezing.passages.values_list("regel", "tekst")]


def bladzijde_met(regel: int) -> int:
    """The first line of the page of the reading view that a line is on."""
    return (regel - 1) // REGELS * REGELS + 1


def zegt_het_nog(eerder: Eerder, actor: UUID) -> Duiding:
    """Take it over for this edition, on the same words; a second person looks at it as at everything."""
    oud = eerder.duiding
    velden = {naam: waarde for naam in OVERGENOMEN if (waarde := getattr(oud, naam)) not in ("", None)}
    velden |= {"post": eerder.post} if eerder.post else {}
    velden["doelstellingen"] = oud.doelstellingen.all()
    return leg_voor(Duidingsoort(oud.soort), velden, eerder.plekken, actor, volgt_op=oud)


def leg_terzijde(publicatie: Publicatie, duiding: Duiding, besluit: Terzijde.Besluit, actor: UUID) -> None:
    """The new text no longer says it, or it is not worth keeping."""
    wat = {"publicatie": publicatie, "duiding": duiding, "herroepen_op": None}
    if not Terzijde.objects.filter(**wat).exists():
        Terzijde.objects.create(publicatie=publicatie, duiding=duiding, besluit=besluit, actor=actor)
