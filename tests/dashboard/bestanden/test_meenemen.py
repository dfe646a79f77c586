"""Every table of every page can be taken along: the cells on screen, in the order of the screen."""

import csv
import io
import re
from xml.etree.ElementTree import Element, fromstring

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from tests.gereedschap.paginas import ADRESSEN, Pagina, met_klasse

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]


@pytest.fixture
def gast(edities: None, client: Client) -> Client:
    """A visitor without an account."""
    return client


def haal(gast: Client, adres: str) -> bytes:
    antwoord = gast.get(adres)
    assert antwoord.status_code == 200, adres
    assert antwoord["Content-Disposition"].startswith('attachment; filename="doelwijzer-')
    return antwoord.content


def als_csv(gast: Client, adres: str) -> list[list[str]]:
    """The rows without the caption, which is the last column of each."""
    kop, *rijen = csv.reader(io.StringIO(haal(gast, adres).decode(), newline=""))
    assert kop[-1] == "Tabel"
    # What is a percentage differs by row.
    assert len({re.sub(r", [^,€]*in procenten$", "", rij[-1]) for rij in rijen}) == 1
    return [rij[:-1] for rij in (kop, *rijen)]


def tabellen(pagina: Element) -> list[Element]:
    return [tabel for tabel in pagina.iter("table") if tabel.get("id")]


def woorden(cellen: list[Element]) -> str:
    """All that can be seen of a row."""
    for cel in cellen:
        for deel in met_klasse(cel, "verborgen"):
            deel.text = ""
    return " ".join(" ".join(cel.itertext()) for cel in cellen)


def kaal(tekst: str) -> str:
    """Without what a file may write otherwise: the points of thousands, commas, percent signs and spaces."""
    return re.sub(r"[\s.,%']|(?<!\w)\+", "", tekst)


def met_keuze(adres: str, bestand: str) -> str:
    return f"{adres}{'&' if '?' in adres else '?'}{bestand}"


@pytest.mark.parametrize("adres", ADRESSEN)
def test_een_bestand_heeft_de_rijen_van_het_scherm_in_hun_volgorde(gast: Client, pagina: Pagina, adres: str) -> None:
    for tabel in tabellen(pagina(adres)):
        kop, *rijen = als_csv(gast, met_keuze(adres, f"tabel={tabel.get('id')}&als=csv"))

        getoond = [woorden(list(rij)) for rij in tabel.find("tbody") or []]
        assert [kaal("".join(rij)) for rij in rijen] == [kaal(rij) for rij in getoond]
        assert {len(rij) for rij in rijen} == {len(kop)}


@pytest.mark.parametrize("adres", ADRESSEN)
def test_elke_tabel_heeft_haar_links(pagina: Pagina, adres: str) -> None:
    links = [link.get("href", "") for link in pagina(adres).iter("a")]

    for tabel in tabellen(pagina(adres)):
        for soort in ("csv", "xlsx"):
            bestand = met_keuze(adres, f"tabel={tabel.get('id')}&als={soort}")
            assert links.count(bestand.removeprefix(adres.partition("?")[0]).replace("/", "%2F")) == 1


def test_cijfers_zijn_getallen_met_de_decimalen_van_het_document(gast: Client) -> None:
    # PB 2023, lines 357 and 358: 6,5 and 7,1; PB 2026, line 545: 6,80.
    adres = "/indicatoren/dienstverlening-ondernemers/?tabel=tabel-dienstverlening-ondernemers&als=csv"
    per_jaar = {rij[0]: rij[1:] for rij in als_csv(gast, adres)}

    assert per_jaar["2021"] == ["6.5", "-", ""]
    assert per_jaar["2026"] == ["-", "7.1", "6.80"]


def test_een_noot_naast_een_cijfer_heeft_een_eigen_kolom(gast: Client) -> None:
    kop, *rijen = als_csv(gast, "/doelstellingen/1.5/?tabel=geld&als=csv")

    assert kop == ["Jaar", "PB 2023", "PB 2023, toelichting", "PB 2026", "PB 2026, toelichting", "Verschil"]
    # PB 2023, line 463: -18.649; PB 2026, line 672: -23.859.
    assert [rij for rij in rijen if rij[0] == "2026"] == [
        ["2026", "18649", "meerjarenraming", "23859", "primitieve begroting", "5210"]
    ]


def test_een_spreadsheet_heeft_getallen_gelinkt_aan_hun_regels(gast: Client) -> None:
    boek = load_workbook(io.BytesIO(haal(gast, "/doelstellingen/1.5/?tabel=geld&als=xlsx")))

    [rij] = [rij for rij in boek["Tabel"].iter_rows(min_row=2) if rij[0].value == 2026]
    assert [cel.value for cel in rij][1::2] == [18649, 23859, 5210]
    assert [cel.number_format for cel in rij][:2] == ["0", "#,##0"]
    assert rij[1].hyperlink.target == "http://testserver/bronnen/PB-2023/regels/463/"
    assert boek["Herkomst"]["B2"].value == "http://testserver/doelstellingen/1.5/"


