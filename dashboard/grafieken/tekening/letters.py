"""How much room words take.

The letters are those of the reader's own system, so each is as wide here as in DejaVu Sans, the widest that is common.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import wrap

from dashboard.grafieken.tekening.vakken import Ruimte

# Of bold letters, in their own size.
_BREEDTES = {
    **dict.fromkeys(" iIjJlI'|\N{NO-BREAK SPACE}", 0.38),
    **dict.fromkeys(".,:;-/", 0.42),
    **dict.fromkeys("frt()–", 0.5),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ+", 0.86),
    **dict.fromkeys("mw%MW", 1.11),
}
_ANDERE = 0.72
GEWOON = 0.94
"""How wide a letter is that is not bold, beside a bold one."""
BOVEN, REGEL = 0.95, 1.2
"""How high a letter stands above its line, and how far lines are apart, in its own size."""


def breedte(tekst: str, grootte: float, *, vet: bool = True) -> float:
    """At most; in units of the drawing."""
    letters = sum(_BREEDTES.get(letter, _ANDERE) for letter in tekst)
    return letters * grootte * (1 if vet else GEWOON)


def regels_van(tekst: str, ruimte: float, grootte: float) -> list[str]:
    """Cut where a line is full; a word that is longer stays whole."""
    regels: list[str] = []
    for woord in tekst.split(" "):
        if regels and breedte(f"{regels[-1]} {woord}", grootte, vet=False) <= ruimte:
            regels[-1] = f"{regels[-1]} {woord}"
        else:
            regels.append(woord)
    return regels


def smal(tekst: str, tekens: int = 11) -> tuple[str, ...]:
    """In lines of so many characters, for the column beside the chart."""
    return tuple(wrap(tekst, tekens, break_long_words=False))


@dataclass(frozen=True)
class Tekstblok:
    """What must find a place: lines in one size, with the style (`soort`) and the colour of what they are about."""

    regels: Sequence[str]
    soort: str
    kleur: str = "inkt-zacht"
    grootte: int = 14
    vet: bool = False

    @cached_property
    def breedte(self) -> float:
        return max(breedte(regel, self.grootte, vet=self.vet) for regel in self.regels)

    @property
    def hoogte(self) -> float:
        return len(self.regels) * self.grootte * REGEL


@dataclass(frozen=True)
class GezetteTekst:
    """Words on their place: `x` is where the lines begin, have their middle or end, by `anker`."""

    woorden: Tekstblok
    x: float
    boven: float
    anker: str

    @property
    def regels(self) -> list[tuple[float, str]]:
        """Each with the height that its letters stand on."""
        maat = self.woorden.grootte
        return [
            (round(self.boven + maat * (BOVEN + REGEL * nummer), 1), regel)
            for nummer, regel in enumerate(self.woorden.regels)
        ]

    @cached_property
    def vak(self) -> Ruimte:
        breed = self.woorden.breedte
        links = self.x - {"start": 0, "middle": breed / 2, "end": breed}[self.anker]
        return Ruimte(links, self.boven, links + breed, self.boven + self.woorden.hoogte)
