"""What the city pays itself for the posts of each doelstelling, or programma, that has an uitsplitsing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.paginas.geld.bedragen import TweeEdities, bij_doelstelling, grootste_post
from dashboard.paginas.geld.naastelkaar import edities_van, tabel_delen, tabel_kosten
from dashboard.paginas.geld.waarvoor import in_cel
from dashboard.weergave.cellen import Cijferzin
from dashboard.weergave.tabellen import Paginatabel
from indicators.geld.netto import Geldregel
from indicators.models import Doelstelling, Geldtabel, Tekst


@dataclass(frozen=True)
class EigenKosten:
    """The posts of one doelstelling, or of the programma itself, in one year, with the lasten and baten behind each."""

    doelstelling: Doelstelling | None
    regels: Sequence[Geldregel]
    toelichting: Tekst | None
    """what the newest edition writes with the money of the doelstelling"""
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
    def waarvoor(self) -> Cijferzin | None:
        return in_cel(self.toelichting) if self.toelichting else None

    @property
    def tabel(self) -> Paginatabel:
        titel = f"Wat de stad zelf betaalt {self.waaraan}"
        return tabel_kosten(f"eigen-kosten{self.erbij}", titel, self.regels, edities_van(self.regels))

    @property
    def delen(self) -> Paginatabel:
        """What that is made of."""
        titel = f"Lasten en baten {self.waaraan}"
        return tabel_delen(f"eigen-kosten-delen{self.erbij}", titel, self.regels, edities_van(self.regels))


def eigen_kosten(regels: Iterable[Geldregel], teksten: Iterable[Tekst]) -> list[EigenKosten]:
    """One for each uitsplitsing, from the rows of one year; that of the programma itself first."""
    per_doel: dict[Doelstelling | None, list[Geldregel]] = {}
    for regel in regels:
        if regel.tabel == Geldtabel.UITSPLITSING:
            per_doel.setdefault(regel.doelstelling, []).append(regel)
    namen = bij_doelstelling(list(per_doel))
    van_geld = sorted((t for t in teksten if t.tabel == Geldtabel.DOELSTELLING), key=lambda t: t.lezing.publicatie.jaar)
    uitleg = {tekst.doelstelling_id: tekst for tekst in van_geld}
    op_volgorde = sorted(per_doel.items(), key=lambda paar: paar[0].volgorde if paar[0] else 0)
    return [
        EigenKosten(doel, eigen, uitleg.get(doel.pk) if doel else None, namen[doel][1]) for doel, eigen in op_volgorde
    ]
