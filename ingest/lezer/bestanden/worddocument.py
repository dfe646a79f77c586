"""The lines of a Word document (DOCX): its paragraphs and tables in the order in which they are printed.

Only two parts of the file are unpacked, the text and its styles; python-docx would open every part, and its texts lack
what tracked changes inserted. Left out is what is not printed in the text itself: headers, footers, comments, the
table of contents, hidden text and what tracked changes deleted. A footnote leaves its mark as a superscript; its own
text is not read. A number that Word makes itself (of a heading or in a list) stands nowhere in the file: a
heading "1.1 Doelstelling" numbered by its style reads as "Doelstelling".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from zipfile import ZipFile

from lxml import etree

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
from ingest.lezer.bestanden.zipbestand import lees_xml
from ingest.lezer.regels import Onleesbaar, Regel

HOOFDDEEL = re.compile(r"word/document\d*\.xml")
_STIJLEN = "word/styles.xml"
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_ANDERE = (
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_ONWAAR = ("0", "false", "off", "none")
# What stands around text without being text itself.
_DOORZICHTIG = {
    *("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"),
    *("AlternateContent", "Choice"),
}
_VASTE_TEKENS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_WAT = ("Word-bestand", "Open het in Word, bewaar het opnieuw en lever dat aan.")


def lees_docx(bestand: ZipFile) -> list[Regel]:
    """The lines of a DOCX, numbered from 1; raises Onleesbaar with a sentence in Dutch."""
    namen = [naam for naam in bestand.namelist() if HOOFDDEEL.fullmatch(naam)]
    if not namen:
        raise Onleesbaar("In dit Word-bestand staat geen tekst. Open het in Word, bewaar het opnieuw en lever dat aan.")
    document = lees_xml(bestand, namen[0], *_WAT)
    body = next((kind for kind in document if _naam(kind) == "body"), None)
    if body is None:
        raise Onleesbaar("In dit Word-bestand staat geen tekst. Open het in Word, bewaar het opnieuw en lever dat aan.")
    if next(body.iter(*(f"{{{ruimte}}}altChunk" for ruimte in _WORD)), None) is not None:
        raise Onleesbaar(
            "In dit Word-bestand is een ander bestand ingevoegd, dat hier niet te lezen is. "
            "Open het in Word, bewaar het opnieuw en lever dat aan."
        )
    stijlen = _Stijlen(lees_xml(bestand, _STIJLEN, *_WAT) if _STIJLEN in bestand.namelist() else None)
    return naar_regels(_Wordtekst(stijlen).blokken(body))


_OPGETILD = re.compile(r"[1-9]\d*")
"""How far characters stand above their line; a raised digit is a mark, however it was raised."""


@lru_cache(maxsize=1_000)
def _kale_naam(tag: str) -> str:
    ruimte, _, naam = tag[1:].rpartition("}")
    return naam if ruimte in (*_WORD, *_ANDERE) else ""


def _naam(element: etree._Element) -> str:
    """The name of an element of Word itself; "" for what belongs to drawings and the like."""
    return _kale_naam(element.tag) if isinstance(element.tag, str) else ""


def _kenmerk(element: etree._Element, naam: str) -> str:
    return element.get(f"{{{_WORD[0]}}}{naam}") or element.get(f"{{{_WORD[1]}}}{naam}") or ""


def _kind(element: etree._Element | None, *pad: str) -> etree._Element | None:
    for stap in pad:
        element = next((kind for kind in element if _naam(kind) == stap), None) if element is not None else None
    return element


def _waarde(element: etree._Element | None, *pad: str) -> str | None:
    """The w:val of the element at the end of the path; "" where it has none, None where it is not there."""
    gevonden = _kind(element, *pad)
    if gevonden is None:
        return None
    return _kenmerk(gevonden, "val")


def _getal(element: etree._Element | None, *pad: str) -> int:
    waarde = _waarde(element, *pad) or ""
    return int(waarde) if re.fullmatch(r"[0-9]{1,4}", waarde) else 0


@dataclass
class _Stijlen:
    """What the styles of the document say, with what they take over from the style that they are based on."""

    deel: etree._Element | None
    per_naam: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for stijl in self.deel if self.deel is not None else ():
            if _naam(stijl) == "style":
                self.per_naam.setdefault(_kenmerk(stijl, "styleId"), stijl)

    def waarde(self, eigen: etree._Element | None, stijl: str | None, *pad: str) -> str | None:
        """The value of a property: on the spot itself, or else in its style or one of those below it."""
        gevonden = _waarde(eigen, *pad[1:])
        gezien: set[str] = set()
        while gevonden is None and stijl and stijl not in gezien and stijl in self.per_naam:
            gezien.add(stijl)
            gevonden = _waarde(self.per_naam[stijl], *pad)
            stijl = _waarde(self.per_naam[stijl], "basedOn")
        return gevonden

    def naam(self, stijl: str | None) -> str:
        """The name of a style as Word keeps it, in English whatever the language of Word ("heading 1", "toc 2")."""
        element = self.per_naam.get(stijl or "")
        return (_waarde(element, "name") or "").lower()


def _aan(waarde: str | None) -> bool:
    return waarde is not None and waarde not in _ONWAAR


@dataclass
class _Wordtekst:
    """Walks the text; counts the footnotes, whose numbers are not in the file."""

    stijlen: _Stijlen
    noten: int = 0

    def blokken(self, houder: etree._Element) -> Iterator[Blok]:
        """The paragraphs and tables in an element, each with the text boxes that are anchored in it after it."""
        for kind in _leden(houder):
            if _naam(kind) == "p":
                yield from self._alinea(kind)
            elif _naam(kind) == "tbl":
                yield from self._tabel(kind)

    def _alinea(self, p: etree._Element) -> Iterator[Blok]:
        eigen = _kind(p, "pPr")
        stijl = _waarde(eigen, "pStyle")
        naam = self.stijlen.naam(stijl)
        if not naam.startswith("toc "):
            niveau = self.stijlen.waarde(eigen, stijl, "pPr", "outlineLvl")
            kop = naam.startswith("heading ") or naam == "title" or niveau in tuple("012345678")
            nummering = self.stijlen.waarde(eigen, stijl, "pPr", "numPr", "numId")
            yield Alinea(tuple(self._stukken(p, stijl)), kop, not kop and _aan(nummering))
        for vak in _tekstvakken(p):
            yield from self.blokken(vak)

    def _stukken(self, houder: etree._Element, stijl: str | None) -> Iterator[Tekststuk]:
        for kind in _leden(houder):
            if _naam(kind) == "r":
                yield from self._run(kind, stijl)
            elif _naam(kind) in ("oMath", "oMathPara"):
                yield Tekststuk("[formule]")  # a fraction read as text would be another number

    def _run(self, run: etree._Element, stijl_alinea: str | None) -> Iterator[Tekststuk]:
        eigen = _kind(run, "rPr")

        def waarde(naam: str) -> str | None:
            van_tekens = self.stijlen.waarde(eigen, _waarde(eigen, "rStyle"), "rPr", naam)
            return van_tekens if van_tekens is not None else self.stijlen.waarde(None, stijl_alinea, "rPr", naam)

        if _aan(waarde("vanish")):
            return
        vet, stand = _aan(waarde("b")), waarde("vertAlign")
        if _OPGETILD.fullmatch(waarde("position") or ""):
            stand = "superscript"
        for kind in run:
            tekst = self._teken(kind)
            if stand in ("superscript", "subscript"):
                tekst = tekst.translate(SUPERSCRIPT if stand == "superscript" else SUBSCRIPT)
            yield Tekststuk(tekst, vet)

    def _teken(self, element: etree._Element) -> str:
        naam = _naam(element)
        if naam == "t":
            # A line break in the file is white space, not a break on the page.
            return " ".join(re.split(r"[\r\n]", element.text or ""))
        if naam in ("footnoteReference", "endnoteReference"):
            self.noten += 1
            return str(self.noten).translate(SUPERSCRIPT)
        if naam == "sym":
            teken = _kenmerk(element, "char")
            return chr(int(teken, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", teken) else ""
        return _VASTE_TEKENS.get(naam, "")

    def _tabel(self, tabel: etree._Element) -> Iterator[Blok]:
        """A table; one with another table in it only arranges the page, and is read cell after cell."""
        rijen = [rij for rij in _leden(tabel) if _naam(rij) == "tr" and not _verborgen_rij(rij)]
        if any(_naam(onder) == "tbl" for rij in rijen for cel in _leden(rij) for onder in _leden(cel)):
            for rij in rijen:
                for cel in _leden(rij):
                    yield from self.blokken(cel)
            return
        yield Bloktabel(tuple(self._rij(rij) for rij in rijen))
        for rij in rijen:
            for vak in _tekstvakken(rij):
                yield from self.blokken(vak)

    def _rij(self, rij: etree._Element) -> tuple[Blokcel, ...]:
        # Word keeps the rows that a merged cell covers as cells of their own, so that nothing has to be counted.
        ervoor, erna = (_getal(rij, "trPr", naam) for naam in ("gridBefore", "gridAfter"))
        cellen = [self._cel(cel) for cel in _leden(rij) if _naam(cel) == "tc" and not _verwijderd(cel)]
        return (*[Blokcel("")] * ervoor, *cellen, *[Blokcel("")] * erna)

    def _cel(self, cel: etree._Element) -> Blokcel:
        breedte = max(1, _getal(cel, "tcPr", "gridSpan"))
        samen = _waarde(cel, "tcPr", "vMerge")
        if samen is not None and samen != "restart":
            return Blokcel("", breedte)  # Word shows nothing of what may stand in it
        alineas = [self._stukken(p, _waarde(p, "pPr", "pStyle")) for p in _leden(cel) if _naam(p) == "p"]
        tekst = "\n".join("".join(stuk.tekst for stuk in alinea) for alinea in alineas)
        # What is printed as a picture cannot be read, but it is not blank either.
        return Blokcel("[beeld]" if not netjes(tekst) and _met_beeld(cel) else tekst, breedte)


def _leden(houder: etree._Element) -> Iterator[etree._Element]:
    """The children, with those inside content controls, links and inserted text in their place."""
    for kind in houder:
        if _naam(kind) in _DOORZICHTIG:
            yield from _leden(kind)
        elif _naam(kind):
            yield kind


def _met_beeld(cel: etree._Element) -> bool:
    return any(_naam(onder) in ("drawing", "pict", "object") for onder in cel.iter(etree.Element))


def _verwijderd(cel: etree._Element) -> bool:
    return _kind(cel, "tcPr", "cellDel") is not None


def _verborgen_rij(rij: etree._Element) -> bool:
    eigenschappen = _kind(rij, "trPr")
    return _aan(_waarde(eigenschappen, "del")) or _aan(_waarde(eigenschappen, "hidden"))


def _tekstvakken(houder: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored here, in their newer form where the file has both; not those in another text box."""
    for kind in houder:
        if not isinstance(kind.tag, str) or etree.QName(kind).localname == "Fallback":
            continue
        if _naam(kind) == "txbxContent":
            yield kind
        elif _naam(kind) not in ("del", "moveFrom"):
            yield from _tekstvakken(kind)
