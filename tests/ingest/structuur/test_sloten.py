"""What two people or workers cannot do at the same time, each on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError, connection
from psycopg.errors import LockNotAvailable

from ingest.documenten.beoordelen.akkoord import publiceer_document
from ingest.models import Aanlevering
from ingest.structuur.bestand import zaai_structuur, zorg_voor_structuur
from ingest.structuur.sloten import Slot, vergrendel

pytestmark = pytest.mark.django_db


def moet_wachten(doe: Callable[[], Any]) -> bool:
    """Whether another connection cannot do this now."""

    def elders() -> bool:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '100ms'")
            doe()
        except OperationalError as fout:
            if isinstance(fout.__cause__, LockNotAvailable):
                return True
            raise
        finally:
            connection.close()
        return False

    with ThreadPoolExecutor(1) as ander:
        return ander.submit(elders).result()


def test_zaaien_en_publiceren_schrijven_nooit_tegelijk_aan_de_structuur() -> None:
    leeg: Any = SimpleNamespace(document=SimpleNamespace(concept=None), beslissingen=None)
    zorg_voor_structuur()

    assert moet_wachten(lambda: publiceer_document(Aanlevering(), leeg))


def test_een_slot_geldt_voor_een_ding() -> None:
    vergrendel(Slot.PUBLICATIE, "PB 2027")

    assert moet_wachten(lambda: vergrendel(Slot.PUBLICATIE, "PB 2027"))
    assert not moet_wachten(lambda: vergrendel(Slot.PUBLICATIE, "PB 2028"))
    assert not moet_wachten(lambda: vergrendel(Slot.OPGAVE, "PB 2027"))


def test_wat_er_al_is_houdt_niemand_op() -> None:
    """Every draft asks for the structure, in a transaction that may be long; only who fills an empty database locks."""
    zaai_structuur()
    zorg_voor_structuur()

    assert not moet_wachten(lambda: vergrendel(Slot.STRUCTUUR))
