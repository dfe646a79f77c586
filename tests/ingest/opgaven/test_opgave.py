"""One figure, from the form to the public page, through the pages that two people use.

The documents print of uitstroom naar werk: 209 (2021), a goal of 200 for 2023 (PB 2023), and 181 (2024, PB 2026).
"""

import re
from datetime import timedelta

import pytest
from django.test import Client

from indicators.models import Definitie, Doelstelling, Indicator, Publicatie
from ingest.models import Account, Opgave, Rol
from tests.gereedschap.documenten.documenten import tekst_van
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.laden import Laad
from tests.gereedschap.mensen import WACHTWOORD, app_van, code_van, ingelogd
from tests.gereedschap.opgaven import PAGINA, VANDAAG, WERK_2025, csv_rijen, dien_in, html, keur_goed, vul_in
from tests.gereedschap.paginas import haal, lees_html, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

WERK_2023 = "/werk/opgaven/uitstroom-naar-werk/2023/"
WERK_2024 = "/werk/opgaven/uitstroom-naar-werk/2024/"


# The way of one figure


def test_een_cijfer_gaat_van_het_formulier_naar_de_openbare_pagina(inge: Client, carla: Client) -> None:
    formulier = html(inge.get(WERK_2025))
    assert "De begroting van 2025 staat niet op deze site. Daarom ziet u hier geen doel." in formulier
    assert "2021: 209 · 2024: 181" in formulier
    assert "190" not in tekst(haal(Client(), PAGINA))

    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    assert "190" not in tekst(haal(Client(), PAGINA))
    assert "Goedgekeurd en nu op de site: Uitstroom uit de bijstand naar werk 2025." in keur_goed(carla, opgave)

    pagina = tekst(haal(Client(), PAGINA))
    assert "190 in 2025 (aantal)" in pagina
    assert "Wat de gemeente zelf opgaf" in pagina
    [rij] = csv_rijen("2025")
    assert (rij["waarde"], rij["gedrukt"], rij["bron"], rij["voorlopig"]) == ("190", "190", "Suites", "")
    bron = tekst(haal(Client(), f"/bronnen/Opgave-{opgave.pk}/regels/1/"))
    assert "Uitstroom uit de bijstand naar werk, 2025: 190" in bron
    assert "Een beleidsmedewerker van de gemeente voerde het in, en een controleur keek het na" in bron
    assert f"Bron: Opgave {opgave.pk} van de gemeente Zoetermeer, gemeten door Suites" in bron
    assert not re.search("inge|carla", bron)
    assert "Opgave" in tekst(haal(Client(), "/bronnen/"))


def test_niets_wordt_bewaard_voordat_te_zien_was_hoe_het_begrepen_is(met_minima: Client) -> None:
    adres = "/werk/opgaven/bijstandsuitkeringen/2025/"
    gezien = verborgen(met_minima.get(adres), "gezien")
    getypt = {"ingetypt": "2594", "bron": "CBS", "gemeten_op": "31-12-2025", "actie": "bewaren", "gezien": gezien}

    eerst = met_minima.post(adres, getypt)
    assert "Zo begrijpen wij het: 2.594 over 2025" in html(eerst)
    assert not Opgave.objects.exists()

    anders = met_minima.post(adres, {**getypt, "ingetypt": "2595", "begrepen": "2.594"})
    assert "Zo begrijpen wij het: 2.595 over 2025" in html(anders)
    assert not Opgave.objects.exists()

    assert met_minima.post(adres, {**getypt, "begrepen": "2.594"}).status_code == 302
    assert Opgave.objects.get().waarde == 2594


def test_wie_typt_zoals_de_site_schrijft_hoeft_dat_niet_nog_eens_te_zien(inge: Client) -> None:
    gezien = verborgen(inge.get(WERK_2025), "gezien")

    antwoord = inge.post(
        WERK_2025, {"ingetypt": "190", "bron": "Suites", "actie": "indienen", "gezien": gezien, "begrepen": ""}
    )

    assert antwoord.status_code == 302
    assert Opgave.objects.get().staat == "ingediend"


def test_een_concept_mag_onvolledig_zijn_en_gaat_later_verder(inge: Client) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190", bron="", actie="bewaren")
    assert opgave.staat == "concept"
    assert "190" in html(inge.get("/werk/?jaar=2025"))
    antwoord = inge.post(
        WERK_2025, {"ingetypt": "190", "actie": "indienen", "gezien": f"{opgave.pk}.1", "begrepen": "190"}
    )
    assert antwoord.status_code == 422
    assert "Schrijf wie dit heeft gemeten, bijvoorbeeld CBS." in html(antwoord)


# What is typed


