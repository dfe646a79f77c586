"""The spreadsheet of an invoerder: its columns, and how it is written as XLSX and as CSV. Pure: rows in, bytes out."""

import csv
import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from indicators.formules import begint_als_formule, onschadelijk
from ingest.werkblad.kolommen import KOLOMMEN, Werkbladkolom, Werkbladregel, schoon

BLADNAAM = "Mijn cijfers"

UITLEG = """\
Wat is dit?|Uw cijfers over één jaar. Vul de witte kolommen in, bewaar het bestand en lees het in op de site.
Grijze kolommen|Om te lezen. Wat u daar verandert, nemen wij niet over. De sleutel zegt welk cijfer het is.
cijfer|Typ het cijfer zoals u gewend bent: 2.594 of 2,67 of 76%. Geen formule.
geen cijfer|Is er geen cijfer? Laat “cijfer” leeg en kies hier waarom.
voorlopig|Typ ja als het cijfer nog kan veranderen. Anders nee.
bron|Wie heeft dit gemeten? Bijvoorbeeld CBS.
gemeten op|Dag-maand-jaar, bijvoorbeeld 31-12-2025. Nodig als het cijfer op één dag geldt.
toelichting|Iedereen kan dit lezen. Noem geen namen van personen.
|Nodig als het doel niet is gehaald, als op de site een ander cijfer staat, en bij een sprong.
reden|Staat uw cijfer al op de site? Schrijf dan waarom het anders wordt.
Verborgen kolom|De laatste kolom, “stand”, is verborgen. Laat hem staan.
|Daarmee zien wij of iemand intussen hetzelfde cijfer opsloeg.
Wat kan er mis?|Niets wordt bewaard voordat u het op de site heeft gezien en bevestigd.
|Rijen met een fout houden de goede rijen niet tegen.
Rijen weghalen|Dat mag. Een rij die er niet staat, verandert niet."""


def schrijf_csv(regels: Iterable[Werkbladregel]) -> bytes:
    """As Dutch Excel writes it: semicolons, comma for decimals, and a mark in front for UTF-8."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow([kolom.kop for kolom in KOLOMMEN])
    for regel in regels:
        schrijver.writerow([onschadelijk(schoon(regel.cellen[kolom.kop])) for kolom in KOLOMMEN])
    return uit.getvalue().encode("utf-8-sig")


def schrijf_xlsx(regels: Iterable[Werkbladregel], jaar: int, redenen: Iterable[str]) -> bytes:
    """A sheet to fill in and one that explains it; `redenen` is what can be chosen where there is no figure."""
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    blad = boek.create_sheet(BLADNAAM)
    blad.append([kolom.kop for kolom in KOLOMMEN])
    for nummer, regel in enumerate(regels, start=2):
        for plaats, kolom in enumerate(KOLOMMEN, start=1):
            _vul(blad.cell(nummer, plaats), kolom, regel)
    _vormgeven(blad)
    _keuzes(blad, redenen)
    _leg_uit(boek.create_sheet("Uitleg"), jaar)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _vul(cel: Cell | MergedCell, kolom: Werkbladkolom, regel: Werkbladregel) -> None:
    tekst = schoon(regel.cellen[kolom.kop])
    cel.number_format = "@"  # else Excel makes a date of what is typed as 1-2
    if kolom.veld == "ingetypt":
        nullen = f".{'0' * regel.decimalen}" if regel.decimalen else ""
        # A real percentage: what the cell shows is what is read, however it was typed.
        cel.number_format = f"0{nullen}%" if regel.procent else f"#,##0{nullen}"
        if regel.waarde is not None:
            cel.value = regel.waarde / 100 if regel.procent else regel.waarde
    elif kolom.veld == "gemeten_op":
        cel.value, cel.number_format = regel.gemeten_op, "DD-MM-YYYY"
    elif tekst:
        cel.value, cel.data_type = tekst, "s"  # never a formula
        cel.quotePrefix = begint_als_formule(tekst)  # nor after it is edited
    cel.alignment = Alignment(wrap_text=True, vertical="top")
    cel.border = Border(bottom=Side("thin", "D0D0D0"))
    if not kolom.veld:
        cel.fill, cel.font = PatternFill("solid", "EDEDED"), Font(color="404040")


def _vormgeven(blad: Worksheet) -> None:
    for plaats, kolom in enumerate(KOLOMMEN, start=1):
        kop = blad.cell(1, plaats)
        kop.font, kop.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        kop.fill = PatternFill("solid", "CFE3F2" if kolom.veld else "D6D6D6")
        blad.column_dimensions[get_column_letter(plaats)].width = kolom.breedte
    blad.column_dimensions[get_column_letter(len(KOLOMMEN))].hidden = True
    blad.freeze_panes = "C2"


def _keuzes(blad: Worksheet, redenen: Iterable[str]) -> None:
    onder = max(blad.max_row, 2)
    for veld, woorden in (("geen", redenen), ("voorlopig", ("ja", "nee"))):
        letter = next(get_column_letter(n) for n, kolom in enumerate(KOLOMMEN, start=1) if kolom.veld == veld)
        keuze = DataValidation(type="list", formula1=f'"{",".join(woorden)}"', allow_blank=True)
        keuze.add(f"{letter}2:{letter}{onder}")
        blad.add_data_validation(keuze)


def _leg_uit(blad: Worksheet, jaar: int) -> None:
    blad.column_dimensions["A"].width, blad.column_dimensions["B"].width = 22, 100
    blad.append([f"Mijn cijfers over {jaar}"])
    blad["A1"].font = Font(bold=True, size=14)
    for regel in UITLEG.splitlines():
        blad.append(regel.split("|"))
        blad.cell(blad.max_row, 1).font = Font(bold=True)
        for plaats in (1, 2):
            blad.cell(blad.max_row, plaats).alignment = Alignment(wrap_text=True, vertical="top")
