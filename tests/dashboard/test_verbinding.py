"""The connections of a served site: none waits for ever, and one that is lost takes nobody else with it."""

import time
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from psycopg_pool import ConnectionPool

from dashboard.verbinding import POOL, Verbinding

pytestmark = pytest.mark.django_db


@pytest.fixture
def pool() -> Iterator[ConnectionPool[Verbinding]]:
    """As Django makes it for a site that is served."""
    hoe = connection.get_connection_params() | {"autocommit": True}
    with ConnectionPool(kwargs=hoe, open=False, check=ConnectionPool.check_connection, **POOL) as pool:
        pool.wait(20)
        yield pool


def nummer(verbinding: psycopg.Connection) -> int:
    """Of the process of the server behind it."""
    return verbinding.info.backend_pid


def test_een_vraag_zonder_antwoord_houdt_op_en_haar_verbinding_wordt_niet_meer_gebruikt(
    pool: ConnectionPool[Verbinding],
) -> None:
    begin = time.monotonic()
    eerste = pool.getconn()
    eerste.geduld = 0.2
    with pytest.raises(psycopg.OperationalError), eerste.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(2)")
    assert time.monotonic() - begin < 2
    assert eerste.closed
    pool.putconn(eerste)

    with pool.connection(timeout=20) as volgende:
        assert volgende is not eerste


@pytest.mark.drawn
def test_na_een_herstart_van_de_server_merkt_niemand_iets(pool: ConnectionPool[Verbinding]) -> None:
    """All connections are gone; the first who asks gets a new one, and waits for none of the others."""
    allemaal = [pool.getconn(timeout=20) for _ in range(4)]
    oud = {nummer(verbinding) for verbinding in allemaal}
    for verbinding in allemaal:
        pool.putconn(verbinding)
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as beheer:
        for pid in oud:
            beheer.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    with pool.connection(timeout=20) as nieuw:
        assert nummer(nieuw) not in oud
