"""The indicators that the law has every gemeente print: known under small differences of wording, and only proposed."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec.yaml
from rapidfuzz import fuzz

BESTAND = Path(__file__).parent / "verplichte_indicatoren.yaml"
_HETZELFDE = 88  # of 100
_DUIDELIJK = 4
"""So much must the best be before the next: "woonlasten" alone is of one household or of more."""


@dataclass(frozen=True)
class VerplichteIndicator:
    """One of them: its name in the regulation, its taakveld, and its unit where that is certain."""

    naam: str
    taakveld: str
    eenheid: str = ""

    @property
    def in_woorden(self) -> str:
        erbij = ", ".join(filter(None, [f"taakveld {self.taakveld}", self.eenheid]))
        return f"Dit lijkt de verplichte indicator “{self.naam}” ({erbij})."


@cache
def verplichte_indicatoren() -> tuple[VerplichteIndicator, ...]:
    inhoud = msgspec.yaml.decode(BESTAND.read_bytes())
    return tuple(VerplichteIndicator(taakveld=taakveld, **rij) for taakveld, rijen in inhoud.items() for rij in rijen)


@cache
def verplichte_indicator(naam: str) -> VerplichteIndicator | None:
    """The one that goes by about this name; None where no one does, or two might."""
    scores = sorted(((_lijkt(naam, ander.naam), ander.naam, ander) for ander in verplichte_indicatoren()), reverse=True)
    (beste, _, gevonden), (tweede, *_) = scores[:2]
    return gevonden if beste >= _HETZELFDE and beste - tweede >= _DUIDELIJK else None


def _lijkt(naam: str, ander: str) -> float:
    """How far two names are the same words, with or without what stands between brackets."""
    return max(fuzz.token_sort_ratio(a, b) for a in _vormen(naam) for b in _vormen(ander))


def _vormen(naam: str) -> set[str]:
    kort = re.sub(r"\([^)]*\)", " ", naam)
    return {" ".join(re.findall(r"\w+", vorm.casefold())) for vorm in (naam, kort)}
