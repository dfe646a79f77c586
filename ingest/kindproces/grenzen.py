"""In the child: what the kernel holds it to, and that it ends with whoever started it."""

import argparse
import os
import resource
import sys
import threading
from pathlib import Path

GEEN_GEHEUGEN = 3
"""The exit status of who asked for more memory than there is."""
GROOTSTE_UITVOER = 64 * 1024 * 1024


def lezer_van_argumenten(module: str) -> argparse.ArgumentParser:
    """For what `starten.draai` calls a module with."""
    lezer = argparse.ArgumentParser(prog=f"python -m {module}")
    lezer.add_argument("bestand", type=Path)
    lezer.add_argument("uit", type=Path)
    lezer.add_argument("--geheugen", type=int, default=resource.RLIM_INFINITY, help="bytes")
    lezer.add_argument("--rekentijd", type=int, default=resource.RLIM_INFINITY, help="seconds")
    return lezer


def begrens(geheugen: int, rekentijd: int) -> None:
    """Bytes of address space and seconds of computing."""
    resource.setrlimit(resource.RLIMIT_AS, (geheugen, geheugen))
    resource.setrlimit(resource.RLIMIT_CPU, (rekentijd, resource.RLIM_INFINITY))  # ends it with a signal of its own
    resource.setrlimit(resource.RLIMIT_FSIZE, (GROOTSTE_UITVOER, GROOTSTE_UITVOER))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def eindig_met_wie_ons_startte() -> None:
    """It holds the other end of our stdin."""
    threading.Thread(target=_wacht_op_het_einde, daemon=True).start()


def _wacht_op_het_einde() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)
