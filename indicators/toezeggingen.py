"""What was promised to the raad: read by a person, kept in toezeggingen.yaml. No database needed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from indicators.tegenspraken import Plaats

BESTAND = Path(__file__).parent / "toezeggingen.yaml"


class Status(StrEnum):
    VOORBIJ = "termijn voorbij"
    LOOPT = "loopt"
    UITGEVOERD = "uitgevoerd"
    AFGEDAAN = "afgedaan"


@dataclass(frozen=True)
class Later:
    """What a later document says of it."""

    zin: str
    plaats: Plaats


@dataclass(frozen=True)
class Toezegging:
    """One thing that a document announces to the raad, or a motie by its number, as that document tells it."""

    wat: str
    plaats: Plaats
    stand: Status
    motie: str = ""
    bij: tuple[str, ...] = ()
    wanneer: str = ""
    uiterlijk: date | None = None
    uitleg: str = ""
    later: Later | None = None

    def status(self, vandaag: date) -> Status:
        """What the document tells, unless its term has passed since."""
        voorbij = self.stand is Status.LOOPT and self.uiterlijk is not None and vandaag > self.uiterlijk
        return Status.VOORBIJ if voorbij else self.stand


@cache
def toezeggingen() -> tuple[Toezegging, ...]:
    return tuple(
        Toezegging(
            wat=ding["wat"],
            plaats=Plaats.uit(ding),
            stand=Status(ding["stand"]),
            motie=ding.get("motie", ""),
            bij=tuple(ding.get("bij", ())),
            wanneer=ding.get("wanneer", ""),
            uiterlijk=ding.get("uiterlijk"),
            uitleg=ding.get("uitleg", ""),
            later=Later(ding["later"]["zin"], Plaats.uit(ding["later"])) if "later" in ding else None,
        )
        for ding in yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    )
