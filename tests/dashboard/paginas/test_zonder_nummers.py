"""A begroting with only indicators, below headings that it does not number: from the file to the pages.

The tables are of Waterdam, which does not exist.
"""

from collections.abc import Sequence

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from indicators.models import Doelstelling, DoelstellingBenaming, Programma, Vermelding
from ingest.documenten.aanleveren.bestanden import pad_van
from ingest.documenten.werker import werk_af
from ingest.models import Aanlevering, Rol
from tests.gereedschap.aanleveren import aangeleverd
from tests.gereedschap.beoordelen import antwoord, beantwoord_alles, publiceer, vraag_over
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]
PAGINAS = [
    *("/", "/doelen/", "/geld/", "/vergelijken/", "/klopt-het/", "/raad/", "/bronnen/", "/data/", "/bevindingen/"),
    *("/over/", "/toegankelijkheid/"),
]


def rij(*cellen: str) -> str:
    return f"<tr>{''.join(f'<td>{cel}</td>' for cel in cellen)}</tr>"


MET_TAAKVELDEN = f"""<html><body><main><p>Begroting 2031</p><p>Gemeente Waterdam</p><h1>Verplichte indicatoren</h1>
<table>
{rij("", "Indicator", "Definitie", "Bron", "realisatie", "realisatie")}{rij("", "", "", "", "2028", "2029")}
{rij("1. Veiligheid", "", "", "", "", "")}
{rij("1", "Verwijzingen Halt", "Aantal per 1.000 jongeren", "Bureau Halt", "15", "11")}
{rij("2", "Winkeldiefstallen", "Aantal per 1.000 inwoners", "CBS", "4,2", "3,2")}
{rij("5. Sport", "", "", "", "", "")}
{rij("3", "Niet sporters", "%", "CBS", "", "50,2")}
</table></main></body></html>"""
MET_AMBITIES = f"""<html><body><main><p>Begroting 2031</p><p>Gemeente Waterdam</p><h1>Thema Zorg</h1>
<h2>Ambitie 2: Iedereen doet mee</h2><h3>Indicatoren</h3>
<table>{rij("Indicator", "Realisatie 2029", "Doel 2031")}{rij("Vrijwilligers", "210", "250")}</table>
<h2>Ambitie 3: Niemand is eenzaam</h2><h3>Indicatoren</h3>
<table>{rij("Indicator", "Realisatie 2029")}{rij("Eenzame inwoners per 1 januari", "74")}</table>
</main></body></html>"""


@pytest.fixture(autouse=True)
def leeg(settings: Settings) -> None:
    settings.LEEG, settings.GEMEENTE = True, "Waterdam"
    call_command("load_bundled", verbosity=0)


@pytest.fixture
def controleur() -> Client:
    return ingelogd(maak_account("anna", Rol.CONTROLEUR))


@pytest.fixture
def tweede() -> Client:
    return ingelogd(maak_account("bert", Rol.CONTROLEUR))


def lever_aan(controleur: Client, inhoud: str) -> Aanlevering:
    """Through the form, and read by the worker in its own process."""
    document = aangeleverd(controleur, inhoud.encode())
    assert pad_van(document.checksum).exists()
    werk_af(document.pk)
    return document


def soorten(document: Aanlevering) -> list[str]:
    return [vraag.soort for vraag in document.vragen.open().op_volgorde()]


