"""Of what is told for each edition a page shows the newest first; the rest is one click away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from indicators.models import Publicatie

NIEUWSTE = 3
"""So many editions stand beside each other at first: with more a reader sees columns and lines, and no change."""


@dataclass(frozen=True)
class PerEditie:
    """What is shown, in the order of the page, and the editions of which something is left out."""

    getoond: Sequence[Any]
    weggelaten: Sequence[Publicatie]


def wil_alle(request: HttpRequest) -> bool:
    """Whether the reader asked for every edition."""
    return request.GET.get("edities") == "alle"


def nieuwste_of_alle(edities: Sequence[Publicatie], *, alle: bool) -> tuple[Sequence[Publicatie], Sequence[Publicatie]]:
    """Of editions, the oldest first: those that are shown, and those that are left out."""
    return (edities, ()) if alle else (edities[-NIEUWSTE:], edities[:-NIEUWSTE])


def van_nieuwste(rijen: Sequence[Any], request: HttpRequest) -> PerEditie:
    """Of rows that have an `editie`, or are a pair with it in front."""
    edities = [rij[0] if isinstance(rij, tuple) else rij.editie for rij in rijen]
    op_volgorde = sorted(set(edities), key=lambda editie: editie.op_volgorde)
    _, weg = nieuwste_of_alle(op_volgorde, alle=wil_alle(request))
    return PerEditie([rij for rij, editie in zip(rijen, edities, strict=True) if editie not in weg], weg)
