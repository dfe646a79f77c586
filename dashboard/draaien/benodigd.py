"""What the background work needs of its computer: said at its start, for a worker that misses it dies wordless."""

import logging
import multiprocessing
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from celery import signals
from django.conf import settings
from django.db import connections

LEZER = 1_500_000_000  # bytes of address space that the reader of a document limits itself to

logger = logging.getLogger(__name__)


def _datamap() -> None:
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=settings.DATA_DIR, buffering=0) as proef:
        proef.write(b"x")


def _tijdelijk() -> None:
    with tempfile.TemporaryFile(buffering=0) as proef:
        proef.write(b"x")


def _dev_fd() -> None:
    Path("/dev/fd").stat()


def _geheugen() -> None:
    hoogste = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hoogste != resource.RLIM_INFINITY and hoogste < LEZER:
        raise OSError


def _semaforen() -> None:
    multiprocessing.Lock()


PROEVEN: dict[Callable[[], None], str] = {
    _datamap: f"In {settings.DATA_DIR} kan niets worden bewaard. Maak ruimte of geef de site daar schrijfrecht.",
    _tijdelijk: "Er is geen map voor tijdelijke bestanden. Zet TMPDIR op een map waarin geschreven mag worden.",
    _dev_fd: "/dev/fd is er niet. Koppel /proc en maak /dev/fd een link naar /proc/self/fd.",
    _geheugen: "Een proces krijgt te weinig geheugen om een document te lezen. Zet ulimit -v op 1500000 of meer.",
}
VOOR_PROCESSEN = {
    _semaforen: "In /dev/shm kan niets worden bewaard. Koppel daar een tmpfs, met docker: --shm-size=64m.",
}


def ontbreekt(*, met_processen: bool) -> Iterator[str]:
    """A sentence for each thing that is not there; `met_processen` is of a worker that does its tasks in others."""
    for proef, zin in (PROEVEN | VOOR_PROCESSEN if met_processen else PROEVEN).items():
        try:
            proef()
        except OSError:
            yield zin


def eis(*, met_processen: bool) -> None:
    """End when something is missing, having said what."""
    zinnen = list(ontbreekt(met_processen=met_processen))
    for zin in zinnen:
        logger.critical("Het werk op de achtergrond start niet. %s", zin)
    if zinnen:
        sys.exit(1)


def bij_start_van_werker(options: dict[str, Any], **_: Any) -> None:
    alleen = "solo" in str(options.get("pool_cls"))  # make run, which has just used the database
    eis(met_processen=not alleen)
    if not alleen:
        _zeg_waarop_gewacht_wordt()


def bij_start_van_klok(**_: Any) -> None:
    """And of a worker, which has been asked more by then."""
    eis(met_processen=False)


def _zeg_waarop_gewacht_wordt() -> None:
    """Celery tries until they are there."""
    from dashboard.draaien.gezondheid import onderdelen  # which asks what is missing too

    toestand = onderdelen()
    connections.close_all()
    for naam in ("database", "broker"):
        if toestand[naam] != "ok":
            logger.warning("De werker wacht op de %s: %s", naam, toestand[naam])


signals.celeryd_init.connect(bij_start_van_werker)
signals.setup_logging.connect(bij_start_van_klok)
