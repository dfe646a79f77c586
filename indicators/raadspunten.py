"""How a motie or an announcement to the raad stands: what the newest source says, unless its term has passed since.

No database needed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indicators.models import Duiding, Duidingsoort, Raadsstand


class Raadsstatus(StrEnum):
    VOORBIJ = "termijn voorbij"
    LOOPT = "loopt"
    WORDT_AFGEDAAN = "wordt afgedaan"
    UITGEVOERD = "uitgevoerd"
    AFGEDAAN = "afgedaan"


OPEN = (Raadsstatus.VOORBIJ, Raadsstatus.LOOPT, Raadsstatus.WORDT_AFGEDAAN)
"""What is said to be going to be done is not done yet (domain rule 17)."""


@dataclass(frozen=True)
class Raadspunt:
    """What the sources say of one motie or announcement, the newest first; the first is never empty."""

    uitspraken: Sequence[Duiding]

    @property
    def nieuwste(self) -> Duiding:
        """The source that decides how it stands."""
        return self.uitspraken[0]

    @property
    def genoemd(self) -> Duiding:
        """The newest document that tells what it is; a stand alone does not."""
        return next(ding for ding in self.uitspraken if ding.soort != Duidingsoort.STAND)

    @property
    def termijn(self) -> Duiding | None:
        """Who named the term that holds: the newest that names one."""
        return next((ding for ding in self.uitspraken if ding.wanneer), None)

    def status(self, vandaag: date) -> Raadsstatus:
        """Only what still runs can be too late, and only where a day is known."""
        loopt = self.nieuwste.stand == Raadsstand.LOOPT
        if loopt and self.termijn and self.termijn.termijn_voorbij(vandaag):
            return Raadsstatus.VOORBIJ
        return Raadsstatus(self.nieuwste.stand)


def raadspunten(gelezen: Iterable[Duiding], dagen: Mapping[int, date]) -> list[Raadspunt]:
    """Moties by their number, announcements one by one, each with its standen.

    `gelezen` in the order of the documents' lines; `dagen` has the day of each publicatie by its key.
    """
    per_punt: dict[str, list[Duiding]] = {}
    for ding in gelezen:
        per_punt.setdefault(_waarvan(ding), []).append(ding)
    return [
        Raadspunt(sorted(dingen, key=lambda ding: _dag(ding, dagen), reverse=True))
        for dingen in per_punt.values()
        if any(ding.soort != Duidingsoort.STAND for ding in dingen)
    ]


def _waarvan(ding: Duiding) -> str:
    """What it is about, by a name that stays when its row is corrected or stands in another document."""
    while ding.over:
        ding = ding.over
    return ding.nummer or ding.sleutel


def _dag(ding: Duiding, dagen: Mapping[int, date]) -> tuple[date, int, int]:
    """The day that a source is of; of one day what was read last."""
    dag = dagen[ding.publicatie.pk] if ding.publicatie else ding.op
    return dag or date.min, ding.volgorde, ding.pk
