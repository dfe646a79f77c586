"""Goals of PB 2024, which is not on the site: typed by one, agreed to by another, and what every page then says.

PB 2024 is invented. The results of 2024 are those of PB 2026: 181 (line 626), 19 (line 657) and 2,67 % (line 513).
"""

import re

import pytest
from django.db import IntegrityError
from django.http import HttpResponse
from django.test import Client

from indicators.models import Doelstelling, Vermelding
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.models import Overname
from tests.gereedschap.beoordelen import GEGEVENS, antwoord, beantwoord_alles, lever_aan, publiceer
from tests.gereedschap.documenten.documenten import tekst_van, verschoven
from tests.gereedschap.documenten.stukken import RAPPORTAGE
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import html
from tests.gereedschap.paginas import haal, met_id, met_klasse, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

NIEUW, LIJST = "/werk/doelen/overnemen/", "/werk/doelen/"
PAGINA = "/indicatoren/uitstroom-naar-werk/"
BOEK = {
    "editie": "2024",
    "titel": "Programmabegroting 2024-2027",
    "vastgesteld": "ja",
    "adres": "https://www.zoetermeer.nl/begroting-2024.pdf",
    "bladzijde": "41",
    "jaar": "2024",
    "soort_begroting": "streefwaarde",
    "zelfde": "on",
}
UITSTROOM = ("uitstroom-naar-werk", "180", "Begroting PB 2024 - 180 180 180 180")
SCHOOL = ("uitstroom-naar-school", "40", "Begroting PB 2024 - 40 40 40 40")


@pytest.fixture
def inge() -> Client:
    return ingelogd(maak_account("inge", "invoerder", doelstelling="1.5"))


@pytest.fixture
def carlo() -> Client:
    return ingelogd(maak_account("carlo", "controleur"))


def neem_over(browser: Client, reeks: str, cijfer: str, regel: str, **anders: str) -> HttpResponse:
    formulier = browser.get(NIEUW).content.decode()
    keuze = re.search(rf'<option value="(\d+)"[^>]*>{NAMEN[reeks]}', formulier)
    assert keuze, reeks
    return browser.post(NIEUW, {**BOEK, "definitie": keuze[1], "ingetypt": cijfer, "gedrukt": regel, **anders})


NAMEN = {
    "uitstroom-naar-werk": "Uitstroom uit de bijstand naar werk",
    "uitstroom-naar-school": "Jongeren die van de bijstand naar school gaan",
}


def besluit(browser: Client, overname: Overname, actie: str, **velden: str) -> str:
    overname.refresh_from_db()
    gezien = {"actie": actie, "gezien": str(overname.versie), **velden}
    return html(browser.post(f"/werk/doelen/{overname.pk}/besluit/", gezien, follow=True))


@pytest.fixture
def twee_doelen(inge: Client, carlo: Client) -> list[Overname]:
    """Both goals of PB 2024 for its own year are on the site."""
    for reeks, cijfer, regel in (UITSTROOM, SCHOOL):
        assert neem_over(inge, reeks, cijfer, regel).status_code == 302
    overnames = list(Overname.objects.order_by("pk"))
    for overname in overnames:
        assert "staat nu op de site." in besluit(carlo, overname, "goed")
    return overnames


def test_niets_staat_er_voor_een_ander_akkoord_is(inge: Client, carlo: Client) -> None:
    voor = tekst(haal(Client(), "/doelen/"))
    assert neem_over(inge, *UITSTROOM).status_code == 302
    assert tekst(haal(Client(), "/doelen/")) == voor
    [overname] = Overname.objects.all()
    lijst = tekst(haal(carlo, LIJST))
    assert "Uitstroom uit de bijstand naar werk, PB 2024 voor 2024: 180" in lijst
    assert "Programmabegroting 2024-2027, bladzijde 41 (vastgesteld door de raad)" in lijst
    assert "Begroting PB 2024 - 180 180 180 180" in lijst
    assert "staat nu op de site." in besluit(carlo, overname, "goed")
    assert tekst(haal(Client(), "/doelen/")) != voor


