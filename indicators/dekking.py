"""How an edition says that new policy is paid for: read by a person, kept in dekking.yaml. No database needed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from indicators.tegenspraken import Plaats

BESTAND = Path(__file__).parent / "dekking.yaml"


@dataclass(frozen=True)
class Dekking:
    """The cover that a row of new policy names: as printed, whether the table nets it, and what the text adds."""

    post: str
    gedrukt: str
    plaats: Plaats
    in_tabel: bool
    zin: str
    uitleg: Plaats


@cache
def dekkingen() -> dict[str, tuple[Dekking, ...]]:
    """By the name of each edition that was read for it."""
    inhoud = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    return {
        publicatie: tuple(
            Dekking(
                post=ding["post"],
                gedrukt=ding["gedrukt"],
                plaats=Plaats(publicatie, ding["regel"], ding["regel"]),
                in_tabel=ding["in_tabel"],
                zin=ding["zin"],
                uitleg=Plaats(publicatie, ding["uitleg"]["regel"], ding["uitleg"]["tot"]),
            )
            for ding in dingen
        )
        for publicatie, dingen in inhoud.items()
    }
