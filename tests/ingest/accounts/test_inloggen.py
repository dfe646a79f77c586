"""Signing in with a password: what is locked and what is logged."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessLog
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from indicators.models import Wijziging
from ingest.accounts.aanmeldingen import ruim_op
from ingest.models import Aanmelding, Account, Rol
from tests.gereedschap.mensen import WACHTWOORD, app_van, code_van, ingelogd, log_in
from tests.gereedschap.paginas import fouten, haal, lees_html, met_klasse, tekst

pytestmark = pytest.mark.django_db


# Password


def test_het_formulier_zegt_wat_elk_veld_is_en_hoe_lang_een_sessie_duurt() -> None:
    pagina = haal(Client(), "/inloggen/")
    velden = {veld.get("name"): veld for veld in pagina.iter("input")}
    labels = {label.get("for"): tekst(label) for label in pagina.iter("label")}

    assert velden["username"].get("autocomplete") == "username"
    assert velden["password"].get("autocomplete") == "current-password"
    assert labels[velden["username"].get("id")] == "Gebruikersnaam"
    assert labels[velden["password"].get("id")] == "Wachtwoord"
    assert "Doet u 30 minuten niets, dan logt de site u uit." in tekst(pagina)
    assert "Inloggen met de gemeente" not in tekst(pagina)


def test_een_wachtwoord_leidt_naar_het_werk_of_waar_iemand_heen_ging(invoerder: Account) -> None:
    assert log_in(Client(), "sanne").url == "/werk/"
    assert log_in(Client(), "sanne", verder="/wachtwoord/").url == "/wachtwoord/"


@pytest.mark.parametrize("verder", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", "/inloggen/"])
def test_niemand_wordt_naar_een_andere_site_of_in_een_kring_gestuurd(invoerder: Account, verder: str) -> None:
    browser = Client()
    assert log_in(browser, "sanne", verder=verder).url in ("/werk/", "/inloggen/")
    assert browser.get("/inloggen/", {"next": verder}).url == "/werk/"


def test_fouten_staan_bij_de_velden_en_in_een_lijst_met_links(invoerder: Account) -> None:
    antwoord = log_in(Client(), "", "")

    assert fouten(antwoord) == "Dit ging niet goed Vul uw gebruikersnaam in. Vul uw wachtwoord in."
    pagina = lees_html(antwoord.content)
    [lijst] = met_klasse(pagina, "foutenlijst")
    assert [a.get("href") for a in lijst.iter("a")] == ["#id_username", "#id_password"]
    [naam] = [veld for veld in pagina.iter("input") if veld.get("name") == "username"]
    assert naam.get("aria-invalid") == "true"
    assert "id_username_error" in naam.get("aria-describedby", "")


def test_een_fout_wachtwoord_zegt_niets_over_het_account(invoerder: Account) -> None:
    goede_naam, andere_naam = (fouten(log_in(Client(), naam, "fout")) for naam in ("sanne", "niemand"))

    assert goede_naam == andere_naam
    assert "horen niet bij elkaar" in goede_naam


def test_vijf_fouten_sluiten_het_account_een_kwartier_voor_dat_adres(invoerder: Account) -> None:
    for _ in range(4):
        assert log_in(Client(), "sanne", "fout").status_code == 200
    vijfde = log_in(Client(), "sanne", "fout")
    goed = log_in(Client(), "Sanne".lower())

    assert vijfde.status_code == goed.status_code == 429
    assert "Wacht 15 minuten" in tekst(lees_html(goed.content))
    assert log_in(Client(), "sanne", REMOTE_ADDR="192.0.2.7").status_code == 302  # elsewhere it is open
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert log_in(Client(), "sanne").status_code == 302


def test_het_slot_bewaart_geen_naam(invoerder: Account) -> None:
    log_in(Client(), "sanne", "fout")
    log_in(Client(), "sanne")
    log_in(Client(), "sanne", "fout")

    assert AccessLog.objects.count() == 0
    [poging] = AccessAttempt.objects.all()
    assert "sanne" not in str(vars(poging)).casefold()


@pytest.mark.parametrize(
    ("productie", "van", "doorgegeven", "verwacht"),
    [
        (False, "127.0.0.1", "198.51.100.9", "127.0.0.1"),  # without a proxy the header is the client's own
        (True, "127.0.0.1", "198.51.100.9", "198.51.100.9"),
        (True, "::1", "10.9.9.9, 198.51.100.9", "198.51.100.9"),  # only the last is the proxy's
        (True, "203.0.113.5", "198.51.100.9", "203.0.113.5"),  # who goes round it says what he likes
        (True, "10.0.0.8", "198.51.100.9", "10.0.0.8"),
        (True, "127.0.0.1", "geen adres", None),
    ],
)
def test_het_adres_is_dat_wat_de_proxy_zag(
    invoerder: Account, settings: object, productie: bool, van: str, doorgegeven: str, verwacht: str | None
) -> None:
    settings.PRODUCTIE = productie
    log_in(Client(), "sanne", REMOTE_ADDR=van, HTTP_X_FORWARDED_FOR=doorgegeven)

    assert Aanmelding.objects.get().adres == verwacht


def test_iemand_wijzigt_het_wachtwoord_en_krijgt_daar_bericht_van(
    invoerder: Account, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    browser, elders = ingelogd(invoerder), ingelogd(invoerder)
    te_kort = {"old_password": WACHTWOORD, "new_password1": "kort", "new_password2": "kort"}
    zin = "Dit wachtwoord is te kort. Het moet minstens 12 tekens hebben."
    assert zin in fouten(browser.post("/wachtwoord/", te_kort))

    nieuw = "acht-groene-bakfietsen"
    ingevuld = {"old_password": WACHTWOORD, "new_password1": nieuw, "new_password2": nieuw}
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = browser.post("/wachtwoord/", ingevuld, follow=True)

    assert "Uw wachtwoord is gewijzigd" in tekst(lees_html(antwoord.content))
    assert elders.get("/werk/").status_code == 302
    assert log_in(Client(), "sanne").status_code == 200
    assert log_in(Client(), "sanne", nieuw).status_code == 302
    assert "Uw wachtwoord is gewijzigd." in mail.outbox[0].body
    spoor = Wijziging.objects.get(tabel="ingest_account", actie="update")
    assert (spoor.actor, spoor.reden) == (invoerder.actor, "Eigen wachtwoord gewijzigd")


def test_uitloggen_vraagt_om_een_knop(invoerder: Account) -> None:
    browser = ingelogd(invoerder)
    assert browser.get("/uitloggen/").status_code == 405
    assert browser.post("/uitloggen/").url == "/"
    assert browser.get("/werk/").status_code == 302


# The log


def test_elke_poging_staat_zonder_naam_in_het_logboek(controleur: Account) -> None:
    browser = Client()
    log_in(browser, "karel", "fout")
    log_in(browser, "onbekend", "fout")
    log_in(browser, "karel")
    apparaat = app_van(controleur)
    browser.post("/inloggen/code/", {"code": code_van(apparaat)})

    regels = [(regel.actor, regel.weg, regel.gelukt, regel.adres) for regel in Aanmelding.objects.order_by("pk")]
    assert regels == [
        (controleur.actor, "wachtwoord", False, "127.0.0.1"),
        (None, "wachtwoord", False, "127.0.0.1"),
        (controleur.actor, "wachtwoord", True, "127.0.0.1"),
        (controleur.actor, "code", True, "127.0.0.1"),
    ]


def test_het_logboek_gaat_na_negentig_dagen_weg() -> None:
    for dagen in (89, 91):
        regel = Aanmelding.objects.create(weg="wachtwoord", gelukt=True)
        Aanmelding.objects.filter(pk=regel.pk).update(op=timezone.now() - timedelta(days=dagen))

    assert ruim_op() == 1
    assert Aanmelding.objects.get().op > timezone.now() - timedelta(days=90)


def test_een_formulier_van_voor_het_inloggen_wordt_geweigerd_met_een_uitweg(invoerder: Account) -> None:
    antwoord = Client(enforce_csrf_checks=True).post(reverse("inloggen"), {"username": "sanne"})

    assert antwoord.status_code == 403
    assert "Dit formulier is verlopen" in tekst(lees_html(antwoord.content))
    assert "Er is niets opgeslagen" in tekst(lees_html(antwoord.content))
    assert Rol.INVOERDER in invoerder.rollen
