"""A document from its questions to the site, through the pages, by two people."""

from dataclasses import replace

import pytest
from django.test import Client

from indicators.models import Bedrag, Breuk, Vermelding
from ingest.documenten.beoordelen.beoordeling import bezwaren
from ingest.models import Account, Rol
from ingest.ontwerp.ontwerp import maak_ontwerp
from tests.gereedschap.beoordelen import (
    GEGEVENS,
    LEERBAAN,
    adres,
    antwoord,
    beantwoord_alles,
    editie,
    kijk_na,
    lees,
    lever_aan,
    op_de_site,
    pagina,
    pb_2027,
    publiceer,
    vraag_over,
)
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


def test_van_vragen_tot_op_de_site(anna: Account, bert: Account) -> None:
    document, aanleveraar, collega = lever_aan(pb_2027(), anna.actor), ingelogd(anna), ingelogd(bert)
    overzicht = tekst(haal(aanleveraar, pagina(document)))
    assert "PB 2027 beoordelen" in overzicht
    assert "Indicatoren met een naam die nog niet bekend is 2 open" in overzicht
    assert "Niet gelezen 2 open" in overzicht

    indicator = vraag_over(document, "indicator", "Doorstroom naar betaald werk")
    assert antwoord(aanleveraar, indicator, "bestaande", definitie="uitstroom-naar-werk").status_code == 302
    leerbaan = vraag_over(document, "indicator", "Jongeren in een leerbaan")
    assert antwoord(aanleveraar, leerbaan, "nieuw", **LEERBAAN).status_code == 302
    assert antwoord(aanleveraar, vraag_over(document, "post"), "nieuw", rol="product").status_code == 302
    gemist = vraag_over(document, "rij", "Realisatie 474")
    assert "Realisatie 474 - - -" in tekst(haal(aanleveraar, adres(gemist)))
    assert antwoord(collega, gemist, "overtypen", tekst="Realisatie | 474 | - | - | - | -").status_code == 302
    kapot = vraag_over(document, "rij", "2.600")
    assert antwoord(collega, kapot, "weglaten", toelichting="Er staat een x in een cel.").status_code == 302
    participatie = vraag_over(document, "definitie", "Arbeidsparticipatie")
    breuk = {"breuk": "mogelijk", "vanaf": "2025", "toelichting": "Het CBS telt 75-jarigen nu mee."}
    definitie = participatie.voorstel["definitie"]
    assert antwoord(collega, participatie, "zelfde", definitie=definitie, **breuk).status_code == 302
    beantwoord_alles(collega, document)
    assert "Alle vragen zijn beantwoord." in tekst(haal(collega, pagina(document)))
    assert Client().get("/indicatoren/jongeren-in-een-leerbaan/").status_code == 404

    straks = tekst(haal(collega, pagina(document, "publiceren/")))
    assert "Nieuwe indicator: Jongeren in een leerbaan." in straks
    assert "Nieuwe post: 610.03.250 Startersfonds." in straks or "Nieuwe post: Startersfonds." in straks
    assert (
        "misschien anders gemeten: de lijn in de grafiek stopt daar. Reden: Het CBS telt 75-jarigen nu mee." in straks
    )
    assert "Jongeren in een leerbaan realisatie 2025 geen 19" in straks
    assert "Bij de beoordeling: Er staat een x in een cel." in straks
    assert not Breuk.objects.filter(publicatie__naam="PB 2027").exists()

    zelf = tekst(haal(aanleveraar, pagina(document, "publiceren/")))
    assert "U leverde dit document zelf aan. Een collega moet het publiceren." in zelf
    publiceer(aanleveraar, document, gezien="x")
    assert document.staat == "te beoordelen"
    assert kijk_na(aanleveraar, document).status_code == 302
    assert publiceer(collega, document).status_code == 302
    assert (document.staat, document.reden) == ("gepubliceerd", "")

    assert op_de_site("uitstroom-naar-werk", 2025, "realisatie") == [("181", 626)]
    assert op_de_site("deeltijd-werkenden", 2025, "realisatie") == [("474", 643)]
    assert op_de_site("jongeren-in-een-leerbaan", 2027, "begroting") == [("25", 658)]
    assert op_de_site("bijstandsuitkeringen", 2027, "begroting") == []
    lasten = Bedrag.objects.geldend().filter(benaming__publicatie__naam="PB 2027", benaming__naam__contains="Starters")
    assert [(b.als_gedrukt, b.passage.regel) for b in lasten.filter(kant="lasten", jaar=2026)] == [("-230", 729)]
    leerbanen = tekst(haal(Client(), "/indicatoren/jongeren-in-een-leerbaan/"))
    assert "19 in 2025" in leerbanen
    tijdlijn = tekst(haal(Client(), "/indicatoren/arbeidsparticipatie/"))
    assert "Mogelijke breuk in 2025. Misschien kunt u niet vergelijken met eerdere jaren." in tijdlijn
    bron = tekst(met_id(haal(Client(), "/bronnen/PB-2027/"), "niet-overgenomen"))
    assert "Bij de beoordeling: Er staat een x in een cel." in bron
    assert "overtypen" not in bron  # a reader cannot
    geworden = tekst(haal(collega, pagina(document)))
    assert "Dit document staat op de site sinds" in geworden
    assert "controleur, " in geworden
    assert "Welke indicator? Uitstroom naar werk (PB 2026)" in geworden
    assert "Aangeboden aan de raad op 01-10-2026" in geworden
    bronnen = tekst(haal(Client(), "/bronnen/"))
    assert "Aangeboden aan de raad 1 oktober 2026" in bronnen
    assert "Besluit van de raad Nog niet: dit is een voorstel van het college." in bronnen

    volgend = editie(2).replace("Uitstroom naar werk \n[samengevat]", "Doorstroom naar betaald werk \n[samengevat]")
    pb_2028 = lever_aan(volgend, anna.actor, "PB 2028.txt")
    assert not pb_2028.vragen.open().filter(soort="indicator").exists()


