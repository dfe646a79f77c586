"""What 1.5 cost in 2024, typed over from jaarstukken that are not on the site (invented), and what pages then say."""

import re
from decimal import Decimal
from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client
from docx import Document

from indicators.models import Bedrag, Doelstelling
from ingest.models import Geldovername
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import html
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

NIEUW, LIJST = "/werk/doelen/bedragen/", "/werk/doelen/"
BOEK = {
    "jaar": "2024",
    "titel": "Jaarstukken 2024",
    "vastgesteld": "ja",
    "adres": "https://www.zoetermeer.nl/jaarstukken-2024.pdf",
    "bladzijde": "12",
    "gedrukt": "1.5 Stimuleren duurzame arbeidsparticipatie -24.650 -24.100",
    "schaal": "1000",
    "kant": "kost",
}
REKENING = {"stand": "rekening", "ingetypt": "-24.100"}
NA_WIJZIGING = {"stand": "na wijziging", "ingetypt": "-24.650"}
PAGINAS = ("/doelstellingen/1.5/", "/geld/", "/doelen/")
ZIN = (
    "1.5, 2024: de rekening is € 24,1 miljoen netto kosten (overgenomen uit Jaarstukken 2024, blz. 12), "
    "de begroting na wijziging was € 24,7 miljoen netto kosten (overgenomen uit Jaarstukken 2024, blz. 12). "
    "Het kostte € 0,6 miljoen minder dan begroot na wijziging."
)


@pytest.fixture
def inge() -> Client:
    return ingelogd(maak_account("inge", "invoerder", doelstelling="1.5"))


@pytest.fixture
def carlo() -> Client:
    return ingelogd(maak_account("carlo", "controleur"))


def neem_over(browser: Client, code: str = "1.5", **anders: str) -> HttpResponse:
    doelstelling = str(Doelstelling.objects.get(code=code).pk)
    return browser.post(NIEUW, {**BOEK, "doelstelling": doelstelling, **anders})


def besluit(browser: Client, overname: Geldovername, actie: str, **velden: str) -> str:
    overname.refresh_from_db()
    gezien = {"actie": actie, "gezien": str(overname.versie), **velden}
    return html(browser.post(f"/werk/doelen/bedragen/{overname.pk}/besluit/", gezien, follow=True))


@pytest.fixture
def beide(inge: Client, carlo: Client) -> list[Geldovername]:
    """Both amounts are on the site."""
    for bedrag in (REKENING, NA_WIJZIGING):
        assert neem_over(inge, **bedrag).status_code == 302
    overnames = list(Geldovername.objects.order_by("pk"))
    for overname in overnames:
        assert "staat nu op de site." in besluit(carlo, overname, "goed")
    return overnames


@pytest.mark.drawn
def plat(adres: str) -> str:
    return tekst(haal(Client(), adres)).replace("\N{NO-BREAK SPACE}", " ")


def test_een_ander_kijkt_ernaar_en_dan_staat_het_oordeel_overal(inge: Client, carlo: Client) -> None:
    assert neem_over(inge, **REKENING).status_code == 302
    lijst = tekst(haal(carlo, LIJST)).replace("\N{NO-BREAK SPACE}", " ")
    assert "1.5 Stimuleren duurzame arbeidsparticipatie, rekening 2024: € 24.100.000 netto lasten" in lijst
    assert not Bedrag.objects.filter(bedrag=-24_100_000).exists()
    [rekening] = Geldovername.objects.all()
    besluit(carlo, rekening, "goed")
    assert "geldoordeel" not in Client().get("/geld/").content.decode()  # without what was budgeted there is none

    assert neem_over(inge, **NA_WIJZIGING).status_code == 302
    besluit(carlo, Geldovername.objects.latest("pk"), "goed")

    for adres in PAGINAS:
        assert ZIN in plat(adres), adres
    assert "Rekening 2024 tegen de begroting na wijziging van dat jaar, bij 1 doelstelling: 0 meer, 1 minder." in plat(
        "/"
    )


def test_ingetrokken_gaat_het_oordeel_weg(beide: list[Geldovername], carlo: Client) -> None:
    assert "is van de site gehaald" in besluit(carlo, beide[1], "intrekken", opmerking="Verkeerde bladzijde.")

    for adres in (*PAGINAS, "/"):
        assert "na wijziging was" not in plat(adres), adres
        assert "Rekening 2024 tegen" not in plat(adres), adres


