"""A table of a chapter that only its own header explains: with its document, and in nothing that is compared."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from tests.gereedschap.documenten.documenten import tekst_van
from tests.gereedschap.paginas import haal, tekst

TABEL = """Kosten van de leerplicht
Bedragen x € 1.000
Onderdeel\tLasten 2026\tBaten 2026
Bureau leerplicht\t-310\t12
Maatschappelijk werk\t-205\t4
"""


@pytest.mark.django_db
def test_hij_staat_bij_zijn_document_en_telt_nergens_mee(client: Client, tmp_path: Path) -> None:
    regels = tekst_van("PB 2026").split("\n")
    bestand = tmp_path / "PB.txt"
    bestand.write_text("\n".join([*regels[:526], *TABEL.split("\n"), *regels[526:]]), encoding="utf-8")
    call_command("load_document", str(bestand), verbosity=0)

    assert "Bureau leerplicht" in tekst(haal(client, "/bronnen/PB-2026/"))
    csv = client.get("/data/bedragen.csv").getvalue().decode()
    assert [regel for regel in csv.splitlines() if "Bureau leerplicht" in regel and "-310" in regel]
    for adres in ("/", "/geld/", "/klopt-het/", "/doelstellingen/1.2/"):
        assert "Bureau leerplicht" not in tekst(haal(client, adres))