def test_een_breuk_begint_bij_het_eerste_gemeten_jaar(anna: Account) -> None:
    """The table of arbeidsparticipatie prints a realisatie of 2025 and goals up to 2030."""
    document = lever_aan(editie().replace("Bron: CBS", "Bron: Enquête"), anna.actor)
    vraag = vraag_over(document, "definitie", "Arbeidsparticipatie")
    formulier = haal(ingelogd(anna), adres(vraag))
    assert formulier.find('.//input[@name="vanaf"]').get("value") == "2025"


def test_tussen_twee_metingen_kiest_de_site_niet_zelf(anna: Account) -> None:
    """PB 2024 stands between PB 2023 and PB 2026, which measure arbeidsparticipatie otherwise."""
    vraag = vraag_over(lever_aan(editie(-2), anna.actor, "PB 2024.txt"), "definitie", "% Arbeidsparticipatie is in")
    formulier = haal(ingelogd(anna), adres(vraag))
    assert formulier.find('.//select[@name="definitie"]//option[@selected]').get("value") == ""


def test_wat_overgetypt_is_en_niet_te_lezen_blijft_staan(anna: Account) -> None:
    document, client = lever_aan(pb_2027(), anna.actor), ingelogd(anna)
    vraag = vraag_over(document, "rij", "Realisatie 474")
    weer = antwoord(client, vraag, "overtypen", tekst="Realisatie | 474 | - | acht | - | -")
    assert weer.status_code == 422
    assert "&quot;acht&quot; is geen getal" in weer.content.decode()
    assert "Realisatie | 474 | - | acht | - | -" in weer.content.decode()
    assert vraag in document.vragen.open()


