#!/usr/bin/env python
"""Django's command line. SIGTERM and a closed terminal end a command as Ctrl-C does: with its clean-up."""

import os
import signal
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dashboard.settings")
    for signaal in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(signaal) == signal.SIG_DFL:  # under nohup SIGHUP stays ignored
            signal.signal(signaal, lambda nummer, _: sys.exit(128 + nummer))

    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as fout:
        sys.exit(str(fout))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


if __name__ == "__main__":
    main()
