"""Set up the database and serve the site until Ctrl-C or SIGTERM."""

import errno
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connections
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker


class Command(BaseCommand):
    help = "Migrate, load the bundled editions and serve the site on HOST (127.0.0.1) and PORT (8000)."

    def handle(self, *args: Any, **options: Any) -> None:
        for signaal in (signal.SIGINT, signal.SIGTERM):  # gunicorn puts its own in place when it runs
            signal.signal(signaal, lambda *_: sys.exit(0))
        host = os.environ.get("HOST") or "127.0.0.1"
        luisteraar = luister(host, os.environ.get("PORT") or "8000")
        settings.ALLOWED_HOSTS.append(host)
        try:
            call_command("migrate", verbosity=0)
            call_command("load_bundled", stdout=sys.stderr)
        except OperationalError as fout:
            raise CommandError(f"De database antwoordt niet: {fout}") from fout
        connections.close_all()
        Site(luisteraar, self.meld_adres).run()

    def meld_adres(self, adres: str) -> None:
        self.stdout.write(f"Doelwijzer staat klaar op {adres} (stoppen: Ctrl-C)")
        self.stdout.flush()


def luister(host: str, port: str) -> socket.socket:
    """The socket to serve on, claimed before anything else is done."""
    if not port.isdecimal() or int(port) > 65535:
        raise CommandError(f"PORT is {port}. Kies een getal, bijvoorbeeld PORT=8000.")
    try:
        familie, *_, adres = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(adres[:2], family=familie, backlog=512)
    except OSError as fout:
        if fout.errno == errno.EADDRINUSE:
            reden = "is al in gebruik. Stop wat daar draait of kies een andere poort, bijvoorbeeld PORT=8001"
        elif fout.errno == errno.EACCES:
            reden = "mag alleen een beheerder gebruiken. Kies een poort boven 1023, bijvoorbeeld PORT=8000"
        else:
            reden = f"is geen adres van deze computer. Controleer HOST en PORT ({fout.strerror})"
        raise CommandError(f"{host}:{port} {reden}.") from fout


class Site(BaseApplication):
    """Gunicorn in this process, on a socket that is open already."""

    def __init__(self, luisteraar: socket.socket, meld_adres: Callable[[str], None]) -> None:
        host, poort, *_ = luisteraar.getsockname()
        self.adres = f"http://[{host}]:{poort}" if ":" in host else f"http://{host}:{poort}"
        self.fd = luisteraar.detach()
        self.meld_adres = meld_adres
        self.nohup = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        super().__init__()

    def load_config(self) -> None:
        instellingen = {
            "bind": f"fd://{self.fd}",
            "worker_class": "gthread",
            "workers": 2,
            "threads": 4,
            "preload_app": True,
            "graceful_timeout": 2,
            "keepalive": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": self.klaar,
            "post_fork": geef_werker_respijt,
            "worker_exit": beeindig_werker,
            "on_exit": wacht_op_werkers,
        }
        for naam, waarde in instellingen.items():
            self.cfg.set(naam, waarde)

    def klaar(self, arbiter: Arbiter) -> None:
        # Gunicorn reloads on SIGHUP; here a closed terminal ends the site.
        einde = signal.SIG_IGN if self.nohup else lambda *_: signal.raise_signal(signal.SIGTERM)
        signal.signal(signal.SIGHUP, einde)
        self.meld_adres(self.adres)

    def load(self) -> Any:
        from dashboard.wsgi import application

        return application


def geef_werker_respijt(arbiter: Arbiter, worker: Worker) -> None:
    """A second to finish its requests: less than gunicorn waits before it kills the worker."""
    worker.cfg.set("graceful_timeout", 1)


def beeindig_werker(arbiter: Arbiter, worker: Worker) -> None:
    """Close the pool and end at once: a thread may still wait for a browser that keeps a connection open."""
    if os.getpid() != worker.pid:  # called again by gunicorn itself, when it sees that the worker is gone
        return
    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()
    if worker.booted:
        os._exit(0)


def wacht_op_werkers(arbiter: Arbiter) -> None:
    """The database is stopped after the last worker has ended, also one that had to be killed."""
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
