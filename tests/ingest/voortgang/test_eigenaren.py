"""Whose each figure is: chosen on a page, shown on the lists of who enters and who checks, and asked by mail."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from indicators.models import Definitie, Doelstelling, Indicator, Wijziging
from ingest.herinneringen.herinneringen import verstuur_herinneringen
from ingest.models import Account, Eigenaar, Rol, Termijn
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import WERK_2025, dien_in, html
from tests.gereedschap.paginas import haal, lees_html, met_klasse, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

ADRES = "/werk/eigenaren/"
WERK, SCHOOL = "uitstroom-naar-werk", "uitstroom-naar-school"
NAAM_WERK = "Uitstroom uit de bijstand naar werk"


@pytest.fixture
def anna() -> Account:
    return maak_account("anna", Rol.INVOERDER)


@pytest.fixture
def bert() -> Account:
    return maak_account("bert", Rol.INVOERDER)


@pytest.fixture
def carla(anna: Account, bert: Account) -> Client:
    """A controleur; Anna and Bert may enter 1.5, nobody the others."""
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


def sleutel(slug: str) -> int:
    return Indicator.objects.get(slug=slug).pk


def velden(client: Client) -> dict[str, str]:
    """What the page shows, as a browser would send it back."""
    blad = lees_html(client.get(ADRES).content)
    gekozen = {
        keuze.get("name", ""): next((o.get("value", "") for o in keuze.iter("option") if "selected" in o.attrib), "")
        for keuze in blad.iter("select")
    }
    gezien = {str(v.get("name")): v.get("value") or "" for v in blad.iter("input") if "gezien" in str(v.get("name"))}
    return gekozen | gezien


def kies(client: Client, slug: str, eigenaar: Account | None, vervanger: Account | None = None) -> HttpResponse:
    return client.post(ADRES, velden(client) | keuze(slug, eigenaar, vervanger))


def keuze(slug: str, eigenaar: Account | None, vervanger: Account | None = None) -> dict[str, str]:
    wie = {"eigenaar": eigenaar, "vervanger": vervanger}
    return {f"i{sleutel(slug)}-{naam}": str(account.actor) if account else "" for naam, account in wie.items()}


def eigenaren() -> dict[str, tuple[str, str]]:
    rijen = Eigenaar.objects.select_related("indicator", "account", "vervanger")
    return {
        rij.indicator.slug: (rij.account.username, rij.vervanger.username if rij.vervanger else "") for rij in rijen
    }


def regel(client: Client, adres: str, naam: str) -> str:
    """What a list says of one figure."""
    return next(gevonden for kaart in met_klasse(haal(client, adres), "taak") if naam in (gevonden := tekst(kaart)))


# Choosing


def test_een_controleur_kiest_een_eigenaar_en_een_vervanger(carla: Client, anna: Account, bert: Account) -> None:
    assert "Bij 1 cijfer is gewijzigd van wie het is." in html(
        carla.post(ADRES, velden(carla) | keuze(WERK, anna, bert), follow=True)
    )
    assert eigenaren() == {WERK: ("anna", "bert")}
    assert velden(carla)[f"i{sleutel(WERK)}-vervanger"] == str(bert.actor)
    assert kies(carla, WERK, bert).status_code == 302
    assert eigenaren() == {WERK: ("bert", "")}
    assert kies(carla, WERK, None).status_code == 302
    assert eigenaren() == {}


def test_een_beheerder_ook(anna: Account) -> None:
    beheerder = ingelogd(maak_account("bea", Rol.BEHEERDER))
    assert f'href="{ADRES}"' in beheerder.get(ADRES).content.decode()  # in the menu
    assert kies(beheerder, WERK, anna).status_code == 302
    assert eigenaren() == {WERK: ("anna", "")}


def test_het_staat_in_de_geschiedenis(carla: Client, anna: Account, bert: Account) -> None:
    kies(carla, WERK, anna)
    kies(carla, WERK, anna, bert)
    laatste = Wijziging.objects.filter(tabel="ingest_eigenaar").first()
    assert laatste
    assert (laatste.actie, laatste.rol, laatste.nieuw["vervanger_id"]) == ("update", "controleur", str(bert.actor))

    beheerder = ingelogd(maak_account("bea", Rol.BEHEERDER))
    van_bert = html(beheerder.get("/werk/geschiedenis/", {"persoon": str(bert.actor)}))
    assert f"Carla Jansen (controleur): eigenaar van {NAAM_WERK} gewijzigd" in van_bert
    assert "vervanger: leeg → Bert Jansen" in van_bert


@pytest.mark.parametrize(
    ("eigenaar", "vervanger", "veld", "zin"),
    [
        ("dora", "", "eigenaar", "Deze persoon mag dit cijfer niet invoeren."),
        ("anna", "dora", "vervanger", "Deze persoon mag dit cijfer niet invoeren."),
        ("anna", "anna", "vervanger", "Dit is de eigenaar zelf."),
        ("", "anna", "eigenaar", "Kies ook een eigenaar, of haal de vervanger weg."),
    ],
)
def test_een_foute_keuze_staat_bij_het_veld_en_bovenaan(
    carla: Client, eigenaar: str, vervanger: str, veld: str, zin: str
) -> None:
    maak_account("dora", Rol.INVOERDER, doelstelling="1.6")
    wie = {account.username: account for account in Account.objects.all()}
    antwoord = kies(carla, WERK, wie.get(eigenaar), wie.get(vervanger))
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert f'href="#id_i{sleutel(WERK)}-{veld}">{NAAM_WERK}, ' in pagina
    assert pagina.count(zin) == 2
    assert eigenaren() == {}


def test_alleen_wie_het_mag_invoeren_is_te_kiezen(carla: Client) -> None:
    blad = haal(carla, ADRES)
    per_naam = {tekst(vak): vak for vak in blad.iter("fieldset")}
    werk = next(vak for naam, vak in per_naam.items() if NAAM_WERK in naam)
    assert [tekst(optie) for optie in next(werk.iter("select")).iter("option")] == [
        "niemand",
        "Anna Jansen",
        "Bert Jansen",
    ]
    minima = next(naam for naam in per_naam if "minima" in naam)
    assert "Niemand mag dit invoeren. Vraag de beheerder iemand rechten te geven." in minima


def test_wat_een_ander_intussen_koos_blijft_staan(carla: Client, anna: Account, bert: Account) -> None:
    """A row that both changed is asked again; one that only the other changed stays as they chose it."""
    oud = velden(carla)
    kies(carla, WERK, bert)
    kies(carla, SCHOOL, bert)
    antwoord = carla.post(ADRES, oud | keuze(WERK, anna))
    assert antwoord.status_code == 422
    assert "Iemand anders koos hier intussen: Bert Jansen. Klopt uw keuze nog?" in antwoord.content.decode()
    assert eigenaren() == {WERK: ("bert", ""), SCHOOL: ("bert", "")}

    assert kies(carla, WERK, anna).status_code == 302
    assert eigenaren() == {WERK: ("anna", ""), SCHOOL: ("bert", "")}


def test_wie_het_niet_meer_mag_is_geen_eigenaar_meer(carla: Client, anna: Account, bert: Account) -> None:
    kies(carla, WERK, anna, bert)
    anna.rechten.all().delete()
    assert "Anna Jansen (mag dit niet meer invoeren)" in html(carla.get(ADRES))
    assert "geen eigenaar" in regel(carla, "/werk/voortgang/?jaar=2025", NAAM_WERK)
    assert kies(carla, SCHOOL, bert).status_code == 302  # other rows are not held up by it
    assert kies(carla, WERK, anna).status_code == 422
    assert eigenaren()[WERK] == ("anna", "bert")


def test_wie_vergeten_wordt_is_nergens_meer_eigenaar(carla: Client, anna: Account, bert: Account) -> None:
    kies(carla, WERK, anna, bert)
    kies(carla, SCHOOL, bert, anna)
    anna.delete()
    assert eigenaren() == {SCHOOL: ("bert", "")}


# My list


def test_mijn_lijst_zegt_van_wie_elk_cijfer_is(carla: Client, anna: Account, bert: Account) -> None:
    kies(carla, WERK, anna, bert)
    lijst = "/werk/?jaar=2025"
    assert "van u, Bert Jansen vervangt u" in regel(ingelogd(anna), lijst, NAAM_WERK)
    assert "u vervangt Anna Jansen" in regel(ingelogd(bert), lijst, NAAM_WERK)
    assert "van Anna Jansen" in regel(ingelogd(maak_account("inge", Rol.INVOERDER)), lijst, NAAM_WERK)
    assert " van " not in regel(ingelogd(anna), lijst, "Jongeren die van de bijstand naar school gaan").partition(
        "Over"
    )[0].removeprefix("Jongeren die van")


def test_mijn_lijst_kan_alleen_tonen_wat_van_mij_is(carla: Client, anna: Account, bert: Account) -> None:
    assert "van=mij" not in ingelogd(anna).get("/werk/?jaar=2025").content.decode()
    kies(carla, WERK, anna, bert)
    kies(carla, SCHOOL, bert)
    browser = ingelogd(bert)
    alles = html(browser.get("/werk/?jaar=2025"))
    assert "0 van de 4 klaar" in alles
    assert "Toon alleen wat van u is of waar u vervangt (2)" in alles

    eigen = browser.get("/werk/?jaar=2025&van=mij")
    assert "0 van de 2 klaar" in html(eigen)
    assert "Toon alle 4 cijfers" in html(eigen)
    assert "arbeidsparticipatie/2025" not in eigen.content.decode()
    assert 'type="hidden" name="van" value="mij"' in eigen.content.decode()  # another year keeps it
    kies(carla, WERK, None)
    kies(carla, SCHOOL, None)
    assert "Geen van deze cijfers is van u." in html(browser.get("/werk/?jaar=2025&van=mij"))


# Progress
@pytest.mark.drawn
def test_voortgang_noemt_de_eigenaar_in_plaats_van_iedereen(carla: Client, anna: Account, bert: Account) -> None:
    def nog_te_doen() -> str:
        return next(
            tekst(deel)
            for deel in met_klasse(haal(carla, "/werk/voortgang/?jaar=2025"), "blok")
            if NAAM_WERK in tekst(deel)
        )

    assert "Nog te doen door: Anna Jansen, Bert Jansen." in nog_te_doen()
    for slug in (WERK, SCHOOL, "arbeidsparticipatie", "deeltijd-werkenden"):
        kies(carla, slug, bert, anna)
    assert "Nog te doen door: Bert Jansen." in nog_te_doen()
    assert f"{NAAM_WERK}, 2025 te doen van Bert Jansen, vervanger Anna Jansen geen datum" in nog_te_doen()

    termijn(WERK, timezone.localdate() - timedelta(days=1))
    assert "Nog te doen door: Bert Jansen, Anna Jansen." in nog_te_doen()
    kies(carla, WERK, anna)
    assert "Nog te doen door: Bert Jansen, Anna Jansen." in nog_te_doen()
    dien_in(ingelogd(anna), WERK_2025, ingetypt="190")
    assert "Nog te doen door: Bert Jansen." in nog_te_doen()  # of Anna's own nothing is open
    anders = html(carla.get("/werk/voortgang/?jaar=2025"))
    assert "Niemand mag dit invoeren. Vraag de beheerder iemand rechten te geven." in anders


def test_een_cijfer_om_mee_te_vergelijken_is_te_doen_door_wie_de_indicator_heeft(carla: Client) -> None:
    """Its right comes with the indicator that it belongs to."""
    eigen = Indicator.objects.get(slug="bereik-minimaregelingen")
    landelijk = Indicator.objects.create(
        slug="landelijk", naam="Bereik in het land", aard="referentie", hoort_bij=eigen, volgorde=1
    )
    meting = {"omschrijving": "In het land", "eenheid": "%", "decimalen": 0, "richting": "hoger", "volgorde": 1}
    Definitie.objects.create(indicator=landelijk, slug="landelijk", meetperiode="kalenderjaar", **meting)
    dora = maak_account("dora")
    dora.rechten.create(rol=Rol.INVOERDER, indicator=eigen)
    deel = next(
        tekst(d) for d in met_klasse(haal(carla, "/werk/voortgang/?jaar=2025"), "blok") if "in het land" in tekst(d)
    )
    assert "Nog te doen door: Dora Jansen." in deel


# Mail


def termijn(slug: str, uiterlijk: date) -> None:
    Termijn.objects.create(indicator=Indicator.objects.get(slug=slug), jaar=2025, uiterlijk=uiterlijk)


def verzonden() -> dict[str, str]:
    uit = {bericht.to[0]: bericht.body for bericht in mail.outbox}
    mail.outbox.clear()
    return uit


def test_de_eigenaar_krijgt_de_mail_en_de_vervanger_als_het_te_laat_is(
    carla: Client, anna: Account, bert: Account
) -> None:
    maak_account("inge", Rol.INVOERDER)
    dag = date(2026, 2, 16)
    termijn(WERK, dag)
    termijn(SCHOOL, dag)
    kies(carla, WERK, anna, bert)

    verstuur_herinneringen(dag)
    gevraagd = verzonden()
    # nobody owns the other figure, so all are asked
    assert "Doelwijzer vraagt 2 cijfers van u." in gevraagd.pop("anna@gemeente.example")
    assert sorted(gevraagd) == ["bert@gemeente.example", "inge@gemeente.example"]
    assert not [body for body in gevraagd.values() if NAAM_WERK in body]

    verstuur_herinneringen(dag + timedelta(days=1))
    te_laat = verzonden()
    assert f"- {NAAM_WERK}, 2025\n" in te_laat["anna@gemeente.example"]
    assert f"- {NAAM_WERK}, 2025 (u vervangt Anna Jansen)\n" in te_laat["bert@gemeente.example"]
    assert NAAM_WERK not in te_laat["inge@gemeente.example"]


@pytest.mark.parametrize("wat", ["recht weg", "account dicht", "geen adres"])
def test_is_de_eigenaar_er_niet_dan_krijgt_ieder_die_mag_de_mail(
    carla: Client, anna: Account, bert: Account, wat: str
) -> None:
    termijn(WERK, date(2026, 2, 16))
    kies(carla, WERK, anna)
    if wat == "recht weg":
        anna.rechten.update(doelstelling=Doelstelling.objects.get(code="1.6"))
    else:
        Account.objects.filter(pk=anna.pk).update(**({"email": ""} if wat == "geen adres" else {"is_active": False}))
    verstuur_herinneringen(date(2026, 2, 16))
    assert list(verzonden()) == ["bert@gemeente.example"]
