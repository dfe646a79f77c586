"""What is known: the structure, the sources, the figures, the money and the texts."""

from indicators.models.aanhalingen import Aanhaling, Afdruk, Vindplaats
from indicators.models.bevindingen import Bevinding
from indicators.models.breuken import Breuk, Opvolging
from indicators.models.bronnen import Intrekking, Lezing, Passage, Publicatie, Versie
from indicators.models.cijfers import Keuze, Vermelding, Vermeldingsoort
from indicators.models.duiding import (
    Aangehaald,
    Duiding,
    Duidingsoort,
    Raadsstand,
)
from indicators.models.geld import Bedrag, Geldkant, Geldstand, Geldtabel, Post, PostBenaming, Postrol
from indicators.models.gemeente import Gemeente
from indicators.models.geschiedenis import Schakel, Wijziging
from indicators.models.nagelezen import Nagelezen, Terzijde
from indicators.models.referenties import Referentiecijfer
from indicators.models.structuur import (
    Bewoording,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Programma,
)
from indicators.models.teksten import Tekst
from indicators.models.zoeken import Synoniem, Zoekvector, Zoekwoord, Zoekzin

__all__ = [
    "Aangehaald",
    "Aanhaling",
    "Afdruk",
    "Bedrag",
    "Bevinding",
    "Bewoording",
    "Breuk",
    "Definitie",
    "Doelstelling",
    "DoelstellingBenaming",
    "Duiding",
    "Duidingsoort",
    "Geldkant",
    "Geldstand",
    "Geldtabel",
    "Gemeente",
    "Indicator",
    "Intrekking",
    "Keuze",
    "Lezing",
    "Nagelezen",
    "Opvolging",
    "Passage",
    "Post",
    "PostBenaming",
    "Postrol",
    "Programma",
    "Publicatie",
    "Raadsstand",
    "Referentiecijfer",
    "Schakel",
    "Synoniem",
    "Tekst",
    "Terzijde",
    "Vermelding",
    "Vermeldingsoort",
    "Versie",
    "Vindplaats",
    "Wijziging",
    "Zoekvector",
    "Zoekwoord",
    "Zoekzin",
]
