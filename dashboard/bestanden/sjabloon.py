"""The Word document of the municipality that a hoofdstuk is put in: its look, its header and its footer stay."""

import logging
from copy import deepcopy
from zipfile import BadZipFile

from django.conf import settings
from docx import Document
from docx.document import Document as Worddocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt

PLEK = "{{ hoofdstuk }}"
"""The paragraph in which the hoofdstuk comes."""

logger = logging.getLogger(__name__)


def is_te_gebruiken(pad: str) -> bool:
    """Whether this is a Word document (.docx)."""
    try:
        Document(pad)
    except (PackageNotFoundError, BadZipFile, KeyError, OSError, ValueError):
        return False
    return True


def begin() -> Worddocument:
    """That of the settings; without one, or when it cannot be read, an empty page of A4."""
    if settings.SJABLOON:
        if is_te_gebruiken(settings.SJABLOON):
            return Document(settings.SJABLOON)
        logger.error("DOELWIJZER_SJABLOON is not there, or is no .docx")
    document = Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(10)
    for taal in document.styles.element.iter(qn("w:lang")):
        taal.set(qn("w:val"), "nl-NL")
    bladzijde = document.sections[0]
    bladzijde.page_width, bladzijde.page_height = Mm(210), Mm(297)
    bladzijde.left_margin = bladzijde.right_margin = bladzijde.top_margin = bladzijde.bottom_margin = Mm(25)
    return document


def stijl(document: Worddocument, naam: str) -> str:
    """The name of a built-in style; one that the document lacks is taken from the plain one, in its own letters."""
    if naam not in document.styles:
        nieuw = deepcopy(Document().styles[naam].element)
        for eigen in ("w:basedOn", "w:link", "w:next", "w:rFonts", "w:color"):
            for element in nieuw.findall(f".//{qn(eigen)}"):
                element.getparent().remove(element)
        document.styles.element.append(nieuw)
        if (gemaakt := document.styles[naam]).type == WD_STYLE_TYPE.PARAGRAPH:
            gemaakt.base_style = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    return naam


def zet_op_zijn_plek(document: Worddocument, erbij: list[BaseOxmlElement]) -> None:
    """Move what was added to the paragraph that asks for it; else it stays at the end."""
    plek = next((alinea._p for alinea in document.paragraphs if alinea.text.strip() == PLEK), None)
    if plek is None:
        return
    for element in erbij:
        plek.addprevious(element)
    plek.getparent().remove(plek)
