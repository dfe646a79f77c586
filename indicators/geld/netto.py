"""What a row of money costs on balance, so that editions that print it differently stand beside each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from indicators.models import Bedrag, Doelstelling, Geldkant, Geldtabel, PostBenaming, Postrol, Publicatie

HEEL, VOOR, NA = "Programma", "Programma, voor reserves", "Programma, na reserves"
NAMEN: dict[str, str] = {
    Postrol.SALDO: HEEL,
    Postrol.VOOR_RESERVES: VOOR,
    Postrol.NA_RESERVES: NA,
    Postrol.TOTAAL: "Totaal",
}
# A saldo of which the edition does not say whether it is before or after reserves stands beside both.
PROGRAMMA: dict[str, tuple[str, ...]] = {
    Postrol.SALDO: (Postrol.VOOR_RESERVES, Postrol.NA_RESERVES),
    Postrol.VOOR_RESERVES: (Postrol.VOOR_RESERVES,),
    Postrol.NA_RESERVES: (Postrol.NA_RESERVES,),
}


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
        post = self.benaming.post
        return (post.tabel, post.rol) == (Geldtabel.PROGRAMMA, Postrol.SALDO)

    @property
    def als_saldo(self) -> str:
        """In a sentence: as the edition calls it, or just a saldo."""
        return self.benaming.naam if self.noemt_een_saldo else "saldo"

    @property
    def noemt_een_saldo(self) -> bool:
        """Whether its name is a word for a saldo: a row may go by the name of its programma."""
        return self.benaming.naam.casefold().startswith(("resultaat", "saldo"))

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
    rol: str
    doelstelling: Doelstelling | None
    naam: str
    jaar: int
    per_editie: Mapping[Publicatie, Netto]

    @property
    def edities(self) -> list[Publicatie]:
        return list(self.per_editie)


def geldregels(bedragen: Iterable[Bedrag]) -> list[Geldregel]:
    """The doelstellingen, the programma and the posts of an uitsplitsing, in the order of the editions."""
    gevonden: dict[tuple[str, Doelstelling | None, str, str, int], dict[Publicatie, Netto]] = {}
    for bedrag in sorted(bedragen, key=lambda b: (b.benaming.post.tabel, b.benaming.post.volgorde)):
        if bedrag.soort == Bedrag.Soort.BEGROTING:
            post = bedrag.benaming.post
            for rol, slug in rijen_van(post.tabel, post.rol, post.slug):
                per_editie = gevonden.setdefault((post.tabel, post.doelstelling, rol, slug, bedrag.jaar), {})
                netto = per_editie.setdefault(bedrag.benaming.publicatie, Netto(bedrag.benaming, bedrag.stand))
                netto.voeg_toe(bedrag)
    regels = []
    for (tabel, doelstelling, rol, _, jaar), per_editie in gevonden.items():
        met_bedrag = {editie: netto for editie, netto in per_editie.items() if netto.gedrukt or netto.delen}
        if met_bedrag:
            op_volgorde = dict(sorted(met_bedrag.items(), key=lambda paar: paar[0].jaar))
            regels.append(Geldregel(tabel, rol, doelstelling, _naam(rol, op_volgorde), jaar, op_volgorde))
    return _zonder_dubbele(regels)


def rijen_van(tabel: str, rol: str, slug: str) -> tuple[tuple[str, str], ...]:
    """The rows in which a post belongs, by role and slug; of the programma only a saldo is a net cost."""
    if tabel == Geldtabel.PROGRAMMA:
        return tuple((samen, "") for samen in PROGRAMMA.get(rol, ()))
    if tabel == Geldtabel.UITSPLITSING and rol != Postrol.PRODUCT:
        return ((Postrol.TOTAAL, ""),)
    return ((rol, slug),) if tabel in (Geldtabel.UITSPLITSING, Geldtabel.DOELSTELLING) else ()


def _zonder_dubbele(regels: list[Geldregel]) -> list[Geldregel]:
    """A saldo that is neither before nor after reserves stands beside those that are; without these it is one row."""
    gevonden = []
    gezegd = {regel.jaar for regel in regels if regel.tabel == Geldtabel.PROGRAMMA and not _onbekend(regel)}
    for regel in regels:
        if regel.tabel != Geldtabel.PROGRAMMA or not _onbekend(regel):
            gevonden.append(regel)
        elif regel.jaar not in gezegd and regel.rol == Postrol.NA_RESERVES:
            gevonden.append(replace(regel, rol=Postrol.SALDO, naam=HEEL))
    return gevonden


def _onbekend(regel: Geldregel) -> bool:
    return all(netto.reserves_onbekend for netto in regel.per_editie.values())


def _naam(rol: str, per_editie: Mapping[Publicatie, Netto]) -> str:
    """The name in the newest edition; posts go without their code, which PB 2023 does not have."""
    benaming = list(per_editie.values())[-1].benaming
    naam = benaming.post.naam
    return NAMEN.get(rol) or (f"{benaming.code} {naam}" if rol == Postrol.DOELSTELLING else naam)
