"""The two editions as other programmas print them: Chromium, and LibreOffice with and without drawn lines."""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from tests.gereedschap.paden import VERWACHT

AANTAL = {"PB 2023": 211, "PB 2026": 298}
"""Figures with a value."""
VORMEN = ("basis-auto.chromium", "basis-breed.chromium", "lijn.lo", "kaal.lo")


def verwacht(publicatie: str) -> Counter[tuple[str, ...]]:
    """What was typed by hand: heading or table, name, kind or side, year, as printed."""
    naam = publicatie.replace(" ", "-")
    getypt: Counter[tuple[str, ...]] = Counter()
    with (VERWACHT / f"cijfers-{naam}.csv").open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            if rij["waarde"]:
                getypt[rij["doelstelling"], rij["naam"], rij["soort"], rij["jaar"], rij["gedrukt"]] += 1
    with (VERWACHT / f"bedragen-{naam}.csv").open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            if rij["bedrag_x1000"]:
                getypt[rij["tabel"], rij["post"], rij["kant"], rij["jaar"], rij["als_gedrukt"]] += 1
    return getypt


def gelezen(concept: Concept) -> Counter[tuple[str, ...]]:
    cijfers = [
        (c.doelstelling, c.naam, c.soort, str(c.jaar), c.gedrukt) for c in concept.cijfers if c.waarde is not None
    ]
    bedragen = [
        (b.tabel, b.post, b.kant, str(b.jaar), b.als_gedrukt) for b in concept.bedragen if b.gedrukte_waarde is not None
    ]
    return Counter([*cijfers, *bedragen])


@pytest.mark.documents
@pytest.mark.parametrize("publicatie", AANTAL)
@pytest.mark.parametrize("vorm", VORMEN)
def test_een_editie_uit_een_ander_programma_geeft_haar_cijfers(publicatie: str, vorm: str) -> None:
    """At least 99 % of them, and none under another name."""
    map_ = Path(os.environ["DOCUMENTS"]) / "echt" / "_edities"
    getypt = verwacht(publicatie)
    uit_pdf = gelezen(lees_document((map_ / f"{publicatie.replace(' ', '-')}-{vorm}.pdf").read_bytes()).concept)

    assert getypt.total() == AANTAL[publicatie]
    assert uit_pdf - getypt == Counter()
    assert uit_pdf.total() * 100 >= 99 * getypt.total()
