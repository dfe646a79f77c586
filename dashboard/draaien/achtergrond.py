"""The worker and the timer of the background tasks, as one child process of the site that `make run` starts.

A pipe ties the two together: a byte asks the child to end, and its end says that the site was killed.
"""

import os
import signal
import socket
import threading
import time
import warnings
from contextlib import suppress

WERKER = ["worker", "--pool", "solo", "--without-gossip", "--without-mingle", "--without-heartbeat"]
GEDULD = 0.8  # seconds for the task that is being done; all must have stopped within 3 s


class Achtergrond:
    """Forked, so that what Django has loaded is in memory once."""

    def __init__(self, luisteraar: socket.socket) -> None:
        self.ouder = os.getpid()
        self.einde: float | None = None
        lezen, self.pijp = os.pipe()
        self.kind = os.fork()
        if self.kind == 0:
            luisteraar.close()
            os.close(self.pijp)
            try:
                _werk(lezen)
            finally:
                os._exit(0)  # without the parent's clean-up
        os.close(lezen)

    def vraag_te_stoppen(self) -> None:
        if self.einde is None:
            self.einde = time.monotonic() + GEDULD + 0.2
            with suppress(BrokenPipeError):
                os.write(self.pijp, b".")

    def stop(self) -> None:
        """Gone at return, so that the database may stop."""
        if os.getpid() != self.ouder:  # a worker of the web server, on its way out
            return
        self.vraag_te_stoppen()
        while self._leeft():
            if self.einde is not None and time.monotonic() > self.einde:
                os.kill(self.kind, signal.SIGKILL)
            time.sleep(0.01)

    def _leeft(self) -> bool:
        try:
            return os.waitpid(self.kind, os.WNOHANG) == (0, 0)
        except ChildProcessError:  # the web server, which looks after children too, saw it end
            return False


def _werk(pijp: int) -> None:
    os.setsid()  # Ctrl-C in the terminal is for the site, which passes it on
    for signaal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signaal, signal.SIG_DFL)
    threading.Thread(target=_eindig_met_de_site, args=[pijp], daemon=True).start()

    from celery.beat import EmbeddedService
    from celery.platforms import SecurityWarning

    from dashboard.celery import app
    from dashboard.draaien import benodigd

    benodigd.eis(met_processen=False)  # the site itself goes on, and /readyz says so
    warnings.simplefilter("ignore", SecurityWarning)  # as root, which is no danger with tasks in JSON
    EmbeddedService(app, thread=True, schedule_filename=app.conf.beat_schedule_filename).start()
    app.worker_main(["--quiet", *WERKER])


def _eindig_met_de_site(pijp: int) -> None:
    os.read(pijp, 1)
    from celery.worker import state

    state.should_stop = 0  # takes no further task
    einde = time.monotonic() + GEDULD
    while state.active_requests and time.monotonic() < einde:
        time.sleep(0.02)
    os._exit(0)
