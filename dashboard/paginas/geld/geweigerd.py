"""Which amounts a document prints and the site did not take over, because their sign could not be told."""

from indicators.models import Bedrag, Lezing

Geldplek = tuple[int, str, str, str, int]
"""A printed amount: its line, its post and side, its stand and year."""


def geweigerde_cellen(lezing: Lezing) -> frozenset[Geldplek]:
    """Those that the lezing read and could not use; a dash or "pm" is no amount."""
    return frozenset(
        (b["regel"], b["post"], b["kant"], b["stand"], b["jaar"])
        for b in lezing.uitvoer["bedragen"]
        if b["bedrag_x1000"] is None and any(teken.isdigit() for teken in b["als_gedrukt"])
    )


def cel_naast(bedrag: Bedrag, jaar: int, stand: str) -> Geldplek:
    """The cell of this year and stand in the row of an amount."""
    return (bedrag.passage.regel, bedrag.benaming.naam, bedrag.kant, stand, jaar)
