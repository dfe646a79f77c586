"""What jaarstukken say a year became, beside what was budgeted for it: per doelstelling, programma and product.

PB 2023 budgets -19.189 for 1.5 (line 463) and -50.158 for the programma (line 571); the jaarstukken are made up.
"""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.gereedschap.csvbestanden import inhoud
from tests.gereedschap.csvbestanden import rijen as rijen_van
from tests.gereedschap.paginas import haal, met_id, met_klasse, tabel, tekst

pytestmark = pytest.mark.django_db

ONZEKER = "niet te zeggen: misschien een ander saldo"
_KOLOMMEN = "\tBegroting na wijziging 2023\tRekening 2023\tVerschil"
OVER_2023 = f"""\
Jaarstukken 2023
gemeente Zoetermeer

Doelstelling 1.5 Stimuleren duurzame arbeidsparticipatie

Bedragen x € 1.000

Doelstelling{_KOLOMMEN}
Stimuleren duurzame arbeidsparticipatie (1.5)\t-20.100\t-19.700\t400

Toelichting op de verschillen
De werkplekken gingen later open dan gedacht.
Daarom bleef geld over.

De rest van het verschil komt door lagere lonen.

Doelstelling 1.6 Voorzien in noodzakelijke middelen van bestaan

Bedragen x € 1.000

Doelstelling{_KOLOMMEN}
Voorzien in noodzakelijke middelen van bestaan (1.6)\t-17.000\t-18.250\t-1.250

Bedragen x € 1.000

Programma 1. Onderwijs, economie en arbeidsparticipatie{_KOLOMMEN}
Lasten\t-104.000\t-106.000\t-2.000
Baten\t52.000\t53.500\t1.500
Resultaat\t-52.000\t-52.500\t-500
"""
OVER_2022 = """\
Jaarstukken 2022
gemeente Zoetermeer

Programma 1. Onderwijs, economie en arbeidsparticipatie

Bedragen x € 1.000

Product\tBegroting 2022 lasten\tBegroting 2022 baten\tBegroting 2022 saldo\tRekening 2022 lasten\tRekening 2022 baten\t\
Rekening 2022 saldo
Stimuleren duurzame arbeidsparticipatie (1.5)
611.10 Begeleid werk\t-9.000\t500\t-8.500\t-8.900\t400\t-8.500
612.20 Sociale werkplaats\t-12.000\t0\t-12.000\t-12.600\t100\t-12.500
Totaal Stimuleren duurzame arbeidsparticipatie (1.5)\t-21.000\t500\t-20.500\t-21.500\t500\t-21.000

Bedragen x € 1.000

Programma 1. Onderwijs, economie en arbeidsparticipatie\tBegroting na wijziging 2022\tRekening 2022\tVerschil
Lasten\t-103.000\t-101.000\t2.000
Baten\t49.000\t49.500\t500
Resultaat\t-54.000\t-51.500\t2.500
"""
TIJDENS_2023 = """\
Tussenbericht 2023
gemeente Zoetermeer

Programma 1. Onderwijs, economie en arbeidsparticipatie

Bedragen x € 1.000

Omschrijving\tBegroting na wijziging 2023\tTussenbericht 2023
Lasten\t-101.658\t-1.700
Baten\t50.300\t300
Saldo\t-51.358\t-1.400
"""


