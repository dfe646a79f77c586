"""Django's PostgreSQL backend on the embedded server, which is started by the first connection."""

from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base, client

from dashboard import ingebouwde_postgres


class DatabaseClient(client.DatabaseClient):
    """The psql of `manage.py dbshell` is the server's own."""

    executable_name = str(ingebouwde_postgres.programma("psql"))

    def runshell(self, parameters: list[str]) -> None:
        ingebouwde_postgres.gebruik(settings.DATA_DIR)
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        ingebouwde_postgres.gebruik(settings.DATA_DIR)
        return super().get_connection_params()
