"""How what came of it and what each edition expected look in every chart of years."""

from dashboard.grafieken.kleuren import editiekleur
from dashboard.grafieken.model import Trendlijn, Trendpunt
from dashboard.grafieken.stijl import BEGROTINGEN, REALISATIE
from indicators.models import Publicatie, Vermeldingsoort

Stukken = tuple[tuple[Trendpunt, ...], ...]


def realisatielijn(naam: str, stukken: Stukken) -> Trendlijn:
    """What came of it: solid."""
    return Trendlijn(Vermeldingsoort.REALISATIE, naam, "realisatie", REALISATIE, open=False, dekking=1, stukken=stukken)


def begrotingslijn(naam: str, editie: Publicatie, plaats: int, aantal: int, stukken: Stukken) -> Trendlijn:
    """What an edition expected: dashed, in the colour of that edition; `plaats` is its place among the `aantal`."""
    return Trendlijn(
        soort=Vermeldingsoort.BEGROTING,
        naam=naam,
        kleur=editiekleur(editie.jaar),
        stijl=BEGROTINGEN[plaats % len(BEGROTINGEN)],
        open=False,
        # An older edition fades, so that one sees the goal move; 0.7 still has a contrast of 3.
        dekking=max(1 - 0.15 * (aantal - 1 - plaats), 0.7),
        stukken=stukken,
    )
