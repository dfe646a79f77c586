"""For all tests: static files by their own names, so that none has to be collected first; and no page is kept."""

from django.conf import settings


def pytest_configure() -> None:
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    # What a test stores is rolled back, and the version of the data with it.
    settings.CACHES["default"]["BACKEND"] = "django.core.cache.backends.dummy.DummyCache"
