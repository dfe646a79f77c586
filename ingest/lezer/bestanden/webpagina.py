"""The lines of a web page, as saved from a digital portal: the document in it, without the site around it.

Read is what shows on the page: no scripts, no hidden text, no text for screen readers only (the table behind a chart
stands there again). Left out are menus, banners, page headers and footers, buttons and "Terug naar …" links, but never
a table with numbers: what holds one is read whole. A part that was folded when the page was saved is not hidden.
"""

import codecs
import re
from collections.abc import Iterator, Mapping

from lxml import etree, html

from ingest.lezer.bestanden.blokken import (
    SUBSCRIPT,
    SUPERSCRIPT,
    Alinea,
    Blok,
    Blokcel,
    Bloktabel,
    Tekststuk,
    naar_regels,
    netjes,
)
from ingest.lezer.bestanden.zichtbaar import CEL, KOPPEN, RIJ, TABEL, Zichtbaar, elementsoort, ouders, stijl_van
from ingest.lezer.regels import Onleesbaar, Regel

MEESTE_TAGS = 600_000
MEESTE_ATTRIBUTEN = 1_000  # of one element
_CODERING = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)

_IN_DE_ZIN = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins"),
    *("kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"),
    *("var", "wbr"),
}
_VET = re.compile(r"font-weight:(?:bold|[6-9]00)")
_NIET_VET = re.compile(r"font-weight:(?:normal|[1-5]00)")
_LAATSTE, _EERSTE = re.compile(r"[0-9]$"), re.compile(r"[0-9]")
_WIT = re.compile(r"[ \t\r\n\f]+")
_STANDEN = {"sup": SUPERSCRIPT, "sub": SUBSCRIPT}
_VOLGORDE = {"thead": 0, "tfoot": 2}
_BEELD = ("img", "svg", "canvas", "picture", "object", "math", "input", "select", "textarea")


def lees_html(inhoud: bytes) -> list[Regel]:
    """The lines of a web page, numbered from 1; raises Onleesbaar with a sentence in Dutch."""
    return naar_regels(_Pagina(_ontleed(_decodeer(inhoud))).blokken())


def _decodeer(inhoud: bytes) -> str:
    """The text by its BOM, by what it says itself, or as UTF-8."""
    if inhoud.startswith(codecs.BOM_UTF8):
        codering = "utf-8-sig"
    else:
        verklaard = _CODERING.search(inhoud[:4096])
        codering = verklaard[1].decode("ascii").lower() if verklaard else "utf-8"
    if codering in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"):
        codering = "windows-1252"  # as every browser does
    try:
        if codecs.lookup(codering).name not in ("utf-8", "utf-8-sig", "cp1252", "iso8859-15"):
            raise LookupError(codering)
        return inhoud.decode(codering)
    except (LookupError, UnicodeDecodeError) as fout:
        raise Onleesbaar(
            f"De tekens van deze webpagina zijn niet te lezen als {codering}. "
            "Open de pagina in een browser en bewaar haar opnieuw (UTF-8)."
        ) from fout


def _ontleed(tekst: str) -> etree._Element:
    """The page as a tree; nothing is fetched. What the parser would leave out silently is refused."""
    if tekst.count("<") > MEESTE_TAGS:
        raise Onleesbaar("Deze webpagina is te groot om te lezen. Bewaar alleen het deel met de programma's.")
    # Before there is a tree: to hang each attribute in it, the parser walks along all that hang there.
    etree.HTML(tekst.encode(), html.HTMLParser(encoding="utf-8", no_network=True, target=_Attributenteller()))
    ontleder = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        boom = html.document_fromstring(tekst.encode(), parser=ontleder, ensure_head_body=True)
    except etree.ParserError as fout:
        raise Onleesbaar("In deze webpagina staat geen tekst. Bewaar de pagina opnieuw.") from fout
    if any(melding.level == etree.ErrorLevels.FATAL for melding in ontleder.error_log):
        raise Onleesbaar(
            "Deze webpagina is zo diep genest of heeft zulke grote onderdelen dat zij niet heel te lezen is. "
            "Bewaar de pagina opnieuw, zonder afbeeldingen erin."
        )
    return boom