@pytest.mark.usefixtures("beide")
def test_de_bron_is_die_bladzijde_en_het_bestand_noemt_haar() -> None:
    bedrag = Bedrag.objects.get(bedrag=Decimal(-24_100_000))
    bron = plat(f"/bronnen/{bedrag.benaming.publicatie.slug}/")
    assert "Overgenomen uit Jaarstukken 2024, blz. 12: “1.5 Stimuleren duurzame arbeidsparticipatie -24.650" in bron
    assert "Dit document staat niet op deze site." in bron
    regels = Client().get("/data/bedragen.csv").getvalue().decode().splitlines()
    waar = '"Overgenomen uit Jaarstukken 2024, blz. 12",1,'
    [rij] = [regel for regel in regels if regel.endswith(waar) and ",rekening," in regel]
    assert ",rekening," in rij
    assert ",2024,-24100,-24.100," in rij
    tabel = Client().get("/geld/?tabel=geldoordeel&als=csv").content.decode("utf-8-sig")
    assert re.search(r"24.?650.*24.?100.*-550", tabel), tabel


@pytest.mark.usefixtures("beide")
def test_het_hoofdstuk_voor_de_jaarstukken_zegt_het_ook() -> None:
    docx = Document(BytesIO(Client().get("/data/doelstellingen/1.5.docx?jaar=2024").content))
    alineas = " ".join(alinea.text for alinea in docx.paragraphs).replace("\N{NO-BREAK SPACE}", " ")
    assert ZIN in alineas
    waar = "volgens de rekening, overgenomen uit Jaarstukken 2024, blz. 12."
    assert f"€ 24,1 miljoen netto kosten in 2024, {waar}" in alineas
    assert "Wat het echt kostte, staat nog niet op deze site." not in alineas


@pytest.mark.usefixtures("beide")
def test_wat_is_overgenomen_telt_niet_mee_in_tabellen_van_documenten() -> None:
    """Nor in what is added up again, nor in what editions expected."""
    for adres in ("/klopt-het/", "/vergelijken/"):
        assert "24.100" not in plat(adres)
    assert "Jaarstukken 2024 staan" not in plat("/over/")


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"jaar": "2026"}, "De jaarstukken van 2026 zijn er nog niet."),
        ({"ingetypt": "veel"}, "“veel” is geen bedrag. Typ het zoals gedrukt: -14.714."),
        ({"ingetypt": "-24.200"}, "Dit bedrag staat niet op de regel die u overtypte. Kijk beide na."),
        ({"kant": ""}, "Kies lasten of baten."),
        ({"schaal": ""}, "Kies duizenden of hele euro’s."),
        ({"stand": ""}, "Kies rekening of begroting na wijziging."),
        ({"bladzijde": ""}, "Typ het nummer van de bladzijde."),
    ],
)
def test_wat_niet_klopt_wordt_gezegd(inge: Client, anders: dict[str, str], zin: str) -> None:
    antwoord = neem_over(inge, **{**REKENING, **anders})
    assert antwoord.status_code == 422
    assert zin in html(antwoord)
    assert not Geldovername.objects.exists()


def test_van_een_ander_en_nog_eens(inge: Client, beide: list[Geldovername]) -> None:
    assert neem_over(inge, "1.4", **REKENING).status_code == 422
    assert not Geldovername.objects.filter(doelstelling__code="1.4").exists()
    assert "Dit bedrag is al overgenomen." in html(neem_over(inge, **REKENING))


def test_vier_ogen_en_terug(carlo: Client) -> None:
    allebei = maak_account("dora", "invoerder", doelstelling="1.5")
    allebei.rechten.create(rol="controleur")
    dora = ingelogd(allebei)
    neem_over(dora, **REKENING)
    overname = Geldovername.objects.get()
    assert "dit nam u zelf over. Een ander moet het controleren" in besluit(dora, overname, "goed")
    assert "is teruggegeven met uw opmerking" in besluit(carlo, overname, "terug", opmerking="Regel hoort bij 1.4.")
    assert "Regel hoort bij 1.4." in html(dora.get(f"/werk/doelen/bedragen/{overname.pk}/"))
    opnieuw = {**BOEK, **REKENING, "bladzijde": "13", "gezien": str(Geldovername.objects.get().versie)}
    assert dora.post(f"/werk/doelen/bedragen/{overname.pk}/", opnieuw).status_code == 302
    overname.refresh_from_db()
    assert (overname.bladzijde, overname.staat) == (13, "voorgelegd")
