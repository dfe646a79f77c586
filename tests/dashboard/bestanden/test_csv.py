"""The CSV files: every printed cell against values typed by hand, in both styles."""

import io
import json
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.http import StreamingHttpResponse
from django.test import Client

from tests.gereedschap.csvbestanden import BOM, inhoud, rijen
from tests.gereedschap.documenten.documenten import STUKKEN
from tests.gereedschap.paginas import DOELSTELLINGEN, INDICATOREN, SLUG, Cel, gedrukte_bedragen, verwacht

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

CIJFERS = (
    "programma,doelstelling,indicator,naam,eenheid,soort,editie,jaar,waarde,leeg,gedrukt,bron,publicatie,regel,"
    "periode,voorlopig"
)
BEDRAGEN = (
    "programma,doelstelling,tabel,code,post,kant,soort,stand,jaar,bedrag_x1000,als_gedrukt,publicatie,regel,onder"
)
KOPPEN = {"cijfers": CIJFERS, "bedragen": BEDRAGEN}
EENHEDEN = {
    "vve-leerwinst": "%",
    "vve-ontwikkelingsscore": "score",
    "voortijdige-schoolverlaters": "%",
    "dienstverlening-ondernemers": "rapportcijfer",
    "arbeidsplaatsen": "aantal",
    "arbeidsparticipatie": "%",
    "uitstroom-naar-werk": "aantal",
    "deeltijd-werkenden": "aantal",
    "uitstroom-naar-school": "aantal",
    "bijstandsuitkeringen": "aantal",
    "bereik-minimaregelingen": "%",
}
# The "Bron:" line above each table, in PB 2023 and in PB 2026; one is printed in italics.
SUITES = "Suites4 SociaalDomein"
BRONNEN = {
    "vve-leerwinst": ("Jaarlijkse monitor VVE Zoetermeer", ""),
    "vve-ontwikkelingsscore": ("", "VVE-resultatenmonitor"),
    "voortijdige-schoolverlaters": (
        "VSV-Atlas (OCW) Jaarverslag leerplicht/RMC",
        "VSV-Atlas (OCW) Jaarverslag leerplicht/ Doorstroompunt",
    ),
    "dienstverlening-ondernemers": ("Ondernemerspeiling", "Ondernemerspeiling"),
    "arbeidsplaatsen": (
        "Gemeentelijke database",
        (
            "Regionale Arbeidsmarktprognose 2023-2024 Zuid-Holland Centraal (1 juni 2023), "
            "Werkgelegenheidsregister (1 april 2024)"
        ),
    ),
    "arbeidsparticipatie": ("CBS", "CBS"),
    "uitstroom-naar-werk": (SUITES, SUITES),
    "deeltijd-werkenden": (SUITES, SUITES),
    "uitstroom-naar-school": (SUITES, SUITES),
    "bijstandsuitkeringen": (SUITES, SUITES),
    "bereik-minimaregelingen": ("Gemeentelijke administratie", "Gemeentelijke administratie"),
}


def op_inhoud(cellen: list[Cel]) -> list[str]:
    return sorted(json.dumps(cel, sort_keys=True) for cel in cellen)


# What the rapportage calls what no begroting prints.
ALLEEN_IN_DE_RAPPORTAGE = {
    "Parttime baan": "parttime-baan",
    "NUG": "nug",
    "Oekrainers": "oekrainers",
    "Beschut werk": "beschut-werk",
    "Loonkostensubsidie": "loonkostensubsidie",
}


def verwachte_cijfers() -> list[Cel]:
    cellen = []
    for cel in verwacht("cijfers", STUKKEN):  # a rapportage names no programma, and nobody who measured
        slug = (SLUG | ALLEEN_IN_DE_RAPPORTAGE)[cel["naam"]]
        meer = {"programma": "", "indicator": slug, "eenheid": "aantal", "bron": ""}
        cellen.append({**cel, **meer, "periode": "", "voorlopig": ""})
    for cel in verwacht("cijfers"):
        slug = SLUG[cel["naam"]]
        bron = BRONNEN[slug][cel["publicatie"] == "PB 2026"]
        meer = {"programma": "1", "indicator": slug, "eenheid": EENHEDEN[slug], "bron": bron}
        cellen.append({**cel, **meer, "periode": "", "voorlopig": ""})
    return cellen


