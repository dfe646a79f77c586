import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.gereedschap.paginas import Pagina, haal
from tests.gereedschap.processen.processen import Processen


@pytest.fixture
def processen() -> Iterator[Processen]:
    """Processes on a new data directory; in the end nothing may be left that uses it."""
    # Not tmp_path: the path of a socket must be short.
    data_dir = Path(tempfile.mkdtemp(prefix="doelwijzer-test-"))
    processen = Processen(data_dir)
    yield processen
    over = processen.over()
    processen.kill_alles()
    shutil.rmtree(data_dir)
    assert not over


@pytest.fixture(scope="module")
def pagina(edities: None, django_db_blocker: DjangoDbBlocker) -> Pagina:
    """The page at an address, with both editions loaded; each is asked for once."""

    @cache
    def lees(adres: str) -> Element:
        with django_db_blocker.unblock():
            return haal(Client(), adres)

    return lees
