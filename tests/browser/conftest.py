"""The site as `make run` serves it, on a database of its own, and Chromium in front of it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.dashboard.paginas import PROJECT
from tests.dashboard.processen import Processen

BREED, SMAL = 1280, 390
VLAGGEN = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@dataclass
class EigenSite:
    """A site that runs, and a way to do something in its database."""

    adres: str
    processen: Processen
    omgeving: dict[str, str]

    def shell(self, code: str) -> str:
        """Run this beside the site; what it printed."""
        proces = self.processen.start("manage.py", "shell", "-v0", "-c", code, **self.omgeving)
        uit, fouten = proces.communicate(timeout=60)
        assert proces.returncode == 0, fouten
        return uit


@contextmanager
def eigen_site(begin: str = "", **omgeving: str) -> Iterator[EigenSite]:
    """The site as `make run` serves it, on a database of its own, with both bundled editions and what `begin` makes."""
    assert (PROJECT / "staticfiles" / "staticfiles.json").exists(), "The assets are not built: run make setup"
    # Not tmp_path: the path of a socket must be short.
    data_dir = Path(tempfile.mkdtemp(prefix="doelwijzer-test-"))
    processen = Processen(data_dir)
    proces = processen.start("manage.py", "serve", PORT="0", **omgeving)
    assert proces.stdout is not None
    regel = proces.stdout.readline()
    assert regel.startswith("Doelwijzer staat klaar op "), proces.communicate()
    site = EigenSite(regel.split()[4], processen, omgeving)
    if begin:
        site.shell(begin)
    yield site
    proces.terminate()
    proces.communicate(timeout=10)
    shutil.rmtree(data_dir)


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a site for who only reads."""
    with eigen_site() as site:
        yield site.adres


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    programma = shutil.which("chromium")
    assert programma, "The browser tests need Chromium: put chromium on the PATH"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=programma, args=VLAGGEN)
        yield browser
        browser.close()


@dataclass
class Bezoek:
    """One tab, with what it asked for and what it complained about."""

    page: Page
    site: str
    verzoeken: list[str] = field(default_factory=list)
    klachten: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda verzoek: self.verzoeken.append(verzoek.url))
        self.page.on("requestfailed", lambda verzoek: self.klachten.append(f"failed: {verzoek.url}"))
        self.page.on("pageerror", lambda fout: self.klachten.append(str(fout)))
        self.page.on("console", lambda melding: self.klachten.append(melding.text) if melding.type != "log" else None)

    def ga(self, adres: str) -> Page:
        """Open an address; its scripts have run."""
        self.page.goto(self.site + adres)
        return self.page

    def wijs_aan(self, nummer: int = 0) -> Locator:
        """Point at a chart, and wait until plotly has drawn it."""
        vlak = self.page.locator(".grafiek__vlak").nth(nummer)
        vlak.click()
        vlak.locator("svg.main-svg").first.wait_for()
        return vlak

    @property
    def vreemde_verzoeken(self) -> list[str]:
        eigen = urlsplit(self.site).netloc
        return [url for url in self.verzoeken if urlsplit(url).scheme != "data" and urlsplit(url).netloc != eigen]


def open_tab(chromium: Browser, site: str, breedte: int, **opties: object) -> Iterator[Bezoek]:
    context = chromium.new_context(viewport={"width": breedte, "height": 900}, locale="nl-NL", **opties)
    context.set_default_timeout(10_000)
    yield Bezoek(context.new_page(), site)
    context.close()


@pytest.fixture
def tab(chromium: Browser, site: str) -> Iterator[Bezoek]:
    """A laptop."""
    yield from open_tab(chromium, site, BREED)


@pytest.fixture
def telefoon(chromium: Browser, site: str) -> Iterator[Bezoek]:
    yield from open_tab(chromium, site, SMAL, has_touch=True)


@pytest.fixture
def zonder_javascript(chromium: Browser, site: str) -> Iterator[Bezoek]:
    yield from open_tab(chromium, site, BREED, java_script_enabled=False)
