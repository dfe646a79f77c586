"""Before the first document, and with one of the two editions: a page says what is missing."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from tests.gereedschap.documenten.documenten import tekst_van, verschoven
from tests.gereedschap.paden import PROJECT
from tests.gereedschap.paginas import INDICATOREN, haal, met_id, met_klasse, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]

LEEG = "Er is nog geen begroting geladen"
ALLEEN_GELD = (
    "Begroting 2024\n\nGemeente Zoetermeer\n\nWat kost het?\n\nBedragen x € 1.000\n"
    "Omschrijving\tRekening 2022\tBegroting 2023\tBegroting 2024\n"
    "Lasten\t48.551\t54.745\t57.069\nBaten\t13.157\t15.859\t16.396\n\nZo ver.\n"
)


@pytest.mark.parametrize(
    ("adres", "zin"),
    [
        ("/", LEEG),
        ("/geld/", LEEG),
        ("/vergelijken/", LEEG),
        ("/bronnen/", LEEG),
        ("/data/", LEEG),
        ("/bevindingen/", "Er is nog niets gevonden"),
    ],
)
def test_een_lege_database_zegt_het(client: Client, adres: str, zin: str) -> None:
    assert zin in tekst(haal(client, adres))


@pytest.mark.parametrize("naam", ["cijfers", "bedragen"])
def test_een_lege_database_geeft_een_bestand_met_alleen_een_kop(client: Client, naam: str) -> None:
    inhoud = client.get(f"/data/{naam}.csv").getvalue()

    assert inhoud.startswith(b"programma,doelstelling,")
    assert inhoud.count(b"\r\n") == 1


@pytest.mark.parametrize("editie", ["PB-2023", "PB-2026"])
def test_een_editie_alleen_heeft_niets_om_mee_te_vergelijken(client: Client, editie: str) -> None:
    call_command("load_document", str(PROJECT / "ingest" / "edities" / f"{editie}.txt"), verbosity=0)

    for adres in ("/", "/geld/", "/doelstellingen/1.5/", "/indicatoren/uitstroom-naar-werk/", "/data/"):
        inhoud = tekst(haal(client, adres))
        assert "None" not in inhoud
        assert LEEG not in inhoud
        assert " dan PB" not in inhoud
    assert "noemt de laatste rij Resultaat" not in tekst(haal(client, "/geld/"))
    assert "Er is nog geen andere begroting om ze mee te vergelijken." in tekst(haal(client, "/vergelijken/"))


def test_een_begroting_met_alleen_geld_ernaast_wordt_niet_vergeten(client: Client, tmp_path: Path) -> None:
    (bestand := tmp_path / "begroting.txt").write_text(ALLEEN_GELD, encoding="utf-8")
    for pad in (str(PROJECT / "ingest" / "edities" / "PB-2023.txt"), str(bestand)):
        call_command("load_document", pad, verbosity=0)

    vergelijken, thuis, over = (tekst(haal(client, adres)) for adres in ("/vergelijken/", "/", "/over/"))
    assert (
        "Doelen en indicatoren van dit programma staan hier alleen uit PB 2023. "
        "Er is nog geen andere begroting om ze mee te vergelijken."
    ) in vergelijken
    assert (
        "Op deze site staat Programmabegroting 2023-2026 (PB 2023). "
        "Ook op deze site: Programmabegroting 2024-2027 (PB 2024)."
    ) in thuis
    assert 'href="/bronnen/PB-2024/"' in client.get("/").content.decode()
    assert (
        "Doelen en indicatoren alleen van programma 1, Onderwijs, economie en arbeidsparticipatie, uit PB 2023."
    ) in over


def test_een_editie_alleen_heeft_een_totaal(client: Client) -> None:
    call_command("load_document", str(PROJECT / "ingest" / "edities" / "PB-2023.txt"), verbosity=0)

    gelezen = haal(client, "/geld/")

    # Line 571: the Resultaat; whether that is before or after reserves is not said.
    assert "Netto kosten 2023: € 50,2 miljoen. Dat zijn de uitgaven min de inkomsten. Bron" in tekst(gelezen)
    assert not list(met_klasse(gelezen, "waterval"))
    assert not list(gelezen.iter("select"))
    assert "Rekening 2021 naast" not in tekst(gelezen)
    assert client.get("/geld/?jaar=2023").status_code == 200
    assert client.get("/geld/?jaar=2026").status_code == 404


def test_twee_edities_zonder_gemeenschappelijk_jaar(client: Client, tmp_path: Path) -> None:
    """PB 2023 sets goals for 2023 to 2026, PB 2027 for 2027 to 2030."""
    bestand = tmp_path / "PB-2027.txt"
    bestand.write_text(verschoven(1)(tekst_van("PB 2026")), encoding="utf-8")
    for pad in (str(PROJECT / "ingest" / "edities" / "PB-2023.txt"), str(bestand)):
        call_command("load_document", pad, verbosity=0)

    [kaart] = [k for k in met_klasse(haal(client, "/"), "antwoord") if "Wat is er veranderd?" in tekst(k)]

    assert [tekst(deel) for deel in kaart] == [
        "Wat is er veranderd?",
        "Niet te vergelijken",
        "PB 2023 en PB 2027 noemen voor geen enkel jaar allebei een doel.",
        "Van dit programma staan PB 2024, PB 2025 en PB 2026 nog niet op deze site.",
    ]


def test_een_editie_alleen_zegt_niet_wat_nooit_gemeten_is(client: Client) -> None:
    """PB 2026 has no result of these two; leerwinst was measured in 2021 (PB 2023, line 302)."""
    call_command("load_document", str(PROJECT / "ingest" / "edities" / "PB-2026.txt"), verbosity=0)

    for adres in ("/", "/doelen/", "/indicatoren/vve-leerwinst/", "/indicatoren/vve-ontwikkelingsscore/"):
        inhoud = tekst(haal(client, adres))
        assert "Op deze site staat hiervan geen resultaat" in inhoud
        assert "nog niet gemeten" not in inhoud.lower()
    assert "2026 – PB 2026: 2,5 Op deze site staat geen resultaat van 2026." in tekst(haal(client, "/doelen/"))


def test_een_editie_alleen_spreekt_niet_voor_de_andere(client: Client) -> None:
    """Deeltijd werkenden has no goal in PB 2026; PB 2023 has one (line 442)."""
    call_command("load_document", str(PROJECT / "ingest" / "edities" / "PB-2023.txt"), verbosity=0)

    assert "Hoger is niet beter of slechter." not in tekst(haal(client, "/indicatoren/deeltijd-werkenden/"))


@pytest.mark.parametrize("editie", ["PB-2023", "PB-2026"])
def test_een_editie_alleen_zegt_niets_van_de_andere(client: Client, editie: str) -> None:
    call_command("load_document", str(PROJECT / "ingest" / "edities" / f"{editie}.txt"), verbosity=0)

    for slug in INDICATOREN:
        inhoud = met_id(haal(client, f"/indicatoren/{slug}/"), "inhoud")
        assert "Zekere breuk" not in tekst(inhoud)
        links = {a.get("href", "") for a in inhoud.iter("a")}
        assert {link.split("/")[2] for link in links if link.startswith("/bronnen/")} <= {editie}
