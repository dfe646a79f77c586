"""What the municipality's sign-in may say, and what is refused; with a real provider in tests/browser."""

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from ingest.models import Aanmelding, Account
from tests.gereedschap.mensen import maak_account

pytestmark = pytest.mark.django_db

ISSUER = "https://inlog.gemeente.example"
SLEUTEL, ANDERE = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


class Aanbieder:
    """Answers as a provider; a test changes what it says."""

    def __init__(self) -> None:
        self.token: dict[str, Any] = {}
        self.wie: dict[str, Any] = {"sub": "1", "email": "sanne@gemeente.example", "email_verified": True}
        self.adressen: dict[str, str] = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/auth",
            "token_endpoint": f"{ISSUER}/token",
            "userinfo_endpoint": f"{ISSUER}/me",
            "jwks_uri": f"{ISSUER}/jwks",
        }
        self.sleutel: Any = SLEUTEL
        self.alg = "RS256"
        self.nonce = ""
        self.verstuurd: dict[str, str] = {}

    def zegt(self, adres: str, data: dict[str, str] | None = None, **_: object) -> requests.Response:
        self.verstuurd = data or self.verstuurd
        inhoud: dict[str, Any] = {
            "/.well-known/openid-configuration": lambda: self.adressen,
            "/jwks": lambda: {"keys": [jwt.algorithms.RSAAlgorithm.to_jwk(SLEUTEL.public_key(), True) | {"kid": "k"}]},
            "/token": lambda: {"access_token": "a", "id_token": self.id_token()},
            "/me": lambda: self.wie,
        }[urlsplit(adres).path]()
        antwoord = requests.Response()
        antwoord.status_code = 200
        antwoord.json = lambda **_: inhoud  # type: ignore[method-assign]
        return antwoord

    def id_token(self) -> str:
        nu = int(time.time())
        inhoud = {"iss": ISSUER, "aud": "doelwijzer", "sub": "1", "iat": nu, "exp": nu + 60, "nonce": self.nonce}
        sleutel = "x" * 64 if self.alg == "HS256" else self.sleutel
        return jwt.encode(inhoud | self.token, sleutel, self.alg, {"kid": "k"})


