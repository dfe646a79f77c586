"""How gunicorn serves the site in productie: `gunicorn -c python:dashboard.gunicorn dashboard.wsgi`."""

import os
from typing import Any

from dashboard.draaien.werker import laat_staan_wat_er_is
from dashboard.settings import LOGGING

bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
worker_class = "dashboard.draaien.werker.Werker"
workers, threads = 2, 4  # wsgi.py has a database connection for each thread
preload_app = True
control_socket_disable = True
logconfig_dict = LOGGING  # and no access log: it would have the addresses of readers


def when_ready(server: Any) -> None:
    laat_staan_wat_er_is()
