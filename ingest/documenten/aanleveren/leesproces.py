"""Reading a document in a child process; what becomes of it, said in sentences."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.kindproces.starten import Grenzen, Kindeinde, NietAf, draai

LEZER = "ingest.lezer.kind"
_STAND = re.compile(rb"(\d+) (\d+) (\d+)")
VASTGELOPEN = (
    "De lezer liep vast op dit bestand. Open het, bewaar het opnieuw en lever dat aan. "
    "Helpt dat niet, meld het dan bij de beheerder van deze site."
)
_ZINNEN = {
    Kindeinde.TE_LANG: "Het lezen duurde te lang en is gestopt. Lever alleen het deel met de programma's aan.",
    Kindeinde.TE_VEEL_GEHEUGEN: (
        "Dit bestand vraagt te veel geheugen om te lezen. Lever alleen het deel met de programma's aan."
    ),
    Kindeinde.VASTGELOPEN: VASTGELOPEN,
}
# On the clock it is under the time limit of a task, and the worker is missed after 180 s.
GRENZEN = Grenzen(geheugen=1_500_000_000, rekentijd=120, seconden=150)


@dataclass(frozen=True)
class Stand:
    """How far reading is; `bladzijden` is None until it is known."""

    gelezen: int = 0
    bladzijden: int | None = None
    tabellen: int = 0


class NietGelezen(Exception):
    """The file cannot be read; the message says why and what to do, in Dutch."""


def lees_in_kind(pad: Path, verteld: Mapping[str, str], ga_door: Callable[[Stand], bool]) -> bytes | None:
    """The Uitlezing of a file as JSON; None as soon as `ga_door`, asked a few times a second, says no.

    `verteld` is what is told about it: gemeente, publicatie, soort, formaat; what is empty, the reader recognises.
    Raises NietGelezen when it takes too long, asks too much memory, or crashes the reader.
    """
    opties = [f"--{naam}={waarde}" for naam, waarde in verteld.items() if waarde]
    try:
        return draai(LEZER, pad, GRENZEN, opties, lambda gezegd: ga_door(_stand(gezegd)))
    except NietAf as kind:
        raise NietGelezen(_ZINNEN[kind.einde]) from None


def _stand(gezegd: bytes) -> Stand:
    getallen = _STAND.fullmatch(gezegd)
    return Stand(*map(int, getallen.groups())) if getallen else Stand()
