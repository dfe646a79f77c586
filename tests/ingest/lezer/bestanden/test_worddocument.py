"""What is read of a Word document, line by line."""

import pytest

from ingest.lezer.bestanden.formaat import lees_regels
from tests.gereedschap.documenten.maak_docx import docx_van, met_deel, uit_xml

OPGETILD, NIET_OPGETILD = '<w:position w:val="6"/>', '<w:position w:val="0"/>'
HOOG = '<w:vertAlign w:val="superscript"/>'


def lees(inhoud: bytes) -> list[str]:
    """The lines as printed, without the blank ones."""
    return [regel.gedrukt for regel in lees_regels(inhoud) if regel.gedrukt]


def docx(xml: str) -> list[str]:
    return lees(uit_xml(xml))


def p(tekst: str, eigenschappen: str = "", alinea: str = "") -> str:
    """A paragraph of Word."""
    return f"<w:p><w:pPr>{alinea}</w:pPr>{run(tekst, eigenschappen)}</w:p>"


def run(tekst: str, eigenschappen: str = "") -> str:
    return f'<w:r><w:rPr>{eigenschappen}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def tc(inhoud: str, eigenschappen: str = "") -> str:
    return f"<w:tc><w:tcPr>{eigenschappen}</w:tcPr>{inhoud if inhoud.startswith('<') else p(inhoud)}</w:tc>"


def tr(*cellen: str, eigenschappen: str = "") -> str:
    return f"<w:tr><w:trPr>{eigenschappen}</w:trPr>{''.join(cellen)}</w:tr>"


def tbl(*rijen: str) -> str:
    return f"<w:tbl>{''.join(rijen)}</w:tbl>"


def sdt(inhoud: str) -> str:
    return f"<w:sdt><w:sdtContent>{inhoud}</w:sdtContent></w:sdt>"


_VAK = "<w:txbxContent>{}</w:txbxContent>"
# The body of a Word document, and its lines.
DOCUMENTEN = [
    pytest.param(
        tbl(tr(tc("a", '<w:gridSpan w:val="2"/>'), tc("b")), tr(tc("1"), tc("2"), tc("3"))),
        ["a||b", "1|2|3"],
        id="hor",
    ),
    pytest.param(
        tbl(
            tr(tc("a", '<w:vMerge w:val="restart"/>'), tc("1")),
            tr(tc("weg", "<w:vMerge/>"), tc("2")),
            tr(tc("b"), tc("3")),
        ),
        ["a|1", "|2", "b|3"],
        id="hoog",
    ),
    pytest.param(
        tbl(tr(tc("1"), eigenschappen='<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>')),
        ["|1||"],
        id="inspringen",
    ),
    pytest.param(tbl(tr(tc(p("a") + p("b")), tc("1"))), ["a b|1"], id="alineas-in-een-cel"),
    pytest.param(tbl(tr(tc(p("a") + p("- b")), tc(p("1") + p("2")))), ["a|1", "- b|2"], id="gesplitst"),
    pytest.param(tbl(tr(tc("a"), tc("<w:p><w:r><w:drawing/></w:r></w:p>"))), ["a|[beeld]"], id="plaatje-is-niet-leeg"),
    pytest.param(
        tbl(tr(tc("a"), tc("<w:p><m:oMath><m:r><m:t>12</m:t></m:r></m:oMath></w:p>"))), ["a|[formule]"], id="formule"
    ),
    pytest.param(
        tbl(tr(tc("boven"), tc(tbl(tr(tc("a"), tc("1"))) + p("onder")))),
        ["boven", "a|1", "onder"],
        id="genest",
    ),
    pytest.param(
        p("a") + tbl(tr(tc("b"), tc("1"))) + p("c") + tbl(tr(tc("d"), tc("2"))), ["a", "b|1", "c", "d|2"], id="volgorde"
    ),
    pytest.param(
        sdt(p("a") + tbl(sdt(tr(tc("b"), tc("1"))))),
        ["a", "b|1"],
        id="inhoudsbesturing",
    ),
    pytest.param(
        f"<w:p>{run('was ')}<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>{run('13')}</w:ins></w:p>",
        ["was 13"],
        id="wijzigingen-bijgehouden",
    ),
    pytest.param(
        f"<w:p><w:moveFrom>{run('12')}</w:moveFrom><w:moveTo>{run('13')}</w:moveTo></w:p>", ["13"], id="verplaatst"
    ),
    pytest.param(tbl(tr(tc("9"), eigenschappen="<w:del/>"), tr(tc("a"), tc("1"))), ["a|1"], id="rij-verwijderd"),
    pytest.param(tbl(tr(tc("9", "<w:cellDel/>"), tc("a"), tc("1"))), ["a|1"], id="cel-verwijderd"),
    pytest.param(f"<w:p>{run('9', '<w:vanish/>')}{run('1')}</w:p>", ["1"], id="verborgen"),
    pytest.param(p("1", '<w:vanish w:val="0"/>'), ["1"], id="niet-verborgen"),
    pytest.param(f"<w:p>{run('12,5')}{run('1', HOOG)}</w:p>", ["12,5¹"], id="noot"),
    pytest.param(
        f"<w:p>{run('12')}{run('3', OPGETILD)}{run('4', NIET_OPGETILD)}</w:p>",
        ["12³4"],
        id="opgetilde-noot",
    ),
    pytest.param(
        f"<w:p>{run('12')}<w:r><w:footnoteReference w:id='7'/></w:r>{run(' 13')}"
        "<w:r><w:footnoteReference w:id='8'/></w:r></w:p>",
        ["12¹ 13²"],
        id="voetnoten",
    ),
    pytest.param(
        f"<w:p>{run('een')}<w:r><w:br/></w:r>{run('twee')}<w:r><w:tab/><w:noBreakHyphen/><w:t>3</w:t></w:r></w:p>",
        ["een", "twee -3"],
        id="tekens",
    ),
    pytest.param(p("a", alinea='<w:numPr><w:numId w:val="1"/></w:numPr>'), ["- a"], id="opsomming"),
    pytest.param(p("a", alinea='<w:numPr><w:numId w:val="0"/></w:numPr>'), ["a"], id="geen-opsomming"),
    pytest.param(
        f"<w:p>{run('a')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{_VAK.format(tbl(tr(tc('b'), tc('1'))))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{_VAK.format(p('dubbel'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["a", "b|1"],
        id="tekstvak",
    ),
    pytest.param(
        f"<w:p><w:hyperlink>{run('a')}</w:hyperlink><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>",
        ["a"],
        id="a",
    ),
]


