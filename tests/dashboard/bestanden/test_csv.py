"""The CSV files: every printed cell against values typed by hand, in both styles, and nothing that Excel would run."""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pgtrigger
import pytest
from django.core.management import call_command
from django.http import StreamingHttpResponse
from django.test import Client

from indicators.models import (
    Bedrag,
    Bewoording,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Lezing,
    Passage,
    Post,
    PostBenaming,
    Programma,
    Publicatie,
    Vermelding,
)
from tests.gereedschap.paginas import DOELSTELLINGEN, INDICATOREN, SLUG, Cel, gedrukte_bedragen, verwacht

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

BOM = b"\xef\xbb\xbf"
CIJFERS = (
    "programma,doelstelling,indicator,naam,eenheid,soort,editie,jaar,waarde,leeg,gedrukt,bron,publicatie,regel,"
    "periode,voorlopig"
)
BEDRAGEN = "programma,doelstelling,tabel,code,post,kant,soort,stand,jaar,bedrag_x1000,als_gedrukt,publicatie,regel"
KOPPEN = {"cijfers": CIJFERS, "bedragen": BEDRAGEN}
REGELS = {"cijfers": 195, "bedragen": 411}
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


def inhoud(client: Client, adres: str) -> bytes:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return b"".join(antwoord.streaming_content)


def rijen(bestand: bytes, scheiding: str = ",") -> list[Cel]:
    tekst = bestand.removeprefix(BOM).decode("utf-8")
    return list(csv.DictReader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True))


def op_inhoud(cellen: list[Cel]) -> list[str]:
    return sorted(json.dumps(cel, sort_keys=True) for cel in cellen)


def verwachte_cijfers() -> list[Cel]:
    cellen = []
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
        b",-12945,-12.945,PB 2023,318"
    )


def test_cijfers_heeft_elke_cel_van_de_tabellen_met_indicatoren(client: Client) -> None:
    gevonden = rijen(inhoud(client, "/data/cijfers.csv"))

    assert (len(gevonden), sum(bool(cel["waarde"]) for cel in gevonden)) == (194, 99)
    verwachte = [{**cel, "waarde": getal(cel["waarde"])} for cel in verwachte_cijfers()]
    assert op_inhoud(gevonden) == op_inhoud(verwachte)


def test_bedragen_heeft_elk_bedrag_en_geen_lege_cel(client: Client) -> None:
    gevonden = rijen(inhoud(client, "/data/bedragen.csv"))

    assert len(gevonden) == 410
    assert op_inhoud(gevonden) == op_inhoud([{**cel, "programma": "1"} for cel in gedrukte_bedragen()])


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
            (cel["publicatie"], int(cel["regel"]), cel["jaar"]) for cel in rijen(inhoud(client, f"/data/{naam}.csv"))
        ]
        assert plekken == sorted(plekken)


@pytest.mark.parametrize("slug", INDICATOREN)
def test_bestand_van_een_indicator(client: Client, slug: str) -> None:
    alle = rijen(inhoud(client, "/data/cijfers.csv"))

    eigen = rijen(inhoud(client, f"/data/indicatoren/{slug}.csv"))

    assert eigen == [cel for cel in alle if cel["indicator"] == slug]
    assert len(eigen) == {"vve-leerwinst": 10, "vve-ontwikkelingsscore": 4}.get(slug, 20)


@pytest.mark.parametrize("code", DOELSTELLINGEN)
def test_bestand_van_een_doelstelling(client: Client, code: str) -> None:
    alle = rijen(inhoud(client, "/data/cijfers.csv"))

    eigen = rijen(inhoud(client, f"/data/doelstellingen/{code}.csv"))

    assert eigen == [cel for cel in alle if cel["doelstelling"] == code]
    assert len(eigen) == {"1.1": 14, "1.5": 80, "1.6": 40}.get(code, 20)


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
        == {"cijfers": 195, "bedragen": 411}[naam]
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
def test_een_bestand_komt_stromend_en_als_bijlage(client: Client, adres: str, bestandsnaam: str) -> None:
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


