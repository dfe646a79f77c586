"""The synonyms that a griffier keeps: put on the list, taken off it, and refused with what is wrong."""

import pytest
from django.test import Client

from indicators.models import Synoniem, Wijziging
from tests.gereedschap.lezen import akkoord, schrijf, velden
from tests.gereedschap.paginas import haal, tekst

pytestmark = pytest.mark.django_db
ADRES = "/werk/zoekwoorden/"


def test_een_griffier_zet_een_woord_op_de_lijst_en_haalt_het_weg(griffier: Client) -> None:
    griffier.post(ADRES, {"woord": " Huizenbelasting", "ook": "OZB"})
    assert "huizenbelasting vindt ook: ozb" in tekst(haal(griffier, ADRES))

    griffier.post(ADRES, {"weg": Synoniem.objects.get(woord="huizenbelasting").pk})
    assert "huizenbelasting vindt ook: ozb" not in tekst(haal(griffier, ADRES))
    assert Wijziging.objects.filter(tabel="indicators_synoniem", actor__isnull=False).count() == 2


@pytest.mark.parametrize(
    ("woord", "ook", "fout"),
    [
        ("twee woorden", "ozb", "Typ één woord, zonder spaties."),
        ("", "ozb", "Typ één woord, zonder spaties."),
        ("ozb", "OZB", "Dit is hetzelfde woord. Typ een ander."),
        ("schuldhulp", "SHV", "Dit staat al op de lijst."),
    ],
)
def test_wat_geen_twee_woorden_zijn_komt_er_niet_op(griffier: Client, woord: str, ook: str, fout: str) -> None:
    Synoniem.objects.get_or_create(woord="schuldhulp", ook="shv")
    aantal = Synoniem.objects.count()

    antwoord = griffier.post(ADRES, {"woord": woord, "ook": ook})

    assert antwoord.status_code == 422
    assert fout in antwoord.content.decode()
    assert Synoniem.objects.count() == aantal


def test_een_invoerder_houdt_de_lijst_niet_bij(edities: None, schrijver: Client) -> None:
    assert schrijver.get(ADRES).status_code == 403


def test_een_griffier_legt_een_woord_uit_en_een_ander_ziet_het(
    edities: None, griffier: Client, controleur: Client
) -> None:
    """PB 2026 882 has "PSZ", which nothing explains yet."""
    begrip = schrijf(griffier, "begrip", velden(882, 882, wat="PSZ", zin="Peuterspeelzaal."))
    assert "PSZ" not in tekst(haal(controleur, "/begrippen/"))

    akkoord(controleur, begrip)

    assert "PSZ Peuterspeelzaal. (PB 2026, regel 882)" in tekst(haal(controleur, "/begrippen/"))
    assert controleur.get("/begrippen/woorden.json").json()["PSZ"] == "Peuterspeelzaal."
