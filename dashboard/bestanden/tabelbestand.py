"""A table of a page as CSV or XLSX: exactly the cells on screen, in their order.

A number is a number in the file and keeps its decimals; a note that stands beside it in the cell gets a column of
its own. In XLSX a figure is linked to its line, as on the page.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html.parser import HTMLParser
from urllib.parse import urljoin

import django_tables2 as tables
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from dashboard.bestanden.export import FORMULE

GETAL = re.compile(r"([-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?)(\s?%)?")
JAAR = re.compile(r"(19|20|21)\d\d")
BREEDSTE = 60


@dataclass(frozen=True)
class Cel:
    """A cell as it is read from the page: its text, the note beside it, and the line it points to."""

    tekst: str
    noot: str = ""
    adres: str = ""

    @property
    def getal(self) -> Decimal | None:
        """The number, when the text is one: "-12.945", "6,80" or "71,0 %"."""
        gevonden = GETAL.fullmatch(self.tekst)
        return Decimal(gevonden[1].replace(".", "").replace(",", ".")) if gevonden else None

    @property
    def opmaak(self) -> str:
        """How a spreadsheet shows the number so that it looks as on the page."""
        gevonden = GETAL.fullmatch(self.tekst)
        if not gevonden or JAAR.fullmatch(self.tekst):
            return "0"
        decimalen = f".{'0' * len(gevonden[2])}" if gevonden[2] else ""
        plus = self.tekst.startswith("+")
        getal = f"{'#,##0' if '.' in gevonden[1] else '0'}{decimalen}" + ('" %"' if gevonden[3] else "")
        return f"+{getal};-{getal};{getal}" if plus else getal


class _Lezer(HTMLParser):
    """Text, note and first link of a cell; what only a screen reader hears is no part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tekst: list[str] = []
        self.noot: list[str] = []
        self.adres = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        gegeven = dict(attrs)
        if tag == "br":
            self.handle_data(" ")
            return
        self.open.append(gegeven.get("class") or "")
        self.adres = self.adres or gegeven.get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "verborgen" not in self.open:
            (self.noot if "stand" in self.open else self.tekst).append(data)


def lees_cel(html: str) -> Cel:
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    tekst, noot = (" ".join("".join(delen).split()) for delen in (lezer.tekst, lezer.noot))
    # Notes of several figures in one cell belong each to its own figure, so there the cell stays as it is.
    if noot and GETAL.fullmatch(tekst) is None:
        return Cel(" ".join(re.sub(r"<[^>]*>", " ", html).split()), adres=lezer.adres)
    return Cel(tekst, noot, lezer.adres)


def lees_tabel(tabel: tables.Table) -> tuple[list[str], list[list[Cel]]]:
    """The headings and rows of a table in the order of the page, with a column for the notes where there are any."""
    rijen = [[lees_cel(str(cel)) for _, cel in rij.items()] for rij in tabel.rows]
    met_noot = {plaats for rij in rijen for plaats, cel in enumerate(rij) if cel.noot}
    koppen: list[str] = []
    for plaats, kolom in enumerate(tabel.columns):
        kop = lees_cel(str(kolom.header)).tekst
        koppen += [kop, f"{kop}, toelichting"] if plaats in met_noot else [kop]
    return koppen, [list(_met_noten(rij, met_noot)) for rij in rijen]


def _met_noten(rij: list[Cel], met_noot: set[int]) -> Iterator[Cel]:
    for plaats, cel in enumerate(rij):
        yield cel
        if plaats in met_noot:
            yield Cel(cel.noot)


def als_csv(tabel: tables.Table, _adres: str) -> bytes:
    """RFC 4180: UTF-8, comma, decimal point, CRLF. The last column is the caption: without it an amount has no unit."""
    koppen, rijen = lees_tabel(tabel)
    in_procenten = ", in procenten" if any(cel.tekst.endswith("%") for rij in rijen for cel in rij) else ""
    uit = io.StringIO()
    schrijver = csv.writer(uit)
    schrijver.writerow([*koppen, "Tabel"])
    schrijver.writerows([*map(_in_csv, rij), f"{tabel.caption}{in_procenten}"] for rij in rijen)
    return uit.getvalue().encode()


def _in_csv(cel: Cel) -> str:
    if cel.getal is not None:
        return str(cel.getal)
    formule = re.match(FORMULE, cel.tekst) and cel.tekst != "-"
    return f"'{cel.tekst}" if formule else cel.tekst


def als_xlsx(tabel: tables.Table, adres: str) -> bytes:
    """The table on the first sheet, and on the second what it is and the address of its page."""
    koppen, rijen = lees_tabel(tabel)
    boek = Workbook()
    blad = boek.active
    blad.title = "Tabel"
    blad.append(koppen)
    for cel in blad[1]:
        cel.font, cel.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for nummer, rij in enumerate(rijen, start=2):
        for plaats, inhoud in enumerate(rij, start=1):
            _vul(blad.cell(nummer, plaats), inhoud, adres)
    for plaats, kop in enumerate(koppen):
        lengtes = [len(kop) // 2, *(len(rij[plaats].tekst) for rij in rijen)]
        blad.column_dimensions[get_column_letter(plaats + 1)].width = min(max(lengtes) + 3, BREEDSTE)
    blad.freeze_panes = "B2"
    herkomst = boek.create_sheet("Herkomst")
    herkomst.column_dimensions["A"].width, herkomst.column_dimensions["B"].width = 12, 100
    herkomst.append(["Tabel", str(tabel.caption)])
    herkomst.append(["Adres", adres])
    herkomst.append(["Opgehaald", f"{timezone.localdate():%d-%m-%Y}"])
    herkomst.append(["Bron", "Elk gedrukt cijfer is gelinkt aan zijn regel. Verschillen zijn uitgerekend."])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _vul(cel: Cell, inhoud: Cel, adres: str) -> None:
    if inhoud.getal is not None:
        cel.value, cel.number_format = inhoud.getal, inhoud.opmaak
    else:
        cel.value, cel.data_type = inhoud.tekst or None, "s"  # never a formula
    if inhoud.adres:
        cel.hyperlink = urljoin(adres, inhoud.adres)