def getal(tekst: str) -> str:
    """Without zeros at the end, which are a matter of `gedrukt`: 2.30 and 2.3 are one value."""
    return f"{Decimal(tekst).normalize():f}" if tekst else ""


# What is in them


@pytest.mark.parametrize("naam", KOPPEN)
def test_de_kop_is_precies_zoals_beloofd(client: Client, naam: str) -> None:
    assert inhoud(client, f"/data/{naam}.csv").split(b"\r\n", 1)[0] == KOPPEN[naam].encode()


def test_eerste_rijen_byte_voor_byte(client: Client) -> None:
    """What is empty is empty, and quotes stand only where they are needed."""
    assert inhoud(client, "/data/cijfers.csv").split(b"\r\n")[2] == (
        b"1,1.1,vve-leerwinst,% VVE-kinderen dat een meer dan gemiddelde leerwinst boekt,%,realisatie,PB 2023,2023"
        b",,streepje,-,Jaarlijkse monitor VVE Zoetermeer,PB 2023,302,,"
    )
    assert (
        inhoud(client, "/data/cijfers.csv")
        .split(b"\r\n")[1]
        .endswith(b",PB 2023,2021,31,,31 %,Jaarlijkse monitor VVE Zoetermeer,PB 2023,302,,")
    )
    assert inhoud(client, "/data/bedragen.csv").split(b"\r\n")[1] == (
        b"1,1.1,doelstelling,1.1,Bijdragen aan maatwerk in spelen en leren,saldo,begroting,lopend jaar,2022"
        b",-12945,-12.945,PB 2023,318,"
    )


def test_cijfers_heeft_elke_cel_van_de_tabellen_met_indicatoren(client: Client) -> None:
    gevonden = rijen(inhoud(client, "/data/cijfers.csv"))

    assert (len(gevonden), sum(bool(cel["waarde"]) for cel in gevonden)) == (203, 108)
    verwachte = [{**cel, "waarde": getal(cel["waarde"])} for cel in verwachte_cijfers()]
    assert op_inhoud(gevonden) == op_inhoud(verwachte)


def test_bedragen_heeft_elk_bedrag_en_geen_lege_cel(client: Client) -> None:
    gevonden = rijen(inhoud(client, "/data/bedragen.csv"))

    assert len(gevonden) == 410 + 47
    van_stukken = [{**cel, "programma": "", "onder": ""} for cel in verwacht("bedragen", STUKKEN) if cel["als_gedrukt"]]
    verwachte = [{**cel, "programma": "1", "onder": ""} for cel in gedrukte_bedragen()]
    assert op_inhoud(gevonden) == op_inhoud([*verwachte, *van_stukken])


def test_een_streepje_en_een_gedrukte_nul_zijn_twee_dingen(client: Client) -> None:
    cellen = rijen(inhoud(client, "/data/cijfers.csv"))

    streepjes = [cel for cel in cellen if cel["leeg"]]
    assert len(streepjes) == 95
    assert {(cel["waarde"], cel["leeg"], cel["gedrukt"]) for cel in streepjes} == {("", "streepje", "-")}
    nullen = [(cel["indicator"], cel["editie"], cel["jaar"]) for cel in cellen if cel["waarde"] == "0"]
    assert nullen == [("arbeidsplaatsen", "PB 2022", "2025")]


def test_rijen_staan_in_de_volgorde_van_de_documenten(client: Client) -> None:
    for naam in KOPPEN:
        plekken = [
            (cel["publicatie"], int(cel["regel"]), cel["jaar"])
            for cel in rijen(inhoud(client, f"/data/{naam}.csv"))
            if cel["publicatie"] not in STUKKEN
        ]
        assert plekken == sorted(plekken)


@pytest.mark.parametrize("slug", INDICATOREN)
def test_bestand_van_een_indicator(client: Client, slug: str) -> None:
    alle = rijen(inhoud(client, "/data/cijfers.csv"))

    eigen = rijen(inhoud(client, f"/data/indicatoren/{slug}.csv"))

    assert eigen == [cel for cel in alle if cel["indicator"] == slug]
    assert len(eigen) == {"vve-leerwinst": 10, "vve-ontwikkelingsscore": 4, "uitstroom-naar-werk": 22}.get(slug, 20)


