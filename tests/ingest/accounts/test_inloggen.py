"""Signing in: password, second factor, what is locked and what is logged."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from ingest.accounts.aanmeldingen import ruim_op
from ingest.models import Aanmelding, Account, Rol
from tests.gereedschap.mensen import WACHTWOORD, app_van, code_van, ingelogd, log_in
from tests.gereedschap.paginas import haal, lees_html, met_klasse, tekst

pytestmark = pytest.mark.django_db


def fouten(antwoord: object) -> str:
    pagina = lees_html(antwoord.content)
    return " ".join(tekst(deel) for deel in met_klasse(pagina, "foutenlijst"))


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
    ("productie", "doorgegeven", "verwacht"),
    [
        (False, "198.51.100.9", "127.0.0.1"),  # without a proxy the header is the client's own
        (True, "198.51.100.9", "198.51.100.9"),
        (True, "10.9.9.9, 198.51.100.9", "198.51.100.9"),  # only the last is the proxy's
        (True, "geen adres", None),
    ],
)
def test_het_adres_is_dat_wat_de_proxy_zag(
    invoerder: Account, settings: object, productie: bool, doorgegeven: str, verwacht: str | None
) -> None:
    settings.PRODUCTIE = productie
    log_in(Client(), "sanne", HTTP_X_FORWARDED_FOR=doorgegeven)

    assert Aanmelding.objects.get().adres == verwacht


def test_iemand_wijzigt_het_wachtwoord(invoerder: Account) -> None:
    browser, elders = Client(), Client()
    log_in(browser, "sanne")
    log_in(elders, "sanne")
    te_kort = {"old_password": WACHTWOORD, "new_password1": "kort", "new_password2": "kort"}
    zin = "Dit wachtwoord is te kort. Het moet minstens 12 tekens hebben."
    assert zin in fouten(browser.post("/wachtwoord/", te_kort))

    nieuw = "acht-groene-bakfietsen"
    antwoord = browser.post(
        "/wachtwoord/", {"old_password": WACHTWOORD, "new_password1": nieuw, "new_password2": nieuw}, follow=True
    )

    assert "Uw wachtwoord is gewijzigd" in tekst(lees_html(antwoord.content))
    assert elders.get("/werk/").status_code == 302
    assert log_in(Client(), "sanne").status_code == 200
    assert log_in(Client(), "sanne", nieuw).status_code == 302


def test_uitloggen_vraagt_om_een_knop(invoerder: Account) -> None:
    browser = ingelogd(invoerder)
    assert browser.get("/uitloggen/").status_code == 405
    assert browser.post("/uitloggen/").url == "/"
    assert browser.get("/werk/").status_code == 302


# Second factor


def test_de_eerste_keer_wordt_de_app_gekoppeld(controleur: Account) -> None:
    browser = Client()
    assert log_in(browser, "karel", verder="/wachtwoord/").url == "/wachtwoord/"
    naar = browser.get("/wachtwoord/").url
    assert naar == "/inloggen/code/?next=/wachtwoord/"
    pagina = haal(browser, naar)
    [qr] = list(pagina.iter("img"))
    [geheim] = [tekst(deel) for deel in pagina.iter("code")]
    assert qr.get("src", "").startswith("data:image/svg+xml")
    assert re.fullmatch(r"([A-Z2-7]{4} ){7}[A-Z2-7]{4}", geheim)
    assert not TOTPDevice.objects.exists()  # who looks only leaves nothing

    apparaat = app_met(geheim)
    assert "klopt niet" in fouten(browser.post(naar, {"code": verkeerde(apparaat), "next": "/wachtwoord/"}))
    antwoord = browser.post(naar, {"code": code_van(apparaat), "next": "/wachtwoord/"})

    assert antwoord.url == "/wachtwoord/"
    assert browser.get("/wachtwoord/").status_code == 200
    assert TOTPDevice.objects.get().user == controleur


def app_met(geheim: str) -> TOTPDevice:
    from base64 import b32decode

    return TOTPDevice(key=b32decode(geheim.replace(" ", "")).hex())


def verkeerde(apparaat: TOTPDevice) -> str:
    goed = {code_van(apparaat, stap) for stap in (-1, 0, 1)}
    return next(code for code in ("111111", "222222", "333333", "444444") if code not in goed)


def test_later_is_een_code_genoeg_en_werkt_zij_een_keer(controleur: Account) -> None:
    code = code_van(app_van(controleur))
    eerste, tweede = ingelogd(controleur, met_code=False), ingelogd(controleur, met_code=False)
    pagina = haal(eerste, "/inloggen/code/")
    assert not list(pagina.iter("img"))
    [veld] = [veld for veld in pagina.iter("input") if veld.get("name") == "code"]
    assert (veld.get("autocomplete"), veld.get("inputmode")) == ("one-time-code", "numeric")

    assert eerste.post("/inloggen/code/", {"code": f"{code[:3]} {code[3:]}"}).url == "/werk/"
    assert "al gebruikt" in fouten(tweede.post("/inloggen/code/", {"code": code}))


def test_foute_codes_worden_afgeremd_en_er_staat_voor_hoe_lang(controleur: Account) -> None:
    apparaat = app_van(controleur)
    browser = ingelogd(controleur, met_code=False)
    apparaat.throttling_failure_count, apparaat.throttling_failure_timestamp = 7, timezone.now()
    apparaat.save()

    melding = fouten(browser.post("/inloggen/code/", {"code": code_van(apparaat)}))

    assert "Wacht 2 minuten en probeer opnieuw." in melding
    TOTPDevice.objects.update(throttling_failure_timestamp=timezone.now() - timedelta(seconds=65))
    assert browser.post("/inloggen/code/", {"code": code_van(apparaat)}).status_code == 302


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "١٢٣٤٥٦", "1234567"])
def test_wat_geen_code_is_wordt_gezegd_en_telt_niet_als_poging(controleur: Account, code: str) -> None:
    app_van(controleur)
    browser = ingelogd(controleur, met_code=False)

    assert "6 cijfers" in fouten(browser.post("/inloggen/code/", {"code": code}))
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_de_sleutel_van_een_app_krijgt_niemand_anders_te_zien(controleur: Account) -> None:
    sleutels = {tekst(next(iter(haal(ingelogd(controleur, met_code=False), "/inloggen/code/").iter("code"))))
                for _ in range(2)}  # fmt: skip

    assert len(sleutels) == 2


def test_een_verwijderde_app_sluit_de_sessie_die_zij_opende(controleur: Account) -> None:
    browser = ingelogd(controleur)
    assert browser.get("/wachtwoord/").status_code == 200
    TOTPDevice.objects.all().delete()

    assert browser.get("/wachtwoord/").url == "/inloggen/code/?next=/wachtwoord/"


def test_een_invoerder_heeft_geen_tweede_stap_nodig(invoerder: Account) -> None:
    browser = Client()
    log_in(browser, "sanne")

    assert browser.get("/werk/").status_code == 200
    assert browser.get("/inloggen/code/").url == "/werk/"


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