# What a document could hold


@pytest.fixture
def programma() -> Iterator[dict[str, Any]]:
    """A programma of its own, with a source of its own; a test adds the names."""
    programma = Programma.objects.create(code="9", naam="Proef")
    publicatie = Publicatie.objects.create(
        naam="PB 2030", slug="PB-2030", soort="programmabegroting", titel="Proef", jaar=2030
    )
    lezing = Lezing.objects.create(
        publicatie=publicatie,
        bestandsnaam="proef.txt",
        checksum="0" * 64,
        lezer_versie="1",
        structuur_versie="1",
        uitvoer={},
        staat="gepubliceerd",
        weg="opdrachtregel",
    )
    passage = Passage.objects.create(lezing=lezing, regel=1, tekst="proef")
    return {"programma": programma, "publicatie": publicatie, "passage": passage}


def voeg_cijfer_toe(proef: dict[str, Any], *, nummer: int = 1, **velden: str) -> None:
    publicatie = proef["publicatie"]
    doel = Doelstelling.objects.create(programma=proef["programma"], code=f"9.{nummer}", naam="Doel", volgorde=nummer)
    onder = DoelstellingBenaming.objects.create(doelstelling=doel, publicatie=publicatie, code=doel.code, naam="Doel")
    indicator = Indicator.objects.create(doelstelling=doel, slug=f"proef-{nummer}", naam="Proef", volgorde=nummer)
    definitie = Definitie.objects.create(
        indicator=indicator,
        slug=indicator.slug,
        omschrijving="Proef",
        eenheid=velden.get("eenheid", "aantal"),
        decimalen=0,
        richting="hoger",
        meetperiode="kalenderjaar",
        volgorde=1,
    )
    bewoording = Bewoording.objects.create(
        definitie=definitie,
        publicatie=publicatie,
        onder=onder,
        naam=velden.get("naam", "Proef"),
        soort_begroting="streefwaarde",
    )
    Vermelding.objects.create(
        bewoording=bewoording,
        passage=proef["passage"],
        soort="realisatie",
        editie=publicatie,
        jaar=2030,
        leeg="pm",
        gedrukt=velden.get("gedrukt", "PM"),
        bron=velden.get("bron", "CBS"),
    )


def voeg_bedrag_toe(proef: dict[str, Any], *, nummer: int = 1, bedrag: str = "1000", **velden: str) -> None:
    naam = velden.get("naam", "Proef")
    post = Post.objects.create(
        programma=proef["programma"], tabel="programma", slug=f"post-{nummer}", naam=naam, volgorde=nummer
    )
    benaming = PostBenaming.objects.create(
        post=post, publicatie=proef["publicatie"], code=velden.get("code", ""), naam=naam
    )
    Bedrag.objects.create(
        benaming=benaming,
        passage=proef["passage"],
        kant="saldo",
        soort="begroting",
        stand="primitieve begroting",
        jaar=2030,
        bedrag=Decimal(bedrag),
        als_gedrukt=velden.get("als_gedrukt", "1"),
        schaal=1000,
        tekenconventie="proef",
    )


def eigen_rijen(client: Client, naam: str, stijl: str = "rfc4180") -> list[Cel]:
    bestand = inhoud(client, f"/data/{naam}.csv?stijl={stijl}")
    return [cel for cel in rijen(bestand, ";" if stijl == "excel-nl" else ",") if cel["programma"] == "9"]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("stijl", ["rfc4180", "excel-nl"])
