"""A controleur reminds whoever still has figures to do: shown first, and nobody twice on one day."""

from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from indicators.models import Indicator
from ingest.herinneringen.herinneringen import verstuur_herinneringen
from ingest.models import Account, Eigenaar, Herinnering, Rol, Termijn
from ingest.voortgang import herinneren
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import WERK_2025, dien_in, html
from tests.gereedschap.paginas import haal, lees_html, met_klasse, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

VAN_15 = "/werk/voortgang/herinneren/?jaar=2025&doelstelling=1.5"
NAAM_WERK = "Uitstroom uit de bijstand naar werk"
VANDAAG = timezone.localdate()
OnCommit = Callable[..., Any]


@pytest.fixture
def anna() -> Account:
    return maak_account("anna", Rol.INVOERDER)


@pytest.fixture
def bert() -> Account:
    """Also of one figure of 1.6."""
    account = maak_account("bert", Rol.INVOERDER)
    account.rechten.create(rol=Rol.INVOERDER, indicator=Indicator.objects.get(slug="bereik-minimaregelingen"))
    return account


@pytest.fixture
def carla(anna: Account, bert: Account) -> Client:
    """Of 1.5 two figures are Anna's, one with Bert as her deputy, and two are Bert's; the reach of minima is his."""
    verdeling = {
        "uitstroom-naar-werk": (anna, bert),
        "uitstroom-naar-school": (anna, None),
        "arbeidsparticipatie": (bert, None),
        "deeltijd-werkenden": (bert, None),
    }
    for slug, (eigenaar, vervanger) in verdeling.items():
        indicator = Indicator.objects.get(slug=slug)
        Eigenaar.objects.create(indicator=indicator, account=eigenaar, vervanger=vervanger)
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


def van(account: Account) -> str:
    return f"/werk/voortgang/herinneren/?jaar=2025&persoon={account.actor}"


def kaarten(client: Client, adres: str) -> dict[str, Element]:
    """What would be sent, by the name above it."""
    return {tekst(next(kaart.iter("h2"))): kaart for kaart in met_klasse(haal(client, adres), "taak")}


def stuur(client: Client, adres: str, on_commit: OnCommit, *aan: str) -> str:
    """Press the button, with who is chosen on the page or only these; what the next page says."""
    vakjes = [v for v in haal(client, adres).iter("input") if v.get("name") == "aan"]
    gekozen = list(aan) or [str(v.get("value")) for v in vakjes if "checked" in v.attrib]
    with on_commit(execute=True):
        antwoord: HttpResponse = client.post(adres, {"aan": gekozen}, follow=True)
    return html(antwoord)


def termijn(slug: str, dagen: int) -> None:
    indicator = Indicator.objects.get(slug=slug)
    Termijn.objects.create(indicator=indicator, jaar=2025, uiterlijk=VANDAAG + timedelta(days=dagen))


def test_van_een_doelstelling_staat_er_eerst_aan_wie_en_waarover(carla: Client) -> None:
    termijn("uitstroom-naar-school", 9)
    gevonden = kaarten(carla, VAN_15)
    assert list(gevonden) == ["Bert Jansen: 2 cijfers", "Anna Jansen: 2 cijfers"]
    anna = tekst(gevonden["Anna Jansen: 2 cijfers"])
    dag = date_format(VANDAAG + timedelta(days=9))
    assert f"Jongeren die van de bijstand naar school gaan, 2025, uiterlijk {dag} te doen" in anna
    assert "Aan: anna@gemeente.example Onderwerp: Doelwijzer: een controleur vraagt cijfers van u" in anna
    assert mail.outbox == []
    assert not Herinnering.objects.exists()


