"""How a line is told from another without its colour: by its dashes and its marks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stijl:
    """The name that plotly has for the dashes and for the mark, and how an SVG draws each."""

    plotly_streep: str
    svg_streep: str
    plotly_vorm: str
    svg_vorm: str


REALISATIE = Stijl("solid", "", "circle", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z")
_BEGROTINGEN = (
    Stijl("dash", "9 5", "square", "M-4.5-4.5h9v9h-9z"),
    Stijl("dot", "2 4", "diamond", "M0-6 6 0 0 6-6 0z"),
    Stijl("dashdot", "9 4 2 4", "triangle-up", "M0-6 6 5H-6z"),
    Stijl("longdash", "15 6", "cross", "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"),
    Stijl("longdashdot", "15 5 2 5", "star", "M0-6.5 2-2H6.5L3 1 4 6 0 3-4 6-3 1-6.5-2H-2z"),
)


def editiestijl(nummer: int) -> Stijl:
    """That of an edition on all pages, by its number."""
    return _BEGROTINGEN[(nummer - 1) % len(_BEGROTINGEN)]