@pytest.mark.parametrize("code", DOELSTELLINGEN)
def test_bestand_van_een_doelstelling(client: Client, code: str) -> None:
    alle = rijen(inhoud(client, "/data/cijfers.csv"))

    eigen = rijen(inhoud(client, f"/data/doelstellingen/{code}.csv"))

    van_1_5 = {"uitstroom-naar-werk", *ALLEEN_IN_DE_RAPPORTAGE.values()} if code == "1.5" else set()
    assert eigen == [cel for cel in alle if cel["doelstelling"] == code or cel["indicator"] in van_1_5]
    assert len(eigen) == {"1.1": 14, "1.5": 80 + 9, "1.6": 40}.get(code, 20)


# How they are written


@pytest.mark.parametrize("naam", KOPPEN)
def test_zonder_keuze_is_het_rfc_4180(client: Client, naam: str) -> None:
    bestand = inhoud(client, f"/data/{naam}.csv")

    assert not bestand.startswith(BOM)
    assert bestand.endswith(b"\r\n")
    assert (
        bestand.count(b"\n")
        == bestand.count(b"\r")
        == bestand.count(b"\r\n")
        == {"cijfers": 204, "bedragen": 411 + 47}[naam]
    )
    assert bestand == inhoud(client, f"/data/{naam}.csv?stijl=rfc4180")


@pytest.mark.parametrize(("naam", "kolom"), [("cijfers", "waarde"), ("bedragen", "bedrag_x1000")])
def test_excel_nl_opent_in_een_nederlands_excel(client: Client, naam: str, kolom: str) -> None:
    bestand = inhoud(client, f"/data/{naam}.csv?stijl=excel-nl")

    assert bestand.startswith(BOM + KOPPEN[naam].replace(",", ";").encode() + b"\r\n")  # no sep= line
    gewoon = rijen(inhoud(client, f"/data/{naam}.csv"))
    assert rijen(bestand, ";") == [{**cel, kolom: cel[kolom].replace(".", ",")} for cel in gewoon]


def test_excel_nl_heeft_een_komma_voor_decimalen(client: Client) -> None:
    cellen = rijen(inhoud(client, "/data/indicatoren/dienstverlening-ondernemers.csv?stijl=excel-nl"), ";")

    # 6,5 and 6,60 measured; 6,9 6,9 7,1 7,1 and 6,80 four times planned.
    assert sorted(cel["waarde"] for cel in cellen if cel["waarde"]) == sorted(
        ["6,5", "6,6", "6,9", "6,9", "7,1", "7,1", *["6,8"] * 4]
    )


@pytest.mark.parametrize(
    ("adres", "bestandsnaam"),
    [
        ("/data/cijfers.csv", "doelwijzer-cijfers.csv"),
        ("/data/bedragen.csv?stijl=excel-nl", "doelwijzer-bedragen.csv"),
        ("/data/indicatoren/uitstroom-naar-werk.csv", "doelwijzer-uitstroom-naar-werk.csv"),
        ("/data/doelstellingen/1.5.csv", "doelwijzer-doelstelling-1.5.csv"),
    ],
)
def test_een_groot_bestand_komt_stromend_en_als_bijlage(
    client: Client, adres: str, bestandsnaam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if ten bytes were too many to keep."""
    monkeypatch.setattr("dashboard.draaien.verversen.GROOTSTE", 10)
    antwoord = client.get(adres)

    assert isinstance(antwoord, StreamingHttpResponse)
    assert antwoord["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert antwoord["Content-Disposition"] == f'attachment; filename="{bestandsnaam}"'


@pytest.mark.parametrize("naam", KOPPEN)
@pytest.mark.parametrize("stijl", ["rfc4180", "excel-nl"])
def test_export_drukt_dezelfde_bytes_af_welke_terminal_het_ook_is(client: Client, naam: str, stijl: str) -> None:
    stdout = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\r\n")

    call_command("export", naam, "--stijl", stijl, stdout=stdout)

    stdout.flush()
    assert stdout.buffer.getvalue() == inhoud(client, f"/data/{naam}.csv?stijl={stijl}")