@pytest.mark.parametrize(
    ("reeks", "getypt", "begrepen"),
    [
        ("bijstandsuitkeringen/2025", "2.594", "2.594"),
        ("bijstandsuitkeringen/2025", "2594", "2.594"),
        ("bijstandsuitkeringen/2025", " 2.594 ", "2.594"),
        ("dienstverlening-ondernemers/2025", "6,5", "6,5"),
        ("bereik-minimaregelingen/2025", "76 %", "76 %"),
        ("bereik-minimaregelingen/2025", "76%", "76 %"),
        ("bereik-minimaregelingen/2025", "76", "76 %"),
        ("arbeidsplaatsen-register/2025", "-50", "-50"),
        ("uitstroom-naar-werk/2025", "0", "0"),
    ],
)
def test_nederlandse_schrijfwijze_wordt_begrepen(met_minima: Client, reeks: str, getypt: str, begrepen: str) -> None:
    antwoord = met_minima.get(f"/werk/opgaven/{reeks}/begrepen/", {"ingetypt": getypt})

    assert f"Zo begrijpen wij het: {begrepen} over 2025" in html(antwoord)


@pytest.mark.parametrize(
    ("reeks", "getypt", "zin"),
    [
        ("bijstandsuitkeringen/2025", "2.67", "Bedoelt u 267, of 2,67? Dit cijfer is een heel getal."),
        ("dienstverlening-ondernemers/2025", "6.5", "Bedoelt u 6,5? Typ dan een komma."),
        ("bijstandsuitkeringen/2025", "2,67", "“2,67” heeft cijfers achter de komma. Dit cijfer is een heel getal."),
        ("dienstverlening-ondernemers/2025", "6,55", "te veel cijfers achter de komma. Rond af op één cijfer"),
        ("bereik-minimaregelingen/2025", "0,69", "Bedoelt u 69 %? Typ dan dat. “0,69” is minder dan één procent."),
        ("bereik-minimaregelingen/2025", "0,765", "Bedoelt u 76,5 %? Typ dan afgerond dat. “0,765” is minder dan"),
        ("bereik-minimaregelingen/2025", "110 %", "110 % kan niet. Dit cijfer is nooit minder dan 0 of meer dan 100."),
        ("uitstroom-naar-werk/2025", "-1", "-1 kan niet. Dit cijfer is nooit minder dan 0."),
        ("uitstroom-naar-werk/2025", "190 %", "Dit cijfer is geen percentage maar een aantal."),
        ("uitstroom-naar-werk/2025", "190 mensen", "“190 mensen” is geen getal. Typ alleen het cijfer"),
        ("uitstroom-naar-werk/2025", "-", "“-” is geen cijfer. Kies bij “Geen cijfer” waarom het er niet is."),
    ],
)
def test_wat_twijfelachtig_is_wordt_gevraagd_en_wat_niet_kan_geweigerd(
    met_minima: Client, reeks: str, getypt: str, zin: str
) -> None:
    antwoord = met_minima.post(
        f"/werk/opgaven/{reeks}/", {"ingetypt": getypt, "toelichting": "Zelf geteld.", "actie": "bewaren"}
    )

    assert antwoord.status_code == 422
    assert zin in html(antwoord)
    assert getypt in antwoord.content.decode()
    assert "Zelf geteld." in html(antwoord)
    assert not Opgave.objects.exists()


def test_een_gemist_doel_vraagt_uitleg_en_krijgt_een_oordeel(inge: Client, carla: Client) -> None:
    """PB 2023 had 200 as its goal for 2023."""
    assert "Doel voor 2023 in PB 2023: 200." in html(inge.get(WERK_2023))
    antwoord = vul_in(inge, WERK_2023, ingetypt="198")
    assert "Leg dit uit. Het doel is niet gehaald: 198. Het doel was 200." in html(antwoord)
    assert antwoord.status_code == 422

    keur_goed(carla, dien_in(inge, WERK_2023, ingetypt="198", toelichting="Er waren minder banen."))

    doelen = tekst(haal(Client(), "/doelen/"))
    assert "2023: 198. De begroting van 2023 had als doel 200. Doel 2023 niet gehaald." in doelen
    assert "Er waren minder banen." in tekst(haal(Client(), PAGINA))


def test_een_gehaald_doel_vraagt_geen_uitleg(inge: Client, carla: Client) -> None:
    keur_goed(carla, dien_in(inge, WERK_2023, ingetypt="205"))

    assert "Doel 2023 gehaald." in tekst(haal(Client(), "/doelen/"))


def test_een_cijfer_staat_er_zoals_de_site_het_schrijft_en_wat_getypt_is_blijft(
    met_minima: Client, carla: Client
) -> None:
    """PB 2026 prints 69% for 2024."""
    adres = "/werk/opgaven/bereik-minimaregelingen/2025/"
    opgave = dien_in(met_minima, adres, ingetypt="76")
    keur_goed(carla, opgave)

    assert "76% in 2025" in tekst(haal(Client(), "/indicatoren/bereik-minimaregelingen/"))
    assert "2025: 76 % (ingetypt als 76)" in tekst(haal(Client(), f"/bronnen/Opgave-{opgave.pk}/"))