def test_de_mail_gaat_weg_met_haar_rij(carla: Client, django_capture_on_commit_callbacks: OnCommit) -> None:
    gezegd = stuur(carla, VAN_15, django_capture_on_commit_callbacks)
    assert "De herinnering gaat nu weg, aan: Bert Jansen, Anna Jansen." in gezegd
    assert "Voortgang: realisaties over 2025" in gezegd
    assert [bericht.to[0] for bericht in mail.outbox] == ["bert@gemeente.example", "anna@gemeente.example"]
    assert mail.outbox[1].body == (
        "Beste Anna Jansen,\n\n"
        "Een controleur vraagt 2 cijfers van u.\n\n"
        "- Uitstroom uit de bijstand naar werk, 2025\n"
        "- Jongeren die van de bijstand naar school gaan, 2025\n\n"
        "Vul ze in op uw lijst: http://127.0.0.1:8000/werk/?jaar=2025\n\n"
        "Is er geen cijfer? Vul dan in waarom niet. Lukt het niet? Overleg met de controleur.\n"
    )
    rijen = list(Herinnering.objects.all())
    assert {(rij.soort, rij.voor, rij.jaar) for rij in rijen} == {("van controleur", VANDAAG, 2025)}
    assert [rij for rij in rijen if rij.verzonden_op is None] == []


