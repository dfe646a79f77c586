"""The questions of docs/vragen.md: each is answered in at most two clicks from the overview."""

import re
from dataclasses import dataclass

import pytest

from tests.gereedschap.browser import Bezoek
from tests.gereedschap.paden import PROJECT
from tests.gereedschap.paginas import PUBLICATIES, skelet

pytestmark = pytest.mark.browser

VELD = re.compile(r"^- (Antwoord|Passage|Adres|Klik|Zoek): (.+(?:\n  .+)*)$", re.MULTILINE)
PASSAGE = re.compile(r"(PB 20\d\d), regel (\d+)(?: \(([^)]+)\))?")


@dataclass(frozen=True)
class Vraag:
    """A question, its answer, the lines it rests on, and how a reader gets there."""

    vraag: str
    antwoord: str
    passage: str
    passages: list[tuple[str, int, str]]
    adres: str
    klikken: list[str]
    zoek: list[str]


def lees() -> list[Vraag]:
    delen = re.split(r"^## \d+\. ", (PROJECT / "docs" / "vragen.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    gelezen = []
    for deel in delen[1:]:
        velden = {naam: " ".join(waarde.split()) for naam, waarde in VELD.findall(deel)}
        gelezen.append(
            Vraag(
                deel.splitlines()[0],
                velden["Antwoord"],
                velden["Passage"],
                [(naam, int(regel), gedrukt) for naam, regel, gedrukt in PASSAGE.findall(velden["Passage"])],
                velden["Adres"].strip("`"),
                velden["Klik"].split(" › ") if velden["Klik"] != "geen" else [],
                re.findall(r"“(.+?)”", velden["Zoek"]),
            )
        )
    return gelezen


VRAGEN = lees()


def test_er_zijn_er_minstens_vijfentwintig() -> None:
    assert len({vraag.vraag for vraag in VRAGEN}) >= 25


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda vraag: vraag.vraag)
def test_elke_passage_wordt_begrepen(vraag: Vraag) -> None:
    genoemd = vraag.passage.count("regel")

    assert len(vraag.passages) == genoemd
    assert genoemd or vraag.passage.startswith("geen")


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda vraag: vraag.vraag)
def test_passages_drukken_waar_het_antwoord_op_rust(vraag: Vraag) -> None:
    for publicatie, regel, gedrukt in vraag.passages:
        assert publicatie in PUBLICATIES
        tekst = skelet(publicatie)[regel - 1].strip()
        assert tekst, (publicatie, regel)
        assert gedrukt in tekst, (publicatie, regel, gedrukt)


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda vraag: vraag.vraag)
def test_een_antwoord_is_in_twee_klikken_gevonden(leestab: Bezoek, vraag: Vraag) -> None:
    page = leestab.ga("/")

    assert len(vraag.klikken) <= 2
    for naam in vraag.klikken:
        page.get_by_role("link", name=naam, exact=True).first.click()
    page.wait_for_url(leestab.site + vraag.adres)

    tekst = " ".join(page.locator("main").inner_text().split())
    assert vraag.zoek
    for deel in vraag.zoek:
        assert deel in tekst
