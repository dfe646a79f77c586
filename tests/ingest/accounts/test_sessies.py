"""How long a session lasts, and what was typed when it ended."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.crypto import get_random_string

from ingest.accounts.sessies import SessionStore, afdruk
from ingest.accounts.toegang import getypte
from ingest.models import Account
from tests.gereedschap.mensen import app_van, code_van, ingelogd, log_in, maak_account

pytestmark = pytest.mark.django_db

TYPWERK = {"old_password": "a", "new_password1": "b", "toelichting": "Een lange uitleg"}


def verloop(browser: Client) -> None:
    """Half an hour passes without a request."""
    Session.objects.filter(pk=afdruk(browser.cookies["sessionid"].value)).update(expire_date=timezone.now())


def test_een_sessie_eindigt_na_een_half_uur_en_werk_verlengt_haar(invoerder: Account) -> None:
    browser = ingelogd(invoerder)
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    browser.get("/werk/")
    over = Session.objects.get(pk=afdruk(browser.cookies["sessionid"].value)).expire_date - timezone.now()
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


# Who has not signed in


def opgeslagen() -> list[int]:
    """How much is kept of each session that is nobody's."""
    alle = Session.objects.all()
    return [len(sessie.session_data) for sessie in alle if "_auth_user_id" not in sessie.get_decoded()]


def verzonden(browser: Client, wie: str, tekst: str) -> HttpResponse:
    return browser.post("/wachtwoord/", {**TYPWERK, "wie": wie, "toelichting": tekst}, follow=True)


@pytest.mark.parametrize("lengte", [11_000, 25_000, 150_000])
def test_van_wie_niet_inlogt_wordt_weinig_tekst_bewaard(invoerder: Account, lengte: int) -> None:
    tekst = get_random_string(lengte)
    tweede = Client()
    for browser in (Client(), tweede, tweede):
        antwoord = verzonden(browser, str(invoerder.actor), tekst)

        assert ("Wat u typte is niet bewaard: het is te lang" in antwoord.content.decode()) == (lengte > 20_000)
    assert all(grootte <= 20_000 for grootte in opgeslagen())
    assert len([grootte for grootte in opgeslagen() if grootte > 1_000]) == (2 if lengte < 20_000 else 0)


@pytest.mark.parametrize("wie", ["", "niemand", "\0", "00000000-0000-4000-8000-000000000000"])
def test_van_wie_geen_account_heeft_wordt_niets_bewaard(invoerder: Account, wie: str) -> None:
    verzonden(Client(), wie, "kort")

    assert opgeslagen() == []


def test_wie_ingelogd_was_verliest_ook_een_lang_formulier_niet(controleur: Account) -> None:
    browser = ingelogd(controleur)
    apparaat = app_van(controleur)
    tekst = get_random_string(150_000)
    verloop(browser)
    verzonden(browser, str(controleur.actor), tekst)
    log_in(browser, "karel", verder="/wachtwoord/")
    browser.post("/inloggen/code/", {"code": code_van(apparaat), "next": "/wachtwoord/"})

    assert getypt_bij("/wachtwoord/", browser, controleur)["toelichting"] == tekst


def test_een_sessie_zonder_inloggen_eindigt_binnen_het_uur(invoerder: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, begin = Client(), timezone.now()
    for minuten in range(0, 60, 15):
        monkeypatch.setattr(timezone, "now", lambda minuten=minuten: begin + timedelta(minutes=minuten))
        verzonden(browser, str(invoerder.actor), "kort")
    (sessie,) = Session.objects.all()

    assert sessie.expire_date <= begin + timedelta(hours=1, seconds=1)


def test_ook_wat_een_pagina_zelf_onthoudt_past_niet_in_een_sessie_van_niemand() -> None:
    sessie = SessionStore()
    sessie["verder"] = get_random_string(25_000)

    with pytest.raises(SuspiciousOperation):
        sessie.create()


def test_wie_de_database_leest_heeft_geen_sleutel() -> None:
    """What stands there is of no use in a cookie."""
    sessie, browser = ingelogd(maak_account("carla", "controleur")), Client()
    assert sessie.get("/werk/controle/").status_code == 200
    bewaard = Session.objects.get(pk=afdruk(sessie.cookies["sessionid"].value))
    browser.cookies["sessionid"] = bewaard.session_key
    assert browser.get("/werk/controle/").status_code == 302