@pytest.mark.parametrize(
    ("soort", "woord", "keuze", "velden", "zin"),
    [
        ("indicator", "leerbaan", "bestaande", {"definitie": "deeltijd-werkenden"}, "deze indicator al"),
        (
            "indicator",
            "leerbaan",
            "bestaande",
            {"definitie": "uitstroom-naar-school", "breuk": "zeker"},
            "Typ vanaf welk jaar het anders is gemeten.",
        ),
        ("indicator", "leerbaan", "nieuw", LEERBAAN | {"richting": ""}, "Kies of hoger of lager beter is."),
        ("indicator", "leerbaan", "nieuw", LEERBAAN | {"ondergrens": "9", "bovengrens": "8"}, "Draai ze om."),
        ("indicator", "leerbaan", "weglaten", {"toelichting": " "}, "Schrijf waarom niet."),
        ("rij", "474", "overtypen", {"tekst": ""}, "Typ over wat er staat"),
        ("gegevens", "", "gegevens", GEGEVENS | {"aangeboden_op": "32-13-2026"}, "Dit is geen datum."),
        ("gegevens", "", "gegevens", GEGEVENS | {"vastgesteld_op": "1-11-2026"}, "Kies dan ook dat de raad"),
        ("gegevens", "", "gegevens", GEGEVENS | {"adres": "http://gemeente.example/x"}, "moet beginnen met https"),
        ("document", "", "anders", {"soort": "kadernota", "publicatie": "2027"}, "Typ een korte naam met een jaar"),
    ],
)
def test_een_half_antwoord_wordt_niet_bewaard(
    anna: Account, soort: str, woord: str, keuze: str, velden: dict[str, str], zin: str
) -> None:
    document, client = lever_aan(pb_2027(), anna.actor), ingelogd(anna)
    vraag = vraag_over(document, soort, woord)
    geweigerd = antwoord(client, vraag, keuze, **velden)
    assert geweigerd.status_code == 422
    assert zin in geweigerd.content.decode()
    assert not vraag.antwoorden.exists()


def test_verkeerd_herkend_wordt_opnieuw_gelezen(anna: Account) -> None:
    document, client = lever_aan(editie(), anna.actor), ingelogd(anna)
    vraag = vraag_over(document, "document")
    velden = {"soort": "programmabegroting", "publicatie": "PB 2031"}
    assert antwoord(client, vraag, "anders", **velden)["Location"] == pagina(document)
    document.refresh_from_db()
    assert (document.staat, document.soort, document.publicatie) == ("wacht", "programmabegroting", "PB 2031")

    lees(document, editie())  # what it says of itself is another year
    assert "Volgens uzelf is dit PB 2031, volgens het document PB 2027" in tekst(haal(client, pagina(document)))
    publiceren = tekst(haal(client, pagina(document, "publiceren/")))
    assert "U kunt nog niet publiceren: Volgens uzelf is dit PB 2031" in publiceren


def test_alleen_een_controleur_beoordeelt(anna: Account) -> None:
    document = lever_aan(editie(), anna.actor)
    vraag = vraag_over(document, "document")
    anderen = [Client(), ingelogd(maak_account("inge", Rol.INVOERDER)), ingelogd(maak_account("bea", Rol.BEHEERDER))]
    for client in anderen:
        for waar in ("", "publiceren/", "bladzijde/1/", f"vragen/{vraag.pk}/"):
            assert client.get(pagina(document, waar)).status_code in (302, 403)
        assert client.post(adres(vraag), {"keuze": "klopt", "gezien": "0"}).status_code in (302, 403)
    assert not vraag.antwoorden.exists()


RAPPORTAGE = """Rapportage Sociaal Domein gemeente Zoetermeer

2e helft 2024

Uitstroom

	Doel	Realisatie
Uitstroom naar werk	200	209

In 2024 vonden 209 mensen vanuit de bijstand werk.

Kansengelijkheid

In het derde kwartaal van 2024 gingen 12 jongeren vanuit de bijstand naar school.
"""


def test_een_cijfer_uit_een_zin_gaat_mee_met_zijn_kwartaal(anna: Account, bert: Account) -> None:
    document, client = lever_aan(RAPPORTAGE, anna.actor, "Rapportage.txt"), ingelogd(anna)
    zin = document.vragen.get(soort="suggestie", tekst__contains="12 jongeren")
    formulier = haal(client, adres(zin))
    assert formulier.find('.//input[@name="jaar"]').get("value") == "2024"
    assert tekst(formulier.find('.//select[@name="periode"]/option[@selected]')) == "derde kwartaal"
    school = {"definitie": "uitstroom-naar-school", "jaar": "2024", "periode": "Q3"}
    assert antwoord(client, zin, "overnemen", **school).status_code == 302
    beantwoord_alles(client, document)
    assert publiceer(ingelogd(bert), document).status_code == 302
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    nieuw = Vermelding.objects.geldend().get(bewoording__publicatie__naam="Rapportage SD 2024-H2", periode="Q3")
    assert (nieuw.gedrukt, nieuw.jaar, nieuw.passage.regel) == ("12", 2024, 14)
    assert "2024, derde kwartaal" in tekst(haal(Client(), "/indicatoren/uitstroom-naar-school/"))


