"""A bundled edition as a Word document, with the habits that Word documents have."""

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell

from tests.gereedschap.documenten.bouwstenen import bouwstenen


def docx_van(publicatie: str) -> bytes:
    """The edition: headings by style, items by numbering, tables with merged header cells, a page header."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Programmabegroting 12.345"
    for steen in bouwstenen(publicatie):
        if steen.soort == "tabel":
            zet_tabel(document, steen.rijen)
        elif steen.soort == "kop":
            document.add_heading(steen.tekst, 2)
        else:
            document.add_paragraph(steen.tekst, style="List Bullet" if steen.soort == "punt" else None)
    return als_bytes(document)


def zet_tabel(document: DocxDocument, rijen: Sequence[Sequence[str]]) -> Table:
    """A table at the end; each line of a cell is a paragraph. Above two columns of one year the cell is merged."""
    tabel = document.add_table(len(rijen), max(map(len, rijen)))
    for rij, teksten in zip(tabel.rows, rijen, strict=True):
        cellen = list(rij.cells)
        for cel, tekst in zip(cellen, teksten, strict=False):
            zet_tekst(cel, tekst)
        if teksten[0] == "" and "" in teksten[1:]:
            for nummer in range(1, len(cellen) - 1, 2):
                cellen[nummer].merge(cellen[nummer + 1])
    return tabel


def zet_tekst(cel: _Cell, tekst: str) -> None:
    eerste, *verder = tekst.split("\n")
    cel.text = eerste
    for regel in verder:
        cel.add_paragraph(regel)


def als_bytes(document: DocxDocument) -> bytes:
    bestand = BytesIO()
    document.save(bestand)
    return bestand.getvalue()


def uit_xml(xml: str) -> bytes:
    """A document with this as its body, in the prefixes w, mc, wps and v."""
    document = Document()
    body = document.element.body
    for kind in list(body):
        body.remove(kind)
    namen = nsdecls("w") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    for kind in list(parse_xml(f"<w:body {namen}>{xml}</w:body>")):
        body.append(kind)
    return als_bytes(document)


def met_deel(inhoud: bytes, naam: str, verander: Callable[[bytes], bytes | None]) -> bytes:
    """The same file with one part changed, or taken out where `verander` gives None."""
    nieuw = BytesIO()
    with zipfile.ZipFile(BytesIO(inhoud)) as oud, zipfile.ZipFile(nieuw, "w", zipfile.ZIP_DEFLATED) as bestand:
        for deel in oud.namelist():
            inhoud_van_deel = verander(oud.read(deel)) if deel == naam else oud.read(deel)
            if inhoud_van_deel is not None:
                bestand.writestr(deel, inhoud_van_deel)
    return nieuw.getvalue()


def zip_van(delen: dict[str, bytes], hoe: int = zipfile.ZIP_DEFLATED) -> bytes:
    inhoud = BytesIO()
    with zipfile.ZipFile(inhoud, "w", hoe) as bestand:
        for naam, deel in delen.items():
            bestand.writestr(naam, deel)
    return inhoud.getvalue()
