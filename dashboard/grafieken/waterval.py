"""A waterfall: from the total of one edition, step by step, to the total of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from django.template.loader import render_to_string

from dashboard.grafieken.bestand import Grafiek
from dashboard.grafieken.watervaltekening import Watervalrij, Watervalsoort, Watervaltekening, teken_waterval
from dashboard.weergave.opmaak import euro_in_woorden, meer_in_woorden
from indicators.gemeente import gemeente_nu

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
    def soort(self) -> Watervalsoort:
        return Watervalsoort.MINDER if self.verschil < 0 else Watervalsoort.MEER


@dataclass(frozen=True)
class Waterval:
    """What something costs in a year by one document, the steps, and what it costs by another, in euros."""

    id: str
    wat: str
    """ "de 6 doelstellingen samen", "programma 1" """
    jaar: int
    van: str
    naar: str
    begin: Decimal
    stappen: Sequence[Stap]
    volgorde: str
    """what orders the steps: "van groot naar klein" """

    @property
    def beginpunt(self) -> str:
        return euro_in_woorden(self.begin)

    @property
    def laagste(self) -> str:
        """Where the drawing begins."""
        return euro_in_woorden(min(self.standen))

    @property
    def standen(self) -> list[Decimal]:
        """What it costs at the begin and after each step."""
        return [*accumulate((stap.verschil for stap in self.stappen), initial=self.begin)]

    @property
    def samenvatting(self) -> str:
        """What the drawing shows, in two sentences."""
        grootste = max(self.stappen, key=lambda stap: abs(stap.verschil))
        return (
            f"Netto kosten in {self.jaar} van {self.wat}: {euro_in_woorden(self.einde)} volgens {self.naar} en "
            f"{self.beginpunt} volgens {self.van}, dat is {meer_in_woorden(self.einde - self.begin)}. "
            f"Het grootste verschil heeft {grootste.naam}: {meer_in_woorden(grootste.verschil)}."
        )

    @property
    def beschrijving(self) -> str:
        """The same and every step, for those who do not see the drawing."""
        stappen = (f"{stap.naam}: {meer_in_woorden(stap.verschil)}." for stap in self.stappen)
        return " ".join([self.samenvatting, f"{self.volgorde[:1].upper()}{self.volgorde[1:]}.", *stappen])

    @property
    def einde(self) -> Decimal:
        return self.begin + sum((stap.verschil for stap in self.stappen), Decimal(0))

    @property
    def rijen(self) -> list[Watervalrij]:
        """From top to bottom: the total at the begin, each step from where the one before ends, and the other total."""
        return [
            Watervalrij(f"{self.van}: {self.wat}", self.beginpunt, Watervalsoort.TOTAAL, self.begin, self.begin),
            *(
                Watervalrij(stap.naam, stap.waarde, stap.soort, van, tot)
                for stap, (van, tot) in zip(self.stappen, pairwise(self.standen), strict=True)
            ),
            Watervalrij(
                f"{self.naar}: {self.wat}", euro_in_woorden(self.einde), Watervalsoort.TOTAAL, self.einde, self.einde
            ),
        ]

    @property
    def breed(self) -> Watervaltekening:
        """Labels left of the bars."""
        return teken_waterval(self.rijen, BREED, KOLOM)

    @property
    def smal(self) -> Watervaltekening:
        """Labels above the bars, for a phone."""
        return teken_waterval(self.rijen, SMAL, 0)

    @property
    def titel(self) -> str:
        """The finding."""
        verschil = self.einde - self.begin
        van = " ".join(self.van.split()[:2])
        return f"{self.jaar}: netto {meer_in_woorden(verschil)} {'dan' if verschil else 'als'} {van} noemde"

    @property
    def ondertitel(self) -> str:
        """The unit, the definition, and that the axis is cut."""
        return (
            f"Netto kosten (uitgaven min inkomsten) in euro's, van {self.wat}. De tekening begint bij {self.laagste}, "
            "niet bij nul."
        )

    @property
    def grafiek(self) -> Grafiek:
        """The wide drawing as a file."""
        tekening = self.breed
        return Grafiek(
            id=self.id,
            naam=f"Netto kosten in {self.jaar}, van {self.van} naar {self.naar}",
            titel=self.titel,
            ondertitel=self.ondertitel,
            samenvatting=self.beschrijving,
            bron=f"{self.van} en {self.naar} van de gemeente {gemeente_nu().naam}",
            tekening=render_to_string("dashboard/grafieken/waterval.svg", {"tekening": tekening}),
            breedte=tekening.breedte,
            hoogte=tekening.hoogte,
        )
