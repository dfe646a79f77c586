"""What is read of a web page, line by line."""

import pytest

from ingest.lezer.bestanden.formaat import lees_regels


def lees(inhoud: bytes) -> list[str]:
    """The lines as printed, without the blank ones."""
    return [regel.gedrukt for regel in lees_regels(inhoud) if regel.gedrukt]


def html(inhoud: str) -> list[str]:
    return lees(f"<!doctype html><meta charset=utf-8><body>{inhoud}".encode())


# What a page says, and its lines; "|" is a tab.
PAGINAS = [
    pytest.param("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", ["a||b", "1|2|3"], id="colspan"),
    pytest.param("<table><tr><td rowspan=2>a<td>1<tr><td>2<tr><td>b<td>3</table>", ["a|1", "|2", "b|3"], id="rowspan"),
    pytest.param(
        "<table><tr><td>a<td rowspan=2 colspan=2>1<td>2<tr><td>b<td>3</table>", ["a|1||2", "b|||3"], id="beide-spans"
    ),
    pytest.param(
        "<table><thead><tr><th rowspan=9>a<th>b</thead><tbody><tr><td>c<td>1</table>",
        ["a|b", "c|1"],
        id="rowspan-blijft-in-de-kop",
    ),
    pytest.param("<table><tr><td>a<td rowspan=2>1<tr><td>b</table>", ["a|1", "b|"], id="rowspan-achteraan"),
    pytest.param("<table></table><table><tr></table><table><tr><td>a<td>1</table>", ["a|1"], id="lege-tabel"),
    pytest.param("<table>b<tr>c<td>a</td>d<td>1</table>", ["b", "c", "d", "a|1"], id="tekst-tussen-de-cellen"),
    pytest.param("<table><tr><td rowspan=0>a<td>1<tr><td>2</table>", ["a|1", "|2"], id="rowspan-nul"),
    pytest.param("<table><tr><td>a<td><td>2<td></table>", ["a||2|"], id="lege-cellen"),
    pytest.param("<table><tr><td>a<td>1<tr><td><td>&nbsp;<tr><td>b<td>2</table>", ["a|1", "b|2"], id="lege-rij"),
    pytest.param(
        "<table><tfoot><tr><td>c<td>3</tfoot><tbody><tr><td>b<td>2</tbody><thead><tr><td>a<td>1</thead></table>",
        ["a|1", "b|2", "c|3"],
        id="kop-boven-en-voet-onder",
    ),
    pytest.param("<table><tr><td>a<br>b<td><p>1</p></table>", ["a b|1"], id="regels-in-een-label"),
    pytest.param("<table><tr><th>a<th>Begroting<br>2025</table>", ["a|Begroting 2025"], id="regels-in-een-kop"),
    pytest.param(
        "<table><tr><td>a<br>- b<td>1<br>2<td><p>3</p><p>4</p><td></table>",
        ["a|1|3|", "- b|2|4|"],
        id="gesplitst",
    ),
    pytest.param("<table><tr><th>a<br>b<th>Raming<br>2025</table>", ["a b|Raming 2025"], id="woorden-in-een-kop"),
    pytest.param("<table><tr><td>a<br>b<td>1<td>3<br>4</table>", ["a b|1|3 4"], id="ongelijk-aantal-regels"),
    pytest.param(
        "<table><tr><td>boven<td><table><tr><td>a<td>1</table><tr><td>onder<td>x</table>",
        ["boven", "a|1", "onder", "x"],
        id="genest",
    ),
    pytest.param("<table><caption>Naam</caption><tr><td>a<td>1</table>", ["Naam", "a|1"], id="bijschrift"),
    pytest.param("<table><tr><td>a<td><img src=x><td>1</table>", ["a|[beeld]|1"], id="plaatje-is-niet-leeg"),
    pytest.param("<table><tr><td>a<td style='display:none'>9<td>1</table>", ["a|1"], id="verborgen-cel"),
    pytest.param("<table><tr><td>a<td style='visibility: hidden'>9<td>1</table>", ["a||1"], id="onzichtbare-cel"),
    pytest.param("<table><tr hidden><td>9<tr><td>a<td>1</table>", ["a|1"], id="verborgen-rij"),
    pytest.param(
        "<div role=table><div role=row><span role=rowheader>a</span><span role=cell>1</span></div></div>",
        ["a|1"],
        id="tabel-van-divs",
    ),
    pytest.param("<p>in 12,5<sup>1</sup> en CO<sub>2</sub></p>", ["in 12,5¹ en CO₂"], id="voetnoot"),
    pytest.param("<p>12<span style='vertical-align:super'>3</span></p>", ["12³"], id="voetnoot-met-stijl"),
    pytest.param(
        "<table><tr><td>a<td>46<a class=noot href='#n'>3</a><td>1<b>.234</b><td><span>4</span><i>2</i></table>",
        ["a|46 3|1.234|4 2"],
        id="cijfers-van-een-ander-element-zijn-misschien-een-voetnoot",
    ),
    pytest.param("<p>gezins&shy;woning&nbsp;is &euro;&#160;1</p>", ["gezinswoning is € 1"], id="tekens"),
    pytest.param("<p>een\n twee<br>drie</p>", ["een twee", "drie"], id="regels"),
    pytest.param("<p>was <del>12</del><ins>13</ins></p>", ["was 13"], id="doorgehaald"),
    pytest.param("<ul><li>een<li><p>twee</p><p>drie</p></ul>", ["- een", "- twee", "drie"], id="opsomming"),
    pytest.param("<ul><li></ul><p>tekst</p>", ["tekst"], id="lege-opsomming"),
    pytest.param("<p hidden>a</p><p style='display: none'>b</p><p class=sr-only>c</p><p>d</p>", ["d"], id="verborgen"),
    pytest.param("<p>a<!-- b --></p><script>c</script><style>d</style><template>e</template>", ["a"], id="geen-tekst"),
    pytest.param(
        "<table><tr><th>a<th><button>2024</button><tr><td>b <button>i</button><td>1</table>",
        ["a|2024", "b|1"],
        id="knoppen-in-een-tabel",
    ),
    pytest.param("<p>a</p><button>Sluiten</button><h2><button>kop</button></h2>", ["a", "kop"], id="knoppen"),
    pytest.param(
        "<button aria-controls=x>Uit</button><div id=x hidden><table><tr><td>a<td>1</table></div>",
        ["a|1"],
        id="dichtgeklapt",
    ),
    pytest.param("<a href=#x>Uit</a><div id=x hidden>b</div>", ["Uit", "b"], id="dichtgeklapte-tekst"),
    pytest.param(
        "<div style='display:none'><table><tr><td>a<td>1</table></div><div hidden><table><tr><td>x</table></div>",
        ["a|1"],
        id="dichtgeklapt-zonder-knop",
    ),
    pytest.param("<table hidden><tr><td>a<td>1</table>", [], id="verborgen-tabel"),
    pytest.param("<header><a>a</a></header><header><h2>kop</h2></header>", ["kop"], id="kop-boven-de-pagina"),
    pytest.param("<main><header>a</header><footer>b</footer></main><footer>c</footer>", ["a", "b"], id="voet"),
    pytest.param("<p class=kruimelpad>a</p><p id=cookie-melding>b</p><p>c", ["c"], id="melding-en-kruimelpad"),
    pytest.param("<p style='left: -9999px; position: absolute'>a</p><p>b", ["b"], id="buiten-beeld"),
    pytest.param("<div class=menu>a</div><div class=menu><h2>kop</h2></div>", ["kop"], id="kop-in-een-menu"),
    pytest.param(
        "<details><summary>kop</summary><table><tr><td>a<td>1</table></details>", ["kop", "a|1"], id="uitklapper"
    ),
    pytest.param("<aside><p>b</p><table><tr><td>a<td>1</table></aside>", ["b", "a|1"], id="cijfers-in-de-rand"),
    pytest.param("<aside><p>b</p><table><tr><td>a<td>x</table></aside><p>c", ["c"], id="rand-zonder-cijfers"),
    pytest.param("<p>b<main><table><tr><td>a<td>1</table></main>", ["a|1"], id="hoofddeel"),
    pytest.param(
        "<table><tr><td>b<td>2</table><main><table><tr><td>a<td>1</table></main>",
        ["b|2", "a|1"],
        id="buiten-main",
    ),
    pytest.param("<main><header><h1>kop</h1></header><p>a</main>", ["kop", "a"], id="kop-van-het-document"),
    pytest.param("<div class=navigation>a</div><div role=navigation>b</div><p>c", ["c"], id="menu-van-divs"),
    pytest.param("<ul><li><a>a</a><ul><li><a>b</a></ul></ul><p>c", ["c"], id="lijst-van-links"),
    pytest.param("<ul><li><a>a</a> b<li><a>c</a></ul>", ["- a b", "- c"], id="lijst-met-links-en-tekst"),
    pytest.param("<p><a href=#>Terug naar navigatie - Programma 1</a></p><p>a", ["a"], id="terug-naar"),
]


