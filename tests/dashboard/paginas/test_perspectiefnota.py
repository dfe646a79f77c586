"""What a perspectiefnota changes in a year, step by step between what editions print of it.

The table is that of the perspectiefnota 2026, as typed by hand in `echt/z-pn2026-prog1`: a minus costs more. PB 2026
prints -66.097 for 2025, -63.257 for 2026 and -62.679 for 2027 (line 917); PB 2025 is made of it, each year one earlier.
"""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.gereedschap.beoordelen import editie
from tests.gereedschap.paginas import haal, met_id, met_klasse, tabel, tekst

pytestmark = pytest.mark.django_db

KOP = "Programma 1. Onderwijs, economie en arbeidsparticipatie"
BESTAAND = "1 Financiële ontwikkelingen bestaand beleid (leereffecten jaarrekening en TB1)"
TABEL = f"""\
\tBedragen x € 1.000\t\t\t\t\t\t
\tTB1\tMJB 2026 - 2029\t\t\t\tDoorkijk MJB\t
\t2025\t2026\t2027\t2028\t2029\t2030\t2031
{BESTAAND}\t\t\t\t\t\t\t
1.1 Reclame-inkomsten\t-406\t\t\t\t\t\t
1.2 Alleenverdienersproblematiek\t\t-168\t\t\t\t\t
1.3 Aanpassing ramingen Voortijdig schoolverlaten\t56 -56\t\t\t\t\t\t
1.4 Ontwikkeling WSW\t-254\t-498\t-328\t\t\t\t
1.6 Re-integratie (werkbedrijf de Binnenbaan)\t-462\t-462\t-462\t-462\t-462\t-462\t-462
1.8 Aanpassing ramingen Volwasseneneducatie / laaggeletterdheid:\t\t\t\t\t\t\t
- baten\t1.094\t\t\t\t\t\t
- lasten\t-1.094\t\t\t\t\t\t
1.11 Collegevoorstel inzet Geldpunt 2025\t-223\t\t\t\t\t\t
- dekking: reserve Zoetermeers noodfonds Energiecrisis\t223\t\t\t\t\t\t
1.12 Organisatieontwikkeling Sociaal Domein\t\tpm\tpm\tpm\tpm\tpm\tpm
1.13 Uitvoeringscapaciteit Leerplicht en Doorstroompunt\t95\t\t\t\t\t\t
2 Onvermijdelijke ontwikkelingen\t\t\t\t\t\t\t
2.1 Bijstandsuitkeringen (BUIG)\t\t\t\t\t\t\t
- lasten\t-4.935\t-4.935\t-4.935\t-4.935\t-4.935\t-4.935\t-4.935
- baten\t4.935\t4.982\t4.982\t4.982\t4.982\t4.982\t4.982
2.2 Verhoogde asielinstroom\t-110\tpm\tpm\tpm\tpm\tpm\tpm"""
NOTA = f"Perspectiefnota 2026\n\nGemeente Zoetermeer\n\n{KOP}\n\nFinanciën\n\n{{}}{TABEL}\n\nZo ver de tabel.\n"
NAAM = "Kadernota 2026-2029"


