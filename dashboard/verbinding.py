"""How a served site is connected: no reader waits long for a database that does not answer."""

from typing import Any

import psycopg
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper
from psycopg.abc import RV, PQGen

GEDULD = 0.6  # seconds for a connection that answers; a page says within one that there is none
LANGSTE = 20.0  # seconds for one question. Who publishes is a worker, and has no such limit.


class Verbinding(psycopg.Connection[Any]):
    """Gives up: a server that hangs, and a network that drops what is sent, say nothing at all."""

    geduld = LANGSTE

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        try:
            return super().wait(gen, interval, self.geduld if timeout is None else timeout)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:  # and so it will remain
                self.close()
            raise

    def execute(self, *args: Any, **kwargs: Any) -> psycopg.Cursor[Any]:
        """What the pool asks before it lends one: does it answer? Where one is lost, so are those beside it."""
        self.geduld = GEDULD / 2
        try:
            return super().execute(*args, **kwargs)
        except psycopg.OperationalError:
            django = connections["default"]
            if isinstance(django, DatabaseWrapper) and django.pool:
                django.pool.drain()
            raise
        finally:
            self.geduld = LANGSTE


# Per worker, which has four threads. Upstream tries again ever more seldom, for minutes; here twice while a reader
# waits, and the next reader has it tried at once.
POOL = {"min_size": 1, "max_size": 4, "timeout": GEDULD, "reconnect_timeout": 0.5, "connection_class": Verbinding}