def test_een_jaar_dat_niet_voorbij_is_kan_alleen_voorlopig_zijn(inge: Client) -> None:
    dit_jaar = f"/werk/opgaven/uitstroom-naar-werk/{VANDAAG.year}/"
    zin = f"{VANDAAG.year} is nog niet voorbij. Een cijfer is nu nog voorlopig."

    assert zin in html(vul_in(inge, dit_jaar, ingetypt="180", toelichting="Tot nu toe."))
    assert dien_in(inge, dit_jaar, ingetypt="180", toelichting="Tot nu toe.", voorlopig="ja").voorlopig


def test_een_dag_die_nog_komt_wordt_geweigerd(met_minima: Client) -> None:
    morgen = f"{VANDAAG + timedelta(days=1):%d-%m-%Y}"
    antwoord = vul_in(met_minima, "/werk/opgaven/bijstandsuitkeringen/2025/", ingetypt="2594", gemeten_op=morgen)

    assert "Deze dag moet nog komen." in html(antwoord)


def test_een_voorlopig_cijfer_krijgt_geen_oordeel(inge: Client, carla: Client) -> None:
    keur_goed(carla, dien_in(inge, WERK_2023, ingetypt="205", voorlopig="ja"))

    assert "2023: 205 voorlopig. De begroting van 2023 had als doel 200. Geen oordeel." in tekst(
        haal(Client(), "/doelen/")
    )


def test_een_nieuwe_doelstelling_die_geen_document_noemt_kan_cijfers_hebben(invoerder: Account, carla: Client) -> None:
    programma = Doelstelling.objects.get(code="1.5").programma
    nieuw = Doelstelling.objects.create(programma=programma, code="1.7", naam="Meer bomen", volgorde=7)
    bomen = Indicator.objects.create(doelstelling=nieuw, slug="bomen", naam="Bomen", volgorde=1)
    meting = {"omschrijving": "Bomen", "eenheid": "aantal", "decimalen": 0, "richting": "hoger", "volgorde": 1}
    Definitie.objects.create(indicator=bomen, slug="bomen", meetperiode="kalenderjaar", **meting)
    invoerder.rechten.create(rol=Rol.INVOERDER, doelstelling=nieuw)

    keur_goed(carla, dien_in(ingelogd(invoerder), "/werk/opgaven/bomen/2025/", ingetypt="300"))

    assert "300 in 2025 (aantal)" in tekst(haal(Client(), "/indicatoren/bomen/"))


def test_een_sprong_vraagt_uitleg(inge: Client) -> None:
    antwoord = vul_in(inge, WERK_2025, ingetypt="1900")

    assert "Dit is een sprong: 181 in 2024, nu 1.900." in html(antwoord)
    assert antwoord.status_code == 422
    assert dien_in(inge, WERK_2025, ingetypt="1900", toelichting="Anders geteld.").waarde == 1900


def test_een_ander_cijfer_dan_een_document_drukt_vraagt_uitleg_en_beide_blijven(inge: Client, carla: Client) -> None:
    antwoord = vul_in(inge, WERK_2024, ingetypt="209")
    assert "Op de site staat een ander cijfer: 181 (PB 2026, regel 626)." in html(antwoord)

    keur_goed(carla, dien_in(inge, WERK_2024, ingetypt="209", toelichting="De rapportage zegt 209."))

    assert {rij["gedrukt"] for rij in csv_rijen("2024")} == {"181", "209"}


def test_waarom_er_geen_cijfer_is_wordt_ook_gepubliceerd(inge: Client, carla: Client) -> None:
    keur_goed(carla, dien_in(inge, WERK_2025, geen="ongemeten", toelichting="Dit jaar was er geen telling."))

    pagina = tekst(haal(Client(), PAGINA))
    assert "2025: niet gemeten" in pagina
    assert "Dit jaar was er geen telling." in pagina
    [rij] = csv_rijen("2025")
    assert (rij["waarde"], rij["leeg"]) == ("", "ongemeten")


@pytest.mark.drawn
def test_een_cijfer_van_een_dag_vraagt_om_de_dag(met_minima: Client) -> None:
    adres = "/werk/opgaven/bijstandsuitkeringen/2025/"
    assert "Dit cijfer geldt op één dag." in html(vul_in(met_minima, adres, ingetypt="2594"))
    assert "Dit is geen datum." in html(vul_in(met_minima, adres, ingetypt="2594", gemeten_op="31 dec"))

    opgave = dien_in(met_minima, adres, ingetypt="2594", gemeten_op="31-12-2025")

    assert f"{opgave.gemeten_op}" == "2025-12-31"


