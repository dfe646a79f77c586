"""What is known: the structure, the sources, the figures, the money and the texts."""

from indicators.models.bronnen import Bevinding, Intrekking, Lezing, Passage, Publicatie, Versie
from indicators.models.cijfers import Keuze, Vermelding
from indicators.models.geld import Bedrag, Geldkant, Geldstand, Geldtabel, Post, PostBenaming, Postrol
from indicators.models.geschiedenis import Wijziging
from indicators.models.structuur import (
    Bewoording,
    Breuk,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Opvolging,
    Programma,
)
from indicators.models.teksten import Tekst

__all__ = [
    "Bedrag",
    "Bevinding",
    "Bewoording",
    "Breuk",
    "Definitie",
    "Doelstelling",
    "DoelstellingBenaming",
    "Geldkant",
    "Geldstand",
    "Geldtabel",
    "Indicator",
    "Intrekking",
    "Keuze",
    "Lezing",
    "Opvolging",
    "Passage",
    "Post",
    "PostBenaming",
    "Postrol",
    "Programma",
    "Publicatie",
    "Tekst",
    "Vermelding",
    "Versie",
    "Wijziging",
]