def test_een_spreadsheet_toont_procent_en_plus_zoals_de_pagina(gast: Client) -> None:
    slug = "arbeidsparticipatie"
    boek = load_workbook(io.BytesIO(haal(gast, f"/indicatoren/{slug}/?tabel=tabel-{slug}&als=xlsx")))
    getoond = {(str(cel.value), cel.number_format) for rij in boek["Tabel"].iter_rows(min_row=2) for cel in rij}

    assert ("73", '0.0"%"') in getoond  # 73,0%


def test_keuzes_van_de_pagina_blijven_in_het_bestand(gast: Client) -> None:
    terug = als_csv(gast, "/vergelijken/?van=PB-2026&naar=PB-2023&tabel=doelen&als=csv")

    assert terug[0][1:4] == ["Jaar", "PB 2026", "PB 2023"]


@pytest.mark.parametrize(
    "keuze", ["tabel=bestaat-niet&als=csv", "tabel=geld&als=pdf", "als=csv", "tabel=geld", "tabel=&als="]
)
def test_wat_er_niet_is_wordt_gezegd(gast: Client, keuze: str) -> None:
    antwoord = gast.get(f"/doelstellingen/1.5/?{keuze}")

    assert antwoord.status_code == 404
    assert "kies een bestand onder de tabel of de grafiek" in antwoord.content.decode()


def svg(gast: Client, adres: str) -> Element:
    antwoord = gast.get(adres)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"].startswith("image/svg+xml")
    return fromstring(antwoord.content)


@pytest.mark.parametrize(
    ("adres", "titel", "bron"),
    [
        (
            "/indicatoren/arbeidsplaatsen/?grafiek=arbeidsplaatsen&als=svg",
            "2.212 in 2024; let op bij vergelijken met eerdere jaren Toename aantal arbeidsplaatsen. Eenheid: aantal.",
            "Bron: Programmabegroting 2023-2026 en Programmabegroting 2026-2029.",
        ),
        (
            "/doelstellingen/1.6/?grafiek=bijstandsuitkeringen&als=svg",
            "2.568 in 2024, 26 minder dan in 2021 Aantal bijstandsuitkeringen. Eenheid: aantal.",
            "Bron: Programmabegroting 2023-2026 en Programmabegroting 2026-2029.",
        ),
        (
            "/geld/?jaar=2025&grafiek=waterval&als=svg",
            "2025: netto € 15,7 miljoen meer dan PB 2023 noemde Netto kosten in 2025, van PB 2023 naar PB 2026.",
            "Bron: PB 2023 en PB 2026 van de gemeente Zoetermeer.",
        ),
    ],
)
def test_een_grafiek_als_bestand_staat_op_zichzelf(gast: Client, adres: str, titel: str, bron: str) -> None:
    beeld = svg(gast, adres)
    woorden = " ".join(" ".join(deel.itertext()) for deel in beeld if not deel.tag.endswith(("title", "desc")))

    assert " ".join(woorden.split()).startswith(titel)
    assert bron in woorden
    vandaag = f"Doelwijzer, {timezone.localdate():%d-%m-%Y}: http://testserver/"
    assert vandaag in woorden
    for deel in beeld.iter():
        assert "style" not in deel.attrib  # a strict policy would take it off


def test_de_reeksen_van_het_bestand_zijn_die_van_de_pagina(gast: Client) -> None:
    beeld = svg(gast, "/indicatoren/uitstroom-naar-werk/?grafiek=uitstroom-naar-werk&als=svg")

    teksten = ["".join(deel.itertext()) for deel in beeld.iter("{http://www.w3.org/2000/svg}text")]
    for deel in ("Realisatie", "PB 2023", "PB 2026", "209", "181", "2021", "2029"):
        assert deel in teksten


def test_een_bestand_noemt_eenheid_jaar_en_stand(gast: Client) -> None:
    """An amount without its stand is no amount (domein.md)."""
    for adres, tekst, naam in (
        (
            "/geld/?jaar=2025&tabel=vergelijking&als=csv",
            "Netto kosten in 2025, x €\N{NO-BREAK SPACE}1.000: PB 2023 (meerjarenraming), PB 2026 (lopend jaar)",
            "doelwijzer-vergelijking-2025.csv",
        ),
        (
            "/indicatoren/arbeidsparticipatie/?tabel=tabel-arbeidsparticipatie&als=csv",
            "Arbeidsparticipatie per jaar, in procenten",
            "doelwijzer-tabel-arbeidsparticipatie.csv",
        ),
    ):
        antwoord = gast.get(adres)
        _, rij, *_ = csv.reader(io.StringIO(antwoord.content.decode(), newline=""))
        assert rij[-1] == tekst
        assert antwoord["Content-Disposition"] == f'attachment; filename="{naam}"'
