"""What the city pays itself for the posts of each doelstelling, or programma, that has an uitsplitsing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.paginas.geld.bedragen import TweeEdities, bij_doelstelling, grootste_post
from dashboard.paginas.geld.naastelkaar import edities_van, tabel_kosten
from dashboard.weergave.tabellen import Paginatabel
from indicators.geld.netto import Geldregel
from indicators.models import Doelstelling, Geldtabel, Publicatie


@dataclass(frozen=True)
class EigenKosten:
    """The posts of one doelstelling, or of the programma itself, in one year, with the lasten and baten behind each."""

    doelstelling: Doelstelling | None
    regels: Sequence[Geldregel]
    erbij: str
    """what tells its id from that of another one on the page; empty where there is one"""

    @property
    def anker(self) -> str:
        return f"zelf{self.erbij}"

    @property
    def waaraan(self) -> str:
        return f"aan {self.doelstelling.kort}" if self.doelstelling else "per onderdeel"

    @property
    def grootste_post(self) -> TweeEdities | None:
        """The post that differs most between the last two editions."""
        return grootste_post(self.regels)

    @property
    def tabel(self) -> Paginatabel:
        return self.tabel_als("eigen-kosten", edities_van(self.regels))

    def tabel_als(self, tabel_id: str, edities: Sequence[Publicatie]) -> Paginatabel:
        titel = f"Wat de stad zelf betaalt {self.waaraan}"
        return tabel_kosten(f"{tabel_id}{self.erbij}", titel, self.regels, edities)


def eigen_kosten(regels: Iterable[Geldregel]) -> list[EigenKosten]:
    """One for each uitsplitsing, from the rows of one year; that of the programma itself first."""
    per_doel: dict[Doelstelling | None, list[Geldregel]] = {}
    for regel in regels:
        if regel.tabel == Geldtabel.UITSPLITSING:
            per_doel.setdefault(regel.doelstelling, []).append(regel)
    namen = bij_doelstelling(list(per_doel))
    op_volgorde = sorted(per_doel.items(), key=lambda paar: paar[0].volgorde if paar[0] else 0)
    return [EigenKosten(doel, eigen, namen[doel][1]) for doel, eigen in op_volgorde]
