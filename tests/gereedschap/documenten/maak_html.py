"""A bundled edition as a page saved from a digital budget portal, with the site around it."""

from collections.abc import Iterable, Sequence
from html import escape

from tests.gereedschap.documenten.bouwstenen import Bouwsteen, bouwstenen

# The site says the same names as the document, and figures of its own, at every place where a site does.
_BOVEN = """\
<!-- saved from url=(0042)https://voorbeeld.invalid/begroting/ -->
<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Doelstelling 1.9 Titel</title>
<link rel="stylesheet" href="https://voorbeeld.invalid/stijl.css">
<style>.menu { width: 12px }</style><script>var cijfers = [1, 2, 3];</script></head>
<body class="cookies-accepted">
<a class="skip-link" href="#inhoud">Direct naar de inhoud</a>
<div id="cookie-banner" role="dialog"><h2>Cookies</h2><p>Wij bewaren cookies 12 maanden.</p>
<button>Akkoord</button></div>
<header><a href="/">Begroting 2099</a><form><input name="zoek" value="12"></form></header>
<nav><ul><li><a href="#d1">Doelstelling 1.1 Menu</a></li>
<li><a href="#d2">Indicatoren, trendgrafieken en financiën</a></li></ul></nav>
<div class="zijbalk"><ul><li><a href="#d1">Doelstelling 1.6 Zijbalk</a><ul><li><a href="#x">Financiën</a></li></ul></li>
<li><a href="#d2">Indicatoren, trendgrafieken en financiën</a></li></ul></div>
<ol class="breadcrumb"><li><a href="/">Begin</a></li><li>Doelstelling 1.2 Kruimelpad</li></ol>
<main id="inhoud">
"""
_ONDER = """\
</main>
<aside><p>Deel deze pagina 12 34</p></aside>
<footer><p>Versie 12 34 56</p><noscript>Zet scripts aan 1 2 3</noscript></footer>
<img src="https://voorbeeld.invalid/teller.gif" alt="1 2 3"><iframe src="https://voorbeeld.invalid/"></iframe>
</body></html>
"""
_GRAFIEK = """\
<figure><svg viewBox="0 0 10 10"><text>181</text><text>209</text></svg><canvas>12 13</canvas>
<div class="visually-hidden"><table><tr><th>Type</th><th>2024</th><th>2026</th></tr>
<tr><th>Realisatie</th><td>999</td><td>-</td></tr></table></div>
<div style="position: absolute; left: -9999px"><table><tr><td>Jaar</td><td>999</td></tr></table></div></figure>
"""
_TERUG = '<p><a href="#menu">Terug naar navigatie - Doelstelling 1.3 Terug</a></p>'


def html_van(publicatie: str) -> bytes:
    """The edition: a part per heading that folds out, a chart with its hidden table, and a way back to the menu."""
    return pagina(_inhoud(bouwstenen(publicatie)))


def pagina(inhoud: str) -> bytes:
    """Any content with the site around it."""
    return f"{_BOVEN}{inhoud}{_ONDER}".encode()


def _inhoud(stenen: Iterable[Bouwsteen]) -> str:
    delen: list[str] = []
    for steen in stenen:
        if steen.soort == "tabel":
            delen.append(tabel(steen.rijen))
        elif steen.soort == "kop" and steen.tekst.startswith("Trendgrafiek"):
            delen.append(f"<h4>{escape(steen.tekst)}</h4>{_GRAFIEK}")
        elif steen.soort == "kop":
            delen.append(f"{_TERUG}<h3><button aria-expanded='true'>{escape(steen.tekst)}</button></h3>")
        elif steen.soort == "punt":
            delen.append(f"<ul><li><p>{escape(steen.tekst)}</p></li></ul>")
        else:
            delen.append(f"<p>{escape(steen.tekst)}</p>")
    return "\n".join(delen)


def tabel(rijen: Sequence[Sequence[str]]) -> str:
    """A table; each line of a cell ends with a <br>. Above two columns of one year the cell is merged."""
    kop, *onder = rijen
    return (
        f'<div class="table-responsive"><table>\n<thead>{_rij(kop, "th")}</thead>\n'
        f"<tbody>{''.join(_rij(rij, 'td') for rij in onder)}</tbody></table></div>"
    )


def _rij(teksten: Sequence[str], tag: str) -> str:
    if teksten[0] == "" and "" in teksten[1:]:
        cellen = "".join(f'<{tag} colspan="2">{escape(tekst)}</{tag}>' for tekst in teksten[1::2])
        return f"<tr><{tag}></{tag}>{cellen}</tr>\n"
    return "<tr>" + "".join(f"<{tag}>{_cel(tekst)}</{tag}>" for tekst in teksten) + "</tr>\n"


def _cel(tekst: str) -> str:
    return escape(tekst).replace(" ", "&nbsp;", 1).replace("\n", "<br>")
