"""Django's PostgreSQL backend on the embedded server, which is started by the first connection."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base, client
from psycopg import OperationalError

from dashboard.draaien.postgres import ingebouwd


class DatabaseClient(client.DatabaseClient):
    """The psql of `manage.py dbshell` is the server's own."""

    executable_name = str(ingebouwd.programma("psql"))

    def runshell(self, parameters: Iterable[str]) -> None:
        ingebouwd.gebruik(settings.DATA_DIR)
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        ingebouwd.gebruik(settings.DATA_DIR)
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A server that was killed is started by whoever misses it first."""
        try:
            return super().get_new_connection(conn_params)
        except OperationalError:
            # Behind the pool is a reader who waits.
            if not ingebouwd.herstel(settings.DATA_DIR, geduld=1 if self.pool else 5):
                raise
            return super().get_new_connection(conn_params)
