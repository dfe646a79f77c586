"""On the site: a sum of which something was not read is not told as one that does not add up."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from tests.gereedschap.documenten.documenten import Schade, anders, tekst_van
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = pytest.mark.django_db

ADRES = "/klopt-het/"


def laad(map_: Path, publicatie: str, schade: Schade) -> None:
    bestand = map_ / "PB.txt"
    bestand.write_text(schade(tekst_van(publicatie)), encoding="utf-8")
    call_command("load_document", str(bestand), "--accepteer-fouten", verbosity=0)


def test_een_geweigerde_rij(client: Client, tmp_path: Path) -> None:
    laad(tmp_path, "PB 2023", anders(512, "2.084\t", "2.O84\t"))
    pagina = haal(client, ADRES)

    onbekend = tekst(met_id(pagina, "niet-na-te-rekenen"))
    for jaar in range(2022, 2027):
        assert f"{jaar} in PB 2023" in onbekend
    assert "Alle posten samen (lasten) bij doelstelling 1.6 (2022). Niet gelezen is regel 512." in onbekend
    assert "Alle posten" not in tekst(met_id(pagina, "telt-niet-op"))
    assert "Van 5 weten wij het niet, omdat niet alles is gelezen." in tekst(pagina)
    assert "5 zijn niet na te rekenen: daarvan is niet alles gelezen." in tekst(haal(client, "/"))


def test_een_bedrag_dat_nog_niet_bekend_is(client: Client, tmp_path: Path) -> None:
    laad(tmp_path, "PB 2023", anders(512, "2.084\t", "pm\t"))

    onbekend = tekst(met_id(haal(client, ADRES), "niet-na-te-rekenen"))
    assert "Niet na te rekenen (1)" in onbekend
    assert "Niet gelezen is regel 512 (SHV)." in onbekend


def test_een_doelstelling_zonder_bedragen(client: Client, tmp_path: Path) -> None:
    laad(tmp_path, "PB 2026", anders(532, "-2.616", "-2.6l6"))
    pagina = haal(client, ADRES)

    assert "Niet gelezen is doelstelling 1.2." in tekst(met_id(pagina, "niet-na-te-rekenen"))
    assert "Telt niet op (0)" in tekst(met_id(pagina, "telt-niet-op"))
    assert "Telt niet op." not in tekst(haal(client, "/geld/"))
