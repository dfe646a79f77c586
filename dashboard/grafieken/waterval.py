"""A waterfall: from the total of one edition, step by step, to the total of another. An SVG, without scripts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from textwrap import wrap

from django.conf import settings
from django.template.loader import render_to_string

from dashboard.grafieken.bestand import Grafiek
from dashboard.weergave.opmaak import euro_in_woorden, meer_in_woorden

# In user units; a letter is 14 high and at most 7.6 wide on average.
REGEL, LETTER, TUSSEN, WAARDE = 18, 7.6, 14, 158
BREED, SMAL = 720, 320
KOLOM = 330


@dataclass(frozen=True)
class Stap:
    """What goes up or down, in euros; more is positive."""

    naam: str
    verschil: Decimal

    @property
    def waarde(self) -> str:
        """Its sign and a word, so that colour says nothing alone: "+ € 5,2 miljoen meer"."""
        return f"{'+ ' if self.verschil > 0 else '− ' if self.verschil else ''}{meer_in_woorden(self.verschil)}"

    @property
    def soort(self) -> str:
        return "minder" if self.verschil < 0 else "meer"


@dataclass
class Tekening:
    """Where the labels, bars and the lines between them stand."""

    breedte: int
    hoogte: float = 0
    teksten: list[dict[str, object]] = field(default_factory=list)
    balken: list[dict[str, object]] = field(default_factory=list)
    lijnen: list[dict[str, object]] = field(default_factory=list)


@dataclass(frozen=True)
class Waterval:
    """What all rows cost together in one edition, the steps, and what they cost in the next, in euros."""

    jaar: int
    van: str
    naar: str
    begin: Decimal
    stappen: Sequence[Stap]

    @property
    def samen(self) -> str:
        return f"{len(self.stappen)} doelstellingen samen"

    @property
    def beginpunt(self) -> str:
        return euro_in_woorden(self.begin)

    @property
    def samenvatting(self) -> str:
        """What the drawing shows, in two sentences."""
        return (
            f"De {self.samen} kosten in {self.jaar} netto {euro_in_woorden(self.einde)} volgens {self.naar} en "
            f"{self.beginpunt} volgens {self.van}: {meer_in_woorden(self.einde - self.begin)}. "
            f"Het grootste verschil heeft {self.stappen[0].naam}: {meer_in_woorden(self.stappen[0].verschil)}."
        )

    @property
    def beschrijving(self) -> str:
        """The same and every step, for those who do not see the drawing."""
        stappen = (f"{stap.naam}: {meer_in_woorden(stap.verschil)}." for stap in self.stappen)
        return " ".join([self.samenvatting, "Van groot naar klein.", *stappen])

    @property
    def einde(self) -> Decimal:
        return self.begin + sum((stap.verschil for stap in self.stappen), Decimal(0))

    @property
    def breed(self) -> Tekening:
        """Labels left of the bars."""
        return self._teken(BREED, KOLOM)

    @property
    def smal(self) -> Tekening:
        """Labels above the bars, for a phone."""
        return self._teken(SMAL, 0)

    @property
    def grafiek(self) -> Grafiek:
        """The wide drawing as a file."""
        tekening = self.breed
        return Grafiek(
            id="waterval",
            titel=f"Netto kosten in {self.jaar}, van {self.van} naar {self.naar}",
            samenvatting=self.beschrijving,
            eenheid=f"euro; de tekening begint bij {self.beginpunt}, niet bij nul",
            bron=f"{self.van} en {self.naar} van de gemeente {settings.GEMEENTE}",
            tekening=render_to_string("onderdelen/waterval.svg", {"tekening": tekening}),
            breedte=tekening.breedte,
            hoogte=tekening.hoogte,
        )

    def _teken(self, breedte: int, kolom: int) -> Tekening:
        standen = [self.begin]
        for stap in self.stappen:
            standen.append(standen[-1] + stap.verschil)
        laagste, hoogste = min(standen), max(standen)
        # A float only for drawing; the figures are in the labels and in the table.
        schaal = (breedte - kolom - WAARDE) / (float(hoogste - laagste) or 1)
        plekken = [round(kolom + float(stand - laagste) * schaal, 1) for stand in standen]
        tekening = Tekening(breedte)
        _rij(tekening, kolom, f"{self.van}: {self.samen}", self.beginpunt, (plekken[0], plekken[0]), "totaal")
        for stap, begin, eind in zip(self.stappen, plekken, plekken[1:], strict=False):
            _rij(tekening, kolom, stap.naam, stap.waarde, (begin, eind), stap.soort)
        _rij(
            tekening,
            kolom,
            f"{self.naar}: {self.samen}",
            euro_in_woorden(self.einde),
            (plekken[-1], plekken[-1]),
            "totaal",
        )
        return tekening


def _rij(tekening: Tekening, kolom: int, naam: str, waarde: str, plekken: tuple[float, float], soort: str) -> None:
    """One row below the others: its label, its bar from one place to the other, and its amount at the end."""
    label = wrap(naam, int((kolom or tekening.breedte) / LETTER))
    boven, hoogte = tekening.hoogte, len(label) * REGEL
    y = boven + (hoogte - REGEL) / 2 if kolom else boven + hoogte + 2
    klasse = "waterval__totaal" if soort == "totaal" else ""
    tekening.teksten += [
        {"x": 0, "y": boven + n * REGEL + 14, "tekst": regel, "klasse": klasse} for n, regel in enumerate(label)
    ]
    tekening.teksten.append({"x": tekening.breedte, "y": y + 14, "tekst": waarde, "klasse": klasse, "eind": True})
    begin, eind = plekken
    if kolom and tekening.balken:
        tekening.lijnen.append({"x": begin, "van": tekening.balken[-1]["onder"], "tot": y})
    tekening.balken.append(
        {"x": min(plekken), "y": y, "breedte": max(abs(eind - begin), 2), "onder": y + REGEL, "soort": soort}
    )
    tekening.hoogte = max(boven + hoogte, y + REGEL) + TUSSEN
