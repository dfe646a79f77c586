"""The site as a WSGI application. A served site takes its database connections from a pool."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dashboard.settings")

POOL = {"min_size": 1, "max_size": 4, "timeout": 10}  # per worker, which has four threads
settings.DATABASES["default"].setdefault("OPTIONS", {})["pool"] = POOL
application = get_wsgi_application()
