"""The second factor: an app for everybody, coupled once and with a code that only they can have."""

import re
from base64 import b32decode
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from indicators.models import Wijziging
from ingest.accounts.koppelcodes import maak_koppelcode
from ingest.models import Aanmelding, Account, Koppelcode
from tests.gereedschap.mensen import app_van, code_van, ingelogd, log_in
from tests.gereedschap.paginas import fouten, haal, lees_html, tekst

pytestmark = pytest.mark.django_db
KOPPEL = "/inloggen/koppelcode/"


def vul_koppelcode_in(browser: Client, account: Account) -> None:
    assert browser.post(KOPPEL, {"koppelcode": maak_koppelcode(account)}).url.startswith("/inloggen/code/")


@pytest.mark.parametrize("wie", ["invoerder", "controleur"])
def test_met_alleen_een_wachtwoord_komt_niemand_binnen(wie: str, request: pytest.FixtureRequest) -> None:
    account = request.getfixturevalue(wie)
    browser = Client()
    log_in(browser, account.username)

    assert browser.get("/wachtwoord/").url == "/inloggen/code/?next=/wachtwoord/"
    assert browser.post("/wachtwoord/", {}).url == "/inloggen/code/?next=/wachtwoord/"


def test_de_eerste_keer_wordt_de_app_gekoppeld_met_een_koppelcode(
    controleur: Account, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    browser = Client()
    assert log_in(browser, "karel", verder="/wachtwoord/").url == "/wachtwoord/"
    naar = browser.get("/wachtwoord/").url
    assert naar == "/inloggen/code/?next=/wachtwoord/"
    assert browser.get(naar).url == "/inloggen/koppelcode/?next=/wachtwoord/"
    vul_koppelcode_in(browser, controleur)
    pagina = haal(browser, naar)
    [qr] = list(pagina.iter("img"))
    [geheim] = [tekst(deel) for deel in pagina.iter("code")]
    assert qr.get("src", "").startswith("data:image/svg+xml")
    assert re.fullmatch(r"([A-Z2-7]{4} ){7}[A-Z2-7]{4}", geheim)
    assert not TOTPDevice.objects.exists()  # who looks only leaves nothing

    apparaat = app_met(geheim)
    assert "klopt niet" in fouten(browser.post(naar, {"code": verkeerde(apparaat), "next": "/wachtwoord/"}))
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = browser.post(naar, {"code": code_van(apparaat), "next": "/wachtwoord/"})

    assert antwoord.url == "/wachtwoord/"
    assert browser.get("/wachtwoord/").status_code == 200
    assert TOTPDevice.objects.get().user == controleur
    assert "Er is een app voor uw tweede factor gekoppeld." in mail.outbox[0].body
    spoor = Wijziging.objects.get(tabel="otp_totp_totpdevice")
    assert (spoor.actie, spoor.actor, spoor.reden) == ("insert", controleur.actor, "Met een koppelcode gekoppeld")


def app_met(geheim: str) -> TOTPDevice:
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
    sleutels = set()
    for _ in range(2):
        browser = ingelogd(controleur, met_code=False)
        vul_koppelcode_in(browser, controleur)
        sleutels.add(tekst(next(haal(browser, "/inloggen/code/").iter("code"))))

    assert len(sleutels) == 2


def test_een_verwijderde_app_sluit_de_sessie_die_zij_opende(controleur: Account) -> None:
    browser = ingelogd(controleur)
    assert browser.get("/wachtwoord/").status_code == 200
    TOTPDevice.objects.all().delete()

    assert browser.get("/wachtwoord/").url == "/inloggen/code/?next=/wachtwoord/"


# The koppelcode


def test_wie_alleen_het_wachtwoord_kent_koppelt_geen_eigen_app(controleur: Account) -> None:
    """Not at the page of the app, not without a code, not with a wrong one, not with that of somebody else."""
    browser = ingelogd(controleur, met_code=False)
    eigen = TOTPDevice(key="0" * 40)
    sessie = browser.session
    sessie["totp"] = eigen.key
    sessie.save()

    assert browser.post("/inloggen/code/", {"code": code_van(eigen)}).url == "/inloggen/koppelcode/?next=/werk/"
    assert "Vul de koppelcode in." in fouten(browser.post(KOPPEL, {"koppelcode": ""}))
    maak_koppelcode(controleur)
    ander = maak_koppelcode(Account.objects.create_user("ander"))
    for code in ("BCDF-GHJK", ander, "' OR 1=1", "\x00"):
        browser.post(KOPPEL, {"koppelcode": code})
    assert browser.get("/inloggen/code/").url == "/inloggen/koppelcode/?next=/werk/"
    assert not TOTPDevice.objects.exists()


def test_de_code_komt_met_de_mail_en_werkt_een_keer(controleur: Account) -> None:
    browser = ingelogd(controleur, met_code=False)
    assert "Wij hebben een koppelcode gemaild." in tekst(lees_html(browser.post(KOPPEL, {"vraag": "mail"}).content))
    [bericht] = mail.outbox
    [code] = re.findall(r"^[A-Z2-9]{4}-[A-Z2-9]{4}$", bericht.body, re.MULTILINE)

    assert bericht.to == ["karel@gemeente.example"]
    assert "Dan kent iemand anders uw wachtwoord." in bericht.body
    assert code.replace("-", "") not in str(Koppelcode.objects.values().get())
    [spoor] = Wijziging.objects.filter(tabel="ingest_koppelcode")
    assert (spoor.actie, spoor.actor, spoor.reden) == ("insert", controleur.actor, "Koppelcode gevraagd, gemaild")
    slordig = code.replace("-", " ").lower()
    assert browser.post(KOPPEL, {"koppelcode": slordig, "next": "/wachtwoord/"}).url == (
        "/inloggen/code/?next=/wachtwoord/"
    )
    assert "klopt niet, of geldt niet meer" in fouten(
        ingelogd(controleur, met_code=False).post(KOPPEL, {"koppelcode": code})
    )
    assert list(Aanmelding.objects.order_by("pk").values_list("weg", "gelukt")) == [
        ("wachtwoord", True), ("koppelcode", True), ("wachtwoord", True), ("koppelcode", False)
    ]  # fmt: skip


def test_een_tweede_mail_komt_niet_meteen(controleur: Account) -> None:
    browser = ingelogd(controleur, met_code=False)
    browser.post(KOPPEL, {"vraag": "mail"})
    assert "vraag over 2 minuten een nieuwe" in tekst(lees_html(browser.post(KOPPEL, {"vraag": "mail"}).content))
    assert len(mail.outbox) == 1

    Koppelcode.objects.update(gemaakt_op=timezone.now() - timedelta(minutes=2, seconds=1))
    browser.post(KOPPEL, {"vraag": "mail"})
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("na", ["de tijd", "vijf keer fout"])
def test_een_koppelcode_vervalt(controleur: Account, na: str) -> None:
    browser = ingelogd(controleur, met_code=False)
    code = maak_koppelcode(controleur)
    if na == "de tijd":
        Koppelcode.objects.update(geldig_tot=timezone.now())
    else:
        for _ in range(5):
            browser.post(KOPPEL, {"koppelcode": "BCDF-GHJK"})

    assert "Na 5 keer fout hebt u een nieuwe nodig." in fouten(browser.post(KOPPEL, {"koppelcode": code}))


@pytest.mark.parametrize("waarom", ["zonder adres", "zonder mailserver in productie"])
def test_wie_geen_mail_kan_krijgen_hoort_waar_de_code_dan_vandaan_komt(
    controleur: Account, settings: Any, waarom: str
) -> None:
    browser = ingelogd(controleur, met_code=False)
    if waarom == "zonder adres":
        Account.objects.update(email="")
    else:
        settings.PRODUCTIE = True  # there what is printed comes in a log
    pagina = tekst(haal(browser, KOPPEL))

    assert "Mail mij een koppelcode" not in pagina
    assert "Vraag een beheerder om een koppelcode." in pagina
    assert "Wij kunnen u geen mail sturen." in tekst(lees_html(browser.post(KOPPEL, {"vraag": "mail"}).content))
    assert (mail.outbox, Koppelcode.objects.exists()) == ([], False)


def test_een_mailserver_die_zwijgt_is_geen_fout_van_de_site(controleur: Account, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    antwoord = ingelogd(controleur, met_code=False).post(KOPPEL, {"vraag": "mail"})

    assert "de mailserver antwoordt niet" in tekst(lees_html(antwoord.content))