@pytest.mark.parametrize(("xml", "regels"), DOCUMENTEN)
def test_worddocument(xml: str, regels: list[str]) -> None:
    assert [regel.replace("\t", "|") for regel in docx(xml)] == regels


def koppen(inhoud: bytes) -> dict[str, tuple[bool, bool]]:
    return {regel.tekst: (regel.kop, regel.opsomming) for regel in lees_regels(inhoud) if regel.tekst}


def test_koppen_en_opsommingen_van_een_worddocument() -> None:
    """By the style, by one that is based on it, by an outline level, and by bold alone."""
    inhoud = uit_xml(
        p("een", alinea='<w:pStyle w:val="Heading2"/>')
        + p("twee", alinea='<w:pStyle w:val="Kop9"/>')
        + p("drie", alinea='<w:outlineLvl w:val="3"/>')
        + p("vier", "<w:b/>")
        + f"<w:p>{run('vijf', '<w:b/>')}{run(' zes')}</w:p>"
        + p("zeven", alinea='<w:pStyle w:val="ListBullet"/>')
        + p("acht", alinea='<w:pStyle w:val="Verborgen"/>')
        + p("negen 12", alinea='<w:pStyle w:val="Inhopg1"/>')
    )
    stijlen = (
        '<w:style w:styleId="Kop9"><w:basedOn w:val="Heading1"/></w:style>'
        '<w:style w:styleId="Verborgen"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    gelezen = koppen(met_deel(inhoud, "word/styles.xml", lambda xml: xml.replace(b"</w:styles>", stijlen.encode())))
    assert gelezen == {
        "een": (True, False),
        "twee": (True, False),
        "drie": (True, False),
        "vier": (True, False),
        "vijf zes": (False, False),
        "zeven": (False, True),
    }


def test_kop_en_voettekst_van_word_worden_niet_gelezen() -> None:
    assert "12.345" not in "\n".join(lees(docx_van("PB 2023")))


def test_word_in_strikte_vorm() -> None:
    """The other name that the same elements may have (ISO strict)."""
    strikt = (b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main")
    assert lees(met_deel(uit_xml(p("a")), "word/document.xml", lambda xml: xml.replace(*strikt))) == ["a"]
