"""What a row of money costs on balance, so that editions that print it differently stand beside each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from indicators.models import Bedrag, Geldkant, Geldtabel, PostBenaming, Publicatie

VOOR, NA = "Programma, voor reserves", "Programma, na reserves"
# PB 2023 does not say whether its Resultaat is before or after reserves, so it stands beside both.
RESULTAAT = "resultaat"
PROGRAMMA = {RESULTAAT: (VOOR, NA), "gerealiseerd-saldo": (VOOR,), "saldo": (NA,)}
TOTAAL = "totaal"


@dataclass
class Netto:
    """One row of one edition in one year: the printed saldo, else lasten and baten together."""

    benaming: PostBenaming
    stand: str
    per_kant: dict[str, Bedrag] = field(default_factory=dict)

    @property
    def gedrukt(self) -> Bedrag | None:
        """The printed saldo; without one the amount is computed from the parts."""
        saldo = self.per_kant.get(Geldkant.SALDO)
        return saldo if saldo and saldo.bedrag is not None else None

    @property
    def reserves_onbekend(self) -> bool:
        """Whether the edition does not say if this is before or after reserves."""
        return self.benaming.post.slug == RESULTAAT

    @property
    def delen(self) -> list[Bedrag]:
        """The printed lasten and baten."""
        kanten = (self.per_kant.get(kant) for kant in (Geldkant.LASTEN, Geldkant.BATEN))
        return [bedrag for bedrag in kanten if bedrag and bedrag.bedrag is not None]

    @property
    def kosten(self) -> Decimal:
        """In euros; a cost is positive."""
        bedragen = [self.gedrukt] if self.gedrukt else self.delen
        return -sum((bedrag.bedrag or Decimal(0) for bedrag in bedragen), Decimal(0))

    def voeg_toe(self, bedrag: Bedrag) -> None:
        """A cell with an amount wins from a blank one."""
        if bedrag.bedrag is not None or bedrag.kant not in self.per_kant:
            self.per_kant[bedrag.kant] = bedrag


@dataclass(frozen=True)
class Geldregel:
    """One row in one year, in every edition that budgets for it, oldest edition first."""

    tabel: str
    sleutel: str
    naam: str
    jaar: int
    per_editie: Mapping[Publicatie, Netto]


def geldregels(bedragen: Iterable[Bedrag]) -> list[Geldregel]:
    """The doelstellingen, the programma and the posts of an uitsplitsing, in the order of the editions."""
    gevonden: dict[tuple[str, str, int], dict[Publicatie, Netto]] = {}
    for bedrag in sorted(bedragen, key=lambda b: (b.benaming.post.tabel, b.benaming.post.volgorde)):
        if bedrag.soort == Bedrag.Soort.BEGROTING:
            for sleutel in _sleutels(bedrag):
                per_editie = gevonden.setdefault((bedrag.benaming.post.tabel, sleutel, bedrag.jaar), {})
                netto = per_editie.setdefault(bedrag.benaming.publicatie, Netto(bedrag.benaming, bedrag.stand))
                netto.voeg_toe(bedrag)
    rijen = []
    for (tabel, sleutel, jaar), per_editie in gevonden.items():
        met_bedrag = {editie: netto for editie, netto in per_editie.items() if netto.gedrukt or netto.delen}
        if met_bedrag:
            op_volgorde = dict(sorted(met_bedrag.items(), key=lambda paar: paar[0].jaar))
            rijen.append(Geldregel(tabel, sleutel, _naam(sleutel, op_volgorde), jaar, op_volgorde))
    return rijen


def _sleutels(bedrag: Bedrag) -> tuple[str, ...]:
    """The rows in which an amount belongs; lasten, baten and reserves of the programma are no net cost."""
    post = bedrag.benaming.post
    if post.tabel == Geldtabel.PROGRAMMA:
        return PROGRAMMA.get(post.slug, ())
    if post.tabel == Geldtabel.UITSPLITSING:
        return (TOTAAL if post.slug == "saldo" else post.slug,)
    return (post.slug,) if post.tabel == Geldtabel.DOELSTELLING else ()


def _naam(sleutel: str, per_editie: Mapping[Publicatie, Netto]) -> str:
    """The name in the newest edition; posts go without their code, which PB 2023 does not have."""
    benaming = list(per_editie.values())[-1].benaming
    if benaming.post.tabel == Geldtabel.PROGRAMMA:
        return sleutel
    if sleutel == TOTAAL:
        return sleutel.capitalize()
    return (
        f"{benaming.code} {benaming.post.naam}" if benaming.post.tabel == Geldtabel.DOELSTELLING else benaming.post.naam
    )
