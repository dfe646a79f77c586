"""What a year cost against its begroting na wijziging, and never against an older one (domain rule 10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from indicators.geld.netto import NAMEN, PROGRAMMA
from indicators.models import Bedrag, Doelstelling, Geldkant, Geldstand, Geldtabel, Post, Postrol, Publicatie

_VOLGORDE = (Geldtabel.DOELSTELLING, Geldtabel.PROGRAMMA, Geldtabel.OVERZICHT)


@dataclass(frozen=True)
class Geldoordeel:
    """The saldo of a row in a year: the rekening, what the jaarstukken lay beside it, and the begroting before that.

    Where the jaarstukken do not say that their begroting is the one na wijziging, it is a comparison and no verdict.
    """

    rekening: Bedrag
    begroot: Bedrag
    primitief: Bedrag | None

    @property
    def jaar(self) -> int:
        return self.rekening.jaar

    @property
    def post(self) -> Post:
        return self.rekening.benaming.post

    @property
    def doelstelling(self) -> Doelstelling | None:
        """None of a programma as a whole, nor of a product."""
        return self.post.doelstelling

    @property
    def naam(self) -> str:
        """ "1.5 Stimuleren …", "Programma, na reserves", "480.01 Lokaal onderwijsbeleid"."""
        if self.post.tabel == Geldtabel.PROGRAMMA:
            return NAMEN[self.post.rol]
        return f"{self.rekening.benaming.code} {self.post.naam}".strip()

    @property
    def is_van_doelstelling(self) -> bool:
        return self.post.tabel == Geldtabel.DOELSTELLING

    @property
    def is_van_product(self) -> bool:
        return self.post.rol == Postrol.REGEL

    @property
    def is_oordeel(self) -> bool:
        return self.begroot.stand == Geldstand.NA_WIJZIGING

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
    """Of each doelstelling, programma, product and year that has both, the newest year first.

    What several documents say the newest one says here; a document before what was taken over from one. What an edition
    calls "begroting na wijziging" of a year that still runs may change again, and judges nothing.
    """
    gevonden: dict[tuple[int, str, int | None, str, str], dict[str, Bedrag]] = {}
    for bedrag in sorted(bedragen, key=_voorrang):
        post = bedrag.benaming.post
        if _is_saldo(bedrag) and _telt(bedrag):
            slug = post.slug if post.rol == Postrol.REGEL else ""
            rij = (bedrag.jaar, post.tabel, _sleutel(post), post.rol, slug)
            gevonden.setdefault(rij, {})[bedrag.stand] = bedrag
    paren = [
        Geldoordeel(standen[Geldstand.REKENING], begroot, standen.get(Geldstand.PRIMITIEF))
        for standen in gevonden.values()
        if Geldstand.REKENING in standen
        and (begroot := standen.get(Geldstand.NA_WIJZIGING) or standen.get(Geldstand.ONGENOEMD))
    ]
    return sorted(paren, key=_op_volgorde)


def _sleutel(post: Post) -> int | None:
    return post.doelstelling.pk if post.doelstelling else None


def _voorrang(bedrag: Bedrag) -> tuple[bool, bool, int]:
    """What counts comes last; the begroting of a year is first of all what its own edition prints."""
    publicatie = bedrag.benaming.publicatie
    uit_editie = bedrag.stand == Geldstand.PRIMITIEF and publicatie.soort == Publicatie.Soort.PROGRAMMABEGROTING
    return not bedrag.is_overgenomen, uit_editie, publicatie.jaar


def _is_saldo(bedrag: Bedrag) -> bool:
    """Of a doelstelling, of a programma as a whole, or of a product."""
    post = bedrag.benaming.post
    is_programma = post.tabel == Geldtabel.PROGRAMMA and post.rol in PROGRAMMA
    past = (
        is_programma
        or post.rol == Postrol.REGEL
        or (post.tabel == Geldtabel.DOELSTELLING and post.doelstelling is not None)
    )
    return past and bedrag.kant == Geldkant.SALDO and bedrag.bedrag is not None


def _telt(bedrag: Bedrag) -> bool:
    """Of the begroting before changes that of the edition itself, or as the jaarstukken repeat it."""
    publicatie = bedrag.benaming.publicatie
    na_afloop = publicatie.soort == Publicatie.Soort.JAARSTUKKEN and publicatie.jaar == bedrag.jaar
    if bedrag.stand == Geldstand.PRIMITIEF:
        return na_afloop or publicatie.soort == Publicatie.Soort.PROGRAMMABEGROTING
    return (
        bedrag.stand == Geldstand.REKENING
        or bedrag.is_na_laatste_wijziging
        or (bedrag.stand == Geldstand.ONGENOEMD and na_afloop)
    )


def _op_volgorde(oordeel: Geldoordeel) -> tuple[int, int, str, int]:
    code = oordeel.doelstelling.code if oordeel.doelstelling else ""
    return -oordeel.jaar, _VOLGORDE.index(Geldtabel(oordeel.post.tabel)), code, oordeel.post.volgorde
