"""Superset's settings: what differs from its own. Its key and its folder are in the environment."""

import os
from pathlib import Path

_MAP = Path(os.environ["SUPERSET_HOME"])
SQLALCHEMY_DATABASE_URI = f"sqlite:///{_MAP / 'superset.db'}"
CACHE_CONFIG = {"CACHE_TYPE": "FileSystemCache", "CACHE_DIR": str(_MAP / "cache"), "CACHE_DEFAULT_TIMEOUT": 86400}
DATA_CACHE_CONFIG = CACHE_CONFIG
PUBLIC_ROLE_LIKE = "Gamma"  # everybody may look, as on the other sites
PREVENT_UNSAFE_DB_CONNECTIONS = False  # the figures are in SQLite
