"""A table as rows of cells of one width: its header, and what stands below it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.lezer.regels import Regel
from ingest.lezer.roosters.waarden import heeft_losse_waarden, is_waarde

_JAAR = re.compile(r"(?:19|20)\d\d")
_CIJFER = re.compile(r"\d")
_IN_KOP = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|[x×*] ?(?:€|euro)? ?1(?:[.\d]*)|\b[a-z]{1,4} ?\d\b|\b\d(?:e|ste|de)\b", re.IGNORECASE
)
_LANGSTE_TUSSENKOP = 4
"""So many lines of a heading between two rows may break a table in two, as a converter prints it."""


@dataclass(frozen=True)
class Roosterrij:
    """One row: the line that prints it, and its cells; a line without cells has its text in the first."""

    regel: Regel
    cellen: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.cellen[0]

    def cel(self, plek: int) -> str:
        """The cell at this place; "" where the row has too few."""
        return self.cellen[plek] if plek < len(self.cellen) else ""

    @property
    def is_kaal(self) -> bool:
        """Whether only its first cell has something in it: a heading among the rows."""
        return bool(self.cellen[0]) and not any(self.cellen[1:])

    def heeft_waarde(self) -> bool:
        """Whether a cell behind the first is a number or a kind of empty; a year is a header."""
        return any(cel and is_waarde(cel) and not _JAAR.fullmatch(cel) for cel in self.cellen[1:])

    def kan_kop(self) -> bool:
        """Whether its cells are words, years and units: a damaged number is none of these."""
        if self.is_kaal and heeft_losse_waarden(self.label):
            return False
        return not self.heeft_waarde() and not any(_CIJFER.search(_IN_KOP.sub("", cel)) for cel in self.cellen[1:])


@dataclass(frozen=True)
class Rooster:
    """A table: the rows of its header, and those below it, of which a heading among them may stand on more lines."""

    kop: tuple[Roosterrij, ...]
    rijen: tuple[Roosterrij, ...]
    herhaald: tuple[int, ...] = ()
    """The lines that print its header again."""

    @property
    def koplijnen(self) -> set[int]:
        return {*(rij.regel.nummer for rij in self.kop), *self.herhaald}

    @property
    def breedte(self) -> int:
        return len(self.kop[0].cellen)

    @property
    def van(self) -> int:
        return self.kop[0].regel.nummer

    @property
    def tot(self) -> int:
        return (self.rijen or self.kop)[-1].regel.nummer


def vind_roosters(regels: Sequence[Regel], gebruikt: Collection[int] = ()) -> list[Rooster]:
    """The tables of lines with cells that nothing else accounts for, in the order of the document.

    A header that is printed again, as on a next page, is left out; a part without a header goes on with the one above.
    """
    gevonden: list[Rooster] = []
    einde = 0
    for blok in _blokken(regels, gebruikt):
        rijen = _rijen(blok)
        kop = _kop(rijen)
        vorige = gevonden[-1] if gevonden else None
        tussen = [regel for regel in regels[einde : blok[0].nummer - 1] if not regel.leeg]
        if vorige and _gaat_door(vorige, kop, rijen, tussen):
            koppen = [_als_rij(regel, vorige.breedte) for regel in tussen]
            eigen, herhaald = _zonder(vorige.kop, rijen)
            gevonden[-1] = Rooster(vorige.kop, (*vorige.rijen, *koppen, *eigen), (*vorige.herhaald, *herhaald))
        elif kop:
            eigen, herhaald = _zonder(kop, rijen)
            gevonden.append(Rooster(tuple(kop), tuple(eigen), tuple(herhaald)))
        else:
            continue
        einde = blok[-1].nummer
    return [rooster for rooster in gevonden if any(rij.heeft_waarde() for rij in rooster.rijen)]


def _zonder(kop: Sequence[Roosterrij], rijen: Sequence[Roosterrij]) -> tuple[list[Roosterrij], list[int]]:
    """The rows that are none of the header, and the lines of those that are, wherever it is printed."""
    koppen = [rij.cellen for rij in kop]
    gewoon = [rij for rij in rijen if rij.cellen not in koppen]
    return gewoon, [rij.regel.nummer for rij in rijen if rij.cellen in koppen]


def _gaat_door(
    vorige: Rooster, kop: Sequence[Roosterrij], rijen: Sequence[Roosterrij], tussen: Sequence[Regel]
) -> bool:
    """Whether rows belong to the table above: of its width, below its header or none, a heading between at most."""
    zelfde_kop = [rij.cellen for rij in kop] == [rij.cellen for rij in vorige.kop]
    koppen = all(regel.cellen is None and not regel.plat.endswith((".", ":")) for regel in tussen)
    past = len(rijen[0].cellen) == vorige.breedte and len(tussen) <= _LANGSTE_TUSSENKOP and koppen
    return past and (zelfde_kop or not kop)


def _blokken(regels: Sequence[Regel], gebruikt: Collection[int]) -> Iterator[list[Regel]]:
    """The runs of lines without a blank one, from the first row with cells to the last."""
    blok: list[Regel] = []
    for regel in (*regels, None):
        if regel is not None and not regel.leeg and regel.nummer not in gebruikt:
            blok.append(regel)
            continue
        while blok and blok[0].cellen is None:
            del blok[0]
        while blok and blok[-1].cellen is None and not _is_losse_rij(blok[-1]):
            del blok[-1]
        if blok:
            yield blok
        blok = []


def _is_losse_rij(regel: Regel) -> bool:
    """Whether a line right below a table is a row that lost its cells; a sentence is none."""
    return heeft_losse_waarden(regel.plat) and not regel.plat.endswith((".", ":"))


def _rijen(blok: Sequence[Regel]) -> list[Roosterrij]:
    breedte = Counter(len(regel.cellen) for regel in blok if regel.cellen).most_common(1)[0][0]
    return [_als_rij(regel, breedte) for regel in blok]


def _als_rij(regel: Regel, breedte: int) -> Roosterrij:
    plat = f"- {regel.plat}" if regel.opsomming else regel.plat
    cellen = tuple(" ".join(cel.split()) for cel in regel.cellen or (plat,))
    return Roosterrij(regel, cellen if regel.cellen else (*cellen, *[""] * (breedte - 1)))


def _kop(rijen: Sequence[Roosterrij]) -> list[Roosterrij]:
    """The rows before the first with a value, without the headings of what follows."""
    aantal = next((index for index, rij in enumerate(rijen) if not rij.kan_kop()), len(rijen))
    while aantal > 1 and rijen[aantal - 1].is_kaal:
        aantal -= 1
    return list(rijen[:aantal])
