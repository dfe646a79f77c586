"""What a year cost against its begroting na wijziging, and never against an older one (domain rule 10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from indicators.models import Bedrag, Doelstelling, Geldkant, Geldstand, Geldtabel


@dataclass(frozen=True)
class Geldoordeel:
    """The saldo of a doelstelling in a year, as the rekening and as the begroting na wijziging have it."""

    doelstelling: Doelstelling
    jaar: int
    rekening: Bedrag
    begroot: Bedrag

    @property
    def verschil(self) -> Decimal:
        """How much more it cost than was budgeted, in euros; less than the coarser of the two can show is nothing."""
        verschil = (self.begroot.bedrag or Decimal(0)) - (self.rekening.bedrag or Decimal(0))
        grofste = max(self.begroot.schaal, self.rekening.schaal)
        return verschil if abs(verschil) >= grofste else Decimal(0)

    @property
    def is_overgenomen(self) -> bool:
        """Whether one of them was taken over from a document that is not on the site."""
        return self.rekening.is_overgenomen or self.begroot.is_overgenomen


def geldoordelen(bedragen: Iterable[Bedrag]) -> list[Geldoordeel]:
    """Of each doelstelling and year that has both, the newest year first.

    What several documents say the newest one says here; a document before what was taken over from one. What an edition
    calls "begroting na wijziging" of a year that still runs may change again, and judges nothing.
    """
    gevonden: dict[tuple[int, Doelstelling], dict[str, Bedrag]] = {}
    for bedrag in sorted(bedragen, key=lambda b: (not b.is_overgenomen, b.benaming.publicatie.jaar)):
        post = bedrag.benaming.post
        is_saldo = post.tabel == Geldtabel.DOELSTELLING and bedrag.kant == Geldkant.SALDO
        telt = bedrag.stand == Geldstand.REKENING or bedrag.is_na_laatste_wijziging
        if is_saldo and telt and post.doelstelling and bedrag.bedrag is not None:
            gevonden.setdefault((bedrag.jaar, post.doelstelling), {})[bedrag.stand] = bedrag
    paren = [
        Geldoordeel(doelstelling, jaar, standen[Geldstand.REKENING], standen[Geldstand.NA_WIJZIGING])
        for (jaar, doelstelling), standen in gevonden.items()
        if {Geldstand.REKENING, Geldstand.NA_WIJZIGING} <= standen.keys()
    ]
    return sorted(paren, key=lambda oordeel: (-oordeel.jaar, oordeel.doelstelling.code))
