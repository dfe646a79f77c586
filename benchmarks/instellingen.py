"""The site's settings, and files from the same server that are as large as its pages."""

import os

from dashboard.settings import *  # noqa: F403

WHITENOISE_ROOT = os.environ["EVEN_GROOT"]
