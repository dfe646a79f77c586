"""For all tests: static files by their own names, so that none has to be collected first."""

from django.conf import settings


def pytest_configure() -> None:
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
