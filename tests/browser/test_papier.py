"""Every page as a PDF: no row is cut by the end of a sheet, and a table that fits on one stands on one.

Where something came on paper is read from the PDF: the place of every target of a link is in it, by name.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pytest
from django.utils import timezone
from django.utils.formats import date_format

from tests.gereedschap.browser import A4, MM, RAND, Bezoek
from tests.gereedschap.paginas import ADRESSEN, BRIEVEN

pytestmark = pytest.mark.browser

PUNT = 72 / 96  # from the pixels of a browser
KORT = (A4[0], 100)  # so short that tables do not fit
# Marks the top of the first sheet, and the first and last words of every cell, with links to them.
MERK = """() => {
    const links = document.body.appendChild(document.createElement("div"));
    links.hidden = true;
    const merk = (element, waar, naam) => {
        const plek = document.createElement("span"), link = document.createElement("a");
        plek.id = naam;
        link.href = `#${naam}`;
        element[waar](plek);
        links.append(link);
    };
    merk(document.querySelector("header"), "prepend", "bovenkant");
    return [...document.querySelectorAll("table")].filter(tabel => tabel.checkVisibility()).map((tabel, t) => {
        [...tabel.rows].forEach((rij, r) => [...rij.cells].forEach((cel, c) => {
            merk(cel, "prepend", `plek-${t}-${r}-begin-${c}`);
            merk(cel, "append", `plek-${t}-${r}-eind-${c}`);
        }));
        return [tabel.id, tabel.offsetHeight, tabel.tHead.offsetHeight];
    });
}"""
PLEK = re.compile(rb"/plek-(\d+)-(\d+)-\w+-\d+ \[(\d+) 0 R /XYZ [\d.]+ ([\d.]+) 0\]")
TOP = re.compile(rb"/bovenkant \[\d+ 0 R /XYZ [\d.]+ ([\d.]+) 0\]")


@dataclass
class Tabel:
    naam: str
    hoogte: float  # in points, as the rest
    kop: float
    vellen: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # that each row is on
    ruimte: dict[int, float] = field(default_factory=dict)  # per sheet, what is above its first row


def afgedrukt(papier: Bezoek, adres: str, vel: tuple[int, int]) -> list[Tabel]:
    """The tables of a page as they came on paper."""
    breedte, hoogte = vel
    page = papier.ga(adres)
    tabellen = [Tabel(naam, *(px * PUNT for px in maten)) for naam, *maten in page.evaluate(MERK)]
    pdf = page.pdf(width=f"{breedte}mm", height=f"{hoogte}mm")
    [boven] = map(float, TOP.findall(pdf))
    for nummer, rij, blad, y in PLEK.findall(pdf):
        tabel, ruimte = tabellen[int(nummer)], boven - float(y)
        tabel.vellen[int(rij)].add(int(blad))
        tabel.ruimte[int(blad)] = min(ruimte, tabel.ruimte.get(int(blad), ruimte))
    assert all(tabel.vellen for tabel in tabellen)
    return tabellen


def gesneden(tabellen: list[Tabel]) -> list[str]:
    return [f"{t.naam}, row {rij}" for t in tabellen for rij, vellen in t.vellen.items() if len(vellen) > 1]


@pytest.mark.parametrize("adres", ADRESSEN)
def test_tabellen_staan_heel_op_a4(papier: Bezoek, adres: str) -> None:
    tabellen = afgedrukt(papier, adres, A4)
    vel = (A4[1] - 2 * RAND) * MM * PUNT

    assert gesneden(tabellen) == []
    assert [tabel.naam for tabel in tabellen if tabel.hoogte <= vel and len(tabel.ruimte) > 1] == []


def test_een_lange_tabel_gaat_verder_met_een_hele_rij_onder_haar_kop(papier: Bezoek) -> None:
    tabellen = afgedrukt(papier, "/geld/", KORT)
    vervolg = [
        (tabel.naam, ruimte, tabel.kop)
        for tabel in tabellen
        for vel, ruimte in tabel.ruimte.items()
        if vel not in tabel.vellen[0]
    ]

    assert gesneden(tabellen) == []
    assert len(vervolg) >= 5
    assert [naam for naam, ruimte, kop in vervolg if ruimte < kop] == []


@pytest.mark.parametrize("adres", BRIEVEN)
def test_een_brief_is_een_vel(papier: Bezoek, adres: str) -> None:
    pdf = papier.ga(adres).pdf(format="A4")

    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


@pytest.mark.parametrize("adres", ["/geld/?jaar=2024", "/doelstellingen/1.5/", "/programmas/1/?vorm=brief"])
def test_op_elk_vel_staan_adres_datum_en_bron(papier: Bezoek, adres: str) -> None:
    page = papier.ga(adres)
    pdf = pdfium.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    verwacht = (
        f"{page.url}, {date_format(timezone.localdate(), 'j F Y')}. Bron: begrotingen en stukken van de gemeente "
        "Zoetermeer, tenzij anders vermeld; per cijfer op dit adres."
    )
    # The text of a PDF has its spaces where letters are far apart.
    vellen = ["".join(vel.get_textpage().get_text_range().split()) for vel in pdf]

    assert all("".join(verwacht.split()) in vel for vel in vellen)
    assert [f"{nummer}van{len(vellen)}" in vel for nummer, vel in enumerate(vellen, 1)] == [True] * len(vellen)
