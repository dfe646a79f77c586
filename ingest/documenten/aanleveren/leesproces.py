"""Reading a file in a child process, with limits; whatever becomes of the child, the caller lives on."""

import os
import re
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.lezer.kind import GEEN_GEHEUGEN

WORTEL = Path(__file__).resolve().parents[3]
LEZER = "ingest.lezer.kind"
TIK = 0.25  # seconds between two looks at how far it is
_STAND = re.compile(rb"(\d+) (\d+) (\d+)\n")

TE_LANG = "Het lezen duurde te lang en is gestopt. Lever alleen het deel met de programma's aan."
TE_VEEL = "Dit bestand vraagt te veel geheugen om te lezen. Lever alleen het deel met de programma's aan."
VASTGELOPEN = (
    "De lezer liep vast op dit bestand. Open het, bewaar het opnieuw en lever dat aan. "
    "Helpt dat niet, meld het dan bij de beheerder van deze site."
)


@dataclass(frozen=True)
class Grenzen:
    """What one file may cost: address space in bytes, seconds of computing, and seconds on the clock."""

    geheugen: int = 1_500_000_000
    rekentijd: int = 120
    seconden: float = 150  # under the time limit of a task, and the worker is missed after 180 s


GRENZEN = Grenzen()


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
    einde, volgende = time.monotonic() + GRENZEN.seconden, 0.0
    with tempfile.TemporaryFile() as uit, _kind(pad, uit.fileno(), verteld) as kind:  # without a name: nothing stays
        stand = Stand()
        for stand in _standen(kind):
            nu = time.monotonic()
            if nu > einde:
                raise NietGelezen(TE_LANG)
            if nu > volgende:
                volgende = nu + TIK
                if not ga_door(stand):
                    return None
        with suppress(subprocess.TimeoutExpired):
            kind.wait(max(0, einde - time.monotonic()))
        if kind.returncode != 0:
            raise NietGelezen(_waarom(kind.returncode))
        uit.seek(0)
        return uit.read() if ga_door(stand) else None


@contextmanager
def _kind(pad: Path, uit: int, verteld: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    opdracht = [sys.executable, "-X", "utf8", "-m", LEZER, str(pad), f"/dev/fd/{uit}"]
    opdracht += [f"--geheugen={GRENZEN.geheugen}", f"--rekentijd={GRENZEN.rekentijd}"]
    opdracht += [f"--{naam}={waarde}" for naam, waarde in verteld.items() if waarde]
    # Without our environment: a file that takes over the reader finds no secrets.
    pijp = subprocess.PIPE
    kind = subprocess.Popen(opdracht, cwd=WORTEL, env={}, stdin=pijp, stdout=pijp, pass_fds=[uit])
    with kind:
        try:
            yield kind
        finally:
            kind.kill()


def _standen(kind: subprocess.Popen[bytes]) -> Iterator[Stand]:
    """How far it is, each time that it says so and at least each tick, until it ends."""
    assert kind.stdout is not None  # noqa: S101 it is a pipe
    stand, tekst = Stand(), b""
    with selectors.DefaultSelector() as oor:
        oor.register(kind.stdout, selectors.EVENT_READ)
        while True:
            if oor.select(TIK):
                brok = os.read(kind.stdout.fileno(), 1 << 16)
                if not brok:
                    return
                tekst += brok
                for gelezen, bladzijden, tabellen in _STAND.findall(tekst):
                    stand = Stand(int(gelezen), int(bladzijden), int(tabellen))
                tekst = tekst[tekst.rfind(b"\n") + 1 :][-100:]
            yield stand


def _waarom(code: int | None) -> str:
    if code in (GEEN_GEHEUGEN, -signal.SIGKILL):  # the second is the kernel, when the machine itself is full
        return TE_VEEL
    return TE_LANG if code in (None, -signal.SIGXCPU) else VASTGELOPEN
