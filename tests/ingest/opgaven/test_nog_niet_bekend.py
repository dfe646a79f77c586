""" "Nog niet bekend" with the day from which it is: asked again on that day, and answered without a reason."""

from datetime import timedelta

import pytest
from django.core import mail
from django.template.defaultfilters import date
from django.test import Client
from django.utils import timezone

from indicators.models import Indicator
from ingest.herinneringen.herinneringen import verstuur_herinneringen
from ingest.models import Account, Herinnering, Termijn
from tests.gereedschap.opgaven import PAGINA, VANDAAG, WERK_2025, csv_rijen, dien_in, html, keur_goed, vul_in
from tests.gereedschap.paginas import haal, met_klasse, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

DAG = VANDAAG + timedelta(days=20)
NIET_BEKEND = {"geen": "nnb", "bekend_vanaf": f"{DAG:%d-%m-%Y}"}
NAAM = "Uitstroom uit de bijstand naar werk"


@pytest.fixture
def op_de_site(inge: Client, carla: Client) -> None:
    """What Inge says of 2025, and Carla agreed to."""
    keur_goed(carla, dien_in(inge, WERK_2025, **NIET_BEKEND, toelichting="Het CBS telt nog."))


@pytest.fixture
def die_dag(op_de_site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day from which it is known."""
    monkeypatch.setattr(timezone, "localdate", lambda: DAG)


def in_de_lijst(browser: Client, adres: str = "/werk/") -> str:
    """What a list says of this one figure."""
    taken = met_klasse(haal(browser, f"{adres}?jaar=2025"), "taak")
    [zin] = [tekst(taak) for taak in taken if NAAM in tekst(taak)]
    return zin


def test_wie_iets_nog_niet_kent_zegt_vanaf_wanneer(inge: Client, carla: Client) -> None:
    dag = date(DAG, "j F Y")
    begrepen = inge.get(f"{WERK_2025}begrepen/", NIET_BEKEND)
    assert f"Zo begrijpen wij het: nog niet bekend over 2025, verwacht vanaf {dag}." in html(begrepen)
    opgave = dien_in(inge, WERK_2025, **NIET_BEKEND)
    assert f"nog niet bekend , verwacht vanaf {dag}" in html(carla.get("/werk/controle/"))
    assert f"verwacht vanaf {dag}" in html(carla.get(f"/werk/controle/bekijken/?opgave={opgave.pk}"))
    keur_goed(carla, opgave)
    assert f"nog niet bekend, verwacht vanaf {dag}" in in_de_lijst(inge)
    pagina = tekst(haal(Client(), PAGINA))
    assert f"Verwacht vanaf {dag}" in pagina
    assert f"Verwacht vanaf {dag}" in tekst(haal(Client(), f"/bronnen/Opgave-{opgave.pk}/"))


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"bekend_vanaf": f"{VANDAAG:%d-%m-%Y}"}, "Deze dag is al geweest. Typ een dag die nog komt, of haal hem weg."),
        ({"bekend_vanaf": "in maart"}, "Dit is geen datum. Typ dag-maand-jaar, bijvoorbeeld 1-10-2026."),
        ({"geen": ""}, "U typte vanaf wanneer het cijfer bekend is. Kies hier dan “nog niet bekend”."),
    ],
)
def test_een_dag_die_niet_kan_wordt_gezegd(inge: Client, velden: dict[str, str], zin: str) -> None:
    antwoord = vul_in(inge, WERK_2025, **NIET_BEKEND | velden)
    assert antwoord.status_code == 422
    assert zin in html(antwoord)


@pytest.mark.parametrize("velden", [{"geen": "", "ingetypt": "190"}, {"geen": "ongemeten"}])
def test_de_dag_gaat_weg_als_er_iets_anders_staat(inge: Client, velden: dict[str, str]) -> None:
    assert dien_in(inge, WERK_2025, **NIET_BEKEND).bekend_vanaf == DAG
    assert dien_in(inge, WERK_2025, **NIET_BEKEND | velden).bekend_vanaf is None


def test_zonder_dag_wordt_er_niets_opnieuw_gevraagd(inge: Client, carla: Client) -> None:
    keur_goed(carla, dien_in(inge, WERK_2025, geen="nnb"))
    assert in_de_lijst(inge).startswith(f"{NAAM} gepubliceerd")


@pytest.mark.usefixtures("op_de_site")
def test_tot_die_dag_is_het_gedaan(inge: Client, carla: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: DAG - timedelta(days=1))
    assert in_de_lijst(inge).startswith(f"{NAAM} gepubliceerd")
    assert "kan nu" not in tekst(haal(carla, "/werk/voortgang/?jaar=2025"))


@pytest.mark.usefixtures("die_dag")
def test_vanaf_die_dag_is_het_weer_te_doen(inge: Client, carla: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    laatste_dag = date(DAG + timedelta(days=14), "j F Y")
    for zin in (in_de_lijst(inge), in_de_lijst(carla, "/werk/voortgang/")):
        assert "te doen was nog niet bekend, kan nu" in zin
        assert laatste_dag in zin
        assert "te laat" not in zin
    assert "gepubliceerd" not in tekst(haal(carla, "/werk/voortgang/?jaar=2025"))
    assert "Nog te doen door: Inge Jansen." in tekst(haal(carla, "/werk/voortgang/?jaar=2025"))
    monkeypatch.setattr(timezone, "localdate", lambda: DAG + timedelta(days=15))
    assert "te laat" in in_de_lijst(inge)


@pytest.mark.usefixtures("die_dag")
def test_het_cijfer_komt_er_zonder_dat_om_een_reden_wordt_gevraagd(inge: Client, carla: Client) -> None:
    formulier = html(inge.get(WERK_2025))
    assert "Kent u het cijfer, vul het dan in. Een reden hoeft er niet bij." in formulier
    assert "Het CBS telt nog." not in formulier
    assert "Schrijf waarom het anders wordt." in html(vul_in(inge, WERK_2025, geen="gestopt"))
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    assert opgave.reden == "Het cijfer is nu bekend."
    assert in_de_lijst(inge).startswith(f"{NAAM} ingediend")
    keur_goed(carla, opgave)
    assert in_de_lijst(inge).startswith(f"{NAAM} gepubliceerd")
    assert [rij["waarde"] for rij in csv_rijen("2025")] == ["190"]
    pagina = tekst(haal(Client(), PAGINA))
    assert "Eerder al op de site als nog niet bekend, sinds" in pagina
    assert "Gecorrigeerd" not in pagina


@pytest.mark.usefixtures("op_de_site")
def test_de_mail_vraagt_het_op_die_dag_een_keer(invoerder: Account, inge: Client, carla: Client) -> None:
    laatste_dag = DAG + timedelta(days=14)
    vooraf = tekst(haal(carla, "/werk/termijnen/mails/"))
    assert f"{NAAM}, 2025 (was nog niet bekend, kan nu)" in vooraf
    assert date(DAG, "j F Y") in vooraf
    for dagen in (-1, 0, 0, 1):
        verstuur_herinneringen(DAG + timedelta(days=dagen))
    [vraag] = mail.outbox
    assert f"Lever het in op {date(laatste_dag, 'j F Y')} of eerder." in vraag.body
    assert f"- {NAAM}, 2025 (was nog niet bekend, kan nu)" in vraag.body
    [herinnering] = Herinnering.objects.all()
    assert (herinnering.actor, herinnering.voor) == (invoerder.actor, laatste_dag)


@pytest.mark.usefixtures("op_de_site")
def test_met_een_andere_termijn_van_die_dag_is_het_een_mail() -> None:
    school = Indicator.objects.get(slug="uitstroom-naar-school")
    Termijn.objects.create(indicator=school, jaar=2025, uiterlijk=DAG + timedelta(days=14))
    for dagen in (-1, 0, 1):
        verstuur_herinneringen(DAG + timedelta(days=dagen))
    [vraag] = mail.outbox
    assert "Doelwijzer vraagt 2 cijfers van u." in vraag.body