@pytest.fixture
def aanbieder(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Aanbieder:
    settings.OIDC_ISSUER, settings.OIDC_RP_CLIENT_ID, settings.OIDC_RP_CLIENT_SECRET = ISSUER, "doelwijzer", "x" * 64
    settings.AUTHENTICATION_BACKENDS = [
        *settings.AUTHENTICATION_BACKENDS,
        "ingest.accounts.gemeentelogin.GemeenteBackend",
    ]
    aanbieder = Aanbieder()
    monkeypatch.setattr(requests, "get", aanbieder.zegt)
    monkeypatch.setattr(requests, "post", aanbieder.zegt)
    return aanbieder


@pytest.fixture
def sanne() -> Account:
    return maak_account("sanne", "controleur")


def log_in(aanbieder: Aanbieder, verder: str = "/wachtwoord/") -> tuple[Client, str]:
    """There and back again; the browser, and where it is sent."""
    browser = Client()
    vraag = parse_qs(urlsplit(browser.get("/inloggen/gemeente/", {"next": verder}).url).query)
    assert vraag["code_challenge_method"] == ["S256"]
    aanbieder.nonce = vraag["nonce"][0]
    antwoord = browser.get("/inloggen/gemeente/terug/", {"code": "c", "state": vraag["state"][0]})
    return browser, antwoord.url


def test_wie_een_bevestigd_adres_heeft_komt_binnen(aanbieder: Aanbieder, sanne: Account) -> None:
    aanbieder.token = {"amr": ["pwd", "mfa"]}
    browser, naar = log_in(aanbieder)

    assert naar == "/wachtwoord/"
    assert browser.get("/wachtwoord/").status_code == 200
    assert len(aanbieder.verstuurd["code_verifier"]) >= 43
    assert [(a.actor, a.weg, a.gelukt) for a in Aanmelding.objects.all()] == [(sanne.actor, "gemeente", True)]


@pytest.mark.parametrize(
    "amr", [{}, {"amr": ["pwd"]}, {"amr": None}, {"amr": 5}, {"amr": "geen-mfa"}, {"amr": {"mfa": False}}]
)
def test_zonder_mfa_wordt_onze_eigen_code_gevraagd(aanbieder: Aanbieder, sanne: Account, amr: dict[str, Any]) -> None:
    aanbieder.token = amr
    browser, _ = log_in(aanbieder)

    assert browser.get("/wachtwoord/").url == "/inloggen/code/?next=/wachtwoord/"


ANDERS: dict[str, dict[str, Any]] = {
    "for another site": {"aud": "iemand-anders"},
    "by another issuer": {"iss": "https://kwaad.example"},
    "too old": {"exp": 1},
    "of another question": {"nonce": "n"},
    "of another person": {"sub": "2"},
}


@pytest.mark.parametrize("anders", ANDERS)
def test_een_token_dat_niet_van_ons_is_wordt_geweigerd(aanbieder: Aanbieder, sanne: Account, anders: str) -> None:
    aanbieder.token = ANDERS[anders]
    browser, naar = log_in(aanbieder)

    assert naar.startswith("/inloggen/?gemeente=")
    assert "_auth_user_id" not in browser.session


@pytest.mark.parametrize(("sleutel", "alg"), [(ANDERE, "RS256"), (SLEUTEL, "HS256")])
def test_een_handtekening_van_een_ander_wordt_geweigerd(
    aanbieder: Aanbieder, sanne: Account, sleutel: Any, alg: str
) -> None:
    aanbieder.sleutel, aanbieder.alg = sleutel, alg
    browser, naar = log_in(aanbieder)

    assert naar == "/inloggen/?gemeente=mislukt&next=%2Fwachtwoord%2F"
    assert "_auth_user_id" not in browser.session


@pytest.mark.parametrize(
    "wie", [{"email_verified": False}, {"email_verified": "true"}, {"email": ""}, {"email": "niemand@gemeente.example"}]
)
def test_een_onbekend_of_onbevestigd_adres_wordt_geweigerd(
    aanbieder: Aanbieder, sanne: Account, wie: dict[str, Any]
) -> None:
    aanbieder.wie |= wie
    browser, naar = log_in(aanbieder)

    assert naar == "/inloggen/?gemeente=onbekend&next=%2Fwachtwoord%2F"
    assert "er is op deze site geen account met uw e-mailadres" in browser.get(naar).content.decode()
    assert Account.objects.count() == 1


@pytest.mark.parametrize(
    ("bij_ons", "zegt"),
    [
        ("sanne@gemeente.example", "sann\u0435@gemeente.example"),  # a Cyrillic e
        ("isa@gemeente.example", "\u0131sa@gemeente.example"),  # a dotless i: its capital is an I
        ("karel@gemeente.example", "\u212aarel@gemeente.example"),  # the sign of kelvin
        ("sanne@gemeente.example", "san\u200bne@gemeente.example"),  # with a space that has no width
        ("sanne@gemeente.example", "sanne@gemeente\uff0eexample"),
        ("\u0131sa@gemeente.example", "isa@gemeente.example"),
        ("sanne@gemeente.example", ["sanne@gemeente.example"]),
    ],
)
def test_een_adres_dat_er_alleen_op_lijkt_is_een_ander(aanbieder: Aanbieder, bij_ons: str, zegt: Any) -> None:
    Account.objects.create_user("iemand", bij_ons)
    aanbieder.wie["email"] = zegt
    browser, naar = log_in(aanbieder)

    assert naar.startswith("/inloggen/?gemeente=onbekend")
    assert "_auth_user_id" not in browser.session


def test_hoofdletters_maken_een_adres_niet_anders(aanbieder: Aanbieder, sanne: Account) -> None:
    aanbieder.wie["email"] = "Sanne@Gemeente.Example"

    assert log_in(aanbieder)[1] == "/wachtwoord/"


def test_twee_accounts_met_een_adres_laten_niemand_binnen(aanbieder: Aanbieder, sanne: Account) -> None:
    Account.objects.create_user("sanne2", "SANNE@gemeente.example")

    assert log_in(aanbieder)[1].startswith("/inloggen/?gemeente=onbekend")


def test_vreemden_sluiten_de_deur_niet_voor_anderen(aanbieder: Aanbieder, sanne: Account) -> None:
    aanbieder.wie["email"] = "niemand@gemeente.example"
    for _ in range(6):
        log_in(aanbieder)
    aanbieder.wie["email"] = "sanne@gemeente.example"

    assert log_in(aanbieder)[1] == "/wachtwoord/"


def test_een_gesloten_account_is_er_meteen_uit(aanbieder: Aanbieder) -> None:
    account = maak_account("sanne", "controleur")
    aanbieder.token = {"amr": ["mfa"]}
    browser, _ = log_in(aanbieder)
    Account.objects.filter(pk=account.pk).update(is_active=False)

    assert browser.get("/wachtwoord/").url == "/inloggen/?next=/wachtwoord/"


@pytest.mark.parametrize(
    "adressen", [{"issuer": "https://kwaad.example"}, {"token_endpoint": "http://inlog.gemeente.example/token"}]
)
def test_een_uitgever_die_zichzelf_tegenspreekt_wordt_niet_gebruikt(
    aanbieder: Aanbieder, adressen: dict[str, str]
) -> None:
    aanbieder.adressen |= adressen

    assert Client().get("/inloggen/gemeente/").url == "/inloggen/?gemeente=mislukt"


def test_niemand_wordt_naar_een_andere_site_gestuurd(aanbieder: Aanbieder, sanne: Account) -> None:
    assert log_in(aanbieder, "https://kwaad.example/")[1] == "/werk/"
