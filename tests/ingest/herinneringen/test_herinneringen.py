"""Who is reminded of what, once; and what may be lost is shown to the beheerder."""

from collections.abc import Callable
from datetime import date, timedelta
from http import HTTPStatus
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django import Settings

from indicators.models import Definitie, Doelstelling, Indicator
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.herinneringen import herinneringen
from ingest.herinneringen.herinneringen import verstuur_herinneringen, verstuur_weekoverzichten
from ingest.models import Account, Herinnering, Opgave, Recht, Rol, Termijn
from ingest.structuur.bestand import zaai_structuur
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, met_klasse, tekst

UITERLIJK = date(2026, 2, 16)  # a monday
pytestmark = pytest.mark.django_db


@pytest.fixture
def invoerder(db: None) -> Account:
    """For doelstelling 1.5, three figures of which are due over 2025."""
    zaai_structuur()
    account = Account.objects.create_user("anne", "anne@zoetermeer.example", first_name="Anne", last_name="de Vries")
    Recht.objects.create(account=account, rol=Rol.INVOERDER, doelstelling=Doelstelling.objects.get(code="1.5"))
    for slug in ("arbeidsparticipatie", "uitstroom-naar-werk", "deeltijd-werkenden"):
        termijn(slug)
    return account


def termijn(slug: str, uiterlijk: date = UITERLIJK, jaar: int = 2025) -> None:
    Termijn.objects.create(indicator=Indicator.objects.get(slug=slug), jaar=jaar, uiterlijk=uiterlijk)


def dien_in(slug: str) -> Opgave:
    definitie = Definitie.objects.filter(indicator__slug=slug).last()
    assert definitie is not None
    with handelend_als(None, SYSTEEM):
        opgave = Opgave.objects.create(definitie=definitie, jaar=2025, ingetypt="6,2", waarde=6, invoerders=[uuid4()])
    opgave.staat, opgave.ingediend_op = Opgave.Staat.INGEDIEND, timezone.now()
    opgave.save()
    return opgave


def test_een_mail_voor_alles_wat_op_een_dag_af_moet(invoerder: Account, settings: Settings) -> None:
    settings.ADRES = "https://doelwijzer.example"
    verstuur_herinneringen(UITERLIJK - timedelta(days=15))
    assert mail.outbox == []

    verstuur_herinneringen(UITERLIJK - timedelta(days=14))
    verstuur_herinneringen(UITERLIJK)

    (bericht,) = mail.outbox
    assert bericht.to == ["anne@zoetermeer.example"]
    assert bericht.subject == "Doelwijzer vraagt cijfers van u"
    assert bericht.body == (
        "Beste Anne de Vries,\n\n"
        "Doelwijzer vraagt 3 cijfers van u. Lever ze in op 16 februari 2026 of eerder.\n\n"
        "- Arbeidsparticipatie, 2025\n- Uitstroom uit de bijstand naar werk, 2025\n"
        "- Mensen met een uitkering die in deeltijd werken, 2025\n\n"
        "Vul ze in op uw lijst: https://doelwijzer.example/werk/?jaar=2025\n\n"
        "Is er geen cijfer? Vul dan in waarom niet.\n\n"
        "U krijgt deze mail één keer. "
        "Is op 16 februari 2026 nog niet alles binnen, dan krijgt u één herinnering.\n"
    )


def test_te_laat_wordt_een_keer_gezegd_en_alleen_van_wat_ontbreekt(invoerder: Account) -> None:
    dien_in("uitstroom-naar-werk")
    dien_in("deeltijd-werkenden")
    for dagen in (1, 2, 30):
        verstuur_herinneringen(UITERLIJK + timedelta(days=dagen))

    (bericht,) = mail.outbox
    assert bericht.subject == "Doelwijzer wacht op cijfers van u"
    assert "1 cijfer van u is te laat. De laatste dag was 16 februari 2026." in bericht.body
    assert "- Arbeidsparticipatie, 2025\n" in bericht.body
    assert "Uitstroom" not in bericht.body


def test_een_andere_termijn_is_een_andere_mail(invoerder: Account) -> None:
    termijn("uitstroom-naar-school", UITERLIJK + timedelta(days=3))
    verstuur_herinneringen(UITERLIJK - timedelta(days=2))

    assert [herinnering.voor for herinnering in Herinnering.objects.order_by("voor")] == [
        date(2026, 2, 16),
        date(2026, 2, 19),
    ]
    assert "Doelwijzer vraagt 1 cijfer van u. Lever het in op 19 februari 2026" in mail.outbox[1].body


@pytest.mark.parametrize("wat", ["uit dienst", "geen adres", "geen recht", "alles binnen", "ander doel"])
def test_wie_niets_in_te_leveren_heeft_krijgt_niets(invoerder: Account, wat: str) -> None:
    if wat == "uit dienst":
        Account.objects.update(is_active=False)
    elif wat == "geen adres":
        Account.objects.update(email="")
    elif wat == "geen recht":
        Recht.objects.all().delete()
    elif wat == "ander doel":
        Recht.objects.update(doelstelling=Doelstelling.objects.get(code="1.1"))
    else:
        for slug in ("arbeidsparticipatie", "uitstroom-naar-werk", "deeltijd-werkenden"):
            dien_in(slug)
    verstuur_herinneringen(UITERLIJK)

    assert mail.outbox == []
    assert not Herinnering.objects.exists()


