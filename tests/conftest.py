"""For all tests: static files by their own names, so that none has to be collected first; and no page is kept."""

import fcntl
import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker
from slipcover.slipcover import Slipcover

from indicators.database.eigenaar import als_eigenaar
from indicators.database.inrichten import richt_in

# Taking the probes out of code that was seen is meant for one long run; here it looks through all functions each time,
# which costs more than the probes do.
Slipcover.deinstrument_seen = lambda self: None  # type: ignore[method-assign]

DEEL = 7
"""Of what is done in part, one in so many is; odd, or those would all be of one half."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that start processes bring their own database; of the others, which ask the database anything."""
    for item in items:
        gebruikt = set(getattr(item, "fixturenames", ()))
        if {"processen", "werkplaats"} & gebruikt:
            item.add_marker("processen")
        elif "db" in gebruikt or item.get_closest_marker("django_db"):
            item.add_marker("database")
    if config.getoption("--in-part"):
        _houd(config, items, lambda item: _is_aan_de_beurt(config, item, DEEL) or not item.get_closest_marker("drawn"))
    if helft := config.getoption("--half"):
        _houd(
            config, items, lambda item: not _om_de_helft(item) or _is_aan_de_beurt(config, item, 2, helft == "second")
        )
    # The longest wait more than they compute: begun first, they are done long before the others are.
    langste = {"test_doodslag.py", "test_nieuwe_begroting.py", "test_hele_weg.py"}
    items.sort(key=lambda item: item.path.name not in langste)


def pytest_collection_finish(session: pytest.Session) -> None:
    """The tests themselves stay until the end: who looks for garbage need not look through them every time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _is_aan_de_beurt(config: pytest.Config, item: pytest.Item, hoeveel: int, verder: int = 0) -> bool:
    """Whether it is one of so many whose turn it is; the seed changes with the commit, so each is done in time."""
    return (crc32(item.nodeid.encode()) + int(config.getoption("randomly_seed")) + verder) % hoeveel == 0


def _om_de_helft(item: pytest.Item) -> bool:
    """Whether one of two database servers is enough for it: what writes a document asks each the same."""
    vraagt = item.get_closest_marker("database") and not item.get_closest_marker("documents")
    return item.nodeid.startswith("tests/ingest/") and bool(vraagt)


def _houd(config: pytest.Config, items: list[pytest.Item], deze: Callable[[pytest.Item], bool]) -> None:
    config.hook.pytest_deselected(items=[item for item in items if not deze(item)])
    items[:] = [item for item in items if deze(item)]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="do the tests that are marked long in full")
    parser.addoption("--in-part", action="store_true", help="do one in seven of those that are drawn, by the seed")
    parser.addoption("--half", choices=("first", "second"), help="on each of two servers do one half of tests/ingest")


@pytest.fixture(scope="session")
def in_full(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--long"))


_VOORBEELDEN = "TEST_VOORBEELDEN"
"""Where data directories to copy are kept; who runs the tests more than once names one that stays."""


_BLIJFT = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # workers share what the one that starts them makes
        config.stash[_BLIJFT] = _VOORBEELDEN in os.environ
        if not config.stash[_BLIJFT]:
            os.environ[_VOORBEELDEN] = tempfile.mkdtemp(prefix="doelwijzer-voorbeelden-")
    if settings.EIGENAAR["USER"] == settings.DATABASES["default"]["USER"]:
        # As on a real site: what a test does, the role of the site may do.
        settings.EIGENAAR = dict(settings.EIGENAAR)
        settings.DATABASES["default"].update(USER="doelwijzer_site", PASSWORD="")
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    # A safe password takes a third of a second each time; here none is worth anything.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Otherwise each client of a test, being a site of its own, first looks through all static files.
    settings.WHITENOISE_AUTOREFRESH = True
    # What a test stores is rolled back, and the version of the data with it.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    settings.PAGINAS_DIR = Path(os.devnull, "paginas")


@pytest.hookimpl(trylast=True)  # pytest-django lets nobody ask the database outside tests; it ends first
def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        voorbeelden = Path(os.environ[_VOORBEELDEN])
        for stand, naam in _STANDEN.items():
            if (gemaakt := voorbeelden / f"database-{stand}").exists():
                _gooi_weg(naam)
                gemaakt.unlink()
        if not config.stash[_BLIJFT]:
            shutil.rmtree(voorbeelden)
            del os.environ[_VOORBEELDEN]


# The connection to an empty database, and those of the site and of the owner of the tables to one with the bundled
# documents; here once that is made.
_VERBINDINGEN: dict[str, BaseDatabaseWrapper] = {}


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Each worker has a copy of the empty database, which the first of them makes for all."""
    with django_db_blocker.unblock():
        leeg = connections["default"]
        with _om_beurten("leeg") as als_eerste:
            if als_eerste:
                with als_eigenaar() as site:
                    leeg.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
                    richt_in(site)
            leeg.close()
            leeg.settings_dict["NAME"] = _kopie(_SJABLOON)
    yield
    with django_db_blocker.unblock():
        leeg.close()
        _gooi_weg(leeg.settings_dict["NAME"])