@pytest.fixture(scope="module", autouse=True)
def begroting_ervoor(
    edities: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> None:
    laad(django_db_blocker, tmp_path_factory, editie(-1))


@pytest.fixture(scope="module")
def nota(begroting_ervoor: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> None:
    laad(django_db_blocker, tmp_path_factory, NOTA.format("(- is nadeel)\n\n"))


def laad(blocker: DjangoDbBlocker, mappen: pytest.TempPathFactory, inhoud: str) -> None:
    bestand: Path = mappen.mktemp("stuk") / "stuk.txt"
    bestand.write_text(inhoud, encoding="utf-8")
    with blocker.unblock():
        call_command("load_document", str(bestand), "--accepteer-fouten", verbosity=0)


def verloop(client: Client, jaar: int) -> Element:
    return met_id(haal(client, f"/geld/?verloop={jaar}"), "verloop")


def cellen(deel: Element) -> dict[str, list[str]]:
    return {naam: [tekst(cel) for cel in rij] for naam, rij in tabel(deel, "jaarverloop-tabel")[1].items()}


def balken(deel: Element) -> str:
    """What the drawing says of its steps to who cannot see it."""
    breed, smal = (beeld.get("aria-label") or "" for beeld in met_klasse(deel, "waterval__beeld"))
    assert breed == smal
    return breed.replace("\N{NO-BREAK SPACE}", " ").partition("Stap voor stap. ")[2]


def test_wat_een_perspectiefnota_verandert_staat_tussen_twee_begrotingen(client: Client, nota: None) -> None:
    """2026 was raised by 578: 168, 498 and 462 more and 47 less by the nota, and 503 less by what it does not say."""
    deel = verloop(client, 2026)

    assert cellen(deel) == {
        "PB 2023 (meerjarenraming)": ["50.068 niet gezegd of dit voor of na reserves is", "eerste stap"],
        "PB 2025 (meerjarenraming)": ["62.679", "niet te zeggen: misschien een ander saldo"],
        f"{NAAM}: 1.2 Alleenverdienersproblematiek": ["alleen wat verandert", "+168"],
        f"{NAAM}: 1.4 Ontwikkeling WSW": ["alleen wat verandert", "+498"],
        f"{NAAM}: 1.6 Re-integratie (werkbedrijf de Binnenbaan)": ["alleen wat verandert", "+462"],
        f"{NAAM}: 2.1 Bijstandsuitkeringen (BUIG)": ["alleen wat verandert", "-47 (lasten -4.935, baten 4.982)"],
        "PB 2026 (primitieve begroting)": ["63.257", "+578"],
    }
    assert balken(deel) == (
        f"{NAAM}: 1.2 Alleenverdienersproblematiek: € 168.000 meer. {NAAM}: 1.4 Ontwikkeling WSW: € 498.000 meer. "
        f"{NAAM}: 1.6 Re-integratie (werkbedrijf de Binnenbaan): € 462.000 meer. "
        f"{NAAM}: 2.1 Bijstandsuitkeringen (BUIG): € 47.000 minder. "
        "PB 2026 (primitieve begroting), de rest: € 503.000 minder."
    )
    assert "Van een verandering zegt het document niet of zij voor of na reserves is." in tekst(deel)


def test_de_kolom_van_het_tussenbericht_staat_in_het_jaar_dat_liep(client: Client, nota: None) -> None:
    """2025 went from 63.257 to 66.097, 2.840 more; TB1 explains 406 + 254 + 462 + 223 - 223 - 95 + 110 = 1.137."""
    deel = verloop(client, 2025)

    assert list(cellen(deel))[1::10] == ["PB 2025 (primitieve begroting)", "PB 2026 (lopend jaar)"]
    assert balken(deel) == (
        f"{NAAM}: 1.1 Reclame-inkomsten: € 406.000 meer. {NAAM}: 1.4 Ontwikkeling WSW: € 254.000 meer. "
        f"{NAAM}: 1.6 Re-integratie (werkbedrijf de Binnenbaan): € 462.000 meer. "
        f"{NAAM}: 1.11 Collegevoorstel inzet Geldpunt 2025: € 223.000 meer. "
        f"{NAAM}: 1.11 Collegevoorstel inzet Geldpunt 2025: dekking: reserve Zoetermeers noodfonds Energiecrisis: "
        f"€ 223.000 minder. {NAAM}: 1.13 Uitvoeringscapaciteit Leerplicht en Doorstroompunt: € 95.000 minder. "
        f"{NAAM}: 2.2 Verhoogde asielinstroom: € 110.000 meer. PB 2026 (lopend jaar), de rest: € 1,7 miljoen meer."
    )


def test_elke_verandering_is_een_klik_van_haar_regel(client: Client, nota: None) -> None:
    rijen = tabel(verloop(client, 2026), "jaarverloop-tabel")[1]
    links = {naam: [a.get("href") for cel in rij for a in cel.iter("a")] for naam, rij in rijen.items()}
    regel = "/bronnen/Kadernota-2026-2029/regels/{}/".format

    assert links[f"{NAAM}: 1.2 Alleenverdienersproblematiek"] == [regel(16)]
    assert links[f"{NAAM}: 2.1 Bijstandsuitkeringen (BUIG)"] == [regel(29), regel(30)]
    citaten = [tekst(citaat) for citaat in met_klasse(haal(client, regel(16)), "citaat__zin")]
    assert any(citaat.startswith(f"1.2 Alleenverdienersproblematiek, onder “{KOP}: {BESTAAND}”") for citaat in citaten)


def test_wat_niet_zeker_is_staat_onder_de_tekening(client: Client, nota: None) -> None:
    ongelezen = f"{NAAM}: niet gelezen is regel 17. Wat daar staat, telt niet mee."
    pm = (
        f"{NAAM}: er staat nog geen bedrag. Daarom niet getekend: 1.12 Organisatieontwikkeling Sociaal Domein (pm), "
        "2.2 Verhoogde asielinstroom (pm)."
    )
    for jaar, zinnen in ((2025, [ongelezen]), (2026, [pm, ongelezen])):
        lijst = met_id(haal(client, f"/geld/?verloop={jaar}"), "niet-getekend")
        assert [tekst(punt) for punt in lijst.iter("li")] == zinnen


def test_wat_na_de_meerjarenbegroting_komt_heeft_geen_stappen(client: Client, nota: None) -> None:
    """Of 2030 nothing is printed that "Doorkijk" changes; of 2029 nothing before."""
    assert client.get("/geld/?verloop=2030").status_code == 404
    deel = verloop(client, 2029)
    assert list(cellen(deel))[-1] == "PB 2026 (meerjarenraming)"
    assert not list(met_klasse(deel, "waterval__beeld"))
    assert "ervoor en erna staan geen twee bedragen die met elkaar te vergelijken zijn." in tekst(deel)