def test_alle_namen_zijn_met_een_klik_per_soort_beantwoord(controleur: Client, tweede: Client, client: Client) -> None:
    document = lever_aan(controleur, MET_TAAKVELDEN)
    assert soorten(document) == ["document", "gegevens", "programma", *["doelstelling"] * 2, *["indicator"] * 3]
    pagina = tekst(haal(controleur, document.get_absolute_url()))
    assert "Alle 3: maak dit zoals voorgesteld" in pagina
    assert (
        "Eenheid Aantal per 1.000 inwoners · Cijfers achter de komma 1 · Wat is goed? Of hoger beter is, is" in pagina
    )
    assert "Dit lijkt de verplichte indicator “Verwijzingen Halt” (taakveld 1 Veiligheid)." in pagina
    beantwoord_alles(controleur, document)  # presses the buttons first
    assert publiceer(tweede, document).status_code == 302
    assert document.staat == Aanlevering.Staat.GEPUBLICEERD, document.reden

    assert [str(programma) for programma in Programma.objects.all()] == ["Verplichte indicatoren"]
    assert [(str(d), d.get_absolute_url()) for d in Doelstelling.objects.all()] == [
        ("1. Veiligheid", "/doelstellingen/1-veiligheid/"),
        ("5. Sport", "/doelstellingen/5-sport/"),
    ]
    cijfers = Vermelding.objects.geldend().filter(waarde__isnull=False).order_by("passage__regel", "jaar")
    assert [(v.bewoording.naam, v.jaar, v.gedrukt, v.bewoording.definitie.eenheid) for v in cijfers] == [
        ("Verwijzingen Halt", 2028, "15", "Aantal per 1.000 jongeren"),
        ("Verwijzingen Halt", 2029, "11", "Aantal per 1.000 jongeren"),
        ("Winkeldiefstallen", 2028, "4,2", "Aantal per 1.000 inwoners"),
        ("Winkeldiefstallen", 2029, "3,2", "Aantal per 1.000 inwoners"),
        ("Niet sporters", 2029, "50,2", "%"),
    ]
    de_paginas_kloppen(client, cijfers)


def de_paginas_kloppen(client: Client, cijfers: Sequence[Vermelding]) -> None:
    """No number, no "doelstelling", no sum of nothing; and the unit where the number does not show it."""
    doel, cijfer = "/doelstellingen/1-veiligheid/", "/indicatoren/winkeldiefstallen/"
    bron = f"/bronnen/PB-2031/regels/{cijfers[2].passage.regel}/"
    paginas = {adres: tekst(haal(client, adres)) for adres in (*PAGINAS, doel, cijfer, bron)}
    for adres, pagina in paginas.items():
        assert "oelstelling" not in pagina.replace("Doelstellingen", ""), adres
        assert "1-veiligheid" not in pagina, adres
        assert "verplichte-indicatoren" not in pagina, adres
        assert "Zoetermeer" not in pagina, adres
        assert "Hoger is niet beter" not in pagina, adres  # nobody read that of burglary
    assert "Winkeldiefstallen 3,2 in 2029 (Aantal per 1.000 inwoners)" in paginas["/"]
    assert "Niet-sporters 50,2 in 2029 (%)" in paginas["/"]  # as the law calls it
    assert "Zijn de doelen gehaald? 5 resultaten van cijfers zonder doel" in paginas["/"]
    assert "5 geen oordeel: dit cijfer heeft geen doel" in paginas["/doelen/"]
    assert "2029: 3,2. Geen oordeel. In PB 2031 heeft dit cijfer geen doel." in paginas["/doelen/"]
    lead = "Bij deze cijfers staat op deze site geen doel. Er is dus niets te halen of te missen."
    assert lead in paginas["/doelen/"]
    assert "staat nog niet op deze site" not in paginas["/doelen/"]
    assert "Niets om op te tellen" in paginas["/"]
    assert "0 optellingen" not in paginas["/klopt-het/"]
    assert "Op deze site staat niet wat “Verplichte indicatoren” in 2031 kost." in paginas["/geld/"]
    assert "Wat de gemeente verder wil doen, staat bij “1. Veiligheid”." in paginas[cijfer]
    assert "In PB 2031 heeft dit cijfer geen doel." in paginas[cijfer]
    assert "Richting of hoger beter is, is niet gezegd" in paginas[cijfer]
    assert "Wat dit cijfer meet Aantal per 1.000 inwoners" in paginas[cijfer]
    citaat = "Winkeldiefstallen, realisatie, 2029: 3,2 (Aantal per 1.000 inwoners). Bron: Begroting 2031 (PB 2031)"
    assert citaat in paginas[bron]
    rijen = client.get("/data/indicatoren/winkeldiefstallen.csv").getvalue().decode()
    assert ",winkeldiefstallen,Winkeldiefstallen,Aantal per 1.000 inwoners,realisatie,PB 2031,2029,3.2,," in rijen


