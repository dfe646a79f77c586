"""The CSV files with what a document could hold: nothing that Excel would run, and every name and amount whole."""

from decimal import Decimal
from typing import Any

import pytest
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
from tests.gereedschap.csvbestanden import inhoud, rijen
from tests.gereedschap.paginas import Cel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


@pytest.fixture
def programma() -> dict[str, Any]:
    return nieuw_programma("PB 2030")


def nieuw_programma(bron: str) -> dict[str, Any]:
    """A programma of its own, with a source of its own; a test adds the other names."""
    programma = Programma.objects.create(code="9", naam="Proef")
    publicatie = Publicatie.objects.create(
        naam=bron, slug="PB-2030", soort="programmabegroting", titel="Proef", jaar=2030
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
    code = velden.get("code", f"9.{nummer}")
    doel = Doelstelling.objects.create(programma=proef["programma"], code=code, naam="Doel", volgorde=nummer)
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
        programma=proef["programma"], tabel="programma", rol="saldo", slug=f"post-{nummer}", naam=naam, volgorde=nummer
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


def test_ook_een_code_is_onschadelijk(client: Client, programma: dict[str, Any]) -> None:
    voeg_cijfer_toe(programma, code="=1+1")
    voeg_bedrag_toe(programma)
    Indicator.objects.filter(slug="proef-1").update(slug="=1+1")
    Programma.objects.filter(code="9").update(code="=1+1")

    [cijfer] = [cel for cel in rijen(inhoud(client, "/data/cijfers.csv")) if "1+1" in cel["programma"]]
    [bedrag] = [cel for cel in rijen(inhoud(client, "/data/bedragen.csv")) if "1+1" in cel["programma"]]

    assert (cijfer["programma"], cijfer["doelstelling"], cijfer["indicator"]) == ("'=1+1",) * 3
    assert bedrag["programma"] == "'=1+1"


def test_de_naam_van_een_publicatie_is_onschadelijk(client: Client) -> None:
    programma = nieuw_programma("=1+1")
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
