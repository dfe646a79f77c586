"""The same edition as text, as a Word document and as a web page: the same figures."""

from collections.abc import Callable
from typing import Any

import pytest

from indicators.models import Vermelding
from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.bestanden.herkenning import Formaat, herken_bestand
from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from tests.gereedschap.documenten.documenten import PUBLICATIES, tekst_van
from tests.gereedschap.documenten.maak_docx import docx_van, zip_van
from tests.gereedschap.documenten.maak_html import html_van
from tests.gereedschap.documenten.maak_odt import odt_van
from tests.gereedschap.laden import Laad

Maak = Callable[[str], bytes]
MAKERS = [pytest.param(docx_van, id="docx"), pytest.param(html_van, id="html"), pytest.param(odt_van, id="odt")]


def cijfers(concept: Concept) -> list[tuple[Any, ...]]:
    return [(c.doelstelling, c.naam, c.soort, c.editie, c.jaar, c.gedrukt) for c in concept.cijfers]


def bedragen(concept: Concept) -> list[tuple[Any, ...]]:
    return [(b.tabel, b.post, b.kant, b.jaar, b.als_gedrukt) for b in concept.bedragen]


@pytest.mark.parametrize("publicatie", PUBLICATIES)
@pytest.mark.parametrize("maak", MAKERS)
def test_dezelfde_cijfers_als_in_de_tekst(maak: Maak, publicatie: str) -> None:
    tekst = lees_document(tekst_van(publicatie).encode()).concept
    gelezen = lees_document(maak(publicatie)).concept
    assert gelezen.publicatie == publicatie
    assert cijfers(gelezen) == cijfers(tekst)
    assert sorted(bedragen(gelezen)) == sorted(bedragen(tekst))
    assert gelezen.fouten == []


@pytest.mark.parametrize("maak", MAKERS)
def test_cijfers_die_gedrukt_staan(maak: Maak) -> None:
    """Typed from the documents."""
    van_2023 = lees_document(maak("PB 2023")).concept
    van_2026 = lees_document(maak("PB 2026")).concept
    assert (len(van_2023.cijfers), len(van_2023.bedragen), len(van_2026.cijfers)) == (100, 196, 94)
    assert ("1.6", "Aantal bijstandsuitkeringen", "realisatie", "PB 2023", 2021, "2.594") in cijfers(van_2023)
    assert ("1.4", "Toename aantal arbeidsplaatsen", "begroting", "PB 2022", 2025, "0") in cijfers(van_2023)
    assert ("1.5", "Uitstroom naar werk", "realisatie", "PB 2026", 2024, "181") in cijfers(van_2026)
    assert ("uitsplitsing", "BUIG", "baten", 2023, "-51.699") in bedragen(van_2023)
    assert ("uitsplitsing", "SHV", "baten", 2024, "") in bedragen(van_2023)
    assert ("uitsplitsing", "Saldo", "saldo", 2026, "16.411") in bedragen(van_2023)
    assert ("programma", "Toevoegingen", "toevoegingen", 2027, "-3.357") in bedragen(van_2026)
    assert ("nieuw-beleid", "Work in Nederland (WIN)", "saldo", 2027, "150") in bedragen(van_2026)
    assert ("bezuinigingen", "Citymarketing", "saldo", 2029, "47") in bedragen(van_2026)


def test_portaal_om_het_document_heen() -> None:
    """Nothing of the site is read: menus, banners, charts and what only a screen reader says."""
    regels = "\n".join(regel.gedrukt for regel in lees_regels(html_van("PB 2023")))
    for van_de_site in ("Menu", "Zijbalk", "Kruimelpad", "Terug", "Cookies", "2099", "999", "12 34", "scripts"):
        assert van_de_site not in regels


def test_regels_zijn_genummerd_en_een_blok_eindigt_met_een_lege_regel() -> None:
    regels = lees_regels(b"<p>a</p><table><tr><td>b<td>1<tr><td>c<td>2</table><p>d</p>")
    assert [(regel.nummer, regel.gedrukt) for regel in regels] == [
        (1, "a"),
        (2, ""),
        (3, "b\t1"),
        (4, "c\t2"),
        (5, ""),
        (6, "d"),
        (7, ""),
    ]


@pytest.mark.parametrize(
    ("inhoud", "formaat"),
    [
        pytest.param(docx_van("PB 2023"), Formaat.DOCX, id="docx"),
        pytest.param(zip_van({"word/document2.xml": b""}), Formaat.DOCX, id="docx-met-ander-nummer"),
        pytest.param(b"\xef\xbb\xbf \n<!DOCTYPE html><p>a", Formaat.HTML, id="doctype-achter-bom"),
        pytest.param(b"<?xml version='1.0'?>\n<!-- a --><!-- b -->\n<HTML lang=nl>", Formaat.HTML, id="commentaar"),
        pytest.param(b"<table><tr>", Formaat.HTML, id="tabel"),
        pytest.param(b"<body class=x>", Formaat.HTML, id="body"),
        pytest.param(b"<https://voorbeeld.invalid/>\n# kop", Formaat.TEKST, id="link-in-markdown"),
        pytest.param(b"# kop\n<table>", Formaat.TEKST, id="markdown"),
        pytest.param(b"<b>Saldo</b>\t1", Formaat.TEKST, id="tekst-met-opmaak"),
        pytest.param(b"<!-- " * 100_000, Formaat.TEKST, id="open-commentaar"),
        pytest.param(b"<!---->" * 100_000 + b"a", Formaat.TEKST, id="veel-commentaar"),
    ],
)
def test_formaat_naar_inhoud(inhoud: bytes, formaat: Formaat) -> None:
    assert herken_bestand(inhoud).formaat is formaat


@pytest.mark.parametrize("maak", MAKERS)
def test_laden_met_de_opdrachtregel(laad: Laad, maak: Maak) -> None:
    """The same command, whatever the file is called: as many figures as test_laden.py loads from the text."""
    afloop = laad(maak("PB 2023"))
    assert (afloop.code, afloop.stderr) == (0, "")
    assert afloop.stdout == "PB 2023: gepubliceerd, 296 nieuwe cijfers en bedragen.\n"
    assert Vermelding.objects.get(gedrukt="2.594").waarde == 2594
