"""Signing in with the municipality: a real browser, a real provider (oidc-provider), and the site between them."""

import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.gereedschap.browser import BREED, Bezoek, eigen_site, open_tab
from tests.gereedschap.paden import PROJECT

pytestmark = pytest.mark.browser

CLIENT = {"CLIENT_ID": "doelwijzer", "CLIENT_SECRET": "een-geheim-voor-de-test"}
MENSEN = """
from ingest.models import Account, Recht
for naam in ("sanne", "karel", "oud", "ongecontroleerd"):
    account = Account.objects.create_user(naam, f"{naam}@zoetermeer.example", is_active=naam != "oud")
    Recht.objects.create(account=account, rol="controleur")
"""


@pytest.fixture(scope="module")
def aanbieder() -> Iterator[str]:
    """The address of the provider."""
    node = str(PROJECT / ".venv" / "bin" / "node")
    with subprocess.Popen(
        [node, "tests/browser/aanbieder.mjs"],
        cwd=PROJECT,
        env=CLIENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as proces:
        assert proces.stdout is not None
        adres = proces.stdout.readline().strip()
        assert adres.startswith("http://127.0.0.1:")
        yield adres
        proces.terminate()


@pytest.fixture(scope="module")
def site_met_gemeente(aanbieder: str) -> Iterator[str]:
    omgeving = {f"DOELWIJZER_OIDC_{naam}": waarde for naam, waarde in (CLIENT | {"ISSUER": aanbieder}).items()}
    with eigen_site(MENSEN, **omgeving) as site:
        yield site.adres


@pytest.fixture
def bezoek(chromium: Browser, site_met_gemeente: str) -> Iterator[Bezoek]:
    yield from open_tab(chromium, site_met_gemeente, BREED)


def via_de_gemeente(bezoek: Bezoek, email: str, *, met_code: bool = False, naar: str = "/wachtwoord/") -> str:
    """Ask for a page, press the button, fill in the provider's form; where the browser ends."""
    pagina = bezoek.ga(naar)
    pagina.get_by_role("link", name="Inloggen met de gemeente").click()
    pagina.get_by_label("E-mail").fill(email)
    if met_code:
        pagina.get_by_label("Met code").check()
    pagina.get_by_role("button", name="Log in").click()
    pagina.wait_for_url(f"{bezoek.site}/**")
    return pagina.url.removeprefix(bezoek.site)


def test_wie_inlogt_komt_waar_die_heen_ging(bezoek: Bezoek) -> None:
    assert via_de_gemeente(bezoek, "Sanne@zoetermeer.example", met_code=True) == "/wachtwoord/"

    assert bezoek.page.get_by_role("heading", level=1).inner_text() == "Wachtwoord wijzigen"
    assert bezoek.klachten == []


def test_zonder_tweede_stap_van_de_gemeente_vragen_wij_de_onze(bezoek: Bezoek) -> None:
    adres = via_de_gemeente(bezoek, "karel@zoetermeer.example")

    assert adres == "/inloggen/code/?next=/wachtwoord/"
    assert bezoek.page.get_by_role("heading", level=1).inner_text() == "Code uit uw app"


@pytest.mark.parametrize("naam", ["onbekend", "oud", "ongecontroleerd"])
def test_wie_geen_open_account_met_een_bevestigd_adres_heeft_krijgt_dat_te_horen(bezoek: Bezoek, naam: str) -> None:
    adres = via_de_gemeente(bezoek, f"{naam}@zoetermeer.example", met_code=True)

    assert adres == "/inloggen/?gemeente=onbekend&next=%2Fwachtwoord%2F"
    assert "er is op deze site geen account met uw e-mailadres" in bezoek.page.inner_text("main")
    assert bezoek.ga("/werk/").url.endswith("/inloggen/?next=/werk/")


@pytest.mark.parametrize("vraag", ["?code=x&state=y", "?error=access_denied&state=y", ""])
def test_een_antwoord_waar_niet_om_gevraagd_is_logt_niemand_in(bezoek: Bezoek, vraag: str) -> None:
    pagina = bezoek.ga(f"/inloggen/gemeente/terug/{vraag}")

    assert "/inloggen/?gemeente=" in pagina.url
    assert bezoek.ga("/werk/").url.endswith("/inloggen/?next=/werk/")


def test_een_antwoord_van_een_andere_browser_logt_niemand_in(chromium: Browser, site_met_gemeente: str) -> None:
    """The state belongs to the session that asked: a link with somebody else's code is refused."""
    for dader in open_tab(chromium, site_met_gemeente, BREED):
        pagina = dader.ga("/inloggen/")
        pagina.get_by_role("link", name="Inloggen met de gemeente").click()
        los = pagina.context.request
        ingevuld = los.post(pagina.url, form={"email": "sanne@zoetermeer.example", "code": "on"}, max_redirects=0)
        antwoord = los.get(ingevuld.headers["location"], max_redirects=0).headers["location"]
        assert "/inloggen/gemeente/terug/?code=" in antwoord
    for slachtoffer in open_tab(chromium, site_met_gemeente, BREED):
        slachtoffer.page.goto(antwoord)

        assert "?gemeente=" in slachtoffer.page.url
        assert slachtoffer.ga("/werk/").url.endswith("/inloggen/?next=/werk/")