@pytest.mark.drawn
@pytest.mark.usefixtures("twee_doelen")
def test_elke_pagina_geeft_het_oordeel_en_zegt_waar_het_doel_vandaan_komt() -> None:
    bezoeker = Client()
    assert "Zijn de doelen gehaald? 1 gehaald, 1 niet gehaald" in tekst(haal(bezoeker, "/"))
    assert "Doelen overgenomen uit PB 2024 tellen mee. Die begroting staat zelf nog niet op deze site." in tekst(
        haal(bezoeker, "/")
    )
    assert "Overgenomen uit PB 2024, blz. 41 voor 2024: 180" in tekst(haal(bezoeker, "/"))
    doelen = tekst(haal(bezoeker, "/doelen/"))
    assert (
        "2024: 181. De begroting van 2023 noemde voor 2024 als doel 180. "
        "De begroting van 2024 had als doel 180 (overgenomen uit PB 2024, blz. 41). Doel 2024 gehaald." in doelen
    )
    assert "De begroting van 2024 had als doel 40 (overgenomen uit PB 2024, blz. 41). Doel 2024 niet gehaald." in doelen
    assert "2024: 2,67%. De begroting van 2023 noemde voor 2024 als doel 2,30%. Geen oordeel." in doelen
    assert "Op deze site staan de begrotingen PB 2023 en PB 2026." in doelen

    pagina = haal(bezoeker, PAGINA)
    koppen, rijen = tabel(pagina, "tabel-uitstroom-naar-werk")
    assert "Begroting PB 2024 (streefwaarde, overgenomen)" in koppen
    plek = koppen.index("Begroting PB 2024 (streefwaarde, overgenomen)")
    assert tekst(rijen["2024"][plek]) == "180"
    assert "2024: 180 (streefwaarde, overgenomen uit PB 2024, blz. 41)" in tekst(met_id(pagina, "opgaven"))
    assert "Overgenomen uit PB 2024, blz. 41: “Begroting PB 2024 - 180 180 180 180”" in tekst(pagina)
    [vlak] = met_klasse(pagina, "grafiek__vlak")
    assert "PB 2024 (overgenomen): 180 in 2024" in vlak.get("aria-label", "")
    assert "PB 2024 (overgenomen)" in tekst(haal(bezoeker, "/doelstellingen/1.5/"))
    assert "PB 2024" not in tekst(haal(bezoeker, "/vergelijken/")).replace("PB 2024 en PB 2025", "")
    bronnen = tekst(haal(bezoeker, "/bronnen/"))
    assert "Programmabegroting 2024-2027 (PB 2024) Deze begroting staat nog niet op deze site." in bronnen
    assert "Overgenomen uit PB 2024, blz. 41" in bronnen


@pytest.mark.usefixtures("twee_doelen")
def test_de_bron_is_die_bladzijde_en_het_bestand_noemt_haar() -> None:
    [doel] = Vermelding.objects.geldend().filter(editie__naam="PB 2024", waarde=180)
    bron = tekst(haal(Client(), f"/bronnen/{doel.bewoording.publicatie.slug}/regels/1/"))
    assert "overgenomen uit PB 2024, blz. 41" in bron
    rijen = Client().get("/data/cijfers.csv").getvalue().decode().split("\r\n")
    [rij] = [rij for rij in rijen if "uitstroom-naar-werk," in rij and ",PB 2024,2024," in rij]
    assert rij.split(",")[:9] == [
        *("1", "1.5", "uitstroom-naar-werk", "Uitstroom naar werk", "aantal", "begroting", "PB 2024", "2024", "180")
    ]
    assert f',"Overgenomen uit PB 2024, blz. 41",{doel.bewoording.publicatie.naam},1,' in rij


def test_ingetrokken_gaat_het_oordeel_weg(twee_doelen: list[Overname], carlo: Client) -> None:
    uitstroom, school = twee_doelen
    zonder = carlo.post(f"/werk/doelen/{school.pk}/besluit/", {"actie": "intrekken", "opmerking": "", "gezien": "2"})
    assert (zonder.status_code, "Schrijf waarom." in html(zonder)) == (422, True)
    assert "is van de site gehaald." in besluit(carlo, school, "intrekken", opmerking="Verkeerde bladzijde.")
    assert "Zijn de doelen gehaald? 1 gehaald, 0 niet gehaald" in tekst(haal(Client(), "/"))
    besluit(carlo, uitstroom, "intrekken", opmerking="Ook deze.")
    assert "Zijn de doelen gehaald? 2024 was bij 1 van de 5 vergelijkbare cijfers" in tekst(haal(Client(), "/"))
    assert "overgenomen" not in tekst(haal(Client(), PAGINA))


