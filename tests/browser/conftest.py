"""The site as `make run` serves it, on a database of its own, and Chromium in front of it."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.gereedschap.browser import BREED, PAPIER, SMAL, Bezoek, eigen_site, open_tab

VLAGGEN = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a site for who only reads."""
    with eigen_site() as site:
        yield site.adres


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # The one without windows shows a page in a quarter of the time.
    programma = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert programma, "The browser tests need Chromium: put chromium-headless-shell or chromium on the PATH"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=programma, args=VLAGGEN)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser, site: str) -> Iterator[Bezoek]:
    """A laptop."""
    yield from open_tab(chromium, site, BREED)


@pytest.fixture
def telefoon(chromium: Browser, site: str) -> Iterator[Bezoek]:
    yield from open_tab(chromium, site, SMAL, has_touch=True)


# For tests that change nothing but the page they are on, so that their module needs one tab: it has ready what a new
# one would have to fetch and compile again.


@pytest.fixture(scope="module")
def leestab(chromium: Browser, site: str) -> Iterator[Bezoek]:
    """A laptop."""
    yield from open_tab(chromium, site, BREED)


@pytest.fixture(scope="module")
def zonder_javascript(chromium: Browser, site: str) -> Iterator[Bezoek]:
    yield from open_tab(chromium, site, BREED, java_script_enabled=False)


@pytest.fixture(scope="module")
def papier(chromium: Browser, site: str) -> Iterator[Bezoek]:
    """What is printed on A4."""
    for bezoek in open_tab(chromium, site, PAPIER):
        bezoek.page.emulate_media(media="print")
        yield bezoek
