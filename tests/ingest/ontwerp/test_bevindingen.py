"""What the checks find in the two editions, with sizes typed by hand (domein.md, what must come out right)."""

import re

import pytest

from tests.gereedschap.documenten.documenten import PUBLICATIES, alles, anders, skelet, tekst_van, verschoven
from tests.gereedschap.laden import Gelezen, Laad

Verschil = tuple[int, int, int]
"""Line of the total, year, size in thousands of euros."""


def verschillen(document: dict[str, list[dict[str, str]]], soort: str) -> list[Verschil]:
    gevonden = []
    for bevinding in document["bevindingen"]:
        if bevinding["soort"] == soort:
            maat = re.search(r"\((\d{4})\).*Verschil: €\s([\d.]+)\.000\.", bevinding["tekst"])
            assert maat, bevinding
            gevonden.append((int(bevinding["regel"]), int(maat[1]), int(maat[2].replace(".", ""))))
    return gevonden


def test_uitsplitsing_van_pb_2023_verschilt_van_doelstelling_1_6(gelezen: Gelezen) -> None:
    assert verschillen(gelezen(skelet("PB 2023")), "telt niet op") == [
        (496, 2022, 149),
        (496, 2023, 164),
        (496, 2024, 65),
        (496, 2025, 64),
        (496, 2026, 6),
    ]


def test_doelstellingen_van_pb_2026_zijn_geen_van_beide_saldi(gelezen: Gelezen) -> None:
    """Line 913 is the saldo before reserves, 917 after. 2026: 63.555 against 63.400 and 63.257."""
    assert verschillen(gelezen(skelet("PB 2026")), "telt niet op") == [
        (913, 2025, 52),
        (913, 2026, 155),
        (913, 2027, 371),
        (913, 2028, 257),
        (913, 2029, 318),
        (917, 2025, 740),
        (917, 2026, 298),
        (917, 2027, 317),
        (917, 2028, 355),
        (917, 2029, 416),
    ]


AFRONDING = {
    "PB 2023": [
        (518, 2022, 1),
        (518, 2023, 1),
        (518, 2024, 1),
        (518, 2024, 1),
        (518, 2025, 2),
        (518, 2025, 1),
        (518, 2026, 2),
        (518, 2026, 1),
        (519, 2025, 1),
        (519, 2026, 1),
        (571, 2022, 1),
        (571, 2023, 1),
    ],
    "PB 2026": [
        (727, 2025, 1),
        (731, 2026, 1),
        (731, 2027, 1),
        (731, 2028, 1),
        (731, 2029, 1),
        (756, 2025, 1),
        (756, 2026, 1),
        (913, 2028, 1),
        (916, 2028, 1),
        (916, 2029, 1),
        (917, 2024, 1),
    ],
}


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_verschillen_door_afronding(gelezen: Gelezen, publicatie: str) -> None:
    """Told from the rest by half a printed unit for each number in the sum; never a warning."""
    document = gelezen(skelet(publicatie))
    assert verschillen(document, "afronding") == AFRONDING[publicatie]
    assert {b["ernst"] for b in document["bevindingen"] if b["soort"] == "afronding"} == {"opmerking"}


NULLEN = {"PB 2023": [(380, "2025"), (561, "2024"), (561, "2026")], "PB 2026": []}


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_gedrukte_nullen(gelezen: Gelezen, publicatie: str) -> None:
    """Kwijtschelding van hondenbelasting prints only zeros in 2026: nothing odd about those."""
    gevonden = [b for b in gelezen(skelet(publicatie))["bevindingen"] if b["soort"] == "gedrukte nul"]
    jaren = [(b["regel"], re.findall(r"voor (\d{4}) is 0", b["tekst"])[0]) for b in gevonden]
    assert jaren == NULLEN[publicatie]


def test_rij_van_een_andere_editie(gelezen: Gelezen) -> None:
    """Rule 4: targets of PB 2022, printed in PB 2023."""
    (bevinding,) = [b for b in gelezen(skelet("PB 2023"))["bevindingen"] if b["soort"] == "andere editie"]
    assert (bevinding["regel"], "PB 2022" in bevinding["tekst"]) == (380, True)


def test_sprongen(gelezen: Gelezen) -> None:
    """2.212 arbeidsplaatsen and then 650 a year; the drop of SHV that nobody explains."""
    assert not [b for b in gelezen(skelet("PB 2023"))["bevindingen"] if b["soort"] == "sprong"]
    gevonden = [b for b in gelezen(skelet("PB 2026"))["bevindingen"] if b["soort"] == "sprong"]
    assert [b["regel"] for b in gevonden] == [575, 737, 738]
    assert "van 2.212 (realisatie 2024) naar 650 (begroting 2026)" in gevonden[0]["tekst"]
    assert "van €\xa06.572.000 in 2025 naar €\xa02.647.000 in 2026" in gevonden[1]["tekst"]


def test_geen_andere_soorten(gelezen: Gelezen) -> None:
    soorten = {b["soort"] for naam in PUBLICATIES for b in gelezen(skelet(naam))["bevindingen"]}
    assert soorten == {"telt niet op", "afronding", "gedrukte nul", "andere editie", "sprong", "zonder realisatie"}


def test_twee_publicaties_die_iets_anders_zeggen(laad: Laad) -> None:
    """A later edition that tells 181 of 2024 as 209: both stay, and the finding names both."""
    assert laad(skelet("PB 2026")).code == 0
    volgende = alles(verschoven(1), anders(625, "2025", "2024"), anders(626, "181", "209"))(tekst_van("PB 2026"))
    (document,) = laad(volgende, opties=("--dry-run", "--json")).gelezen
    (bevinding,) = [b for b in document["bevindingen"] if b["soort"] == "twee bronnen" and b["regel"] == 626]
    assert bevinding["ernst"] == "waarschuwing"
    assert bevinding["tekst"] == "Uitstroom naar werk 2024: hier 209, in PB 2026 181."
