"""One figure, from the form to the public page, through the pages that two people use.

The documents print of uitstroom naar werk: 209 (2021), a goal of 200 for 2023 (PB 2023), and 181 (2024, PB 2026).
"""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.template.defaultfilters import date
from django.test import Client
from django.utils import timezone

from indicators.models import Definitie, Doelstelling, Indicator, Publicatie
from ingest.models import Account, Opgave, Rol, Termijn
from ingest.opgaven.opgaven import publiceer_vrijgegeven
from tests.gereedschap.mensen import WACHTWOORD, ingelogd, maak_account
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

WERK_2025 = "/werk/opgaven/uitstroom-naar-werk/2025/"
WERK_2023 = "/werk/opgaven/uitstroom-naar-werk/2023/"
WERK_2024 = "/werk/opgaven/uitstroom-naar-werk/2024/"
PAGINA = "/indicatoren/uitstroom-naar-werk/"
VANDAAG = timezone.localdate()


@pytest.fixture
def invoerder(db: None) -> Account:
    return maak_account("inge", Rol.INVOERDER)


@pytest.fixture
def inge(invoerder: Account) -> Client:
    return ingelogd(invoerder)


@pytest.fixture
def carla(db: None) -> Client:
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


@pytest.fixture
def met_minima(invoerder: Account) -> Client:
    """Who may enter doelstelling 1.3, 1.4 and 1.6 too."""
    for code in ("1.3", "1.4", "1.6"):
        invoerder.rechten.create(rol=Rol.INVOERDER, doelstelling=Doelstelling.objects.get(code=code))
    return ingelogd(invoerder)