def test_in_welke_volgorde_de_verschillen_staan_maakt_geen_ander_ontwerp(anna: Account) -> None:
    """Who approves and the worker that publishes may hear of what is on the site in another order."""
    ontwerp = maak_ontwerp(lever_aan(RAPPORTAGE, anna.actor, "Rapportage.txt"))
    assert len(ontwerp.verschillen) > 2
    omgekeerd = replace(ontwerp, verschillen=ontwerp.verschillen[::-1])
    assert omgekeerd.vingerafdruk == ontwerp.vingerafdruk
    assert replace(ontwerp, verschillen=ontwerp.verschillen[1:]).vingerafdruk != ontwerp.vingerafdruk


def test_een_programma_met_een_nieuwe_naam_wordt_onthouden(anna: Account, bert: Account) -> None:
    def hernoemd(jaren: int) -> str:
        gedrukt = editie(jaren)
        assert gedrukt.count("Programma 1. Onderwijs, economie en") == 1
        return gedrukt.replace("Programma 1. Onderwijs, economie en", "Programma 1. Leren, ondernemen en")

    document, client = lever_aan(hernoemd(1), anna.actor), ingelogd(anna)
    assert antwoord(client, vraag_over(document, "programma"), "bestaande", code="1").status_code == 302
    beantwoord_alles(client, document)
    assert publiceer(ingelogd(bert), document).status_code == 302
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    bedragen = Bedrag.objects.geldend().filter(benaming__publicatie__naam="PB 2027", benaming__post__tabel="programma")
    assert set(bedragen.values_list("benaming__post__programma__code", flat=True)) == {"1"}
    assert not lever_aan(hernoemd(2), anna.actor, "PB 2028.txt").vragen.open().filter(soort="programma").exists()


@pytest.mark.drawn
def test_overgetypt_en_daarna_onmogelijk(anna: Account, bert: Account) -> None:
    """What was typed fits no indicator that was chosen after it: that is said, and nothing is left out in silence."""
    gebroken = pb_2027().replace("Realisatie 181 - - - -", "Realisatie 181 - - -")  # line 626
    document, collega = lever_aan(gebroken, anna.actor), ingelogd(bert)
    rij = vraag_over(document, "rij", "Realisatie 181")
    assert antwoord(collega, rij, "overtypen", tekst="Realisatie | 181,5 | - | - | - | -").status_code == 302
    indicator = vraag_over(document, "indicator", "Doorstroom naar betaald werk")
    assert antwoord(collega, indicator, "bestaande", definitie="uitstroom-naar-werk").status_code == 302
    ontwerp = maak_ontwerp(document)
    assert "een aantal is een heel getal" in " ".join(bezwaren(document, ontwerp))
    assert "Het antwoord bij regel 626 kan zo niet" in tekst(haal(collega, pagina(document, "publiceren/")))


def test_een_tabel_van_een_onbekende_soort_is_over_te_typen(anna: Account, bert: Account) -> None:
    """Years below each other instead of beside: refused whole, and read as it is typed, on the lines that print it."""
    van = "Type 2025 2027 2028 2029 2030 \nRealisatie 19 - - - - \nBegroting PB 2027 - 25 25 25 25 \n"
    assert editie().count(van) == 1
    document = lever_aan(editie().replace(van, "Jaar\tAantal\n2025\t19\n2027\t25\n"), anna.actor)
    onbekend = vraag_over(document, "rij", "van welk jaar de kolom “Aantal” is, staat er niet bij")
    assert (onbekend.regel, onbekend.tot_regel) == (656, 658)
    getypt = "Type | 2025 | 2027\nRealisatie | 19 | -\nBegroting PB 2027 | - | 25"
    client = ingelogd(anna)
    assert antwoord(client, onbekend, "overtypen", tekst=getypt).status_code == 302
    beantwoord_alles(client, document)
    publiceer(ingelogd(bert), document)
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    assert op_de_site("uitstroom-naar-school", 2025, "realisatie") == [("19", 657)]
    assert op_de_site("uitstroom-naar-school", 2027, "begroting") == [("25", 658)]
