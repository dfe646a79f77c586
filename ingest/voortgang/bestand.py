"""How far a year is, as a file: a row for each figure, with nothing in it that a spreadsheet would run."""

import io
from collections.abc import Iterable, Iterator
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from indicators.formules import begint_als_formule
from ingest.opgaven.werklijst import Taak
from ingest.werkblad.kolommen import schoon

BREEDTES = {
    "doelstelling": 44, "indicator": 50, "over": 20, "stand": 15, "uiterlijk": 13, "eigenaar": 24, "vervanger": 24,
    "te laat": 9,
}  # fmt: skip
"""The headings, each with the width of its column in a sheet."""
Inhoud = str | date


def voortgangrijen(taken: Iterable[Taak]) -> Iterator[list[Inhoud]]:
    """In the order of the page; without an owner or a date the cell is empty."""
    for taak in taken:
        van = taak.toedeling
        yield [
            str(taak.definitie.indicator.doelstelling or ""),
            taak.definitie.indicator.naam,
            taak.meting.over,
            taak.stand,
            taak.uiterlijk or "",
            van.eigenaar.naam if van.eigenaar else "",
            van.vervanger.naam if van.vervanger else "",
            "ja" if taak.is_te_laat else "nee",
        ]


def schrijf_voortgang_xlsx(rijen: Iterable[list[Inhoud]]) -> bytes:
    boek = Workbook()
    blad = boek.worksheets[0]
    blad.title = "Voortgang"
    blad.append([*BREEDTES])
    for nummer, rij in enumerate(rijen, start=2):
        for plaats, inhoud in enumerate(rij, start=1):
            cel = blad.cell(nummer, plaats)
            if isinstance(inhoud, date):
                cel.value, cel.number_format = inhoud, "DD-MM-YYYY"
            elif inhoud:
                cel.value, cel.data_type = schoon(inhoud), "s"  # never a formula
                cel.quotePrefix = begint_als_formule(inhoud)  # nor after it is edited
            cel.alignment = Alignment(wrap_text=True, vertical="top")
    for plaats, breedte in enumerate(BREEDTES.values(), start=1):
        blad.cell(1, plaats).font = Font(bold=True)
        blad.column_dimensions[get_column_letter(plaats)].width = breedte
    blad.freeze_panes = "C2"
    blad.auto_filter.ref = blad.dimensions
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