class _Attributenteller:
    """Raises Onleesbaar for an element with more attributes than any program writes."""

    def start(self, _tag: str, attributen: Mapping[str, str]) -> None:
        if len(attributen) > MEESTE_ATTRIBUTEN:
            raise Onleesbaar(
                f"Een onderdeel van deze webpagina heeft meer dan {MEESTE_ATTRIBUTEN} attributen. "
                "Open de pagina in een browser en bewaar haar opnieuw."
            )

    def close(self) -> None:
        """The parser wants it."""


class _Pagina:
    """One page: what in it is the document, and its blocks in order."""

    def __init__(self, boom: etree._Element) -> None:
        self.zichtbaar = Zichtbaar(boom.find("body"))
        self.om = {
            soorten: ouders(element for element in self.zichtbaar.elementen if elementsoort(element) in soorten)
            for soorten in (TABEL, RIJ, CEL)
        }
        self.klaar: list[Blok] = []
        self.stukken: list[Tekststuk] = []
        self.opsomming = self.in_cel = self.grens = False

    def blokken(self) -> list[Blok]:
        """The paragraphs and tables of the document, in order."""
        self._loop(self.zichtbaar.wortel)
        self._sluit()
        return self.klaar

    def _loop(self, element: etree._Element, vet: bool = False, stand: str = "", kop: bool = False) -> None:
        """Take in the content of an element, child after child."""
        self._schrijf(element.text, vet, stand)
        for kind in element:
            if kind in self.zichtbaar.elementen and not self.zichtbaar.is_rand(kind):
                self._element(kind, vet, stand, kop)
            self._schrijf(kind.tail, vet, stand)

    def _element(self, element: etree._Element, vet: bool, stand: str, kop: bool) -> None:
        soort = elementsoort(element)
        if soort == "br":
            self.stukken.append(Tekststuk("\n", vet))
        elif soort == "table":
            self._sluit(kop)
            self._tabel(element)
        elif soort in _IN_DE_ZIN or (kop and soort == "button"):
            stijl = stijl_van(element)
            vet = (vet or soort in ("b", "strong") or bool(_VET.search(stijl))) and not _NIET_VET.search(stijl)
            hoog = next((naam for naam in ("sup", "sub") if soort == naam or f"vertical-align:{naam}" in stijl), stand)
            self.grens = True
            self._loop(element, vet, hoog, kop)
            self.grens = True
        else:
            self._sluit(kop)
            self.opsomming = soort == "li" or (self.opsomming and soort in ("div", "p"))
            vet = (vet or bool(_VET.search(stijl_van(element)))) and not _NIET_VET.search(stijl_van(element))
            self._loop(element, vet, stand, kop or soort in KOPPEN)
            self._sluit(kop or soort in KOPPEN)
            self.opsomming = self.opsomming and soort != "li"

    def _schrijf(self, tekst: str | None, vet: bool, stand: str) -> None:
        if tekst:
            # A line break in the source is white space, not a break on the page.
            tekst = _WIT.sub(" ", tekst)
            tekst = tekst.translate(_STANDEN[stand]) if stand else tekst
            if self._is_ander_getal(tekst):
                self.stukken.append(Tekststuk(" "))
            self.stukken.append(Tekststuk(tekst, vet))
            self.grens = False

    def _is_ander_getal(self, tekst: str) -> bool:
        """Whether digits in a cell are of another element than those before: a stylesheet may raise them as a mark."""
        voor = self.stukken[-1].tekst if self.stukken else ""
        return self.in_cel and self.grens and _LAATSTE.search(voor) is not None and _EERSTE.match(tekst) is not None

    def _sluit(self, kop: bool = False) -> None:
        """End the paragraph, if there is one."""
        # A no-break space alone is no text, but it does make a blank line in a cell.
        if any(stuk.tekst.strip(" ") for stuk in self.stukken):
            self.klaar.append(Alinea(tuple(self.stukken), kop, self.opsomming and not kop))
            self.opsomming = False
        self.stukken = []

    def _tabel(self, tabel: etree._Element) -> None:
        """A table; one with another table in it only arranges the page, and is read cell after cell."""
        groepen = [[list(self._cellen(rij)) for rij in groep] for groep in self._groepen(tabel)]
        self._sluit()
        cellen = [cel for groep in groepen for rij in groep for cel in rij]
        if any(cel in self.om[TABEL] for cel in cellen):
            for cel in cellen:
                self._loop(cel)
                self._sluit()
            return
        rijen: list[tuple[Blokcel, ...]] = []
        for groep in groepen:
            # A cell ends with its group of rows, however many rows it says to cover.
            rijen += [tuple(self._cel(cel, len(groep) - nummer) for cel in rij) for nummer, rij in enumerate(groep)]
        self.klaar.append(Bloktabel(tuple(rijen)))

    def _groepen(self, tabel: etree._Element) -> list[list[etree._Element]]:
        """The rows per group as printed: head first, foot last."""
        groepen: dict[etree._Element, list[etree._Element]] = {}
        for rij in self._delen(tabel, RIJ):
            groepen.setdefault(rij.getparent(), []).append(rij)
        return [groepen[groep] for groep in sorted(groepen, key=lambda groep: _VOLGORDE.get(str(groep.tag), 1))]

    def _cellen(self, rij: etree._Element) -> Iterator[etree._Element]:
        return self._delen(rij, CEL)

    def _delen(self, houder: etree._Element, soorten: frozenset[str]) -> Iterator[etree._Element]:
        """The rows of a table or the cells of a row; what stands between them (a caption) goes before the table."""
        self._los(houder.text)
        for kind in houder:
            if elementsoort(kind) in soorten and (
                kind in self.zichtbaar.elementen or "visibility:hidden" in stijl_van(kind)
            ):
                yield kind
            elif kind in self.om[soorten]:
                yield from self._delen(kind, soorten)
            elif kind in self.zichtbaar.elementen:
                self._element(kind, vet=False, stand="", kop=False)
            self._los(kind.tail)

    def _los(self, tekst: str | None) -> None:
        """Text that stands in a table without a cell is a paragraph of its own."""
        self._schrijf(tekst, vet=False, stand="")
        self._sluit()

    def _cel(self, cel: etree._Element, rijen_over: int) -> Blokcel:
        breedte = _span(cel, "colspan")
        hoogte = min(_span(cel, "rowspan") or rijen_over, rijen_over)
        if cel not in self.zichtbaar.elementen:
            return Blokcel("", breedte, hoogte)
        buiten, self.klaar, self.in_cel = self.klaar, [], True
        self._loop(cel)
        self._sluit()
        binnen, self.klaar, self.in_cel = self.klaar, buiten, False
        regels = ["".join(stuk.tekst for stuk in blok.stukken) for blok in binnen if isinstance(blok, Alinea)]
        # The last line break of a paragraph shows as nothing.
        tekst = "\n".join(regel.removesuffix("\n") for regel in regels)
        # What is printed as a picture or a field cannot be read, but it is not blank either.
        met_beeld = not netjes(tekst) and next(cel.iter(*_BEELD), None) is not None
        return Blokcel("[beeld]" if met_beeld else tekst, max(1, breedte), hoogte)


def _span(cel: etree._Element, naam: str) -> int:
    """How many columns or rows a cell covers; 0 rows is all that are left."""
    waarde = cel.get(naam) or cel.get(f"aria-{naam}", "1")
    return int(waarde) if re.fullmatch(r"[0-9]{1,5}", waarde.strip()) else 1
