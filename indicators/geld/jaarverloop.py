"""How one year went: every amount that documents print for it, from the first raming to the rekening."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from indicators.geld.geldreeksen import is_lijnpunt, zelfde_saldo
from indicators.models import Bedrag, Geldkant, Geldstand, Postrol

# A document that is made while the year runs comes before the edition that is made in its autumn.
_VOLGORDE = (
    Geldstand.MEERJARENRAMING,
    Geldstand.PRIMITIEF,
    Geldstand.NA_WIJZIGING,
    Geldstand.LOPEND_JAAR,
    Geldstand.ONGENOEMD,
    Geldstand.REKENING,
)
_STANDEN = (*_VOLGORDE, Geldstand.WIJZIGING)


@dataclass(frozen=True)
class Jaarstap:
    """What one document prints for the year, and how much more that is than the step before."""

    bedrag: Bedrag
    vorige: Bedrag | None

    @property
    def kosten(self) -> Decimal:
        """In euros; a cost is positive."""
        return -(self.bedrag.bedrag or Decimal(0))

    @property
    def is_wijziging(self) -> bool:
        """Whether the document prints what changes, and not what it becomes."""
        return self.bedrag.stand == Geldstand.WIJZIGING

    @property
    def verschil(self) -> Decimal | None:
        """None for the first step, and where nobody says that both are after reserves (domain rule 8)."""
        if self.is_wijziging:
            return self.kosten
        if self.vorige is None or not zelfde_saldo(self.vorige, self.bedrag):
            return None
        return (self.vorige.bedrag or Decimal(0)) + self.kosten

    @property
    def reserves_onbekend(self) -> bool:
        return self.bedrag.benaming.post.rol in (Postrol.SALDO, Postrol.REGEL)


def jaarverloop(bedragen: Iterable[Bedrag], jaar: int) -> list[Jaarstap]:
    """The steps of a year of one doelstelling or programma, in the order in which they were decided.

    The same amount of the same stand in a later document is no step: jaarstukken repeat the begroting.
    """
    stappen: list[Bedrag] = []
    gezien: set[tuple[str, Decimal | None]] = set()
    van_jaar = (bedrag for bedrag in bedragen if bedrag.jaar == jaar and bedrag.stand in _STANDEN)
    for bedrag in sorted(filter(_is_stap, van_jaar), key=_op_volgorde):
        if (bedrag.stand, bedrag.bedrag) not in gezien:
            gezien.add((bedrag.stand, bedrag.bedrag))
            stappen.append(bedrag)
    vorige: Bedrag | None = None
    gevonden = []
    for bedrag in stappen:
        gevonden.append(Jaarstap(bedrag, vorige))
        vorige = vorige if gevonden[-1].is_wijziging else bedrag
    return gevonden


def jaren_met_verloop(bedragen: Iterable[Bedrag]) -> list[int]:
    """The years that have more than one step, the newest first."""
    alle = list(bedragen)
    return [jaar for jaar in sorted({b.jaar for b in alle}, reverse=True) if len(jaarverloop(alle, jaar)) > 1]


def _is_stap(bedrag: Bedrag) -> bool:
    """A point of its line, or the saldo that a tussenbericht prints of it."""
    is_regel = bedrag.benaming.post.rol == Postrol.REGEL and bedrag.kant == Geldkant.SALDO
    return is_lijnpunt(bedrag) or (is_regel and bedrag.bedrag is not None)


def _op_volgorde(bedrag: Bedrag) -> tuple[int, tuple[int, bool, str], int]:
    """The begroting na wijziging of jaarstukken comes just before their rekening.

    What a document prints while the year runs, a change and what that is of, keeps the order of its columns.
    """
    stand = Geldstand.ONGENOEMD if bedrag.is_na_laatste_wijziging else Geldstand(bedrag.stand)
    if stand == Geldstand.WIJZIGING:
        stand = Geldstand.NA_WIJZIGING
    return _VOLGORDE.index(stand), bedrag.benaming.publicatie.op_volgorde, bedrag.pk or 0
