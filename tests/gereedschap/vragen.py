"""The questions of docs/vragen.md: what they rest on, and for those that are built the way to their answer."""

import re
from dataclasses import dataclass

from tests.gereedschap.documenten.documenten import PUBLICATIES, STUKKEN
from tests.gereedschap.paden import PROJECT

NAMEN = "|".join((*PUBLICATIES, *STUKKEN))
VELD = re.compile(r"^- (Antwoord|Passage|Adres|Zoekwoord|Klik|Zoek): (.+(?:\n  .+)*)$", re.MULTILINE)
HEEL = "niet op de site (alleen in het hele document, "
PASSAGE = re.compile(rf"({NAMEN}), ({re.escape(HEEL)})?regel (\d+)\)?(?: \(([^)]+)\))?")


@dataclass(frozen=True)
class Plek:
    """A line of a document, what is printed there, and whether the site shows that."""

    publicatie: str
    op_de_site: bool
    regel: int
    gedrukt: str


@dataclass(frozen=True)
class Vraag:
    """A question, its answer, the lines it rests on, and how a reader gets there (no adres: that is not built yet)."""

    vraag: str
    antwoord: str
    passage: str
    plekken: list[Plek]
    adres: str
    zoekwoord: str
    klikken: list[str]
    zoek: list[str]


def lees_vragen() -> list[Vraag]:
    """All questions, in the order of the page."""
    delen = re.split(r"^## \d+\. ", (PROJECT / "docs" / "vragen.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    gelezen = []
    for deel in delen[1:]:
        velden = {naam: " ".join(waarde.split()) for naam, waarde in VELD.findall(deel)}
        gelezen.append(
            Vraag(
                deel.splitlines()[0],
                velden["Antwoord"],
                velden["Passage"],
                [
                    Plek(publicatie, not heel, int(regel), gedrukt)
                    for publicatie, heel, regel, gedrukt in PASSAGE.findall(velden["Passage"])
                ],
                velden.get("Adres", "").strip("`"),
                velden.get("Zoekwoord", ""),
                velden["Klik"].split(" › ") if velden.get("Klik", "geen") != "geen" else [],
                re.findall(r"“(.+?)”", velden.get("Zoek", "")),
            )
        )
    return gelezen