@pytest.fixture(scope="session")
def database_met_edities(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Beside the empty test database a second one, in which the bundled documents are published."""
    # pytest-django makes a test database only for tests that are marked django_db.
    assert connection.settings_dict["NAME"].startswith(_SJABLOON)
    leeg = connections["default"]
    with django_db_blocker.unblock(), _om_beurten("edities") as als_eerste:
        if als_eerste:
            connections["default"] = _verbinding(_kopie(_SJABLOON, van="edities"))
            call_command("load_bundled", verbosity=0)
            connection.cursor().execute("ANALYZE")
            connection.close()
        connections["default"] = geladen = _verbinding(_kopie(_STANDEN["edities"]))
    _VERBINDINGEN.update(leeg=leeg, edities=geladen, eigenaar=_van_eigenaar(geladen.settings_dict["NAME"]))
    yield
    connections["default"] = leeg
    with django_db_blocker.unblock():
        _VERBINDINGEN["eigenaar"].close()
        geladen.close()
        _gooi_weg(geladen.settings_dict["NAME"])


_SJABLOON = f"test_{settings.DATABASES['default']['NAME']}"
_STANDEN = {"leeg": _SJABLOON, "edities": f"{_SJABLOON}_edities"}
_WERKER = os.environ.get("PYTEST_XDIST_WORKER", "alleen")


@contextmanager
def _om_beurten(stand: str) -> Iterator[bool]:
    """One worker at a time: what a database is copied from, nobody may use. Whether this one is the first."""
    gemaakt = Path(os.environ[_VOORBEELDEN], f"database-{stand}")
    with gemaakt.with_suffix(".slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield not gemaakt.exists()
        gemaakt.touch()


def _verbinding(naam: str) -> BaseDatabaseWrapper:
    return ConnectionHandler({"default": settings.DATABASES["default"] | {"NAME": naam}})["default"]


def _van_eigenaar(naam: str) -> BaseDatabaseWrapper:
    """As who may make and drop databases."""
    return ConnectionHandler({"default": settings.DATABASES["default"] | settings.EIGENAAR | {"NAME": naam}})["default"]


def _kopie(naam: str, van: str = _WERKER) -> str:
    """The name of a new copy of this database."""
    _van_eigenaar(naam).creation.clone_test_db(van, verbosity=0, autoclobber=True)
    return f"{naam}_{van}"


def _gooi_weg(naam: str) -> None:
    _van_eigenaar(naam).creation.destroy_test_db(verbosity=0)


@pytest.fixture
def eigenaar(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test asks the database as the owner of the tables, whom only triggers stop."""
    site = connections["default"]
    connections["default"] = zij = _van_eigenaar(site.settings_dict["NAME"])
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
    zij.close()
    connections["default"] = site


@pytest.fixture(params=["site", "eigenaar"])
def wie(request: pytest.FixtureRequest) -> str:
    """Do a test twice: as the role of the site, and as the owner."""
    if request.param == "eigenaar":
        request.getfixturevalue("eigenaar")
    return str(request.param)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Each test its own database, also where tests with and without editions stand in one module."""
    gebruikt = getattr(item, "fixturenames", ())
    if _VERBINDINGEN:
        welke = "eigenaar" if "edities_van_eigenaar" in gebruikt else "edities" if "edities" in gebruikt else "leeg"
        connections["default"] = _VERBINDINGEN[welke]


@pytest.fixture(scope="module")
def edities(database_met_edities: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The bundled documents, and whatever a fixture of a module adds to them for all of its tests."""
    yield from _in_een_transactie("edities", django_db_blocker)


@pytest.fixture(scope="module")
def edities_van_eigenaar(database_met_edities: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The same, for who may do what no rule of the site allows."""
    yield from _in_een_transactie("eigenaar", django_db_blocker)


def _in_een_transactie(welke: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    connections["default"] = _VERBINDINGEN[welke]
    with django_db_blocker.unblock():
        transactie = transaction.atomic()
        transactie.__enter__()
    yield
    connections["default"] = _VERBINDINGEN[welke]
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        transactie.__exit__(None, None, None)
