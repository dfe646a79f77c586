"""Tables of another gemeente that name their programmas: settled with one answer, matched in the next edition.

Waterdam does not exist; its tables have the shape of real ones. The real ones are below, with figures typed from them.
"""

import pytest
from django.test import Client
from pytest_django import Settings

from indicators.models import Bedrag, Post, Programma
from ingest.documenten.werker import werk_af
from ingest.models import Aanlevering, Rol
from ingest.structuur.bestand import schrijf_structuur
from tests.gereedschap.aanleveren import aangeleverd
from tests.gereedschap.beoordelen import adres, antwoord, beantwoord_alles, later, publiceer, vraag_over
from tests.gereedschap.documenten.echt import map_van
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, met_id, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]

PRODUCTEN = """Begroting 2031

Gemeente Waterdam

# 5. Totale begroting

Bedragen x € 1.000

Producten\tLasten 2030\tBaten 2030\tLasten 2031\tBaten 2031\tLasten 2032\tBaten 2032
Programma 1. Zorg\t\t\t\t\t\t
Jeugd\t500\t-40\t510\t-41\t520\t-42
Ouderen\t300\t-10\t310\t-11\t320\t-12
Totaal programma\t800\t-50\t820\t-52\t840\t-54
Programma 2. Water\t\t\t\t\t\t
Dijken\t90\t-5\t91\t-6\t92\t-7
Polders\t10\t-1\t11\t-2\t12\t-3
Totaal programma\t100\t-6\t102\t-8\t104\t-10
Algemeen\t\t\t\t\t\t
Overhead\t70\t-1\t71\t-1\t72\t-1

Zo ver.
"""
MET_RESERVES = """Begroting 2031

Gemeente Waterdam

# Wat kost het?

Een nadeel is een negatief bedrag: - is een nadeel.

1. Zorg\tWerkelijk\tRaming\tRaming\tMeerjarenraming
(bedragen x € 1.000)\t2029\t2030\t2031\t2032
Lasten\t-800\t-810\t-820\t-830
Baten\t50\t51\t52\t53
Totaal saldo van baten en lasten programma\t-750\t-759\t-768\t-777
Mutaties eigen vermogen:\t\t\t\t
Toevoeging reserves\t-20\t-21\t-22\t-23
Onttrekking reserves\t5\t6\t7\t8
Resultaat programma\t-765\t-774\t-783\t-792
Incidenteel\t\t\t\t
Incidentele lasten\t-10\t-11\t-12\t-13

# Wat kost het?

2. Water\tWerkelijk\tRaming\tRaming\tMeerjarenraming
(bedragen x € 1.000)\t2029\t2030\t2031\t2032
Lasten\t-100\t-101\t-102\t-103
Baten\t6\t7\t8\t9
Totaal saldo van baten en lasten programma\t-94\t-94\t-94\t-94
Resultaat programma\t-94\t-94\t-94\t-94

Zo ver.
"""


@pytest.fixture(autouse=True)
def leeg(settings: Settings) -> None:
    settings.LEEG, settings.GEMEENTE = True, "Waterdam"


@pytest.fixture
def anna() -> Client:
    return ingelogd(maak_account("anna", Rol.CONTROLEUR))


@pytest.fixture
def bert() -> Client:
    return ingelogd(maak_account("bert", Rol.CONTROLEUR))


def lever_aan(controleur: Client, inhoud: str) -> Aanlevering:
    document = aangeleverd(controleur, inhoud.encode())
    werk_af(document.pk)
    return document


def zet_op_de_site(anna: Client, bert: Client, inhoud: str) -> Aanlevering:
    """Each question answered as its page proposes it."""
    document = lever_aan(anna, inhoud)
    beantwoord_alles(anna, document)
    publiceer(bert, document)
    assert document.staat == Aanlevering.Staat.GEPUBLICEERD, document.reden
    return document


def soorten(document: Aanlevering) -> list[str]:
    return [vraag.soort for vraag in document.vragen.open().op_volgorde()]


def rijen_van(client: Client, adres: str, welke: str) -> dict[str, list[str]]:
    _, rijen = tabel(haal(client, adres), welke)
    return {naam: [tekst(cel) for cel in cellen] for naam, cellen in rijen.items()}


