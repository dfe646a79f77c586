"""Does it add up? Sums against their parts, the difference, and rounding told from the rest. No database needed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from indicators.models import Geldkant, Geldtabel, Postrol
from indicators.models.geld import rol_van

_MEESTE_GATEN = 5
_SALDI = (Postrol.SALDO, Postrol.VOOR_RESERVES, Postrol.NA_RESERVES)
_TOTALEN: dict[str, tuple[str, ...]] = {
    Geldkant.LASTEN: (Postrol.LASTEN,),
    Geldkant.BATEN: (Postrol.BATEN,),
    Geldkant.SALDO: _SALDI,
}
"""Which rows of a programma the products below it can come to, by side."""
_HOOGTE_KOP = 8
"""So many lines a header and what was refused below it may take above the first row that was read."""


@dataclass(frozen=True)
class GedruktBedrag:
    """One printed amount in euros, in the normalised sign, with the unit it was printed in and its line."""

    tabel: str
    doelstelling: str
    post: str
    rol: str
    kant: str
    stand: str
    jaar: int
    bedrag: Decimal
    eenheid: int
    regel: int


@dataclass(frozen=True)
class Gat:
    """What is printed and not known as an amount: a row that was not read, or a "pm" (then of one year).

    Of a doelstelling without a row `regel` may be None: nobody knows where it would have stood.
    """

    regel: int | None
    wat: str = ""
    jaar: int | None = None
    doelstelling: str = ""

    def __str__(self) -> str:
        wat = self.wat or (f"doelstelling {self.doelstelling}" if self.doelstelling else "")
        if self.regel is None:
            return wat
        return f"regel {self.regel} ({wat})" if wat else f"regel {self.regel}"


@dataclass(frozen=True)
class Som:
    """Parts and the total that the document prints for them, in euros."""

    delen_naam: str
    totaal_naam: str
    delen: tuple[GedruktBedrag, ...]
    gedrukt: GedruktBedrag
    gaten: tuple[Gat, ...] = ()
    """What was not read among its parts, where these do not come to the total: then nobody knows whether they do."""

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

    @cached_property
    def som(self) -> Decimal:
        return sum((deel.bedrag for deel in self.delen), Decimal(0))

    @cached_property
    def verschil(self) -> Decimal:
        return self.som - self.totaal

    @property
    def door_afronding(self) -> bool:
        """Each number in the sum is rounded by at most half a printed unit."""
        return abs(self.verschil) <= Decimal(self.gedrukt.eenheid) * len(self.delen) / 2


def sommen(rijen: Iterable[GedruktBedrag], gaten: Iterable[Gat] = ()) -> Iterator[Som]:
    """Yield every sum that one publicatie prints or implies, year by year; `gaten` is what was not read of it."""
    alle, niet_gelezen = list(rijen), list(gaten)
    for som in _sommen(alle):
        klopt = not som.verschil or som.door_afronding
        yield som if klopt else replace(som, gaten=tuple(_gaten_in(som, alle, niet_gelezen)))


def niet_gelezen(gaten: Sequence[Gat]) -> str:
    """ "regel 512 (BUIG), regel 513 (BBZ) en nog 4"; where it stands is said as often as it fits in a sentence."""
    namen = list(dict.fromkeys(map(str, gaten)))
    rest = len(namen) - _MEESTE_GATEN
    return ", ".join(namen[:_MEESTE_GATEN]) + (f" en nog {rest}" if rest > 0 else "")


def _sommen(alle: list[GedruktBedrag]) -> Iterator[Som]:
    for jaar, stand in sorted({(rij.jaar, rij.stand) for rij in alle}):
        van_jaar = [rij for rij in alle if (rij.jaar, rij.stand) == (jaar, stand)]
        yield from _programma(van_jaar)
        yield from _uitsplitsingen(van_jaar)
        for tabel in (Geldtabel.NIEUW_BELEID, Geldtabel.BEZUINIGINGEN):
            van_tabel = [rij for rij in van_jaar if rij.tabel == tabel]
            posten = [rij for rij in van_tabel if rij.rol != Postrol.SALDO]
            yield from _som(posten, f"Regels van {tabel}", van_tabel, Postrol.SALDO)


def _gaten_in(som: Som, alle: Sequence[GedruktBedrag], gaten: Sequence[Gat]) -> Iterator[Gat]:
    """Those between the lines of its table, or of the doelstellingen; what compares two totals has none."""
    tabellen = {rij.tabel for rij in (*som.delen, som.gedrukt)}
    gelezen = {rij.regel for rij in alle}
    van_doelstellingen = [rij for rij in alle if rij.tabel == Geldtabel.DOELSTELLING]
    regels: Iterable[int]
    if len(tabellen) == 1 or all(map(_is_onderdeel, som.delen)):
        regels = _strekking(som, gelezen)
    elif all(deel.tabel == Geldtabel.DOELSTELLING for deel in som.delen):
        regels = {rij.regel for rij in van_doelstellingen}
        met_rij = {rij.doelstelling for rij in van_doelstellingen}
        programma = som.delen[0].doelstelling.partition(".")[0]
        van_programma = [gat for gat in gaten if gat.doelstelling.partition(".")[0] == programma]
        yield from (gat for gat in van_programma if gat.doelstelling not in met_rij)
    else:
        return
    for gat in gaten:
        van_dit_jaar = gat.jaar == som.jaar if gat.jaar else gat.regel not in gelezen
        if not gat.doelstelling and gat.regel in regels and van_dit_jaar:
            yield gat


def _strekking(som: Som, gelezen: Iterable[int]) -> range:
    """From the header of its table, or the row above it that was read, to the last line of a sum."""
    van, tot = (kies(rij.regel for rij in (*som.delen, som.gedrukt)) for kies in (min, max))
    erboven = max((regel for regel in gelezen if regel < van), default=0)
    return range(max(erboven + 1, van - _HOOGTE_KOP), tot + 1)


def _programma(rijen: list[GedruktBedrag]) -> Iterator[Som]:
    van_tabel = [rij for rij in rijen if rij.tabel == Geldtabel.PROGRAMMA]

    def programma(*rollen: str) -> list[GedruktBedrag]:
        return [rij for rij in van_tabel if rol_van(rij.tabel, rij.rol, rij.kant) in rollen]

    lasten_baten = programma(Postrol.LASTEN, Postrol.BATEN)
    yield from _som(lasten_baten, "Lasten en baten", van_tabel, Postrol.SALDO)
    yield from _som(lasten_baten, "Lasten en baten", van_tabel, Postrol.VOOR_RESERVES)
    reserves = programma(Postrol.TOEVOEGINGEN, Postrol.ONTTREKKINGEN)
    yield from _som(reserves, "Toevoegingen en onttrekkingen", van_tabel, Postrol.MUTATIES)
    na_reserves, naam = programma(Postrol.VOOR_RESERVES, Postrol.MUTATIES), "Gerealiseerd saldo en mutaties reserves"
    if reserves and not programma(Postrol.MUTATIES):
        na_reserves = [*programma(Postrol.VOOR_RESERVES), *reserves]
        naam = "Saldo voor reserves, toevoegingen en onttrekkingen"
    yield from _som(na_reserves, naam, van_tabel, Postrol.NA_RESERVES)
    doelstellingen = [rij for rij in rijen if rij.tabel == Geldtabel.DOELSTELLING]
    samen = f"{len(doelstellingen)} doelstellingen samen"
    for rol in _SALDI:
        yield from _som(doelstellingen, samen, van_tabel, rol)
    for kant, totalen in _TOTALEN.items():
        for totaal in (rij for rij in programma(*totalen) if rij.kant == kant):
            delen = tuple(rij for rij in rijen if _is_onderdeel(rij) and rij.kant == kant)
            if delen:
                yield Som(f"Posten ({kant})", totaal.post, delen, totaal)


def _is_onderdeel(rij: GedruktBedrag) -> bool:
    """Whether it is a product of the programma itself, below no doelstelling."""
    return (rij.tabel, rij.rol, rij.doelstelling) == (Geldtabel.UITSPLITSING, Postrol.PRODUCT, "")


def _uitsplitsingen(rijen: list[GedruktBedrag]) -> Iterator[Som]:
    """Each doelstelling has one of its own."""
    van_tabel = [rij for rij in rijen if rij.tabel == Geldtabel.UITSPLITSING]
    for doelstelling in dict.fromkeys(rij.doelstelling for rij in van_tabel):
        eigen = [rij for rij in van_tabel if rij.doelstelling == doelstelling]
        yield from _uitsplitsing(eigen)
        einde = [rij for rij in eigen if rij.kant == Geldkant.SALDO and rij.rol != Postrol.PRODUCT]
        doel = [rij for rij in rijen if (rij.tabel, rij.doelstelling) == (Geldtabel.DOELSTELLING, doelstelling)]
        yield from (
            Som("Uitsplitsing", f"Doelstelling {doelstelling}", (rij,), heel) for rij in einde[-1:] for heel in doel
        )


def _uitsplitsing(rijen: list[GedruktBedrag]) -> Iterator[Som]:
    posten = [rij for rij in rijen if rij.rol == Postrol.PRODUCT]
    for kant in (Geldkant.LASTEN, Geldkant.BATEN, Geldkant.SALDO):
        delen = [rij for rij in posten if rij.kant == kant]
        yield from _som(delen, f"Posten ({kant})", rijen, Postrol.TOTAAL, kant)
    for post in dict.fromkeys(rij.post for rij in posten):
        eigen = [rij for rij in posten if rij.post == post]
        delen = [rij for rij in eigen if rij.kant in (Geldkant.LASTEN, Geldkant.BATEN)]
        if len(delen) > 1:  # one part alone would be compared with itself
            yield from _som(delen, f"Lasten en baten van {post}", eigen, Postrol.PRODUCT)
    totalen = [rij for rij in rijen if rij.rol == Postrol.TOTAAL and rij.kant in (Geldkant.LASTEN, Geldkant.BATEN)]
    yield from _som(totalen, "Totaal lasten en baten", rijen, Postrol.SALDO)


def _som(
    delen: list[GedruktBedrag], naam: str, rijen: list[GedruktBedrag], rol: str, kant: str = Geldkant.SALDO
) -> Iterator[Som]:
    """The sum, when both its parts and its total, the row with this role, are printed."""
    kanten = (kant, Geldkant.MUTATIES) if kant == Geldkant.SALDO else (kant,)
    for rij in rijen:
        if delen and rij.rol == rol and rij.kant in kanten:
            yield Som(naam, rij.post, tuple(delen), rij)
