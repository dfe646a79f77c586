"""How long a session lasts, and what was typed when it ended."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory
from django.utils import timezone

from ingest.accounts.toegang import getypte
from ingest.models import Account
from tests.gereedschap.mensen import app_van, code_van, ingelogd, log_in

pytestmark = pytest.mark.django_db

TYPWERK = {"old_password": "a", "new_password1": "b", "toelichting": "Een lange uitleg"}


def verloop(browser: Client) -> None:
    """Half an hour passes without a request."""
    Session.objects.filter(pk=browser.cookies["sessionid"].value).update(expire_date=timezone.now())


def test_een_sessie_eindigt_na_een_half_uur_en_werk_verlengt_haar(invoerder: Account) -> None:
    browser = ingelogd(invoerder)
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    browser.get("/werk/")
    over = Session.objects.get(pk=browser.cookies["sessionid"].value).expire_date - timezone.now()
    assert timedelta(minutes=29) < over <= timedelta(minutes=30)

    verloop(browser)
    assert browser.get("/werk/").url == "/inloggen/?next=/werk/"


def test_cookies_eindigen_met_de_browser_en_geen_script_leest_ze(invoerder: Account) -> None:
    browser = Client()
    browser.get("/inloggen/")
    log_in(browser, "sanne")

    assert set(browser.cookies) == {"sessionid", "csrftoken"}
    for cookie in browser.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
    assert not browser.cookies["sessionid"]["max-age"]
    assert not browser.cookies["sessionid"]["expires"]


def bewaard(browser: Client) -> dict[str, object] | None:
    return browser.session.get("getypt")


def getypt_bij(adres: str, browser: Client, account: Account) -> object:
    verzoek = RequestFactory().get(adres)
    verzoek.session, verzoek.user = browser.session, account
    return getypte(verzoek)


def test_wat_getypt_is_blijft_staan_na_inloggen_en_code(controleur: Account) -> None:
    browser = ingelogd(controleur)
    apparaat = app_van(controleur)
    verloop(browser)
    browser.post("/wachtwoord/", {**TYPWERK, "wie": str(controleur.actor)})
    log_in(browser, "karel", verder="/wachtwoord/")
    browser.post("/inloggen/code/", {"code": code_van(apparaat), "next": "/wachtwoord/"})

    assert bewaard(browser)["velden"]["toelichting"] == ["Een lange uitleg"]
    assert getypt_bij("/wachtwoord/", browser, controleur)["toelichting"] == "Een lange uitleg"


def test_wat_de_een_typte_krijgt_een_ander_niet(controleur: Account, invoerder: Account) -> None:
    browser = ingelogd(controleur)
    verloop(browser)
    browser.post("/wachtwoord/", {**TYPWERK, "wie": str(controleur.actor)})
    log_in(browser, "sanne", verder="/wachtwoord/")

    assert getypt_bij("/wachtwoord/", browser, invoerder) is None
