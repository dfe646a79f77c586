"""The worker of gunicorn that serves the site: a thread is for a whole request, never for who is still sending it.

Gunicorn's own threads wait for the client: eight that send half a request stop the site. Here waitress reads and
writes all connections in one loop, and gives its threads what has come in whole.
"""

import gc
import os
import time
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server
from waitress.task import WSGITask

VOOR_DE_KOP = 10  # seconds, from the first byte of a request to the end of its header
VOOR_HET_VERZOEK = 300  # and to the end of its body: 50 MB at 1.5 Mbit/s
STIL = 30  # seconds in which nothing is sent or read
GROOTSTE_KOP = 32_768  # bytes
GROOTSTE_VERZOEK = 64 * 1024 * 1024  # of a file that is a bit too large the site itself says so
MEESTE_VERBINDINGEN = 800  # below the 1,024 files that a process may have open


def laat_staan_wat_er_is() -> None:
    """What is loaded before the workers are made stays: they share its memory, and need not look for garbage in it."""
    gc.collect()
    gc.freeze()


class Binnenkomst(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """What has come in of a request."""

    def __init__(self, adj: Any) -> None:
        super().__init__(adj)
        self.begonnen = time.monotonic()

    @property
    def te_traag(self) -> bool:
        mag = VOOR_HET_VERZOEK if self.headers_finished else VOOR_DE_KOP
        return time.monotonic() - self.begonnen > mag


class Beantwoording(WSGITask):  # type: ignore[misc]  # waitress has no types
    """What is sent for one request."""

    def set_close_on_finish(self) -> None:
        """After a 304 the connection stays open: it has no length because it has no body, not because none is known."""
        if (
            self.has_body
            or self.request.version == "1.0"
            or self.request.headers.get("CONNECTION", "").lower() == "close"
        ):
            super().set_close_on_finish()


class Kanaal(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection."""

    task_class = Beantwoording
    parser_class = Binnenkomst

    @property
    def bezig(self) -> bool:
        """Whether it still waits for an answer, or for the rest of it."""
        return bool(self.requests or self.total_outbufs_len)


def zonder_inhoud(site: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """The site, whose answer to HEAD is the header of what GET would give: waitress leaves that to it."""

    def antwoord(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "HEAD":
            return site(environ, start_response)
        gestart: list[tuple[str, list[tuple[str, str]]]] = []
        inhoud = site(environ, lambda status, koppen, *_: gestart.append((status, koppen)))
        lengte = sum(map(len, inhoud))
        if hasattr(inhoud, "close"):
            inhoud.close()
        [(status, koppen)] = gestart
        if lengte and not any(naam.lower() == "content-length" for naam, _ in koppen):
            koppen = [*koppen, ("Content-Length", str(lengte))]
        start_response(status, koppen)
        return []

    return antwoord


class Werker(Worker):  # type: ignore[misc]  # gunicorn has no types
    server: Any = None

    def run(self) -> None:
        self.server = create_server(
            zonder_inhoud(self.wsgi),
            sockets=[luisteraar.sock for luisteraar in self.sockets],
            threads=self.cfg.threads,
            backlog=self.cfg.backlog,
            ident="",  # no Server: in an answer
            clear_untrusted_proxy_headers=False,  # voorkant/ knows who may send them
            channel_timeout=STIL,
            max_request_header_size=GROOTSTE_KOP,
            max_request_body_size=GROOTSTE_VERZOEK,
            connection_limit=MEESTE_VERBINDINGEN,
            cleanup_interval=1,
        )
        self.server.channel_class = Kanaal
        volgende = 0.0
        while self.alive and self.ppid == os.getppid():
            self.beurt()
            if (nu := time.monotonic()) >= volgende:
                volgende = nu + 1
                self.sluit_trage()
        self.rond_af()

    def beurt(self) -> None:
        """Read and write what can be, or wait a second for it; gunicorn kills a worker that has no turns."""
        self.notify()
        wasyncore.loop(timeout=1, use_poll=True, map=self.server._map, count=1)

    def sluit_trage(self) -> None:
        for kanaal in self.kanalen():
            if kanaal.request is not None and kanaal.request.te_traag:
                kanaal.will_close = True

    def kanalen(self) -> list[Kanaal]:
        return list(self.server.active_channels.values())

    def rond_af(self) -> None:
        """Take no new connection, and answer what has come in whole."""
        einde = time.monotonic() + self.cfg.graceful_timeout
        self.server.del_channel()
        while any(kanaal.bezig for kanaal in self.kanalen()) and time.monotonic() < einde:
            self.beurt()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.alive = False
        if self.server is not None:
            self.server.pull_trigger()  # end the turn

    def handle_quit(self, sig: int, frame: FrameType | None) -> None:
        """End at once. Gunicorn's own way waits for a lock that the interrupted code may hold."""
        os._exit(0)