def test_tekst_die_excel_zou_uitvoeren_is_onschadelijk(
    client: Client, programma: dict[str, Any], begin: str, stijl: str
) -> None:
    formule = f"{begin}cmd|'/c calc'!A1"
    voeg_cijfer_toe(programma, naam=formule, bron=formule, gedrukt=formule, eenheid=formule)
    voeg_bedrag_toe(programma, naam=formule, code=formule, als_gedrukt=formule)

    [cijfer] = eigen_rijen(client, "cijfers", stijl)
    [bedrag] = eigen_rijen(client, "bedragen", stijl)

    velden = [cijfer[veld] for veld in ("naam", "bron", "gedrukt", "eenheid")]
    velden += [bedrag[veld] for veld in ("post", "code", "als_gedrukt")]
    assert velden == [f"'{formule}"] * 7


def test_de_naam_van_een_publicatie_is_onschadelijk(client: Client, programma: dict[str, Any]) -> None:
    with pgtrigger.ignore("indicators.Publicatie:blijft_dezelfde"):
        Publicatie.objects.filter(pk=programma["publicatie"].pk).update(naam="=1+1")
    voeg_cijfer_toe(programma)
    voeg_bedrag_toe(programma)

    [cijfer] = eigen_rijen(client, "cijfers")
    [bedrag] = eigen_rijen(client, "bedragen")

    assert (cijfer["publicatie"], cijfer["editie"], bedrag["publicatie"]) == ("'=1+1",) * 3


@pytest.mark.parametrize(
    ("gedrukt", "in_bestand"),
    [
        ("-", "-"),
        ("-12.945", "-12.945"),
        ("-12,5 %", "-12,5 %"),
        ("-3%", "-3%"),
        ("+5", "+5"),
        ("2.594", "2.594"),
        ("-foo", "'-foo"),
        ("-1+1", "'-1+1"),
        ("-2-3", "'-2-3"),
        ("--", "'--"),
        ("+", "'+"),
        ("=1", "'=1"),
        ("PM", "PM"),
    ],
)
def test_een_gedrukt_cijfer_of_streepje_blijft_zoals_het_is(
    client: Client, programma: dict[str, Any], gedrukt: str, in_bestand: str
) -> None:
    voeg_cijfer_toe(programma, gedrukt=gedrukt)
    voeg_bedrag_toe(programma, als_gedrukt=gedrukt)

    assert [cel["gedrukt"] for cel in eigen_rijen(client, "cijfers")] == [in_bestand]
    assert [cel["als_gedrukt"] for cel in eigen_rijen(client, "bedragen")] == [in_bestand]


@pytest.mark.parametrize("stijl", ["rfc4180", "excel-nl"])
@pytest.mark.parametrize(
    "naam",
    [
        'De "Binnenbaan"',
        "vo, mbo; en havo",
        "twee\nregels",
        "twee\r\nregels",
        "één “naam” – met ’s en €",
        "a\\nb\\.",
        "\\.",
        " spaties ",
        "NULL",
        "'al met een accent",
    ],
)
def test_een_naam_blijft_heel(client: Client, programma: dict[str, Any], naam: str, stijl: str) -> None:
    voeg_cijfer_toe(programma, naam=naam)
    voeg_bedrag_toe(programma, naam=naam)

    assert [cel["naam"] for cel in eigen_rijen(client, "cijfers", stijl)] == [naam]
    assert [cel["post"] for cel in eigen_rijen(client, "bedragen", stijl)] == [naam]


@pytest.mark.parametrize(
    ("bedrag", "gewoon", "excel"), [("-12945000", "-12945", "-12945"), ("123450.50", "123.4505", "123,4505")]
)
def test_een_bedrag_is_zo_precies_als_het_bewaard_is(
    client: Client, programma: dict[str, Any], bedrag: str, gewoon: str, excel: str
) -> None:
    voeg_bedrag_toe(programma, bedrag=bedrag)

    assert [cel["bedrag_x1000"] for cel in eigen_rijen(client, "bedragen")] == [gewoon]
    assert [cel["bedrag_x1000"] for cel in eigen_rijen(client, "bedragen", "excel-nl")] == [excel]
