"""A bundled edition as an OpenDocument text, with the habits of LibreOffice."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from tests.gereedschap.documenten.bouwstenen import bouwstenen

_RUIMTEN = " ".join(
    f'xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{deel}:1.0"'
    for naam, deel in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        ("fo", "xsl-fo-compatible"),
    )
)
_MIME = "application/vnd.oasis.opendocument.text"
_VET = '<style:style style:name="V" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'


def odt_van(publicatie: str) -> bytes:
    """The edition: headings, items of lists, and tables with merged cells above two columns of one year."""
    delen = []
    for steen in bouwstenen(publicatie):
        if steen.soort == "tabel":
            delen.append(_tabel(steen.rijen))
        elif steen.soort == "kop":
            delen.append(f'<text:h text:outline-level="2">{_tekst(steen.tekst)}</text:h>')
        elif steen.soort == "punt":
            delen.append(f"<text:list><text:list-item>{_alinea(steen.tekst)}</text:list-item></text:list>")
        else:
            delen.append(_alinea(steen.tekst))
    return uit_xml("".join(delen))


def uit_xml(xml: str, voor: str = "") -> bytes:
    """A document with this as its text; `voor` stands before the document itself."""
    inhoud = (
        f'<?xml version="1.0"?>{voor}<office:document-content {_RUIMTEN}><office:automatic-styles>{_VET}'
        f"</office:automatic-styles><office:body><office:text>{xml}</office:text></office:body></office:document-content>"
    )
    bestand = BytesIO()
    with zipfile.ZipFile(bestand, "w") as zip_:
        zip_.writestr("mimetype", _MIME)
        zip_.writestr("content.xml", inhoud)
    return bestand.getvalue()


def _tabel(rijen: Sequence[Sequence[str]]) -> str:
    breedte = max(map(len, rijen))
    return f"<table:table>{''.join(_rij([*rij, *[''] * (breedte - len(rij))]) for rij in rijen)}</table:table>"


def _rij(teksten: Sequence[str]) -> str:
    if teksten[0] == "" and "" in teksten[1:]:
        paren = [teksten[nummer] for nummer in range(1, len(teksten) - 1, 2)]
        cellen = [_cel(teksten[0]), *(_cel(tekst, 2) + "<table:covered-table-cell/>" for tekst in paren)]
        return f"<table:table-row>{''.join(cellen)}</table:table-row>"
    return f"<table:table-row>{''.join(map(_cel, teksten))}</table:table-row>"


def _cel(tekst: str, breedte: int = 1) -> str:
    samen = f' table:number-columns-spanned="{breedte}"' if breedte > 1 else ""
    return f"<table:table-cell{samen}>{''.join(map(_alinea, tekst.split(chr(10))))}</table:table-cell>"


def _alinea(tekst: str) -> str:
    return f"<text:p>{_tekst(tekst)}</text:p>"


def _tekst(tekst: str) -> str:
    return escape(tekst).replace("  ", '<text:s text:c="2"/>')
