"""The queue of background work inside PostgreSQL: kombu's pgmq transport, on the database of the site.

The transport itself knows five fields of a database and drops the rest (sslmode), and makes its tables at every
connection. Here it gets the very connection of Django, and the tables are there: ingest's migration made them, so a
worker needs no right to create anything.
"""

from typing import Any

import psycopg
from django.db import connections
from kombu.transport import pgmq
from pgmq import PGMQueue
from psycopg_pool import ConnectionPool

VAN_DJANGO = ("context", "cursor_factory")  # how Django reads values; the queue reads them as psycopg does


class Channel(pgmq.Channel):
    def _new_queue(self, queue: str, **kwargs: Any) -> None:
        """It exists."""

    def basic_ack(self, delivery_tag: Any, multiple: bool = False) -> None:
        """A message that a killed database could not drop comes back to be done again; meanwhile others are done.

        Upstream goes on to count it as being done, and a worker that takes one at a time never takes another.
        """
        try:
            super().basic_ack(delivery_tag, multiple)  # type: ignore[no-untyped-call]  # kombu's own
        except psycopg.OperationalError:
            self.qos.ack(delivery_tag)
            raise


class Transport(pgmq.Transport):
    Channel = Channel
    client: Any  # the connection of kombu, which is there before any queue
    _pool: ConnectionPool | None = None

    def _create_pgmq_client(self) -> PGMQueue:
        with connections["default"].temporary_connection():  # which starts the embedded server again, was it killed
            verbinding = connections["default"].get_connection_params()
        verbinding = {naam: waarde for naam, waarde in verbinding.items() if naam not in VAN_DJANGO}
        self._pool = ConnectionPool(kwargs=verbinding, min_size=1, max_size=4, timeout=5, open=True)
        geduld = self.client.transport_options["visibility_timeout"]
        return PGMQueue(pool=self._pool, vt=geduld, init_extension=False, conn_string="")

    def close_connection(self, connection: Any) -> None:
        super().close_connection(connection)
        if self._pool is not None:
            self._pool.close()
            self._pool = None
