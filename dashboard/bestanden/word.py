"""HTML as our templates write it, as a Word document: so a document has the very words of the pages.

Headings, alinea's, lists, tables, pictures and links become those of Word; any other element is an error, and no
text is lost in silence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO

from docx.document import Document as Worddocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.html import HtmlElement, fragment_fromstring

from dashboard.bestanden.sjabloon import begin, stijl, zet_op_zijn_plek

ALINEAS = {
    "h1": "Heading 1",
    "h2": "Heading 2",
    "h3": "Heading 3",
    "p": "Normal",
    "li": "List Bullet",
    "figcaption": "Caption",
    "caption": "Caption",
}
"""Each with its built-in style, which every template of Word has by this name, whatever its language."""
OMVATTEND = {"div", "section", "ul", "figure"}
BLOKKEN = {*ALINEAS, *OMVATTEND, "table", "img"}
IN_DE_ZIN = {"a", "strong", "span", "th", "td"}
A4 = Mm(210)
KLEIN = Pt(9)
"""In a table: five columns must fit beside each other."""
BIJEEN = 12
"""A table with no more rows stays on one page."""
BREEDSTE = Mm(110)
"""Of a picture."""


@dataclass(frozen=True)
class Zinsdeel:
    """Text that is written in one way."""

    tekst: str
    vet: bool = False
    adres: str = ""


@dataclass(frozen=True)
class Schrijver:
    """Writes to the end of a document; an address within the site is one below `site`, without which it is no link."""

    document: Worddocument
    plaatjes: Mapping[str, bytes]
    site: str

    def schrijf(self, blok: HtmlElement) -> None:
        if blok.tag == "table":
            self._tabel(blok)
        elif blok.tag == "img":
            self._plaatje(blok)
        elif blok.tag in OMVATTEND and any(kind.tag in BLOKKEN for kind in blok):
            if _los(blok):
                raise ValueError(f"Tekst naast een blok: {_los(blok)}")
            for kind in blok:
                self.schrijf(kind)
        elif blok.tag in BLOKKEN:
            self._alinea(blok)
        else:
            raise ValueError(f"<{blok.tag}> heeft in Word geen vorm")

    def _alinea(self, blok: HtmlElement) -> None:
        if not (stukken := _stukken(blok)):
            return
        naam = ALINEAS.get(blok.tag, "Normal")
        if naam == "List Bullet" and naam not in self.document.styles:
            naam, stukken = "Normal", [Zinsdeel("• "), *stukken]
        alinea = self.document.add_paragraph(style=stijl(self.document, naam))
        if blok.tag == "caption":
            alinea.paragraph_format.keep_with_next = True
        self._zet(alinea, stukken)

    def _tabel(self, blok: HtmlElement) -> None:
        """Its heading is repeated on each page, a row stays on one, and figures stand on the right."""
        for titel in blok.iter("caption"):
            self._alinea(titel)
        regels = list(blok.iter("tr"))
        rijen = [list(regel) for regel in regels]
        tabel = self.document.add_table(len(rijen), len(rijen[0]), style=stijl(self.document, "Table Grid"))
        breedtes = self._breedtes(rijen)
        for kolom, breedte in zip(tabel.columns, breedtes, strict=True):
            kolom.width = breedte
        for nummer, (rij, cellen) in enumerate(zip(tabel.rows, rijen, strict=True)):
            eigenschappen = rij._tr.get_or_add_trPr()
            eigenschappen.append(OxmlElement("w:cantSplit"))
            if nummer == 0:
                eigenschappen.append(OxmlElement("w:tblHeader"))
            vet = nummer == 0 or regels[nummer].get("class") == "totaal"
            for vak, cel, breedte in zip(rij.cells, cellen, breedtes, strict=True):
                vak.width, [alinea] = breedte, vak.paragraphs
                # The sources below the table have the links.
                stukken = [replace(stuk, vet=stuk.vet or vet, adres="") for stuk in _stukken(cel)]
                self._zet(alinea, stukken)
                for run in alinea.runs:
                    run.font.size = KLEIN
                alinea.paragraph_format.keep_with_next = nummer + 1 < len(rijen) <= BIJEEN
                if "getal-kolom" in cel.get("class", ""):
                    alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.document.add_paragraph()

    @property
    def _breedte(self) -> Length:
        """That of a line."""
        bladzijde = self.document.sections[-1]
        return Length((bladzijde.page_width or A4) - (bladzijde.left_margin or 0) - (bladzijde.right_margin or 0))

    def _breedtes(self, rijen: list[list[HtmlElement]]) -> list[Length]:
        """Those of the columns of a table: as its longest word asks, and more where there is much to read."""
        maten = [max(_maat(cel.text_content()) for cel in kolom) for kolom in zip(*rijen, strict=True)]
        return [Length(self._breedte * maat // sum(maten)) for maat in maten]

    def _plaatje(self, blok: HtmlElement) -> None:
        alinea = self.document.add_paragraph()
        alinea.paragraph_format.keep_with_next = True
        plaatje = alinea.add_run().add_picture(
            BytesIO(self.plaatjes[blok.get("src", "")]), width=min(BREEDSTE, self._breedte)
        )
        plaatje._inline.docPr.set("descr", _met_een_spatie(blok.get("alt")))

    def _zet(self, alinea: Paragraph, stukken: list[Zinsdeel]) -> None:
        for stuk in stukken:
            adres = f"{self.site}{stuk.adres}" if self.site and stuk.adres.startswith("/") else stuk.adres
            run = self._link(alinea, adres) if adres.startswith(("https://", "http://")) else alinea.add_run()
            run.text, run.bold = stuk.tekst, stuk.vet or None

    def _link(self, alinea: Paragraph, adres: str) -> Run:
        """A run that leads somewhere: python-docx reads links, and does not make them."""
        link, run = OxmlElement("w:hyperlink"), OxmlElement("w:r")
        link.set(qn("r:id"), alinea.part.relate_to(adres, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(run)
        alinea._p.append(link)
        gemaakt = Run(run, alinea)
        gemaakt.underline = True
        return gemaakt


def als_docx(html: str, titel: str, plaatjes: Mapping[str, bytes], site: str) -> bytes:
    """The document; `plaatjes` has the picture of each <img> by its src."""
    document = begin()
    inhoud = document.element.body
    was = set(inhoud)
    schrijver = Schrijver(document, plaatjes, site)
    for blok in fragment_fromstring(html, create_parent="div"):
        schrijver.schrijf(blok)
    zet_op_zijn_plek(document, [element for element in inhoud if element not in was])
    eigenschappen = document.core_properties
    eigenschappen.title, eigenschappen.author, eigenschappen.comments = _met_een_spatie(titel), "Doelwijzer", ""
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


def _los(blok: HtmlElement) -> str:
    """What stands beside the elements of a block."""
    return "".join([blok.text or "", *(kind.tail or "" for kind in blok)]).strip()


def _stukken(element: HtmlElement) -> list[Zinsdeel]:
    """Its text as a browser shows it: without what is hidden, and with one space where there are more."""
    gevonden: list[Zinsdeel] = []
    for stuk in _ruw(element, Zinsdeel("")):
        begint = not gevonden or gevonden[-1].tekst.endswith((" ", "\n"))
        if tekst := stuk.tekst.lstrip(" ") if begint else stuk.tekst:
            gevonden.append(replace(stuk, tekst=tekst))
    return [*gevonden[:-1], replace(gevonden[-1], tekst=gevonden[-1].tekst.rstrip(" "))] if gevonden else []


def _ruw(element: HtmlElement, hoe: Zinsdeel) -> Iterator[Zinsdeel]:
    if element.tag not in IN_DE_ZIN | BLOKKEN:
        raise ValueError(f"<{element.tag}> heeft in Word geen vorm")
    yield replace(hoe, tekst=_met_een_spatie(element.text))
    for kind in element:
        if kind.tag == "br":
            yield replace(hoe, tekst="\n")
        elif "verborgen" not in kind.get("class", "").split():
            vet, adres = hoe.vet or kind.tag == "strong", kind.get("href", hoe.adres)
            yield from _ruw(kind, replace(hoe, vet=vet, adres=adres))
        yield replace(hoe, tekst=_met_een_spatie(kind.tail))


def _maat(tekst: str) -> int:
    """How wide a cell wants to be, in letters: its longest word on one line, and of a short text all."""
    return max(5, min(len(tekst), 18), *map(len, tekst.split())) + 3


def _met_een_spatie(tekst: str | None) -> str:
    """A space that keeps words together is no space here; what XML cannot have is one."""
    return re.sub(r"[\x00-\x20\ufffe\uffff]+", " ", tekst or "")
