"""The tables among the lines of a document: which lines are rows, which columns they have, and what is in each cell.

A table with drawn lines has its cells between those. In another one the columns are where values stand below
each other. A blank cell is found by place. A row that cannot be placed so keeps the pieces that it has: the grammar
then refuses it by their number. Nothing is placed by guessing.
"""

from collections.abc import Sequence

from ingest.lezer.pdf.kaders import omlijnde_tabellen
from ingest.lezer.pdf.lijnen import PdfLijn
from ingest.lezer.pdf.tabelrijen import PdfTabel
from ingest.lezer.pdf.zonder_lijnen import tabellen_zonder_lijnen


def vind_tabellen(lijnen: Sequence[PdfLijn]) -> list[PdfTabel]:
    """The tables in reading order; `lijnen` are those of the whole document, without running heads."""
    met_lijnen = omlijnde_tabellen(lijnen)
    tabellen: list[PdfTabel] = []
    begin = 0
    for tabel in [*met_lijnen, PdfTabel(len(lijnen), len(lijnen))]:
        tabellen += tabellen_zonder_lijnen(lijnen, begin, tabel.van)
        tabellen += [tabel] if tabel.rijen else []
        begin = tabel.tot
    return tabellen
