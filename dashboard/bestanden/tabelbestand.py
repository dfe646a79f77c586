"""A table of a page as CSV or XLSX: exactly the cells on screen, in their order.

A number is a number in the file and keeps its decimals; a note that stands beside it in the cell gets a column of
its own. In XLSX a figure is linked to its line, as on the page.
"""

import csv
import io
from collections.abc import Iterable
from typing import TypeGuard
from urllib.parse import urljoin

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from dashboard.weergave.cellen import Celinhoud, Tabelcel
from dashboard.weergave.opmaak import opsomming
from dashboard.weergave.tabellen import Paginatabel
from indicators.formules import onschadelijk

BREEDSTE = 60


def tabel_als_csv(tabel: Paginatabel, _adres: str) -> bytes:
    """RFC 4180: UTF-8, comma, decimal point, CRLF. The last column is the caption: without it an amount has no unit."""
    koppen, rijen = _met_noten(tabel)
    uit = io.StringIO()
    schrijver = csv.writer(uit)
    schrijver.writerow([*koppen, "Tabel"])
    for rij in rijen:
        schrijver.writerow([*map(csv_tekst, rij), f"{tabel.opschrift}{_procenten(tabel, koppen, rij)}"])
    return uit.getvalue().encode()


def tabel_als_xlsx(tabel: Paginatabel, adres: str) -> bytes:
    """The table on the first sheet, and on the second what it is and the address of its page."""
    koppen, rijen = _met_noten(tabel)
    boek = Workbook()
    blad = boek.worksheets[0]
    blad.title = "Tabel"
    blad.append(koppen)
    for cel in blad[1]:
        cel.font, cel.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for nummer, rij in enumerate(rijen, start=2):
        for plaats, inhoud in enumerate(rij, start=1):
            vul_xlsx(blad.cell(nummer, plaats), inhoud, adres)
    for plaats, kop in enumerate(koppen):
        lengtes = [len(kop) // 2, *(len(_tekst(rij[plaats])) for rij in rijen)]
        blad.column_dimensions[get_column_letter(plaats + 1)].width = min(max(lengtes) + 3, BREEDSTE)
    blad.freeze_panes = "B2"
    herkomst = boek.create_sheet("Herkomst")
    herkomst.column_dimensions["A"].width, herkomst.column_dimensions["B"].width = 12, 100
    herkomst.append(["Tabel", tabel.opschrift])
    herkomst.append(["Adres", adres])
    herkomst.append(["Opgehaald", f"{timezone.localdate():%d-%m-%Y}"])
    herkomst.append(["Bron", "Elk gedrukt cijfer is gelinkt aan zijn regel. Verschillen zijn uitgerekend."])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def csv_tekst(inhoud: Celinhoud) -> str:
    """A cell in CSV: the number, else what can be read of it."""
    return str(inhoud.waarde) if _is_getal(inhoud) else onschadelijk(_tekst(inhoud))


def vul_xlsx(cel: Cell | MergedCell, inhoud: Celinhoud, adres: str) -> None:
    """Put a cell in a sheet; `adres` is that of the page, from which its line is found."""
    if _is_getal(inhoud):
        cel.value, cel.number_format = inhoud.waarde, _getalopmaak(inhoud)
    else:
        cel.value, cel.data_type = _tekst(inhoud) or None, "s"  # never a formula
    if inhoud.adres:
        cel.hyperlink = Hyperlink(ref="", target=urljoin(adres, inhoud.adres))


def _met_noten(tabel: Paginatabel) -> tuple[list[str], list[list[Celinhoud]]]:
    """The headings and rows in the order of the page, with a column for the notes where there are any."""
    rijen: list[list[Celinhoud]] = [[rij.hoofd, *tabel.cellen(rij)] for rij in tabel.rijen]
    koppen: list[str] = []
    kolommen: list[list[Celinhoud]] = []
    for plaats, kop in enumerate([tabel.kop, *(kolom.kop for kolom in tabel.kolommen)]):
        kolom = [rij[plaats] for rij in rijen]
        noten = [_noot(cel) for cel in kolom]
        koppen += [kop, f"{kop}, toelichting"] if any(noten) else [kop]
        kolommen += [kolom, [Tabelcel(noot) for noot in noten]] if any(noten) else [kolom]
    return koppen, [list(rij) for rij in zip(*kolommen, strict=True)]


def _noot(inhoud: Celinhoud) -> str:
    """Beside a number; words, and figures among words, keep their notes with them."""
    return ", ".join(inhoud.noten) if _is_getal(inhoud) else ""


def _tekst(inhoud: Celinhoud) -> str:
    return " ".join((inhoud.tekst if _is_getal(inhoud) else inhoud.leesbaar).split())


def _is_getal(inhoud: Celinhoud) -> TypeGuard[Tabelcel]:
    return isinstance(inhoud, Tabelcel) and inhoud.waarde is not None


def _procenten(tabel: Paginatabel, koppen: Iterable[str], rij: Iterable[Celinhoud]) -> str:
    """What is a percentage in this row; where the caption has a unit already, of which columns."""
    namen = [kop for kop, cel in zip(koppen, rij, strict=True) if _is_getal(cel) and cel.eenheid == "%"]
    if not namen:
        return ""
    return f", {opsomming(namen)} in procenten" if "€" in tabel.opschrift else ", in procenten"


def _getalopmaak(cel: Tabelcel) -> str:
    """How a spreadsheet shows the number so that it looks as on the page."""
    decimalen = len(str(cel.waarde).partition(".")[2])
    getal = ("#,##0" if "." in cel.tekst else "0") + (f".{'0' * decimalen}" if decimalen else "")
    if cel.eenheid:
        getal += f'"{cel.eenheid}"'
    return f"+{getal};-{getal};{getal}" if cel.tekst.startswith("+") else getal
