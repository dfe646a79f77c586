"""Many figures at once: the list out, and the page that shows what was read in before any of it is saved."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from openpyxl import load_workbook

from indicators.models import Definitie
from ingest.models import Account, Opgave, Termijn
from tests.gereedschap.mensen import app_van, code_van, ingelogd
from tests.gereedschap.paginas import lees_html
from tests.gereedschap.werkblad import (
    SCHOOL,
    bevestig,
    boek,
    haal,
    in_bytes,
    lees_in,
    opgaven,
    plak,
    tekst_van,
    velden_van,
    vul,
)


def test_de_lijst_is_een_werkblad_met_wat_bekend_is(client: Client) -> None:
    termijn = {"jaar": 2025, "uiterlijk": date(2026, 2, 28)}
    Termijn.objects.create(indicator=Definitie.objects.get(slug="uitstroom-naar-werk").indicator, **termijn)

    blad = load_workbook(io.BytesIO(haal(client)))["Mijn cijfers"]

    rijen = {rij[0]: rij for rij in blad.iter_rows(min_row=2, values_only=True)}
    assert list(rijen) == [
        "arbeidsparticipatie-15-75/2025",
        "uitstroom-naar-werk/2025",
        "deeltijd-werkenden/2025",
        "uitstroom-naar-school/2025",
        "bijstandsuitkeringen/2025",
        "bereik-minimaregelingen/2025",
    ]
    assert rijen["uitstroom-naar-werk/2025"][1:] == (
        "Uitstroom uit de bijstand naar werk", "aantal", "2025", "28-02-2026", None, "181", None,
        None, None, None, None, None, None, None, "stand na niets",
    )  # fmt: skip
    antwoord = client.get("/werk/werkblad.csv?jaar=2025")
    assert antwoord["Content-Disposition"] == 'attachment; filename="doelwijzer-mijn-cijfers-2025.csv"'
    assert antwoord.content.startswith(b"\xef\xbb\xbfsleutel;indicator;")


def test_niets_wordt_bewaard_voordat_het_bevestigd_is(client: Client) -> None:
    antwoord = lees_in(client, vul(haal(client), uitstroom_naar_school=SCHOOL))

    assert opgaven() == {}
    tekst = tekst_van(antwoord)
    assert "Jongeren die van de bijstand naar school gaan, 2025 Rij 5." in tekst
    assert "Oud nog niets ingevuld" in tekst
    assert "Nieuw 42 Begrepen als 42 Bron leeg → Suites4 SociaalDomein" in tekst

    klaar = bevestig(client, antwoord)

    assert (klaar.status_code, klaar["Location"]) == (302, "/werk/?jaar=2025")
    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "concept")}


def test_volledige_rijen_worden_ingediend_en_de_andere_zeggen_wat_ze_missen(client: Client) -> None:
    gevuld = vul(
        haal(client),
        uitstroom_naar_school={**SCHOOL, "toelichting": "Meer plekken."},
        bijstandsuitkeringen={"cijfer": 2594, "bron": "CBS", "toelichting": "Meer werk."},
        uitstroom_naar_werk={"cijfer": 200},
    )

    antwoord = bevestig(client, lees_in(client, gevuld), "indienen")

    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "ingediend")}
    assert antwoord.status_code == 422
    tekst = tekst_van(antwoord)
    assert "1 cijfer is ingediend. Een controleur kijkt ernaar. Jongeren die van de bijstand" in tekst
    assert "Gemeten op: Dit cijfer geldt op één dag. Typ welke dag, bijvoorbeeld 31-12-2025." in tekst
    assert "Bron: Schrijf wie dit heeft gemeten, bijvoorbeeld CBS." in tekst
    over = velden_van(antwoord)
    assert len(over["rij"]) == 2
    assert ["2594"] in over.values()

    mee = next(naam for naam, waarden in over.items() if waarden == ["2594"]).replace("ingetypt", "gemeten_op")
    bevestig(client, antwoord, "indienen", **{mee: "31-12-2025"})

    assert opgaven()["bijstandsuitkeringen"] == ("2594", Decimal(2594), "ingediend")


def test_goede_rijen_wachten_niet_op_foute(client: Client) -> None:
    gevuld = vul(
        haal(client),
        uitstroom_naar_school=SCHOOL,
        uitstroom_naar_werk={"cijfer": 2.67},
        bereik_minimaregelingen={"cijfer": 1.1},
        bijstandsuitkeringen={"cijfer": "=SUM(A1)"},
        deeltijd_werkenden={"cijfer": "veel", "geen cijfer": "weet niet", "gemeten op": "31 dec"},
    )

    gelezen = lees_in(client, gevuld)
    antwoord = bevestig(client, gelezen)

    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "concept")}
    for tekst in (tekst_van(gelezen), tekst_van(antwoord)):
        assert "“2,67” heeft cijfers achter de komma. Dit cijfer is een heel getal. Rond het af." in tekst
        assert "110 % kan niet. Dit cijfer is nooit minder dan 0 of meer dan 100." in tekst
        assert "“weet niet” kennen wij hier niet. Kies een van de redenen uit de lijst." in tekst
        assert "“veel” is geen getal." in tekst
        assert "Dit is geen datum." in tekst
        assert "“=SUM(A1)” is geen getal." in tekst
    assert "cijfer: Hier staat een formule zonder uitkomst." in tekst_van(gelezen)
    over = velden_van(antwoord)
    for getypt in ("2,67", "110 %", "=SUM(A1)", "veel", "weet niet", "31 dec"):
        assert [getypt] in over.values()


def test_een_percentage_van_excel_wordt_als_percentage_begrepen(client: Client) -> None:
    antwoord = lees_in(client, vul(haal(client), bereik_minimaregelingen={"cijfer": 0.76}))

    assert "Nieuw 76 % Begrepen als 76 %" in tekst_van(antwoord)
    bevestig(client, antwoord)
    assert opgaven() == {"bereik-minimaregelingen": ("76 %", Decimal(76), "concept")}


def test_een_op_het_scherm_verbeterd_cijfer_is_te_zien_voordat_het_bewaard_wordt(client: Client) -> None:
    gelezen = lees_in(client, vul(haal(client), uitstroom_naar_werk={"cijfer": "2.67"}))
    assert "Bedoelt u 267, of 2,67?" in tekst_van(gelezen)
    veld = next(naam for naam, waarden in velden_van(gelezen).items() if waarden == ["2.67"])

    nagekeken = bevestig(client, gelezen, **{veld: "267"})

    assert opgaven() == {}
    assert "Kijk of wij dit goed begrijpen. Klopt het? Bevestig dan opnieuw." in tekst_van(nagekeken)
    assert "Begrepen als 267" in tekst_van(nagekeken)
    bevestig(client, nagekeken)
    assert opgaven() == {"uitstroom-naar-werk": ("267", Decimal(267), "concept")}


@pytest.mark.parametrize(
    ("sleutel", "zin"),
    [
        ("arbeidsplaatsen-register/2025", "“arbeidsplaatsen-register” mag u niet invoeren. Haal de rij weg"),
        ("onzin/2025", "De sleutel “onzin/2025” kennen wij niet. Neem de sleutel uit het werkblad."),
        ("on\tzin", "De sleutel “on zin” kennen wij niet."),
        (
            "uitstroom-naar-werk/2024",
            "Deze rij gaat over 2024. U leest cijfers over 2025 in. Kies eerst het goede jaar.",
        ),
        (
            "uitstroom-naar-werk/2025/H1",
            "Een cijfer over “eerste halfjaar” past daar niet in.",
        ),
        ("", "Deze rij heeft geen sleutel."),
    ],
)
def test_een_rij_van_een_ander_blijft_staan_met_de_reden(client: Client, sleutel: str, zin: str) -> None:
    werkboek, _ = boek([sleutel, 181], ["uitstroom-naar-school", 42])

    gelezen = lees_in(client, in_bytes(werkboek))
    antwoord = bevestig(client, gelezen)

    assert zin in tekst_van(gelezen)
    assert zin in tekst_van(antwoord)
    assert ["181"] in velden_van(antwoord).values()
    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "concept")}


def test_een_dubbele_rij_wordt_pas_bewaard_als_er_een_uit_is(client: Client) -> None:
    werkboek, _ = boek(["uitstroom-naar-school/2025", 42], ["uitstroom-naar-school", 43])

    gelezen = lees_in(client, in_bytes(werkboek))
    antwoord = bevestig(client, gelezen)

    assert opgaven() == {}
    assert "Dit cijfer staat er vaker in: rij 2 en rij 3. Laat één rij over." in tekst_van(antwoord)
    een = bevestig(client, antwoord, **{"r1-weg": "ja"})
    assert "Begrepen als 43" in tekst_van(een)
    bevestig(client, een)
    assert opgaven() == {"uitstroom-naar-school": ("43", Decimal(43), "concept")}


def test_een_geplakte_kolom_loopt_langs_de_lijst_die_er_stond(client: Client) -> None:
    antwoord = plak(client, "\r\n200\r\n\r\n42\r\n")

    tekst = tekst_van(antwoord)
    assert "Uitstroom uit de bijstand naar werk, 2025 Regel 2." in tekst
    assert "Jongeren die van de bijstand naar school gaan, 2025 Regel 4." in tekst
    bevestig(client, antwoord)
    assert opgaven() == {
        "uitstroom-naar-school": ("42", Decimal(42), "concept"),
        "uitstroom-naar-werk": ("200", Decimal(200), "concept"),
    }


def test_de_reden_voor_geen_cijfer_wordt_in_woorden_gekozen(client: Client) -> None:
    antwoord = lees_in(
        client, vul(haal(client), uitstroom_naar_school={"geen cijfer": "Nog niet bekend", "voorlopig": "x"})
    )

    assert "Begrepen als nog niet bekend Voorlopig nee → ja" in tekst_van(antwoord)
    bevestig(client, antwoord)
    (opgave,) = Opgave.objects.all()
    assert (opgave.geen, opgave.waarde, opgave.voorlopig) == ("nnb", None, True)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Dit bestand is leeg."),
        (b"%PDF", "Dit bestand is geen spreadsheet."),
        (b"0" * 50_000_000, "Dit bestand is te groot: een werkblad is nooit groter dan 2 MB."),
    ],
)
def test_dat_een_bestand_niet_te_lezen_is_staat_op_de_pagina(client: Client, inhoud: bytes, zin: str) -> None:
    antwoord = lees_in(client, inhoud)

    assert antwoord.status_code == 422
    assert "Wij konden dit niet lezen. Er is niets bewaard." in tekst_van(antwoord)
    assert zin in tekst_van(antwoord)


def test_dat_er_niets_te_lezen_is_wordt_gezegd(client: Client) -> None:
    antwoord = client.post("/werk/inlezen/?jaar=2025", {"tekst": " "})

    assert "Er is niets om in te lezen. Kies een bestand, of plak uw cijfers in het vak." in tekst_van(antwoord)


def test_geplakte_tekst_blijft_staan_als_zij_niet_te_lezen_is(client: Client) -> None:
    antwoord = plak(client, "1\n2\n3\n4\n5\n6\n7")

    assert "U plakte 7 regels. Uw lijst heeft 6 cijfers." in tekst_van(antwoord)
    assert "1 2 3 4 5 6 7" in tekst_van(antwoord)


def test_een_verlopen_sessie_verliest_niets(client: Client, anna: Account) -> None:
    gelezen = lees_in(client, vul(haal(client), uitstroom_naar_school=SCHOOL))
    verlopen = Client()

    weg = bevestig(verlopen, gelezen)
    verlopen.post(weg["Location"], {"username": "anna", "password": "een lang wachtwoord"})
    verlopen.post("/inloggen/code/", {"code": code_van(app_van(anna))})
    terug = verlopen.get("/werk/inlezen/?jaar=2025")

    assert "U was uitgelogd. Wat u typte of plakte staat er nog." in tekst_van(terug)
    assert "Begrepen als 42" in tekst_van(terug)
    assert opgaven() == {}
    bevestig(verlopen, terug)
    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "concept")}


@pytest.mark.parametrize("adres", ["/werk/werkblad.xlsx", "/werk/werkblad.csv", "/werk/inlezen/"])
def test_alleen_een_invoerder_komt_binnen(edities: None, db: None, adres: str) -> None:
    assert Client().get(adres).status_code == 302
    account = Account.objects.create_user("carla")
    assert ingelogd(account).get(adres).status_code == 403


def test_een_andere_soort_bestand_is_er_niet(client: Client) -> None:
    assert client.get("/werk/werkblad.xls").status_code == 404


def test_de_lijst_leidt_naar_het_bestand_en_terug(client: Client) -> None:
    adressen = [link.get("href") for link in lees_html(client.get("/werk/?jaar=2024").content).iter("a")]

    for adres in ("/werk/werkblad.xlsx?jaar=2024", "/werk/werkblad.csv?jaar=2024", "/werk/inlezen/?jaar=2024"):
        assert adres in adressen
