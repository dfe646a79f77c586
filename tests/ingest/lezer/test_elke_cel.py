"""Every cell of the bundled documents, as load_document reads it, against the values typed by hand from them."""

import csv
from typing import Any

import pytest

from tests.gereedschap.documenten.documenten import PUBLICATIES, skelet, volledig
from tests.gereedschap.laden import Gelezen
from tests.gereedschap.paden import VERWACHT

SOORTEN = ("cijfers", "bedragen")
BRONNEN = [
    *(pytest.param(publicatie, skelet, id=f"{publicatie}-skelet") for publicatie in PUBLICATIES),
    *(
        pytest.param(publicatie, volledig, id=f"{publicatie}-document", marks=pytest.mark.documents)
        for publicatie in PUBLICATIES
    ),
]


def verwacht(soort: str, publicatie: str) -> list[dict[str, str]]:
    with (VERWACHT / f"{soort}-{publicatie.replace(' ', '-')}.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, strict=True))


def als_tekst(rij: dict[str, Any], kolommen: list[str]) -> dict[str, str]:
    return {kolom: "" if rij[kolom] is None else str(rij[kolom]) for kolom in kolommen}


CELLEN = [
    *(
        pytest.param(*bron.values, soort, id=f"{bron.id}-{soort}", marks=bron.marks)
        for bron in BRONNEN
        for soort in SOORTEN
    ),
    *(
        pytest.param(publicatie, bestand, soort, id=f"{publicatie}-{bestand.__name__}-{soort}", marks=marks)
        for publicatie, soort in (("Rapportage SD 2024-H2", "cijfers"), ("Kadernota 2020-2024", "bedragen"))
        for bestand, marks in ((skelet, ()), (volledig, pytest.mark.documents))
    ),
]


@pytest.mark.parametrize(("publicatie", "bestand", "soort"), CELLEN)
def test_elke_cel_is_gelezen_zoals_zij_gedrukt_is(gelezen: Gelezen, publicatie: str, bestand: Any, soort: str) -> None:
    document = gelezen(bestand(publicatie))
    cellen = verwacht(soort, publicatie)
    kolommen = list(cellen[0])
    van_cel = [als_tekst(rij, kolommen) for rij in document[soort]]

    assert sorted(van_cel, key=lambda cel: list(cel.values())) == sorted(cellen, key=lambda cel: list(cel.values()))
    assert [cel["regel"] for cel in van_cel] == sorted((cel["regel"] for cel in cellen), key=int)
    assert document["publicatie"] == publicatie


@pytest.mark.parametrize(("publicatie", "bestand"), BRONNEN)
def test_getallen_zijn_tekst_en_regels_gehele_getallen(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    """A decimal that goes through a float comes out as another number."""
    document = gelezen(bestand(publicatie))
    for rij in document["cijfers"]:
        assert isinstance(rij["waarde"], str | None)
        assert type(rij["regel"]) is type(rij["jaar"]) is int
    for rij in document["bedragen"]:
        assert isinstance(rij["bedrag_x1000"], str | None)
        assert type(rij["regel"]) is type(rij["jaar"]) is int


@pytest.mark.parametrize(("publicatie", "bestand"), BRONNEN)
def test_een_editie_heeft_geen_fouten(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    document = gelezen(bestand(publicatie))
    assert [b for b in document["bevindingen"] if b["ernst"] == "fout"] == []


BRON = {
    302: "Jaarlijkse monitor VVE Zoetermeer",
    330: "VSV-Atlas (OCW) Jaarverslag leerplicht/RMC",
    357: "Ondernemerspeiling",
    379: "Gemeentelijke database",
    410: "CBS",
    421: "Suites4 SociaalDomein",
    441: "Suites4 SociaalDomein",
    453: "Suites4 SociaalDomein",
    476: "Suites4 SociaalDomein",
    488: "Gemeentelijke administratie",
}


def test_wie_er_mat(gelezen: Gelezen) -> None:
    """The line Bron of each indicator of PB 2023, by the line of its realisatie; one is printed in italics."""
    document = gelezen(skelet("PB 2023"))
    assert {c["regel"]: c["bron"] for c in document["cijfers"] if c["soort"] == "realisatie"} == BRON


INDICATOREN = {
    "PB 2023": [
        "vve-leerwinst",
        "voortijdige-schoolverlaters",
        "dienstverlening-ondernemers",
        "arbeidsplaatsen",
        "arbeidsparticipatie",
        "uitstroom-naar-werk",
        "deeltijd-werkenden",
        "uitstroom-naar-school",
        "bijstandsuitkeringen",
        "bereik-minimaregelingen",
    ],
    "PB 2026": [
        "vve-ontwikkelingsscore",
        "voortijdige-schoolverlaters",
        "dienstverlening-ondernemers",
        "arbeidsplaatsen",
        "arbeidsparticipatie",
        "uitstroom-naar-werk",
        "deeltijd-werkenden",
        "uitstroom-naar-school",
        "bijstandsuitkeringen",
        "bereik-minimaregelingen",
    ],
}


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_elk_cijfer_hoort_bij_een_indicator(gelezen: Gelezen, publicatie: str) -> None:
    """One indicator under two printed names; the VVE of 2026 is another one."""
    document = gelezen(skelet(publicatie))
    assert list(dict.fromkeys(cijfer["indicator"] for cijfer in document["cijfers"])) == INDICATOREN[publicatie]