def test_een_vroeger_jaar_uit_een_document_noemt_zijn_regel(met_minima: Client, carla: Client) -> None:
    """Line 551 of PB 2026 mentions 6,2 for 2022; line 550 says nothing of it."""
    adres = "/werk/opgaven/dienstverlening-ondernemers/2022/"
    uit = {"ingetypt": "6,2", "uit_publicatie": str(Publicatie.objects.get(naam="PB 2026").pk)}
    elders = vul_in(met_minima, adres, **uit, uit_regel="550")
    assert "Op regel 550 van PB 2026 staat dit cijfer niet." in html(elders)
    ver = vul_in(met_minima, adres, **uit, uit_regel="99999")
    assert "PB 2026 heeft geen regel 99999 met tekst." in html(ver)
    half = vul_in(met_minima, adres, **uit)
    assert "Kies het document én typ de regel, of laat ze allebei leeg." in html(half)

    keur_goed(carla, dien_in(met_minima, adres, **uit, uit_regel="551"))

    pagina = tekst(haal(Client(), "/indicatoren/dienstverlening-ondernemers/"))
    assert "2022: 6,2" in pagina
    assert "Staat in PB 2026, regel 551" in pagina


def test_de_regel_gaat_mee_als_het_document_opnieuw_komt(met_minima: Client, carla: Client, laad: Laad) -> None:
    """Four lines come in front of PB 2026, so what was on line 551 is on 555."""
    adres = "/werk/opgaven/dienstverlening-ondernemers/2022/"
    pb_2026 = Publicatie.objects.get(naam="PB 2026")
    opgave = dien_in(met_minima, adres, ingetypt="6,2", uit_publicatie=str(pb_2026.pk), uit_regel="551")

    afloop = laad(
        f"Gemeente Zoetermeer\n\nProgrammabegroting 2026-2029\n\n{tekst_van('PB 2026')}", opties=("--vervang",)
    )

    assert afloop.code == 0, afloop.stderr
    assert 'name="uit_regel" value="555"' in met_minima.get(adres).content.decode()
    assert "PB 2026, regel 555" in html(carla.get(f"/werk/controle/bekijken/?opgave={opgave.pk}"))
    keur_goed(carla, opgave)
    assert "Staat in PB 2026, regel 555 (druk 2)" in tekst(haal(Client(), "/indicatoren/dienstverlening-ondernemers/"))


# Whose figure it is, and what a session that has ended leaves


@pytest.mark.parametrize("adres", ["/werk/opgaven/bijstandsuitkeringen/2025/", "/werk/opgaven/bestaat-niet/2025/"])
def test_een_cijfer_van_een_andere_doelstelling_is_er_niet(inge: Client, adres: str) -> None:
    assert inge.get(adres).status_code == 404
    assert inge.post(adres, {"ingetypt": "1"}).status_code == 404


@pytest.mark.parametrize("jaar", ["1989", str(VANDAAG.year + 1), "0"])
def test_een_jaar_dat_niet_te_meten_is_is_er_niet(inge: Client, jaar: str) -> None:
    assert inge.get(f"/werk/opgaven/uitstroom-naar-werk/{jaar}/").status_code == 404
    antwoord = inge.get("/werk/ander-cijfer/", {"reeks": "uitstroom-naar-werk", "jaar": jaar}, follow=True)
    assert antwoord.redirect_chain[0][0].endswith("#ander-cijfer")
    bij_het_veld = tekst(met_id(lees_html(antwoord.content), "ander-cijfer"))
    assert f"“{jaar}” is geen jaar dat al is gemeten." in bij_het_veld
    assert f'value="{jaar}"' in antwoord.content.decode()


def test_wat_getypt_is_blijft_na_het_einde_van_een_sessie(invoerder: Account) -> None:
    invoerder.set_password(WACHTWOORD)
    invoerder.save()
    browser = Client()
    getypt = {"ingetypt": "190", "toelichting": "Een lang verhaal.", "actie": "indienen", "gezien": "na niets"}
    getypt["wie"] = str(invoerder.actor)
    antwoord = browser.post(WERK_2025, getypt)
    assert antwoord["Location"] == f"/inloggen/?next={WERK_2025}"

    inloggen = {"username": "inge", "password": WACHTWOORD}
    browser.post(antwoord["Location"], inloggen)
    code = {"code": code_van(app_van(invoerder)), "next": WERK_2025}
    terug = browser.post("/inloggen/code/", code, follow=True)

    assert "U was uitgelogd. Wat u typte staat er nog, maar het is nog niet bewaard." in html(terug)
    assert "Een lang verhaal." in html(terug)
    assert 'value="190"' in terug.content.decode()
    assert not Opgave.objects.exists()
