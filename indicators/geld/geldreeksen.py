"""What one row of money cost over the years: as the rekeningen have it, and as each edition budgets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indicators.models import Bedrag, Geldkant, Geldtabel, Postrol, Publicatie

Lijnstuk = tuple[Bedrag, ...]

# A saldo of which the edition does not say whether it is before or after reserves stands beside both (domain rule 8).
_NA_RESERVES = (Postrol.NA_RESERVES, Postrol.SALDO)


@dataclass(frozen=True)
class Geldreeks:
    """The rekeningen (`editie` is None), or what one edition prints: for each year one printed saldo.

    Within a stretch a line may be drawn: every year is there, and all are the same kind of saldo.
    """

    editie: Publicatie | None
    stukken: tuple[Lijnstuk, ...]

    @property
    def punten(self) -> Lijnstuk:
        return tuple(punt for stuk in self.stukken for punt in stuk)


def geldreeksen(bedragen: Iterable[Bedrag]) -> list[Geldreeks]:
    """The series of a doelstelling, a product, or a programma after reserves; the rekeningen first, then the editions.

    `bedragen` are comparable ones (`Bedrag.objects.vergelijkbaar()`) of one of these; other rows among them are left
    out. A year that is printed more than once counts as the newest document has it.
    """
    per_reeks: dict[Publicatie | None, dict[int, Bedrag]] = {}
    for bedrag in sorted(filter(heeft_reeks, bedragen), key=_voorkeur):
        editie = None if bedrag.soort == Bedrag.Soort.REKENING else bedrag.benaming.publicatie
        per_reeks.setdefault(editie, {})[bedrag.jaar] = bedrag
    reeksen = [
        Geldreeks(editie, _stukken(sorted(per_jaar.values(), key=lambda b: b.jaar)))
        for editie, per_jaar in per_reeks.items()
    ]
    return sorted(reeksen, key=lambda reeks: reeks.editie.jaar if reeks.editie else 0)


def zelfde_saldo(een: Bedrag, ander: Bedrag) -> bool:
    """Whether both are known to be the same kind: two documents that say nothing of reserves may mean two things."""
    rol = een.benaming.post.rol
    is_bekend = rol not in (Postrol.SALDO, Postrol.REGEL) or een.benaming.publicatie == ander.benaming.publicatie
    return is_bekend and rol == ander.benaming.post.rol


def heeft_reeks(bedrag: Bedrag) -> bool:
    """What can be a point of a series: as below, and the saldo of a product."""
    is_product = bedrag.benaming.post.rol == Postrol.PRODUCT and bedrag.kant == Geldkant.SALDO
    return is_lijnpunt(bedrag) or (is_product and bedrag.bedrag is not None)


def is_lijnpunt(bedrag: Bedrag) -> bool:
    """The saldo of a doelstelling, or of a programma after reserves (or it does not say so)."""
    post = bedrag.benaming.post
    is_programma = post.tabel == Geldtabel.PROGRAMMA and post.rol in _NA_RESERVES
    past = is_programma or post.tabel == Geldtabel.DOELSTELLING
    return past and bedrag.kant == Geldkant.SALDO and bedrag.bedrag is not None


def _voorkeur(bedrag: Bedrag) -> tuple[bool, tuple[int, bool, str]]:
    """What counts comes last: a saldo that is said to be after reserves, then that of the newest document."""
    return bedrag.benaming.post.rol != Postrol.SALDO, bedrag.benaming.publicatie.op_volgorde


def _stukken(punten: Sequence[Bedrag]) -> tuple[Lijnstuk, ...]:
    stukken: list[list[Bedrag]] = [[punten[0]]]
    for vorige, punt in pairwise(punten):
        if punt.jaar != vorige.jaar + 1 or not zelfde_saldo(vorige, punt):
            stukken.append([])
        stukken[-1].append(punt)
    return tuple(map(tuple, stukken))