@pytest.mark.parametrize(("inhoud", "regels"), PAGINAS)
def test_webpagina(inhoud: str, regels: list[str]) -> None:
    assert [regel.replace("\t", "|") for regel in html(inhoud)] == regels


def koppen(inhoud: bytes) -> dict[str, tuple[bool, bool]]:
    return {regel.tekst: (regel.kop, regel.opsomming) for regel in lees_regels(inhoud) if regel.tekst}


def test_koppen_en_opsommingen_van_een_webpagina() -> None:
    zin = "<b>Een vette zin die zo lang is dat hij geen kop meer kan zijn" + " en nog langer" * 12 + "</b>"
    gelezen = koppen(
        f"<h1>een</h1><p><strong>twee</strong></p><p><b>drie</b> vier</p><ul><li>vijf</ul>{zin}"
        "<p><b>zes</b><br>Bron: CBS</p><p style='font-weight: 700'>zeven</p><div role=heading>acht</div>".encode()
    )
    assert [tekst for tekst, (kop, _) in gelezen.items() if kop] == ["een", "twee", "zes", "zeven", "acht"]
    assert [tekst for tekst, (_, punt) in gelezen.items() if punt] == ["vijf"]


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param("\ufeff<p>één €</p>".encode(), id="bom"),
        pytest.param('<meta charset="utf-8"><p>één €</p>'.encode(), id="utf-8"),
        pytest.param("<p>één €</p>".encode(), id="niet-verteld"),
        pytest.param('<html><meta charset="windows-1252"><p>één €</p>'.encode("cp1252"), id="windows-1252"),
        pytest.param(
            '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>één €</p>'.encode(
                "cp1252"
            ),
            id="latin-1-is-windows-1252",
        ),
        pytest.param('<?xml version="1.0" encoding="utf-8"?><html><p>één €</p></html>'.encode(), id="xhtml"),
    ],
)
def test_tekens_van_een_webpagina(inhoud: bytes) -> None:
    assert lees(inhoud) == ["één €"]
