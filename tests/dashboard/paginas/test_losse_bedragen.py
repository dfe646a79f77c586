"""The table of loose amounts of a document: what a cell says of which the amount was not taken over."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.gereedschap.paginas import haal, tabel, tekst

pytestmark = pytest.mark.django_db

TABEL = """Begroting 2031

Gemeente Waterdam

Wat kost het?

{}
Omschrijving\tLasten 2030\tLasten 2031
Dijken\t1.210\t1.310
Polders\t2.220\t2.320
Correctie\t-4.230\t4.330
Meren\t-\t5.340

Zo ver.
"""


@pytest.fixture(autouse=True)
def leeg(settings: Settings) -> None:
    settings.LEEG, settings.GEMEENTE = True, "Waterdam"


def laad(map_: Path, eenheid: str) -> None:
    bestand = map_ / "begroting.txt"
    bestand.write_text(TABEL.format(eenheid))
    call_command("load_document", str(bestand), "--accepteer-fouten", verbosity=0)


@pytest.mark.parametrize(("adres", "welke"), [("/bronnen/PB-2031/", "overzicht"), ("/geld/", "geld-1")])
def test_wat_er_gedrukt_staat_en_niet_is_overgenomen_heet_niet_afwezig(
    client: Client, tmp_path: Path, adres: str, welke: str
) -> None:
    """The costs of one row have another sign than all others: the document prints them, the site has them not."""
    laad(tmp_path, "Bedragen x € 1.000")

    _, rijen = tabel(haal(client, adres), welke)
    assert {naam: [tekst(cel) for cel in rij] for naam, rij in rijen.items()} == {
        "Dijken (lasten)": ["1.210", "1.310"],
        "Polders (lasten)": ["2.220", "2.320"],
        "Correctie (lasten)": ["niet overgenomen", "4.330"],
        "Meren (lasten)": ["niet ingevuld", "5.340"],
    }
    assert [a.get("href") for a in rijen["Correctie (lasten)"][0].iter("a")] == ["/bronnen/PB-2031/regels/11/"]


@pytest.mark.parametrize(
    ("adres", "welke", "titel"),
    [
        ("/bronnen/PB-2031/", "overzicht", "Andere bedragen in dit document, in euro's"),
        ("/geld/", "geld-1", "Bedragen, in euro's"),
    ],
)
def test_hele_euros_blijven_hele_euros(client: Client, tmp_path: Path, adres: str, welke: str, titel: str) -> None:
    laad(tmp_path, "Bedragen in euro's")

    pagina = haal(client, adres)
    _, rijen = tabel(pagina, welke)
    assert [tekst(cel) for cel in rijen["Dijken (lasten)"]] == ["1.210", "1.310"]
    assert titel in [tekst(kop) for kop in pagina.iter("caption")]
    bestand = client.get(f"{adres}?tabel={welke}&als=csv").content.decode()
    assert f'Dijken (lasten),1210,1310,"{titel}"' in bestand
