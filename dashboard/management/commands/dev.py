"""`manage.py dev`: the site while it is being changed."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.management.commands import runserver
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV


class Command(runserver.Command):
    help = "Serve the site on HOST (127.0.0.1) and PORT (8000), anew after each change. No background work."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("Zet DOELWIJZER_DEBUG=1, of gebruik make dev.")
        host = os.environ.get("HOST") or "127.0.0.1"
        settings.ALLOWED_HOSTS.append(host)
        options["addrport"] = f"{host}:{os.environ.get('PORT') or '8000'}"
        if os.environ.get(DJANGO_AUTORELOAD_ENV):  # the process that serves, started by the one that watches
            super().handle(*args, **options)
            return
        call_command("migrate", verbosity=0)
        call_command("load_bundled", stdout=sys.stderr)
        connections.close_all()
        node, bouwer = Path(sys.executable).with_name("node"), settings.BASE_DIR / "static" / "build.js"
        # It ends with its stdin, and so with us however we end; Ctrl-C in the terminal is not for it.
        with subprocess.Popen([str(node), str(bouwer), "--watch"], stdin=subprocess.PIPE, start_new_session=True):
            super().handle(*args, **options)
