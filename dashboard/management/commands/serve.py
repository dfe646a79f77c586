"""Set up the database and serve the site until Ctrl-C or SIGTERM."""

import errno
import os
import signal
import socket
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connections

from dashboard.draaien.achtergrond import Achtergrond
from dashboard.draaien.webserver import Site


class Command(BaseCommand):
    help = "Migrate, load the bundled editions and serve the site on HOST (127.0.0.1) and PORT (8000)."

    def handle(self, *args: Any, **options: Any) -> None:
        for signaal in (signal.SIGINT, signal.SIGTERM):  # until the web server takes over
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
        achtergrond = Achtergrond(luisteraar)
        try:
            Site(luisteraar, self.meld, achtergrond).run()
        finally:
            achtergrond.stop()

    def meld(self, adres: str) -> None:
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