def test_de_week_van_de_controleur_noemt_doelen_en_niemand(invoerder: Account, controleur: Account) -> None:
    dien_in("uitstroom-naar-werk")
    for dag in (date(2026, 2, 23), date(2026, 2, 23), date(2026, 2, 24)):
        verstuur_weekoverzichten(dag)

    (bericht,) = mail.outbox
    assert bericht.to == ["chris@zoetermeer.example"]
    assert "De stand op maandag 23 februari 2026." in bericht.body
    assert "1 cijfer wacht op controle: http://127.0.0.1:8000/werk/controle/" in bericht.body
    assert "- 1.5 " in bericht.body
    assert "Afgelopen week is niets gepubliceerd." in bericht.body
    assert "Anne" not in bericht.body


def test_een_week_zonder_nieuws_is_geen_mail(controleur: Account) -> None:
    verstuur_weekoverzichten(UITERLIJK)

    assert mail.outbox == []


class Weigert(EmailBackend):
    """A mail server that answers for one address as `hoe` says."""

    hoe: Exception = OSError()

    def send_messages(self, messages: Any) -> int:
        if messages[0].to == ["anne@zoetermeer.example"]:
            raise self.hoe
        return super().send_messages(messages)


@pytest.fixture
def collega(invoerder: Account) -> Account:
    """Somebody who is reminded after the invoerder."""
    account = Account.objects.create_user("bert", "bert@zoetermeer.example")
    Recht.objects.create(
        account=account, rol=Rol.INVOERDER, indicator=Indicator.objects.get(slug="uitstroom-naar-werk")
    )
    return account


def test_een_geweigerd_adres_wordt_bewaard_voor_de_beheerder_en_anderen_krijgen_hun_mail(
    collega: Account, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="ingest")
    monkeypatch.setattr(Weigert, "hoe", SMTPRecipientsRefused({"anne@zoetermeer.example": (550, b"no")}))
    monkeypatch.setattr(herinneringen, "get_connection", Weigert)
    verstuur_herinneringen(UITERLIJK)
    monkeypatch.undo()
    verstuur_herinneringen(UITERLIJK)

    assert [bericht.to for bericht in mail.outbox] == [["bert@zoetermeer.example"]]
    assert Herinnering.objects.get(verzonden_op=None).actor == Account.objects.get(username="anne").actor
    assert "SMTPRecipientsRefused" in caplog.text
    assert "anne" not in caplog.text


def test_een_server_die_wegvalt_wordt_later_weer_geprobeerd(collega: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Weigert, "hoe", SMTPServerDisconnected("gone"))
    monkeypatch.setattr(herinneringen, "get_connection", Weigert)
    with pytest.raises(SMTPServerDisconnected):
        verstuur_herinneringen(UITERLIJK)
    assert Herinnering.objects.count() == 1
    monkeypatch.undo()
    verstuur_herinneringen(UITERLIJK)

    assert [bericht.to for bericht in mail.outbox] == [["bert@zoetermeer.example"]]


# What may be lost


@pytest.fixture
def beheerder() -> Client:
    account = Account.objects.create_user("bea", "bea@zoetermeer.example")
    Recht.objects.create(account=account, rol=Rol.BEHEERDER)
    return ingelogd(account)


def verlies(account: Account, minuten: int = 11) -> Herinnering:
    herinnering = Herinnering.objects.create(actor=account.actor, soort=Herinnering.Soort.TERMIJN, voor=UITERLIJK)
    Herinnering.objects.update(gemaakt_op=timezone.now() - timedelta(minutes=minuten))
    return herinnering


def test_een_verloren_mail_is_te_zien_en_gaat_nog_een_keer(invoerder: Account, beheerder: Client) -> None:
    herinnering = verlies(invoerder)
    pagina = beheerder.get("/werk/herinneringen/").content.decode()
    assert "Cijfers gevraagd, 16 februari 2026" in pagina
    assert "Anne de Vries" in pagina

    for _ in range(2):
        antwoord = beheerder.post(f"/werk/herinneringen/{herinnering.pk}/opnieuw/", follow=True)
        assert antwoord.status_code == HTTPStatus.OK

    assert len(mail.outbox) == 1
    assert mail.outbox[0].to == ["anne@zoetermeer.example"]
    assert "Er zijn geen mails verloren." in beheerder.get("/werk/herinneringen/").content.decode()


def test_een_mail_die_onderweg_is_is_niet_te_zien(invoerder: Account, beheerder: Client) -> None:
    verlies(invoerder, minuten=9)

    assert "Er zijn geen mails verloren." in beheerder.get("/werk/herinneringen/").content.decode()


