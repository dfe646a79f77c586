"""The values typed by hand against the lines of the documents, without the reader.

From the columns of verwacht/*.csv alone each printed table line is built again and compared with the line of
the document. So the expected values are checked by something that shares no code with what they check.
"""

import csv
import os
import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.gereedschap.paden import EDITIES, VERWACHT

SCHEIDING = {"PB 2023": "\t", "PB 2026": " "}
VERSIERING = re.compile(r"</?[ib]>")
BELEID = ("nieuw-beleid", "bezuinigingen")
TABEL_VAN_KOP = {
    "Doelstelling": "doelstelling",
    "20": "uitsplitsing",
    "uitsplitsing": "uitsplitsing",
    "Nieuw beleid": "nieuw-beleid",
    "Beleidswijzigingen": "nieuw-beleid",
    "Bezuinigings": "bezuinigingen",
    "Programma 1.": "programma",
    "Jaarrekening": "programma",
}
KANT_VAN_LABEL = {
    "Lasten": "lasten",
    "Baten": "baten",
    "Toevoegingen": "toevoegingen",
    "Onttrekkingen": "onttrekkingen",
    "Mutaties reserves": "mutaties",
}
ONDERDEEL = " \N{EN DASH} "  # between the name of a policy row and its sub line

Cel = dict[str, str]
Document = tuple[str, list[str]]


def bestand(publicatie: str, bron: str) -> Path:
    if bron == "skelet":
        return EDITIES / f"{publicatie.replace(' ', '-')}.txt"
    return Path(os.environ["DOCUMENTS"]) / f"programmabegroting-{publicatie[-4:]}-programma-1.txt"


@pytest.fixture(
    params=[
        pytest.param((publicatie, bron), id=f"{publicatie}-{bron}", marks=marks)
        for bron, marks in (("skelet", ()), ("document", pytest.mark.documents))
        for publicatie in SCHEIDING
    ]
)
def document(request: pytest.FixtureRequest) -> Document:
    """The publicatie and its lines without tags; line 1 is at index 1."""
    publicatie, bron = request.param
    tekst = VERSIERING.sub("", bestand(publicatie, bron).read_text(encoding="utf-8"))
    # A tab at the end of a line of PB 2023 is a blank cell, so only spaces go there.
    einde = " " if SCHEIDING[publicatie] == "\t" else None
    return publicatie, ["", *(regel.rstrip(einde) for regel in tekst.split("\n"))]