def test_een_tabel_is_met_een_antwoord_van_haar_programmas(anna: Client, bert: Client, client: Client) -> None:
    document = lever_aan(anna, PRODUCTEN)
    assert soorten(document) == ["document", "gegevens", "tabel"]
    scherm = tekst(haal(anna, document.get_absolute_url()))
    assert (
        "horen: programma 1 Zorg (2 onderdelen en het totaal), programma 2 Water (2 onderdelen en het totaal)" in scherm
    )
    beantwoord_alles(anna, document)
    publiceer(bert, document)
    assert document.staat == Aanlevering.Staat.GEPUBLICEERD, document.reden

    assert [str(programma) for programma in Programma.objects.order_by("code")] == [
        "Programma 1 Zorg",
        "Programma 2 Water",
    ]
    posten = Post.objects.exclude(programma=None).values_list("programma__code", "tabel", "rol", "naam")
    assert sorted(posten) == [
        ("1", "programma", "saldo", "Totaal programma"),
        ("1", "uitsplitsing", "product", "Jeugd"),
        ("1", "uitsplitsing", "product", "Ouderen"),
        ("2", "programma", "saldo", "Totaal programma"),
        ("2", "uitsplitsing", "product", "Dijken"),
        ("2", "uitsplitsing", "product", "Polders"),
    ]
    los = Bedrag.objects.geldend().uit("overzicht").values_list("benaming__naam", "als_gedrukt")
    assert sorted(set(los)) == [("Overhead", "-1"), ("Overhead", "70"), ("Overhead", "71"), ("Overhead", "72")]
    assert Bedrag.objects.geldend().count() == 7 * 6  # each printed amount once
    assert rijen_van(client, "/geld/", "vergelijking") == {"Programma": ["768", "niet uit te rekenen"]}  # 820 - 52
    assert rijen_van(client, "/geld/?programma=2", "programma-PB-2031") == {
        "Totaal programma (lasten)": ["100", "102", "104"],
        "Totaal programma (baten)": ["-6", "-8", "-10"],
    }
    klopt = tekst(haal(client, "/klopt-het/"))
    assert "Alle posten samen (lasten)" in klopt
    assert "Wij keken alleen in de tabellen zelf." in klopt
    thuis = tekst(haal(client, "/"))
    assert "0 van de 6 optellingen tellen niet op" in thuis
    assert "Van dit programma staan hier geen doelen" in thuis
    assert "Van dit programma staan op deze site geen doelen of indicatoren." in tekst(haal(client, "/doelen/"))
    assert "Alleen wat het kost van programma 1, Zorg; programma 2, Water, uit PB 2031." in tekst(
        haal(client, "/over/")
    )
    assert "onder: 5. Totale begroting" in schrijf_structuur()


def test_de_volgende_editie_staat_er_zonder_vragen_naast(anna: Client, bert: Client, client: Client) -> None:
    zet_op_de_site(anna, bert, PRODUCTEN)
    tweede = later(PRODUCTEN).replace("Totaal programma\t100\t-6", "Totaal programma\t101\t-6")
    tweede = tweede.replace("# 5.", "# 6.").replace("Dijken\t90", "Dijken\t91")
    document = lever_aan(anna, tweede)
    assert soorten(document) == ["document", "gegevens"]
    beantwoord_alles(anna, document)
    publiceer(bert, document)

    # 2031 in PB 2031: 102 - 8; in PB 2032, as the year that runs: 101 - 6
    assert rijen_van(client, "/geld/?programma=2&jaar=2031", "vergelijking") == {"Programma": ["94", "95", "+1"]}
    assert rijen_van(client, "/geld/?programma=2&jaar=2031", "eigen-kosten") == {
        "Dijken": ["85", "86", "+1"],
        "Polders": ["9", "9", "0"],
    }
    assert rijen_van(client, "/geld/?programma=2&jaar=2031", "eigen-kosten-delen") == {
        "Dijken": ["91", "91", "-6", "-5", "7%", "5%"],
        "Polders": ["11", "10", "-2", "-1", "18%", "10%"],
    }
    assert rijen_van(client, "/geld/?programma=1&jaar=2032", "vergelijking") == {"Programma": ["786", "768", "-18"]}
    geld = tekst(haal(client, "/geld/?programma=2&jaar=2031"))
    assert "PB 2031 zegt niet of het saldo voor of na reserves is. PB 2032 zegt niet of" in geld
    assert "PB 2031 en PB 2032 noemen hier geen doelen." in tekst(haal(client, "/"))
    cel = tabel(haal(client, "/geld/?programma=2&jaar=2031"), "vergelijking")[1]["Programma"][1]
    assert [a.get("href") for a in cel.iter("a")] == ["/bronnen/PB-2032/regels/17/"]


