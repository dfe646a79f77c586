"""The site as a WSGI application. A served site takes its database connections from a pool."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dashboard.settings")

POOL = {"min_size": 1, "max_size": 4, "timeout": 10}  # per worker, which has four threads
connections.settings["default"]["OPTIONS"]["pool"] = POOL
application = get_wsgi_application()