def test_een_verloren_mail_van_wie_weg_is_gaat_van_de_lijst(invoerder: Account, beheerder: Client) -> None:
    herinnering = verlies(invoerder)
    invoerder.delete()
    assert "een account dat niet meer bestaat" in beheerder.get("/werk/herinneringen/").content.decode()

    antwoord = beheerder.post(f"/werk/herinneringen/{herinnering.pk}/opnieuw/", follow=True)

    assert "Er valt niets meer te vragen." in antwoord.content.decode()
    assert not Herinnering.objects.exists()
    assert mail.outbox == []


def test_een_weigering_wordt_gezegd_en_de_mail_blijft_op_de_lijst(
    invoerder: Account, beheerder: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    herinnering = verlies(invoerder)
    monkeypatch.setattr(herinneringen, "get_connection", Weigert)

    antwoord = beheerder.post(f"/werk/herinneringen/{herinnering.pk}/opnieuw/", follow=True)

    assert "De mailserver nam de mail niet aan." in antwoord.content.decode()
    assert "Anne de Vries" in antwoord.content.decode()


def test_alleen_de_beheerder_ziet_ze(invoerder: Account) -> None:
    client = ingelogd(invoerder)

    assert client.get("/werk/herinneringen/").status_code == HTTPStatus.FORBIDDEN
    assert client.post("/werk/herinneringen/1/opnieuw/").status_code == HTTPStatus.FORBIDDEN


def test_elke_wijziging_is_een_regel_in_het_logboek_zonder_naam(
    invoerder: Account, beheerder: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="ingest")
    herinnering = verlies(invoerder)
    beheerder.post(f"/werk/herinneringen/{herinnering.pk}/opnieuw/")
    beheerder.get("/werk/herinneringen/")

    (regel,) = [record for record in caplog.records if getattr(record, "action", "") == "post"]
    assert (regel.object, regel.result) == (f"herinnering-opnieuw {herinnering.pk}", "gedaan")
    assert regel.actor == str(Account.objects.get(username="bea").actor)
    assert "bea" not in caplog.text


def test_een_geweigerde_inlog_is_een_regel_zonder_naam(
    invoerder: Account, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="ingest")
    client.post("/inloggen/", {"username": "anne", "password": "verkeerd"})

    assert [
        (record.action, record.result) for record in caplog.records if record.name == "ingest.accounts.logboek"
    ] == [("aanmelden", "geweigerd")]


def _gevraagd(client: Client) -> str:
    return tekst(haal(client, "/werk/termijnen/mails/"))


def test_welke_mails_gaan_is_vooraf_te_lezen(invoerder: Account, controleur: Account) -> None:
    """Of a termijn far away too; once it is asked, the page tells when it will be said that it is late."""
    ver = timezone.localdate() + timedelta(days=40)
    Termijn.objects.update(uiterlijk=ver)
    client = ingelogd(controleur)

    blad = _gevraagd(client)

    assert f"Anne de Vries: 3 cijfers, uiterlijk {date_format(ver)}" in blad
    assert f"Gaat vanzelf op {date_format(ver - timedelta(days=14))}, als er dan nog iets ontbreekt." in blad
    assert "Aan: anne@zoetermeer.example Onderwerp: Doelwijzer vraagt cijfers van u Beste Anne de Vries," in blad
    verstuur_herinneringen(ver - timedelta(days=14))
    assert f"Gaat vanzelf op {date_format(ver + timedelta(days=1))}" in _gevraagd(client)
    for slug in ("arbeidsparticipatie", "uitstroom-naar-werk", "deeltijd-werkenden"):
        dien_in(slug)
    assert "Er gaat geen mail" in _gevraagd(client)


@pytest.mark.usefixtures("invoerder")
def test_een_controleur_stuurt_nu_een_herinnering(
    controleur: Account, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    """Also one more, and the mail that goes by itself does not go again."""
    ver = timezone.localdate() + timedelta(days=40)
    Termijn.objects.update(uiterlijk=ver)
    client = ingelogd(controleur)

    for keer, knop in enumerate(("Stuur nu", "Stuur nu nog een keer"), 1):
        kaart = next(met_klasse(haal(client, "/werk/termijnen/mails/"), "taak"))
        assert tekst(next(kaart.iter("button"))) == knop
        velden = {veld.get("name"): veld.get("value") for veld in kaart.iter("input")}
        with django_capture_on_commit_callbacks(execute=True):
            antwoord = client.post("/werk/termijnen/mails/", {"mail": velden["mail"]}, follow=True)
        assert "De mail aan Anne de Vries gaat nu weg." in antwoord.content.decode()
        assert len(mail.outbox) == keer
        assert "Een controleur stuurde u deze mail." in mail.outbox[-1].body
        assert "één keer" not in mail.outbox[-1].body
    assert Herinnering.objects.get().verzonden_op
    verstuur_herinneringen(ver - timedelta(days=14))
    assert len(mail.outbox) == 2

    niets = client.post("/werk/termijnen/mails/", {"mail": "onzin"}, follow=True).content.decode()
    assert "Er valt niets meer te vragen. Er is niets verzonden." in niets
