"""More programmas in one document: what has the same name in both is not the same, and none of it gets lost."""

import pytest

from indicators.models import Bedrag, Vermelding
from ingest.models import Account, Rol
from ingest.ontwerp import maak_ontwerp
from tests.ingest.beoordelen import beantwoord_alles, editie, lever_aan, publiceer, vraag_over
from tests.ingest.mensen import ingelogd, maak_account
from tests.ingest.verzonnen import Doel, Indicator, Programma, schrijf

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


@pytest.fixture
def anna() -> Account:
    """Hands documents in."""
    return maak_account("anna", Rol.CONTROLEUR)


@pytest.fixture
def bert() -> Account:
    """Publishes them."""
    return maak_account("bert", Rol.CONTROLEUR)


def programma(code: str, naam: str, indicator: str, gemeten: str, kosten: str) -> Programma:
    rijen = [("Realisatie", [gemeten, "-", "-"]), ("Begroting PB 2027", ["-", "45 %", "46 %"])]
    doel = Doel(f"{code}.1", f"Doel van {naam}", [Indicator(indicator, [2025, 2027, 2028], rijen)], [kosten] * 5)
    saldi = [("Lasten", [kosten] * 6), ("Baten", ["0"] * 6), ("Saldo", [kosten] * 6)]
    return Programma(code, naam, [doel], saldi)


def gemeten() -> list[tuple[str, str]]:
    """Every realisatie of 2025 in PB 2027: its doelstelling and what is printed."""
    nieuw = Vermelding.objects.geldend().filter(bewoording__publicatie__naam="PB 2027", jaar=2025, soort="realisatie")
    return list(nieuw.values_list("bewoording__onder__code", "gedrukt"))


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


def test_twee_namen_voor_een_post(anna: Account, bert: Account) -> None:
    """Of two rows that would be kept as one nobody knows which holds: nothing is published."""
    document = lever_aan(editie().replace("610.03.200 BBZ", "610.03.250 Startersfonds"), anna.actor)
    beantwoord_alles(ingelogd(bert), document, post=("bestaande", {"slug": "buig"}))
    publiceer(ingelogd(bert), document, gezien=maak_ontwerp(document).vingerafdruk)
    assert document.staat == "te beoordelen"
    assert "(lasten) 2026 staat hier twee keer: op regel 725 en op regel 729." in document.reden


def test_een_ander_programma_vervangt_niet_wat_er_staat(anna: Account, bert: Account) -> None:
    """A file with only programma 2 would take programma 1 of that same begroting off the site."""
    zorg = programma("2", "Samen leven", "% Tevreden inwoners", "40 %", "-3.000")
    document = lever_aan(schrijf(2026, zorg, scheiding="\t").replace("PB 2027", "PB 2026"), anna.actor)
    beantwoord_alles(ingelogd(bert), document, **NIEUW)
    publiceer(ingelogd(bert), document, gezien=maak_ontwerp(document).vingerafdruk)
    assert document.staat == "te beoordelen"
    assert "PB 2026 staat al op de site, met programma 1. Dat staat niet in dit bestand" in document.reden
    assert Bedrag.objects.geldend().filter(benaming__publicatie__naam="PB 2026").exists()