@pytest.fixture(scope="module", autouse=True)
def jaarstukken(edities: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> None:
    map_: Path = tmp_path_factory.mktemp("jaarstukken")
    with django_db_blocker.unblock():
        for nummer, inhoud in enumerate((OVER_2022, TIJDENS_2023, OVER_2023)):
            (map_ / f"{nummer}.txt").write_text(inhoud, encoding="utf-8")
            call_command("load_document", str(map_ / f"{nummer}.txt"), "--accepteer-fouten", verbosity=0)


def deel(client: Client, adres: str) -> str:
    return tekst(met_id(haal(client, adres), "meer-of-minder"))


def test_elke_stap_van_een_jaar_met_een_zin_en_haar_bron(client: Client) -> None:
    gelezen = deel(client, "/doelstellingen/1.5/")

    assert (
        "1.5, 2023: de rekening is € 19,7 miljoen netto kosten (Jaarstukken 2023), de begroting na wijziging was "
        "€ 20,1 miljoen netto kosten (Jaarstukken 2023). Het kostte € 0,4 miljoen minder dan begroot na wijziging. In "
        "de begroting van 2023 zelf stond € 19,2 miljoen netto kosten (PB 2023)."
    ) in gelezen
    pagina = haal(client, "/doelstellingen/1.5/")
    koppen, rijen = tabel(pagina, "geldoordeel")
    assert koppen == ["Begroting", "Begroting na wijziging", "Rekening", "Verschil"]
    rij = rijen["1.5 Stimuleren duurzame arbeidsparticipatie, 2023"]
    assert [tekst(cel) for cel in rij] == ["19.189", "20.100", "19.700", "-400"]
    assert [a.get("href") for cel in rij for a in cel.iter("a")] == [
        "/bronnen/PB-2023/regels/463/",
        "/bronnen/Jaarstukken-2023/regels/9/",
        "/bronnen/Jaarstukken-2023/regels/9/",
    ]


def test_de_uitleg_van_de_jaarstukken_staat_erbij_en_van_een_ander_niet(client: Client) -> None:
    gelezen = deel(client, "/doelstellingen/1.5/")

    assert (
        "Toelichting op de verschillen De werkplekken gingen later open dan gedacht. Daarom bleef geld over. De rest "
        "van het verschil komt door lagere lonen. Jaarstukken 2023, toelichting, regel 12"
    ) in gelezen
    assert "lagere lonen" not in deel(client, "/doelstellingen/1.6/")
    assert "lagere lonen" in deel(client, "/geld/")


def test_een_begroting_waarvan_niet_gezegd_is_welke_geeft_geen_oordeel(client: Client) -> None:
    gelezen = deel(client, "/doelstellingen/1.5/")

    assert (
        "1.5, 2022: de rekening is € 21,0 miljoen netto kosten (Jaarstukken 2022), de begroting die ernaast staat was "
        "€ 20,5 miljoen netto kosten (Jaarstukken 2022). Het kostte € 0,5 miljoen meer dan die begroting."
    ) in gelezen
    assert "dan is dit een vergelijking en geen oordeel" in gelezen
    assert "dan is dit een vergelijking en geen oordeel" not in deel(client, "/doelstellingen/1.6/")


def test_de_producten_van_een_doelstelling_staan_in_de_tabel(client: Client) -> None:
    _, rijen = tabel(haal(client, "/doelstellingen/1.5/"), "geldoordeel")

    onbekend = "niet gezegd of dit voor of na wijziging is"
    assert {naam: [tekst(cel) for cel in rij] for naam, rij in rijen.items() if naam.startswith("61")} == {
        "611.10 Begeleid werk, 2022": ["staat niet in dit document", f"8.500 {onbekend}", "8.500", "0"],
        "612.20 Sociale werkplaats, 2022": ["staat niet in dit document", f"12.000 {onbekend}", "12.500", "+500"],
    }
    assert "Begeleid werk" not in tekst(met_id(haal(client, "/doelstellingen/1.6/"), "meer-of-minder"))


def test_het_programma_en_alle_doelstellingen_bij_het_geld(client: Client) -> None:
    gelezen = haal(client, "/geld/")
    _, rijen = tabel(gelezen, "geldoordeel")

    assert {naam: [tekst(cel) for cel in rij] for naam, rij in rijen.items()} == {
        "1.5 Stimuleren duurzame arbeidsparticipatie, 2023": ["19.189", "20.100", "19.700", "-400"],
        "1.6 Voorzien in noodzakelijke middelen van bestaan, 2023": ["16.861", "17.000", "18.250", "+1.250"],
        "Programma, 2023": ["50.158", "52.000", "52.500", "+500"],
        "1.5 Stimuleren duurzame arbeidsparticipatie, 2022": [
            "staat niet in dit document",
            "20.500 niet gezegd of dit voor of na wijziging is",
            "21.000",
            "+500",
        ],
        "Programma, 2022": ["staat niet in dit document", "54.000", "51.500", "-2.500"],
    }
    assert "bij 2 doelstellingen: 1 meer, 1 minder." in tekst(haal(client, "/"))


def test_de_lijn_van_de_kosten_heeft_de_rekening_van_elk_jaar(client: Client) -> None:
    """2022 and 2023 by the jaarstukken are one line."""
    pagina = haal(client, "/doelstellingen/1.5/")

    gezegd = [vlak.get("aria-label", "") for vlak in met_klasse(pagina, "grafiek__vlak")]
    zin = "Netto kosten van 1.5 per jaar, in miljoen euro: rekening 21,0 in 2022 en 19,7 in 2023;"
    assert [woorden for woorden in gezegd if woorden.startswith(zin)]


def test_een_jaar_stap_voor_stap(client: Client) -> None:
    """The tussenbericht comes before the jaarstukken, and keeps the order of its columns."""
    verloop = met_id(haal(client, "/geld/?verloop=2023"), "verloop")
    _, rijen = tabel(verloop, "jaarverloop-tabel")

    onbekend = "niet gezegd of dit voor of na reserves is"
    assert {naam: [tekst(cel) for cel in rij] for naam, rij in rijen.items()} == {
        "PB 2023 (primitieve begroting)": [f"50.158 {onbekend}", "eerste stap"],
        "Rapportage tussenbericht 2023 (na wijziging)": [f"51.358 {onbekend}", ONZEKER],
        "Rapportage tussenbericht 2023 (wijziging)": ["alleen wat verandert", "+1.400"],
        "Jaarstukken 2023 (na wijziging)": [f"52.000 {onbekend}", ONZEKER],
        "Jaarstukken 2023 (rekening)": [f"52.500 {onbekend}", "+500"],
    }
    links = [a.get("href") for rij in rijen.values() for cel in rij for a in cel.iter("a")]
    assert links[:3] == [
        "/bronnen/PB-2023/regels/571/",
        "/bronnen/Rapportage-tussenbericht-2023/regels/11/",
        "/bronnen/Rapportage-tussenbericht-2023/regels/11/",
    ]


def test_de_stappen_van_een_jaar_dat_er_niet_is_zijn_er_niet(client: Client) -> None:
    assert client.get("/geld/?verloop=2019").status_code == 404


def test_twee_documenten_die_niets_van_reserves_zeggen_worden_niet_afgetrokken(client: Client) -> None:
    """PB 2023 prints -52.693 for 2022, the year that ran (line 571); the jaarstukken may mean another saldo."""
    verloop = met_id(haal(client, "/geld/?verloop=2022"), "verloop")
    _, rijen = tabel(verloop, "jaarverloop-tabel")

    onbekend = "niet gezegd of dit voor of na reserves is"
    assert {naam: [tekst(cel) for cel in rij] for naam, rij in rijen.items()} == {
        "PB 2023 (lopend jaar)": [f"52.693 {onbekend}", "eerste stap"],
        "Jaarstukken 2022 (na wijziging)": [f"54.000 {onbekend}", ONZEKER],
        "Jaarstukken 2022 (rekening)": [f"51.500 {onbekend}", "-2.500"],
    }
    koppen, _ = tabel(haal(client, "/geld/"), "saldi-per-jaar")
    assert koppen == ["Jaarstukken 2022", "PB 2023", "Jaarstukken 2023", "PB 2026"]
    for jaar in (2022, 2023):
        assert not list(met_klasse(met_id(haal(client, f"/geld/?verloop={jaar}"), "verloop"), "waterval__beeld"))


def test_een_deel_van_de_doelstellingen_hoeft_niet_op_te_tellen(client: Client) -> None:
    """The jaarstukken print 1.5 and 1.6 of the six: together they need not be the programma."""
    klopt_het = haal(client, "/klopt-het/")

    assert "Jaarstukken" not in tekst(met_id(klopt_het, "telt-niet-op"))
    assert "Niet gelezen is doelstelling 1.1" in tekst(met_id(klopt_het, "niet-na-te-rekenen"))
    assert "doelstellingen samen: € 37.950.000" not in tekst(haal(client, "/bevindingen/"))


def test_een_rij_van_een_overzicht_heeft_in_het_bestand_de_kop_waar_zij_onder_staat(client: Client) -> None:
    gevonden = [
        rij for rij in rijen_van(inhoud(client, "/data/bedragen.csv")) if rij["publicatie"] == "Jaarstukken 2022"
    ]

    assert {rij["onder"] for rij in gevonden if rij["post"] == "Begeleid werk"} == {_ONDER_1_5}


_PROGRAMMA = "onder “Programma 1. Onderwijs, economie en arbeidsparticipatie”"
_ONDER_1_5 = "Programma 1. Onderwijs, economie en arbeidsparticipatie: Stimuleren duurzame arbeidsparticipatie (1.5)"


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        (
            "Jaarstukken-2022/regels/10",
            (
                f"611.10 Begeleid werk, onder “{_ONDER_1_5}”, lasten 2022 (rekening): "
                "€ 8.900.000 (gedrukt als -8.900, x € 1.000)."
            ),
        ),
        (
            "Jaarstukken-2022/regels/10",
            (
                f"611.10 Begeleid werk, onder “{_ONDER_1_5}”, netto kosten 2022 "
                "(rekening): € 8.500.000 (gedrukt als -8.500, x € 1.000)."
            ),
        ),
        (
            "Rapportage-tussenbericht-2023/regels/9",
            f"Lasten, {_PROGRAMMA}, lasten 2023 (na wijziging): € 101.658.000 (gedrukt als -101.658, x € 1.000).",
        ),
        (
            "Rapportage-tussenbericht-2023/regels/9",
            (
                f"Lasten, {_PROGRAMMA}, verandering van de lasten 2023 (wijziging): € 1.700.000 meer lasten "
                "(gedrukt als -1.700, x € 1.000)."
            ),
        ),
        (
            "Rapportage-tussenbericht-2023/regels/10",
            (
                f"Baten, {_PROGRAMMA}, verandering van de baten 2023 (wijziging): € 300.000 meer baten "
                "(gedrukt als 300, x € 1.000)."
            ),
        ),
        (
            "Rapportage-tussenbericht-2023/regels/11",
            (
                f"Saldo, {_PROGRAMMA}, verandering van het saldo 2023 (wijziging): € 1.400.000 meer netto kosten "
                "(gedrukt als -1.400, x € 1.000)."
            ),
        ),
    ],
)
def test_een_citaat_zegt_van_wat_een_los_bedrag_is(client: Client, regel: str, zin: str) -> None:
    """A product is no maatregel, and what changes is no lasten, baten or saldo itself."""
    citaten = [tekst(citaat) for citaat in met_klasse(haal(client, f"/bronnen/{regel}/"), "citaat__zin")]

    assert zin in [citaat.partition(" Bron: ")[0] for citaat in citaten]


def test_geladen_jaarstukken_heten_niet_afwezig_bij_een_doel_zonder_resultaat(client: Client) -> None:
    """VVE leerwinst: PB 2023, line 303, had 46 % for 2023; the jaarstukken of 2023 above have no indicators."""
    doelen = tekst(haal(client, "/doelen/"))

    assert (
        "het doel van PB 2023 voor 2023 was 46%. PB 2026 noemt dit doel niet meer. Wat ervan kwam, hoort in de "
        "jaarstukken van 2023. Op deze site staat uit Jaarstukken 2023 geen resultaat hiervan over 2023."
    ) in doelen
    assert "Die staan niet op deze site" not in doelen
