"""The site as a WSGI application. A served site takes its database connections from a pool."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

from dashboard.verbinding import POOL

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dashboard.settings")

connections.settings["default"]["OPTIONS"]["pool"] = POOL
application = get_wsgi_application()
