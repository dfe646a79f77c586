"""Accounts in Django's admin: each change leaves a trace without a name, and the person hears of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from indicators.models import Doelstelling, Wijziging
from ingest.accounts.koppelcodes import maak_koppelcode
from ingest.models import Account
from tests.gereedschap.beheer import adres, foutmeldingen, sporen, velden, verstuur
from tests.gereedschap.mensen import WACHTWOORD, app_van, ingelogd, maak_account
from tests.gereedschap.paginas import haal, lees_html, tekst

pytestmark = pytest.mark.django_db


NIEUW = {"usable_password": "true", "password1": "acht-groene-bakfietsen", "password2": "acht-groene-bakfietsen"}
Verstuurd = Callable[..., list[Any]]


@pytest.fixture
def verstuurd(django_capture_on_commit_callbacks: Callable[..., Any]) -> Verstuurd:
    """Send a form of the admin, and read the mails that went after it was stored."""

    def doe(browser: Client, adres: str, **velden: str) -> list[Any]:
        with django_capture_on_commit_callbacks(execute=True):
            antwoord = verstuur(browser, adres, **velden)
        assert antwoord.status_code == 302, antwoord.content.decode()
        return mail.outbox

    return doe


def test_een_account_met_een_recht_wordt_gemaakt_en_de_geschiedenis_zegt_waarom(
    browser: Client, beheerder: Account
) -> None:
    doel = Doelstelling.objects.get(code="1.4")
    antwoord = verstuur(
        browser,
        "/beheer/ingest/account/add/",
        username="sanne",
        email="sanne@gemeente.example",
        usable_password="true",
        password1="zeven-blauwe-fietsen",
        password2="zeven-blauwe-fietsen",
        waarom="Nieuwe collega van team Werk",
        **{
            "rechten-TOTAL_FORMS": "1",
            "rechten-0-rol": "invoerder",
            "rechten-0-doelstelling": str(doel.pk),
            "rechten-0-indicator": "",
        },
    )

    assert antwoord.status_code == 302, foutmeldingen(antwoord)
    sanne = Account.objects.get(username="sanne")
    assert sanne.check_password("zeven-blauwe-fietsen")
    [wijziging] = Wijziging.objects.filter(tabel="ingest_recht", nieuw__actor=str(sanne.actor))
    assert wijziging.nieuw["rol"] == "invoerder"
    assert (wijziging.actor, wijziging.rol) == (beheerder.actor, "beheerder")
    assert wijziging.reden == "Nieuwe collega van team Werk"


@pytest.mark.parametrize("met_wachtwoord", [True, False])
def test_wie_een_account_krijgt_leest_hoe_de_eerste_keer_gaat(
    browser: Client, verstuurd: Verstuurd, met_wachtwoord: bool
) -> None:
    keuze = NIEUW if met_wachtwoord else {"usable_password": "false", "password1": "", "password2": ""}
    naam = {"username": "sanne", "email": "sanne@gemeente.example", "waarom": "Nieuwe collega"}
    [bericht] = verstuurd(browser, "/beheer/ingest/account/add/", **naam, **keuze)

    assert "Er is een account voor u gemaakt." in bericht.body
    assert ("Uw eerste wachtwoord krijgt u van de beheerder." in bericht.body) == met_wachtwoord
    assert Account.objects.get(username="sanne").has_usable_password() == met_wachtwoord


def test_een_recht_dat_niet_kan_wordt_in_een_zin_geweigerd(browser: Client) -> None:
    sanne = maak_account("sanne")
    antwoord = verstuur(
        browser,
        adres(sanne),
        waarom="x",
        **{
            "rechten-TOTAL_FORMS": "1",
            "rechten-0-rol": "invoerder",
            "rechten-0-doelstelling": "",
            "rechten-0-indicator": "",
        },
    )

    assert "Een invoerder krijgt één doelstelling of één indicator." in foutmeldingen(antwoord)
    assert not sanne.rechten.exists()


def test_een_wijziging_zonder_reden_wordt_geweigerd(browser: Client) -> None:
    sanne = maak_account("sanne")
    antwoord = verstuur(browser, adres(sanne), email="nieuw@gemeente.example")

    assert foutmeldingen(antwoord)
    sanne.refresh_from_db()
    assert sanne.email == "sanne@gemeente.example"


def test_een_recht_gaat_weg_en_een_account_gaat_dicht(browser: Client, beheerder: Account) -> None:
    sanne = maak_account("sanne", "invoerder", doelstelling="1.4")
    ingevuld = velden(browser, adres(sanne)) | {"waarom": "Uit dienst", "rechten-0-DELETE": "on"}
    del ingevuld["is_active"]
    assert browser.post(adres(sanne), ingevuld).status_code == 302

    sanne.refresh_from_db()
    assert not sanne.is_active
    assert not sanne.rechten.exists()
    weg = Wijziging.objects.get(tabel="ingest_recht", actie="delete")
    dicht = Wijziging.objects.get(tabel="ingest_account", actie="update", nieuw__is_active=False)
    assert {weg.reden, dicht.reden} == {"Uit dienst"}
    assert {weg.actor, dicht.actor} == {beheerder.actor}


def test_een_beheerder_zet_een_wachtwoord_met_een_reden_en_de_persoon_hoort_het(
    browser: Client, beheerder: Account, karel: Account, verstuurd: Verstuurd
) -> None:
    pagina = f"/beheer/ingest/account/{karel.pk}/password/"
    assert "waarom" in velden(browser, pagina)
    zonder = browser.post(pagina, NIEUW)
    assert zonder.status_code == 200
    karel.refresh_from_db()
    assert karel.check_password(WACHTWOORD)

    [bericht] = verstuurd(browser, pagina, waarom="Was het vergeten", **NIEUW)

    karel.refresh_from_db()
    assert karel.check_password("acht-groene-bakfietsen")
    assert sporen("ingest_account", karel)[1:] == [("update", "Was het vergeten", beheerder.actor)]
    assert bericht.to == ["karel@gemeente.example"]
    assert "Uw wachtwoord is gewijzigd." in bericht.body
    assert "Hebt u hier niet om gevraagd? Waarschuw dan meteen een beheerder" in bericht.body
    assert "bakfietsen" not in bericht.body


def test_zijn_eigen_wachtwoord_wijzigt_een_beheerder_waar_dat_van_nu_gevraagd_wordt(
    browser: Client, beheerder: Account
) -> None:
    pagina = f"/beheer/ingest/account/{beheerder.pk}/password/"

    assert "Uw eigen wachtwoord wijzigt u bij" in tekst(haal(browser, pagina))
    assert browser.post(pagina, NIEUW | {"waarom": "x"}).status_code == 409


def test_een_verloren_telefoon_gaat_weg_met_een_reden_en_de_persoon_hoort_het(
    browser: Client, beheerder: Account, karel: Account, verstuurd: Verstuurd
) -> None:
    app_van(karel)
    [bericht] = verstuurd(browser, adres(karel), waarom="Telefoon kwijt", **{"totpdevice_set-0-DELETE": "on"})

    assert not karel.totpdevice_set.exists()
    assert sporen("otp_totp_totpdevice", karel)[-1] == ("delete", "Telefoon kwijt", beheerder.actor)
    assert "De app voor uw tweede factor is losgekoppeld." in bericht.body


def test_een_ander_adres_gaat_ook_naar_het_oude(
    browser: Client, beheerder: Account, karel: Account, verstuurd: Verstuurd
) -> None:
    berichten = verstuurd(
        browser, adres(karel), waarom="Getrouwd", email="k.bakker@gemeente.example", last_name="Bakker"
    )

    assert [bericht.to for bericht in berichten] == [["k.bakker@gemeente.example"], ["karel@gemeente.example"]]
    for bericht in berichten:
        assert "Uw naam of gebruikersnaam is gewijzigd." in bericht.body
        assert "Uw e-mailadres is gewijzigd." in bericht.body
        assert "k.bakker@" not in bericht.body
    [spoor] = Wijziging.objects.filter(tabel="ingest_account", actie="update", rij=str(karel.pk))
    assert (spoor.reden, spoor.actor) == ("Getrouwd", beheerder.actor)
    assert {veld for veld in spoor.nieuw if spoor.nieuw[veld] != spoor.oud[veld]} == {"naam_op", "email_op"}
    assert "bakker" not in f"{spoor.oud} {spoor.nieuw}".casefold()


def test_wie_geen_mail_krijgt_moet_het_van_de_beheerder_horen(
    browser: Client, karel: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    Account.objects.filter(pk=karel.pk).update(email="")
    monkeypatch.setattr("django.db.transaction.on_commit", lambda doe: doe())  # as without a test around it
    verstuur(browser, adres(karel), waarom="Anders gespeld", last_name="Janssen")

    assert "Deze persoon kreeg hierover geen mail" in tekst(haal(browser, "/beheer/ingest/account/"))


@pytest.mark.parametrize("reden", ["Karel is zijn telefoon kwijt", "gevraagd door k@gemeente.example", "KAREL"])
def test_een_reden_met_een_naam_wordt_geweigerd(browser: Client, karel: Account, reden: str) -> None:
    antwoord = verstuur(browser, adres(karel), waarom=reden, first_name="Carel")

    assert "Hier staat een naam of een e-mailadres" in foutmeldingen(antwoord)
    assert not Wijziging.objects.exclude(reden="").exists()


def test_een_beheerder_geeft_een_ander_een_koppelcode_en_ziet_hem_een_keer(
    browser: Client, beheerder: Account, karel: Account, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    pagina = f"/beheer/ingest/account/{karel.pk}/koppelcode/"
    assert "Schrijf op waarom." in tekst(lees_html(browser.post(pagina, {"waarom": ""}).content))
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = browser.post(pagina, {"waarom": "Telefoon kwijt, kan niet bij de mail"})
    [code] = [tekst(deel) for deel in lees_html(antwoord.content).iter("strong")]

    assert code not in tekst(haal(browser, pagina))
    assert sporen("ingest_koppelcode", karel) == [("insert", "Telefoon kwijt, kan niet bij de mail", beheerder.actor)]
    assert "Er is een koppelcode gegeven" in mail.outbox[0].body
    assert code not in mail.outbox[0].body
    bij_karel = ingelogd(karel, met_code=False)
    assert bij_karel.post("/inloggen/koppelcode/", {"koppelcode": code}).url == "/inloggen/code/?next=/werk/"


def test_zichzelf_of_wie_nog_een_app_heeft_geeft_een_beheerder_geen_koppelcode(
    browser: Client, beheerder: Account, karel: Account
) -> None:
    app_van(karel)
    for wie, zin in ((beheerder, "Uzelf geeft u geen koppelcode."), (karel, "Deze persoon heeft nog een app.")):
        antwoord = browser.post(f"/beheer/ingest/account/{wie.pk}/koppelcode/", {"waarom": "x"})
        assert antwoord.status_code == 409
        assert zin in tekst(lees_html(antwoord.content))


def test_wat_met_een_account_gebeurde_is_te_lezen_en_het_bestand_noemt_geen_naam(
    browser: Client, karel: Account
) -> None:
    app_van(karel)
    maak_koppelcode(karel)
    Account.objects.filter(pk=karel.pk).update(password="x")
    pagina = tekst(haal(browser, "/werk/geschiedenis/"))

    for wat in ("app voor de tweede factor van Karel Jansen", "koppelcode van Karel Jansen", "wachtwoord gewijzigd op"):
        assert wat in pagina
    bestand = browser.get("/werk/geschiedenis/?als=csv").getvalue().decode()
    assert f"app voor de tweede factor van {karel.actor}" in bestand
    assert "karel" not in bestand.casefold()


def test_bij_een_account_staat_hoe_het_weggaat_en_wanneer_de_app_kwam(browser: Client, karel: Account) -> None:
    nieuw = tekst(haal(browser, "/beheer/ingest/account/add/"))
    assert ("App voor de tweede factor" in nieuw, "After you" in nieuw) == (False, False)

    app_van(karel)
    pagina = haal(browser, adres(karel))

    assert adres(karel).replace("change", "delete") in [link.get("href") for link in pagina.iter("a")]
    assert f"Gekoppeld op: {date_format(timezone.localtime(), 'j F Y')}" in tekst(pagina)
    assert "Laatst gebruikt: nog niet" in tekst(pagina)


def test_het_geheim_van_een_app_is_niet_te_zien(browser: Client) -> None:
    karel = maak_account("karel", "controleur")

    assert app_van(karel).key not in browser.get(adres(karel)).content.decode()


VREEMD = {
    ("username", "k\u0430rel"): "De letter “\u0430” hoort niet bij ons alfabet",
    ("first_name", "K\u200barel"): "Hier staat een teken in dat niet te zien is.",
    ("last_name", "Jan\u00a0Sen"): "Hier staat een teken in dat niet te zien is.",
    ("last_name", "\uff2aansen"): "hoort niet bij ons alfabet",
    ("email", "kar\u0435l@gemeente.example"): "",
    ("username", "BEA"): "met deze",
}


@pytest.mark.parametrize(("veld", "waarde"), VREEMD)
@pytest.mark.parametrize("nieuw", [True, False], ids=["new", "changed"])
def test_een_naam_die_op_een_andere_lijkt_wordt_geweigerd(
    browser: Client, karel: Account, veld: str, waarde: str, nieuw: bool
) -> None:
    pagina = "/beheer/ingest/account/add/" if nieuw else adres(karel)
    eerst = {"username": "nieuw", **NIEUW} if nieuw else {}
    antwoord = verstuur(browser, pagina, **(eerst | {"waarom": "Anders", veld: waarde}))

    assert antwoord.status_code == 200
    assert VREEMD[veld, waarde] in foutmeldingen(antwoord)
    assert Account.objects.count() == 2


@pytest.mark.parametrize("naam", ["Özlem", "Yıldız", "’t Hart-de Vries", "Müller", "Noël"])
def test_een_naam_zoals_mensen_hier_heten_is_goed(browser: Client, karel: Account, naam: str) -> None:
    assert verstuur(browser, adres(karel), waarom="Anders", last_name=naam).status_code == 302
