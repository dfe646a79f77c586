"""For all tests: static files by their own names, so that none has to be collected first; and no page is kept."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that start processes bring their own database; of the others, which ask the database anything."""
    for item in items:
        gebruikt = set(getattr(item, "fixturenames", ()))
        if {"processen", "werkplaats"} & gebruikt:
            item.add_marker("processen")
        elif "db" in gebruikt or item.get_closest_marker("django_db"):
            item.add_marker("database")
    # The longest waits more than it computes: begun first, it is done long before the others are.
    items.sort(key=lambda item: item.path.name != "test_doodslag.py")


def pytest_configure() -> None:
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    # A safe password takes a third of a second each time; here none is worth anything.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # What a test stores is rolled back, and the version of the data with it.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


@pytest.fixture(scope="module")
def edities(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Both bundled editions, for all tests of a module: what is published cannot be removed, only rolled back."""
    # pytest-django makes a test database only for tests that are marked django_db.
    assert connection.settings_dict["NAME"].startswith("test_")
    with django_db_blocker.unblock():
        transactie = transaction.atomic()
        transactie.__enter__()
        call_command("load_bundled", verbosity=0)
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        transactie.__exit__(None, None, None)
