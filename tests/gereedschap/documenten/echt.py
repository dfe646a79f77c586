"""Real tables of nine municipalities, with each figure typed by hand (the folder `echt` of DOCUMENTS)."""

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import lxml.html
from docx import Document

from ingest.lezer.concept import Bedrag, Bevinding, Cijfer, Concept
from ingest.lezer.document import lees_document
from ingest.lezer.regels import Regel
from tests.gereedschap.documenten.maak_docx import als_bytes

VORMEN = {
    "html": ".html",
    "chromium": ".chromium.pdf",
    "libreoffice": ".lo.pdf",
    "tekst": ".txt",
    "markdown": ".md",
}


@dataclass(frozen=True)
class Uitslag:
    """Of the figures that were typed: how many were read, what was read beside them, and which nothing was said of."""

    getypt: int
    gelezen: int
    anders: list[str]
    zonder_woord: list[str]


def map_van(naam: str) -> Path:
    return Path(os.environ["DOCUMENTS"]) / "echt" / naam


def lees(naam: str, vorm: str) -> Uitslag:
    """One folder in one form: html, docx (made of it), chromium, libreoffice, tekst or markdown."""
    uitlezing = lees_document(inhoud(naam, vorm))
    return vergelijk(naam, uitlezing.concept, uitlezing.regels)


def inhoud(naam: str, vorm: str) -> bytes:
    map_ = map_van(naam)
    return _docx(map_ / f"{naam}.html") if vorm == "docx" else (map_ / f"{naam}{VORMEN[vorm]}").read_bytes()


def vergelijk(naam: str, concept: Concept, regels: Sequence[Regel]) -> Uitslag:
    """What was read of a folder, held against what was typed by hand."""
    getypt = json.loads((map_van(naam) / f"{naam}.truth.json").read_text(encoding="utf-8"))["cijfers"]
    over: list[Bedrag | Cijfer] = [
        *(bedrag for bedrag in concept.bedragen if bedrag.gedrukte_waarde is not None),
        *(cijfer for cijfer in concept.cijfers if cijfer.waarde is not None),
    ]
    gelezen, zonder_woord = 0, []
    gemeld = set(_gemeld(concept.bevindingen))
    for cijfer in getypt:
        zelfde = next((ding for ding in over if _is(ding, cijfer)), None)
        if zelfde is not None:
            over.remove(zelfde)
            gelezen += 1
        elif not _gezegd(cijfer["gedrukt"], regels, gemeld):
            zonder_woord.append(f"{cijfer['label']} {cijfer['jaar']}: {cijfer['gedrukt']}")
    return Uitslag(len(getypt), gelezen, [str(ding) for ding in over], zonder_woord)


def _gemeld(bevindingen: Sequence[Bevinding]) -> Iterator[int]:
    for bevinding in bevindingen:
        if bevinding.regel:
            yield from range(bevinding.regel, (bevinding.tot or bevinding.regel) + 1)


def _gezegd(gedrukt: str, regels: Sequence[Regel], gemeld: set[int]) -> bool:
    """Whether a finding is about a line that prints it; what the form does not print cannot be said of it."""
    patroon = re.compile(rf"(?<![\d.,]){re.escape(gedrukt)}(?![\d,.]\d)")
    waar = [regel.nummer for regel in regels if patroon.search(regel.gedrukt)]
    return not waar or any(nummer in gemeld for nummer in waar)


def _is(ding: Bedrag | Cijfer, getypt: dict[str, Any]) -> bool:
    """The same label, year, side and printed value; a side that the label names itself is typed with it.

    Of a row with rows of its own (`onder` has them, apart by "~") the whole is typed, with the side of the whole.
    """
    if ding.jaar != getypt["jaar"]:
        return False
    if isinstance(ding, Cijfer):
        return (_kaal(ding.naam), ding.gedrukt) == (_kaal(getypt["label"]), getypt["gedrukt"])
    van_doelstelling = f"Totaal {ding.post} ({ding.code})" if ding.doelstelling else ""
    namen = {_kaal(naam) for naam in (ding.post, f"{ding.code} {ding.post}", ding.code, van_doelstelling)}
    namen |= {f"{naam} {ding.kant}" for naam in namen} | {str(ding.kant)}
    waarde = (ding.als_gedrukt, ding.gedrukte_waarde, ding.schaal)
    heel, *onder = getypt["onder"].split("~")
    eigen = [_kaal(deel) for deel in onder] if _kaal(heel) == _kaal(getypt["label"]) else []
    return (
        bool({_kaal(getypt["label"]), *(_kaal(f"{heel} {deel}") for deel in eigen)} & namen)
        and (getypt["kant"] in ("", ding.kant) or ding.kant in eigen)
        and waarde == (getypt["gedrukt"], Decimal(getypt["waarde"]), getypt["schaal"])
    )


def _kaal(tekst: str) -> str:
    return re.sub(r"\W+", " ", tekst).strip().casefold()


def _docx(pagina: Path) -> bytes:
    """The page as a Word document: its headings, paragraphs and tables, with cells over more columns merged."""
    document = Document()
    for deel in lxml.html.fromstring(pagina.read_text(encoding="utf-8")).find(".//main").iter():
        if deel.tag in ("h1", "h2", "h3"):
            document.add_heading(deel.text_content().strip(), int(deel.tag[1]))
        elif deel.tag == "p":
            document.add_paragraph(deel.text_content().strip())
        elif deel.tag == "table":
            _zet_tabel(document, [[(cel, int(cel.get("colspan", 1))) for cel in rij] for rij in deel.iter("tr")])
    return als_bytes(document)


def _zet_tabel(document: Any, rijen: list[list[tuple[Any, int]]]) -> None:
    tabel = document.add_table(len(rijen), max(sum(breedte for _, breedte in rij) for rij in rijen))
    for nummer, rij in enumerate(rijen):
        plek = 0
        for cel, breedte in rij:
            vak = tabel.cell(nummer, plek)
            if breedte > 1:
                vak = vak.merge(tabel.cell(nummer, plek + breedte - 1))
            vak.text = "\n".join(_regels_van(cel))
            plek += breedte


def _regels_van(cel: Any) -> list[str]:
    """The lines of a cell, apart by a line break."""
    for einde in cel.iter("br"):
        einde.tail = f"\n{einde.tail or ''}"
    return [" ".join(regel.replace("\xa0", " ").split()) for regel in cel.text_content().split("\n")]