def test_een_andere_naam_wordt_gevraagd_en_een_nieuwe_ook(anna: Client, bert: Client, client: Client) -> None:
    zet_op_de_site(anna, bert, PRODUCTEN)
    anders = later(PRODUCTEN).replace("Programma 2. Water", "Programma 2. Water en wegen")
    anders = anders.replace("Jeugd\t500", "Jeugd en gezin\t500")
    document = lever_aan(anna, anders)
    assert soorten(document) == ["document", "gegevens", "programma", "post", "opvallend"]

    water = vraag_over(document, "programma", "Water en wegen")
    assert "Laat het bij het document" in tekst(haal(anna, adres(water)))
    assert antwoord(anna, water, "bestaande", code="2").status_code == 302
    jeugd = vraag_over(document, "post", "Jeugd en gezin")
    assert antwoord(anna, jeugd, "bestaande", slug="jeugd").status_code == 302
    assert soorten(document) == ["document", "gegevens"]  # with that the sum is whole again
    beantwoord_alles(anna, document)
    publiceer(bert, document)
    assert document.staat == Aanlevering.Staat.GEPUBLICEERD, document.reden
    assert Programma.objects.count() == 2
    assert rijen_van(client, "/geld/?programma=2&jaar=2031", "vergelijking") == {"Programma": ["94", "94", "0"]}
    assert rijen_van(client, "/geld/?jaar=2031", "eigen-kosten")["Jeugd"] == [
        "469",
        "460",
        "-9",
    ]
    assert rijen_van(client, "/geld/?jaar=2031", "eigen-kosten-delen")["Jeugd"] == [
        "510",
        "500",
        "-41",
        "-40",
        "8%",
        "8%",
    ]


def test_wat_een_controleur_los_laat_blijft_bij_het_document(anna: Client, bert: Client, client: Client) -> None:
    document = lever_aan(anna, PRODUCTEN)
    vraag = vraag_over(document, "tabel")
    assert antwoord(anna, vraag, "laten").status_code == 302
    beantwoord_alles(anna, document)
    assert publiceer(bert, document).status_code == 302
    assert document.staat == Aanlevering.Staat.GEPUBLICEERD, document.reden

    assert not Programma.objects.exists()
    assert Bedrag.objects.geldend().uit("overzicht").count() == 7 * 6
    assert [tekst(kop) for kop in haal(client, "/geld/").iter("caption")][:1] == ["Programma 1. Zorg, x € 1.000"]
    assert "staan ze alleen bij dit document" in tekst(haal(client, "/bevindingen/"))


def test_een_programma_dat_op_een_ander_lijkt_wordt_gevraagd(anna: Client, bert: Client, client: Client) -> None:
    Programma.objects.create(code="7", naam="Zorg en water")
    document = lever_aan(anna, PRODUCTEN)
    assert antwoord(anna, vraag_over(document, "tabel"), "nieuw").status_code == 302
    assert soorten(document) == ["document", "gegevens", "programma", "programma"]
    assert antwoord(anna, vraag_over(document, "programma", "Water"), "bestaande", code="7").status_code == 302
    assert antwoord(anna, vraag_over(document, "programma", "Zorg"), "laten").status_code == 302
    beantwoord_alles(anna, document)
    publiceer(bert, document)

    assert document.staat == Aanlevering.Staat.GEPUBLICEERD, document.reden
    assert [programma.naam for programma in Programma.objects.all()] == ["Zorg en water"]
    assert rijen_van(client, "/geld/", "vergelijking") == {"Programma": ["94", "niet uit te rekenen"]}  # 102 - 8
    assert Bedrag.objects.geldend().uit("overzicht").count() == 4 * 6  # of the other one, and overhead
    los = met_id(haal(client, "/geld/"), "los")
    assert [a.get("href") for a in los.iter("a")] == ["/bronnen/PB-2031/#andere-bedragen"]


def test_twee_tabellen_van_een_programma_vragen_om_een_keuze(anna: Client, bert: Client) -> None:
    ander = "# Per programma\n\nBedragen x € 1.000\n\nProgramma\tLasten 2031\tBaten 2031\n1 Zorg\t825\t-52\n\nZo ver."
    document = lever_aan(anna, PRODUCTEN.replace("Zo ver.", ander))
    eerste, tweede = document.vragen.open().filter(soort="tabel").order_by("regel")
    assert (eerste.voorstel["compleet"], tweede.voorstel["compleet"]) == (False, False)  # none with a click
    assert antwoord(anna, eerste, "nieuw").status_code == 302
    assert soorten(document) == ["document", "gegevens"]  # the other one is no longer asked about
    beantwoord_alles(anna, document)
    publiceer(bert, document)

    zorg = Bedrag.objects.geldend().filter(jaar=2031, kant="lasten", benaming__post__programma__code="1")
    totaal = zorg.get(benaming__post__tabel="programma")
    assert (totaal.als_gedrukt, totaal.passage.regel) == ("820", 13)
    assert Bedrag.objects.geldend().uit("overzicht").filter(als_gedrukt="825").count() == 1


