"""What a document says of money beside what the newest other document said of the same year."""

from dataclasses import dataclass
from decimal import Decimal

from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, PostBenaming, Publicatie
from indicators.models.bronnen import uiterlijk_aangeboden
from indicators.models.geld import EIGEN_TABELLEN, Geldkant

# A reader sees one sign: a plus is more of what is named.
_WAT = {
    Geldkant.LASTEN: ("lasten", -1),
    Geldkant.BATEN: ("baten", 1),
    Geldkant.SALDO: ("netto kosten", -1),
    Geldkant.TOEVOEGINGEN: ("naar reserves", -1),
    Geldkant.ONTTREKKINGEN: ("uit reserves", 1),
    Geldkant.MUTATIES: ("per saldo naar reserves", -1),
}


@dataclass(frozen=True)
class Geldgevolg:
    """An amount of the document, and what was said elsewhere of the same post, side and year."""

    post: str
    wat: str
    stand: str
    jaar: int
    bedrag: Decimal
    elders: Decimal | None
    uit: str

    @property
    def verschil(self) -> Decimal:
        return self.bedrag - self.elders if self.elders is not None else Decimal(0)

    @property
    def wordt(self) -> str:
        return _met_teken(self.bedrag)

    @property
    def was(self) -> str:
        return "" if self.elders is None else _met_teken(self.elders)

    @property
    def in_woorden(self) -> str:
        """How much more or less it is; empty where nothing was said elsewhere."""
        if self.elders is None:
            return ""
        if not self.verschil:
            return "gelijk"
        return f"{schrijf_euro(self.verschil)} {'meer' if self.verschil > 0 else 'minder'}"


def geldgevolgen(publicatie: Publicatie) -> list[Geldgevolg]:
    """Every amount of the publicatie, those that changed most first, then what is new, then what is the same."""
    elders: dict[tuple[int, str, str, int], Bedrag] = {}
    anderen = Bedrag.objects.gedrukt().vergelijkbaar().exclude(benaming__publicatie=publicatie)
    nieuwste = (uiterlijk_aangeboden("benaming__publicatie").desc(), "-benaming__publicatie__jaar", "-pk")
    # a policy row is of its own document, and never matched to that of another
    for bedrag in anderen.exclude(benaming__post__tabel__in=EIGEN_TABELLEN).met_bron().order_by(*nieuwste):
        elders.setdefault(_sleutel(bedrag), bedrag)
    eigen = Bedrag.objects.gedrukt().filter(benaming__publicatie=publicatie).met_bron()
    rijen = [_rij(bedrag, elders.get(_sleutel(bedrag))) for bedrag in eigen]
    return sorted(rijen, key=lambda rij: (not rij.verschil, -abs(rij.verschil), rij.elders is not None))


def _sleutel(bedrag: Bedrag) -> tuple[int, str, str, int]:
    return bedrag.benaming.post_id, bedrag.kant, bedrag.soort, bedrag.jaar


def _rij(bedrag: Bedrag, ander: Bedrag | None) -> Geldgevolg:
    wat, teken = _WAT[Geldkant(bedrag.kant)]
    return Geldgevolg(
        _naam(bedrag.benaming),
        wat,
        bedrag.stand,
        bedrag.jaar,
        teken * (bedrag.bedrag or Decimal(0)),
        None if ander is None else teken * (ander.bedrag or Decimal(0)),
        ander.benaming.publicatie.naam if ander else "",
    )


def _naam(benaming: PostBenaming) -> str:
    """With what it stands under: each programma of a table has its own "Totaal programma"."""
    post = benaming.post
    if post.doelstelling:
        return f"{post.doelstelling.code} {benaming.naam}"
    return f"{post.programma.genoemd}: {benaming.naam}" if post.programma and benaming.onder else benaming.naam


def _met_teken(bedrag: Decimal) -> str:
    return f"{'min ' if bedrag < 0 else ''}{schrijf_euro(bedrag)}"
