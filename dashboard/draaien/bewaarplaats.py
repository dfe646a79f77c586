"""The pages that are kept: a file each, in one place for all web servers and for the worker of the background."""

import fcntl
import gzip
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase

SLOTEN = 64  # so many pages can be made at once
MEESTE = 1000  # some 20 MB
GEDULD = 5.0  # seconds for another to make a page
EINDE = ".pagina"


@dataclass(frozen=True)
class BewaardePagina:
    """What everybody gets who asks for it. There is no secret in it, so it is compressed as it is."""

    koppen: dict[str, str]
    ingepakt: bytes

    @classmethod
    def van(cls, antwoord: HttpResponse) -> "BewaardePagina":
        # What the highest level saves (one in a hundred bytes) takes as long as the rest.
        return cls(dict(antwoord.headers), gzip.compress(antwoord.content, compresslevel=6, mtime=0))

    def antwoord(self, *, ingepakt: bool) -> HttpResponse:
        inhoud = self.ingepakt if ingepakt else gzip.decompress(self.ingepakt)
        antwoord = HttpResponse(inhoud, headers=self.koppen | {"Content-Length": str(len(inhoud))})
        if ingepakt:
            antwoord["Content-Encoding"] = "gzip"
        return antwoord


def bewaard(sleutel: str) -> BewaardePagina | None:
    """A file that is not whole (after a power cut, say) is not there."""
    try:
        kop, _, ingepakt = _bestand(sleutel).read_bytes().partition(b"\n")
        koppen, lengte = json.loads(kop)
    except (OSError, ValueError):
        return None
    return BewaardePagina(koppen, ingepakt) if len(ingepakt) == lengte else None


def bewaar(sleutel: str, pagina: BewaardePagina) -> None:
    """Whole or not at all; on a full disk not at all, and the next reader's page is made again."""
    kop = json.dumps([pagina.koppen, len(pagina.ingepakt)]).encode()
    with suppress(OSError):
        with tempfile.NamedTemporaryFile(dir=settings.PAGINAS_DIR, delete=False) as nieuw:
            nieuw.write(kop + b"\n" + pagina.ingepakt)
        Path(nieuw.name).rename(_bestand(sleutel))
        _houd_klein()


def van_wie_het_eerst_komt(
    sleutel: str, maak: Callable[[], BewaardePagina | HttpResponseBase]
) -> BewaardePagina | HttpResponseBase:
    """The kept page, made by the first who asks for it; what may not be kept as it is."""
    if pagina := bewaard(sleutel):
        return pagina
    with _als_enige(sleutel):
        return bewaard(sleutel) or maak()


def ruim_op(voor: float) -> None:
    """Remove what was made before this moment: no address leads there any more."""
    for bestand in _map().iterdir():
        with suppress(OSError):
            if bestand.stat().st_mtime < voor:
                bestand.unlink()


@contextmanager
def _als_enige(sleutel: str) -> Iterator[None]:
    """Who asks for a page that is being made waits for it; also on another machine. The lock ends with its process."""
    try:
        slot = (_map() / f"slot-{int(sleutel[:8], 16) % SLOTEN}").open("w")
    except OSError:  # it is made more than once, then
        yield
        return
    with slot:
        _wacht_op_beurt(slot)
        yield


def _wacht_op_beurt(slot: IO[str]) -> None:
    """Not for ever: a machine that hangs keeps its locks. Nor at all in a folder that knows no locks."""
    einde = time.monotonic() + GEDULD
    with suppress(OSError):
        while time.monotonic() < einde:
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(0.01)
            else:
                return


def _houd_klein() -> None:
    bestanden = list(_map().glob(f"*{EINDE}"))
    if len(bestanden) > MEESTE:
        for bestand in sorted(bestanden, key=lambda bestand: bestand.stat().st_mtime)[: MEESTE // 10]:
            bestand.unlink(missing_ok=True)


def _bestand(sleutel: str) -> Path:
    return Path(settings.PAGINAS_DIR) / f"{sleutel}{EINDE}"


def _map() -> Path:
    map_ = Path(settings.PAGINAS_DIR)
    map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    return map_
