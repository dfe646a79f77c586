"""The site as `make run` serves it on a database of its own, a tab in front of it, and what axe has against a page."""

import itertools
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from django_otp.oath import totp
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.processen import Processen, zet_klaar

WACHTWOORD = "zeven-blauwe-fietsen"
SLEUTEL = "5" * 40
# Coupling an app has a test of its own; here everybody has one, which takes many codes within half a minute.
MET_APP = f"""
from django_otp.plugins.otp_totp.models import TOTPDevice
from ingest.models import Account
for account in Account.objects.all():
    TOTPDevice.objects.create(user=account, name="app", key={SLEUTEL!r}, tolerance=100)
"""

AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
# Of what is in order the number is enough: all of it would take a sixth of the time to bring over.
AXE_RUN = "keuze => axe.run(document, keuze).then(uit => [uit.violations, uit.passes.length])"

BREED, SMAL = 1280, 390
MM = 96 / 25.4  # to the pixels of a browser
RAND = 15  # mm of paper, on every side
A4 = (210, 297)
PAPIER = round((A4[0] - 2 * RAND) * MM)


@dataclass
class EigenSite:
    """A site that runs, and a way to do something in its database."""

    adres: str
    processen: Processen
    omgeving: dict[str, str]
    codes: dict[str, "itertools.count[int]"] = field(default_factory=lambda: defaultdict(itertools.count))

    def code(self, naam: str) -> str:
        """What the app of this person shows next: no code works twice."""
        return f"{totp(bytes.fromhex(SLEUTEL), drift=next(self.codes[naam])):06}"

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
    zet_klaar(data_dir, "edities")
    processen = Processen(data_dir)
    proces = processen.start("manage.py", "serve", PORT="0", **omgeving)
    assert proces.stdout is not None
    regel = proces.stdout.readline()
    assert regel.startswith("Doelwijzer staat klaar op "), proces.communicate()
    site = EigenSite(regel.split()[4], processen, omgeving)
    if begin:
        site.shell(begin + MET_APP)
    yield site
    proces.terminate()
    proces.communicate(timeout=10)
    shutil.rmtree(data_dir)


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
        self.page.on("console", self._noteer)

    def _noteer(self, melding: ConsoleMessage) -> None:
        """A browser without a head asks once for an icon that no page names."""
        if melding.type != "log" and not melding.location["url"].endswith("/favicon.ico"):
            self.klachten.append(melding.text)

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


def overtredingen(bezoek: Bezoek, alleen: list[str] | None = None) -> list[str]:
    """What axe has against the page as it stands, by all its rules or only by these."""
    # A click waits until the next page has begun, not until it is there.
    bezoek.page.wait_for_load_state()
    if not bezoek.page.evaluate("'axe' in window"):
        bezoek.page.evaluate(AXE.read_text(encoding="utf-8"))
    keuze = {"resultTypes": ["violations"]} | ({"runOnly": alleen} if alleen else {})
    gevonden, geslaagd = bezoek.page.evaluate(AXE_RUN, keuze)
    assert geslaagd
    return [f"{regel['id']}: {punt['target']}" for regel in gevonden for punt in regel["nodes"]]


@contextmanager
def ingelogd(chromium: Browser, site: EigenSite, naam: str, naar: str, breedte: int = BREED) -> Iterator[Bezoek]:
    """A browser in which this person signs in at the door of a page, with the code of their app."""
    for bezoek in open_tab(chromium, site.adres, breedte):
        page = bezoek.ga(naar)
        page.get_by_label("Gebruikersnaam").fill(naam)
        page.get_by_label("Wachtwoord").fill(WACHTWOORD)
        page.get_by_role("button", name="Inloggen").click()
        page.get_by_label("Code uit uw app").fill(site.code(naam))
        page.get_by_role("button", name="Verder").click()
        page.wait_for_url(site.adres + naar)
        yield bezoek
        assert bezoek.vreemde_verzoeken == []


def in_orde(bezoek: Bezoek) -> None:
    """axe has nothing against the page as it stands, and it does not scroll sideways."""
    gevonden = overtredingen(bezoek)
    assert gevonden == [], gevonden
    schuift_niet(bezoek)


def schuift_niet(bezoek: Bezoek) -> None:
    assert bezoek.page.evaluate("document.documentElement.scrollWidth") <= bezoek.page.viewport_size["width"]
