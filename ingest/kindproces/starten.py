"""Running a module over a file in a child process, with limits; whatever becomes of the child, the caller lives on."""

import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from ingest.kindproces.grenzen import GEEN_GEHEUGEN

WORTEL = Path(__file__).resolve().parents[2]
TIK = 0.25  # seconds between two looks at how far it is


@dataclass(frozen=True)
class Grenzen:
    """What one file may cost: address space in bytes, seconds of computing, and seconds on the clock."""

    geheugen: int
    rekentijd: int
    seconden: float


class Kindeinde(Enum):
    """How a child ends that did not do its work."""

    TE_LANG = auto()
    TE_VEEL_GEHEUGEN = auto()
    VASTGELOPEN = auto()


class NietAf(Exception):
    """The child did not do its work."""

    def __init__(self, einde: Kindeinde) -> None:
        super().__init__(einde.name)
        self.einde = einde


def draai(
    module: str,
    pad: Path,
    grenzen: Grenzen,
    opties: Sequence[str] = (),
    ga_door: Callable[[bytes], bool] = lambda gezegd: True,
    erbij: Sequence[int] = (),
) -> bytes | None:
    """What `python -m module <pad> <uit> --geheugen= --rekentijd= <opties>` wrote to `uit`.

    `ga_door` is asked a few times a second, with the last line that the child said: None as soon as it says no.
    `erbij` are open files that the child gets too. Raises NietAf.
    """
    einde, volgende = time.monotonic() + grenzen.seconden, 0.0
    with tempfile.TemporaryFile() as uit:  # without a name: nothing stays
        opdracht = [sys.executable, "-X", "utf8", "-m", module, str(pad), f"/dev/fd/{uit.fileno()}"]
        opdracht += [f"--geheugen={grenzen.geheugen}", f"--rekentijd={grenzen.rekentijd}", *opties]
        with _kind(opdracht, [uit.fileno(), *erbij]) as kind:
            gezegd = b""
            for gezegd in _regels(kind):
                nu = time.monotonic()
                if nu > einde:
                    raise NietAf(Kindeinde.TE_LANG)
                if nu > volgende:
                    volgende = nu + TIK
                    if not ga_door(gezegd):
                        return None
            with suppress(subprocess.TimeoutExpired):
                kind.wait(max(0, einde - time.monotonic()))
            # Also of one that ended between two looks: what is too late does not depend on when we looked.
            if time.monotonic() > einde or kind.returncode != 0:
                raise NietAf(_einde(kind.returncode or None))
        uit.seek(0)
        return uit.read() if ga_door(gezegd) else None


@contextmanager
def _kind(opdracht: Sequence[str], bestanden: Sequence[int]) -> Iterator[subprocess.Popen[bytes]]:
    pijp = subprocess.PIPE
    # Without our environment: a file that takes over the reader finds no secrets.
    with subprocess.Popen(opdracht, cwd=WORTEL, env={}, stdin=pijp, stdout=pijp, pass_fds=bestanden) as kind:
        try:
            yield kind
        finally:
            kind.kill()


def _regels(kind: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """The last whole line that it said, each time that it says something and at least each tick, until it ends."""
    assert kind.stdout is not None  # noqa: S101 it is a pipe
    regel, tekst = b"", b""
    with selectors.DefaultSelector() as oor:
        oor.register(kind.stdout, selectors.EVENT_READ)
        while True:
            if oor.select(TIK):
                brok = os.read(kind.stdout.fileno(), 1 << 16)
                if not brok:
                    return
                heel, _, tekst = (tekst + brok).rpartition(b"\n")
                regel, tekst = heel.rpartition(b"\n")[2] or regel, tekst[-100:]
            yield regel


def _einde(code: int | None) -> Kindeinde:
    if code in (GEEN_GEHEUGEN, -signal.SIGKILL):  # the second is the kernel, when the machine itself is full
        return Kindeinde.TE_VEEL_GEHEUGEN
    return Kindeinde.TE_LANG if code in (None, -signal.SIGXCPU) else Kindeinde.VASTGELOPEN