def test_vier_ogen() -> None:
    allebei = maak_account("alle", "controleur")
    allebei.rechten.create(rol="invoerder", doelstelling=Doelstelling.objects.get(code="1.5"))
    beide = ingelogd(allebei)
    neem_over(beide, *UITSTROOM)
    [overname] = Overname.objects.all()
    assert "Dit nam u zelf over. Een ander moet het controleren." in tekst(haal(beide, LIJST))
    assert "Er is niets gewijzigd" in besluit(beide, overname, "goed")
    assert Overname.objects.get().wacht
    with pytest.raises(IntegrityError, match="controleur_is_niet_de_invoerder"), handelend_als(None, SYSTEEM):
        Overname.objects.update(gecontroleerd_door=allebei.actor)


def test_teruggegeven_verbeterd_en_dan_goed(inge: Client, carlo: Client) -> None:
    neem_over(inge, *UITSTROOM, bladzijde="14")
    [overname] = Overname.objects.all()
    assert "is teruggegeven met uw opmerking." in besluit(carlo, overname, "terug", opmerking="Dit is bladzijde 41.")
    formulier = inge.get(f"/werk/doelen/{overname.pk}/")
    assert "Dit is bladzijde 41." in html(formulier)
    velden = {**BOEK, "ingetypt": "180", "gedrukt": UITSTROOM[2], "gezien": "3"}
    assert inge.post(f"/werk/doelen/{overname.pk}/", velden).status_code == 302
    assert "staat nu op de site." in besluit(carlo, overname, "goed")
    assert "blz. 41" in tekst(haal(Client(), "/doelen/"))


def test_wie_iets_anders_zag_keurt_niets_goed(inge: Client, carlo: Client) -> None:
    neem_over(inge, *UITSTROOM)
    [overname] = Overname.objects.all()
    gezien = {"actie": "goed", "gezien": str(overname.versie - 1)}
    antwoord = html(carlo.post(f"/werk/doelen/{overname.pk}/besluit/", gezien, follow=True))
    assert "is intussen gewijzigd. Er is niets gewijzigd. Bekijk het opnieuw." in antwoord
    assert Overname.objects.get().wacht


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"editie": "2026", "jaar": "2026"}, "PB 2026 staat al op deze site. Dit doel komt uit dat document zelf."),
        ({"editie": "2099", "jaar": "2099"}, "De begroting van 2099 is er nog niet."),
        ({"jaar": "2023"}, "PB 2024 noemt 2024 tot en met 2027."),
        ({"jaar": "2028"}, "PB 2024 noemt 2024 tot en met 2027."),
        ({"ingetypt": "18,5"}, "Dit cijfer is een heel getal. Rond het af."),
        ({"ingetypt": "185"}, "Dit cijfer staat niet op de regel die u overtypte. Kijk beide na."),
        ({"bladzijde": ""}, "Typ het nummer van de bladzijde."),
        ({"gedrukt": ""}, "Typ de regel over."),
        ({"zelfde": ""}, "Vergelijk de omschrijving in het document met die hierboven."),
        ({"anders": "Alleen voltijd."}, "U zegt dat het net zo is gemeten, en ook hoe het anders is."),
        ({"vastgesteld": ""}, "Kies ja of nee."),
        ({"soort_begroting": ""}, "Kies wat dit getal is."),
    ],
)
def test_wat_niet_klopt_wordt_gezegd(inge: Client, anders: dict[str, str], zin: str) -> None:
    reeks, cijfer, regel = UITSTROOM
    velden = {"ingetypt": cijfer, "gedrukt": regel} | anders
    antwoord = neem_over(inge, reeks, velden.pop("ingetypt"), velden.pop("gedrukt"), **velden)
    assert antwoord.status_code == 422
    assert zin in html(antwoord)
    assert not Overname.objects.exists()


def test_hetzelfde_doel_nog_eens(inge: Client, twee_doelen: list[Overname]) -> None:
    assert "Dit doel is al overgenomen." in html(neem_over(inge, *UITSTROOM))
    assert neem_over(inge, *UITSTROOM, jaar="2025").status_code == 302


