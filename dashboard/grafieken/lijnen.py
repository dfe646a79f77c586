"""How what came of it and what each edition expected look in every chart of years."""

from dashboard.grafieken.kleuren import editiekleur
from dashboard.grafieken.model import Trendlijn, Trendpunt
from dashboard.grafieken.stijl import REALISATIE, editiestijl
from indicators.models import Publicatie, Vermeldingsoort

Stukken = tuple[tuple[Trendpunt, ...], ...]

DEKKING = (1, 0.78, 0.7)
"""Of the newest edition, the one before it and the older ones: lighter and thinner, so that one sees the goal move."""
DIKTE = (2.5, 1.75, 1.5)


def realisatielijn(naam: str, kort: str, stukken: Stukken) -> Trendlijn:
    """What came of it: solid."""
    return Trendlijn(Vermeldingsoort.REALISATIE, naam, kort, "realisatie", REALISATIE, 1, 3, stukken)


def begrotingslijn(naam: str, kort: str, editie: Publicatie, terug: int, stukken: Stukken) -> Trendlijn:
    """What an edition expected: dashed, in the colour of that edition; `terug` is how many editions are newer."""
    trede = min(terug, len(DEKKING) - 1)
    return Trendlijn(
        soort=Vermeldingsoort.BEGROTING,
        naam=naam,
        kort=kort,
        kleur=editiekleur(editie.jaar),
        stijl=editiestijl(editie.jaar),
        dekking=DEKKING[trede],
        dikte=DIKTE[trede],
        stukken=stukken,
        editie=editie.slug,
    )
