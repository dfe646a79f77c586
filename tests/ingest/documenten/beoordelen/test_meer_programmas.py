"""More programmas in one document: what has the same name in both is not the same, and none of it gets lost."""

import pytest
from django.test import Client

from indicators.models import Bedrag, Vermelding
from ingest.models import Account
from ingest.ontwerp.ontwerp import maak_ontwerp
from tests.gereedschap.beoordelen import beantwoord_alles, editie, kijk_na, lever_aan, publiceer, vraag_over
from tests.gereedschap.documenten.verzonnen import Doel, Indicator, Programma, schrijf
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

METING = {
    "omschrijving": "Inwoners die tevreden zijn.",
    "eenheid": "%",
    "decimalen": "0",
    "richting": "hoger",
    "soort_begroting": "raming",
    "meetperiode": "kalenderjaar",
    "ondergrens": "0",
}
NIEUW = {soort: ("nieuw", {}) for soort in ("programma", "doelstelling", "post")} | {"indicator": ("nieuw", METING)}


def programma(code: str, naam: str, indicator: str, gemeten: str, kosten: str) -> Programma:
    rijen = [("Realisatie", [gemeten, "-", "-"]), ("Begroting PB 2027", ["-", "45 %", "46 %"])]
    doel = Doel(f"{code}.1", f"Doel van {naam}", [Indicator(indicator, [2025, 2027, 2028], rijen)], [kosten] * 5)
    saldi = [("Lasten", [kosten] * 6), ("Baten", ["0"] * 6), ("Saldo", [kosten] * 6)]
    return Programma(code, naam, [doel], saldi)


def gemeten() -> list[tuple[str, str]]:
    """Every realisatie of 2025 in PB 2027: its doelstelling and what is printed."""
    nieuw = Vermelding.objects.geldend().filter(bewoording__publicatie__naam="PB 2027", jaar=2025, soort="realisatie")
    return list(nieuw.values_list("bewoording__onder__code", "gedrukt"))


@pytest.mark.drawn
def test_dezelfde_namen_in_twee_programmas(anna: Account, bert: Account) -> None:
    """The second indicator of one name is refused and asked about; a post is asked about in each programma."""
    zorg = programma("2", "Samen leven", "% Tevreden inwoners", "40 %", "-3.000")
    wonen = programma("3", "Wonen", "% Tevreden inwoners", "60 %", "-5.000")
    document = lever_aan(schrijf(2027, zorg, wonen, scheiding="\t"), anna.actor)
    assert "stond al op regel" in vraag_over(document, "rij").tekst
    beantwoord_alles(ingelogd(bert), document, **NIEUW)
    publiceer(ingelogd(bert), document)
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    assert gemeten() == [("2.1", "40 %")]
    lasten = Bedrag.objects.geldend().filter(benaming__publicatie__naam="PB 2027", benaming__naam="Lasten", jaar=2027)
    assert sorted(lasten.values_list("benaming__post__programma__code", "als_gedrukt")) == [
        ("2", "-3.000"),
        ("3", "-5.000"),
    ]


@pytest.mark.drawn
def test_twee_namen_voor_een_post(anna: Account, bert: Account) -> None:
    """Of two rows that would be kept as one nobody knows which holds: nothing is published."""
    document = lever_aan(editie().replace("610.03.200 BBZ", "610.03.250 Startersfonds"), anna.actor)
    beantwoord_alles(ingelogd(bert), document, post=("bestaande", {"slug": "buig"}))
    kijk_na(ingelogd(anna), document)
    publiceer(ingelogd(bert), document, gezien=maak_ontwerp(document).vingerafdruk)
    assert document.staat == "te beoordelen"
    assert "(lasten) 2026 staat hier twee keer: op regel 725 en op regel 729." in document.reden


def test_een_ander_programma_komt_naast_wat_er_staat(anna: Account, bert: Account) -> None:
    """A file with only programma 2 of PB 2026 is a publicatie of its own; programma 1 stays as it is."""
    er_was = Vermelding.objects.geldend().filter(bewoording__publicatie__naam="PB 2026").count()
    zorg = programma("2", "Samen leven", "% Tevreden inwoners", "40 %", "-3.000")
    document = lever_aan(schrijf(2026, zorg, scheiding="\t").replace("PB 2027", "PB 2026"), anna.actor)
    assert "PB 2026 programma 2" in vraag_over(document, "document").tekst
    beantwoord_alles(ingelogd(bert), document, **NIEUW)
    publiceer(ingelogd(bert), document)
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    assert Vermelding.objects.geldend().filter(bewoording__publicatie__naam="PB 2026").count() == er_was
    nieuw = Bedrag.objects.geldend().filter(benaming__publicatie__slug="PB-2026-programma-2", kant="lasten", jaar=2026)
    assert [(b.als_gedrukt, b.benaming.post.programma.code) for b in nieuw] == [("-3.000", "2")]
    home = tekst(haal(Client(), "/?programma=2"))
    assert "Programma 2: Samen leven" in home
    assert "Programmabegroting 2026-2029, programma 2" in home
    assert "Tevreden inwoners" not in tekst(haal(Client(), "/"))


@pytest.mark.drawn
def test_een_deel_van_wat_er_staat_neemt_de_rest_niet_mee(anna: Account, bert: Account) -> None:
    """PB 2027 with two programmas is on the site: a file with one of them would take the other off it."""
    zorg = programma("2", "Samen leven", "% Tevreden inwoners", "40 %", "-3.000")
    wonen = programma("3", "Wonen", "% Tevreden bewoners", "60 %", "-5.000")
    allebei = lever_aan(schrijf(2027, zorg, wonen, scheiding="\t"), anna.actor)
    beantwoord_alles(ingelogd(bert), allebei, **NIEUW)
    publiceer(ingelogd(bert), allebei)
    document = lever_aan(schrijf(2027, zorg, scheiding="\t"), anna.actor, "deel.txt")
    beantwoord_alles(ingelogd(bert), document, **NIEUW)
    publiceer(ingelogd(bert), document, gezien=maak_ontwerp(document).vingerafdruk)
    assert document.staat == "te beoordelen"
    assert "PB 2027 staat al op de site, met programma 3. Dat staat niet in dit bestand" in document.reden
    assert gemeten() == [("2.1", "40 %"), ("3.1", "60 %")]