def test_een_tabel_per_programma_met_reserves(anna: Client, bert: Client, client: Client) -> None:
    zet_op_de_site(anna, bert, MET_RESERVES)
    document = lever_aan(anna, later(MET_RESERVES).replace("-783", "-784").replace("-22\t", "-23\t"))
    assert soorten(document) == ["document", "gegevens"]
    beantwoord_alles(anna, document)
    publiceer(bert, document)

    posten = Post.objects.exclude(programma=None).values_list("programma__code", "rol", "naam")
    assert sorted(posten) == [
        ("1", "baten", "Baten"),
        ("1", "lasten", "Lasten"),
        ("1", "onttrekkingen", "Onttrekking reserves"),
        ("1", "saldo na reserves", "Resultaat programma"),
        ("1", "saldo voor reserves", "Totaal saldo van baten en lasten programma"),
        ("1", "toevoegingen", "Toevoeging reserves"),
        ("2", "baten", "Baten"),
        ("2", "lasten", "Lasten"),
        ("2", "saldo", "Resultaat programma"),  # the same amounts twice, and no reserves
    ]
    # 2032 in PB 2031 (line 16), and in PB 2032 what PB 2031 printed for 2031
    assert rijen_van(client, "/geld/?jaar=2032", "vergelijking") == {
        "Programma, voor reserves": ["777", "768", "-9"],
        "Programma, na reserves": ["792", "784", "-8"],
    }


@pytest.mark.documents
def test_oss(anna: Client, bert: Client, client: Client, settings: Settings) -> None:
    """Bijlage 5 of its begroting 2024, and the same of a year later."""
    settings.GEMEENTE = "Oss"
    inhoud = (map_van("oss-b2024-bijlage5") / "oss-b2024-bijlage5.html").read_text(encoding="utf-8")
    zet_op_de_site(anna, bert, inhoud)
    zet_op_de_site(anna, bert, later(inhoud))

    # lasten min baten of 2025: 101.889 - 918 in PB 2024, and what that has for 2024 in the next: 111.223 - 15.483
    assert rijen_van(client, "/geld/?jaar=2025", "vergelijking") == {"Programma": ["100.971", "95.740", "-5.231"]}
    # 79.361 - 35.608, and 80.085 - 37.726
    assert rijen_van(client, "/geld/?programma=2&jaar=2025", "vergelijking") == {
        "Programma": ["43.753", "42.359", "-1.394"]
    }
    eigen = rijen_van(client, "/geld/?programma=2&jaar=2025", "eigen-kosten")
    assert eigen["Inkomensregelingen"] == ["7.740", "8.642", "+902"]
    assert len(eigen) == 7
    delen = rijen_van(client, "/geld/?programma=2&jaar=2025", "eigen-kosten-delen")
    assert delen["Inkomensregelingen"] == ["39.515", "40.417", "-31.775", "-31.775", "80%", "79%"]


@pytest.mark.documents
def test_aalsmeer(anna: Client, bert: Client, client: Client, settings: Settings) -> None:
    """Its rows are programmas, each with a row for a side."""
    settings.GEMEENTE = "Aalsmeer"
    inhoud = (map_van("aalsmeer-b2024-mjr") / "aalsmeer-b2024-mjr.html").read_text(encoding="utf-8")
    zet_op_de_site(anna, bert, inhoud)
    zet_op_de_site(anna, bert, later(inhoud))

    assert Programma.objects.count() == 6
    assert rijen_van(client, "/geld/?programma=04&jaar=2025", "vergelijking") == {
        "Programma": ["10.772", "11.314", "+542"]
    }
    assert rijen_van(client, "/geld/?programma=04", "programma-PB-2024") == {
        "Openbare ruimte (lasten)": ["20.862", "20.366", "20.175", "19.915"],
        "Openbare ruimte (baten)": ["-9.548", "-9.594", "-9.176", "-9.170"],
        "Openbare ruimte": ["11.314", "10.772", "10.999", "10.745"],
    }
    los = Bedrag.objects.geldend().uit("overzicht").values_list("benaming__naam", flat=True)
    assert set(los) == {"Saldo van de programma's"}  # the total of all of them is of none
