"""What the running text says that helps to understand an indicator: read by a person, kept in duiding.yaml.

No database needed.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from indicators.tegenspraken import Plaats

BESTAND = Path(__file__).parent / "duiding.yaml"


class Duidingsoort(StrEnum):
    INVLOED = "invloed"
    OMGEVING = "omgeving"
    REFERENTIE = "referentie"
    EIGEN_CIJFER = "eigen cijfer"
    BAND = "band"
    MEETMOMENT = "meetmoment"


@dataclass(frozen=True)
class Duiding:
    """One thing that a passage says of an indicator, in our words; `gedrukt`, `vanaf` and `tot_en_met` as printed."""

    bij: str
    soort: Duidingsoort
    zin: str
    plaats: Plaats
    gedrukt: str = ""
    jaar: str = ""
    wie: str = ""
    vanaf: str = ""
    tot_en_met: str = ""


@dataclass(frozen=True)
class Adres:
    """A page of Waar staat je gemeente that the documents print, and the doelstellingen that it is about."""

    bij: tuple[str, ...]
    onderwerp: str
    adres: str
    plaats: Plaats


@cache
def duidingen() -> tuple[Duiding, ...]:
    velden = ("gedrukt", "jaar", "wie", "vanaf", "tot_en_met")
    return tuple(
        Duiding(
            bij=ding["bij"],
            soort=Duidingsoort(ding["soort"]),
            zin=ding["zin"],
            plaats=Plaats.uit(ding),
            **{veld: ding[veld] for veld in velden if veld in ding},
        )
        for ding in _inhoud()["duidingen"]
    )


@cache
def vergelijkadressen() -> tuple[Adres, ...]:
    return tuple(
        Adres(tuple(ding["bij"]), ding["onderwerp"], ding["adres"], Plaats.uit(ding)) for ding in _inhoud()["adressen"]
    )


@cache
def gelezen() -> frozenset[str]:
    """The documents that were read for this; of another one nothing can be said, not even that it is silent."""
    return frozenset(_inhoud()["gelezen"])


@cache
def _inhoud() -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    return inhoud
