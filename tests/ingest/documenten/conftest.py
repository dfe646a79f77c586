"""Who hands in documents, and drafts that are kept as they are on the site: to make one takes longest of all."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from tests.gereedschap.mensen import ingelogd, maak_account


@pytest.fixture
def controleur(db: None) -> Client:
    return ingelogd(maak_account("cora", "controleur"))


@pytest.fixture(autouse=True)
def bewaard(settings: Settings) -> Iterator[None]:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    yield
    cache.clear()
