"""Figures that the documents tell differently or do not explain: read by a person, kept in YAML. No database needed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

MAP = Path(__file__).parent
SOORTEN = ("twee manieren van tellen", "twee bronnen zonder uitleg", "tabel tegen eigen tekst")


@dataclass(frozen=True)
class Plaats:
    """A passage: from the line where it starts to the line where it ends."""

    publicatie: str
    regel: int
    tot: int

    @classmethod
    def uit(cls, inhoud: dict[str, Any]) -> "Plaats":
        return cls(inhoud["publicatie"], inhoud["regel"], inhoud.get("tot", inhoud["regel"]))


@dataclass(frozen=True)
class Aangehaald:
    """A figure as printed, and where in the document it stands: in a table, a definition or a toelichting."""

    gedrukt: str
    waar: str
    plaats: Plaats


@dataclass(frozen=True)
class Tegenspraak:
    """What seems to be a contradiction, in figures of one indicator: its kind, the figures as printed, a sentence."""

    sleutel: str
    bij: str
    soort: str
    wat: str
    zin: str
    cijfers: tuple[Aangehaald, ...]

    @property
    def publicaties(self) -> set[str]:
        return {cijfer.plaats.publicatie for cijfer in self.cijfers}


@cache
def tegenspraken() -> tuple[Tegenspraak, ...]:
    return _lees("tegenspraken.yaml")


@cache
def zonder_uitleg() -> tuple[Tegenspraak, ...]:
    return _lees("zonder_uitleg.yaml")


def _lees(bestand: str) -> tuple[Tegenspraak, ...]:
    return tuple(
        Tegenspraak(
            sleutel=ding["sleutel"],
            bij=ding["bij"],
            soort=ding["soort"],
            wat=ding["wat"],
            zin=ding["zin"].replace(" %", "\N{NO-BREAK SPACE}%"),
            cijfers=tuple(Aangehaald(c["gedrukt"], c["waar"], Plaats.uit(c)) for c in ding["cijfers"]),
        )
        for ding in yaml.safe_load((MAP / bestand).read_text(encoding="utf-8"))
    )
