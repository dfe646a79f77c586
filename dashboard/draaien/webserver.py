"""Gunicorn inside our own process: it serves the site on a socket that is open already, and ends in time.

Within three seconds after SIGINT or SIGTERM everything is gone, whatever browsers or workers are doing: a worker
has a second to finish its requests, after two gunicorn kills it, and only then the database may stop.
"""

import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from dashboard.draaien.achtergrond import Achtergrond
from dashboard.draaien.werker import Werker, laat_staan_wat_er_is

STOPSIGNALEN = {signal.SIGINT, signal.SIGTERM, signal.SIGQUIT}


class Site(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """The site on this socket; `meld` is called with its address when it answers."""

    def __init__(self, luisteraar: socket.socket, meld: Callable[[str], None], achtergrond: Achtergrond) -> None:
        host, poort, *_ = luisteraar.getsockname()
        self.adres = f"http://[{host}]:{poort}" if ":" in host else f"http://{host}:{poort}"
        self.fd = luisteraar.detach()
        self.meld = meld
        self.achtergrond = achtergrond
        self.nohup = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        super().__init__()

    def load_config(self) -> None:
        instellingen = {
            "bind": f"fd://{self.fd}",
            "worker_class": Werker,
            "workers": 2,
            "threads": 4,
            "preload_app": True,
            "graceful_timeout": 1,  # also with a worker that hangs all must have stopped within 3 s
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": self.klaar,
            "post_fork": begin_werker,
            "worker_exit": beeindig_werker,
            "on_exit": self.wacht_op_kinderen,
        }
        for naam, waarde in instellingen.items():
            self.cfg.set(naam, waarde)

    def load(self) -> Any:
        from dashboard.wsgi import application

        return application

    def run(self) -> None:
        Leiding(self).run()

    def klaar(self, arbiter: Arbiter) -> None:
        laat_staan_wat_er_is()
        # Gunicorn would reload on SIGHUP; here a closed terminal ends the site.
        einde = signal.SIG_IGN if self.nohup else lambda *_: signal.raise_signal(signal.SIGTERM)
        signal.signal(signal.SIGHUP, einde)
        self.meld(self.adres)

    def wacht_op_kinderen(self, arbiter: Arbiter) -> None:
        """The database is stopped after the last child has ended, also one that had to be killed."""
        self.achtergrond.stop()
        with suppress(ChildProcessError):
            while True:
                os.waitpid(-1, 0)


class Leiding(Arbiter):  # type: ignore[misc]  # gunicorn has no types
    """Stops the background work with the workers.

    Signals for a worker that is being made wait until it can hear them: it starts with the arbiter's ears.
    """

    app: Site

    def stop(self, graceful: bool = True) -> None:
        self.app.achtergrond.vraag_te_stoppen()
        super().stop(graceful)

    def spawn_worker(self) -> int:
        eerder = signal.pthread_sigmask(signal.SIG_BLOCK, STOPSIGNALEN)
        try:
            pid: int = super().spawn_worker()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, eerder)
        return pid


def begin_werker(arbiter: Arbiter, worker: Worker) -> None:
    for signaal in STOPSIGNALEN:  # until it has booted
        signal.signal(signaal, lambda *_: os._exit(0))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPSIGNALEN)
    worker.cfg.set("graceful_timeout", 1)


def beeindig_werker(arbiter: Arbiter, worker: Worker) -> None:
    """Close the pool and end without a wait for threads: one may read from a browser that says nothing."""
    if os.getpid() != worker.pid:  # gunicorn itself calls this too, when it sees that a worker has gone
        return
    for connection in connections.all(initialized_only=True):
        connection.close()
        if isinstance(connection, DatabaseWrapper):
            connection.close_pool()
    if worker.booted:
        os._exit(0)
