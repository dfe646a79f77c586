"""For all tests: static files by their own names, so that none has to be collected first; and no page is kept."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from zlib import crc32

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

DEEL = 3
"""Of what is done in part, one in so many is."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that start processes bring their own database; of the others, which ask the database anything."""
    if config.getoption("--in-part"):
        _in_deel(config, items)
    for item in items:
        gebruikt = set(getattr(item, "fixturenames", ()))
        if {"processen", "werkplaats"} & gebruikt:
            item.add_marker("processen")
        elif "db" in gebruikt or item.get_closest_marker("django_db"):
            item.add_marker("database")
    # The longest wait more than they compute: begun first, they are done long before the others are.
    langste = {"test_doodslag.py", "test_document.py", "test_hele_weg.py"}
    items.sort(key=lambda item: item.path.name not in langste)


def _in_deel(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the ways of a whole document, which do much and ask little that is new, those whose turn it is by the seed."""
    beurt = int(config.getoption("randomly_seed")) % DEEL
    weg = [
        item
        for item in items
        if "tests/ingest/documenten/" in item.nodeid and crc32(item.nodeid.encode()) % DEEL != beurt
    ]
    config.hook.pytest_deselected(items=weg)
    items[:] = [item for item in items if item not in weg]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="do the tests that are marked long in full")
    parser.addoption("--in-part", action="store_true", help="of the ways of a document do some, by the seed")


@pytest.fixture(scope="session")
def in_full(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--long"))


_VOORBEELDEN = "DOELWIJZER_TEST_VOORBEELDEN"


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # workers share what the one that starts them makes
        os.environ[_VOORBEELDEN] = tempfile.mkdtemp(prefix="doelwijzer-voorbeelden-")
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    # A safe password takes a third of a second each time; here none is worth anything.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Otherwise each client of a test, being a site of its own, first looks through all static files.
    settings.WHITENOISE_AUTOREFRESH = True
    # What a test stores is rolled back, and the version of the data with it.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(_VOORBEELDEN))


# The connection to an empty database, and to one with the bundled documents; here once the latter is made.
_VERBINDINGEN: dict[bool, BaseDatabaseWrapper] = {}


@pytest.fixture(scope="session")
def database_met_edities(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Beside the empty test database a second one, in which the bundled documents are published."""
    # pytest-django makes a test database only for tests that are marked django_db.
    assert connection.settings_dict["NAME"].startswith("test_")
    leeg = connections["default"]
    with django_db_blocker.unblock():
        leeg.creation.clone_test_db("edities", verbosity=0, autoclobber=True)
        instellingen = leeg.creation.get_test_db_clone_settings("edities")
        connections["default"] = geladen = ConnectionHandler({"default": instellingen})["default"]
        call_command("load_bundled", verbosity=0)
        geladen.cursor().execute("ANALYZE")
    _VERBINDINGEN.update({False: leeg, True: geladen})
    yield
    connections["default"] = leeg
    with django_db_blocker.unblock():
        geladen.close()
        leeg.creation.destroy_test_db(suffix="edities", verbosity=0)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Each test its own database, also where tests with and without editions stand in one module."""
    if _VERBINDINGEN:
        connections["default"] = _VERBINDINGEN["edities" in getattr(item, "fixturenames", ())]


@pytest.fixture(scope="module")
def edities(database_met_edities: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The bundled documents, and whatever a fixture of a module adds to them for all of its tests."""
    connections["default"] = _VERBINDINGEN[True]
    with django_db_blocker.unblock():
        transactie = transaction.atomic()
        transactie.__enter__()
    yield
    connections["default"] = _VERBINDINGEN[True]
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        transactie.__exit__(None, None, None)