def html(antwoord: HttpResponse) -> str:
    """What a page says, on one line, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


def verborgen(antwoord: HttpResponse, naam: str) -> str:
    gevonden = re.search(rf'name="{naam}"\s+value="([^"]*)"', antwoord.content.decode())
    assert gevonden, naam
    return gevonden[1].replace("&amp;", "&")


def vul_in(browser: Client, adres: str, **velden: str) -> HttpResponse:
    """Type, look how it is understood, and press the button again; the answer to the second press."""
    formulier = browser.get(adres)
    assert formulier.status_code == 200, adres
    getypt = {"bron": "Suites", "actie": "indienen", "gezien": verborgen(formulier, "gezien"), **velden}
    eerst = browser.post(adres, getypt)
    if eerst.status_code == 302:
        return eerst
    return browser.post(adres, {**getypt, "begrepen": verborgen(eerst, "begrepen")})


def dien_in(browser: Client, adres: str, **velden: str) -> Opgave:
    antwoord = vul_in(browser, adres, **velden)
    assert antwoord.status_code == 302, html(antwoord)
    return Opgave.objects.latest("pk")


def keur_goed(browser: Client, *opgaven: Opgave) -> str:
    """Look at them all in full and approve them; what the list then says."""
    vraag = "&".join(f"opgave={opgave.pk}" for opgave in opgaven)
    voluit = browser.get(f"/werk/controle/bekijken/?{vraag}")
    goed = re.findall(r'name="goed"\s+value="([^"]*)"', voluit.content.decode())
    return html(browser.post("/werk/controle/bekijken/", {"gezien": goed, "goed": goed}, follow=True))


def csv_rijen(jaar: str) -> list[dict[str, str]]:
    """The realisaties of a year in the file, without the dashes that documents print."""
    antwoord = Client().get("/data/indicatoren/uitstroom-naar-werk.csv")
    inhoud = b"".join(antwoord.streaming_content).decode()  # type: ignore[attr-defined]
    rijen = csv.DictReader(io.StringIO(inhoud))
    return [rij for rij in rijen if (rij["soort"], rij["jaar"]) == ("realisatie", jaar) and rij["leeg"] != "streepje"]


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


def test_niets_wordt_bewaard_voordat_te_zien_was_hoe_het_begrepen_is(inge: Client) -> None:
    gezien = verborgen(inge.get(WERK_2025), "gezien")
    getypt = {"ingetypt": "190", "bron": "Suites", "actie": "indienen", "gezien": gezien}

    eerst = inge.post(WERK_2025, getypt)
    assert "Zo begrijpen wij het: 190 over 2025" in html(eerst)
    assert not Opgave.objects.exists()

    anders = inge.post(WERK_2025, {**getypt, "ingetypt": "191", "begrepen": "190"})
    assert "Zo begrijpen wij het: 191 over 2025" in html(anders)
    assert not Opgave.objects.exists()


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

    assert "76 % in 2025" in tekst(haal(Client(), "/indicatoren/bereik-minimaregelingen/"))
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


def test_wat_niet_gepubliceerd_kan_worden_houdt_de_andere_niet_tegen(
    inge: Client, carla: Client, later: Termijn
) -> None:
    """The bounds of its definitie became narrower after it was checked."""
    school = Indicator.objects.get(slug="uitstroom-naar-school")
    Termijn.objects.create(indicator=school, jaar=2025, uiterlijk=VANDAAG, vrijgave_op=later.vrijgave_op)
    fout = dien_in(inge, "/werk/opgaven/uitstroom-naar-school/2025/", ingetypt="40", toelichting="Minder.")
    goed = dien_in(inge, WERK_2025, ingetypt="190")
    keur_goed(carla, fout, goed)
    Definitie.objects.filter(slug="uitstroom-naar-school").update(bovengrens=30)
    Termijn.objects.update(vrijgave_op=VANDAAG)

    assert publiceer_vrijgegeven() == 1
    assert [opgave.staat for opgave in Opgave.objects.order_by("pk")] == ["gecontroleerd", "gepubliceerd"]


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


def test_een_cijfer_van_een_dag_vraagt_om_de_dag(met_minima: Client) -> None:
    adres = "/werk/opgaven/bijstandsuitkeringen/2025/"
    assert "Dit cijfer geldt op één dag." in html(vul_in(met_minima, adres, ingetypt="2594"))
    assert "Dit is geen datum." in html(vul_in(met_minima, adres, ingetypt="2594", gemeten_op="31 dec"))

    opgave = dien_in(met_minima, adres, ingetypt="2594", gemeten_op="31-12-2025")

    assert f"{opgave.gemeten_op}" == "2025-12-31"


def test_een_vroeger_jaar_uit_een_document_noemt_zijn_regel(met_minima: Client, carla: Client) -> None:
    """Line 550 of PB 2026 mentions 6,2 for 2022; line 551 says nothing of it."""
    adres = "/werk/opgaven/dienstverlening-ondernemers/2022/"
    uit = {"ingetypt": "6,2", "uit_publicatie": str(Publicatie.objects.get(naam="PB 2026").pk)}
    elders = vul_in(met_minima, adres, **uit, uit_regel="549")
    assert "Op regel 549 van PB 2026 staat dit cijfer niet." in html(elders)
    ver = vul_in(met_minima, adres, **uit, uit_regel="99999")
    assert "PB 2026 heeft geen regel 99999." in html(ver)
    half = vul_in(met_minima, adres, **uit)
    assert "Kies het document én typ de regel, of laat ze allebei leeg." in html(half)

    keur_goed(carla, dien_in(met_minima, adres, **uit, uit_regel="550"))

    pagina = tekst(haal(Client(), "/indicatoren/dienstverlening-ondernemers/"))
    assert "2022: 6,2" in pagina
    assert "Staat in PB 2026, regel 550" in pagina


# Two people


def test_niemand_controleert_een_eigen_cijfer(inge: Client, invoerder: Account) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    invoerder.rechten.create(rol=Rol.CONTROLEUR)
    zelf = ingelogd(Account.objects.get(pk=invoerder.pk))

    assert "Dit voerde u zelf in" in html(zelf.get("/werk/controle/"))
    voluit = zelf.get(f"/werk/controle/bekijken/?opgave={opgave.pk}")
    assert "Keur goed" not in html(voluit)
    gezien = f"{opgave.pk}.{opgave.versie}"
    toch = zelf.post("/werk/controle/bekijken/", {"gezien": gezien, "goed": gezien})
    assert "dit voerde u zelf in. Een ander moet het controleren" in html(toch)
    opgave.refresh_from_db()
    assert opgave.staat == "ingediend"
    sql = "UPDATE ingest_opgave SET staat = 'gecontroleerd', gecontroleerd_op = now(), gecontroleerd_door = %s"
    with pytest.raises(IntegrityError, match="opgave_controleur_is_niet_de_invoerder"), transaction.atomic():
        connection.cursor().execute(sql, [invoerder.actor])


def test_een_tweede_ziet_wat_de_eerste_bewaarde(inge: Client) -> None:
    ina = ingelogd(maak_account("ina", Rol.INVOERDER))
    gezien = verborgen(ina.get(WERK_2025), "gezien")
    dien_in(inge, WERK_2025, ingetypt="190")

    getypt = {"ingetypt": "192", "bron": "Suites", "actie": "indienen", "gezien": gezien, "begrepen": "192"}
    antwoord = ina.post(WERK_2025, getypt)

    assert antwoord.status_code == 422
    assert "Intussen heeft iemand anders dit cijfer opgeslagen Nu is bewaard: 190" in html(antwoord)
    assert 'value="192"' in antwoord.content.decode()
    assert Opgave.objects.get().ingetypt == "190"
    daarna = ina.post(WERK_2025, {**getypt, "gezien": verborgen(antwoord, "gezien")})
    assert daarna.status_code == 302
    assert Opgave.objects.get().ingetypt == "192"
    assert len(Opgave.objects.get().invoerders) == 2


def test_een_controleur_keurt_alleen_goed_wat_te_zien_was(inge: Client, carla: Client) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    gezien = f"{opgave.pk}.{opgave.versie}"
    dien_in(inge, WERK_2025, ingetypt="191")

    antwoord = html(carla.post("/werk/controle/bekijken/", {"gezien": gezien, "goed": gezien}))

    assert "is intussen gewijzigd. Er is niets goedgekeurd. Bekijk het opnieuw." in antwoord
    assert Opgave.objects.get().staat == "ingediend"


def test_meer_opgaven_staan_er_helemaal_en_worden_samen_goedgekeurd(inge: Client, carla: Client) -> None:
    school = "/werk/opgaven/uitstroom-naar-school/2025/"
    opgaven = [dien_in(inge, WERK_2025, ingetypt="190"), dien_in(inge, school, ingetypt="40", toelichting="Minder.")]
    voluit = html(carla.get(f"/werk/controle/bekijken/?opgave={opgaven[0].pk}&opgave={opgaven[1].pk}"))
    assert "Minder." in voluit
    assert "Keur deze 2 cijfers goed" in voluit

    assert "Goedgekeurd en nu op de site:" in keur_goed(carla, *opgaven)
    assert {opgave.staat for opgave in Opgave.objects.all()} == {"gepubliceerd"}


def test_een_opgave_gaat_terug_met_een_opmerking_en_de_andere_opmerking_blijft(inge: Client, carla: Client) -> None:
    school = dien_in(inge, "/werk/opgaven/uitstroom-naar-school/2025/", ingetypt="40", toelichting="Minder.")
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    velden = {"gezien": [f"{o.pk}.{o.versie}" for o in (school, opgave)], "terug": str(opgave.pk)}
    velden |= {f"opmerking-{school.pk}": "Klopt dit?", f"opmerking-{opgave.pk}": " "}
    zonder = carla.post("/werk/controle/bekijken/", velden)
    assert zonder.status_code == 422
    assert "Schrijf wat er anders moet." in html(zonder)

    daarna = carla.post("/werk/controle/bekijken/", {**velden, f"opmerking-{opgave.pk}": "Zonder 27-plus?"})

    assert "Klopt dit?" in html(daarna)
    assert "Opmerking van de controleur: Zonder 27-plus?" in html(inge.get("/werk/?jaar=2025"))
    assert "Zonder 27-plus?" in html(inge.get(WERK_2025))
    assert dien_in(inge, WERK_2025, ingetypt="188").staat == "ingediend"


# On the site


@pytest.fixture
def later(db: None) -> Termijn:
    """Uitstroom naar werk over 2025 may be on the site from tomorrow on."""
    indicator = Indicator.objects.get(slug="uitstroom-naar-werk")
    morgen = VANDAAG + timedelta(days=1)
    return Termijn.objects.create(indicator=indicator, jaar=2025, uiterlijk=VANDAAG, vrijgave_op=morgen)


def test_een_definitief_cijfer_wacht_op_zijn_publicatiedatum(inge: Client, carla: Client, later: Termijn) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")

    assert "op de site vanaf de vrijgavedatum: Uitstroom uit de bijstand naar werk 2025" in keur_goed(carla, opgave)
    assert publiceer_vrijgegeven() == 0
    assert not csv_rijen("2025")

    Termijn.objects.update(vrijgave_op=VANDAAG)
    assert publiceer_vrijgegeven() == 1
    assert publiceer_vrijgegeven() == 0
    assert [rij["waarde"] for rij in csv_rijen("2025")] == ["190"]


def test_een_voorlopig_cijfer_staat_er_meteen_en_daarna_definitief(inge: Client, carla: Client, later: Termijn) -> None:
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="190", voorlopig="ja"))
    voorlopig = tekst(haal(Client(), PAGINA))
    assert "190 voorlopig in 2025" in voorlopig
    assert "Voorlopig cijfer. De gemeente kan het nog veranderen." in voorlopig
    assert "en 190 (voorlopig) in 2025" in Client().get(PAGINA).content.decode()
    assert [(rij["waarde"], rij["voorlopig"]) for rij in csv_rijen("2025")] == [("190", "voorlopig")]
    later.delete()

    assert "Schrijf waarom het anders wordt." in html(vul_in(inge, WERK_2025, ingetypt="190"))
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="190", reden="De telling is rond."))

    pagina = tekst(haal(Client(), PAGINA))
    assert "190 in 2025" in pagina
    assert "Eerder al op de site als 190 voorlopig, sinds" in pagina
    assert "Gecorrigeerd" not in pagina
    assert [(rij["waarde"], rij["voorlopig"]) for rij in csv_rijen("2025")] == [("190", "")]


def test_een_correctie_toont_wat_het_was(inge: Client, carla: Client) -> None:
    eerste = dien_in(inge, WERK_2025, ingetypt="190")
    keur_goed(carla, eerste)

    redenen = {"reden": "Twee mensen dubbel geteld.", "toelichting": "Nageteld."}
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="188", **redenen))

    pagina = tekst(haal(Client(), PAGINA))
    assert f"Gecorrigeerd op {date(VANDAAG, 'j F Y')}, was 190" in pagina
    assert "Reden van de correctie: Twee mensen dubbel geteld." in pagina
    assert "188 in 2025" in pagina
    assert [rij["waarde"] for rij in csv_rijen("2025")] == ["188"]
    oud = tekst(haal(Client(), f"/bronnen/Opgave-{eerste.pk}/"))
    assert "Dit cijfer geldt niet meer." in oud
    assert "Uitstroom uit de bijstand naar werk, 2025: 190" in oud


def test_een_half_jaar_heeft_een_eigen_rij(inge: Client, carla: Client) -> None:
    Definitie.objects.filter(slug="uitstroom-naar-werk").update(meetperiode="halfjaar")
    assert inge.get(WERK_2025).status_code == 404

    keur_goed(carla, dien_in(inge, f"{WERK_2025}H1/", ingetypt="95"))

    pagina = tekst(haal(Client(), PAGINA))
    assert "2025, eerste halfjaar 95" in pagina
    assert "181 in 2024" in pagina
    assert [rij["periode"] for rij in csv_rijen("2025")] == ["H1"]


def test_context_en_referentiereeksen_worden_ingevuld_en_getoond(
    inge: Client, invoerder: Account, carla: Client
) -> None:
    bij = Indicator.objects.get(slug="uitstroom-naar-werk")
    for aard, slug, doel in (("context", "instroom-bijstand", bij.doelstelling), ("referentie", "inwoners", None)):
        reeks = Indicator.objects.create(
            doelstelling=doel, aard=aard, slug=slug, naam=slug.title(), hoort_bij=bij, volgorde=90
        )
        Definitie.objects.create(
            indicator=reeks,
            slug=slug,
            omschrijving="Aantal mensen",
            eenheid="aantal",
            decimalen=0,
            richting="geen",
            meetperiode="kalenderjaar",
            volgorde=1,
        )
        invoerder.rechten.get_or_create(rol=Rol.INVOERDER, indicator=reeks)
        assert f"{slug.title()}" in html(inge.get("/werk/?jaar=2025"))
        keur_goed(carla, dien_in(inge, f"/werk/opgaven/{slug}/2025/", ingetypt="127.000", bron="CBS"))
        pagina = tekst(haal(Client(), f"/indicatoren/{slug}/"))
        assert "127.000 in 2025 (aantal)" in pagina
        assert "Het is geen doel van de begroting." in pagina
        assert slug.title() in tekst(haal(Client(), PAGINA))
        assert slug.title() not in tekst(haal(Client(), "/doelen/"))
        assert slug.title() not in tekst(haal(Client(), "/"))
        nummer = Opgave.objects.latest("pk").pk
        assert "127.000" in tekst(haal(Client(), f"/bronnen/Opgave-{nummer}/regels/1/"))


def test_een_opmerking_blijft_na_het_einde_van_een_sessie_en_alleen_de_schrijver_ziet_haar(inge: Client) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    adres = f"/werk/controle/bekijken/?opgave={opgave.pk}"
    carla, cor = maak_account("carla", Rol.CONTROLEUR), maak_account("cor", Rol.CONTROLEUR)
    for wie, gezien in ((carla, True), (cor, False)):
        zonder_sessie = Client()
        velden = {"wie": str(carla.actor), f"opmerking-{opgave.pk}": "Zonder 27-plus?", "terug": str(opgave.pk)}
        zonder_sessie.post(adres, velden)
        weer_ingelogd = ingelogd(wie)
        sessie = weer_ingelogd.session
        sessie["getypt"] = zonder_sessie.session["getypt"]
        sessie.save()

        assert ("Zonder 27-plus?" in html(weer_ingelogd.get(adres))) is gezien


# Whose figure it is, and what a session that has ended leaves


@pytest.mark.parametrize("adres", ["/werk/opgaven/bijstandsuitkeringen/2025/", "/werk/opgaven/bestaat-niet/2025/"])
def test_een_cijfer_van_een_andere_doelstelling_is_er_niet(inge: Client, adres: str) -> None:
    assert inge.get(adres).status_code == 404
    assert inge.post(adres, {"ingetypt": "1"}).status_code == 404


@pytest.mark.parametrize("jaar", ["1989", str(VANDAAG.year + 1), "0"])
def test_een_jaar_dat_niet_te_meten_is_is_er_niet(inge: Client, jaar: str) -> None:
    assert inge.get(f"/werk/opgaven/uitstroom-naar-werk/{jaar}/").status_code == 404
    antwoord = inge.get("/werk/ander-cijfer/", {"reeks": "uitstroom-naar-werk", "jaar": jaar}, follow=True)
    assert f"“{jaar}” is geen jaar dat al is gemeten." in html(antwoord)


def test_wat_getypt_is_blijft_na_het_einde_van_een_sessie(invoerder: Account) -> None:
    invoerder.set_password(WACHTWOORD)
    invoerder.save()
    browser = Client()
    getypt = {"ingetypt": "190", "toelichting": "Een lang verhaal.", "actie": "indienen", "gezien": "na niets"}
    getypt["wie"] = str(invoerder.actor)
    antwoord = browser.post(WERK_2025, getypt)
    assert antwoord["Location"] == f"/inloggen/?next={WERK_2025}"

    inloggen = {"username": "inge", "password": WACHTWOORD}
    terug = browser.post(antwoord["Location"], inloggen, follow=True)

    assert "U was uitgelogd. Wat u typte staat er nog, maar het is nog niet bewaard." in html(terug)
    assert "Een lang verhaal." in html(terug)
    assert 'value="190"' in terug.content.decode()
    assert not Opgave.objects.exists()
