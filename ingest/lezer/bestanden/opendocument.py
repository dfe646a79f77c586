"""The lines of an OpenDocument text (ODT): its paragraphs, lists and tables in the order in which they are printed.

Left out is what is not printed in the text itself: the table of contents, comments, and what tracked changes deleted. A
footnote leaves its mark as a superscript; its own text is not read.
"""

from collections.abc import Iterator
from itertools import islice
from zipfile import ZipFile

from lxml import etree

from ingest.lezer.bestanden.blokken import (
    BREEDST,
    MEESTE_CELLEN,
    SUPERSCRIPT,
    Alinea,
    Blok,
    Blokcel,
    Bloktabel,
    Tekststuk,
    naar_regels,
)
from ingest.lezer.bestanden.zipbestand import lees_xml
from ingest.lezer.regels import Onleesbaar, Regel

HOOFDDEEL = "content.xml"
MIME = b"application/vnd.oasis.opendocument.text"
_RUIMTE = "urn:oasis:names:tc:opendocument:xmlns:"
_KANTOOR, _TEKST, _TABEL = (f"{{{_RUIMTE}{deel}:1.0}}" for deel in ("office", "text", "table"))
_STIJL, _OPMAAK = f"{{{_RUIMTE}style:1.0}}", f"{{{_RUIMTE}xsl-fo-compatible:1.0}}"
# What stands around blocks without being one itself.
_DOORZICHTIG = {f"{_TEKST}section", f"{_TEKST}index-title"}
_NIET_GEDRUKT = {f"{_TEKST}note-body", f"{_KANTOOR}annotation", f"{_TEKST}tracked-changes"}
_VASTE_TEKENS = {f"{_TEKST}tab": " ", f"{_TEKST}line-break": "\n", f"{_TEKST}s": " "}
_OPNIEUW = "Open het in LibreOffice, bewaar het opnieuw en lever dat aan."


def lees_odt(bestand: ZipFile) -> list[Regel]:
    """The lines of an ODT, numbered from 1; raises Onleesbaar with a sentence in Dutch."""
    boom = lees_xml(bestand, HOOFDDEEL, "OpenDocument-bestand", _OPNIEUW)
    tekst = boom.find(f"{_KANTOOR}body/{_KANTOOR}text")
    if tekst is None:
        raise Onleesbaar(f"In dit OpenDocument-bestand staat geen tekst. {_OPNIEUW}")
    vet = {
        stijl.get(f"{_STIJL}name", "")
        for stijl in boom.iterfind(f"{_KANTOOR}automatic-styles/{_STIJL}style")
        if any(deel.get(f"{_OPMAAK}font-weight") == "bold" for deel in stijl.iter(f"{_STIJL}text-properties"))
    }
    return naar_regels(_blokken(tekst, vet))


def _blokken(houder: etree._Element, vet: set[str], *, in_lijst: bool = False) -> Iterator[Blok]:
    for kind in houder:
        if kind.tag == f"{_TEKST}h":
            yield Alinea(tuple(_stukken(kind, vet)), kop=True)
        elif kind.tag == f"{_TEKST}p":
            yield Alinea(tuple(_stukken(kind, vet)), opsomming=in_lijst)
        elif kind.tag == f"{_TEKST}list":
            for punt in kind.iterfind(f"{_TEKST}list-item"):
                yield from _blokken(punt, vet, in_lijst=True)
        elif kind.tag == f"{_TABEL}table":
            yield Bloktabel(tuple(islice(_rijen(kind, vet), MEESTE_CELLEN)))
        elif kind.tag in _DOORZICHTIG:
            yield from _blokken(kind, vet, in_lijst=in_lijst)


def _stukken(houder: etree._Element, vet: set[str], *, is_vet: bool = False) -> Iterator[Tekststuk]:
    """The text in an element, in runs of one weight."""
    is_vet = is_vet or houder.get(f"{_TEKST}style-name") in vet
    yield Tekststuk(houder.text or "", is_vet)
    for kind in houder:
        if kind.tag == f"{_TEKST}note":
            merk = kind.findtext(f"{_TEKST}note-citation") or ""
            yield Tekststuk(merk.translate(SUPERSCRIPT), is_vet)
        elif kind.tag in _VASTE_TEKENS:
            yield Tekststuk(_VASTE_TEKENS[kind.tag], is_vet)
        elif isinstance(kind.tag, str) and kind.tag not in _NIET_GEDRUKT:
            yield from _stukken(kind, vet, is_vet=is_vet)
        yield Tekststuk(kind.tail or "", is_vet)


def _rijen(tabel: etree._Element, vet: set[str]) -> Iterator[tuple[Blokcel, ...]]:
    """The rows, also of a header and of groups; a row that stands for more is given so often."""
    for rij in tabel.iter(f"{_TABEL}table-row"):
        if next(rij.iterancestors(f"{_TABEL}table")) is tabel:
            cellen = tuple(_cellen(rij, vet))
            for _ in range(_aantal(rij, "number-rows-repeated")):
                yield cellen


def _cellen(rij: etree._Element, vet: set[str]) -> Iterator[Blokcel]:
    for cel in rij.iterfind(f"{_TABEL}table-cell"):
        alineas = ["".join(stuk.tekst for stuk in _stukken(p, vet)) for p in cel.iter(f"{_TEKST}p", f"{_TEKST}h")]
        breedte, hoogte = _aantal(cel, "number-columns-spanned"), _aantal(cel, "number-rows-spanned")
        for _ in range(_aantal(cel, "number-columns-repeated")):
            yield Blokcel("\n".join(alineas), breedte, hoogte)


def _aantal(element: etree._Element, kenmerk: str) -> int:
    """How many columns or rows; an empty row or cell at the end of a sheet may be said to be there a million times."""
    waarde = element.get(f"{_TABEL}{kenmerk}", "1")
    return min(int(waarde), BREEDST) if waarde.isascii() and waarde.isdigit() and len(waarde) < 8 else 1
