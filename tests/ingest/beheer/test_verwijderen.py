"""Who may be forgotten, and by whom: never by one request, never oneself, never the last."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.test import Client

from indicators.models import Wijziging
from ingest.models import Account
from tests.gereedschap.beheer import adres, sporen, velden
from tests.gereedschap.mensen import app_van, ingelogd, maak_account
from tests.gereedschap.paginas import haal, lees_html, tekst

pytestmark = pytest.mark.django_db


def bevestiging(browser: Client, verwijder: str) -> str:
    pagina = haal(browser, verwijder)
    return next(veld.get("value", "") for veld in pagina.iter("input") if veld.get("name") == "bevestiging")


def test_een_persoon_wordt_vergeten_en_de_geschiedenis_blijft(
    browser: Client, beheerder: Account, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    sanne = maak_account("sanne", "invoerder", doelstelling="1.4")
    app_van(sanne)
    verwijder = adres(sanne).replace("change", "delete")
    ingevuld = {"bevestiging": bevestiging(browser, verwijder), "waarom": "Vroeg er zelf om"}
    with django_capture_on_commit_callbacks(execute=True):
        assert browser.post(verwijder, ingevuld).url == "/beheer/ingest/account/"

    assert not Account.objects.filter(pk=sanne.pk).exists()
    for tabel in ("ingest_account", "ingest_recht", "otp_totp_totpdevice"):
        assert sporen(tabel, sanne)[-1] == ("delete", "Vroeg er zelf om", beheerder.actor), tabel
    assert not any("sanne" in f"{w.oud} {w.nieuw} {w.reden}" for w in Wijziging.objects.all())
    assert not LogEntry.objects.exists()  # it would hold the name
    [bericht] = mail.outbox
    assert (bericht.to, "Uw account is verwijderd." in bericht.body) == (["sanne@gemeente.example"], True)


def test_een_verzoek_alleen_verwijdert_niemand(browser: Client, karel: Account) -> None:
    """Nor does the confirmation of another account, or of somebody else."""
    verwijder = adres(karel).replace("change", "delete")
    ander = adres(maak_account("sanne")).replace("change", "delete")
    anders = ingelogd(maak_account("bert", "beheerder"))
    for velden_ in (
        {"post": "yes"},
        {"post": "yes", "waarom": "x"},
        {"bevestiging": bevestiging(browser, ander), "waarom": "x"},
        {"bevestiging": bevestiging(anders, verwijder), "waarom": "x"},
        {"bevestiging": bevestiging(browser, verwijder), "waarom": ""},
    ):
        assert browser.post(verwijder, velden_).status_code == 200
    assert Account.objects.filter(pk=karel.pk).exists()


def test_niemand_verwijdert_zichzelf(browser: Client, beheerder: Account) -> None:
    maak_account("bert", "beheerder")
    verwijder = adres(beheerder).replace("change", "delete")

    assert "Uw eigen account verwijdert u niet." in tekst(haal(browser, verwijder))
    assert browser.post(verwijder, {"post": "yes", "waarom": "x"}).status_code == 409
    assert Account.objects.filter(pk=beheerder.pk).exists()


@pytest.mark.parametrize("wat", ["recht", "actief"])
def test_de_laatste_beheerder_blijft(browser: Client, beheerder: Account, wat: str) -> None:
    ingevuld = velden(browser, adres(beheerder)) | {"waarom": "Uit dienst"}
    if wat == "recht":
        ingevuld["rechten-0-DELETE"] = "on"
    else:
        del ingevuld["is_active"]
    antwoord = browser.post(adres(beheerder), ingevuld)

    assert antwoord.status_code == 409
    assert "Er blijft altijd één beheerder met een open account." in tekst(lees_html(antwoord.content))
    beheerder.refresh_from_db()
    assert (beheerder.is_active, beheerder.rollen) == (True, {"beheerder"})
