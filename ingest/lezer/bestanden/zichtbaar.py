"""Which elements of a web page show, and which of those are the site around the document."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from ingest.lezer.bestanden.blokken import netjes

KOPPEN = {"h1", "h2", "h3", "h4", "h5", "h6", "summary"}
TABEL, RIJ, CEL = frozenset({"table"}), frozenset({"tr"}), frozenset({"td", "th"})
_LIJST = ("ul", "ol")
# Not text, or not printed; `del` is what a later version of the text took out.
_NOOIT = {
    *("area", "audio", "canvas", "datalist", "del", "embed", "head", "iframe", "img", "input", "link"),
    *("map", "math", "meta", "noframes", "noscript", "object", "option", "picture", "progress", "rp", "rt", "script"),
    *("select", "source", "style", "svg", "template", "textarea", "title", "video"),
}
_RAND = {"nav", "aside", "dialog", "menu", "search"}
_ROL_RAND = {
    *("alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation"),
    *("search", "toolbar", "tablist", "tooltip"),
}
_KLASSE_RAND = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|consent|breadcrumbs?|kruimel\w*|skip-?links?)(?:[\s_-]|$)", re.IGNORECASE
)
_KLASSE_MENU = re.compile(r"(?:^|[\s_-])(?:menu|navbar|navigatie|navigation)(?:[\s_-]|$)", re.IGNORECASE)
_KLASSE_SCHERMLEZER = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|show-for-sr|element-invisible|u-hidden-visually"
    r"|cdk-visually-hidden|assistive-text)(?:\s|$)",
    re.IGNORECASE,
)
_STIJL_VERBORGEN = re.compile(r"display:none|visibility:hidden|visibility:collapse")
_STIJL_SCHERMLEZER = re.compile(r"(?:^|;)(?:clip:rect|clip-path:inset\((?:50|100)%|(?:left|top|text-indent):-\d{3,})")
_EEN_PUNT = ("width:1px", "height:1px")
_WEGWIJZER = re.compile(r"(?:Terug naar|Ga naar|Direct naar|Spring naar|Naar boven|Naar de inhoud)\b", re.IGNORECASE)
_CIJFER = re.compile(r"\d")
_ROL_TABEL = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
    "heading": "h6",
}


def stijl_van(element: etree._Element) -> str:
    """Its own style, without white space."""
    return "".join(element.get("style", "").lower().split())


def _is_voor_schermlezer(stijl: str) -> bool:
    """Whether this style keeps it off the screen: cut off, moved away, or one point wide and high."""
    delen = stijl.split(";")
    return _STIJL_SCHERMLEZER.search(stijl) is not None or any(
        eerst in delen and any(deel.startswith(dan) for deel in delen[delen.index(eerst) + 1 :])
        for eerst, dan in (_EEN_PUNT, _EEN_PUNT[::-1])
    )


def elementsoort(element: etree._Element) -> str:
    """The tag, or the tag that its role makes of it: a portal may build its tables of divs."""
    return _ROL_TABEL.get(element.get("role", ""), str(element.tag))


def _met_kop(element: etree._Element) -> bool:
    """A heading under which tables may stand is never left out: they would count as those of the heading before."""
    return any(elementsoort(onder) in KOPPEN for onder in element.iter(etree.Element))


def _binnen(element: etree._Element, *namen: str) -> bool:
    return next(element.iterancestors(*namen), None) is not None


def ouders(elementen: Iterable[etree._Element]) -> set[etree._Element]:
    """Everything around these elements."""
    gevonden: set[etree._Element] = set()
    for element in elementen:
        for ouder in element.iterancestors():
            if ouder in gevonden:
                break
            gevonden.add(ouder)
    return gevonden


def _met_cijfer(element: etree._Element) -> bool:
    """Whether a digit stands in the element itself, outside its children."""
    return any(_CIJFER.search(tekst or "") for tekst in (element.text, *(kind.tail for kind in element)))


def _doelen(body: etree._Element) -> Iterator[str]:
    """The ids of what a button, a tab or a link on the page opens."""
    for knop in body.iter("a", "button", "div", "li", "span", "summary"):
        yield from knop.get("aria-controls", "").split()
        for naam in ("href", "data-target", "data-bs-target"):
            if knop.get(naam, "").startswith("#"):
                yield knop.get(naam, "")[1:]


def _is_linklijst(lijst: etree._Element) -> bool:
    """A menu: a list in which all text stands in links, and more than one."""
    in_links = "".join(tekst for link in lijst.iter("a") for tekst in link.itertext())
    alles = "".join(lijst.itertext())
    return len(list(lijst.iter("a"))) > 1 and "".join(in_links.split()) == "".join(alles.split())


class Zichtbaar:
    """What shows of a page: `elementen`, and whether each stands in a table; the document in it begins at `wortel`."""

    def __init__(self, body: etree._Element) -> None:
        self.body = body
        self.uitklapbaar = set(_doelen(body))
        self.elementen = self._verken()
        cijfers = [element for element, in_tabel in self.elementen.items() if in_tabel and _met_cijfer(element)]
        self.met_cijfers = {*cijfers, *ouders(cijfers)}
        self.wortel = self._wortel(cijfers)

    def _verken(self) -> dict[etree._Element, bool]:
        """Every element that shows, and whether it stands in a table."""
        gevonden = {self.body: False}
        for element in self.body.iterdescendants(etree.Element):
            in_tabel = gevonden.get(element.getparent())
            if in_tabel is not None and not self._is_weg(element):
                gevonden[element] = in_tabel or elementsoort(element) in TABEL
        return gevonden

    def _is_weg(self, element: etree._Element) -> bool:
        """What does not show: no text, hidden, or there for a screen reader only."""
        if element.tag in _NOOIT:
            return True
        # A heading that folds a part out, or one that sorts a column, is a button with text of the document.
        if element.tag == "button" and not _binnen(element, *KOPPEN, "th"):
            return True
        stijl = stijl_van(element)
        if _KLASSE_SCHERMLEZER.search(element.get("class", "")) or _is_voor_schermlezer(stijl):
            return True
        verborgen = element.get("hidden") is not None or _STIJL_VERBORGEN.search(stijl) is not None
        return verborgen and not self._is_dichtgeklapt(element)

    def _is_dichtgeklapt(self, element: etree._Element) -> bool:
        """A part that the page itself can open, or that holds a table with numbers: folded when it was saved."""
        if element.get("id") in self.uitklapbaar:
            return True
        return elementsoort(element) not in (TABEL | RIJ | CEL) and any(
            elementsoort(tabel) in TABEL and _CIJFER.search("".join(tabel.itertext()))
            for tabel in element.iterdescendants(etree.Element)
        )

    def _wortel(self, cijfers: list[etree._Element]) -> etree._Element:
        """The one main (or article) when all tables with numbers stand in it, else the body."""
        for naam in ("main", "article"):
            gevonden = [element for element in self.body.iter(naam) if element in self.elementen]
            if len(gevonden) == 1 and cijfers and set(cijfers) <= set(gevonden[0].iter(etree.Element)):
                return gevonden[0]
        return self.body

    def is_rand(self, element: etree._Element) -> bool:
        """Part of the site around the document, without a table with numbers in it."""
        if element in self.met_cijfers:
            return False
        if element.tag in ("header", "footer"):
            return not _binnen(element, "main", "article", "section") and not _met_kop(element)
        namen = f"{element.get('class', '')} {element.get('id', '')}"
        return (
            element.tag in _RAND
            or element.get("role", "").lower() in _ROL_RAND
            or _KLASSE_RAND.search(namen) is not None
            or (_KLASSE_MENU.search(namen) is not None and not _met_kop(element))
            or (element.tag in _LIJST and not _binnen(element, *_LIJST) and _is_linklijst(element))
            or (element.tag == "a" and _WEGWIJZER.match(netjes("".join(element.itertext()))) is not None)
        )