def test_de_rij_is_er_voor_de_mail(
    carla: Client, django_capture_on_commit_callbacks: OnCommit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the mail server falls away the beheerder can send it again, with what is open then."""

    class Weg(EmailBackend):
        def send_messages(self, messages: Any) -> int:
            assert Herinnering.objects.count() == 2
            raise SMTPServerDisconnected("gone")

    with monkeypatch.context() as even:
        even.setattr(herinneren, "get_connection", Weg)
        stuur(carla, VAN_15, django_capture_on_commit_callbacks)
    assert mail.outbox == []
    Herinnering.objects.update(gemaakt_op=timezone.now() - timedelta(minutes=11))
    anna = Account.objects.get(username="anna")
    dien_in(ingelogd(anna), WERK_2025, ingetypt="190")
    beheerder = ingelogd(maak_account("bea", Rol.BEHEERDER))
    assert "Herinnering van een controleur" in html(beheerder.get("/werk/herinneringen/"))
    rij = Herinnering.objects.get(actor=anna.actor)
    assert "De mail is verzonden." in html(beheerder.post(f"/werk/herinneringen/{rij.pk}/opnieuw/", follow=True))
    assert "Een controleur vraagt 1 cijfer van u.\n\n- Jongeren" in mail.outbox[0].body

    bert = Account.objects.get(username="bert")
    bert.rechten.exclude(indicator=None).delete()
    Eigenaar.objects.update(account=anna, vervanger=None)
    rij = Herinnering.objects.get(actor=bert.actor)
    assert "Er valt niets meer te vragen." in html(
        beheerder.post(f"/werk/herinneringen/{rij.pk}/opnieuw/", follow=True)
    )


def test_een_persoon_krijgt_alles_wat_nog_van_hem_is(
    carla: Client, bert: Account, django_capture_on_commit_callbacks: OnCommit
) -> None:
    """Of every doelstelling; the page of the year leads there by the name."""
    links = {tekst(a): a.get("href", "") for a in haal(carla, "/werk/voortgang/?jaar=2025").iter("a")}
    assert links["Bert Jansen"] == van(bert)
    assert links["Stuur hun samen een herinnering"] == VAN_15
    assert list(kaarten(carla, van(bert))) == ["Bert Jansen: 3 cijfers"]
    stuur(carla, van(bert), django_capture_on_commit_callbacks)
    assert [bericht.to for bericht in mail.outbox] == [["bert@gemeente.example"]]
    assert "- Bereik van de minimaregelingen, 2025\n" in mail.outbox[0].body


def test_is_het_te_laat_dan_hoort_ook_de_vervanger_het(carla: Client) -> None:
    termijn("uitstroom-naar-werk", -1)
    bert = kaarten(carla, VAN_15)["Bert Jansen: 3 cijfers"]
    assert f"{NAAM_WERK}, 2025, uiterlijk {date_format(VANDAAG - timedelta(days=1))} te doen te laat" in tekst(bert)
    assert "(u vervangt Anna Jansen)" in tekst(bert)


def test_wie_niet_gekozen_is_krijgt_niets(
    carla: Client, anna: Account, django_capture_on_commit_callbacks: OnCommit
) -> None:
    stuur(carla, VAN_15, django_capture_on_commit_callbacks, str(anna.actor))
    assert [bericht.to for bericht in mail.outbox] == [["anna@gemeente.example"]]
    niemand = carla.post(VAN_15, {})
    assert niemand.status_code == 422
    assert "Er is niets verzonden. Kies hieronder aan wie de herinnering gaat." in html(niemand)
    assert [v for v in lees_html(niemand.content).iter("input") if "checked" in v.attrib] == []


def test_nooit_twee_keer_op_een_dag(carla: Client, anna: Account, django_capture_on_commit_callbacks: OnCommit) -> None:
    """Not by the same page, not by another one, and not by what the site sends itself."""
    stuur(carla, VAN_15, django_capture_on_commit_callbacks)
    mail.outbox.clear()
    kaart = tekst(kaarten(carla, van(anna))["Anna Jansen: 2 cijfers"])
    assert "Kreeg vandaag al een mail en krijgt deze daarom niet." in kaart
    assert "Stuur de herinnering" not in html(carla.get(van(anna)))
    assert "Er is niets verzonden." in stuur(carla, van(anna), django_capture_on_commit_callbacks, str(anna.actor))
    termijn("uitstroom-naar-werk", 3)
    verstuur_herinneringen(VANDAAG)
    assert mail.outbox == []
    verstuur_herinneringen(VANDAAG + timedelta(days=1))
    assert [bericht.to for bericht in mail.outbox] == [["anna@gemeente.example"]]


@pytest.mark.parametrize("veld", ["gemaakt_op", "verzonden_op"])
def test_ook_niet_na_een_mail_van_de_site_zelf(
    carla: Client, anna: Account, veld: str, django_capture_on_commit_callbacks: OnCommit
) -> None:
    """But the overview of the week that a controleur has is no such mail; and yesterday is not today."""
    velden = {"actor": anna.actor, "voor": VANDAAG - timedelta(days=3)}
    Herinnering.objects.create(soort=Herinnering.Soort.WEEKOVERZICHT, **velden)
    rij = Herinnering.objects.create(soort=Herinnering.Soort.TE_LAAT, **velden)
    gisteren = timezone.now() - timedelta(days=1)
    Herinnering.objects.filter(pk=rij.pk).update(gemaakt_op=gisteren, verzonden_op=gisteren)
    assert "Kreeg vandaag al een mail" not in html(carla.get(VAN_15))
    Herinnering.objects.filter(pk=rij.pk).update(**{veld: timezone.now()})
    assert html(carla.get(VAN_15)).count("Kreeg vandaag al een mail") == 1
    assert "Er is niets verzonden." in stuur(carla, van(anna), django_capture_on_commit_callbacks, str(anna.actor))
    assert mail.outbox == []


def test_twee_controleurs_tegelijk_sturen_er_een(
    carla: Client, anna: Account, django_capture_on_commit_callbacks: OnCommit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second looked before the row of the first was there."""
    echt = herinneren.ontvangers

    def en_dan_de_ander(*args: Any) -> Any:
        gezien = echt(*args)
        Herinnering.objects.create(actor=anna.actor, soort=Herinnering.Soort.VAN_CONTROLEUR, voor=VANDAAG, jaar=2025)
        return gezien

    monkeypatch.setattr("ingest.voortgang.views.ontvangers", en_dan_de_ander)
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = carla.post(van(anna), {"aan": [str(anna.actor)]}, follow=True)
    assert "Er is niets verzonden." in html(antwoord)
    assert mail.outbox == []


def test_is_alles_binnen_dan_is_er_niemand_om_te_herinneren(carla: Client, anna: Account) -> None:
    for reeks, cijfer in (("werk", "190"), ("school", "20")):
        dien_in(ingelogd(anna), WERK_2025.replace("werk/2025", f"{reeks}/2025"), ingetypt=cijfer)
    assert "Er is niemand om te herinneren." in html(carla.get(van(anna)))
    assert list(kaarten(carla, VAN_15)) == ["Bert Jansen: 2 cijfers"]
    Account.objects.update(email="")
    assert "Er is niemand om te herinneren." in html(carla.get(VAN_15))


@pytest.mark.parametrize("vraag", ["", "persoon=anna", "doelstelling=9.9", "doelstelling=%00"])
def test_zonder_wie_of_waarvan_is_er_geen_pagina(carla: Client, vraag: str) -> None:
    assert carla.get(f"/werk/voortgang/herinneren/?{vraag}").status_code == 404