def laad_pb_2024(carlo: Client) -> str:
    """PB 2024 is PB 2026 of two years before; what its review asked."""
    dora = maak_account("dora", "controleur")
    document = lever_aan(verschoven(-2)(tekst_van("PB 2026")), dora.actor, "PB 2024.txt")
    vragen = " ".join(vraag.tekst for vraag in document.vragen.open())
    for vraag in document.vragen.open().filter(tekst__contains="Welke meting geldt hier?"):
        assert antwoord(carlo, vraag, "zelfde", definitie=vraag.voorstel["lijkt_op"][-1]).status_code == 302
    beantwoord_alles(carlo, document, gegevens=("gegevens", GEGEVENS | {"aangeboden_op": "1-10-2023"}))
    publiceer(carlo, document)
    assert document.staat == "gepubliceerd", document.reden
    return vragen


def test_het_document_zelf_volgt_op(twee_doelen: list[Overname], carlo: Client) -> None:
    """It prints 180 for uitstroom, and 25 for school where 40 was typed."""
    vragen = laad_pb_2024(carlo)
    assert "Uitstroom naar school 2024: hier 25, in Overname" in vragen
    assert "Uitstroom naar werk 2024: hier" not in vragen
    assert set(Overname.objects.values_list("staat", flat=True)) == {"opgevolgd"}
    doelen = tekst(haal(Client(), "/doelen/"))
    assert "overgenomen" not in doelen
    assert "De begroting van 2024 had als doel 25. Doel 2024 niet gehaald." in doelen
    assert "overgenomen" not in tekst(haal(Client(), PAGINA))


ANDERS = {"zelfde": "", "anders": "Alleen mensen die een half jaar later nog werken."}


def test_wat_anders_is_gemeten_staat_erbij_en_geeft_geen_oordeel(inge: Client, carlo: Client) -> None:
    assert neem_over(inge, *UITSTROOM, **ANDERS).status_code == 302
    overname = Overname.objects.get()
    assert "Anders gemeten: Alleen mensen die een half jaar later nog werken." in tekst(haal(carlo, LIJST))
    assert "staat nu op de site." in besluit(carlo, overname, "goed")

    gelezen = haal(Client(), PAGINA)
    pagina = tekst(gelezen)
    assert "180 (streefwaarde, overgenomen uit PB 2024, blz. 41)" in pagina
    assert "Alleen mensen die een half jaar later nog werken." in pagina
    assert "Doel 2024 gehaald" not in pagina
    assert "Begroting PB 2024 (streefwaarde, overgenomen, anders gemeten)" in pagina
    [vlak] = met_klasse(gelezen, "grafiek__vlak")
    assert "PB 2024 (overgenomen, anders gemeten): 180 in 2024" in vlak.get("aria-label", "")
    assert "Vergelijk niet met eerdere jaren" not in pagina  # what was measured did not change
    assert "1 gehaald" not in tekst(haal(Client(), "/"))
    assert "Anders gemeten: Alleen mensen" in tekst(haal(Client(), f"/bronnen/Overname-{overname.pk}/"))

    assert "is van de site gehaald" in besluit(carlo, overname, "intrekken", opmerking="Verkeerd overgetypt.")
    weg = tekst(haal(Client(), PAGINA))
    assert "een half jaar later" not in weg


@pytest.mark.drawn
def test_anders_gemeten_wordt_ook_opgevolgd_door_het_document_zelf(inge: Client, carlo: Client) -> None:
    neem_over(inge, *UITSTROOM, **ANDERS)
    overname = Overname.objects.get()
    besluit(carlo, overname, "goed")

    laad_pb_2024(carlo)

    overname.refresh_from_db()
    assert overname.staat == "opgevolgd"


def test_een_rapportage_van_dat_jaar_volgt_niet_op(twee_doelen: list[Overname], carlo: Client) -> None:
    """The doel that a rapportage prints beside a realisatie is its own: it is not the begroting of that year."""
    dora = maak_account("dora", "controleur")
    halfjaar = RAPPORTAGE.replace("2^e helft 2024", "1^e helft 2024")
    document = lever_aan(halfjaar, dora.actor, "Rapportage.txt")
    weg = {"toelichting": "Dit is geen indicator van de begroting."}
    beantwoord_alles(carlo, document, indicator=("weglaten", weg))
    publiceer(carlo, document)
    assert document.staat == "gepubliceerd", document.reden
    assert set(Overname.objects.values_list("staat", flat=True)) == {"gepubliceerd"}
    assert "Zijn de doelen gehaald? 1 gehaald, 1 niet gehaald" in tekst(haal(Client(), "/"))
