"""A workbook as its owner made it: sheets of cells, before anything of it is understood."""

from dataclasses import dataclass, field, replace

from ingest.lezer.taal.getallen import is_cel
from ingest.werkblad.rijen import Blad, BladCel, Bladrij, NietLeesbaar, kop_van_ons, met_kop


@dataclass(frozen=True)
class Bereik:
    """Cells that are merged into one, counted from 1 and both ends included."""

    boven: int
    links: int
    onder: int
    rechts: int


@dataclass(frozen=True)
class Boekblad:
    """One sheet; of the rows only those that say something, each with the number that its program shows."""

    naam: str
    rijen: list[Bladrij]
    samengevoegd: list[Bereik] = field(default_factory=list)

    @property
    def breedte(self) -> int:
        return max((len(rij.cellen) for rij in self.rijen), default=0)

    def uitgevuld(self, *, opzij: bool = False) -> "Boekblad":
        """With what stands in merged cells in each of their rows; `opzij` in each of their columns too, as a heading
        over columns is meant. A note tells that a cell spans rows.
        """
        rijen = {rij.nummer: list(rij.cellen) for rij in self.rijen}
        for bereik in self.samengevoegd:
            bron = rijen.get(bereik.boven, [])
            if len(bron) < bereik.links or not bron[bereik.links - 1].tekst:
                continue
            gevuld = replace(bron[bereik.links - 1], over_rijen=bereik.onder > bereik.boven)
            rechts = bereik.rechts if opzij else bereik.links
            for nummer, cellen in rijen.items():
                if bereik.boven <= nummer <= bereik.onder:
                    cellen.extend([BladCel("")] * (rechts - len(cellen)))
                    cellen[bereik.links - 1 : rechts] = [gevuld] * (rechts - bereik.links + 1)
        return replace(self, rijen=[replace(rij, cellen=rijen[rij.nummer], klachten=()) for rij in self.rijen])


@dataclass(frozen=True)
class Werkboek:
    """All its sheets; `plek` is what one of its rows is called: a row of a file, a line of what was pasted."""

    bladen: list[Boekblad]
    plek: str = "rij"

    def ons_blad(self) -> Blad | None:
        """The rows of the sheet that we handed out, if that is in it. Raises NietLeesbaar if it is damaged."""
        for blad in self.bladen:
            kop = kop_van_ons(blad.rijen)
            if kop is not None:
                return met_kop(blad.rijen, kop, self.plek)
        return None


def met_cijfers(werkboek: Werkboek) -> Werkboek:
    """This workbook; raises NietLeesbaar if no figure stands in it."""
    if any(is_cijfer(cel.tekst) for blad in werkboek.bladen for rij in blad.rijen for cel in rij.cellen):
        return werkboek
    raise NietLeesbaar("In dit bestand staan geen cijfers. Kies het bestand met uw cijfers.")


def is_cijfer(tekst: str) -> bool:
    """Whether a cell is a number, and not only empty in some way."""
    return is_cel(tekst) and any(teken.isdigit() for teken in tekst)