def test_een_ambitie_houdt_haar_woord_en_nummer_en_een_doel_vraagt_een_antwoord(
    controleur: Client, tweede: Client, client: Client
) -> None:
    document = lever_aan(controleur, MET_AMBITIES)
    pagina = tekst(haal(controleur, document.get_absolute_url()))
    assert 'Het kopje "Ambitie 2: Iedereen doet mee" is niet bekend.' in pagina
    met_doel = vraag_over(document, "indicator", "Vrijwilligers")
    assert not met_doel.voorstel["compleet"]  # which way is better the document does not say
    gekozen = {"omschrijving": "Wie meehelpt.", "eenheid": "aantal", "decimalen": "0", "richting": "hoger"}
    gekozen |= {"soort_begroting": "streefwaarde", "meetperiode": "kalenderjaar"}
    assert antwoord(controleur, met_doel, "nieuw", **gekozen).status_code == 302
    beantwoord_alles(controleur, document)
    publiceer(tweede, document)

    doelen = [(str(d.programma), str(d)) for d in Doelstelling.objects.all()]
    assert doelen == [("Thema Zorg", "Ambitie 2: Iedereen doet mee"), ("Thema Zorg", "Ambitie 3: Niemand is eenzaam")]
    eenzaam = Vermelding.objects.geldend().get(bewoording__naam="Eenzame inwoners per 1 januari")
    assert (eenzaam.gedrukt, eenzaam.bewoording.definitie.meetperiode) == ("74", "peildatum")
    assert "Ambitie 2: Iedereen doet mee" in tekst(haal(client, "/doelen/"))


def test_een_ander_kopje_is_te_kiezen_uit_wat_er_gedrukt_staat(controleur: Client, tweede: Client) -> None:
    """And the next reading knows what was chosen."""
    document = lever_aan(controleur, MET_AMBITIES.replace("Ambitie 2: Iedereen doet mee", "Wat wij willen"))
    kopje = vraag_over(document, "doelstelling", "Wat wij willen")
    assert antwoord(controleur, kopje, "nieuw", naam="Niet gedrukt").status_code == 422
    assert antwoord(controleur, kopje, "nieuw", naam="Thema Zorg").status_code == 302
    document.vragen.get(voorstel__onderwerp="Vrijwilligers")
    beantwoord_alles(controleur, document, indicator=("weglaten", {"toelichting": "Niet van ons."}))
    publiceer(tweede, document)

    assert document.staat == Aanlevering.Staat.GEPUBLICEERD, document.reden
    assert [str(d) for d in Doelstelling.objects.all()] == ["Thema Zorg", "Ambitie 3: Niemand is eenzaam"]
    benaming = DoelstellingBenaming.objects.get(doelstelling__naam="Thema Zorg")
    assert benaming.naam == "Wat wij willen"


def test_een_document_zonder_de_naam_wordt_gelezen_en_nagevraagd_en_komt_niet_op_de_site(controleur: Client) -> None:
    document = lever_aan(controleur, MET_TAAKVELDEN.replace("Gemeente Waterdam", "Gemeente Polderstad"))

    vraag = vraag_over(document, "document", "De naam Waterdam komt in dit document niet voor.")
    assert antwoord(controleur, vraag, "klopt").status_code != 302
    assert "Winkeldiefstallen" in tekst(haal(controleur, document.get_absolute_url()))


def test_een_eenheid_wordt_heel_voorgesteld_of_niet(controleur: Client) -> None:
    """As Rotterdam prints one in PB 2023, line 33; 40 characters fit."""
    lang = "Aantal per 1.000 inwoners in de leeftijd 15 – 64 jaar"
    gedrukt = MET_TAAKVELDEN.replace("Aantal per 1.000 inwoners", lang)
    document = lever_aan(controleur, gedrukt.replace("1.000 jongeren", "1.000 jongeren tot 18 jaar"))

    voorstellen = [
        vraag_over(document, "indicator", naam).voorstel for naam in ("Verwijzingen Halt", "Winkeldiefstallen")
    ]
    assert [(v["nieuw"]["eenheid"], v["compleet"]) for v in voorstellen] == [
        ("Aantal per 1.000 jongeren tot 18 jaar", True),
        (None, False),
    ]
    assert voorstellen[1]["nieuw"]["omschrijving"] == lang
