"""Does it add up? Sums against their parts, the difference, and rounding told from the rest. No database needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from indicators.models import Geldkant, Geldtabel


@dataclass(frozen=True)
class GedruktBedrag:
    """One printed amount in euros, in the normalised sign, with the unit it was printed in and its line."""

    tabel: str
    doelstelling: str
    post: str
    kant: str
    stand: str
    jaar: int
    bedrag: Decimal
    eenheid: int
    regel: int


@dataclass(frozen=True)
class Som:
    """Parts and the total that the document prints for them, in euros."""

    delen_naam: str
    totaal_naam: str
    delen: tuple[GedruktBedrag, ...]
    gedrukt: GedruktBedrag

    @property
    def jaar(self) -> int:
        return self.gedrukt.jaar

    @property
    def regel(self) -> int:
        """The line of the total."""
        return self.gedrukt.regel

    @property
    def totaal(self) -> Decimal:
        return self.gedrukt.bedrag

    @property
    def som(self) -> Decimal:
        return sum((deel.bedrag for deel in self.delen), Decimal(0))

    @property
    def verschil(self) -> Decimal:
        return self.som - self.totaal

    @property
    def door_afronding(self) -> bool:
        """Each number in the sum is rounded by at most half a printed unit."""
        return abs(self.verschil) <= Decimal(self.gedrukt.eenheid) * len(self.delen) / 2


def sommen(rijen: Iterable[GedruktBedrag]) -> Iterator[Som]:
    """Yield every sum that one publicatie prints or implies, year by year."""
    alle = list(rijen)
    for jaar, stand in sorted({(rij.jaar, rij.stand) for rij in alle}):
        van_jaar = [rij for rij in alle if (rij.jaar, rij.stand) == (jaar, stand)]
        yield from _programma(van_jaar)
        yield from _uitsplitsing(van_jaar)
        for tabel in (Geldtabel.NIEUW_BELEID, Geldtabel.BEZUINIGINGEN):
            posten = [rij for rij in van_jaar if rij.tabel == tabel and rij.post != "Saldo"]
            yield from _som(posten, f"Regels van {tabel}", van_jaar, tabel, "Saldo")


def _programma(rijen: list[GedruktBedrag]) -> Iterator[Som]:
    def programma(*namen: str) -> list[GedruktBedrag]:
        return [rij for rij in rijen if rij.tabel == Geldtabel.PROGRAMMA and rij.post in namen]

    lasten_baten, naam = programma("Lasten", "Baten"), "Lasten en baten"
    yield from _som(lasten_baten, naam, rijen, Geldtabel.PROGRAMMA, "Resultaat")
    yield from _som(lasten_baten, naam, rijen, Geldtabel.PROGRAMMA, "Gerealiseerd saldo van baten en lasten")
    reserves = programma("Toevoegingen", "Onttrekkingen")
    yield from _som(reserves, "Toevoegingen en onttrekkingen", rijen, Geldtabel.PROGRAMMA, "Mutaties reserves")
    na_reserves = programma("Gerealiseerd saldo van baten en lasten", "Mutaties reserves")
    yield from _som(na_reserves, "Gerealiseerd saldo en mutaties reserves", rijen, Geldtabel.PROGRAMMA, "Saldo")
    doelstellingen = [rij for rij in rijen if rij.tabel == Geldtabel.DOELSTELLING]
    samen = f"{len(doelstellingen)} doelstellingen samen"
    for totaal in ("Resultaat", "Gerealiseerd saldo van baten en lasten", "Saldo"):
        yield from _som(doelstellingen, samen, rijen, Geldtabel.PROGRAMMA, totaal)


def _uitsplitsing(rijen: list[GedruktBedrag]) -> Iterator[Som]:
    van_tabel = [rij for rij in rijen if rij.tabel == Geldtabel.UITSPLITSING]
    posten = [rij for rij in van_tabel if rij.post not in ("Totaal", "Saldo")]
    for kant in (Geldkant.LASTEN, Geldkant.BATEN, Geldkant.SALDO):
        delen = [rij for rij in posten if rij.kant == kant]
        yield from _som(delen, f"Posten ({kant})", rijen, Geldtabel.UITSPLITSING, "Totaal", kant)
    for post in dict.fromkeys(rij.post for rij in posten):
        delen = [rij for rij in posten if rij.post == post and rij.kant in (Geldkant.LASTEN, Geldkant.BATEN)]
        if len(delen) > 1:  # one part alone would be compared with itself
            yield from _som(delen, f"Lasten en baten van {post}", rijen, Geldtabel.UITSPLITSING, post)
    totalen = [rij for rij in van_tabel if rij.post == "Totaal" and rij.kant in (Geldkant.LASTEN, Geldkant.BATEN)]
    yield from _som(totalen, "Totaal lasten en baten", rijen, Geldtabel.UITSPLITSING, "Saldo")
    einde = [rij for rij in van_tabel if rij.kant == Geldkant.SALDO and rij.post in ("Totaal", "Saldo")]
    for rij in einde[-1:]:
        doel = [
            ander for ander in rijen if ander.tabel == Geldtabel.DOELSTELLING and ander.doelstelling == rij.doelstelling
        ]
        for totaal in doel:
            naam = f"Doelstelling {rij.doelstelling}"
            yield Som("Uitsplitsing", naam, (rij,), totaal)


def _som(
    delen: list[GedruktBedrag],
    naam: str,
    rijen: list[GedruktBedrag],
    tabel: str,
    totaal: str,
    kant: str = Geldkant.SALDO,
) -> Iterator[Som]:
    """The sum, when both its parts and its total are printed."""
    kanten = (kant, Geldkant.MUTATIES) if kant == Geldkant.SALDO else (kant,)
    for rij in rijen:
        if delen and rij.tabel == tabel and rij.post == totaal and rij.kant in kanten:
            yield Som(naam, totaal, tuple(delen), rij)
