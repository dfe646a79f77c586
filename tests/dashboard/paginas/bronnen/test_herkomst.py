"""Each figure on each page links to the line that prints it, in both editions."""

import re

import pytest
from django.test import Client

from tests.gereedschap.documenten.documenten import STUKKEN
from tests.gereedschap.paginas import (
    ADRESSEN,
    CIJFERPAGINAS,
    PUBLICATIES,
    Pagina,
    cijferlink,
    gedrukte_regels,
    met_klasse,
    staat_in,
    tabel,
    tekst,
)

pytestmark = pytest.mark.django_db

NAAM = {naam.replace(" ", "-"): naam for naam in (*PUBLICATIES, *STUKKEN)}


@pytest.fixture(scope="module")
def gedrukt_op(pagina: Pagina) -> dict[str, str]:
    return gedrukte_regels(pagina)


@pytest.fixture(scope="module")
def gevolgd() -> set[str]:
    """The links that were followed already, on any page."""
    return set(ADRESSEN)


@pytest.mark.parametrize("adres", [*CIJFERPAGINAS, "/geld/?jaar=2025"])
def test_elk_cijfer_staat_op_de_regel_waar_het_naar_linkt(
    pagina: Pagina, gedrukt_op: dict[str, str], adres: str
) -> None:
    cijfers = list(met_klasse(pagina(adres), "cijfer"))

    assert cijfers
    for cijfer in cijfers:
        anders = re.search(r"\(gedrukt als (.*?)\), bron", cijfer.get("aria-label", ""))
        gedrukt = anders[1] if anders else tekst(cijfer)
        assert staat_in(gedrukt, gedrukt_op[cijfer.get("href", "")]), cijfer.get("aria-label")
        slug, _, nummer = cijfer.get("href", "").removeprefix("/bronnen/").strip("/").partition("/regels/")
        assert cijfer.get("aria-label", "").endswith(f", bron: {NAAM[slug]}, regel {nummer}")


@pytest.mark.parametrize("adres", [*CIJFERPAGINAS, "/geld/?jaar=2025"])
def test_elk_cijfer_linkt_naar_een_regel(pagina: Pagina, adres: str) -> None:
    gelezen = pagina(adres)

    for deel in gelezen.iter("table"):
        koppen, rijen = tabel(gelezen, deel.get("id", ""))
        for rij in rijen.values():
            for kop, veld in zip(koppen, rij, strict=True):
                if kop != "Verschil" and re.search("[0-9]", tekst(veld)) and not list(met_klasse(veld, "berekend")):
                    # a toelichting is words, with the line that they are from
                    naar_regel = any("/regels/" in a.get("href", "") for a in veld.iter("a"))
                    assert naar_regel if kop.startswith("Waarvoor") else cijferlink(veld), (adres, kop, tekst(veld))
    for klasse in ("kerncijfer__waarde", "indicator__stand", "indicator__genoemd", "doel__geld"):
        for deel in met_klasse(gelezen, klasse):
            assert cijferlink(deel) or not re.search("[0-9]", tekst(deel)), (adres, tekst(deel))


@pytest.mark.drawn
@pytest.mark.parametrize("adres", ADRESSEN)
def test_elke_link_op_de_site_leidt_ergens_heen(client: Client, pagina: Pagina, gevolgd: set[str], adres: str) -> None:
    links = {a.get("href", "").partition("#")[0] for a in pagina(adres).iter("a")}
    # A chapter takes a second to make: of each doelstelling that of one year.
    links = {href.partition("?")[0] if ".docx" in href else href for href in links}

    for href in sorted(links - gevolgd):
        if href.startswith("/"):
            gevolgd.add(href)
            assert client.get(href, follow=True).status_code == 200, href