def lees(soort: str, publicatie: str) -> list[Cel]:
    with (VERWACHT / f"{soort}-{publicatie.replace(' ', '-')}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, strict=True))


def groepeer(cellen: Iterable[Cel], sleutel: Callable[[Cel], object]) -> list[list[Cel]]:
    groepen: dict[object, list[Cel]] = {}
    for cel in cellen:
        groepen.setdefault(sleutel(cel), []).append(cel)
    return list(groepen.values())


def regel_van(cel: Cel) -> int:
    return int(cel["regel"])


def rijen(cellen: Iterable[Cel]) -> list[list[Cel]]:
    """The printed rows; a policy row can stand on several lines."""
    return groepeer(
        cellen,
        lambda cel: (cel["tabel"], cel["code"], cel["post"]) if cel.get("tabel") in BELEID else regel_van(cel),
    )


def erboven(regels: list[str], regel: int, patroon: str) -> tuple[int, re.Match[str]]:
    """The nearest line above that matches from its start to its end."""
    for nummer in range(regel - 1, 0, -1):
        if gevonden := re.fullmatch(patroon, regels[nummer]):
            return nummer, gevonden
    raise AssertionError(f"no line above line {regel} matches {patroon}")


def jaren_erboven(regels: list[str], regel: int) -> tuple[str, list[str]]:
    """The nearest header line above, and its years: at least four, rising, the last one at its end."""
    for nummer in range(regel - 1, 0, -1):
        kop = regels[nummer].rstrip()
        jaren = re.findall(r"\b20\d\d\b", kop)
        if len(jaren) >= 4 and kop.endswith(jaren[-1]) and all(a < b for a, b in pairwise(jaren)):
            return kop, jaren
    raise AssertionError(f"no header line above line {regel}")


def naam_elders(regels: list[str], regel: int) -> tuple[str, str, list[str]]:
    """Number, name and sub lines of the policy row whose numbers stand alone on the line."""
    nummer, begin = erboven(regels, regel, r"\s*(\d+)\. (.+)")
    namen, onderdelen = [begin[2].strip().rstrip(":")], []
    for vervolg in regels[nummer + 1 : regel]:
        if not vervolg.strip():
            break
        if vervolg.strip().startswith("- "):
            onderdelen.append(vervolg.strip()[2:])
        else:
            namen.append(vervolg.strip())
    return begin[1], " ".join(namen), onderdelen


def label_van_cijfer(cel: Cel) -> str:
    return "Realisatie" if cel["soort"] == "realisatie" else f"Begroting {cel['editie']}"


def label_van_bedrag(cel: Cel) -> str:
    post, code = cel["post"], cel["code"]
    if cel["tabel"] == "doelstelling":
        return f"{post} ({code})"
    if cel["tabel"] == "uitsplitsing" and code:
        return f"Totaal {code} {post}" if cel["kant"] == "saldo" else cel["kant"].capitalize()
    return f"{code}. {post}" if code else post


def kanten(publicatie: str, rij: list[Cel]) -> list[str]:
    """The side of each cell of a row of a money table, by its table and its label."""
    tabel, post = rij[0]["tabel"], rij[0]["post"]
    if tabel == "uitsplitsing" and publicatie == "PB 2023":
        return ["saldo" if post == "Saldo" else "lasten", "baten"] * (len(rij) // 2)
    if tabel == "uitsplitsing" and rij[0]["kant"] in ("lasten", "baten"):
        return [rij[0]["kant"]] * len(rij)  # the label that is printed
    if tabel == "programma":
        return [KANT_VAN_LABEL.get(post, "saldo")] * len(rij)
    return ["saldo"] * len(rij)


def test_elke_regel_met_cijfers(document: Document) -> None:
    publicatie, regels = document
    for cellen in groepeer(lees("cijfers", publicatie), regel_van):
        label = label_van_cijfer(cellen[0])
        herbouwd = SCHEIDING[publicatie].join([label, *(cel["gedrukt"] for cel in cellen)])
        assert herbouwd == regels[regel_van(cellen[0])], cellen[0]["regel"]
        assert {label_van_cijfer(cel) for cel in cellen} == {label}, cellen[0]["regel"]
        assert {cel["soort"] for cel in cellen} <= {"realisatie", "begroting"}
        if cellen[0]["soort"] == "realisatie":
            assert {cel["editie"] for cel in cellen} == {publicatie}


def test_elke_regel_met_bedragen(document: Document) -> None:
    publicatie, regels = document
    for cellen in groepeer(lees("bedragen", publicatie), regel_van):
        eerste, regel = cellen[0], regel_van(cellen[0])
        delen = [cel["als_gedrukt"] for cel in cellen]
        if re.search("[A-Za-z]", regels[regel]):
            delen.insert(0, label_van_bedrag(eerste))
        else:
            naam, _, onderdeel = eerste["post"].partition(ONDERDEEL)
            code, gedrukte_naam, onderdelen = naam_elders(regels, regel)
            assert eerste["tabel"] in BELEID
            assert (code, gedrukte_naam) == (eerste["code"], naam), regel
            assert not onderdeel or onderdeel in onderdelen, regel
        herbouwd = SCHEIDING[publicatie].join(delen)
        if SCHEIDING[publicatie] == " ":
            herbouwd = herbouwd.rstrip()
        assert herbouwd == regels[regel], regel
        assert {label_van_bedrag(cel) for cel in cellen} == {label_van_bedrag(eerste)}, regel


def test_rijen_die_kolom_voor_kolom_gedrukt_zijn(document: Document) -> None:
    """Each block of numbers is one year, with the rows in the order of their names."""
    publicatie, regels = document
    cellen = [cel for cel in lees("bedragen", publicatie) if cel["tabel"] in BELEID and cel["code"]]
    for rij in groepeer(cellen, lambda cel: (cel["tabel"], cel["code"])):
        posten = list(dict.fromkeys(cel["post"] for cel in rij))
        op_regel = sorted(rij, key=regel_van)
        if len({cel["regel"] for cel in rij}) > 1:
            assert op_regel == sorted(rij, key=lambda cel: (cel["jaar"], posten.index(cel["post"])))
            onderdelen = [post.partition(ONDERDEEL)[2] for post in posten if ONDERDEEL in post]
            assert onderdelen == naam_elders(regels, regel_van(op_regel[0]))[2]


def test_elke_rij_past_bij_de_kop_van_haar_tabel(document: Document) -> None:
    """Years, kind of table, side, and whether a column is a rekening."""
    publicatie, regels = document
    for rij in rijen([*lees("cijfers", publicatie), *lees("bedragen", publicatie)]):
        kop, jaren = jaren_erboven(regels, min(map(regel_van, rij)))
        per_jaar = 2 if publicatie == "PB 2023" and rij[0].get("tabel") == "uitsplitsing" else 1
        assert [cel["jaar"] for cel in rij] == [jaar for jaar in jaren for _ in range(per_jaar)], rij[0]
        if "tabel" not in rij[0]:
            continue
        tabellen = {tabel for begin, tabel in TABEL_VAN_KOP.items() if kop.strip().startswith(begin)}
        assert {cel["tabel"] for cel in rij} == tabellen, rij[0]
        assert [cel["kant"] for cel in rij] == kanten(publicatie, rij), rij[0]
        for cel in rij:
            rekening = bool(re.search(f"rekening {cel['jaar']}", kop, re.IGNORECASE))
            assert cel["soort"] == ("rekening" if rekening else "begroting"), cel
            verschil = int(cel["jaar"]) - int(publicatie[-4:])
            standen = {-2: "rekening", -1: "lopend jaar", 0: "primitieve begroting"}
            assert cel["stand"] == standen.get(verschil, "meerjarenraming"), cel


def test_elke_rij_staat_onder_haar_naam(document: Document) -> None:
    publicatie, regels = document
    cijfers, bedragen = lees("cijfers", publicatie), lees("bedragen", publicatie)
    for cel in [*cijfers, *(cel for cel in bedragen if cel["doelstelling"])]:
        _, kop = erboven(regels, regel_van(cel), r"[#\s]*Doelstelling (\d\.\d) .+")
        assert kop[1] == cel["doelstelling"], cel
    namen = "|".join(re.escape(naam) for naam in {cel["naam"] for cel in cijfers})
    for cel in cijfers:
        _, kop = erboven(regels, regel_van(cel), rf"[#*\s]*({namen})\**")
        assert kop[1] == cel["naam"], cel
    for cel in bedragen:
        if cel["tabel"] == "uitsplitsing" and cel["code"]:
            _, kop = erboven(regels, regel_van(cel), r"(\d{3}\.\d\d\.\d{3}) (.+)")
            assert (kop[1], kop[2]) == (cel["code"], cel["post"]), cel


@pytest.mark.parametrize(
    ("soort", "publicatie", "kolom", "cellen", "met_waarde"),
    [
        ("cijfers", "PB 2023", "waarde", 100, 50),
        ("cijfers", "PB 2026", "waarde", 94, 49),
        ("bedragen", "PB 2023", "bedrag_x1000", 196, 161),
        ("bedragen", "PB 2026", "bedrag_x1000", 254, 249),
    ],
)
def test_aantal_cellen(soort: str, publicatie: str, kolom: str, cellen: int, met_waarde: int) -> None:
    alle = lees(soort, publicatie)
    assert (len(alle), sum(1 for cel in alle if cel[kolom])) == (cellen, met_waarde)


@pytest.mark.parametrize("publicatie", SCHEIDING)
def test_waarde_is_wat_gedrukt_is(publicatie: str) -> None:
    for cel in lees("cijfers", publicatie):
        assert (cel["leeg"], cel["waarde"]) == (
            ("streepje", "")
            if cel["gedrukt"] == "-"
            else ("", cel["gedrukt"].rstrip(" %").replace(".", "").replace(",", "."))
        ), cel


@pytest.mark.parametrize("publicatie", SCHEIDING)
def test_bedrag_heeft_het_genormaliseerde_teken(publicatie: str) -> None:
    """Reversed are: costs printed positive (uitsplitsing of PB 2023) and extra costs (nieuw beleid)."""
    for cel in lees("bedragen", publicatie):
        omgekeerd = cel["tabel"] == "nieuw-beleid" or (publicatie, cel["tabel"]) == (
            "PB 2023",
            "uitsplitsing",
        )
        gedrukt = cel["als_gedrukt"].replace(".", "")
        if omgekeerd and gedrukt not in ("", "0"):
            gedrukt = gedrukt[1:] if gedrukt.startswith("-") else f"-{gedrukt}"
        assert cel["bedrag_x1000"] == gedrukt, cel
        assert not (cel["kant"] in ("lasten", "toevoegingen") and int(gedrukt or 0) > 0), cel
        assert not (cel["kant"] in ("baten", "onttrekkingen") and int(gedrukt or 0) < 0), cel
