"""How one year went: every amount that documents print for it, from the first raming to the rekening."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.geld.geldreeksen import is_lijnpunt, zelfde_saldo
from indicators.geld.veranderingen import Twijfel, Twijfelreden, Verandering, veranderingen
from indicators.models import Bedrag, Geldkant, Geldstand, Postrol, Publicatie

# A document that is made while the year runs comes before the edition that is made in its autumn.
_VOLGORDE = (
    Geldstand.MEERJARENRAMING,
    Geldstand.PRIMITIEF,
    Geldstand.NA_WIJZIGING,
    Geldstand.LOPEND_JAAR,
    Geldstand.ONGENOEMD,
    Geldstand.REKENING,
)
Plaats = tuple[int, tuple[int, bool, str], int]


@dataclass(frozen=True)
class Jaarstap:
    """What one document prints for the year, and how much more that is than the step before."""

    bedrag: Bedrag
    vorige: Bedrag | None
    verandering: Verandering | None = None
    """What the document prints to change; None where it prints what it becomes."""

    @property
    def kosten(self) -> Decimal:
        """In euros; a cost is positive."""
        return self.verandering.kosten if self.verandering else -(self.bedrag.bedrag or Decimal(0))

    @property
    def publicatie(self) -> Publicatie:
        return self.bedrag.benaming.publicatie

    @property
    def is_wijziging(self) -> bool:
        return self.verandering is not None

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
    alle = list(bedragen)
    geplaatst, _ = _veranderingen(alle, jaar)
    standen: dict[tuple[str, Decimal | None], tuple[Plaats, Bedrag, None]] = {}
    van_jaar = (bedrag for bedrag in alle if bedrag.jaar == jaar and bedrag.stand in _VOLGORDE)
    for bedrag in sorted(filter(_is_stap, van_jaar), key=_plaats):
        standen.setdefault((bedrag.stand, bedrag.bedrag), (_plaats(bedrag), bedrag, None))
    vorige: Bedrag | None = None
    stappen = []
    for _, bedrag, verandering in sorted([*standen.values(), *geplaatst], key=lambda ding: ding[0]):
        stappen.append(Jaarstap(bedrag, vorige, verandering))
        vorige = vorige if verandering else bedrag
    return stappen


def twijfels_over(bedragen: Iterable[Bedrag], jaar: int) -> list[Twijfel]:
    """The changes of a year that documents print and that are no step."""
    return _veranderingen(list(bedragen), jaar)[1]


def jaren_met_verloop(bedragen: Iterable[Bedrag]) -> list[int]:
    """The years that have more than one step, of which one says what it costs; the newest first."""
    alle = list(bedragen)
    per_jaar = {jaar: jaarverloop(alle, jaar) for jaar in sorted({b.jaar for b in alle}, reverse=True)}
    return [jaar for jaar, stappen in per_jaar.items() if len(stappen) > 1 and any(not s.is_wijziging for s in stappen)]


def _veranderingen(
    bedragen: Sequence[Bedrag], jaar: int
) -> tuple[list[tuple[Plaats, Bedrag, Verandering]], list[Twijfel]]:
    """What changes in the year, each at its place among the standen; what cannot be placed is not certain."""
    per_stuk: dict[Publicatie, list[Bedrag]] = {}
    for bedrag in bedragen:
        if bedrag.stand == Geldstand.WIJZIGING:
            per_stuk.setdefault(bedrag.benaming.publicatie, []).append(bedrag)
    geplaatst, twijfels = [], []
    for stuk, eigen in per_stuk.items():
        zeker, onzeker = veranderingen([bedrag for bedrag in eigen if bedrag.jaar == jaar])
        plaats = _plaats_van_wijziging(stuk, min(bedrag.jaar for bedrag in eigen), jaar)
        twijfels += onzeker
        if plaats is None:
            twijfels += [Twijfel(verandering.bedrag, Twijfelreden.ONBEKEND_WANNEER) for verandering in zeker]
        else:
            geplaatst += [((*plaats, v.bedrag.pk or 0), v.bedrag, v) for v in zeker]
    return geplaatst, twijfels


def _plaats_van_wijziging(stuk: Publicatie, eerste_jaar: int, jaar: int) -> tuple[int, tuple[int, bool, str]] | None:
    """Where its changes stand: of the year that ran among what was printed then, of a later year before its begroting.

    None where the document does not tell the year that it was made in.
    """
    if stuk.aangeboden_op is not None:
        gemaakt = stuk.aangeboden_op.year
    elif stuk.soort == Publicatie.Soort.RAPPORTAGE or eerste_jaar < stuk.jaar:
        gemaakt = stuk.jaar if stuk.soort == Publicatie.Soort.RAPPORTAGE else stuk.jaar - 1
    else:  # a kadernota of 2026 without a column of 2025 may be made in either
        return None
    if jaar <= gemaakt:
        return _VOLGORDE.index(Geldstand.NA_WIJZIGING), stuk.op_volgorde
    if stuk.soort == Publicatie.Soort.RAPPORTAGE:  # it may come before the next begroting or after it
        return None
    return _VOLGORDE.index(Geldstand.MEERJARENRAMING), (gemaakt + 1, False, "")


def _is_stap(bedrag: Bedrag) -> bool:
    """A point of its line, or the saldo that a tussenbericht prints of it."""
    is_regel = bedrag.benaming.post.rol == Postrol.REGEL and bedrag.kant == Geldkant.SALDO
    return is_lijnpunt(bedrag) or (is_regel and bedrag.bedrag is not None)


def _plaats(bedrag: Bedrag) -> Plaats:
    """The begroting na wijziging of jaarstukken comes just before their rekening.

    What a document prints while the year runs, a change and what that is of, keeps the order of its columns.
    """
    stand = Geldstand.ONGENOEMD if bedrag.is_na_laatste_wijziging else Geldstand(bedrag.stand)
    return _VOLGORDE.index(stand), bedrag.benaming.publicatie.op_volgorde, bedrag.pk or 0
